"""The part of each recipient in a plan: what it leads, where it helps, what it pays, and its duties that nothing serves."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import BudgetLine, Prerequisite
from generator.model.records.agencies import Agency, Duty, Recipient
from generator.model.records.catalogue import Catalogue
from generator.model.views.duties import ServedDuty
from generator.model.views.payers import payer_of
from generator.persian import JalaliMonth


class Share(NamedTuple):
    """An action in which a recipient has a part: as what, the lines that it pays, its duties that the action cites.

    `answers` are the names, as tables call them, of those who answer for the action.
    """

    action: Action
    role: Literal["مسئول", "همکار"]
    answers: tuple[str, ...]
    pays: tuple[BudgetLine, ...]
    duties: tuple[Duty, ...]
    owes: tuple[Prerequisite, ...]

    @property
    def amount(self) -> int:
        """What the recipient pays in it, in rials."""
        return sum(line.amount for line in self.pays)

    @property
    def shared(self) -> bool:
        """Whether others pay for it too, or alone."""
        return self.amount != self.action.total

    @property
    def firm(self) -> int:
        """What of that rests on a document."""
        return sum(line.amount for line in self.pays if line.is_firm)


class Part(NamedTuple):
    """A recipient with its part; `owes` are prerequisites of actions in which it has no other part."""

    agency: Agency
    recipient: Recipient
    leads: tuple[Share, ...]
    helps: tuple[Share, ...]
    owes: tuple[tuple[Action, Prerequisite], ...]
    served: tuple[ServedDuty, ...]
    unserved: tuple[Duty, ...]

    @property
    def shares(self) -> tuple[Share, ...]:
        """The actions in which it has a part, those that it leads first."""
        return (*self.leads, *self.helps)

    @property
    def is_asked(self) -> bool:
        """Whether the plan asks for a part in an action, a prerequisite, or a proposal where no action serves a duty."""
        return bool(self.shares or self.owes or self.unserved)

    @property
    def amount(self) -> int:
        """What it pays in all, in rials."""
        return sum(share.amount for share in self.shares)

    @property
    def firm(self) -> int:
        """What of that rests on a document."""
        return sum(share.firm for share in self.shares)

    @property
    def begins(self) -> JalaliMonth | None:
        """The month in which the first action that it leads begins; None when it leads none."""
        return min((share.action.start for share in self.leads), default=None)

    @property
    def lacking(self) -> tuple[tuple[Action, Prerequisite], ...]:
        """The prerequisites that it has still to give."""
        owed = (*((share.action, each) for share in self.shares for each in share.owes), *self.owes)
        return tuple((action, each) for action, each in owed if isinstance(each.ready_on, Unknown))


def agencies_asked(plan: ActionPlan, catalogue: Catalogue) -> tuple[Agency, ...]:
    """List the agencies of which a plan asks something, each with the recipients of whom it does."""
    asked = [part for part in divide(plan, catalogue) if part.is_asked]
    found = {part.agency.id: tuple(each.recipient for each in asked if each.agency == part.agency) for part in asked}
    return tuple(
        agency.model_copy(update={"recipients": found[agency.id]}) for agency in catalogue.agencies if agency.id in found
    )


def divide(plan: ActionPlan, catalogue: Catalogue) -> tuple[Part, ...]:
    """Return the part of every recipient of the catalogue, in its order."""
    return tuple(part_of(plan, catalogue, agency, each) for agency in catalogue.agencies for each in agency.recipients)


def part_of(plan: ActionPlan, catalogue: Catalogue, agency: Agency, recipient: Recipient) -> Part:
    """Return the part of one recipient. Of the recipients of an agency the one that answers leads, the others help."""
    actions = plan.of_recipient(agency, recipient)
    shares = tuple(_share(action, catalogue, agency, recipient) for action in actions)
    cited = {duty.id: tuple(action for action in actions if duty.id in action.duties) for duty in agency.duties}
    return Part(
        agency=agency,
        recipient=recipient,
        leads=tuple(share for share in shares if share.role == "مسئول"),
        helps=tuple(share for share in shares if share.role == "همکار"),
        owes=tuple((action, each) for action in plan.actions if action not in actions for each in _owed(action, agency)),
        served=tuple(ServedDuty(duty, cited[duty.id]) for duty in agency.duties if cited[duty.id]),
        unserved=tuple(duty for duty in agency.duties if not cited[duty.id]),
    )


def short_name(agency: Agency, recipient: Recipient) -> str:
    """Return how a table calls a recipient: by the short name of an agency that has no other, else by its own."""
    return agency.short_name if len(agency.recipients) == 1 else recipient.name


def named(action: Action, catalogue: Catalogue, recipients: tuple[Recipient, ...]) -> tuple[str, ...]:
    """Return what tables call recipients that have a part in an action."""
    agencies = tuple(map(catalogue.agency, dict.fromkeys((action.lead, *action.partners))))
    return tuple(short_name(agency, each) for each in recipients for agency in agencies if each in agency.recipients)


def answering(action: Action, catalogue: Catalogue) -> tuple[Recipient, ...]:
    """Return who answers for an action: one recipient of the leading agency, or all of them when none is named."""
    agency = catalogue.agency(action.lead)
    first = action.answering(agency)
    return (first,) if first else agency.recipients


def helping(action: Action, catalogue: Catalogue) -> tuple[Recipient, ...]:
    """Return who helps in an action: the other recipients that have a part, the leading agency's before its partners'."""
    lead = answering(action, catalogue)
    concerned = (
        each
        for agency in map(catalogue.agency, (action.lead, *action.partners))
        for each in agency.recipients
        if action.concerns(agency, each)
    )
    return tuple(each for each in concerned if each not in lead)


def _share(action: Action, catalogue: Catalogue, agency: Agency, recipient: Recipient) -> Share:
    answers = answering(action, catalogue)
    return Share(
        action=action,
        role="مسئول" if recipient in answers else "همکار",
        answers=named(action, catalogue, answers),
        pays=tuple(line for line in action.budget if payer_of(action, line, catalogue) == recipient),
        duties=tuple(duty for duty in agency.duties if duty.id in action.duties),
        owes=_owed(action, agency),
    )


def _owed(action: Action, agency: Agency) -> tuple[Prerequisite, ...]:
    return tuple(each for each in action.prerequisites if each.owner == agency.id)
