"""What ties a participatory document together: needs and strategies with their actions, who does what, confirms, measured."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal
from typing import NamedTuple, TypeVar

from generator.model.fields import ActorKind, RoleLevel
from generator.model.known import Unknown
from generator.model.records.action import Action, ActionPlan
from generator.model.records.action_parts import ActionRole, Confirmation
from generator.model.records.catalogue import Catalogue
from generator.model.records.needs import Need
from generator.model.records.participatory import Participatory, Strategy
from generator.model.records.workspace import Dossier
from generator.model.views.delivered import delivered
from generator.model.views.parts import answering, short_name
from generator.persian import JalaliDate


class Answered(NamedTuple):
    """A need with the actions that answer it, in the plan's order."""

    need: Need
    actions: tuple[Action, ...]


class Pursued(NamedTuple):
    """A strategy with the needs that it answers, and the actions that answer one of them and are of its axis."""

    strategy: Strategy
    needs: tuple[Need, ...]
    actions: tuple[Action, ...]


class Rung(NamedTuple):
    """A level of participation, or the giving of money, with the actions in which somebody stands on it."""

    level: RoleLevel
    actions: tuple[Action, ...]


class Taking(NamedTuple):
    """What people of one kind, a group or a partner take part in, level by level."""

    actor: ActorKind
    name: str
    rungs: tuple[Rung, ...]


class Confirmed(NamedTuple):
    """A body, or who answers for an agency, with the actions that it confirms; `given` when it did so for all by one paper."""

    owner: str
    name: str
    actions: tuple[Action, ...]
    given: Confirmation | None


class Latest(NamedTuple):
    """The last measured value of an indicator, and the end of the half-year that it was measured in."""

    value: Decimal
    on: JalaliDate


class Participation(NamedTuple):
    """The links of a document; `widest` is the need that touches most people, `latest` are by the id of the indicator."""

    needs: tuple[Answered, ...]
    widest: Need | None
    strategies: tuple[Pursued, ...]
    parts: tuple[Taking, ...]
    confirmed: tuple[Confirmed, ...]
    latest: dict[str, Latest]


def links(dossier: Dossier, plan: ActionPlan, document: Participatory, catalogue: Catalogue) -> Participation:
    """Return the links; needs by priority, then by how many they touch, then by their codes."""
    needs = dossier.needs.needs if dossier.needs else ()
    widest = max(needs, key=_affected, default=None)
    ordered = sorted(needs, key=lambda need: (need.priority, -_affected(need), need.code))
    return Participation(
        needs=tuple(Answered(need, tuple(each for each in plan.actions if need.id in each.needs)) for need in ordered),
        widest=widest if widest and _affected(widest) else None,
        strategies=tuple(_pursued(strategy, needs, plan) for strategy in document.strategies),
        parts=_parts(dossier, plan),
        confirmed=_confirmed(plan, catalogue),
        latest=_latest(dossier),
    )


def _affected(need: Need) -> int:
    return 0 if isinstance(need.affected, Unknown) else need.affected


def _pursued(strategy: Strategy, needs: Iterable[Need], plan: ActionPlan) -> Pursued:
    answered = tuple(need for need in needs if need.id in strategy.needs)
    actions = (each for each in plan.actions if each.axis == strategy.axis and not set(strategy.needs).isdisjoint(each.needs))
    return Pursued(strategy, answered, tuple(actions))


def _parts(dossier: Dossier, plan: ActionPlan) -> tuple[Taking, ...]:
    """Return who takes part, in the order in which the plan names them first."""
    named = _grouped(
        ((role.actor, _name(dossier, role)), (role.level, action)) for action in plan.actions for role in action.roles
    )
    return tuple(
        Taking(actor, name, tuple(Rung(level, actions) for level, actions in _grouped(taken).items()))
        for (actor, name), taken in named.items()
    )


def _name(dossier: Dossier, role: ActionRole) -> str:
    """Return the name of the group or partner in a role; that of a partner not yet found is what it is to support."""
    community = dossier.community
    if community and not isinstance(role.group, Unknown):
        return community.group(role.group).name
    if community and not isinstance(role.partner, Unknown):
        partner = community.partner(role.partner)
        return f"هنوز تعیین نشده ({partner.support})" if isinstance(partner.name, Unknown) else partner.name
    return ""


def _confirmed(plan: ActionPlan, catalogue: Catalogue) -> tuple[Confirmed, ...]:
    """Return the bodies that confirm the actions, in their order, then who answers for them: the recipients of agencies."""
    given = _grouped((each.body, (action, each)) for action in plan.actions for each in action.confirmations)
    bodies = {body.id: plan.actions for body in catalogue.bodies.bodies if body.confirms_actions or body.id in given}
    led = _grouped((recipient.id, action) for action in plan.actions for recipient in answering(action, catalogue))
    confirming = [(body, catalogue.owner(body), actions) for body, actions in bodies.items()] + [
        (recipient.id, short_name(agency, recipient), led[recipient.id])
        for agency in catalogue.agencies
        for recipient in agency.recipients
        if recipient.id in led
    ]
    return tuple(
        Confirmed(owner, name, actions, _by_one_paper([each for _, each in given.get(owner, ())], len(actions)))
        for owner, name, actions in confirming
    )


def _by_one_paper(confirmations: list[Confirmation], actions: int) -> Confirmation | None:
    papers = {(str(each.number), str(each.date)) for each in confirmations if each.number and each.date}
    return confirmations[0] if len(papers) == 1 and len(confirmations) == actions else None


def _latest(dossier: Dossier) -> dict[str, Latest]:
    found: dict[str, Latest] = {}
    for evaluation in sorted((each for each in dossier.evaluations if delivered(each)), key=lambda each: each.period.end):
        for progress in evaluation.progress:
            found |= {name: Latest(value, evaluation.period.end) for name, value in progress.values.items()}
    return found


K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, tuple[V, ...]] = {}
    for key, value in pairs:
        found[key] = (*found.get(key, ()), value)
    return found
