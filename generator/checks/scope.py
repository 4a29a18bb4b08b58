"""The input and output of a rule: the records as far as they could be read, and a finding that names its field."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.model.records.agencies import Agency
from generator.model.records.bodies import Bodies
from generator.model.records.boundaries import ZoneBoundary
from generator.model.records.catalogue import Catalogue
from generator.model.records.contacts import Contacts
from generator.model.records.contract import Contract
from generator.model.records.holidays import Holidays
from generator.model.records.indicators import Indicators
from generator.model.records.joining import source
from generator.model.records.keepers import Keepers
from generator.model.records.legal import Legal
from generator.model.records.meeting import Meeting
from generator.model.records.operators import Operators
from generator.model.records.programme import Programme
from generator.model.records.province import Province, Zones
from generator.model.records.secretariat import Secretariat
from generator.model.records.services import Services
from generator.model.records.statements import Statements
from generator.model.records.terms import Terms
from generator.model.records.workspace import Dossier, ProvinceDossier

FieldPath = tuple[str | int, ...]

CATALOGUES = (
    "programme", "province", "zones", "services", "bodies", "legal", "secretariat",
    "operators", "contacts", "terms", "statements", "keepers", "indicators", "holidays",
)  # fmt: skip
"""The catalogues that are a file each, by its stem."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule found: a code of `messages`, the record's key, the field's path, the sentence's values.

    A record's key is its file under `plans/`, such as `neighbourhoods/z3-golshahr/plan.yaml`.
    """

    code: str
    record: str
    path: FieldPath = ()
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The catalogues as far as they could be read: None, or a name in `unread`, where a file has an error.

    `neighbourhoods` are the ids of those that have a folder, readable or not.
    """

    programme: Programme | None
    province: Province | None
    zones: Zones | None
    services: Services | None
    bodies: Bodies | None
    legal: Legal | None
    secretariat: Secretariat | None
    operators: Operators | None
    contacts: Contacts | None
    terms: Terms | None
    statements: Statements | None
    keepers: Keepers | None
    indicators: Indicators | None
    holidays: Holidays | None
    agencies: tuple[Agency, ...]
    unread: frozenset[str]
    neighbourhoods: tuple[str, ...]
    boundaries: tuple[ZoneBoundary, ...] | None = ()
    agencies_listed: bool = True
    """Whether the folder of the agencies could be listed; else nobody knows which there are."""

    def whole(self) -> Catalogue | None:
        """Return the catalogue when every file of it could be read, else None."""
        if self.unread or not self.agencies_listed:
            return None
        parts = {name: getattr(self, name) for name in (*CATALOGUES, "boundaries")}
        if None in parts.values():
            return None
        return Catalogue(**parts, agencies=self.agencies)


Named = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The ids that can be cited: for each kind with their Persian names; None where they are not all known.

    `legal` and `bodies` are the catalogues themselves, for rules that need more of them than names.
    """

    by_kind: Mapping[str, Named | None]
    owners: Mapping[str, str]
    """Duty id -> id of its agency."""
    recipients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Agency id -> ids of its recipients."""
    legal: Legal | None = None
    bodies: Bodies | None = None

    def known(self, kinds: tuple[str, ...]) -> Named | None:
        """The ids of some kinds together; None when those of one of them are not all known."""
        found = [names for kind in kinds if (names := self.by_kind[kind]) is not None]
        if len(found) < len(kinds):
            return None
        return found[0] if len(found) == 1 else _together(*found)


def _together(*named: Named) -> Named:
    """Return several mappings as one, the first one before the others, without looking into them."""
    return ChainMap(*named)  # type: ignore[arg-type]  # Nothing is written into it.


def names_of_catalogues(parts: Catalogues) -> Names:
    """The ids of the catalogues, which any record may refer to; those of the province's records are not known yet."""
    duties: Named = {duty.id: agency.short_name for agency in parts.agencies for duty in agency.duties}
    duty_parts = {part.id: part.quote for agency in parts.agencies for duty in agency.duties for part in duty.parts}
    recipients = {recipient.id: recipient.name for agency in parts.agencies for recipient in agency.recipients}
    agencies = {agency.id: agency.name for agency in parts.agencies}
    services = parts.services.every_service if parts.services else None
    return Names(
        {
            "zone": {zone.id: zone.name for zone in parts.zones.zones} if parts.zones else None,
            "neighbourhood": dict.fromkeys(parts.neighbourhoods, "") or None,
            "goal": {goal.id: "" for goal in parts.programme.goals} if parts.programme else None,
            "agency": (agencies | dict.fromkeys(parts.unread, "") if parts.agencies_listed else None) or None,
            "duty": None if parts.unread or not parts.agencies_listed else duties,
            "recipient": None if parts.unread or not parts.agencies_listed else recipients,
            "duty-part": None if parts.unread or not parts.agencies_listed else duty_parts,
            "service": None if services is None else {service.id: "" for service in services},
            "body": {body.id: body.name for body in parts.bodies.bodies} if parts.bodies else None,
            "rate": {rate.id: rate.title for rate in parts.legal.rates} if parts.legal else None,
            "operator": {operator.id: "" for operator in parts.operators.operators} if parts.operators else None,
            "contact": {each.id: each.post for each in parts.contacts.contacts} if parts.contacts else None,
            "statement": {each.id: "" for each in parts.statements.statements} if parts.statements else None,
            "priority-indicator": {each.id: each.title for each in parts.indicators.indicators} if parts.indicators else None,
            **dict.fromkeys(("letter", "meeting", "decision", "call")),
        },
        {duty.id: agency.id for agency in parts.agencies for duty in agency.duties},
        {agency.id: tuple(recipient.id for recipient in agency.recipients) for agency in parts.agencies},
        parts.legal,
        parts.bodies,
    )


@dataclass(frozen=True, slots=True)
class ProvinceCase:
    """The records of the province under the rules, without those that could not be read (`unread` series)."""

    province: ProvinceDossier
    names: Names
    unread: frozenset[str] = frozenset()

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings whose files are the province's."""
        return self.province.meetings

    def key(self, record: str) -> str:
        """The key of a record of the province (`meetings/hq-1`)."""
        return f"{record}.yaml"

    def finding(self, code: str, record: str, path: FieldPath = (), **values: object) -> Finding:
        """Make a finding about a record of the province."""
        return Finding(code, self.key(record), path, values)


def case_of_province(province: ProvinceDossier, catalogue_names: Names, unread: frozenset[str]) -> ProvinceCase:
    """Make a case of the province's records, with the ids that they and every neighbourhood may cite."""
    own: dict[str, Named | None] = {
        "letter": None if "letters" in unread else {letter.id: letter.subject for letter in province.letters},
        "meeting": None if "meetings" in unread else {meeting.id: meeting.title for meeting in province.meetings},
        "call": None if "calls" in unread else {call.id: call.subject for call in province.calls},
        "decision": None if "meetings" in unread else _decisions(province.meetings),
    }
    return ProvinceCase(province, replace(catalogue_names, by_kind={**catalogue_names.by_kind, **own}), unread)


def _decisions(meetings: Iterable[Meeting]) -> dict[str, str]:
    return {f"{meeting.id}/{decision.id}": decision.title for meeting in meetings for decision in meeting.decisions}


@dataclass(frozen=True, slots=True)
class Case:
    """One neighbourhood under the rules: its dossier without the records that could not be read (`unread`)."""

    dossier: Dossier
    names: Names
    unread: frozenset[str] = frozenset()

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings whose files are the neighbourhood's own."""
        return tuple(meeting for meeting in self.dossier.meetings if not meeting.neighbourhoods)

    def key(self, record: str) -> str:
        """The key of a record of the dossier (`plan`, `evaluations/1404-h1`)."""
        return self.dossier.file(record)

    def finding(self, code: str, record: str, path: FieldPath = (), **values: object) -> Finding:
        """Make a finding about a record of the dossier."""
        return Finding(code, *place(self.dossier, record, path), values)

    def lacks(self, record: str) -> bool:
        """Return whether a record is missing (one that could not be read is not)."""
        return getattr(self.dossier, record) is None and record not in self.unread


def place(dossier: Dossier, record: str, path: FieldPath = ()) -> tuple[str, FieldPath]:
    """Return the file and the path in it of a field; of an approval what its meeting or letter says is there."""
    held_in, inside = source(dossier, record, path)
    return dossier.file(held_in), inside


def case_of(dossier: Dossier, names: Names, unread: frozenset[str]) -> Case:
    """Make a case of a dossier, with the ids that it may cite: those of the catalogues, of the province, and its own."""
    needs, community, plan, approvals = dossier.needs, dossier.community, dossier.plan, dossier.approvals
    participatory = dossier.participatory
    local = [meeting for meeting in dossier.meetings if not meeting.neighbourhoods]
    meetings, decisions = names.by_kind["meeting"], names.by_kind["decision"]
    own: dict[str, Named | None] = {
        "need": {need.id: need.title for need in needs.needs} if needs else None,
        "group": {group.id: group.name for group in community.groups} if community else None,
        "partner": {partner.id: partner.support for partner in community.partners} if community else None,
        "action": {action.id: action.title for action in plan.actions} if plan else None,
        "approval": {approval.id: approval.subject for approval in approvals.approvals} if approvals else None,
        "gathering": {each.id: each.topic for each in participatory.gatherings} if participatory else None,
        "change": {each.id: each.what for each in participatory.changes} if participatory else None,
        "meeting": None if meetings is None else _together({meeting.id: meeting.title for meeting in local}, meetings),
        "decision": None if decisions is None else _together(_decisions(local), decisions),
        **_of_contract(dossier.contract),
    }
    own["survey"] = None if "surveys" in unread else {survey.id: survey.title for survey in dossier.surveys}
    own["evaluation"] = None if "evaluations" in unread else {each.id: each.period.title for each in dossier.evaluations}
    return Case(dossier, replace(names, by_kind={**names.by_kind, **own}), unread)


def _of_contract(contract: Contract | None) -> dict[str, Named | None]:
    """Return the parts of a contract and its amendments that records of its life name."""
    if contract is None:
        return dict.fromkeys(("instalment", "staff", "guarantee"))
    return {
        "instalment": {each.id: each.title for each in contract.payable},
        "staff": {line.id: line.post for line in contract.staff_now},
        "guarantee": {guarantee.id: guarantee.kind for guarantee in contract.guarantees_now},
    }
