"""Rules over what must be there before an action is carried out, and after it was evaluated (V6, V8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.citations import AGENCY_OR_BODY
from generator.model.known import Unknown
from generator.persian import Half, JalaliDate, Quarter, group

SECOND_HALF = 2


def actions_are_confirmed_before_they_begin(case: Case) -> Iterator[Finding]:
    """An action card is confirmed «توسط … استانداری، ستاد … و کارگروه …» before it is carried out (V6, line 262).

    A confirmation that stands in the plan without its number and date is not yet known, which is a gap.
    """
    plan, bodies = case.dossier.plan, case.names.bodies
    confirming = {body.id: body.name for body in bodies.bodies if body.confirms_actions} if bodies else {}
    begun = _begun(case)
    for at, action in enumerate(plan.actions if plan else ()):
        if action.id not in begun:
            continue
        named = {confirmation.body for confirmation in action.confirmations}
        missing = [name for body, name in confirming.items() if body not in named]
        # A misspelt body is reported in its own place.
        if missing and named <= (case.names.known(AGENCY_OR_BODY) or {}).keys():
            names = "، ".join(f"«{name}»" for name in missing)
            yield case.finding("action-unconfirmed", "plan", ("actions", at, "confirmations"), names=names)
        for confirmed_at, confirmation in enumerate(action.confirmations):
            day = confirmation.date
            if not isinstance(day, Unknown) and day > begun[action.id]:
                path = ("actions", at, "confirmations", confirmed_at, "date")
                values = {"date": str(day), "end": str(begun[action.id])}
                yield case.finding("confirmed-after-execution", "plan", path, **values)


def _begun(case: Case) -> dict[str, JalaliDate]:
    """Return the actions that have begun, with the end of the first period that shows progress of them."""
    found: list[tuple[Half | Quarter, str]] = [
        (evaluation.period, line.action)
        for evaluation in case.dossier.evaluations
        for line in evaluation.progress
        if line.actual > 0
    ]
    found += [(quarter.period, note.action) for quarter in case.dossier.quarters for note in quarter.actions if note.actual]
    begun: dict[str, JalaliDate] = {}
    for period, action in found:
        begun[action] = min(period.end, begun.get(action, period.end))
    return begun


def a_year_programme_follows_the_evaluation(case: Case) -> Iterator[Finding]:
    """The committee's report of a year's end brings «برنامه یکساله آینده» (V8, line 273)."""
    if "programmes" in case.unread:
        return
    years = {programme.year for programme in case.dossier.programmes}
    for evaluation in case.dossier.evaluations:
        year = evaluation.period.year + 1
        if evaluation.period.half == SECOND_HALF and year not in years:
            record = f"evaluations/{evaluation.id}"
            yield case.finding("no-year-programme", record, id=str(year))


def allocations_stay_in_the_budget(case: Case) -> Iterator[Finding]:
    """More allocated than the action costs is most often a slip of digits."""
    totals = {action.id: action.total for action in case.dossier.plan.actions} if case.dossier.plan else {}
    for evaluation in case.dossier.evaluations:
        for at, line in enumerate(evaluation.progress):
            total = totals.get(line.action, line.allocated)
            if line.allocated > total:
                path = ("progress", at, "allocated")
                values = {"allocated": group(line.allocated), "total": group(total)}
                yield case.finding("allocated-above-budget", f"evaluations/{evaluation.id}", path, **values)
