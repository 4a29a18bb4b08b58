"""The subject of a document: a closed, frozen value with every record that the document may print, and no other.

Templates see the public attributes of a `Subject` and nothing else. Its content hash says whether the document must be
built again; it travels to worker processes; it is `sample` if any record in it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from generator.build import context, forms
from generator.build.confirming import CONFIRMED
from generator.build.kinds import REGISTER, Kind
from generator.build.reads import Answers, ReadCatalogue
from generator.markup.templating import Deferred, Resolved
from generator.model.fields import CLASSES, OPEN, Classification, is_id
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation
from generator.model.records.register import Register
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views import states
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
