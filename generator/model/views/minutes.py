"""What the minutes of a meeting say beside its own record: which earlier decisions it followed up, who sat in it as what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.records.meeting import Attendee, Decision, Meeting


class Followed(NamedTuple):
    """An earlier decision that a meeting followed up, its meeting, and what was reported of it."""

    meeting: Meeting
    decision: Decision
    note: str


class Minutes(NamedTuple):
    """A meeting with the decisions that it followed up; its members who came, those who did not, and its guests.

    Of a meeting that is still to be held all who are invited count as those who come.
    """

    followed: tuple[Followed, ...]
    chair: Attendee
    secretary: Attendee
    present: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]
    guests: tuple[Attendee, ...]


def minutes_of(meeting: Meeting, every: Iterable[Meeting]) -> Minutes:
    """Return the minutes of a meeting; `every` are the meetings among which it finds those that it follows up."""
    decisions = {f"{each.id}/{decision.id}": (each, decision) for each in every for decision in each.decisions}
    came = [each for each in meeting.attendance if each.present or not meeting.held]
    seats = {each.id: each for each in meeting.attendance}
    return Minutes(
        followed=tuple(
            Followed(*decisions[each.decision], each.note) for each in meeting.follow_up if each.decision in decisions
        ),
        chair=seats[meeting.chair],
        secretary=seats[meeting.secretary],
        present=tuple(each for each in came if not each.guest),
        absent=tuple(each for each in meeting.attendance if each not in came),
        guests=tuple(each for each in came if each.guest),
    )
