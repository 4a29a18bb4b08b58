"""Who pays for a plan: every rial with the name of its payer, or among those that nobody is named for."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import RESIDENTS, BudgetLine
from generator.model.records.agencies import Recipient
from generator.model.records.catalogue import Catalogue
from generator.model.views.budgets import share_of

_RESIDENTS_TITLE = "ساکنان محله"


class Payer(NamedTuple):
    """One who pays: in how many actions, from which sources, rials, and those with a document.

    Its `id` is that of the recipient, else of the first line that it pays.
    """

    id: str
    title: str
    sources: tuple[str, ...]
    actions: int
    amount: int
    firm: int
    share: Decimal

    @property
    def unsure(self) -> int:
        """What rests on no document."""
        return self.amount - self.firm


class Unpaid(NamedTuple):
    """A line of an action for which no one payer is named."""

    action: Action
    line: BudgetLine


class Payers(NamedTuple):
    """The payers of a plan by their amounts, recipients of agencies before others, and what has no payer.

    All amounts add up to `total`; `firm` is what rests on a document.
    """

    recipients: tuple[Payer, ...]
    others: tuple[Payer, ...]
    unpaid: tuple[Unpaid, ...]
    unpaid_amount: int
    firm: int
    total: int

    @property
    def all(self) -> tuple[Payer, ...]:
        """All who are named."""
        return (*self.recipients, *self.others)

    @property
    def unsure(self) -> int:
        """What rests on no document."""
        return self.total - self.firm

    @property
    def firm_share(self) -> Decimal:
        """The share of what rests on a document, in percent."""
        return share_of(self.firm, self.total)

    @property
    def unpaid_share(self) -> Decimal:
        """The share of what has no payer, in percent."""
        return share_of(self.unpaid_amount, self.total)


def name(plan: ActionPlan, catalogue: Catalogue) -> Payers:
    """Return the payers of a plan. Of an agency with several recipients the one that answers in the action pays."""
    paid: dict[tuple[str, str], list[tuple[Action, BudgetLine]]] = {}
    recipients: dict[tuple[str, str], Recipient] = {}
    unpaid: list[Unpaid] = []
    for action in plan.actions:
        for line in action.budget:
            payer = payer_of(action, line, catalogue)
            if payer is None:
                unpaid.append(Unpaid(action, line))
                continue
            key = (payer, line.source) if isinstance(payer, str) else (payer.id, "")
            if not isinstance(payer, str):
                recipients[key] = payer
            paid.setdefault(key, []).append((action, line))
    found = [(key, _payer(key, lines, recipients.get(key), plan.total)) for key, lines in paid.items()]
    found.sort(key=lambda each: -each[1].amount)
    return Payers(
        recipients=tuple(payer for key, payer in found if key in recipients),
        others=tuple(payer for key, payer in found if key not in recipients),
        unpaid=tuple(unpaid),
        unpaid_amount=sum(each.line.amount for each in unpaid),
        firm=sum(line.amount for action in plan.actions for line in action.budget if line.is_firm),
        total=plan.total,
    )


def payer_of(action: Action, line: BudgetLine, catalogue: Catalogue) -> Recipient | str | None:
    """Return who pays a line: the recipient that answers for an agency, another by name, or nobody who is named."""
    if not isinstance(line.agency, Unknown):
        return action.answering(catalogue.agency(line.agency))
    if not isinstance(line.payer, Unknown):
        return line.payer
    return _RESIDENTS_TITLE if line.source == RESIDENTS else None


def _payer(key: tuple[str, str], lines: list[tuple[Action, BudgetLine]], recipient: Recipient | None, total: int) -> Payer:
    amount = sum(line.amount for _, line in lines)
    return Payer(
        id=recipient.id if recipient else lines[0][1].id,
        title=recipient.name if recipient else key[0],
        sources=tuple(dict.fromkeys(line.source for _, line in lines)),
        actions=len({action.id for action, _ in lines}),
        amount=amount,
        firm=sum(line.amount for _, line in lines if line.is_firm),
        share=share_of(amount, total),
    )
