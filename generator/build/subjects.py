"""The subject of each document: a closed, frozen value with every record that the document may print, and no other.

Templates see the public attributes of a `Subject` and nothing else. A kind declares the records that it reads, so an error in
another one cannot change its documents. Its content hash says whether the document must be
built again; it travels to worker processes; it is `sample` if any record in it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.build.kinds import SOURCES, Kind
from generator.model.fields import CLASSES, OPEN, Classification, is_id
from generator.model.records.action import Action
from generator.model.records.agencies import Agency, Recipient
from generator.model.records.approving import shown
from generator.model.records.catalogue import Catalogue
from generator.model.records.community import Group
from generator.model.records.evaluation import Evaluation
from generator.model.records.participatory import Gathering
from generator.model.records.workspace import Dossier, Workspace
from generator.model.views import budgets, duties, handing, overview, payments, progress, schedule

PROVINCE = "province"
"""The place of documents that are about the whole province."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of one document of a kind; `id` is unique in the kind and place (empty when the place has just one)."""

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
    def name(self) -> str:
        """What its document is called, draft or final: `<place>/<kind>[/<id>]`.

        What is no id could leave the folder and is refused (ValueError; the data layer has already refused them).
        """
        names = [name for name in (self.place, self.kind.id, self.id) if name]
        for name in names:
            if not is_id(name):
                raise ValueError(f"not a file name: {name}")
        return "/".join(names)

    @property
    def sample(self) -> bool:
        """Whether any of its records is illustrative."""
        return any(dossier.sample for dossier in self.all_dossiers)

    @property
    def classification(self) -> Classification:
        """The strictest class of its records."""
        classes = [record.classification for dossier in self.all_dossiers for record in dossier.records()]
        return max(classes, key=CLASSES.index, default=OPEN)

    @property
    def all_dossiers(self) -> tuple[Dossier, ...]:
        """Its dossiers: its own, or all of a provincial one."""
        return (self.dossier,) if self.dossier else self.dossiers

    @property
    def content_hash(self) -> str:
        """SHA-256 of all its records, as hexadecimal digits; equal for equal records in any process."""
        digest = hashlib.sha256(f"{self.kind.id}\0{self.place}\0{self.id}\0".encode())
        for record in (self.catalogue, *self.all_dossiers):
            digest.update(record.model_dump_json().encode())
        return digest.hexdigest()

    def context(self) -> dict[str, Any]:
        """Return the names that a template sees; one that does not apply is absent, and using it is an error with a place."""
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
            "dossiers": None if self.dossier else tuple(each.seen(self.kind.records) for each in self.dossiers),
            **_dossier_names(self),
        }
        return {name: value for name, value in names.items() if value is not None}


def _dossier_names(subject: Subject) -> dict[str, Any]:
    dossier, catalogue = subject.dossier, subject.catalogue
    if dossier is None:
        return {}
    names: dict[str, Any] = {
        "dossier": dossier.seen(subject.kind.records),
        "neighbourhood": dossier.neighbourhood,
        "zone": catalogue.zone(dossier.neighbourhood.zone),
        "contract": dossier.contract,
        "office": dossier.office,
        "plan": dossier.plan,
    }
    if subject.kind.approvals:
        names["approvals"] = shown(dossier.approvals, subject.kind.approvals)
    if dossier.contract is not None:
        names["account"] = payments.account(dossier, dossier.contract, catalogue.legal)
        names["holdings"] = handing.holdings(dossier)
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


def _undeclared(kind: Kind) -> set[str]:
    return Dossier.model_fields.keys() - {"neighbourhood"} - kind.records


class LeftOut(NamedTuple):
    """A kind of which a neighbourhood gets no document: the records that are missing, and those that have an error."""

    dossier: Dossier
    kind: Kind
    missing: tuple[str, ...]
    broken: tuple[str, ...]


Broken = Mapping[str, frozenset[str]]
"""By the id of a neighbourhood, the records with an error, which its dossier does not hold (`plan`, `evaluations/1404-h1`)."""


def left_out(kind: Kind, dossier: Dossier, broken: Broken) -> LeftOut | None:
    """Say why a neighbourhood gets no document of a kind; None when it gets one, or when the kind is about the province."""
    faulty = broken.get(dossier.id, frozenset())
    absent = [name for name in kind.needed if not getattr(dossier, name)]
    stopping = tuple(sorted(key for key in faulty if _stops(key, kind) or key.partition("/")[0] in absent))
    names = {key.partition("/")[0] for key in stopping}
    missing = tuple(name for name in absent if name not in names)
    found = LeftOut(dossier, kind, missing, stopping)
    return found if kind.subject != "province" and (missing or stopping) else None


def _stops(key: str, kind: Kind, evaluation: Evaluation | None = None) -> bool:
    """Return whether an error in a record stops a document of a kind: it reads that record.

    An evaluation reads those before it, so one with an error stops itself and the later ones.
    """
    name, _, entry = key.partition("/")
    if name not in kind.records:
        return False
    if kind.subject != "period" or name != SOURCES["period"] or not entry:
        return True
    return evaluation is not None and entry <= evaluation.id


def find(
    kind: Kind, workspace: Workspace, broken: Broken = MappingProxyType({}), *, with_samples: bool = False
) -> Iterator[Subject]:
    """Yield every subject of a kind: of each neighbourhood that has the records it requires, or of the province.

    Each holds only the records that its kind declares; one of them in `broken` leaves the neighbourhood out. Provincial
    documents leave sample records out unless `with_samples`.
    """
    catalogue = workspace.catalogue
    sound = [dossier for dossier in workspace.dossiers if not any(_stops(key, kind) for key in broken.get(dossier.id, ()))]
    closed = [dossier.without(_undeclared(kind)) for dossier in sound]
    if kind.subject == "province":
        all_of_them = tuple(dossier for dossier in closed if with_samples or not dossier.sample)
        yield Subject(kind, PROVINCE, "", catalogue, all_of_them)
        return
    for dossier in closed:
        if all(getattr(dossier, name) for name in kind.needed):
            yield from _of_dossier(kind, catalogue, dossier, broken.get(dossier.id, frozenset()))


def _of_dossier(kind: Kind, catalogue: Catalogue, dossier: Dossier, broken: frozenset[str]) -> Iterator[Subject]:
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
                if not any(_stops(key, kind, evaluation) for key in broken):
                    later = {f"evaluations/{each.id}" for each in dossier.evaluations if each.period > evaluation.period}
                    yield Subject(kind, dossier.id, evaluation.id, catalogue, (), dossier.without(later), evaluation=evaluation)
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
    """List the agencies that lead or help in an action of the plan, in the order of the catalogue."""
    actions = dossier.plan.actions if dossier.plan else ()
    named = {agency_id for action in actions for agency_id in (action.lead, *action.partners)}
    return tuple(agency for agency in catalogue.agencies if agency.id in named)
