"""Rules over the editions of a plan: in which order, and what each changed and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.scope import Case, FieldPath, Finding
from generator.model.records.editions import PlanChange
from generator.persian import JalaliDate, fold


def editions_follow_each_other(case: Case) -> Iterator[Finding]:
    """An edition is younger than the one before it and has another number, so that an approval can be of one of them (V3)."""
    plan = case.dossier.plan
    if plan is None or not plan.previous:
        return
    for at, (before, after) in enumerate(pairwise([each.date for each in plan.previous])):
        if after <= before:
            values = {"date": str(after), "before": str(before)}
            yield case.finding("edition-not-later", "plan", ("previous", at + 1, "date"), **values)
    if plan.date <= plan.previous[-1].date:
        values = {"date": str(plan.date), "before": str(plan.previous[-1].date)}
        yield case.finding("edition-not-later", "plan", ("date",), **values)
    numbers = [fold(each.number) for each in plan.previous]
    for at, number in enumerate(numbers):
        if number == fold(plan.version) or number in numbers[:at]:
            yield case.finding("edition-twice", "plan", ("previous", at, "number"), number=plan.previous[at].number)


def an_edition_says_what_it_changed(case: Case) -> Iterator[Finding]:
    """Who has the edition before asks what is new in this one."""
    plan = case.dossier.plan
    if plan and plan.previous and not plan.changes:
        yield case.finding("edition-without-changes", "plan", ("version",), number=plan.version)


def changes_follow_their_gatherings(case: Case) -> Iterator[Finding]:
    """A change that residents asked for comes after they met (line 259)."""
    plan, participatory = case.dossier.plan, case.dossier.participatory
    if plan is None or participatory is None:
        return
    days = {gathering.id: gathering.date for gathering in participatory.gatherings}
    agreed = {change.id: days[change.gathering] for change in participatory.changes if change.gathering in days}
    editions: list[tuple[FieldPath, JalaliDate, tuple[PlanChange, ...]]] = [(("changes",), plan.date, plan.changes)]
    editions += [(("previous", at, "changes"), each.date, each.changes) for at, each in enumerate(plan.previous)]
    for path, date, changes in editions:
        for at, change in enumerate(changes):
            for talk_at, talk in enumerate(change.talks):
                if talk in agreed and agreed[talk] > date:
                    values = {"date": str(agreed[talk]), "edition": str(date)}
                    yield case.finding("change-before-gathering", "plan", (*path, at, "talks", talk_at), **values)
