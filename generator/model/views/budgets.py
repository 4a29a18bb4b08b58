"""Sums of a plan's budget: by lead agency, by agency that provides the money, by axis and by source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, get_args

from generator.model.fields import Axis, FundingSource
from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import BudgetLine
from generator.model.records.catalogue import Catalogue

OTHERS = "others"
_OTHERS_TITLE = "سایر تأمین‌کنندگان (مردم، خیرین، بخش خصوصی و منابع بدون دستگاه معین)"

# Shares are printed with one decimal, so they are dealt out in tenths of a percent.
_TENTHS = 1000


class BudgetGroup(NamedTuple):
    """One group's money: how many actions have some of it, rials, and the share of the total in percent."""

    id: str
    title: str
    actions: int
    amount: int
    share: Decimal


class Budgets(NamedTuple):
    """A plan's budget in four ways; each adds up to `total` (rials), its shares to 100 (0 without money).

    `by_agency` sums by the agency that leads an action, `by_provider` by the one that provides a budget line;
    lines that no agency provides are its last group, `others`.
    """

    by_agency: tuple[BudgetGroup, ...]
    by_provider: tuple[BudgetGroup, ...]
    by_axis: tuple[BudgetGroup, ...]
    by_source: tuple[BudgetGroup, ...]
    actions: int
    total: int


def summarise(plan: ActionPlan, catalogue: Catalogue) -> Budgets:
    """Sum a plan's budget; agencies in the catalogue's order, axes and sources in that of their closed lists.

    All three axes are there; agencies, providers and sources only when some action is theirs.
    """
    agencies = [(agency.id, agency.name) for agency in catalogue.agencies]
    axes = [(axis, axis) for axis in get_args(get_args(Axis)[0])]
    sources = [(source, source) for source in get_args(get_args(FundingSource)[0])]
    by_lead = [(action.lead, action, action.total) for action in plan.actions]
    by_axis = [(action.axis, action, action.total) for action in plan.actions]
    lines = [(action, line) for action in plan.actions for line in action.budget]
    by_provider = [(_provider(line), action, line.amount) for action, line in lines]
    by_source = [(line.source, action, line.amount) for action, line in lines]
    return Budgets(
        by_agency=_present(_groups(agencies, by_lead)),
        by_provider=_present(_groups([*agencies, (OTHERS, _OTHERS_TITLE)], by_provider)),
        by_axis=_groups(axes, by_axis),
        by_source=_present(_groups(sources, by_source)),
        actions=len(plan.actions),
        total=sum(action.total for action in plan.actions),
    )


def largest_remainder(amounts: Sequence[int], whole: int) -> tuple[int, ...]:
    """Divide `whole` units in proportion to `amounts`, with exact sum; all zeros when the amounts are.

    Each gets the whole units it is due, those left over go to the largest remainders, earlier ones first
    (Hamilton's method).
    """
    total = sum(amounts)
    if not total:
        return (0,) * len(amounts)
    dealt = [amount * whole // total for amount in amounts]
    by_remainder = sorted(range(len(amounts)), key=lambda i: -(amounts[i] * whole % total))
    for position in by_remainder[: whole - sum(dealt)]:
        dealt[position] += 1
    return tuple(dealt)


def _groups(titles: Iterable[tuple[str, str]], entries: Iterable[tuple[str, Action, int]]) -> tuple[BudgetGroup, ...]:
    known = dict(titles)
    amounts = dict.fromkeys(known, 0)
    actions: dict[str, set[str]] = {group: set() for group in known}
    for group, action, amount in entries:
        amounts[group] += amount
        actions[group].add(action.id)
    shares = largest_remainder(tuple(amounts.values()), _TENTHS)
    return tuple(
        BudgetGroup(group, title, len(actions[group]), amounts[group], Decimal(share) / 10)
        for (group, title), share in zip(known.items(), shares, strict=True)
    )


def _provider(line: BudgetLine) -> str:
    return OTHERS if isinstance(line.agency, Unknown) else line.agency


def _present(groups: tuple[BudgetGroup, ...]) -> tuple[BudgetGroup, ...]:
    return tuple(group for group in groups if group.actions)
