"""What a plan asks of those who decide: works to begin first, what is not ready, open duties, agencies without an answer."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import Prerequisite
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier
from generator.model.views.duties import coverage
from generator.model.views.parts import answering, named
from generator.persian import JalaliMonth, Quarter, quarter_of


class Awaited(NamedTuple):
    """What must be there before an action and is not, and who has to give it (empty when nobody is named)."""

    action: Action
    prerequisite: Prerequisite
    owner: str


class Asked(NamedTuple):
    """What is asked: `starting` are the actions of the plan's first quarter, `until` the last month in which one begins.

    `silent` are the agencies that were asked for their programmes and have not answered.
    """

    period: Quarter
    starting: tuple[Action, ...]
    starters: tuple[str, ...]
    until: JalaliMonth
    amount: int
    awaited: tuple[Awaited, ...]
    unserved: int
    unserving: tuple[Agency, ...]
    silent: tuple[Agency, ...]


def ask(dossier: Dossier, plan: ActionPlan, catalogue: Catalogue) -> Asked:
    """Return what a plan asks, from its records alone."""
    first = quarter_of(min(action.start for action in plan.actions).first)
    starting = tuple(action for action in plan.actions if quarter_of(action.start.first) == first)
    open_duties = [each for each in coverage(plan, catalogue) if each.unserved]
    return Asked(
        period=first,
        starting=starting,
        starters=tuple(
            dict.fromkeys(each for action in starting for each in named(action, catalogue, answering(action, catalogue)))
        ),
        until=max(action.start for action in starting),
        amount=sum(action.total for action in starting),
        awaited=tuple(
            Awaited(action, each, catalogue.owner(each.owner) if each.owner else "")
            for action in plan.actions
            for each in action.prerequisites
            if isinstance(each.ready_on, Unknown)
        ),
        unserved=sum(len(each.unserved) for each in open_duties),
        unserving=tuple(each.agency for each in open_duties),
        silent=tuple(
            catalogue.agency(each.agency) for each in dossier.reviews if each.no_reply or isinstance(each.replied_on, Unknown)
        ),
    )
