"""Reporting periods of a Jalali year: the year, its two halves, its four quarters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from generator.persian.calendar import JalaliDate, JalaliMonth
from generator.persian.digits import numeral
from generator.persian.letters import fold
from generator.persian.refusal import Refused
from generator.persian.words import ordinal


@dataclass(frozen=True, order=True, slots=True)
class Year:
    """A Jalali year; its id is «1404»."""

    year: int
    length: ClassVar[int] = 12

    def __post_init__(self) -> None:
        JalaliMonth(self.year, 1)

    @property
    def id(self) -> str:
        """The period in ids and file names, Western digits."""
        return str(self.year)

    @property
    def title(self) -> str:
        """The period in prose: «سال ۱۴۰۴»."""
        return f"سال {numeral(self.year)}"

    def __str__(self) -> str:
        return self.title

    @property
    def start(self) -> JalaliDate:
        """The first day."""
        return JalaliMonth(self.year, 1).first

    @property
    def end(self) -> JalaliDate:
        """The last day, itself in the period."""
        return JalaliMonth(self.year, 12).last

    def previous(self) -> Year:
        """Return the year before."""
        return Year(self.year - 1)

    def next(self) -> Year:
        """Return the year after."""
        return Year(self.year + 1)


@dataclass(frozen=True, order=True, slots=True)
class Half:
    """A half of a Jalali year (1 or 2); its id is «1404-h1»."""

    year: int
    half: int
    length: ClassVar[int] = 6

    def __post_init__(self) -> None:
        _check(self.year, self.half, 2, "half-out-of-range")

    @property
    def id(self) -> str:
        """The period in ids and file names, Western digits."""
        return f"{self.year}-h{self.half}"

    @property
    def title(self) -> str:
        """The period in prose: «شش‌ماههٔ اول سال ۱۴۰۴»."""
        return f"شش‌ماههٔ {ordinal(self.half)} سال {numeral(self.year)}"

    def __str__(self) -> str:
        return self.title

    @property
    def start(self) -> JalaliDate:
        """The first day."""
        return JalaliMonth(self.year, 6 * self.half - 5).first

    @property
    def end(self) -> JalaliDate:
        """The last day, itself in the period."""
        return JalaliMonth(self.year, 6 * self.half).last

    def previous(self) -> Half:
        """Return the half before, in the year before when need be."""
        return Half(self.year, 1) if self.half == 2 else Half(self.year - 1, 2)

    def next(self) -> Half:
        """Return the half after, in the year after when need be."""
        return Half(self.year, 2) if self.half == 1 else Half(self.year + 1, 1)


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A quarter of a Jalali year (1 to 4); its id is «1404-q3»."""

    year: int
    quarter: int
    length: ClassVar[int] = 3

    def __post_init__(self) -> None:
        _check(self.year, self.quarter, 4, "quarter-out-of-range")

    @property
    def id(self) -> str:
        """The period in ids and file names, Western digits."""
        return f"{self.year}-q{self.quarter}"

    @property
    def title(self) -> str:
        """The period in prose: «سه‌ماههٔ سوم سال ۱۴۰۴»."""
        return f"سه‌ماههٔ {ordinal(self.quarter)} سال {numeral(self.year)}"

    def __str__(self) -> str:
        return self.title

    @property
    def start(self) -> JalaliDate:
        """The first day."""
        return JalaliMonth(self.year, 3 * self.quarter - 2).first

    @property
    def end(self) -> JalaliDate:
        """The last day, itself in the period."""
        return JalaliMonth(self.year, 3 * self.quarter).last

    def previous(self) -> Quarter:
        """Return the quarter before, in the year before when need be."""
        return Quarter(self.year, self.quarter - 1) if self.quarter > 1 else Quarter(self.year - 1, 4)

    def next(self) -> Quarter:
        """Return the quarter after, in the year after when need be."""
        return Quarter(self.year, self.quarter + 1) if self.quarter < 4 else Quarter(self.year + 1, 1)


Period = Year | Half | Quarter


def half_of(date: JalaliDate) -> Half:
    """Return the half that a day is in."""
    return Half(date.year, (date.month + 5) // 6)


def quarter_of(date: JalaliDate) -> Quarter:
    """Return the quarter that a day is in."""
    return Quarter(date.year, (date.month + 2) // 3)


def _check(year: int, number: int, count: int, code: str) -> None:
    JalaliMonth(year, 1)
    if not 1 <= number <= count:
        raise Refused(code, number=numeral(number))


# All patterns are matched against folded text: no spaces, no half-spaces, Western digits.
_ORDINALS = {"اول": 1, "یکم": 1, "نخست": 1, "دوم": 2, "سوم": 3, "چهارم": 4} | {str(n): n for n in range(10)}
_ORDINAL = "(?P<number>" + "|".join(_ORDINALS) + ")"
_SEASONS = {"بهار": 1, "تابستان": 2, "پاییز": 3, "پائیز": 3, "زمستان": 4}
_YEAR = r"(?:در)?(?:سال)?(?P<year>[0-9]+)"
_ID = re.compile(r"(?P<year>[0-9]{4})[-/]?(?P<kind>[hq])(?P<number>[0-9])")
_QUARTER = re.compile(rf"(?:سه|3)ماهه{_ORDINAL}{_YEAR}")
_HALF = re.compile(rf"(?:(?:شش|6)ماهه|نیمه|نیمسال){_ORDINAL}{_YEAR}")
_SEASON = re.compile(rf"(?:فصل)?(?P<season>{'|'.join(_SEASONS)}){_YEAR}")
_YEAR_FIRST = re.compile(r"^(?:سال)?([0-9]{4})[،,]?([^0-9hq/-].*)$")
_WHOLE_YEAR = re.compile(r"(?:سال)?(?P<year>[0-9]+)")


def parse_period(text: str) -> Period:
    """Read a period: `1404-h1`, `1404-q3`, «شش‌ماهه اول ۱۴۰۴», «پاییز ۱۴۰۴», «سال ۱۴۰۴»."""
    folded = _YEAR_FIRST.sub(r"\2\1", fold(text))
    if found := _ID.fullmatch(folded):
        year, number = _year(text, found["year"]), int(found["number"])
        return Half(year, number) if found["kind"] == "h" else Quarter(year, number)
    if found := _QUARTER.fullmatch(folded):
        return Quarter(_year(text, found["year"]), _ORDINALS[found["number"]])
    if found := _HALF.fullmatch(folded):
        return Half(_year(text, found["year"]), _ORDINALS[found["number"]])
    if found := _SEASON.fullmatch(folded):
        return Quarter(_year(text, found["year"]), _SEASONS[found["season"]])
    if found := _WHOLE_YEAR.fullmatch(folded):
        return Year(_year(text, found["year"]))
    raise Refused("period-not-understood", text=text)


def parse_half(text: str) -> Half:
    """Read a half-year; refuses a quarter or a year."""
    period = parse_period(text)
    if not isinstance(period, Half):
        raise Refused("period-not-half", text=text, year=period.year)
    return period


def parse_quarter(text: str) -> Quarter:
    """Read a quarter; refuses a half or a year."""
    period = parse_period(text)
    if not isinstance(period, Quarter):
        raise Refused("period-not-quarter", text=text, year=period.year)
    return period


def parse_year(text: str) -> int:
    """Read a Jalali year («۱۴۰۴», «سال 1404»); refuses Gregorian and two-digit years."""
    period = parse_period(text)
    if not isinstance(period, Year):
        raise Refused("period-not-year", text=text, year=period.year)
    return period.year


def _year(text: str, digits: str) -> int:
    if len(digits) == 2:
        raise Refused("year-two-digits", text=text)
    if len(digits) != 4:
        raise Refused("period-not-understood", text=text)
    return int(digits)
