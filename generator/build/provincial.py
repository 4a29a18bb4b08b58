"""Plans the documents of the province, each from what it follows from: its record, and a share of each of its neighbourhoods.

A share is found anew only when something of its neighbourhood has changed, so that a province needs no more memory than one
neighbourhood, and an edit costs no more than what it touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from generator import checks
from generator.build import conditions, finals, forms
from generator.build.kinds import REGISTER
from generator.build.omissions import PROVINCE, PROVINCE_NAME, LeftOut
from generator.build.planned import Plan, Planned
from generator.build.reads import Answers, ReadCatalogue
from generator.build.subject import Subject, name_of
from generator.build.subjects import Parts, Provincial, id_of, places_of
from generator.model.records.workspace import Workspace
from generator.problems.errors import Problem
from generator.reading.records import SUFFIX
from generator.reading.store import digest

if TYPE_CHECKING:  # A project plans its own documents.
    from generator.build.project import Project

_SHARE, _MET = "share", "met"
"""The sorts of values in a store: what a neighbourhood adds to a kind, and whether a subject has what its kind asks for."""


class _Share(NamedTuple):
    """What a neighbourhood adds to the documents of a kind: whether it is illustrative, and what finals lack of it."""

    sample: bool
    lacks: tuple[Problem, ...]
    unwritten: tuple[Problem, ...]


@dataclass
class ProvincePlanner:
    """Plans the documents of the province; makes the subject of each when it is asked for."""

    project: Project
    workspace: Workspace
    answers: Answers

    def __post_init__(self) -> None:
        self._kinds = {kind.id: kind for kind in self.project.kinds if kind.of_province}
        self._listing = lru_cache(None)(self._listed)
        self._share = lru_cache(None)(self._shared)
        self._texts = lru_cache(None)(self._unwritten)
        self._known = lru_cache(None)(self._fingerprint)
        self._series = lru_cache(None)(self._whole_series)
        self._read_whole = lru_cache(None)(self._whole_read)

    def plan(self, *, with_samples: bool) -> Plan:
        """Return the documents, in the order of the kinds, and why there are none of a kind or record."""
        self._share_all(with_samples=with_samples)
        documents: list[Planned] = []
        left: list[LeftOut] = []
        unmet: list[LeftOut] = []
        for kind in self._kinds.values():
            listing = self._listing(kind.id, with_samples)
            left += [each for each in (listing.left_out,) if each]
            unmet += listing.stopped()
            reasons: dict[str, list[str]] = {}
            for parts in listing.listed():
                if reason := self._unmet(listing, parts, with_samples):
                    reasons.setdefault(reason, []).append(id_of(parts))
                else:
                    documents.append(self._planned(listing, parts, with_samples))
            unmet += [LeftOut(PROVINCE, PROVINCE_NAME, kind, (), (), why, (*ids,)) for why, ids in reasons.items()]
        return Plan(tuple(documents), (*left, *unmet))

    def _share_all(self, *, with_samples: bool) -> None:
        """Find the shares of one neighbourhood after the other, so that the records of each are loaded once for all kinds."""
        for place in places(self.workspace):
            for kind in self._kinds.values():
                if not kind.subject.names_places:
                    self._share(kind.id, place, with_samples)

    def names(self) -> Iterator[str]:
        """Yield the names of all documents, samples too."""
        for kind in self._kinds.values():
            listing = self._listing(kind.id, True)
            met = (parts for parts in listing.listed() if not self._unmet(listing, parts, True))
            yield from (name_of(PROVINCE, kind.id, id_of(parts)) for parts in met)

    def subject(self, planned: Planned) -> Subject:
        """Return the subject of a planned document."""
        listing = self._listing(planned.kind.id, planned.with_samples)
        return listing.subject(listing.known[planned.id])

    def _listed(self, kind: str, with_samples: bool) -> Provincial:
        return Provincial(self._kinds[kind], self.workspace, self.project.reading.broken, with_samples=with_samples)

    def _planned(self, listing: Provincial, parts: Parts, with_samples: bool) -> Planned:
        kind, concerned = listing.kind, places_of(parts)
        shares = [self._share(kind.id, place, with_samples) for place in concerned or places(self.workspace)]
        own = [*self._own(listing, parts, with_samples)]
        return Planned(
            kind,
            PROVINCE,
            "",
            id_of(parts),
            forms.title_of(parts[-1][1]) if parts else "",
            any(each.sample for each in (*own, *shares)),
            _about(parts),
            frozenset(),
            (*(gap for each in shares for gap in each.lacks), *(gap for each in (*shares, *own) for gap in each.unwritten)),
            concerned,
            tuple(sorted(listing.holds(parts).items())),
            with_samples,
        )

    def _own(self, listing: Provincial, parts: Parts, with_samples: bool) -> Iterator[_Share]:
        """Yield what each series of the province adds; that of a whole series is found once for all that hold it."""
        held, own = listing.holds(parts), listing.records(parts)
        for series in type(own).model_fields:
            if series in held:
                yield self._added(listing.kind.id, series, getattr(own, series), with_samples)
            else:
                yield self._series(listing.kind.id, series, with_samples)

    def _whole_series(self, kind_id: str, series: str, with_samples: bool) -> _Share:
        return self._added(kind_id, series, getattr(self._listing(kind_id, with_samples).own, series), with_samples)

    def _added(self, kind_id: str, series: str, entries: Sequence[Any], with_samples: bool) -> _Share:
        texts = self._texts(kind_id, with_samples)
        files = (f"{series}/{each.id}{SUFFIX}" for each in entries)
        return _Share(any(each.sample for each in entries), (), tuple(gap for file in files for gap in texts.get(file, ())))

    def _unwritten(self, kind_id: str, with_samples: bool) -> Mapping[str, list[Problem]]:
        """Return the texts of the province's records that are still to be written, by their files."""
        found: defaultdict[str, list[Problem]] = defaultdict(list)
        for each in checks.unwritten(self._listing(kind_id, with_samples).own, self._kinds[kind_id].records):
            found[each.record].append(self.project.reading.positions.problem(each))
        return found

    def _shared(self, kind_id: str, place: str, with_samples: bool) -> _Share:
        """Return the share of a neighbourhood, from the store when nothing of it has changed."""
        kind, store = self._kinds[kind_id], self.project.store
        known = self._known(place)
        key = digest(kind.model_dump_json(), str(with_samples), known, self.answers.digest("bodies"))
        kept: _Share | None = store.get(_SHARE, key) if known else None
        if kept is not None:
            return kept
        held = self._listing(kind_id, with_samples).closed(self.workspace.dossier(place))
        problem = self.project.reading.positions.problem
        lacks = tuple(map(problem, finals.lacking(held, kind, self.workspace.catalogue)))
        share = _Share(held.sample, lacks, tuple(map(problem, checks.unwritten(held, kind.records))))
        if known:
            store.put(_SHARE, key, share, f"{place}/{kind_id}/{with_samples}")
        return share

    def _unmet(self, listing: Provincial, parts: Parts, with_samples: bool) -> str:
        """Return why a subject has nothing of what its kind asks for; empty where it has some, or nothing is asked for."""
        kind, store = listing.kind, self.project.store
        if kind.only_with is None:
            return ""
        key = self._follows_from(listing, parts, with_samples)
        kept: tuple[dict[str, str], str] | None = store.get(_MET, key) if key else None
        if kept is not None and self.answers.of(sorted(kept[0])) == kept[0]:
            return kept[1]
        noting = ReadCatalogue.of(self.workspace.catalogue)
        subject = listing.subject(parts, noting)
        why = "" if conditions.is_met(subject) else conditions.why(subject)
        if key:
            store.put(_MET, key, (self.answers.of(noting.noted), why), f"{kind.id}/{id_of(parts)}/{with_samples}")
        return why

    def _follows_from(self, listing: Provincial, parts: Parts, with_samples: bool) -> str:
        """Return the digest of all that a subject holds; empty where something of it is not known by its bytes."""
        kind = listing.kind
        concerned = tuple(places_of(parts) or places(self.workspace))
        known = [self._known(place) for place in concerned]
        if not all(known):
            return ""
        held, own = listing.holds(parts), listing.records(parts)
        read = (
            self._read(series, tuple(each.id for each in getattr(own, series)))
            if series in held
            else self._read_whole(kind.id, series, with_samples)
            for series in type(own).model_fields
        )
        issued = self.workspace.finals.model_dump_json() if REGISTER in kind.records else ""
        return digest(kind.model_dump_json(), str(with_samples), _about(parts), *concerned, *known, *read, issued)

    def _read(self, series: str, ids: Sequence[str]) -> str:
        """Return the digest of the bytes of some records of the province."""
        keys = (f"{series}/{each}{SUFFIX}" for each in ids)
        return digest(*(part for key in keys for part in (key, self.project.reading.files.get(key, ""))))

    def _whole_read(self, kind_id: str, series: str, with_samples: bool) -> str:
        return self._read(series, [each.id for each in getattr(self._listing(kind_id, with_samples).own, series)])

    def _fingerprint(self, place: str) -> str:
        """Return by what a neighbourhood is known as it was read, and without what has an error; empty where it is not."""
        read = self.project.reading.places.get(place)
        broken = self.project.reading.broken.get(place, frozenset())
        return digest(read.fingerprint, *sorted(broken)) if read and read.fingerprint else ""


def _about(parts: Parts) -> str:
    """Return the digest of the records that a subject is about."""
    return digest(*(f"{name}\0{record.model_dump_json()}" for name, record in parts))


def places(workspace: Workspace) -> Iterator[str]:
    """Yield the ids of the neighbourhoods, in their order."""
    ids = getattr(workspace.dossiers, "ids", None)
    yield from ids if ids is not None else (dossier.id for dossier in workspace.dossiers)
