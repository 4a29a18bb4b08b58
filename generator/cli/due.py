"""What is due in the neighbourhoods on a day, in Persian lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.cli.reporting.layout import Line, Look
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier, Workspace
from generator.model.views.due import Due, due
from generator.persian import JalaliDate, numeral, to_western

_KINDS = {
    "quarter": "گزارش {title}",
    "evaluation": "ارزیابی {title}",
    "decision": "مصوبهٔ «{title}»",
    "solution": "راهکار «{title}»",
    "instalment": "قسط «{title}»",
}


class Entry(NamedTuple):
    """Something due, whose it is, and how many days it is late (negative: to come)."""

    dossier: Dossier
    due: Due
    late: int
    owner: str


def entries(workspace: Workspace, names: Iterable[str], day: JalaliDate) -> list[Entry]:
    """What is due on a day in the named neighbourhoods (in all when none is named), the earliest first."""
    wanted = set(names)
    found = [
        Entry(dossier, each, each.late(day), _owner(each, workspace.catalogue))
        for dossier in workspace.dossiers
        if not wanted or dossier.id in wanted
        for each in due(dossier, day)
    ]
    return sorted(found, key=lambda entry: entry.due.day)


def lines(found: list[Entry], day: JalaliDate) -> Iterator[Line]:
    """What is overdue, then what is to come, each with its day, its neighbourhood and how many days are between."""
    yield Line(f"وضع سررسیدها در {day.long()}", look=Look.PLACE)
    overdue = [entry for entry in found if entry.late > 0]
    for heading, look, part in (
        ("گذشته از سررسید", Look.ERROR, overdue),
        ("در پیش", Look.GAP, [entry for entry in found if entry.late <= 0]),
    ):
        if part:
            yield Line()
            yield Line(f"{heading} ({numeral(len(part))})", look=look)
            yield from (Line(_text(entry), indent=2) for entry in part)
    if not found:
        yield Line("چیزی سررسید ندارد.")


def as_json(found: list[Entry]) -> str:
    """The entries as a JSON list; days are Jalali, `late` counts the days since (negative: still to come)."""
    return json.dumps([_row(entry) for entry in found], ensure_ascii=False, indent=1)


def _owner(each: Due, catalogue: Catalogue) -> str:
    return catalogue.owner(each.owner) if each.owner else ""


def _text(entry: Entry) -> str:
    dossier, each, late, owner = entry
    place = f"{dossier.neighbourhood.name} (نمونه)" if dossier.sample else dossier.neighbourhood.name
    what = _KINDS[each.kind].format(title=each.title)
    left = f"{numeral(abs(late))} روز {'تأخیر' if late > 0 else 'مانده'}" if late else "همین روز"
    return "؛ ".join(part for part in (f"{each.day}  {place}: {what}", owner, left) if part)


def _row(entry: Entry) -> dict[str, object]:
    dossier, each, late, owner = entry
    return {
        "neighbourhood": dossier.id,
        "name": dossier.neighbourhood.name,
        "sample": dossier.sample,
        "kind": each.kind,
        "record": each.record,
        "title": each.title,
        "owner": owner or None,
        "day": to_western(str(each.day)),
        "late": late,
    }
