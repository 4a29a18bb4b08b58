"""How the documents of a project stand: which are there, as drafts and as finals, and whether they are up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from generator.build import output
from generator.build.document import DocumentBuilder
from generator.build.keying import Keys
from generator.build.manifest import Manifest, Row, State
from generator.build.omissions import IDENTITY
from generator.build.planned import Planned
from generator.build.planning import Planner
from generator.build.project import Project
from generator.build.selection import Selection
from generator.model.records.workspace import Dossier
from generator.model.views import states
from generator.style.style import Style
from generator.writing.writers import FORMATS


class Standing(StrEnum):
    """How the files of a document stand, the worst of them."""

    ABSENT = "absent"
    CURRENT = "current"
    STALE = "stale"
    CHANGED = "changed"


_STANDING = {State.CURRENT: Standing.CURRENT, State.STALE: Standing.STALE, State.CHANGED: Standing.CHANGED}


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """How a document stands, and how many gaps keep it from being final."""

    planned: Planned
    draft: Standing
    final: Standing
    gaps: int


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """How a neighbourhood stands: its records that are there, those with an error, and its documents."""

    id: str
    name: str
    there: tuple[str, ...]
    broken: tuple[str, ...]
    documents: tuple[DocumentStatus, ...]
    state: states.Standing | None = None
    """How far it is in the programme; None where its records cannot be read."""


@dataclass
class Overview:
    """Looks at the output folder of a project as a build would, and makes nothing."""

    project: Project
    planner: Planner
    style: Style

    def __post_init__(self) -> None:
        self._manifest = Manifest(self.project.folders.output, self.project.folders.plans.parent)
        self._keys = lru_cache(None)(self._keys_of)

    def _keys_of(self, final: bool, attach: bool) -> Keys:
        builder = DocumentBuilder.of(self.project, self.style, Selection(attach=attach))
        return Keys(self.project, self.planner.workspace, self.style, builder, final, attach)

    def places(self, ids: Iterable[str]) -> Iterator[PlaceStatus]:
        """Yield how some neighbourhoods stand."""
        reading = self.project.reading
        for place in ids:
            documents = tuple(self.of_document(each) for each in self.planner.of_place(place).documents)
            read = reading.places[place]
            there = {name.partition("/")[0] for name in read.digests} - {IDENTITY}
            records = tuple(name for name in Dossier.model_fields if name in there)
            broken = tuple(sorted(reading.broken.get(place, ())))
            state = None if broken else states.standing(self.planner.workspace.dossier(place), self.project.settings.steps)
            yield PlaceStatus(place, read.names[0] if read.names else place, records, broken, documents, state)

    def of_document(self, planned: Planned) -> DocumentStatus:
        """Return how a document stands."""
        return DocumentStatus(planned, self._standing(planned, False), self._standing(planned, True), len(planned.gaps))

    def _standing(self, planned: Planned, final: bool) -> Standing:
        found = [self._of_file(planned, output.path_of(planned, each, final=final).as_posix(), final) for each in FORMATS]
        for standing in (Standing.CHANGED, Standing.STALE, Standing.CURRENT):
            if standing in found:
                return standing
        return Standing.ABSENT

    def _of_file(self, planned: Planned, name: str, final: bool) -> Standing:
        row = self._manifest.files.get(name)
        if self._manifest.seen(name) is None:
            return Standing.ABSENT
        if row is None:
            return Standing.STALE
        key = self._keys(final, False).of(planned, row.key)
        if key["options"] != row.key.get("options"):  # It may have been built with its sources in it.
            key = self._keys(final, True).of(planned, row.key)
        return _STANDING[self._manifest.state(name, key)]


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a file: its row, None when no build of this project made it."""

    path: Path
    row: Row | None
    changed: bool
    is_there: bool


def verify(manifest: Manifest, files: Iterable[Path]) -> Iterator[Verified]:
    """Yield what is known of some files, or of all that builds have made where none is named; their bytes are read."""
    by_digest = {row.sha256: name for name, row in manifest.files.items()}
    named = [*files]
    for path in named or [manifest.output / name for name in manifest.files]:
        found = manifest.read(path)
        inside = path.absolute().is_relative_to(manifest.output.absolute())
        name = path.absolute().relative_to(manifest.output.absolute()).as_posix() if inside else ""
        made_as = by_digest.get(found or "", "")
        row = manifest.files.get(made_as) or manifest.files.get(name)
        yield Verified(path, row, bool(found and not made_as), found is not None)
