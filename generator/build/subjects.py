"""The subjects of each kind: what its documents are about, with the records that the kind declares and no other.

A kind declares the records that it reads, so an error in another one cannot change its documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from types import MappingProxyType

from pydantic import BaseModel

from generator.build import conditions, dated, forms
from generator.build.forms import AGENCIES
from generator.build.kinds import REGISTER, Kind
from generator.build.omissions import PROVINCE, PROVINCE_NAME, Broken, LeftOut, province_left_out, stops
from generator.build.subject import Subject as Subject
from generator.build.subject import name_of as name_of
from generator.model.known import Record
from generator.model.records.catalogue import Catalogue
from generator.model.records.letters import Letter
from generator.model.records.register import Register
from generator.model.records.workspace import Dossier, ProvinceDossier, Workspace
from generator.model.views.parts import agencies_asked


def find(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> Iterator[Subject]:
    """Yield every subject of a kind: of each neighbourhood that has the records it requires, or of the province.

    Each holds only the records that its kind declares; one of them in `broken` leaves the neighbourhood out. Provincial
    documents name every neighbourhood, or those that their record concerns, and leave out records that are samples unless
    `with_samples`.
    """
    yield from filter(conditions.is_met, _every(kind, workspace, broken, with_samples=with_samples))


def judged(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> tuple[list[Subject], tuple[LeftOut, ...]]:
    """Return the subjects of a kind in one place, and those that get no document: by errors, or with nothing to say."""
    stopped = Provincial(kind, workspace, broken, with_samples=with_samples).stopped() if kind.of_province else ()
    found: tuple[list[Subject], list[Subject]] = [], []
    for each in _every(kind, workspace, broken, with_samples=with_samples):
        found[conditions.is_met(each)].append(each)
    unmet, met = found
    name = PROVINCE_NAME if kind.of_province else workspace.dossiers[0].neighbourhood.name
    return met, (*stopped, *conditions.left_out(unmet, name))


def unmet(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> tuple[LeftOut, ...]:
    """Say of which subjects in one place a kind makes no document."""
    return judged(kind, workspace, broken, with_samples=with_samples)[1]


def _every(kind: Kind, workspace: Workspace, broken: Broken, *, with_samples: bool) -> Iterator[Subject]:
    if kind.of_province:
        provincial = Provincial(kind, workspace, broken, with_samples=with_samples)
        yield from map(provincial.subject, provincial.listed())
        return
    for dossier in workspace.dossiers:
        faulty = broken.get(dossier.id, frozenset())
        if not any(stops(key, kind) for key in faulty):
            closed = dossier.without(_undeclared(kind))
            if all(getattr(closed, name) for name in kind.needed):
                yield from (_whole(each, workspace) for each in _of_dossier(kind, workspace.catalogue, closed, faulty))


def _whole(subject: Subject, workspace: Workspace) -> Subject:
    """Return a subject with the names of its day, and with what of the register it reads."""
    day = dated.day_of(subject)
    found = replace(subject, catalogue=subject.catalogue.on(day)) if day else subject
    return replace(found, register=_register(workspace, subject.place)) if REGISTER in subject.kind.records else found


def _register(workspace: Workspace, place: str) -> Register:
    return workspace.finals if place == PROVINCE else workspace.finals.of_place(place)


def _undeclared(kind: Kind) -> set[str]:
    return Dossier.model_fields.keys() - {"neighbourhood"} - kind.records


Parts = tuple[tuple[str, BaseModel], ...]
"""Records with their names in templates, the outer ones first; none of a subject that is alone of its kind and place."""


class Provincial:
    """The subjects of a kind of the province, each made when it is asked for; all but its own record may wait until then."""

    def __init__(self, kind: Kind, workspace: Workspace, broken: Broken, *, with_samples: bool) -> None:
        self.kind = kind
        self.own = (workspace.province if with_samples else workspace.province.real()).without(
            ProvinceDossier.model_fields.keys() - kind.records
        )
        """The records of the province that the kind declares."""
        self._workspace, self._broken, self._with_samples = workspace, broken, with_samples
        self._closed = lru_cache(maxsize=2)(self._dossiers)

    @property
    def left_out(self) -> LeftOut | None:
        """Why the kind is left out as a whole: errors of all places, or of the province's own records alone."""
        return province_left_out(self.kind, self._broken, (PROVINCE,) if self.kind.subject.names_places else ())

    def listed(self) -> Iterator[Parts]:
        """Yield what each subject is about; one that an error stops is left out."""
        if self.left_out:
            return
        if not self.kind.subject.each:
            yield ()
            return
        yield from (parts for parts in self._known() if not self._stopped(parts))

    def stopped(self) -> tuple[LeftOut, ...]:
        """Say which subjects errors in the neighbourhoods of their records leave out."""
        if not self.kind.subject.names_places or self.left_out:
            return ()
        found = ((parts, self._stopped(parts)) for parts in self._known())
        return tuple(left._replace(about=(_id(parts[-1][1]),)) for parts, left in found if left)

    @cached_property
    def known(self) -> Mapping[str, Parts]:
        """What each subject is about, by its id, also of those that errors in their neighbourhoods stop."""
        return {id_of(parts): parts for parts in (self._known() if self.kind.subject.each else [()])}

    def _known(self) -> Iterator[Parts]:
        roots = {name: getattr(self.own, name) for name in ProvinceDossier.model_fields}
        catalogue = {name: getattr(self._workspace.catalogue, name) for name in Catalogue.model_fields}
        faulty = self._broken.get(PROVINCE, frozenset())
        for parts in _listed(self.kind, catalogue | roots):
            if not any(stops(key, self.kind, _id(parts[-1][1])) for key in faulty):
                yield parts

    def _stopped(self, parts: Parts) -> LeftOut | None:
        places = places_of(parts) if self.kind.subject.names_places else None
        return None if places is None else province_left_out(self.kind, self._broken, places)

    def holds(self, parts: Parts) -> Mapping[str, frozenset[str]]:
        """Return of each series of which a subject does not hold all the ids that it holds."""
        record = parts[-1][1] if parts else None
        if record is None:
            return {}
        held: dict[str, frozenset[str]] = {}
        name = self.kind.subject.record
        if self.kind.subject.is_series and name not in (*self.kind.requires, *self.kind.reads):
            held[name] = frozenset({_id(record), *forms.cited_by(record)})
        if isinstance(record, Letter) and record.neighbourhoods:
            held["meetings"] = frozenset(self._meetings(record))
        return held

    def _meetings(self, letter: Letter) -> Iterator[str]:
        """Yield the meetings of a letter's neighbourhoods, those of none, and those that it names or that name it."""
        named = (letter.meeting, *(each.partition("/")[0] for each in letter.decisions))
        yield from (each for each in named if each is not None)
        for key in ("", letter.id, *letter.neighbourhoods):
            yield from self._concerned[key]

    @cached_property
    def _concerned(self) -> Mapping[str, list[str]]:
        """The meetings of the province by each neighbourhood, by nothing where they name none, and by the letter to them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.own.meetings:
            letter = each.invitation.letter if each.invitation else None
            for key in {*(each.neighbourhoods or ("",)), *({letter} if letter else ())}:
                found[key].append(each.id)
        return found

    def records(self, parts: Parts) -> ProvinceDossier:
        """Return the records of the province that a subject holds."""
        held = {series: sorted(self._entries[series][each] for each in ids if each in self._entries[series])
                for series, ids in self.holds(parts).items()}  # fmt: skip
        update = {series: tuple(getattr(self.own, series)[at] for at in places) for series, places in held.items()}
        return self.own.model_copy(update=update) if update else self.own

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, int]]:
        """The places of the entries of each series of the province, by their ids."""
        own = self.own
        return {series: {each.id: at for at, each in enumerate(getattr(own, series))} for series in type(own).model_fields}

    def subject(self, parts: Parts, noting: Catalogue | None = None) -> Subject:
        """Return a subject with all that it holds, and with a catalogue that notes what is asked of it where one is given."""
        catalogue, dossiers = noting or self._workspace.catalogue, self._closed(places_of(parts))
        found = Subject(self.kind, PROVINCE, id_of(parts), catalogue, dossiers, None, self.records(parts), parts)
        return _whole(found, self._workspace)

    def _dossiers(self, places: tuple[str, ...]) -> tuple[Dossier, ...]:
        found = map(self._workspace.dossier, places) if places else self._workspace.dossiers
        return tuple(map(self.closed, found))

    def closed(self, dossier: Dossier) -> Dossier:
        """Return of a neighbourhood what the kind declares, and of that nothing illustrative where that was not asked for."""
        return (dossier if self._with_samples else dossier.real()).without(_undeclared(self.kind))


def places_of(parts: Parts) -> tuple[str, ...]:
    """Return the neighbourhoods that a subject of the province is about; none where it is about all of them."""
    return tuple(dict.fromkeys(getattr(parts[-1][1], "neighbourhoods", ()))) if parts else ()


def id_of(parts: Parts) -> str:
    """Return the id of a subject; empty where it is alone."""
    return _id(parts[-1][1]) if parts else ""


def _of_dossier(kind: Kind, catalogue: Catalogue, dossier: Dossier, broken: frozenset[str]) -> Iterator[Subject]:
    if not kind.subject.each:
        yield Subject(kind, dossier.id, "", catalogue, (), dossier)
        return
    concerned = agencies_asked(dossier.plan, catalogue) if dossier.plan else ()
    roots = {name: getattr(dossier, name) for name in Dossier.model_fields} | {AGENCIES: concerned}
    for parts in _listed(kind, roots):
        record = parts[-1][1]
        # A neighbourhood has one contract: the dossier names it in templates, and its document is named by its kind alone.
        is_only = record is roots.get(kind.subject.each)
        if not any(stops(key, kind, _id(record)) for key in broken):
            closed = dossier.without(_others(kind, dossier, record))
            yield Subject(
                kind, dossier.id, "" if is_only else _id(record), catalogue, (), closed, None, () if is_only else parts
            )


def _listed(kind: Kind, roots: Mapping[str, object]) -> Iterator[Parts]:
    """Yield each record of the list that a kind names and that fits, after the records that it is in."""
    form = kind.subject
    first, *fields = form.each.split(".")
    chains: list[tuple[Record, ...]] = [(record,) for record in _entries(roots[first])]
    for field in fields:
        chains = [(*chain, record) for chain in chains for record in _entries(getattr(chain[-1], field))]
    for *outer, record in chains:
        if forms.fits(form, record):
            yield (*((forms.class_name(each), each) for each in outer), (forms.name_of(form, record), record))


def _entries(value: object) -> tuple[Record, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, Record) else ()


def _id(record: BaseModel) -> str:
    return str(getattr(record, "id"))  # noqa: B009 - every record of a list that kinds may name has one


def _others(kind: Kind, held: Dossier, record: BaseModel) -> set[str]:
    """Return the entries of the subject's own series that its document does not read."""
    name = kind.subject.record
    if not kind.subject.is_series or name in (*kind.requires, *kind.reads):
        return set()
    own = _id(record)
    read = {own, *forms.cited_by(record)}
    return {
        f"{name}/{each.id}"
        for each in getattr(held, name)
        if not (each.id <= own if name == "evaluations" else each.id in read)
    }
