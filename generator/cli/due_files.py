"""What is due as files of other programs: a calendar (iCalendar, RFC 5545) and a workbook for Excel."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.cli.due import DueItem, lateness
from generator.persian import JalaliDate, numeral
from generator.problems.errors import UsageError
from generator.problems.messages import problem
from generator.writing.workbook import workbook

_PRODUCT = "-//sanad//due//FA"
_COLUMNS = (
    ("ردیف", 6), ("سررسید", 12), ("محله", 22), ("موضوع", 60), ("مسئول", 34), ("وضع", 16), ("پروندهٔ داده", 28),
)  # fmt: skip


def writer(path: Path) -> Callable[[Sequence[DueItem], JalaliDate], bytes]:
    """Return what makes the file that a path names by its ending; UsageError for another ending."""
    by_ending = {".ics": as_calendar, ".xlsx": as_workbook}
    found = by_ending.get(path.suffix.lower())
    if found is None:
        raise UsageError([problem("due-file-unknown", None, path=path.name, allowed=" و ".join(by_ending))])
    return found


def as_calendar(found: Sequence[DueItem], day: JalaliDate) -> bytes:
    """Return an event of a whole day for each item; the same item has the same name each time, so a calendar replaces it."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    made = datetime.datetime.combine(day.to_gregorian(), datetime.time(), datetime.UTC)
    for item in found:
        event = Event()
        event.add("uid", f"{_name(item)}@sanad")
        event.add("dtstamp", made)
        event.add("dtstart", item.due.day.to_gregorian())
        event.add("dtend", item.due.day.to_gregorian() + datetime.timedelta(days=1))
        event.add("summary", f"{item.where}: {item.what}")
        event.add("description", "؛ ".join(filter(None, (item.owner, str(item.due.day)))))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def as_workbook(found: Sequence[DueItem], day: JalaliDate) -> bytes:
    """Return the list as a workbook."""
    rows = (
        (numeral(row), str(item.due.day), item.where, item.what, item.owner, lateness(item), item.due.record)
        for row, item in enumerate(found, 1)
    )
    return workbook(f"وضع سررسیدها در {day.long()}", "سررسیدها", _COLUMNS, rows)


def _name(item: DueItem) -> str:
    said = "\n".join((item.place, item.due.kind, item.due.record, item.due.title, item.due.owner or ""))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
