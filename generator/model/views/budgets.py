"""Sums of a plan's budget: by lead agency, by axis and by source, with shares that are rounded honestly."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, get_args

from generator.model.fields import Axis, FundingSource
from generator.model.records.action import Action, ActionPlan
from generator.model.records.catalogue import Catalogue

_TENTH = Decimal("0.1")
"""Shares are rounded to tenths of a percent, as they are printed."""


class BudgetGroup(NamedTuple):
    """One group's money: how many actions have some of it, rials, and the share of the total in percent, rounded to tenths."""

    id: str
    title: str
    actions: int
    amount: int
    share: Decimal


class Budgets(NamedTuple):
    """A plan's budget in three ways; each adds up to `total` (rials). Its shares, each rounded by itself, may miss 100.

    `by_agency` sums by the agency that leads an action.
    """

    by_agency: tuple[BudgetGroup, ...]
    by_axis: tuple[BudgetGroup, ...]
    by_source: tuple[BudgetGroup, ...]
    actions: int
    total: int


def summarise(plan: ActionPlan, catalogue: Catalogue) -> Budgets:
    """Sum a plan's budget; agencies in the catalogue's order, axes and sources in that of their closed lists.

    All three axes are there; agencies and sources only when some action is theirs.
    """
    agencies = [(agency.id, agency.name) for agency in catalogue.agencies]
    axes = [(axis, axis) for axis in get_args(get_args(Axis)[0])]
    sources = [(source, source) for source in get_args(get_args(FundingSource)[0])]
    by_lead = [(action.lead, action, action.total) for action in plan.actions]
    by_axis = [(action.axis, action, action.total) for action in plan.actions]
    by_source = [(line.source, action, line.amount) for action in plan.actions for line in action.budget]
    return Budgets(
        by_agency=_present(_groups(agencies, by_lead)),
        by_axis=_groups(axes, by_axis),
        by_source=_present(_groups(sources, by_source)),
        actions=len(plan.actions),
        total=sum(action.total for action in plan.actions),
    )


def share_of(amount: int, total: int) -> Decimal:
    """Return an amount's share of a total in percent, rounded half up to tenths; 0 of nothing."""
    return (Decimal(100 * amount) / total).quantize(_TENTH, ROUND_HALF_UP) if total else Decimal(0)


def _groups(titles: Iterable[tuple[str, str]], entries: Iterable[tuple[str, Action, int]]) -> tuple[BudgetGroup, ...]:
    known = dict(titles)
    amounts = dict.fromkeys(known, 0)
    actions: dict[str, set[str]] = {group: set() for group in known}
    for group, action, amount in entries:
        amounts[group] += amount
        actions[group].add(action.id)
    total = sum(amounts.values())
    return tuple(
        BudgetGroup(group, title, len(actions[group]), amounts[group], share_of(amounts[group], total))
        for group, title in known.items()
    )


def _present(groups: tuple[BudgetGroup, ...]) -> tuple[BudgetGroup, ...]:
    return tuple(group for group in groups if group.actions)
