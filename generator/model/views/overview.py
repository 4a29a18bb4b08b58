"""A plan for an official, in one minute: the most pressing needs, the agencies with most work, dates, what is open."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.needs import Need
from generator.model.records.workspace import Dossier
from generator.model.views.duties import coverage
from generator.persian import JalaliMonth

MOST_NEEDS = 4
MOST_AGENCIES = 4
"""The number of needs and of agencies that fit on a page."""


class AnsweredNeed(NamedTuple):
    """A need with the actions that answer it, in the plan's order."""

    need: Need
    actions: tuple[Action, ...]


class AgencyLoad(NamedTuple):
    """An agency with how many actions it leads, in how many it helps, and the budget in rials of those that it leads."""

    agency: Agency
    leads: int
    helps: int
    amount: int


class Overview(NamedTuple):
    """The plan at a glance; `needs` and `agencies` are the first of their lists, the counts are of all.

    `leading` counts the agencies that lead an action, `members` the places that sign for the agencies of the catalogue,
    `urgent` the needs of priority 1, `unanswered` those without an action, `unserved` the duties without one.
    """

    needs: tuple[AnsweredNeed, ...]
    all_needs: int
    urgent: int
    unanswered: int
    agencies: tuple[AgencyLoad, ...]
    leading: int
    members: int
    begins: JalaliMonth
    ends: JalaliMonth
    first_done: Action
    unserved: int


def survey(dossier: Dossier, plan: ActionPlan, catalogue: Catalogue) -> Overview:
    """Return the overview of a plan; a dossier without needs has none of them.

    Needs come by priority, then by how many they touch; agencies by the actions that they lead, then by their budget.
    """
    needs = dossier.needs.needs if dossier.needs else ()
    answered = [AnsweredNeed(need, tuple(each for each in plan.actions if need.id in each.needs)) for need in needs]
    loads = [load for load in (_load(agency, plan) for agency in catalogue.agencies) if load.leads]
    return Overview(
        needs=tuple(sorted(answered, key=lambda each: (each.need.priority, -_affected(each.need)))[:MOST_NEEDS]),
        all_needs=len(needs),
        urgent=sum(need.priority == 1 for need in needs),
        unanswered=sum(not each.actions for each in answered),
        agencies=tuple(sorted(loads, key=lambda load: (-load.leads, -load.amount))[:MOST_AGENCIES]),
        leading=len(loads),
        members=sum(len(agency.recipients) for agency in catalogue.agencies),
        begins=min(action.start for action in plan.actions),
        ends=max(action.end for action in plan.actions),
        first_done=min(plan.actions, key=lambda action: action.end),
        unserved=sum(len(each.unserved) for each in coverage(plan, catalogue)),
    )


def _load(agency: Agency, plan: ActionPlan) -> AgencyLoad:
    led = [action for action in plan.actions if action.lead == agency.id]
    helped = [action for action in plan.actions if agency.id in action.partners]
    return AgencyLoad(agency, len(led), len(helped), sum(action.total for action in led))


def _affected(need: Need) -> int:
    return 0 if isinstance(need.affected, Unknown) else need.affected
