"""Rules over approvals and the notification that rests on them (V3, lines 286-287)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown
from generator.model.records.letters import NOTIFICATION, Letter
from generator.model.records.neighbourhood import Approval

FIRST, SECOND = "شناسنامه نیازها", "برنامه اقدام"
"""The subject of the first approval (strategic committee) and of the second (headquarters)."""


def approvals_are_in_order(case: Case) -> Iterator[Finding]:
    """The second approval rests on the first, so dates do not decrease (V3, lines 286-287)."""
    latest = None
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        if isinstance(approval.date, Unknown):
            continue
        if latest is not None and approval.date < latest:
            values = {"date": str(approval.date), "before": str(latest)}
            yield case.finding("approvals-out-of-order", "approvals", ("approvals", at, "date"), **values)
        latest = approval.date if latest is None else max(latest, approval.date)


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
    if "approvals" in case.unread:
        return
    missing = [about for about in (FIRST, SECOND) if not any(each.issued for _, each in _about(case, about))]
    for at, letter in _issued_notifications(case):
        path = ("letters", at, "date")
        if missing:
            # A second approval without a first has been reported, and so explains every letter that rests on it.
            if missing != [FIRST]:
                names = " و ".join(f"«{about}»" for about in missing)
                yield case.finding("notified-without-approval", "letters", path, names=names)
            return
        # A later edition of the plan is approved and notified again, so the first approval of each matter counts.
        given = {about: [each.date for _, each in _about(case, about) if each.issued] for about in (FIRST, SECOND)}
        latest = max(min(day for day in days if not isinstance(day, Unknown)) for days in given.values())
        if not isinstance(letter.date, Unknown) and letter.date < latest:
            values = {"date": str(letter.date), "approved": str(latest)}
            yield case.finding("notified-before-approval", "letters", path, **values)


def every_agency_is_notified(case: Case) -> Iterator[Finding]:
    """The plan is notified «به دستگاه ها» (line 287): to each that leads an action, not to some of them."""
    issued_to = {letter.agency for _, letter in _issued_notifications(case)}
    plan = case.dossier.plan
    known = case.names.known(("agency",)) or {}
    leads = [lead for lead in dict.fromkeys(action.lead for action in (plan.actions if plan else ())) if lead in known]
    left_out = [lead for lead in leads if lead not in issued_to]
    # A letter that names no agency, or a misspelt one, is reported in its own place.
    if issued_to and left_out and issued_to <= known.keys():
        names = "، ".join(f"«{known[lead] or lead}»" for lead in left_out)
        yield case.finding("agencies-not-notified", "letters", ("letters",), names=names)


def _about(case: Case, about: str) -> Iterator[tuple[int, Approval]]:
    for at, approval in enumerate(case.dossier.approvals.approvals if case.dossier.approvals else ()):
        if approval.about == about:
            yield at, approval


def _issued_notifications(case: Case) -> Iterator[tuple[int, Letter]]:
    for at, letter in enumerate(case.dossier.letters.letters if case.dossier.letters else ()):
        if letter.kind == NOTIFICATION and not isinstance(letter.date, Unknown):
            yield at, letter
