"""Rules over the joint action plan: whose duty, when, and measured which way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.records.action import Indicator


def duties_belong_to_the_agencies(case: Case) -> Iterator[Finding]:
    """An action serves duties of the agency that leads it or of one that helps, of no other (V4)."""
    agencies = case.names.known(("agency",))
    for at, action in enumerate(case.dossier.plan.actions if case.dossier.plan else ()):
        ours = {action.lead, *action.partners}
        if agencies is None or not ours <= agencies.keys():
            continue  # A misspelt agency is reported in its own place.
        for duty_at, duty in enumerate(action.duties):
            owner = case.names.owners.get(duty)
            if owner is not None and owner not in ours:
                path = ("actions", at, "duties", duty_at)
                yield case.finding("duty-of-other-agency", "plan", path, id=duty, owner=agencies[owner] or owner)


def actions_start_before_they_end(case: Case) -> Iterator[Finding]:
    """A schedule that runs backwards has no cell to draw."""
    for at, action in enumerate(case.dossier.plan.actions if case.dossier.plan else ()):
        if action.end < action.start:
            values = {"start": action.start.long(), "end": action.end.long()}
            yield case.finding("schedule-reversed", "plan", ("actions", at, "end"), **values)


def targets_lie_in_their_direction(case: Case) -> Iterator[Finding]:
    """A target on the wrong side of the baseline would make getting worse a success."""
    for at, action in enumerate(case.dossier.plan.actions if case.dossier.plan else ()):
        for indicator_at, indicator in enumerate(action.indicators):
            change = indicator.target - indicator.baseline
            if change * sign(indicator) < 0:
                path = ("actions", at, "indicators", indicator_at, "target")
                yield case.finding("target-wrong-way", "plan", path, direction=indicator.direction)


def sign(indicator: Indicator) -> int:
    """Return 1 when more is better, -1 when less is."""
    return -1 if indicator.direction == "کاهشی" else 1
