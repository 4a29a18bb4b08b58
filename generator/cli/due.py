"""Print what is due on a day, in Persian lines for people, as rows for programs, as a calendar and as a table for offices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.cli.reporting.layout import Line, LineType
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views.due import Due, Kind, Rules, due, due_in_province
from generator.persian import JalaliDate, numeral, to_western

_KINDS: dict[Kind, str] = {
    "quarter": "گزارش {title}",
    "evaluation": "ارزیابی {title}",
    "decision": "مصوبهٔ «{title}»",
    "solution": "راهکار «{title}»",
    "instalment": "قسط «{title}»",
    "payment": "پرداخت تأییدشدهٔ «{title}»",
    "contract-end": "پایان قرارداد محلهٔ {title}",
    "guarantee-end": "پایان اعتبار «{title}»",
    "reply": "پاسخ نامهٔ {title}",
    "representative": "معرفی نماینده برای «{title}»",
    "confirmation": "تأیید شناسنامهٔ {title} اقدام",
    "permit-end": "پایان اعتبار مجوز «{title}»",
}
PROVINCE = "استان"


class DueItem(NamedTuple):
    """Something due, the place that it is due in, its owner's name, and how many days it is late (negative: to come)."""

    place: str
    name: str
    sample: bool
    due: Due
    late: int
    owner: str

    @property
    def what(self) -> str:
        """What is due, in words."""
        return _KINDS[self.due.kind].format(title=self.due.title)

    @property
    def where(self) -> str:
        """The name of the place, with what marks a sample."""
        return f"{self.name} (نمونه)" if self.sample else self.name


class Wanted(NamedTuple):
    """What of all is asked for: of some agencies and bodies, and what is overdue or comes within some days; all when empty."""

    owners: Collection[str] = ()
    within: int | None = None

    def has(self, each: Due, day: JalaliDate) -> bool:
        """Return whether something due on a day is asked for."""
        return (not self.owners or each.owner in self.owners) and (self.within is None or -each.late(day) <= self.within)


def items(
    dossiers: Sequence[Dossier],
    province: ProvinceDossier | None,
    catalogue: Catalogue,
    day: JalaliDate,
    wanted: Wanted = Wanted(),  # noqa: B008 -- it is a value
) -> list[DueItem]:
    """List what is due on a day in some neighbourhoods, and of the province where it is given, the earliest first."""
    rules = Rules(catalogue.terms, catalogue.holidays, catalogue.bodies)
    found: list[tuple[str, str, bool, Due]] = [
        (dossier.id, dossier.neighbourhood.name, dossier.sample, each)
        for dossier in dossiers
        for each in due(dossier, day, rules)
    ]
    if province is not None:
        found += [("province", PROVINCE, province.sample, each) for each in due_in_province(province, rules)]
    chosen = [each for each in found if wanted.has(each[3], day)]
    chosen.sort(key=lambda each: each[3].day)
    return [
        DueItem(place, name, sample, each, each.late(day), catalogue.owner(each.owner) if each.owner else "")
        for place, name, sample, each in chosen
    ]


def lines(found: list[DueItem], day: JalaliDate, catalogue: Catalogue) -> Iterator[Line]:
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
    if unlisted := incomplete(found, catalogue):
        years = "، ".join(map(numeral, unlisted))
        yield Line()
        yield Line(
            f"تعطیلی‌های سال {years} در «holidays.yaml» کامل نیست؛ تعطیلی هفتگی و هرساله شمرده شد.", type=LineType.WARNING
        )


def incomplete(found: Iterable[DueItem], catalogue: Catalogue) -> list[int]:
    """Return the years of what is due whose holidays are not all known; none for a project that keeps no holidays."""
    if not catalogue.holidays.yearly and not catalogue.holidays.days:
        return []
    return sorted({item.due.day.year for item in found} - {*catalogue.holidays.complete})


def as_rows(found: list[DueItem]) -> list[dict[str, object]]:
    """Return the items for programs; days are Jalali, `late` counts the days since (negative: still to come)."""
    return [_row(item) for item in found]


def lateness(item: DueItem) -> str:
    """Return how many days something is late, or are left."""
    return f"{numeral(abs(item.late))} روز {'تأخیر' if item.late > 0 else 'مانده'}" if item.late else "همین روز"


def _text(item: DueItem) -> str:
    told = f"موعد {item.due.told} تعطیل است" if item.due.told else ""
    parts = (f"{item.due.day}  {item.where}: {item.what}", item.owner, lateness(item), told)
    return "؛ ".join(part for part in parts if part)


def _row(item: DueItem) -> dict[str, object]:
    each = item.due
    return {
        "neighbourhood": item.place,
        "name": item.name,
        "sample": item.sample,
        "kind": each.kind,
        "record": each.record,
        "title": each.title,
        "owner": item.owner or None,
        "day": to_western(str(each.day)),
        "told": to_western(str(each.told)) if each.told else None,
        "late": item.late,
    }
