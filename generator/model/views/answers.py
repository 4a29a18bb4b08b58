"""What the records answer to the questions of an evaluation: relevance, effectiveness, efficiency, sustainability.

Nothing here judges: these are counts and sums of the records, beside which the committee's own finding is printed.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import ActionPlan
from generator.model.records.needs import Need
from generator.model.records.workspace import Dossier
from generator.model.views.progress import DONE, ActionProgress, ProgressReport

URGENT = 1
"""The priority of the most pressing needs."""


class NeedProgress(NamedTuple):
    """A need with the actions that answer it, in the plan's order."""

    need: Need
    rows: tuple[ActionProgress, ...]

    @property
    def behind(self) -> bool:
        """Whether it is answered, and every action that answers it is behind its plan."""
        return bool(self.rows) and all(row.deviation < 0 for row in self.rows)


class Relevance(NamedTuple):
    """The most pressing needs (`urgent`), how many of all needs have an action, and the pressing ones that have none or are
    answered only by what is behind."""

    needs: int
    answered: int
    urgent: tuple[NeedProgress, ...]

    @property
    def unanswered(self) -> tuple[NeedProgress, ...]:
        """The most pressing needs without an action."""
        return tuple(each for each in self.urgent if not each.rows)

    @property
    def behind(self) -> tuple[NeedProgress, ...]:
        """The most pressing needs whose actions are all behind."""
        return tuple(each for each in self.urgent if each.behind)


class Effectiveness(NamedTuple):
    """The indicators: how many the plan has, are measured, and of these reached, are on the way, did not move, got worse."""

    indicators: int
    measured: int
    reached: int
    on_the_way: int
    unmoved: int
    worse: int


class Sustainability(NamedTuple):
    """How many actions have a keeper, of all and of the finished; the known yearly costs (rials); how many have groups."""

    actions: int
    kept: int
    finished: int
    finished_kept: int
    costed: int
    recurrent: int
    with_groups: int


class Answers(NamedTuple):
    """What the records answer by each criterion; that of efficiency is in the figures of the progress."""

    relevance: Relevance | None
    effectiveness: Effectiveness
    sustainability: Sustainability


def answer(dossier: Dossier, plan: ActionPlan, report: ProgressReport) -> Answers:
    """Return what the records answer at the end of a half-year; nothing of relevance without the needs."""
    return Answers(_relevance(dossier, report), _effectiveness(plan, report), _sustainability(plan, report))


def _relevance(dossier: Dossier, report: ProgressReport) -> Relevance | None:
    if dossier.needs is None:
        return None
    found = [
        NeedProgress(need, tuple(row for row in report.by_action if need.id in row.action.needs))
        for need in dossier.needs.needs
    ]
    urgent = tuple(each for each in found if each.need.priority == URGENT)
    return Relevance(len(found), sum(bool(each.rows) for each in found), urgent)


def _effectiveness(plan: ActionPlan, report: ProgressReport) -> Effectiveness:
    ways = [row.reached for row in report.measurements if row.reached is not None]
    return Effectiveness(
        indicators=sum(len(action.indicators) for action in plan.actions),
        measured=len(report.measurements),
        reached=sum(way >= DONE for way in ways),
        on_the_way=sum(0 < way < DONE for way in ways),
        unmoved=sum(way == 0 for way in ways),
        worse=sum(way < 0 for way in ways),
    )


def _sustainability(plan: ActionPlan, report: ProgressReport) -> Sustainability:
    finished = [row.action for row in report.by_action if row.actual == DONE]
    costs = [action.recurrent_cost for action in plan.actions if not isinstance(action.recurrent_cost, Unknown)]
    return Sustainability(
        actions=len(plan.actions),
        kept=sum(bool(action.kept_by) for action in plan.actions),
        finished=len(finished),
        finished_kept=sum(bool(action.kept_by) for action in finished),
        costed=len(costs),
        recurrent=sum(costs),
        with_groups=sum(any(role.actor == "گروه محلی" for role in action.roles) for action in plan.actions),
    )
