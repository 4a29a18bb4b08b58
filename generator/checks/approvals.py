"""Rules over approvals and the notification that rests on them (V3, lines 286-287)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.letters import NOTIFICATION, Letter
from generator.model.records.neighbourhood import Approval
from generator.persian import JalaliDate

FIRST, SECOND = "شناسنامه نیازها", "برنامه اقدام"
"""The subject of the first approval (strategic committee) and of the second (headquarters)."""


def approvals_are_in_order(case: Case) -> Iterator[Finding]:
    """The second approval rests on the first, so dates do not decrease (V3, lines 286-287).

    Those of the file stand in the order in which they are due; those that decisions give have a day of their own.
    """
    latest = None
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        if isinstance(approval.date, Unknown) or approval.decision is not None:
            continue
        if latest is not None and approval.date < latest:
            values = {"date": str(approval.date), "before": str(latest)}
            yield case.finding("approvals-out-of-order", "approvals", ("approvals", at, "date"), **values)
        latest = approval.date if latest is None else max(latest, approval.date)


def approvals_say_what_was_decided(case: Case) -> Iterator[Finding]:
    """An approval and the decision that it names are one fact: they do not say different things."""
    meetings = {meeting.id: meeting for meeting in case.dossier.meetings}
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        meeting_id, _, decision_id = (approval.decision or "").partition("/")
        meeting = meetings.get(meeting_id)
        decision = next((each for each in meeting.decisions if each.id == decision_id), None) if meeting else None
        if meeting is None or decision is None:
            continue
        said = {"body": meeting.body, "about": decision.approves, "number": meeting.number, "date": meeting.date}
        for name, decided in said.items():
            if getattr(approval, name) != decided and not isinstance(decided, Unknown):
                values = {"decision": approval.decision, "given": getattr(approval, name), "decided": decided or "—"}
                yield Finding("approval-differs", case.dossier.file("approvals"), ("approvals", at, name), values)


def awaited_approvals_are_not_given(case: Case) -> Iterator[Finding]:
    """One that is awaited, though a decision gives it, would be a gap for ever."""
    approvals = case.dossier.approvals.approvals if case.dossier.approvals else ()
    given = {(each.body, each.about): each.decision for each in approvals if each.decision is not None}
    for at, approval in enumerate(approvals):
        decision = given.get((approval.body, approval.about))
        if approval.decision is None and approval.letter is None and not approval.issued and decision is not None:
            yield case.finding("approval-given", "approvals", ("approvals", at, "number"), decision=decision)


def second_approval_has_a_first(case: Case) -> Iterator[Finding]:
    """The headquarters approve «پس از طرح و تصویب» of the strategic committee (V3, lines 286-287)."""
    approvals = case.dossier.approvals
    if approvals is None or any(approval.issued for approval in approvals.about(FIRST)):
        return
    for at, approval in _about(case, SECOND):
        if approval.issued:
            yield case.finding("approval-without-first", "approvals", ("approvals", at, "date"), first=FIRST)


def approvals_are_of_the_body_in_charge(case: Case) -> Iterator[Finding]:
    """Needs are for the strategic committee and plans for the headquarters to approve (V3, lines 286-287)."""
    bodies = case.names.bodies.bodies if case.names.bodies else ()
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        deciding = {body.id: body.name for body in bodies if approval.about in body.decides}
        if deciding and approval.body not in deciding and approval.body in {body.id for body in bodies}:
            names = " یا ".join(f"«{name}»" for name in deciding.values())
            path = ("approvals", at, "body")
            yield case.finding("approval-of-other-body", "approvals", path, about=approval.about, names=names)


def notification_follows_both_approvals(case: Case) -> Iterator[Finding]:
    """A plan is notified «جهت اجرا» only after both approvals, each with number and date (V3, lines 286-287)."""
    if not case.unread.isdisjoint({"approvals", "meetings"}):
        return
    missing = [about for about in (FIRST, SECOND) if not any(each.issued for _, each in _about(case, about))]
    for letter in _issued_notifications(case):
        record = f"letters/{letter.id}"
        if missing:
            # A second approval without a first has been reported, and so explains every letter that rests on it.
            if missing != [FIRST]:
                names = " و ".join(f"«{about}»" for about in missing)
                yield case.finding("notified-without-approval", record, ("date",), names=names)
            return
        # A later edition has approvals of its own, so the first of each matter is what a letter may not precede.
        earliest = max(_first_day(case, about) for about in (FIRST, SECOND))
        if not isinstance(letter.date, Unknown) and letter.date < earliest:
            values = {"date": str(letter.date), "approved": str(earliest)}
            yield case.finding("notified-before-approval", record, ("date",), **values)


def _first_day(case: Case, about: str) -> JalaliDate:
    return min(each.date for _, each in _about(case, about) if each.issued and not isinstance(each.date, Unknown))


def every_agency_is_notified(case: Case) -> Iterator[Finding]:
    """The plan is notified «به دستگاه ها» (line 287): to each that leads an action, not to some of them."""
    letters = list(_issued_notifications(case))
    issued_to = {letter.agency for letter in letters}
    plan = case.dossier.plan
    known = case.names.known(("agency",)) or {}
    leads = [lead for lead in dict.fromkeys(action.lead for action in (plan.actions if plan else ())) if lead in known]
    left_out = [lead for lead in leads if lead not in issued_to]
    # A letter that names no agency, or a misspelt one, is reported in its own place.
    if letters and left_out and issued_to <= known.keys() and "letters" not in case.unread:
        names = "، ".join(f"«{known[lead] or lead}»" for lead in left_out)
        values = {"names": names, "neighbourhood": case.dossier.neighbourhood.name}
        yield case.finding("agencies-not-notified", f"letters/{letters[-1].id}", ("agency",), **values)


def _about(case: Case, about: str) -> Iterator[tuple[int, Approval]]:
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        if approval.about == about:
            yield at, approval


def _issued_notifications(case: Case) -> Iterator[Letter]:
    """Yield the letters that notify and have a date, by their dates."""
    dated = [(str(letter.date), letter) for letter in case.dossier.letters if not isinstance(letter.date, Unknown)]
    yield from (letter for _, letter in sorted(dated, key=lambda each: each[0]) if letter.kind == NOTIFICATION)
