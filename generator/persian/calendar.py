"""Days and months of the Jalali calendar, and the forms in which offices write them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from persiantools import jdatetime

from generator.persian.digits import numeral, to_persian, to_western
from generator.persian.letters import fold, normalise
from generator.persian.refusal import Refused
from generator.persian.words import ordinal

MONTHS: tuple[str, ...] = tuple(jdatetime.MONTH_NAMES_FA[1:])
WEEKDAYS: tuple[str, ...] = tuple(jdatetime.WEEKDAY_NAMES_FA)

FIRST_YEAR, LAST_YEAR = 1300, 1499


@dataclass(frozen=True, order=True, slots=True)
class JalaliMonth:
    """A month of a Jalali year (1300-1499); refuses what is no month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            code = "year-gregorian" if 1900 <= self.year <= 2100 else "year-out-of-range"
            raise Refused(code, year=numeral(self.year))
        if not 1 <= self.month <= 12:
            raise Refused("month-out-of-range", month=numeral(self.month))

    def __str__(self) -> str:
        """Print the month as in fields of a form: «۱۳۹۷/۱۱»."""
        return to_persian(f"{self.year:04}/{self.month:02}")

    def long(self) -> str:
        """Print the month as in prose: «بهمن ۱۳۹۷»."""
        return f"{MONTHS[self.month - 1]} {numeral(self.year)}"

    @property
    def days(self) -> int:
        """How many days the month has (29 to 31)."""
        return int(jdatetime.JalaliDate.days_in_month(self.month, self.year))

    @property
    def first(self) -> JalaliDate:
        """The first day of the month."""
        return JalaliDate(self.year, self.month, 1)

    @property
    def last(self) -> JalaliDate:
        """The last day of the month."""
        return JalaliDate(self.year, self.month, self.days)

    def plus_months(self, count: int) -> JalaliMonth:
        """Return the month `count` months later (earlier when negative)."""
        years, months = divmod(self.month - 1 + count, 12)
        return JalaliMonth(self.year + years, months + 1)


@dataclass(frozen=True, order=True, slots=True)
class JalaliDate:
    """A day of the Jalali calendar (years 1300-1499); refuses a day that does not exist."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        month = JalaliMonth(self.year, self.month)
        if not 1 <= self.day <= month.days:
            code = "day-out-of-month" if 1 <= self.day <= 31 else "day-out-of-range"
            day, days = numeral(self.day), numeral(month.days)
            raise Refused(code, day=day, month=month.long(), days=days, last=str(month.last))

    @classmethod
    def from_gregorian(cls, date: datetime.date) -> JalaliDate:
        """Convert a Gregorian day to the Jalali one."""
        day = jdatetime.JalaliDate(date)
        return cls(day.year, day.month, day.day)

    def to_gregorian(self) -> datetime.date:
        """Convert the day to a Gregorian one, for file properties and the like."""
        day: datetime.date = jdatetime.JalaliDate(self.year, self.month, self.day).to_gregorian()
        return day

    def __str__(self) -> str:
        """Print the day as in fields of a form: «۱۴۰۳/۰۷/۱۵»."""
        return to_persian(f"{self.year:04}/{self.month:02}/{self.day:02}")

    def long(self) -> str:
        """Print the day as in prose: «۱۵ مهر ۱۴۰۳»."""
        return f"{numeral(self.day)} {self.in_month.long()}"

    @property
    def in_month(self) -> JalaliMonth:
        """The month that the day is in."""
        return JalaliMonth(self.year, self.month)

    @property
    def weekday(self) -> str:
        """The name of the day of the week: «شنبه» … «جمعه»."""
        return WEEKDAYS[(self.to_gregorian().weekday() + 2) % 7]

    def plus_months(self, count: int) -> JalaliDate:
        """Return the same day `count` months later; the last day of that month when it is too short for it.

        ۳۱ تیر plus three months is ۳۰ مهر; the 30th of Esfand plus a year is the 29th.
        """
        month = self.in_month.plus_months(count)
        return JalaliDate(month.year, month.month, min(self.day, month.days))

    def plus_days(self, count: int) -> JalaliDate:
        """Return the day `count` days later (earlier when negative)."""
        return JalaliDate.from_gregorian(self.to_gregorian() + datetime.timedelta(days=count))


def days_between(start: JalaliDate, end: JalaliDate) -> int:
    """Count the days from start to end, one of them included: 0 for the same day, negative when end is earlier."""
    return (end.to_gregorian() - start.to_gregorian()).days


def months_between(start: JalaliDate, end: JalaliDate) -> int:
    """Return the greatest n with `start.plus_months(n) <= end`, negative when end is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if start.plus_months(months) <= end else months - 1


_MONTH_OF_NAME = {fold(name): number for number, name in enumerate(MONTHS, 1)} | {
    fold("امرداد"): 5,
    fold("ابان"): 8,
    fold("اذر"): 9,
}
_DAY_OF_WORD = {fold(ordinal(day)): day for day in range(1, 32)} | {fold("یکم"): 1, fold("نخست"): 1}
_WEEKDAY_OF_NAME = {fold(name): name for name in WEEKDAYS}

_LONGEST_DATE = 60
_DIRECTION_MARKS = re.compile(r"[\u200e\u200f]")
_ERA = re.compile(r"\s*(?:ه[\u200c\u200d]?ـ?\.?\s*ش\.?|شمسی|خورشیدی|\(ش\))$")
_PREFIX = re.compile(r"^(?:مورخهٔ|مورخه|مورخ|تاریخ)\s*:?\s+")
_NUMERIC = re.compile(r"([0-9]{1,4})\s*([/\-.])\s*([0-9]{1,4})(?:\s*\2\s*([0-9]{1,4}))?")
_COMPACT = re.compile(r"(1[34][0-9]{2})([0-9]{2})([0-9]{2})")
_NAMES = "|".join(sorted([*MONTHS, "امرداد", "ابان", "اذر"], key=len, reverse=True))
_NAMED_MONTH = rf"(?P<month>{_NAMES})[\s\u200c]*(?:ماه)?"
_NAMED = re.compile(
    rf"(?:(?P<weekday>(?:یک|دو|سه|چهار|پنج)?[\s\u200c]*شنبه|جمعه)\s*[،,]?\s+)?"
    rf"(?:(?P<day>[0-9]{{1,2}}|[^\W0-9][^0-9]*?)[\s\u200c]+)?{_NAMED_MONTH}[\s\u200c]*(?:سال\s*)?(?P<year>[0-9]+)"
)
_NAMED_YEAR_FIRST = re.compile(rf"(?P<weekday>)(?P<year>[0-9]{{4}})\s+{_NAMED_MONTH}(?:\s+(?P<day>[0-9]{{1,2}}))?")


def parse_date(text: str) -> JalaliDate:
    """Read a day: ۱۳۹۸/۰۹/۲۱, 1398-9-21, 13980921, «۲۱ آذر ۱۳۹۸», «جمعه بیست‌ویکم آذرماه ۱۴۰۴» …

    Year first and with four digits when written in digits. Refuses a month without a day, a Gregorian year, a day
    that the month or the year has not, and a weekday that is not the day's own.
    """
    year, month, day = _read(text, "date-not-understood")
    if day is None:
        raise Refused("date-without-day", text=text, example=str(JalaliMonth(year, month).first))
    return JalaliDate(year, month, day)


def parse_month(text: str) -> JalaliMonth:
    """Read a month: «بهمن 1397», «بهمن‌ماه ۱۳۹۷», ۱۳۹۷/۱۱, 1397-11. A day is refused."""
    year, month, day = _read(text, "month-not-understood")
    if day is not None:
        raise Refused("month-with-day", text=text, example=str(JalaliDate(year, month, day).in_month))
    return JalaliMonth(year, month)


def _read(text: str, code: str) -> tuple[int, int, int | None]:
    spelled = _DIRECTION_MARKS.sub("", to_western(normalise(text)))
    spelled = _ERA.sub("", _PREFIX.sub("", spelled))
    if len(spelled) > _LONGEST_DATE:
        raise Refused(code, text=text)
    if found := _COMPACT.fullmatch(spelled):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMERIC.fullmatch(spelled):
        return _from_numbers(text, int(found[1]), int(found[3]), int(found[4]) if found[4] else None)
    if found := _NAMED.fullmatch(spelled) or _NAMED_YEAR_FIRST.fullmatch(spelled):
        return _from_names(text, found, code)
    raise Refused(code, text=text)


def _from_numbers(text: str, first: int, second: int, third: int | None) -> tuple[int, int, int | None]:
    if first < 1000 and max(second, third or 0) > 1000:
        parts = [str(part) for part in (third, second, first) if part]
        example = to_persian("/".join(f"{part:0>2}" for part in parts))
        raise Refused("date-day-first", text=text, example=example)
    if first < 100:
        raise Refused("year-two-digits", text=text)
    if third is not None:
        _refuse_gregorian(text, first, second, third)
    return first, second, third


def _refuse_gregorian(text: str, year: int, month: int, day: int) -> None:
    """Refuse a Gregorian day and name the Jalali one that it is, when it is a day at all."""
    try:
        jalali = JalaliDate.from_gregorian(datetime.date(year, month, day)) if 1922 <= year <= 2100 else None
    except ValueError:
        return
    if jalali:
        raise Refused("date-gregorian", text=text, example=str(jalali))


def _from_names(text: str, found: re.Match[str], code: str) -> tuple[int, int, int | None]:
    year, month = int(found["year"]), _MONTH_OF_NAME[fold(found["month"])]
    if year < 100:
        raise Refused("year-two-digits", text=text)
    if found["day"] is None:
        if found["weekday"]:
            raise Refused(code, text=text)
        return year, month, None
    day = int(found["day"]) if found["day"].isdecimal() else _DAY_OF_WORD.get(fold(found["day"]))
    if day is None:
        raise Refused(code, text=text)
    if found["weekday"]:
        date = JalaliDate(year, month, day)
        if _WEEKDAY_OF_NAME[fold(found["weekday"])] != date.weekday:
            raise Refused("weekday-wrong", text=text, date=date.long(), weekday=date.weekday)
    return year, month, day
