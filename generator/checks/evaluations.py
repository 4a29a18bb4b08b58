"""Rules over the six-month evaluations: the committee, what they cover, and what their numbers say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.kinds import KINDS
from generator.checks.plans import sign
from generator.checks.references import remedy_for
from generator.checks.scope import Case, Finding
from generator.model.records.action import Action
from generator.model.records.evaluation import Evaluation, Progress
from generator.persian import decimal_text, group, near_matches

SEATS = ("گروه‌های محلی", "دبیرخانه", "شورای شهر")
"""The members that every evaluation committee needs by the source."""


def every_action_is_evaluated(case: Case) -> Iterator[Finding]:
    """A report that leaves an action out would pass for complete; an action twice would be counted twice."""
    plan = case.dossier.plan
    for evaluation in case.dossier.evaluations if plan else ():
        cited = [line.action for line in evaluation.progress]
        for at, action_id in enumerate(cited):
            if action_id in cited[:at]:
                path = ("progress", at, "action")
                yield case.finding("duplicate-id", _record(evaluation), path, id=action_id)
        planned = [action.id for action in plan.actions] if plan else []
        missing = left_out(planned, cited)
        if missing:
            named = "، ".join(f"«{action_id}»" for action_id in missing)
            yield case.finding("actions-not-evaluated", _record(evaluation), ("progress",), actions=named)


def left_out(planned: list[str], cited: list[str]) -> list[str]:
    """Return the actions that no line cites, without those that a misspelt line may mean, which another rule reports."""
    left = [action_id for action_id in planned if action_id not in cited]
    for strange in cited:
        if strange not in planned:
            meant = near_matches(strange, left, 1)
            left = [action_id for action_id in left if action_id not in meant]
    return left


def committee_is_complete(case: Case) -> Iterator[Finding]:
    """The committee has at least one seat for local groups, the secretariat and the city council (V9)."""
    for evaluation in case.dossier.evaluations:
        filled = {member.represents for member in evaluation.committee}
        missing = [seat for seat in SEATS if seat not in filled]
        if missing:
            seats = "، ".join(f"«{seat}»" for seat in missing)
            yield case.finding("committee-incomplete", _record(evaluation), ("committee",), seats=seats)


def spending_stays_in_the_allocation(case: Case) -> Iterator[Finding]:
    """More spent than allocated is most often a slip of digits."""
    for evaluation in case.dossier.evaluations:
        for at, line in enumerate(evaluation.progress):
            if line.spent > line.allocated:
                values = {"spent": group(line.spent), "allocated": group(line.allocated)}
                yield case.finding("spent-above-allocated", _record(evaluation), ("progress", at, "spent"), **values)


def measured_indicators_exist(case: Case) -> Iterator[Finding]:
    """A measured value belongs to an indicator of its action."""
    for evaluation, at, line, action in lines(case):
        known = {indicator.id: indicator.title for indicator in action.indicators}
        for measured_at, measured in enumerate(line.measured):
            if measured.indicator not in known:
                path = ("progress", at, "measured", measured_at, "indicator")
                remedy = remedy_for(measured.indicator, known)
                values = {"kind": KINDS["indicator"], "id": measured.indicator, "remedy": remedy}
                yield case.finding("reference-unknown", _record(evaluation), path, **values)


def indicators_do_not_get_worse(case: Case) -> Iterator[Finding]:
    """A value on the wrong side of the baseline, or worse than half a year before, is a slip or bad news.

    One value is reported once, against the baseline when it is worse than both.
    """
    for evaluation, at, line, action in lines(case):
        known = {indicator.id: indicator for indicator in action.indicators}
        previous = case.dossier.previous(evaluation)
        past = previous.of(action.id) if previous else None
        for measured_at, measured in enumerate(line.measured):
            indicator = known.get(measured.indicator)
            if indicator is None:
                continue
            before = past.values.get(indicator.id) if past else None
            values = {"indicator": indicator.title, "direction": indicator.direction, "unit": indicator.unit}
            values["value"] = decimal_text(measured.value)
            path = ("progress", at, "measured", measured_at, "value")
            if (measured.value - indicator.baseline) * sign(indicator) < 0:
                values["baseline"] = decimal_text(indicator.baseline)
                yield case.finding("indicator-wrong-way", _record(evaluation), path, **values)
            elif previous and before is not None and (measured.value - before) * sign(indicator) < 0:
                values |= {"before": decimal_text(before), "period": previous.period.title}
                yield case.finding("indicator-fell-back", _record(evaluation), path, **values)


def lines(case: Case) -> Iterator[tuple[Evaluation, int, Progress, Action]]:
    """Yield each line of progress with its place and its action, where the plan has it."""
    actions = {action.id: action for action in case.dossier.plan.actions} if case.dossier.plan else {}
    for evaluation in case.dossier.evaluations:
        for at, line in enumerate(evaluation.progress):
            if line.action in actions:
                yield evaluation, at, line, actions[line.action]


def _record(evaluation: Evaluation) -> str:
    return f"evaluations/{evaluation.id}"
