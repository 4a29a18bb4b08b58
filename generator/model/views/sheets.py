"""An action on a sheet of its own: who answers and helps, who pays each line, what it waits for and what waits for it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import BudgetLine
from generator.model.records.agencies import Recipient
from generator.model.records.catalogue import Catalogue
from generator.model.views.parts import answering, helping, named, short_name
from generator.model.views.payers import payer_of


class PaidLine(NamedTuple):
    """A line of credit with the name of its payer; empty when nobody is named."""

    line: BudgetLine
    payer: str


class ActionSheet(NamedTuple):
    """An action with what its sheet says: names as tables call them; `before` and `beside` are what it follows.

    `next` are those that follow it.
    """

    action: Action
    answers: tuple[str, ...]
    helps: tuple[str, ...]
    lines: tuple[PaidLine, ...]
    before: tuple[Action, ...]
    beside: tuple[Action, ...]
    next: tuple[Action, ...]


def lay_out(plan: ActionPlan, catalogue: Catalogue) -> tuple[ActionSheet, ...]:
    """Return the sheet of every action, in the plan's order."""
    return tuple(
        ActionSheet(
            action=action,
            answers=named(action, catalogue, answering(action, catalogue)),
            helps=named(action, catalogue, helping(action, catalogue)),
            lines=tuple(PaidLine(line, _payer(action, line, catalogue)) for line in action.budget),
            before=tuple(map(plan.action, action.after)),
            beside=tuple(map(plan.action, action.along)),
            next=tuple(each for each in plan.actions if action.id in (*each.after, *each.along)),
        )
        for action in plan.actions
    )


def _payer(action: Action, line: BudgetLine, catalogue: Catalogue) -> str:
    payer = payer_of(action, line, catalogue)
    if isinstance(payer, Recipient) and not isinstance(line.agency, Unknown):
        return short_name(catalogue.agency(line.agency), payer)
    return payer if isinstance(payer, str) else ""
