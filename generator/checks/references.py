"""Every id that a record cites is the id of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from generator import persian
from generator.checks.fields import once_a_record, records_of
from generator.checks.kinds import HOLDERS, KINDS
from generator.checks.scope import Case, FieldPath, Finding, Named, ProvinceCase
from generator.model.citations import AGENCY_OR_BODY, CITES
from generator.model.known import Unknown
from generator.model.records.contract import Contract
from generator.model.records.quarterly import ProvinceQuarter, QuarterlyReport
from generator.problems.messages import remedy

_WALKED = frozenset({"needs", "plan", "participatory", "evaluations", "programmes", "reviews"})
"""The records of which every citation is found by the types of their fields."""


class Citation(NamedTuple):
    """An id cited by a field of a record (a name such as `plan`), and the kinds of record that it may name."""

    record: str
    path: FieldPath
    id: str
    kinds: tuple[str, ...]


def references_exist(case: Case | ProvinceCase) -> Iterator[Finding]:
    """A document that cites what does not exist cannot be written; most often an id is misspelt (V4, V15)."""
    for reference in references(case) if isinstance(case, Case) else references_of_province(case):
        known = case.names.known(reference.kinds)
        if known is not None and reference.id not in known:
            yield case.finding(
                "reference-unknown",
                reference.record,
                reference.path,
                kind=" یا ".join(KINDS[kind] for kind in reference.kinds),
                id=reference.id,
                remedy=remedy_for(reference.id, known),
            )


def cited_records_are_there(case: Case) -> Iterator[Finding]:
    """A missing file explains every citation of its records, so it is reported once for each file that cites it."""
    reported: set[tuple[str, str]] = set()
    for reference in references(case):
        for kind in reference.kinds:
            holder = HOLDERS.get(kind)
            if holder and case.lacks(holder) and (reference.record, holder) not in reported:
                reported.add((reference.record, holder))
                values = {"kind": KINDS[kind], "id": reference.id, "file": f"{holder}.yaml"}
                values |= {"lacking": holder, "neighbourhood": case.dossier.id}
                yield case.finding("record-needed", reference.record, reference.path, **values)


def remedy_for(given: str, known: Named) -> str:
    """Return the nearest id with its name, else all of them."""
    shown = {name: f"{name} ({title})" if title else name for name, title in known.items()}
    return remedy([shown[name] for name in persian.near_matches(given, known, 1)], shown.values())


def references(case: Case) -> Iterator[Citation]:
    """Yield every citation of a dossier, but those of indicators, which belong to an action."""
    dossier = case.dossier
    yield Citation("neighbourhood", ("zone",), dossier.neighbourhood.zone, ("zone",))
    yield from _list("neighbourhood", ("distinct_from",), dossier.neighbourhood.distinct_from, "neighbourhood")
    if ended := dossier.neighbourhood.ended:
        yield from _optional("neighbourhood", ("ended", "into"), ended.into, "neighbourhood")
    for name, record in records_of(dossier):
        if name.partition("/")[0] in _WALKED:
            yield from cited_in(name, record)
    for at, group in enumerate(dossier.community.groups if dossier.community else ()):
        if group.permit_request:
            authority = group.permit_request.authority
            yield from _optional("community", ("groups", at, "permit_request", "authority"), authority, *AGENCY_OR_BODY)
    for at, approval in enumerate(dossier.approvals.approvals if dossier.approvals else ()):
        yield Citation("approvals", ("approvals", at, "body"), approval.body, ("body",))
        yield from _optional("approvals", ("approvals", at, "decision"), approval.decision, "decision")
        yield from _optional("approvals", ("approvals", at, "letter"), approval.letter, "letter")
    if dossier.contract:
        yield from _of_contract(dossier.contract)
    yield from _of_its_life(case)
    for meeting in case.meetings:
        yield from _without_actions(cited_in(f"meetings/{meeting.id}", meeting))
    for meeting in dossier.meetings:
        for at, decision in enumerate(meeting.decisions):
            if decision in meeting.decided_for(dossier.id):
                yield from _optional(f"meetings/{meeting.id}", ("decisions", at, "action"), decision.action, "action")
    yield from _of_periods(case)
    for at, value in enumerate(dossier.priority.values if dossier.priority else ()):
        yield Citation("priority", ("values", at, "indicator"), value.indicator, ("priority-indicator",))
    yield from _of_activities(case)


@once_a_record
def cited_in(name: str, record: BaseModel) -> Iterator[Citation]:
    """Yield what a record cites, in the order of its fields: those that `CITES` says."""
    return (Citation(name, path, cited, kinds) for path, cited, kinds in _cited(record, ()))


def _cited(record: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, str, tuple[str, ...]]]:
    for field, kinds in _fields_of(type(record)):
        value = getattr(record, field)
        if kinds is not None:
            if isinstance(value, tuple):
                yield from (((*path, field, at), cited, kinds) for at, cited in enumerate(value))
            elif value is not None and not isinstance(value, Unknown):
                yield (*path, field), value, kinds
        elif isinstance(value, tuple):
            for at, entry in enumerate(value):
                if isinstance(entry, BaseModel):
                    yield from _cited(entry, (*path, field, at))
        elif isinstance(value, BaseModel) and not isinstance(value, Unknown):
            yield from _cited(value, (*path, field))


@cache
def _fields_of(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    """Return the fields of a record with the kinds that each may cite, None where it cites nothing."""
    return tuple((field, CITES.get((model.__name__, field))) for field in model.model_fields)


def _of_contract(contract: Contract) -> Iterator[Citation]:
    yield Citation("contract", ("supervisor",), contract.supervisor, AGENCY_OR_BODY)
    yield from _list("contract", ("basis",), contract.basis, "approval")
    yield from _optional("contract", ("choice", "call"), contract.choice.call, "call")
    for at, guarantee in enumerate(contract.guarantees):
        yield Citation("contract", ("guarantees", at, "rate"), guarantee.rate, ("rate",))
    for at, amendment in enumerate(contract.amendments):
        for given_at, guarantee in enumerate(amendment.guarantees):
            yield Citation("contract", ("amendments", at, "guarantees", given_at, "rate"), guarantee.rate, ("rate",))


def _of_its_life(case: Case) -> Iterator[Citation]:
    """Yield what handovers and payments name of the contract."""
    for handover in case.dossier.handovers:
        record = f"handovers/{handover.id}"
        for at, introduced in enumerate(handover.staff):
            yield Citation(record, ("staff", at, "line"), introduced.line, ("staff",))
        yield from _list(record, ("guarantees",), handover.guarantees, "guarantee")
    for payment in case.dossier.payments:
        yield Citation(f"payments/{payment.id}", ("instalment",), payment.instalment, ("instalment",))


def references_of_province(case: ProvinceCase) -> Iterator[Citation]:
    """Yield every citation of the province's records."""
    for name, record in records_of(case.province):
        yield from _without_actions(cited_in(name, record))


def _without_actions(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Yield citations but those of actions: which plan is meant is known in each neighbourhood that a decision concerns."""
    return (each for each in citations if each.kinds != ("action",))


def _of_periods(case: Case) -> Iterator[Citation]:
    for quarter in case.dossier.quarters:
        record = f"quarters/{quarter.id}"
        for at, note in enumerate(quarter.actions):
            yield Citation(record, ("actions", at, "action"), note.action, ("action",))
        for at, agency in enumerate(quarter.agencies):
            yield Citation(record, ("agencies", at, "agency"), agency.agency, ("agency",))
        yield from _owners(record, quarter)


def _of_activities(case: Case) -> Iterator[Citation]:
    for at, activity in enumerate(case.dossier.activities.activities if case.dossier.activities else ()):
        path: FieldPath = ("activities", at)
        yield from _list("activities", (*path, "services"), activity.services, "service")
        yield from _list("activities", (*path, "groups"), activity.groups, "group")
        for cited_at, cited in enumerate(activity.agencies):
            yield Citation("activities", (*path, "agencies", cited_at), cited, AGENCY_OR_BODY)


def _owners(record: str, quarter: QuarterlyReport | ProvinceQuarter) -> Iterator[Citation]:
    for at, obstacle in enumerate(quarter.obstacles):
        yield from _optional(record, ("obstacles", at, "owner"), obstacle.owner, *AGENCY_OR_BODY)
    for at, proposal in enumerate(quarter.proposals):
        yield from _optional(record, ("proposals", at, "owner"), proposal.owner, *AGENCY_OR_BODY)


def _list(record: str, path: FieldPath, ids: Iterable[str], kind: str) -> Iterator[Citation]:
    for at, cited in enumerate(ids):
        yield Citation(record, (*path, at), cited, (kind,))


def _optional(record: str, path: FieldPath, cited: str | Unknown | None, *kinds: str) -> Iterator[Citation]:
    if cited is not None and not isinstance(cited, Unknown):
        yield Citation(record, path, cited, kinds)
