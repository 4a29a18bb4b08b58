"""The duties of each agency that the actions of a plan serve, and those that none serves."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.records.action import Action, ActionPlan
from generator.model.records.agencies import Agency, Duty
from generator.model.records.catalogue import Catalogue


class ServedDuty(NamedTuple):
    """A duty with the actions that cite it, in the plan's order."""

    duty: Duty
    actions: tuple[Action, ...]


class AgencyCoverage(NamedTuple):
    """An agency with its duties, each either served or not."""

    agency: Agency
    served: tuple[ServedDuty, ...]
    unserved: tuple[Duty, ...]


def coverage(plan: ActionPlan, catalogue: Catalogue) -> tuple[AgencyCoverage, ...]:
    """Return every agency of the catalogue in its order, and every duty once."""
    return tuple(_of(agency, plan) for agency in catalogue.agencies)


def _of(agency: Agency, plan: ActionPlan) -> AgencyCoverage:
    actions = {duty.id: tuple(action for action in plan.actions if duty.id in action.duties) for duty in agency.duties}
    return AgencyCoverage(
        agency,
        served=tuple(ServedDuty(duty, actions[duty.id]) for duty in agency.duties if actions[duty.id]),
        unserved=tuple(duty for duty in agency.duties if not actions[duty.id]),
    )
