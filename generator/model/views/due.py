"""What is due in a neighbourhood and when: periodic reports, decisions of meetings, solutions, the life of the contract.

A report is owed until it is delivered, a decision until its status says so. A solution is owed until its day, and then as long
as the next evaluation says that it is not settled and no other solution takes it up. An instalment is owed until it is paid,
and the end of a contract until the minutes of the end of work are dated, where the neighbourhood keeps such records at all;
without any of them both are due until their day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.model.known import NotListedError, Unknown
from generator.model.records.contract_sums import due_in
from generator.model.records.terms import Terms
from generator.model.records.workspace import Dossier
from generator.model.views.delivered import delivered
from generator.model.views.handing import ended
from generator.model.views.payments import origin, unpaid
from generator.persian import Half, JalaliDate, Quarter, days_between, half_of, quarter_of

DAYS_TO_REPORT = 30
"""The days after the end of a period in which its report is in time, where `terms.yaml` does not say; the source does not."""

REPORT_TERM = "report-after-period"
"""The term that says it."""

_NO_TERMS = Terms()

OPEN = ("در دست اقدام", "انجام‌نشده")
"""The status of a decision that is still to be carried out."""


class Due(NamedTuple):
    """Something due on a day; `record` is its file or, for a report, the missing one (`quarters/1404-q1`).

    `title` is the period of a report, else the text; `owner` is the id of an agency or a body, where the data names one.
    """

    kind: Literal["quarter", "evaluation", "decision", "solution", "instalment", "contract-end", "guarantee-end"]
    record: str
    title: str
    day: JalaliDate
    owner: str | None = None

    def late(self, day: JalaliDate) -> int:
        """The days that it is late on a day; negative while it is still to come."""
        return days_between(self.day, day)


def due(dossier: Dossier, day: JalaliDate, terms: Terms = _NO_TERMS) -> tuple[Due, ...]:
    """Return what is overdue on a day and what is to come, by date; reports are due from the opening of the office on."""
    found = [*_reports(dossier, day, terms), *_decisions(dossier), *_solutions(dossier, day), *_of_contract(dossier, day)]
    return tuple(sorted(found, key=lambda each: each.day))


def _reports(dossier: Dossier, day: JalaliDate, terms: Terms) -> Iterator[Due]:
    opened = dossier.office.opened_on if dossier.office else None
    if opened is None or isinstance(opened, Unknown):
        return
    quarters = {quarter.period for quarter in dossier.quarters if delivered(quarter)}
    for period in _ended(quarter_of(opened), quarters, day):
        yield Due("quarter", f"quarters/{period.id}", period.title, _in_time(period.end, terms))
    evaluations = {evaluation.period for evaluation in dossier.evaluations if delivered(evaluation)}
    for period in _ended(_first_evaluated(dossier, opened), evaluations, day):
        yield Due("evaluation", f"evaluations/{period.id}", period.title, _in_time(period.end, terms))


def _first_evaluated(dossier: Dossier, opened: JalaliDate) -> Half:
    """Return the first half-year with something to evaluate: an action of the plan that has begun (line 272)."""
    begins = dossier.plan.begins if dossier.plan else None
    return max(half_of(opened), half_of(JalaliDate(begins.year, begins.month, 1)) if begins else half_of(opened))


def _in_time(end: JalaliDate, terms: Terms) -> JalaliDate:
    """Return the last day on which the report of a period that ended on a day is in time."""
    try:
        term = terms.term(REPORT_TERM, end)
    except NotListedError:
        return end.plus_days(DAYS_TO_REPORT)
    return end.plus_days(DAYS_TO_REPORT if isinstance(term.amount, Unknown) or term.unit != "روز" else int(term.amount))


def _ended(first: Quarter | Half, written: set[Quarter] | set[Half], day: JalaliDate) -> Iterator[Quarter | Half]:
    """The periods from a first one on that have ended and of which no report is delivered."""
    period = first
    while period.end < day:
        if period not in written:
            yield period
        period = period.next()


def _decisions(dossier: Dossier) -> Iterator[Due]:
    for meeting in dossier.meetings:
        for decision in meeting.decisions:
            if decision.status in OPEN and not isinstance(decision.deadline, Unknown):
                yield Due("decision", f"meetings/{meeting.id}", decision.title, decision.deadline, decision.owner)


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
