"""Every id that a record cites is the id of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import persian
from generator.checks.scope import HOLDERS, KINDS, Case, FieldPath, Finding, Named
from generator.model.known import Unknown
from generator.model.records.action import Action
from generator.problems.messages import remedy

AGENCY_OR_BODY = ("agency", "body")


class Citation(NamedTuple):
    """An id cited by a field of a record (a name such as `plan`), and the kinds of record that it may name."""

    record: str
    path: FieldPath
    id: str
    kinds: tuple[str, ...]


def references_exist(case: Case) -> Iterator[Finding]:
    """A document that cites what does not exist cannot be written; most often an id is misspelt (V4, V15)."""
    for reference in references(case):
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
    for at, need in enumerate(dossier.needs.needs if dossier.needs else ()):
        yield from _list("needs", ("needs", at, "agencies"), need.agencies, "agency")
    for at, issue in enumerate(dossier.needs.issues if dossier.needs else ()):
        yield from _list("needs", ("issues", at, "needs"), issue.needs, "need")
    for at, applicant in enumerate(dossier.call.applicants if dossier.call else ()):
        yield from _optional("call", ("applicants", at, "operator"), applicant.operator, "operator")
    for at, action in enumerate(dossier.plan.actions if dossier.plan else ()):
        yield from _of_action(("actions", at), action)
    for at, approval in enumerate(dossier.approvals.approvals if dossier.approvals else ()):
        yield Citation("approvals", ("approvals", at, "body"), approval.body, ("body",))
    if dossier.contract:
        yield Citation("contract", ("supervisor",), dossier.contract.supervisor, AGENCY_OR_BODY)
        yield from _list("contract", ("basis",), dossier.contract.basis, "approval")
        for at, guarantee in enumerate(dossier.contract.guarantees):
            yield Citation("contract", ("guarantees", at, "rate"), guarantee.rate, ("rate",))
    yield from _of_evaluations(case)
    yield from _of_letters(case)
    yield from _of_meetings(case)
    yield from _of_periods(case)
    for at, value in enumerate(dossier.priority.values if dossier.priority else ()):
        yield Citation("priority", ("values", at, "indicator"), value.indicator, ("priority-indicator",))
    yield from _of_activities(case)


def _of_action(path: FieldPath, action: Action) -> Iterator[Citation]:
    yield from _list("plan", (*path, "goals"), action.goals, "goal")
    yield from _list("plan", (*path, "needs"), action.needs, "need")
    yield Citation("plan", (*path, "lead"), action.lead, ("agency",))
    yield from _list("plan", (*path, "partners"), action.partners, "agency")
    yield from _list("plan", (*path, "duties"), action.duties, "duty")
    yield from _list("plan", (*path, "services"), action.services, "service")
    for at, role in enumerate(action.roles):
        yield from _optional("plan", (*path, "roles", at, "group"), role.group, "group")
        yield from _optional("plan", (*path, "roles", at, "partner"), role.partner, "partner")
    for at, line in enumerate(action.budget):
        yield from _optional("plan", (*path, "budget", at, "agency"), line.agency, "agency")
    for at, confirmation in enumerate(action.confirmations):
        yield Citation("plan", (*path, "confirmations", at, "body"), confirmation.body, AGENCY_OR_BODY)


def _of_evaluations(case: Case) -> Iterator[Citation]:
    for evaluation in case.dossier.evaluations:
        record = f"evaluations/{evaluation.id}"
        for at, line in enumerate(evaluation.progress):
            yield Citation(record, ("progress", at, "action"), line.action, ("action",))
        for at, solution in enumerate(evaluation.solutions):
            yield Citation(record, ("solutions", at, "owner"), solution.owner, AGENCY_OR_BODY)
        for at, planned in enumerate(evaluation.next_year):
            yield from _optional(record, ("next_year", at, "action"), planned.action, "action")
            yield Citation(record, ("next_year", at, "owner"), planned.owner, AGENCY_OR_BODY)


def _of_letters(case: Case) -> Iterator[Citation]:
    for at, letter in enumerate(case.dossier.letters.letters if case.dossier.letters else ()):
        yield from _optional("letters", ("letters", at, "agency"), letter.agency, *AGENCY_OR_BODY)
        for cited_at, cited in enumerate(letter.references):
            yield from _optional("letters", ("letters", at, "references", cited_at, "letter"), cited.letter, "letter")


def _of_meetings(case: Case) -> Iterator[Citation]:
    for meeting in case.dossier.meetings:
        record = f"meetings/{meeting.id}"
        yield from _optional(record, ("body",), meeting.body, "body")
        for at, attendee in enumerate(meeting.attendance):
            yield from _optional(record, ("attendance", at, "represents"), attendee.represents, *AGENCY_OR_BODY)
        for at, decision in enumerate(meeting.decisions):
            yield from _optional(record, ("decisions", at, "action"), decision.action, "action")
            yield Citation(record, ("decisions", at, "owner"), decision.owner, AGENCY_OR_BODY)


def _of_periods(case: Case) -> Iterator[Citation]:
    for quarter in case.dossier.quarters:
        record = f"quarters/{quarter.id}"
        for at, note in enumerate(quarter.actions):
            yield Citation(record, ("actions", at, "action"), note.action, ("action",))
        for at, agency in enumerate(quarter.agencies):
            yield Citation(record, ("agencies", at, "agency"), agency.agency, ("agency",))
        for name in ("obstacles", "proposals"):
            for at, entry in enumerate(getattr(quarter, name)):
                yield from _optional(record, (name, at, "owner"), entry.owner, *AGENCY_OR_BODY)
    for programme in case.dossier.programmes:
        record = f"programmes/{programme.id}"
        for at, line in enumerate(programme.lines):
            yield from _optional(record, ("lines", at, "action"), line.action, "action")
            yield Citation(record, ("lines", at, "owner"), line.owner, AGENCY_OR_BODY)


def _of_activities(case: Case) -> Iterator[Citation]:
    for at, activity in enumerate(case.dossier.activities.activities if case.dossier.activities else ()):
        path: FieldPath = ("activities", at)
        yield from _list("activities", (*path, "services"), activity.services, "service")
        yield from _list("activities", (*path, "groups"), activity.groups, "group")
        for cited_at, cited in enumerate(activity.agencies):
            yield Citation("activities", (*path, "agencies", cited_at), cited, AGENCY_OR_BODY)


def _list(record: str, path: FieldPath, ids: Iterable[str], kind: str) -> Iterator[Citation]:
    for at, cited in enumerate(ids):
        yield Citation(record, (*path, at), cited, (kind,))


def _optional(record: str, path: FieldPath, cited: str | Unknown | None, *kinds: str) -> Iterator[Citation]:
    if cited is not None and not isinstance(cited, Unknown):
        yield Citation(record, path, cited, kinds)
