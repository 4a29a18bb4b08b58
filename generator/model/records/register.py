"""The register of the programme: each final with its number, and what was written down of it afterwards; append only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    Classification,
    Code,
    Count,
    Date,
    Digest,
    Id,
    Note,
    RegisterNumber,
    Text,
    Year,
    one_of,
)
from generator.model.known import UNKNOWN, Known, NotListedError, Record
from generator.persian import Refused, parse_register_number

ISSUED, OFFICE, VOID, CORRECTION, SIGNED = "صدور", "شمارهٔ دفتر", "ابطال", "تصحیح", "امضا"
"""The sorts of entries: a final got its number, the office's own number, it is void, a correction, its signed copy."""

Sort = Literal["صدور", "شمارهٔ دفتر", "ابطال", "تصحیح", "امضا"]

BLOCK = 10_000
"""How many numbers of a kind in a year each series of a keeper has; the first ones are of who has none."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    ISSUED: ("number", "kind", "document", "title", "version", "digest", "files", "pages"),
    OFFICE: ("of", "number"),
    VOID: ("of", "reason"),
    CORRECTION: ("of", "text"),
    SIGNED: ("of", "file", "sha256"),
}
"""The keys that an entry of each sort has, beside those of all."""
_ALLOWED: Mapping[str, tuple[str, ...]] = {ISSUED: ("recipients", "classification"), SIGNED: ("number",)}
_OF_ALL = ("entry", "date", "by")


class State(StrEnum):
    """How a registered final stands; the later in the list, the less it counts."""

    FINAL = "نهایی"
    SIGNED = "امضاشده"
    SUPERSEDED = "جایگزین‌شده"
    VOID = "باطل"


def _register_number(text: str) -> None:
    try:
        parse_register_number(text)
    except Refused as refusal:
        given = {"code": refusal.code, "values": refusal.values, "path": ("number",)}
        raise PydanticCustomError("refused", "{code}", given) from None


class Entry(Record):
    """One line of the register. Which keys it has follows from its sort (`entry`)."""

    entry: Annotated[Sort, one_of(ISSUED, OFFICE, VOID, CORRECTION, SIGNED)] = Field(
        title="رویداد", description="آنچه ثبت شده است.", examples=[ISSUED]
    )
    of: RegisterNumber | None = Field(
        default=None, title="شمارهٔ سند", description="شمارهٔ ثبت سندی که رویداد دربارهٔ آن است.", examples=["1404/ق/12"]
    )
    number: Code | None = Field(
        default=None, title="شماره", description="شمارهٔ ثبت سند، یا شماره‌ای که دفتر به آن داده است.", examples=["1404/ق/12"]
    )
    date: Date = Field(title="تاریخ", description="روز رویداد.", examples=["۱۴۰۴/۰۲/۱۰"])
    kind: Id | None = Field(default=None, title="گونهٔ سند", description="شناسهٔ گونهٔ سند.", examples=["contract"])
    document: Code | None = Field(
        default=None, title="سند", description="نام سند در پوشهٔ خروجی.", examples=["z3-golshahr/contract"]
    )
    title: Text | None = Field(default=None, title="عنوان سند", description="عنوان سند.", examples=["قرارداد دفتر تسهیلگری"])
    recipients: tuple[Id, ...] = Field(
        default=(), title="گیرندگان", description="شناسهٔ کسانی که سند برای آن‌هاست.", examples=[["education-head"]]
    )
    classification: Classification = Field(
        default="عادی", title="طبقه‌بندی سند", description="طبقه‌بندی سند؛ اگر ننویسید «عادی» است.", examples=["محرمانه"]
    )
    version: Count | None = Field(default=None, ge=1, title="نسخه", description="شمارهٔ نسخهٔ سند.", examples=["۱"])
    digest: Digest | None = Field(
        default=None, title="اثر متن", description="اثری که متن سند با آن بازشناخته می‌شود.", examples=["9f86d081…"]
    )
    files: dict[str, Digest] = Field(
        default={}, title="پرونده‌ها", description="اثر هر پروندهٔ سند.", examples=[{"pdf": "9f86d081…"}]
    )
    pages: Count | None = Field(default=None, title="صفحه‌ها", description="شمار صفحه‌های PDF.", examples=["۱۲"])
    reason: Note = Field(default="", title="علت ابطال", description="علت ابطال.", examples=["اشتباه در نام گیرنده"])
    text: Note = Field(default="", title="متن تصحیح", description="آنچه باید درست خوانده شود.", examples=["مبلغ بند ۲"])
    file: Note = Field(
        default="",
        title="پروندهٔ امضاشده",
        description="پروندهٔ تصویر نسخهٔ امضاشده در «plans/signed».",
        examples=["1404-ق-12.pdf"],
    )
    sha256: Digest | None = Field(
        default=None, title="اثر پروندهٔ امضاشده", description="اثر پروندهٔ امضاشده.", examples=["9f86d081…"]
    )
    by: Known[Text] = Field(
        default=UNKNOWN, title="ثبت‌کننده", description="سمت یا نام کسی که ثبت کرده است.", examples=["کارشناس دبیرخانه"]
    )

    @model_validator(mode="after")
    def _has_the_keys_of_its_sort(self) -> Entry:
        given = {name for name in type(self).model_fields if name not in _OF_ALL and self._has(name)}
        needed = {*_NEEDED[self.entry]}
        lacking = [name for name in _NEEDED[self.entry] if name not in given]
        foreign = sorted(given - needed - {*_ALLOWED.get(self.entry, ())})
        if lacking or foreign:
            faults = [f"{what}: {'، '.join(names)}" for what, names in (("نیامده", lacking), ("بی‌جا", foreign)) if names]
            raise PydanticCustomError("register-entry-keys", "{faults}", {"faults": "؛ ".join(faults), "entry": self.entry})
        if self.entry == ISSUED:
            _register_number(str(self.number))
        return self

    def _has(self, name: str) -> bool:
        return bool(getattr(self, name) != type(self).model_fields[name].default)

    @property
    def about(self) -> str:
        """The number of the final that the entry is about: its own, or the one that it names."""
        return parse_register_number(str(self.number)) if self.entry == ISSUED else str(self.of)

    @property
    def place(self) -> str:
        """The neighbourhood of a final, or `province`."""
        return str(self.document or "").partition("/")[0]


class RegisterYear(Record, title="دفتر ثبت سندهای نهایی"):
    """The entries of one year, each on a line of its own, in the order in which they were written."""

    year: Year = Field(title="سال", description="سال دفتر، همان نام پرونده.", examples=["۱۴۰۴"])
    entries: tuple[Entry, ...] = Field(
        default=(), title="رویدادها", description="رویدادهای سال؛ فرمان‌ها به آن می‌افزایند و سطری از آن برداشته نمی‌شود."
    )

    @property
    def id(self) -> str:
        """The name of its file."""
        return str(self.year)


class Register(Record):
    """The register of all years, or what of it concerns one neighbourhood."""

    years: tuple[RegisterYear, ...] = ()

    @cached_property
    def _by_number(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries about each final, its issue first."""
        found: dict[str, list[Entry]] = {}
        for each in self.entries:
            found.setdefault(each.about, []).append(each)
        return {number: tuple(sorted(held, key=lambda each: each.entry != ISSUED)) for number, held in found.items()}

    @cached_property
    def _by_document(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for each in self.issued:
            found.setdefault(str(each.document), []).append(each)
        return {name: tuple(sorted(held, key=lambda each: each.version or 0)) for name, held in found.items()}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, year by year, in the order in which they were written."""
        return tuple(each for year in self.years for each in year.entries)

    @property
    def issued(self) -> tuple[Entry, ...]:
        """The finals, in the order of their issue."""
        return tuple(each for each in self.entries if each.entry == ISSUED)

    def final(self, number: str) -> Entry:
        """Return the issue of a final by its number (NotListedError when there is none)."""
        for each in self._by_number.get(number, ()):
            if each.entry == ISSUED:
                return each
        raise NotListedError(number)

    def about(self, number: str) -> tuple[Entry, ...]:
        """Return the entries about a final: its issue, then what was written down of it."""
        return self._by_number.get(number, ())

    def versions(self, document: str) -> tuple[Entry, ...]:
        """Return the finals of a document by its name, the oldest version first, void ones too."""
        return self._by_document.get(document, ())

    def last(self, document: str) -> Entry | None:
        """Return the last final of a document that is not void; None when there is none."""
        return next((each for each in reversed(self.versions(document)) if not self.is_void(each.about)), None)

    def is_void(self, number: str) -> bool:
        """Return whether a final was declared void."""
        return any(each.entry == VOID for each in self.about(number))

    def office(self, number: str) -> Entry | None:
        """Return the entry that says under which number and day the office sent a final; None when none was entered."""
        return next((each for each in self.about(number) if each.entry == OFFICE), None)

    def signed(self, number: str) -> Entry | None:
        """Return the entry of the last signed copy of a final; None when there is none."""
        return next((each for each in reversed(self.about(number)) if each.entry == SIGNED), None)

    def state(self, number: str) -> str:
        """Return how a final stands, one of `State` (NotListedError when there is none of this number)."""
        final = self.final(number)
        if self.is_void(number):
            return State.VOID.value
        last = self.last(str(final.document))
        if last is not None and last.about != number:
            return State.SUPERSEDED.value
        return (State.SIGNED if self.signed(number) else State.FINAL).value

    def with_entries(self, entries: Iterable[Entry]) -> Register:
        """Return the register with some entries appended, each in the year of its day."""
        years = {year.year: year for year in self.years}
        for entry in entries:
            year = years.get(entry.date.year) or RegisterYear(year=entry.date.year)
            years[year.year] = year.model_copy(update={"entries": (*year.entries, entry)})
        return Register(years=tuple(years[name] for name in sorted(years)))

    def of_place(self, place: str) -> Register:
        """Return what of it concerns a neighbourhood."""
        numbers = {each.about for each in self.issued if each.place == place}
        kept = (
            year.model_copy(update={"entries": tuple(each for each in year.entries if each.about in numbers)})
            for year in self.years
        )
        return Register(years=tuple(year for year in kept if year.entries))

    def next_number(self, year: int, code: str, series: int = 0, ahead: int = 0) -> str | None:
        """Return the next number of a kind in a year, or one further `ahead`; None when those of the series are used up."""
        first = series * BLOCK
        counts = [count for each in self.issued if (count := count_of(each.about, year, code, series))]
        following = max(counts, default=first) + 1 + ahead
        return f"{year}/{code}/{following}" if following <= first + BLOCK else None


def count_of(number: str, year: int, code: str, series: int) -> int:
    """Return the count in a number of a kind, a year and a series; nothing for a number of another."""
    own, letters, count = number.split("/")
    found = int(count)
    return found if (own, letters) == (str(year), code) and (found - 1) // BLOCK == series else 0


def parts_of(number: str) -> tuple[int, str, int]:
    """Return the year, the letters of the kind and the count in a number."""
    year, letters, count = number.split("/")
    return int(year), letters, int(count)
