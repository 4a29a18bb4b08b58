"""What is due as files of other programs: a calendar (iCalendar, RFC 5545) and a workbook for Excel."""

from __future__ import annotations

import datetime
import hashlib
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.cli.due import DueItem, lateness
from generator.persian import JalaliDate, numeral
from generator.problems.errors import UsageError
from generator.problems.messages import problem

_PRODUCT = "-//sanad//due//FA"
_COLUMNS = (
    ("ردیف", 6), ("سررسید", 12), ("محله", 22), ("موضوع", 60), ("مسئول", 34), ("وضع", 16), ("پروندهٔ داده", 28),
)  # fmt: skip
_MOMENT = datetime.datetime(2000, 1, 1)
"""The day that a workbook says it was made on: equal lists give equal bytes."""


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
    """Return a sheet from right to left, with a heading that repeats on each page and a filter on each column."""
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"وضع سررسیدها در {day.long()}", "created": _MOMENT})
        sheet = book.add_worksheet("سررسیدها")
        sheet.right_to_left()
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        head = book.add_format({"bold": True, "bg_color": "#E5E5E5", "border": 1, "reading_order": 2, "align": "center"})
        cell = book.add_format({"border": 1, "reading_order": 2, "align": "right", "valign": "top", "text_wrap": True})
        for at, (title, width) in enumerate(_COLUMNS):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, title, head)
        for row, item in enumerate(found, 1):
            values = (
                numeral(row), str(item.due.day), item.where, item.what, item.owner, lateness(item), item.due.record,
            )  # fmt: skip
            for at, value in enumerate(values):
                sheet.write_string(row, at, value, cell)
        sheet.autofilter(0, 0, max(len(found), 1), len(_COLUMNS) - 1)
    return data.getvalue()


def _name(item: DueItem) -> str:
    said = "\n".join((item.place, item.due.kind, item.due.record, item.due.title, item.due.owner or ""))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
