"""Plan against actual at the end of a half-year: per action, agency and axis, and against the half-year before.

Percentages are exact; their differences are taken of the exact ones and rounded to one decimal, half up, as all of them are
when they are printed. Where the printed figures differ by a tenth more or less, `rounded_apart` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, get_args

from generator.model.fields import Axis
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import Indicator
from generator.model.records.catalogue import Catalogue
from generator.model.records.evaluation import Evaluation, Progress
from generator.model.records.workspace import Dossier

DONE = 100
"""The progress in percent of an action that is finished."""


class Measurement(NamedTuple):
    """An indicator at the end of the period; `before` is its value a half-year ago, `reached` the percentage of the way
    from baseline to target (negative when it moved away, over 100 past the target; None when both are equal)."""

    action: Action
    indicator: Indicator
    before: Decimal | None
    value: Decimal
    reached: Decimal | None


class ActionProgress(NamedTuple):
    """An action's cumulative progress in percent and money in rials; `before` and `change` are None without a past.

    `spent_share` is the share of its budget that is spent, `ahead_of_money` how far the work is ahead of that.
    """

    action: Action
    planned: Decimal
    actual: Decimal
    deviation: Decimal
    before: Decimal | None
    change: Decimal | None
    allocated: int
    spent: int
    reason: str
    remedy: str
    note: str
    rounded_apart: bool

    @property
    def spent_share(self) -> Decimal | None:
        """The share of the budget that is spent, in percent."""
        return share(self.spent, self.action.total)

    @property
    def ahead_of_money(self) -> Decimal | None:
        """How many points the work is ahead of the money spent on it; negative where the money is ahead."""
        return _ahead(self.actual, self.spent_share)


class GroupProgress(NamedTuple):
    """Progress of several actions, weighted by their budgets (evenly when they have none), and their money in rials.

    `behind` counts those behind their plan. `spent_share` and `ahead_of_money` are as those of an action.
    """

    id: str
    title: str
    actions: int
    behind: int
    planned: Decimal
    actual: Decimal
    deviation: Decimal
    before: Decimal | None
    change: Decimal | None
    budget: int
    allocated: int
    spent: int
    rounded_apart: bool

    @property
    def allocated_share(self) -> Decimal | None:
        """The share of the budget that is allocated, in percent."""
        return share(self.allocated, self.budget)

    @property
    def spent_share(self) -> Decimal | None:
        """The share of the budget that is spent, in percent."""
        return share(self.spent, self.budget)

    @property
    def spent_of_allocated(self) -> Decimal | None:
        """The share of the allocation that is spent, in percent."""
        return share(self.spent, self.allocated)

    @property
    def ahead_of_money(self) -> Decimal | None:
        """How many points the work is ahead of the money spent on it; negative where the money is ahead."""
        return _ahead(self.actual, self.spent_share)


class PeriodMoney(NamedTuple):
    """The money of all actions from the beginning of the plan to the end of a half-year, in rials, and what of it is newer than
    the half-year before; `share` in percent of what was allocated, None when that is nothing."""

    title: str
    allocated: int
    spent: int
    newly_allocated: int
    newly_spent: int

    @property
    def share(self) -> Decimal | None:
        """The share of the allocation that is spent."""
        return share(self.spent, self.allocated)


class ProgressReport(NamedTuple):
    """A half-year in figures. `behind` and `ahead` are the actions whose actual is under or over plan, gravest first;
    `farthest` the indicators that have not reached their target, the farthest first; `periods` the money at the end of each
    half-year that was evaluated, this one last; `unfinished` the actions under 100 percent; `overspent` those whose money is
    ahead of their work, the farthest first."""

    by_action: tuple[ActionProgress, ...]
    by_agency: tuple[GroupProgress, ...]
    by_axis: tuple[GroupProgress, ...]
    total: GroupProgress
    periods: tuple[PeriodMoney, ...]
    measurements: tuple[Measurement, ...]
    farthest: tuple[Measurement, ...]
    behind: tuple[ActionProgress, ...]
    ahead: tuple[ActionProgress, ...]
    unfinished: tuple[ActionProgress, ...]
    overspent: tuple[ActionProgress, ...]
    finished: int
    not_begun: int

    @property
    def rounded_apart(self) -> bool:
        """Whether a printed difference is not that of the printed figures."""
        groups = (*self.by_agency, *self.by_axis, self.total)
        return any(row.rounded_apart for row in self.by_action) or any(group.rounded_apart for group in groups)


def share(part: int, whole: int) -> Decimal | None:
    """Return a part of a whole in percent; None of nothing."""
    return Decimal(part) * 100 / whole if whole else None


def compare(
    dossier: Dossier, evaluation: Evaluation, previous: Evaluation | None, catalogue: Catalogue
) -> ProgressReport | None:
    """Return the figures of an evaluation against the plan and the evaluation before it; None when there is no plan."""
    if dossier.plan is None:
        return None
    rows = tuple(_actions(dossier.plan, evaluation, previous))
    agencies = [(agency.id, agency.name) for agency in catalogue.agencies]
    axes = [(axis, axis) for axis in get_args(get_args(Axis)[0])]
    measurements = tuple(_measurements(dossier.plan, evaluation, previous))
    return ProgressReport(
        by_action=rows,
        by_agency=_groups(agencies, rows, lambda action: action.lead),
        by_axis=_groups(axes, rows, lambda action: action.axis),
        total=_group("total", "کل برنامه", rows),
        periods=tuple(_periods(dossier, evaluation)),
        measurements=measurements,
        farthest=tuple(sorted((row for row in measurements if _short(row)), key=lambda row: row.reached or 0)),
        behind=tuple(sorted((row for row in rows if row.deviation < 0), key=lambda row: row.deviation)),
        ahead=tuple(sorted((row for row in rows if row.deviation > 0), key=lambda row: -row.deviation)),
        unfinished=tuple(row for row in rows if row.actual < DONE),
        overspent=tuple(sorted((row for row in rows if _of_money(row) < 0), key=_of_money)),
        finished=sum(row.actual == DONE for row in rows),
        not_begun=sum(row.actual == 0 for row in rows),
    )


def _actions(plan: ActionPlan, evaluation: Evaluation, previous: Evaluation | None) -> Iterable[ActionProgress]:
    for action in plan.actions:
        now = evaluation.of(action.id)
        if now is None:
            continue  # the checks have refused an evaluation that leaves an action out
        compared = _compared(now.planned, now.actual, _before(action, previous))
        money, said = (now.allocated, now.spent), (now.reason, now.remedy, now.note)
        yield ActionProgress(action, *compared[:5], *money, *said, rounded_apart=compared.rounded_apart)


class _Compared(NamedTuple):
    """Percentages, and their differences as they are printed; `rounded_apart` where the printed ones differ otherwise."""

    planned: Decimal
    actual: Decimal
    deviation: Decimal
    before: Decimal | None
    change: Decimal | None
    rounded_apart: bool


def _compared(planned: Decimal, actual: Decimal, before: Decimal | None) -> _Compared:
    deviation, change = _printed(actual - planned), None if before is None else _printed(actual - before)
    apart = deviation != _printed(actual) - _printed(planned)
    if before is not None and change != _printed(actual) - _printed(before):
        apart = True
    return _Compared(planned, actual, deviation, before, change, apart)


def _printed(percent: Decimal) -> Decimal:
    rounded = percent.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return rounded if rounded else Decimal("0.0")  # no zero has a sign


def _before(action: Action, previous: Evaluation | None) -> Decimal | None:
    if previous is None:
        return None
    line = previous.of(action.id)
    return Decimal(0) if line is None else line.actual


def _ahead(actual: Decimal, spent: Decimal | None) -> Decimal | None:
    return None if spent is None else _printed(actual - spent)


def _of_money(row: ActionProgress) -> Decimal:
    return row.ahead_of_money or Decimal(0)


def _groups(
    titles: Sequence[tuple[str, str]], rows: Sequence[ActionProgress], group_of: Callable[[Action], str]
) -> tuple[GroupProgress, ...]:
    found = ((group, title, [row for row in rows if group_of(row.action) == group]) for group, title in titles)
    return tuple(_group(group, title, members) for group, title, members in found if members)


def _group(group: str, title: str, rows: Sequence[ActionProgress]) -> GroupProgress:
    budget = sum(row.action.total for row in rows)
    weights = [row.action.total if budget else 1 for row in rows]

    def mean(values: Iterable[Decimal]) -> Decimal:
        total = sum(weights)
        parts = (weight * value for weight, value in zip(weights, values, strict=True))
        return sum(parts, Decimal(0)) / total if total else Decimal(0)

    past = [row.before for row in rows if row.before is not None]
    before = mean(past) if rows and len(past) == len(rows) else None
    compared = _compared(mean(row.planned for row in rows), mean(row.actual for row in rows), before)
    money = (budget, sum(row.allocated for row in rows), sum(row.spent for row in rows))
    behind = sum(row.deviation < 0 for row in rows)
    return GroupProgress(group, title, len(rows), behind, *compared[:5], *money, rounded_apart=compared.rounded_apart)


def _periods(dossier: Dossier, evaluation: Evaluation) -> Iterable[PeriodMoney]:
    known = {each.period: each for each in (*dossier.evaluations, evaluation)}
    before = (0, 0)
    for period in sorted(known):
        if period <= evaluation.period:
            lines = known[period].progress
            money = (sum(line.allocated for line in lines), sum(line.spent for line in lines))
            yield PeriodMoney(period.title, *money, money[0] - before[0], money[1] - before[1])
            before = money


def _measurements(plan: ActionPlan, evaluation: Evaluation, previous: Evaluation | None) -> Iterable[Measurement]:
    for action in plan.actions:
        now, past = _values(evaluation.of(action.id)), _values(previous.of(action.id) if previous else None)
        for indicator in action.indicators:
            value = now.get(indicator.id)
            if value is None:
                continue
            way = indicator.target - indicator.baseline
            reached = (value - indicator.baseline) * 100 / way if way else None
            yield Measurement(action, indicator, past.get(indicator.id), value, reached)


def _short(row: Measurement) -> bool:
    return row.reached is not None and row.reached < 100


def _values(line: Progress | None) -> dict[str, Decimal]:
    return line.values if line else {}
