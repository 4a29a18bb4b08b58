"""What is due in a neighbourhood and when: reports, decisions, replies, confirmations, permits, the life of the contract.

A report is owed until it is delivered, a decision until its status says so. A solution is owed until its day, and then as long
as the next evaluation says that it is not settled and no other solution takes it up. An instalment is owed until it is paid,
and the end of a contract until the minutes of the end of work are dated, where the neighbourhood keeps such records at all;
without any of them both are due until their day. A letter that asks for a reply waits until one comes that answers it, and the
card of an action for its confirmations until each is dated; they are due when the action begins.

A deadline that falls on a day on which offices are closed is due on the next one that is not; what is valid until a day ends
on that day all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from generator.model.known import NotListedError, Unknown
from generator.model.records.bodies import Bodies
from generator.model.records.contract_sums import due_in
from generator.model.records.holidays import Holidays
from generator.model.records.letters import Letter
from generator.model.records.meeting import Meeting
from generator.model.records.terms import Terms
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views.delivered import delivered
from generator.model.views.handing import ended
from generator.model.views.payments import origin, unpaid
from generator.persian import Half, JalaliDate, Quarter, days_between, half_of, numeral, quarter_of

DAYS_TO_REPORT = 30
"""The days after the end of a period in which its report is in time, where `terms.yaml` does not say; the source does not."""

REPORT_TERM = "report-after-period"
"""The term that says it."""

PAYMENT_TERM = "payment"
"""The term in which an instalment is paid after the supervisor has approved its deliverable."""

ANSWERS = ("عطف", "بازگشت")
"""How a letter refers to the one that it answers."""


OPEN = ("در دست اقدام", "انجام‌نشده")
"""The status of a decision that is still to be carried out."""


Kind = Literal[
    "quarter", "evaluation", "decision", "solution", "instalment", "payment", "contract-end", "guarantee-end", "reply",
    "representative", "confirmation", "permit-end",
]  # fmt: skip


ENDS: tuple[Kind, ...] = ("contract-end", "guarantee-end", "permit-end")
"""What ends on its day whether offices are open or not."""


class Rules(NamedTuple):
    """What the catalogues say of deadlines: the terms, the days on which offices are closed, the bodies that confirm."""

    terms: Terms = Terms()
    holidays: Holidays = Holidays(weekly=())
    bodies: Bodies = Bodies(bodies=())

    def after(self, term_id: str, day: JalaliDate) -> JalaliDate | None:
        """Return the day on which a term ends that begins with a day; None where its length is not known."""
        try:
            term = self.terms.term(term_id, day)
        except NotListedError:
            return None
        if isinstance(term.amount, Unknown):
            return None
        count = int(term.amount)
        match term.unit:
            case "روز":
                return day.plus_days(count)
            case "روز کاری":
                return self.holidays.after(day, count)
            case "ماه":
                return day.plus_months(count)
            case "سال":
                return day.plus_months(12 * count)
        return None


_NO_RULES = Rules()


class Due(NamedTuple):
    """Something due on a day; `record` is its file or, for a report, the missing one (`quarters/1404-q1`).

    `title` is the period of a report, else the text; `owner` is the id of an agency or a body, where the data names one.
    `told` is the day that the data names, where offices are closed on it.
    """

    kind: Kind
    record: str
    title: str
    day: JalaliDate
    owner: str | None = None
    told: JalaliDate | None = None

    def late(self, day: JalaliDate) -> int:
        """The days that it is late on a day; negative while it is still to come."""
        return days_between(self.day, day)


def due(dossier: Dossier, day: JalaliDate, rules: Rules = _NO_RULES) -> tuple[Due, ...]:
    """Return what is overdue on a day and what is to come, by date; reports are due from the opening of the office on.

    After the day on which a neighbourhood was merged or closed nothing is due in it.
    """
    ended = dossier.neighbourhood.ended
    if ended and ended.on < day:
        return ()
    found = [
        *_reports(dossier, day, rules),
        *_of_meetings(dossier.meetings),
        *_solutions(dossier, day),
        *_of_contract(dossier, day),
        *_payments(dossier, rules),
        *_replies(dossier.letters, dossier.letters),
        *_confirmations(dossier, rules.bodies),
        *_permits(dossier, day),
    ]
    asked = [each for each in found if not ended or each.day <= ended.on]
    return _on_open_days(asked, rules.holidays)


def due_in_province(province: ProvinceDossier, rules: Rules = _NO_RULES) -> tuple[Due, ...]:
    """Return what is due of the records that concern the province as a whole, by date."""
    letters = [each for each in province.letters if not each.neighbourhoods]
    meetings = [each for each in province.meetings if not each.neighbourhoods]
    return _on_open_days([*_of_meetings(meetings), *_replies(letters, province.letters)], rules.holidays)


def _on_open_days(found: Iterable[Due], holidays: Holidays) -> tuple[Due, ...]:
    opened = ((each, each.day if each.kind in ENDS else holidays.open_from(each.day)) for each in found)
    moved = [each if day == each.day else each._replace(day=day, told=each.day) for each, day in opened]
    return tuple(sorted(moved, key=lambda each: each.day))


def _reports(dossier: Dossier, day: JalaliDate, rules: Rules) -> Iterator[Due]:
    opened = dossier.office.opened_on if dossier.office else None
    if opened is None or isinstance(opened, Unknown):
        return
    quarters = {quarter.period for quarter in dossier.quarters if delivered(quarter)}
    for period in _ended(quarter_of(opened), quarters, day):
        yield Due("quarter", f"quarters/{period.id}", period.title, _in_time(period.end, rules))
    evaluations = {evaluation.period for evaluation in dossier.evaluations if delivered(evaluation)}
    for period in _ended(_first_evaluated(dossier, opened), evaluations, day):
        yield Due("evaluation", f"evaluations/{period.id}", period.title, _in_time(period.end, rules))


def _first_evaluated(dossier: Dossier, opened: JalaliDate) -> Half:
    """Return the first half-year with something to evaluate: an action of the plan that has begun (line 272)."""
    begins = dossier.plan.begins if dossier.plan else None
    return max(half_of(opened), half_of(JalaliDate(begins.year, begins.month, 1)) if begins else half_of(opened))


def _in_time(end: JalaliDate, rules: Rules) -> JalaliDate:
    """Return the last day on which the report of a period that ended on a day is in time."""
    return rules.after(REPORT_TERM, end) or end.plus_days(DAYS_TO_REPORT)


def _ended(first: Quarter | Half, written: set[Quarter] | set[Half], day: JalaliDate) -> Iterator[Quarter | Half]:
    """The periods from a first one on that have ended and of which no report is delivered."""
    period = first
    while period.end < day:
        if period not in written:
            yield period
        period = period.next()


def _of_meetings(meetings: Iterable[Meeting]) -> Iterator[Due]:
    for meeting in meetings:
        for decision in meeting.decisions:
            if decision.status in OPEN and not isinstance(decision.deadline, Unknown):
                yield Due("decision", f"meetings/{meeting.id}", decision.title, decision.deadline, decision.owner)
        if not meeting.held and meeting.invitation and meeting.invitation.reply_by:
            yield Due("representative", f"meetings/{meeting.id}", meeting.title, meeting.invitation.reply_by)


def _replies(letters: Iterable[Letter], every: Iterable[Letter]) -> Iterator[Due]:
    answered = {each.letter for letter in every for each in letter.references if each.kind in ANSWERS}
    for letter in letters:
        if letter.reply_by is not None and letter.id not in answered and not isinstance(letter.date, Unknown):
            title = f"«{letter.subject}» به {letter.recipient}"
            yield Due("reply", f"letters/{letter.id}", title, letter.reply_by, letter.agency)


def _confirmations(dossier: Dossier, bodies: Bodies) -> Iterator[Due]:
    """The cards of actions that a body has not confirmed with a date, together for each month in which actions begin."""
    waiting: dict[tuple[JalaliDate, str], int] = {}
    confirming = [body.id for body in bodies.bodies if body.confirms_actions]
    for action in dossier.plan.actions if dossier.plan else ():
        given = {each.body for each in action.confirmations if not isinstance(each.date, Unknown)}
        for body in confirming:
            if body not in given:
                key = (action.start.first, body)
                waiting[key] = waiting.get(key, 0) + 1
    for (day, body), count in waiting.items():
        yield Due("confirmation", "plan", numeral(count), day, body)


def _permits(dossier: Dossier, day: JalaliDate) -> Iterator[Due]:
    for group in dossier.community.groups if dossier.community else ():
        ends = group.permit_request.valid_until if group.permit_request else None
        if ends is not None and ends >= day:
            yield Due("permit-end", "community", group.name, ends)


def _payments(dossier: Dossier, rules: Rules) -> Iterator[Due]:
    """The payments whose deliverable the supervisor has approved: each in the term that `terms.yaml` names for it."""
    for payment in dossier.payments:
        approved = payment.approval.date
        if payment.paid or isinstance(approved, Unknown):
            continue
        day = rules.after(PAYMENT_TERM, approved)
        if day is not None:
            yield Due("payment", f"payments/{payment.id}", payment.id, day)


def _solutions(dossier: Dossier, day: JalaliDate) -> Iterator[Due]:
    for evaluation in dossier.evaluations:
        after = dossier.evaluation(evaluation.period.next())
        answers = {each.solution: each for each in after.follow_up} if after and delivered(after) else {}
        for solution in evaluation.solutions if delivered(evaluation) else ():
            answer = answers.get(solution.id)
            if answer.is_owed if answer else solution.deadline >= day:
                yield Due("solution", f"evaluations/{evaluation.id}", solution.title, solution.deadline, solution.owner)


def _of_contract(dossier: Dossier, day: JalaliDate) -> Iterator[Due]:
    """The instalments, guarantees and end of a contract that is concluded, which its date proves."""
    contract = dossier.contract
    if contract is None or isinstance(contract.date, Unknown):
        return
    start = origin(dossier, contract)
    for owed in unpaid(dossier, contract):
        due_on = due_in(start, owed.instalment.month)
        if not isinstance(due_on, Unknown) and (dossier.payments or due_on >= day):
            yield Due("instalment", "contract", owed.instalment.title, due_on)
    for guarantee in contract.guarantees_now:
        if guarantee.valid_until and guarantee.valid_until >= day and guarantee.released_on is None:
            yield Due("guarantee-end", "contract", guarantee.kind, guarantee.valid_until)
    end = contract.end_now
    if not isinstance(end, Unknown) and (dossier.handovers or end >= day) and not ended(dossier):
        yield Due("contract-end", "contract", dossier.neighbourhood.name, end)
