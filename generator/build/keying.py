"""The keys of the documents of one build or check, from what was read of the project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.build import keys
from generator.build.document import DocumentBuilder
from generator.build.keys import Key
from generator.build.kinds import REGISTER
from generator.build.omissions import PROVINCE
from generator.build.planned import Planned
from generator.build.project import Project
from generator.build.provincial import places
from generator.build.reads import Answers
from generator.model.records.workspace import ProvinceDossier, Workspace
from generator.reading.store import digest
from generator.style.style import Style


@dataclass
class Keys:
    """Makes the keys of documents; `is_final` is None for a check, which depends on no face of this machine."""

    project: Project
    workspace: Workspace
    style: Style
    builder: DocumentBuilder
    is_final: bool | None
    attach: bool = False
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        self.answers = Answers(self.workspace.catalogue)
        self.templates = keys.Templates(self.builder.renderer, self.project.store)
        self._of_kind = lru_cache(None)(self._kind)
        self._of_all = lru_cache(None)(self._digested)
        self._of_series = lru_cache(None)(self._digest_of_series)

    def moment(self, chosen: Iterable[Planned]) -> dict[str, bytes]:
        """Reckon what is common to some documents before they are made, and return their templates as they are now."""
        kinds = {each.kind.id: each.kind for each in chosen}
        for kind_id in kinds:
            self._of_kind(kind_id)
        assert self._common, "the faces of now, not those after the first document"
        return self.templates.contents(kinds.values())

    def of(self, planned: Planned, kept: Key) -> dict[str, str]:
        """Return the present key of a document; what only its making tells is taken from the key that was kept."""
        renewed = keys.renewed(kept, self.answers, self.project.folders.plans)
        return {**self._common, **self._of_kind(planned.kind.id), **self._own(planned), **dict(renewed)}

    def made(self, planned: Planned, noted: tuple[str, ...], pictured: Key) -> dict[str, str]:
        """Return the key of a document that was made, with what it turned out to depend on."""
        read = keys.read_of(self.answers, noted, pictured)
        return {**self._common, **self._of_kind(planned.kind.id), **self._own(planned), **read}

    @cached_property
    def _common(self) -> Key:
        settings = self.project.settings
        parts = {
            "program": keys.program(),
            "libraries": keys.libraries(),
            "look": digest(json.dumps(self.style.model_dump(), default=_plain)),
            "settings": digest(repr(settings.limits.templates)),
            "options": digest(str(self.is_final), str(self.attach)),
        }
        if self.is_final is None:
            return parts
        return {**parts, "faces": digest(keys.of_faces(self.style), settings.embed_faces)}

    def _kind(self, kind_id: str) -> Key:
        kind = next(each for each in self.project.kinds if each.id == kind_id)
        engine = self.builder.engines.of(kind_id)
        return {"kind": keys.of_kind(kind), "engine": engine, **self.templates.of(kind)}

    def _own(self, planned: Planned) -> Key:
        own: dict[str, str] = {"subject": digest(planned.name, planned.about, str(planned.with_samples))}
        if planned.place == PROVINCE:
            # It names the neighbourhoods in their order.
            own["subject"] = digest(own["subject"], *(planned.concerns or places(self.workspace)))
            return {**own, **self._of_province(planned), **self._of_register(planned)}
        place = self.project.reading.places[planned.place]
        wanted = planned.kind.records | {"neighbourhood"}
        own |= {
            f"record:{name}": each
            for name, each in place.digests.items()
            if name.partition("/")[0] in wanted and name not in planned.unread
        }
        own |= self._of_register(planned)
        attached = self.builder.sources.get(planned.place, {})
        return {**own, "sources": digest(*(part for name, content in sorted(attached.items()) for part in (name, content)))}

    def _of_register(self, planned: Planned) -> Key:
        """Return the part of a key for what of the register a document reads."""
        if REGISTER not in planned.kind.records:
            return {}
        finals = self.workspace.finals
        read = finals if planned.place == PROVINCE else finals.of_place(planned.place)
        return {f"record:{REGISTER}": digest(read.model_dump_json())}

    def _of_province(self, planned: Planned) -> Key:
        wanted = planned.kind.records
        found = {f"record:{name}": self._of_all(name, planned.concerns) for name in {*wanted, "neighbourhood"}}
        held = dict(planned.holds)
        series = (name for name in ProvinceDossier.model_fields if name in wanted)
        return found | {f"record:province/{name}": self._of_series(name, held.get(name)) for name in series}

    def _digested(self, record: str, concerned: tuple[str, ...]) -> str:
        """Return the digest of a record of some neighbourhoods; of all where none are named."""
        places = self.project.reading.places
        every = (places[name] for name in concerned) if concerned else places.values()
        held = ((place.id, name, each) for place in every for name, each in sorted(place.digests.items()))
        return digest(*(f"{place}/{name}/{each}" for place, name, each in held if name.partition("/")[0] == record))

    def _digest_of_series(self, series: str, ids: frozenset[str] | None) -> str:
        """Return the digest of some entries of a series of the province; of all where none are named."""
        entries = self._entries[series]
        return digest(*(entries.values() if ids is None else (entries[each] for each in sorted(ids) if each in entries)))

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, str]]:
        """The digests of the records of the province by their series and ids."""
        province = self.workspace.province
        return {
            series: {each.id: digest(each.id, each.model_dump_json()) for each in getattr(province, series)}
            for series in ProvinceDossier.model_fields
        }


def _plain(value: object) -> object:
    """Return what JSON has no form for: a set in the order of its members, a number or the like as it is written."""
    return sorted(value) if isinstance(value, frozenset) else str(value)
