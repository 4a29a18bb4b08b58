"""The register for people and for programs: a final a line, and below it what was written down of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.cli.reporting.layout import Line
from generator.persian import numeral, to_persian

if TYPE_CHECKING:
    from generator.build.registry import Registered
    from generator.model.records.register import Entry


def lines(found: Iterable[Registered]) -> Iterator[Line]:
    """Yield a line for each final and each entry about it."""
    for each in found:
        issued = each.issued
        version = f"نسخهٔ {numeral(issued.version or 0)}"
        yield Line(f"{to_persian(issued.about)}  {issued.date}  {issued.title}  {version}  {each.state}")
        yield from (Line(f"    {said(later)}") for later in each.later)


def said(entry: Entry) -> str:
    """Return what an entry says of the final that it is about."""
    what = {
        "شمارهٔ دفتر": f"شمارهٔ دفتر {entry.number}",
        "ابطال": f"باطل شد: {entry.reason}",
        "تصحیح": f"تصحیح: {entry.text}",
        "امضا": f"نسخهٔ امضاشده: {entry.file}{f'، شمارهٔ {entry.number}' if entry.number else ''}",
    }[entry.entry]
    by = f"، {entry.by}" if isinstance(entry.by, str) else ""
    return f"{what} ({entry.date}{by})"


def as_rows(found: Iterable[Registered]) -> list[dict[str, object]]:
    """Return the finals for programs."""
    return [
        {**as_row(each.issued), "state": str(each.state), "entries": [as_row(later) for later in each.later]} for each in found
    ]


def as_row(entry: Entry) -> dict[str, object]:
    """Return an entry for programs."""
    given = entry.model_dump(mode="json", exclude_defaults=True)
    return given | {"about": entry.about, "by": entry.by if isinstance(entry.by, str) else None}
