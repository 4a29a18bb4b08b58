"""Print what is due in the neighbourhoods on a day, in Persian lines for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.cli.reporting.layout import Line, LineType
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier
from generator.model.views.due import Due, due
from generator.persian import JalaliDate, numeral, to_western

_KINDS = {
    "quarter": "گزارش {title}",
    "evaluation": "ارزیابی {title}",
    "decision": "مصوبهٔ «{title}»",
    "solution": "راهکار «{title}»",
    "instalment": "قسط «{title}»",
    "contract-end": "پایان قرارداد محلهٔ {title}",
    "guarantee-end": "پایان اعتبار «{title}»",
}


class DueItem(NamedTuple):
    """Something due, its neighbourhood, its owner, and how many days it is late (negative: to come)."""

    dossier: Dossier
    due: Due
    late: int
    owner: str


def items(dossiers: Sequence[Dossier], catalogue: Catalogue, day: JalaliDate) -> list[DueItem]:
    """List what is due on a day in some neighbourhoods, the earliest first."""
    found = [
        DueItem(dossier, each, each.late(day), _owner(each, catalogue))
        for dossier in dossiers
        for each in due(dossier, day, catalogue.terms)
    ]
    return sorted(found, key=lambda item: item.due.day)


def lines(found: list[DueItem], day: JalaliDate) -> Iterator[Line]:
    """Yield what is overdue, then what is to come, each with its day, its neighbourhood and how many days are between."""
    yield Line(f"وضع سررسیدها در {day.long()}", type=LineType.PLACE)
    overdue = [item for item in found if item.late > 0]
    for heading, line_type, part in (
        ("گذشته از سررسید", LineType.ERROR, overdue),
        ("در پیش", LineType.GAP, [item for item in found if item.late <= 0]),
    ):
        if part:
            yield Line()
            yield Line(f"{heading} ({numeral(len(part))})", type=line_type)
            yield from (Line(_text(item), indent=2) for item in part)
    if not found:
        yield Line("چیزی سررسید ندارد.")


def as_rows(found: list[DueItem]) -> list[dict[str, object]]:
    """Return the items for programs; days are Jalali, `late` counts the days since (negative: still to come)."""
    return [_row(item) for item in found]


def _owner(each: Due, catalogue: Catalogue) -> str:
    return catalogue.owner(each.owner) if each.owner else ""


def _text(item: DueItem) -> str:
    dossier, each, late, owner = item
    place = f"{dossier.neighbourhood.name} (نمونه)" if dossier.sample else dossier.neighbourhood.name
    what = _KINDS[each.kind].format(title=each.title)
    left = f"{numeral(abs(late))} روز {'تأخیر' if late > 0 else 'مانده'}" if late else "همین روز"
    return "؛ ".join(part for part in (f"{each.day}  {place}: {what}", owner, left) if part)


def _row(item: DueItem) -> dict[str, object]:
    dossier, each, late, owner = item
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
