"""What each document is about: a closed, frozen value that holds every record the document may print.

Templates see the public attributes of a `Subject` and nothing else. Its content hash says whether the document must be
built again; it travels to worker processes; it is `sample` if any record in it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.kinds import Kind
from generator.model import budgets, duties, overview, progress, schedule
from generator.model.action import Action
from generator.model.catalogue import Agency, Catalogue, Recipient
from generator.model.community import Group
from generator.model.evaluation import Evaluation
from generator.model.fields import CLASSES, OPEN, Classification
from generator.model.neighbourhood import Gathering
from generator.model.workspace import Dossier, Workspace

PROVINCE = "province"
"""The place of documents that are about the whole province."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one document of a kind is about; `id` is unique in the kind and place (empty when the place has just one)."""

    kind: Kind
    place: str
    id: str
    catalogue: Catalogue
    dossiers: tuple[Dossier, ...]
    dossier: Dossier | None = None
    agency: Agency | None = None
    recipient: Recipient | None = None
    action: Action | None = None
    evaluation: Evaluation | None = None
    group: Group | None = None
    meeting: Gathering | None = None

    @property
    def sample(self) -> bool:
        """Whether any record it holds is illustrative."""
        return any(dossier.sample for dossier in self.held)

    @property
    def classification(self) -> Classification:
        """The strictest class of the records that its kind requires (of all, when it requires none) and of its evaluation."""
        names = self.kind.requires or tuple(Dossier.model_fields)
        records = [record for dossier in self.held for name in names for record in dossier.records(name)]
        classes = [record.classification for record in (*records, *([self.evaluation] if self.evaluation else []))]
        return max(classes, key=CLASSES.index, default=OPEN)

    @property
    def held(self) -> tuple[Dossier, ...]:
        """The dossiers it holds: its own, or all of a provincial one."""
        return (self.dossier,) if self.dossier else self.dossiers

    @property
    def content_hash(self) -> str:
        """SHA-256 of everything it holds, as hexadecimal digits; equal for equal records in any process."""
        digest = hashlib.sha256(f"{self.kind.id}\0{self.place}\0{self.id}\0".encode())
        for record in (self.catalogue, *self.held):
            digest.update(record.model_dump_json().encode())
        return digest.hexdigest()

    def context(self) -> dict[str, Any]:
        """The names a template sees. A name that does not apply is absent, so that using it is an error with a place."""
        names: dict[str, Any] = {
            "kind": self.kind.view,
            "place": self.place,
            "sample": self.sample,
            "classification": self.classification,
            "catalogue": self.catalogue,
            "programme": self.catalogue.programme,
            "secretariat": self.catalogue.secretariat,
            "agency": self.agency,
            "recipient": self.recipient,
            "action": self.action,
            "evaluation": self.evaluation,
            "group": self.group,
            "meeting": self.meeting,
            "dossiers": None if self.dossier else self.dossiers,
            **_dossier_names(self),
        }
        return {name: value for name, value in names.items() if value is not None}


def _dossier_names(subject: Subject) -> dict[str, Any]:
    dossier, catalogue = subject.dossier, subject.catalogue
    if dossier is None:
        return {}
    names: dict[str, Any] = {
        "dossier": dossier,
        "neighbourhood": dossier.neighbourhood,
        "zone": catalogue.zone(dossier.neighbourhood.zone),
        "contract": dossier.contract,
        "office": dossier.office,
        "plan": dossier.plan,
    }
    if dossier.plan is not None:
        names["budgets"] = budgets.summarise(dossier.plan, catalogue)
        names["duties"] = duties.coverage(dossier.plan, catalogue)
        names["schedule"] = schedule.chart(dossier.plan)
        names["overview"] = overview.survey(dossier, dossier.plan, catalogue)
    if subject.evaluation is not None:
        previous = dossier.previous(subject.evaluation)
        names["previous"] = previous
        names["progress"] = progress.compare(dossier, subject.evaluation, previous, catalogue)
    return names


def lacking(kind: Kind, dossier: Dossier) -> tuple[str, ...]:
    """The records that a kind requires and a dossier does not have."""
    return tuple(name for name in kind.requires if not getattr(dossier, name))


def find(kind: Kind, workspace: Workspace, *, with_samples: bool = False) -> Iterator[Subject]:
    """Every subject of a kind: of each neighbourhood that has the records it requires, or of the province.

    Provincial documents leave sample records out unless `with_samples`.
    """
    catalogue = workspace.catalogue
    if kind.subject == "province":
        held = tuple(dossier for dossier in workspace.dossiers if with_samples or not dossier.sample)
        yield Subject(kind, PROVINCE, "", catalogue, held)
        return
    for dossier in workspace.dossiers:
        if not lacking(kind, dossier):
            yield from _of_dossier(kind, catalogue, dossier)


def _of_dossier(kind: Kind, catalogue: Catalogue, dossier: Dossier) -> Iterator[Subject]:
    def subject(subject_id: str = "", **parts: Any) -> Subject:
        return Subject(kind, dossier.id, subject_id, catalogue, (), dossier, **parts)

    concerned = _agencies_concerned(catalogue, dossier)
    match kind.subject:
        case "neighbourhood":
            yield subject()
        case "contract":
            if dossier.contract:
                yield subject()
        case "period":
            for evaluation in dossier.evaluations:
                yield subject(evaluation.id, evaluation=evaluation)
        case "action":
            for action in dossier.plan.actions if dossier.plan else ():
                yield subject(action.id, action=action, agency=catalogue.agency(action.lead))
        case "group":
            for group in dossier.community.groups if dossier.community else ():
                yield subject(group.id, group=group)
        case "meeting":
            for meeting in dossier.participatory.gatherings if dossier.participatory else ():
                yield subject(meeting.id, meeting=meeting)
        case "agency":
            for agency in concerned:
                yield subject(agency.id, agency=agency)
        case "recipient":
            for agency in concerned:
                for recipient in agency.recipients:
                    yield subject(recipient.id, agency=agency, recipient=recipient)


def _agencies_concerned(catalogue: Catalogue, dossier: Dossier) -> tuple[Agency, ...]:
    """The agencies that lead or help in an action of the plan, in the order of the catalogue."""
    actions = dossier.plan.actions if dossier.plan else ()
    named = {agency_id for action in actions for agency_id in (action.lead, *action.partners)}
    return tuple(agency for agency in catalogue.agencies if agency.id in named)
