"""Rules over the log of a facilitation office."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.scope import Case, Finding
from generator.model.known import Unknown


def activities_end_after_they_begin(case: Case) -> Iterator[Finding]:
    """An activity of several days ends after its first."""
    for at, activity in enumerate(case.dossier.activities.activities if case.dossier.activities else ()):
        begun, ended = activity.date, activity.end
        if ended and not isinstance(begun, Unknown) and ended < begun:
            values = {"start": str(begun), "end": str(ended)}
            yield case.finding("schedule-reversed", "activities", ("activities", at, "end"), **values)


def certificates_are_of_participants(case: Case) -> Iterator[Finding]:
    """A certificate is given to somebody who took part."""
    for at, activity in enumerate(case.dossier.activities.activities if case.dossier.activities else ()):
        given, people = activity.certificates, activity.participants
        if given is not None and not isinstance(people, Unknown) and given > people:
            yield case.finding("certificates-many", "activities", ("activities", at, "certificates"))


def activities_follow_the_opening(case: Case) -> Iterator[Finding]:
    """The log is that of the office, which did nothing before it opened."""
    office = case.dossier.office
    opened = office.opened_on if office else None
    for at, activity in enumerate(case.dossier.activities.activities if case.dossier.activities else ()):
        if opened and not isinstance(opened, Unknown) and not isinstance(activity.date, Unknown) and activity.date < opened:
            values = {"day": str(activity.date), "opened": str(opened)}
            yield case.finding("activity-before-office", "activities", ("activities", at, "date"), **values)
