"""The subject of each document: a closed, frozen value with every record that the document may print, and no other.

Templates see the public attributes of a `Subject` and nothing else. A kind declares the records that it reads, so an error in
another one cannot change its documents. Its content hash says whether the document must be
built again; it travels to worker processes; it is `sample` if any record in it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from generator.build import conditions, context, dated, forms
from generator.build.confirming import CONFIRMED
from generator.build.forms import AGENCIES
from generator.build.kinds import REGISTER, Kind
from generator.build.omissions import PROVINCE, PROVINCE_NAME, Broken, LeftOut, province_left_out, stops
from generator.build.reads import Answers, ReadCatalogue
from generator.markup.templating import Deferred, Resolved
from generator.model.fields import CLASSES, OPEN, Classification, is_id
from generator.model.known import Record
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.register import Register
from generator.model.records.workspace import Dossier, ProvinceDossier, Workspace
from generator.model.views import states
from generator.model.views.parts import agencies_asked
from generator.problems.errors import Problem
from generator.reading.store import digest, in_order


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of one document of a kind; `id` is unique in the kind and place (empty when the place has just one).

    `parts` are the records that it is about with their names in templates, the outer ones first (`agency`, `recipient`).
    """

    kind: Kind
    place: str
    id: str
    catalogue: Catalogue
    dossiers: tuple[Dossier, ...]
    dossier: Dossier | None = None
    province: ProvinceDossier | None = None
    parts: tuple[tuple[str, BaseModel], ...] = ()
    refused: tuple[Problem, ...] = ()
    """Why no document can be made of it, though its records are right."""
    register: Register | None = None
    """What of the register concerns its place, where its kind reads that."""

    @property
    def name(self) -> str:
        """What its document is called, draft or final."""
        return name_of(self.place, self.kind.id, self.id)

    @property
    def title(self) -> str:
        """What it is about, as lists name it; empty where its place says so."""
        return forms.title_of(self.parts[-1][1]) if self.parts else ""

    @property
    def evaluation(self) -> Evaluation | None:
        """The evaluation that it is about, if it is about one."""
        return next((part for _, part in self.parts if isinstance(part, Evaluation)), None)

    @property
    def sample(self) -> bool:
        """Whether any of its records is illustrative."""
        return any(held.sample for held in self.held)

    @property
    def classification(self) -> Classification:
        """The strictest class of the records that it prints."""
        classes = [record.classification for record in context.bearing(self)]
        return max(classes, key=CLASSES.index, default=OPEN)

    @property
    def held(self) -> tuple[Dossier | ProvinceDossier, ...]:
        """All that it holds beside the catalogues: its dossiers, and the records of the province."""
        return (*self.all_dossiers, *([self.province] if self.province else []))

    @property
    def all_dossiers(self) -> tuple[Dossier, ...]:
        """Its dossiers: its own, or all of a provincial one."""
        return (self.dossier,) if self.dossier else self.dossiers

    @property
    def content_hash(self) -> str:
        """SHA-256 of its records and of what was read of the catalogues, as hexadecimal digits; equal in any process.

        Of a catalogue that notes nothing all counts.
        """
        catalogue = self.catalogue
        reads = (
            Answers(catalogue.whole).of(catalogue.noted)
            if isinstance(catalogue, ReadCatalogue)
            else {"": catalogue.model_dump_json()}
        )
        held = (record.model_dump_json() for record in self.held)
        issued = self.register.model_dump_json() if self.register else ""
        return digest(self.kind.id, self.place, self.id, *held, issued, *in_order(reads))

    def noting(self) -> Subject:
        """Return the same subject with a catalogue that notes what is asked of it."""
        return replace(self, catalogue=ReadCatalogue.of(self.catalogue))

    @property
    def noted(self) -> tuple[str, ...]:
        """What was asked of its catalogue until now, if that notes it."""
        return self.catalogue.noted if isinstance(self.catalogue, ReadCatalogue) else ()

    def names(self) -> dict[str, object]:
        """Return the names that a template sees, most of them made when it asks; one that does not apply is absent."""
        records = self.kind.records
        own, province = self.dossier, self.province
        catalogue = self.catalogue
        named = {
            "kind": self.kind.view,
            "place": self.place,
            "sample": self.sample,
            "classification": self.classification,
            "catalogue": catalogue,
            REGISTER: self.register,
            "programme": Deferred(lambda: catalogue.programme),
            "secretariat": Deferred(lambda: catalogue.secretariat),
            "province": Deferred(lambda: province.seen(records) if province else None),
            "dossiers": Deferred(lambda: None if own else tuple(each.seen(records) for each in self.dossiers)),
            "standings": Deferred(lambda: None if own else tuple(map(states.standing, self.dossiers))),
            **context.of_dossier(self),
            **context.related(self),
            **dict(self.parts),
            CONFIRMED: None if self.kind.confirmation is None else False,
        }
        return {name: value for name, value in named.items() if value is not None}

    def context(self) -> dict[str, Any]:
        """Return all names that a template sees with their values; one that does not apply is absent."""
        return {**Resolved(self.names())}


def name_of(place: str, kind: str, subject_id: str) -> str:
    """Return what a document is called, draft or final: `<place>/<kind>[/<id>]`.

    What is no id could leave the folder and is refused (ValueError; the data layer has already refused them).
    """
    names = [name for name in (place, kind, subject_id) if name]
    for name in names:
        if not is_id(name):
            raise ValueError(f"not a file name: {name}")
    return "/".join(names)


def _undeclared(kind: Kind) -> set[str]:
    return Dossier.model_fields.keys() - {"neighbourhood"} - kind.records


def find(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> Iterator[Subject]:
    """Yield every subject of a kind: of each neighbourhood that has the records it requires, or of the province.

    Each holds only the records that its kind declares; one of them in `broken` leaves the neighbourhood out. Provincial
    documents name every neighbourhood, or those that their record concerns, and leave out records that are samples unless
    `with_samples`.
    """
    yield from filter(conditions.is_met, _every(kind, workspace, broken, with_samples=with_samples))


def unmet(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> tuple[LeftOut, ...]:
    """Say of which subjects in one place a kind makes no document: by errors, or since it has nothing to say of them."""
    stopped: list[LeftOut] = []
    if kind.subject.names_places and not province_left_out(kind, broken, whose_errors(kind)):
        own = _own_of_province(kind, workspace, with_samples=with_samples)
        for parts in _listed_of_province(kind, workspace, broken, own):
            if found := _stopped(kind, broken, parts[-1][1]):
                stopped.append(found._replace(about=(_id(parts[-1][1]),)))
    if kind.only_with is None:
        return tuple(stopped)
    name = PROVINCE_NAME if kind.of_province else workspace.dossiers[0].neighbourhood.name
    return (*stopped, *conditions.left_out(_every(kind, workspace, broken, with_samples=with_samples), name))


def _every(kind: Kind, workspace: Workspace, broken: Broken, *, with_samples: bool) -> Iterator[Subject]:
    for subject in _found(kind, workspace, broken, with_samples=with_samples):
        day = dated.day_of(subject)
        found = replace(subject, catalogue=subject.catalogue.on(day)) if day else subject
        yield replace(found, register=_register(workspace, subject.place)) if REGISTER in kind.records else found


def _register(workspace: Workspace, place: str) -> Register:
    return workspace.finals if place == PROVINCE else workspace.finals.of_place(place)


def _found(kind: Kind, workspace: Workspace, broken: Broken, *, with_samples: bool) -> Iterator[Subject]:
    if kind.of_province:
        yield from _of_province(kind, workspace, broken, with_samples=with_samples)
        return
    for dossier in workspace.dossiers:
        faulty = broken.get(dossier.id, frozenset())
        if not any(stops(key, kind) for key in faulty):
            closed = dossier.without(_undeclared(kind))
            if all(getattr(closed, name) for name in kind.needed):
                yield from _of_dossier(kind, workspace.catalogue, closed, faulty)


def _of_province(kind: Kind, workspace: Workspace, broken: Broken, *, with_samples: bool) -> Iterator[Subject]:
    if province_left_out(kind, broken, whose_errors(kind)):
        return
    undeclared, own = _undeclared(kind), _own_of_province(kind, workspace, with_samples=with_samples)

    @cache
    def closed(places: tuple[str, ...]) -> tuple[Dossier, ...]:
        dossiers = map(workspace.dossier, places) if places else workspace.dossiers
        return tuple((each if with_samples else each.real()).without(undeclared) for each in dossiers)

    if not kind.subject.each:
        yield Subject(kind, PROVINCE, "", workspace.catalogue, closed(()), None, own)
        return
    for parts in _listed_of_province(kind, workspace, broken, own):
        record = parts[-1][1]
        if not _stopped(kind, broken, record):
            held = own.without(_others(kind, own, record))
            yield Subject(kind, PROVINCE, _id(record), workspace.catalogue, closed(_places(record)), None, held, parts)


def whose_errors(kind: Kind) -> tuple[str, ...]:
    """Return whose errors leave a kind out as a whole: those of all places, or of the province's own records alone."""
    return (PROVINCE,) if kind.subject.names_places else ()


def _own_of_province(kind: Kind, workspace: Workspace, *, with_samples: bool) -> ProvinceDossier:
    province = workspace.province if with_samples else workspace.province.real()
    return province.without(ProvinceDossier.model_fields.keys() - kind.records)


def _listed_of_province(kind: Kind, workspace: Workspace, broken: Broken, own: ProvinceDossier) -> Iterator[Parts]:
    roots = {name: getattr(own, name) for name in ProvinceDossier.model_fields}
    catalogue = {name: getattr(workspace.catalogue, name) for name in Catalogue.model_fields}
    for parts in _listed(kind, catalogue | roots):
        if not any(stops(key, kind, _id(parts[-1][1])) for key in broken.get(PROVINCE, frozenset())):
            yield parts


def _places(record: BaseModel) -> tuple[str, ...]:
    """Return the neighbourhoods that a record of the province concerns; none where it is about all of them."""
    return tuple(dict.fromkeys(getattr(record, "neighbourhoods", ())))


def _stopped(kind: Kind, broken: Broken, record: BaseModel) -> LeftOut | None:
    """Say which errors in the neighbourhoods of a record leave its document out."""
    return province_left_out(kind, broken, _places(record)) if kind.subject.names_places else None


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


Parts = tuple[tuple[str, BaseModel], ...]
"""Records with their names in templates, the outer ones first."""


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


def _others(kind: Kind, held: Dossier | ProvinceDossier, record: BaseModel) -> set[str]:
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
