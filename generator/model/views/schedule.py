"""The schedule of a plan: which action runs in which quarter, the columns grouped by year."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import Milestone
from generator.persian import Half, JalaliDate, JalaliMonth, Quarter, Year, half_of, ordinal, quarter_of

MOST_COLUMNS = 20
"""The most columns on a landscape page; a longer plan is charted in halves, then in years."""

_SEASONS = ("بهار", "تابستان", "پاییز", "زمستان")


class ScheduleMark(NamedTuple):
    """What a cell of a running action says beside its colour: its first month, its last, the milestones of the column."""

    begins: JalaliMonth | None
    ends: JalaliMonth | None
    milestones: tuple[Milestone, ...]


class ScheduleRow(NamedTuple):
    """An action, for each column whether it runs in some month of it, and what there is to say of the column."""

    action: Action
    cells: tuple[bool, ...]
    marks: tuple[ScheduleMark, ...]


class ScheduleColumn(NamedTuple):
    """A period of a year, and its name within it: «بهار», «نیمهٔ اول»."""

    period: Quarter | Half | Year
    title: str


class ScheduleYear(NamedTuple):
    """A Jalali year with its columns."""

    year: int
    columns: tuple[ScheduleColumn, ...]


class Schedule(NamedTuple):
    """Years with columns from the first start to the last end, and a row an action in the plan's order."""

    years: tuple[ScheduleYear, ...]
    rows: tuple[ScheduleRow, ...]

    @property
    def columns(self) -> tuple[ScheduleColumn, ...]:
        """All columns in order."""
        return tuple(column for year in self.years for column in year.columns)


def chart(plan: ActionPlan) -> Schedule:
    """Return the schedule in quarters; in halves, or years, when there would be more than `MOST_COLUMNS` columns."""
    start, end = min(action.start for action in plan.actions), max(action.end for action in plan.actions)
    periods = _periods(start.first, end.last)
    years = tuple(
        ScheduleYear(year, tuple(ScheduleColumn(period, _title(period)) for period in group))
        for year, group in groupby(periods, lambda period: period.year)
    )
    return Schedule(years, tuple(_row(action, periods) for action in plan.actions))


def _periods(first: JalaliDate, last: JalaliDate) -> tuple[Quarter | Half | Year, ...]:
    quarters = _from_to(quarter_of(first), last)
    if len(quarters) <= MOST_COLUMNS:
        return quarters
    halves = _from_to(half_of(first), last)
    return halves if len(halves) <= MOST_COLUMNS else _from_to(Year(first.year), last)


def _from_to(period: Quarter | Half | Year, last: JalaliDate) -> tuple[Quarter | Half | Year, ...]:
    periods = []
    while period.start <= last:
        periods.append(period)
        period = period.next()
    return tuple(periods)


def _title(period: Quarter | Half | Year) -> str:
    match period:
        case Quarter():
            return _SEASONS[period.quarter - 1]
        case Half():
            return f"نیمهٔ {ordinal(period.half)}"
    return "سال"


def _row(action: Action, periods: tuple[Quarter | Half | Year, ...]) -> ScheduleRow:
    start, end = action.start.first, action.end.last
    runs = tuple(period.start <= end and start <= period.end for period in periods)
    return ScheduleRow(action, runs, tuple(_mark(action, period) for period in periods))


def _mark(action: Action, period: Quarter | Half | Year) -> ScheduleMark:
    def inside(month: JalaliMonth) -> bool:
        return period.start <= month.first <= period.end

    return ScheduleMark(
        begins=action.start if inside(action.start) else None,
        ends=action.end if inside(action.end) else None,
        milestones=tuple(each for each in action.milestones if inside(each.month)),
    )
