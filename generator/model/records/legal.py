"""Legal rates by the interval in which each is in force."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, Percent, Remark, Text
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records import validity
from generator.persian import JalaliDate


class LegalRate(Record, title="نرخ قانونی"):
    """A legal rate or article that a contract cites, in force from `valid_from` to `valid_to`, both days counted.

    A rate that changes is several records of one id, one for each interval. Without `valid_from` it holds from ever,
    without `valid_to` until further notice. `verified_on` is the date somebody compared it with the law.
    """

    id: Id = Field(
        title="شناسه", description="شناسهٔ نرخ. تضمین‌های قرارداد به آن ارجاع می‌دهند.", examples=["performance-guarantee"]
    )
    title: Text = Field(title="عنوان", description="عنوان نرخ یا ماده.", examples=["تضمین انجام تعهدات"])
    value: Known[Percent] = Field(default=UNKNOWN, title="نرخ", description="نرخ به درصد.", examples=["۱۰٪"])
    law: Text = Field(
        title="مستند قانونی",
        description="قانون یا آیین‌نامه‌ای که نرخ در آن آمده است.",
        examples=["آیین‌نامهٔ تضمین معاملات دولتی"],
    )
    valid_from: Known[Date] = Field(
        default=UNKNOWN, title="از تاریخ", description="روزی که نرخ از آن معتبر است.", examples=["۱۳۹۴/۰۹/۲۲"]
    )
    valid_to: Date | None = Field(
        default=None,
        title="تا تاریخ",
        description="آخرین روزی که نرخ معتبر است؛ اگر هنوز معتبر است، ننویسید.",
        examples=["۱۴۰۴/۱۲/۲۹"],
    )
    verified_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ بررسی", description="روزی که کسی نرخ را با متن قانون سنجیده است.", examples=["۱۴۰۴/۰۲/۰۱"]
    )
    note: Remark = ""

    @property
    def backwards(self) -> bool:
        """Whether the rate ends before it begins."""
        return validity.backwards(self)

    def holds(self, day: JalaliDate) -> bool:
        """Return whether the rate is in force on a day."""
        return validity.holds(self, day)


class Legal(Record, title="نرخ‌های قانونی"):
    """The legal rates, each in one or more intervals."""

    rates: tuple[LegalRate, ...] = Field(title="نرخ‌ها", description="نرخ‌ها و مواد قانونی که قرارداد به آن‌ها استناد می‌کند.")

    def intervals(self, rate_id: str) -> tuple[LegalRate, ...]:
        """Return the intervals of a rate from the earliest to the latest; empty when there is no such rate."""
        return validity.in_order(rate for rate in self.rates if rate.id == rate_id)

    def overlapping(self, rate_id: str) -> tuple[LegalRate, ...]:
        """Return the intervals of a rate that begin before the previous one has ended, or at no known day."""
        return validity.overlapping(self.intervals(rate_id))

    def clear(self, rate_id: str) -> bool:
        """Return whether there is such a rate, and only one of it on each day."""
        intervals = self.intervals(rate_id)
        return bool(intervals) and not self.overlapping(rate_id) and not any(rate.backwards for rate in intervals)

    def in_force(self, on: JalaliDate | Unknown | None = None) -> tuple[LegalRate, ...]:
        """Return of each rate the interval in force on a day, the latest without a day; a rate of other days is left out."""
        found = (validity.on_day(self.intervals(rate_id), on) for rate_id in dict.fromkeys(rate.id for rate in self.rates))
        return tuple(rate for rate in found if rate is not None)

    def rate(self, rate_id: str, on: JalaliDate | Unknown | None = None) -> LegalRate:
        """Return the rate in force on a day; the latest one without a day or while the day is unknown.

        NotListedError when there is no such rate, or none of it is in force on that day.
        """
        return validity.listed_on(self.intervals(rate_id), rate_id, on)
