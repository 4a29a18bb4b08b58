"""What a commission or another authority resolved, by the number and day of its minutes."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Code, Date, Text
from generator.model.known import UNKNOWN, Known, Record, Unknown


class Resolution(Record, title="صورتجلسه یا مصوبهٔ مستند"):
    """The minutes or the approval on which a step of a contract rests; it is given when it has a number and a day."""

    authority: Known[Text] = Field(
        default=UNKNOWN,
        title="مرجع صورتجلسه",
        description="کمیسیون، کارگروه یا مقامی که تصمیم گرفته است.",
        examples=["کمیسیون معاملات"],
    )
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره صورتجلسه", description="شمارهٔ صورتجلسه یا مصوبه.", examples=["۱۲/ک/۱۴۰۴"]
    )
    date: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ صورتجلسه", description="روز صورتجلسه یا مصوبه.", examples=["۱۴۰۴/۰۱/۲۰"]
    )

    @property
    def given(self) -> bool:
        """Whether it has a number and a date."""
        return not isinstance(self.number, Unknown) and not isinstance(self.date, Unknown)
