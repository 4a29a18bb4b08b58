"""برنامهٔ یک‌ساله: what is to be done in one Jalali year, drawn up after an evaluation (line 273)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, Month, Note, Number, Rials, Text, Year
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class YearLine(Record):
    """A line of the year; `action` links it to the plan when it carries one on."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان")
    action: Id | None = Field(default=None, title="اقدام")
    owner: Id = Field(title="مسئول")
    start: Month = Field(title="شروع")
    end: Month = Field(title="پایان")
    amount: Rials = Field(title="اعتبار")
    indicator: Note = Field(default="", title="شاخص")
    target: Number | None = Field(default=None, title="هدف")


class YearProgramme(Sampled):
    """One year's programme; the year is also its id (`1405`). `stated_total` is compared with the lines' sum."""

    year: Year = Field(title="سال")
    prepared_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تهیه")
    goals: tuple[Text, ...] = Field(title="اهداف سال", min_length=1)
    lines: tuple[YearLine, ...] = Field(title="سطرهای برنامه", min_length=1)
    stated_total: Rials | None = Field(default=None, title="جمع اعتبار اعلام‌شده")

    @property
    def id(self) -> str:
        """The year in ids and file names, such as `1405`."""
        return str(self.year)

    @property
    def total(self) -> int:
        """The sum of the lines in rials."""
        return sum(line.amount for line in self.lines)
