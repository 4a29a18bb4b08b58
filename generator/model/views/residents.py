"""A plan for those who live there: what touches most of them, and whom of the agencies they can reach."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.catalogue import Catalogue
from generator.model.records.contacts import Contact
from generator.persian import JalaliMonth

MOST_FOREMOST = 9
"""The actions that a poster has room for."""


class Residents(NamedTuple):
    """What residents are told beside the actions themselves.

    `foremost` are the actions that reach most people, those that reach more of them first; `reachable` the posts of agencies
    that answer for an action and whose telephone or address is known; `unreached` counts the agencies of which nothing is.
    """

    foremost: tuple[Action, ...]
    reachable: tuple[Contact, ...]
    unreached: int
    ends: JalaliMonth


def survey(plan: ActionPlan, catalogue: Catalogue) -> Residents:
    """Return what residents are told of a plan."""
    by_people = sorted(plan.actions, key=lambda action: -_people(action))[:MOST_FOREMOST]
    agencies = [agency for agency in catalogue.agencies if any(action.lead == agency.id for action in plan.actions)]
    reachable: list[Contact] = []
    unreached = 0
    for agency in agencies:
        posts = {agency.id, *(each.id for each in agency.recipients)}
        found = [each for each in catalogue.contacts.contacts if each.of in posts and _known(each)]
        reachable += found
        unreached += not found
    return Residents(
        foremost=tuple(by_people),
        reachable=tuple(reachable),
        unreached=unreached,
        ends=max(action.end for action in plan.actions),
    )


def _people(action: Action) -> int:
    return 0 if isinstance(action.beneficiaries, Unknown) else action.beneficiaries


def _known(contact: Contact) -> bool:
    return not isinstance(contact.phone, Unknown) or not isinstance(contact.address, Unknown)
