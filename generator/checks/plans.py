"""Rules over the joint action plan: whose duty, when, after what, and measured which way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.scope import Case, FieldPath, Finding
from generator.model.records.action import Action
from generator.model.records.action_parts import Indicator, Milestone
from generator.persian import JalaliMonth, percent_text

WHOLE = 100
"""What the weights of the milestones of a work sum to, in percent."""


def duties_belong_to_the_agencies(case: Case) -> Iterator[Finding]:
    """An action serves duties of the agency that leads it or of one that helps, of no other (V4)."""
    agencies = case.names.known(("agency",))
    for at, action in _actions(case):
        ours = {action.lead, *action.partners}
        if agencies is None or not ours <= agencies.keys():
            continue  # A misspelt agency is reported in its own place.
        for duty_at, duty in enumerate(action.duties):
            owner = case.names.owners.get(duty)
            if owner is not None and owner not in ours:
                path = ("actions", at, "duties", duty_at)
                yield case.finding("duty-of-other-agency", "plan", path, id=duty, owner=agencies[owner] or owner)


def parts_belong_to_the_duties(case: Case) -> Iterator[Finding]:
    """A part of a duty is cited beside the duty, so that who leads is held to the whole of what the action is of."""
    for at, action in _actions(case):
        for part_at, part in enumerate(action.duty_parts):
            duty = part.rpartition("/")[0]
            # A misspelt duty is reported in its own place.
            if duty not in action.duties and case.names.owners.keys() >= {duty, *action.duties}:
                yield case.finding("part-of-other-duty", "plan", ("actions", at, "duty_parts", part_at), id=part, duty=duty)


def recipients_belong_to_the_agencies(case: Case) -> Iterator[Finding]:
    """An action is told to recipients of the agency that leads it or of one that helps, of no other (V3).

    An agency with several recipients that leads an action says which of them answers: a work of all three companies of
    services is answered for by none.
    """
    everywhere = {recipient for recipients in case.names.recipients.values() for recipient in recipients}
    for at, action in _actions(case):
        if not case.names.recipients.keys() >= {action.lead, *action.partners}:
            continue  # A misspelt agency is reported in its own place.
        ours = {each for agency in (action.lead, *action.partners) for each in case.names.recipients[agency]}
        for recipient_at, recipient in enumerate(action.recipients):
            if recipient in everywhere - ours:
                path = ("actions", at, "recipients", recipient_at)
                yield case.finding("recipient-of-other-agency", "plan", path, id=recipient)
        own = case.names.recipients[action.lead]
        if len(own) > 1 and not set(own).intersection(action.recipients):
            named = "، ".join(f"«{each}»" for each in own)
            yield case.finding("recipient-not-named", "plan", ("actions", at, "lead"), id=action.lead, recipients=named)


def actions_start_before_they_end(case: Case) -> Iterator[Finding]:
    """A schedule that runs backwards has no cell to draw."""
    for at, action in _actions(case):
        if action.end < action.start:
            values = {"start": action.start.long(), "end": action.end.long()}
            yield case.finding("schedule-reversed", "plan", ("actions", at, "end"), **values)


def milestones_make_the_work(case: Case) -> Iterator[Finding]:
    """The milestones of a work weigh a whole, and each falls in the time of the work."""
    for at, action in _actions(case):
        yield from _milestones(case, "plan", ("actions", at, "milestones"), action.milestones, (action.start, action.end))
    for programme in case.dossier.programmes:
        for at, line in enumerate(programme.lines):
            path, term = ("lines", at, "milestones"), (line.start, line.end)
            yield from _milestones(case, f"programmes/{programme.id}", path, line.milestones, term)


def _milestones(
    case: Case, record: str, path: FieldPath, milestones: tuple[Milestone, ...], term: tuple[JalaliMonth, JalaliMonth]
) -> Iterator[Finding]:
    total = sum((milestone.weight for milestone in milestones), Decimal(0))
    if milestones and total != WHOLE:
        yield case.finding("milestones-sum", record, path, sum=percent_text(total))
    start, end = term
    for at, milestone in enumerate(milestones):
        if start <= end and not start <= milestone.month <= end:
            values = {"month": milestone.month.long(), "start": start.long(), "end": end.long()}
            yield case.finding("milestone-outside", record, (*path, at, "month"), **values)


def actions_do_not_wait_for_themselves(case: Case) -> Iterator[Finding]:
    """Actions that follow each other in a circle can none of them begin; each circle is reported once."""
    after = {action.id: (*action.after, *action.along) for _, action in _actions(case)}
    in_circles: set[str] = set()
    for at, action in _actions(case):
        circle = () if action.id in in_circles else _circle(action.id, after)
        in_circles.update(circle)
        if circle:
            field, cited = ("after", action.after) if circle[1] in action.after else ("along", action.along)
            path = ("actions", at, field, cited.index(circle[1]))
            yield case.finding("action-after-itself", "plan", path, ids="، ".join(f"«{each}»" for each in circle[:-1]))


def _circle(start: str, after: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way from an action over those that it follows back to it, both ends included; empty without one."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for each in after.get(way[-1], ()):
            if each == start:
                return (*way, each)
            if each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return ()


def actions_come_after_those_they_follow(case: Case) -> Iterator[Finding]:
    """What waits for a work begins when that is done; what goes along with one neither begins nor ends before it.

    A street is paved after the trench in it is closed, while the next one is still open: that goes along.
    """
    actions = {action.id: action for _, action in _actions(case)}
    for at, action in _actions(case):
        for field, code, cited in (
            ("after", "action-before-end", action.after),
            ("along", "action-before-first", action.along),
        ):
            for place, first in enumerate(map(actions.get, cited)):
                if first and _out_of_order(action, first, waits=field == "after"):
                    values = {"title": first.title, "start": first.start.long(), "end": first.end.long()}
                    yield case.finding(code, "plan", ("actions", at, field, place), **values)


def _out_of_order(action: Action, first: Action, *, waits: bool) -> bool:
    """Return whether an action is too early beside one that it follows; one that runs backwards is told in its own place."""
    if action.end < action.start or first.end < first.start:
        return False
    return action.start < first.end if waits else action.start < first.start or action.end < first.end


def targets_lie_in_their_direction(case: Case) -> Iterator[Finding]:
    """A target on the wrong side of the baseline would make getting worse a success."""
    for at, action in _actions(case):
        for indicator_at, indicator in enumerate(action.indicators):
            change = indicator.target - indicator.baseline
            if change * sign(indicator) < 0:
                path = ("actions", at, "indicators", indicator_at, "target")
                yield case.finding("target-wrong-way", "plan", path, direction=indicator.direction)


def sign(indicator: Indicator) -> int:
    """Return 1 when more is better, -1 when less is."""
    return -1 if indicator.direction == "کاهشی" else 1


def _actions(case: Case) -> Iterator[tuple[int, Action]]:
    return enumerate(case.dossier.plan.actions if case.dossier.plan else ())
