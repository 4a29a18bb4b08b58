"""The days on which offices are closed: each week, each year on the same day, and by the moon's calendar in one year."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Count, Date, Text, Year, one_of
from generator.model.known import Record
from generator.persian import JalaliDate

_LONGEST_REST = 30
"""No rest is longer; a calendar that closes every day of the week ends the search."""

_Weekday = Annotated[
    Literal["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"],
    one_of("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"),
]


class YearlyHoliday(Record, title="تعطیلی هرساله"):
    """A holiday of the solar calendar, the same day each year."""

    month: Count = Field(title="ماه", ge=1, le=12, description="شمارهٔ ماه، ۱ تا ۱۲.", examples=["۱۱"])
    day: Count = Field(title="روز", ge=1, le=31, description="روز ماه.", examples=["۲۲"])
    title: Text = Field(title="مناسبت", description="مناسبت تعطیلی.", examples=["پیروزی انقلاب اسلامی"])


class Holiday(Record, title="تعطیلی یک روز"):
    """A holiday of one year: those of the lunar calendar, and days that the government closes."""

    date: Date = Field(title="تاریخ تعطیلی", description="روز تعطیل.", examples=["۱۴۰۴/۰۱/۱۱"])
    title: Text = Field(title="مناسبت", description="مناسبت یا علت تعطیلی.", examples=["عید سعید فطر"])


class Holidays(Record, title="روزهای تعطیل"):
    """The holidays. Of a year that is not among `complete` only the weekly and the yearly ones are known."""

    weekly: tuple[_Weekday, ...] = Field(
        default=("جمعه",), title="تعطیلی هفتگی", description="روزهای هفته که اداره‌ها تعطیل‌اند.", examples=[["جمعه"]]
    )
    yearly: tuple[YearlyHoliday, ...] = Field(
        default=(), title="تعطیلی‌های هرساله", description="تعطیلی‌های رسمی گاه‌شماری خورشیدی، هر سال در همان روز."
    )
    days: tuple[Holiday, ...] = Field(
        default=(), title="تعطیلی‌های سال", description="تعطیلی‌های گاه‌شماری قمری و روزهایی که دولت تعطیل کرده است."
    )
    complete: tuple[Year, ...] = Field(
        default=(),
        title="سال‌های کامل",
        description="سال‌هایی که همهٔ تعطیلی‌های آن‌ها در «days» نوشته شده است.",
        examples=[["۱۴۰۴"]],
    )

    def closed(self, day: JalaliDate) -> bool:
        """Return whether offices are closed on a day, as far as it is known."""
        yearly = any((each.month, each.day) == (day.month, day.day) for each in self.yearly)
        return yearly or day.weekday in self.weekly or any(each.date == day for each in self.days)

    def open_from(self, day: JalaliDate) -> JalaliDate:
        """Return the first day from one on, that day included, on which offices are open."""
        for later in range(_LONGEST_REST):
            if not self.closed(found := day.plus_days(later)):
                return found
        return day

    def after(self, day: JalaliDate, count: int) -> JalaliDate:
        """Return the day that is so many working days after one."""
        for _ in range(count):
            day = self.open_from(day.plus_days(1))
        return day
