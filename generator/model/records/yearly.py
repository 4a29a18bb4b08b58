"""The programme of one Jalali year (برنامهٔ یک‌ساله), drawn up after an evaluation (line 273)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, Month, Note, Number, Rials, Text, Year
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled


class YearLine(Record, title="سطر برنامه"):
    """A line of the year; `action` is the action of the plan that it continues."""

    id: Id = Field(title="شناسه", description="شناسهٔ این سطر.", examples=["y1"])
    title: Text = Field(title="عنوان", description="عنوان کار.", examples=["تکمیل ساخت دبستان"])
    action: Id | None = Field(
        default=None, title="اقدام", description="شناسهٔ اقدام از «plan.yaml»، اگر ادامهٔ آن است.", examples=["a07"]
    )
    owner: Id = Field(title="مسئول", description="دستگاه یا مرجع مسئول.", examples=["education"])
    start: Month = Field(title="شروع", description="ماه شروع.", examples=["فروردین ۱۴۰۵"])
    end: Month = Field(title="پایان", description="ماه پایان.", examples=["شهریور ۱۴۰۵"])
    amount: Rials = Field(title="اعتبار", description="اعتبار لازم به ریال.", examples=["۱۰٬۰۰۰ میلیون ریال"])
    indicator: Note = Field(
        default="", title="شاخص", description="شاخصی که کار با آن سنجیده می‌شود.", examples=["کلاس درس افزوده‌شده"]
    )
    target: Number | None = Field(default=None, title="هدف", description="مقداری که شاخص باید به آن برسد.", examples=["۱۲"])


class YearProgramme(Sampled, title="برنامهٔ یک‌ساله"):
    """One year's programme; the year is also its id (`1405`). `stated_total` is compared with the lines' sum."""

    year: Year = Field(title="سال", description="سال برنامه، همان نام پرونده.", examples=["۱۴۰۵"])
    prepared_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ تهیه", description="روز تهیهٔ برنامه.", examples=["۱۴۰۵/۰۱/۲۵"]
    )
    goals: tuple[Text, ...] = Field(
        title="اهداف سال", min_length=1, description="هدف‌های سال.", examples=[["پایدار کردن گروه‌های محلی"]]
    )
    lines: tuple[YearLine, ...] = Field(
        title="سطرهای برنامه", min_length=1, description="کارهای سال، هر کدام با مسئول، زمان و اعتبار."
    )
    stated_total: Rials | None = Field(
        default=None,
        title="جمع اعتبار اعلام‌شده",
        description="جمع اعتبار که جای دیگری اعلام شده است؛ با جمع سطرها سنجیده می‌شود.",
        examples=["۴۲۰٬۳۰۰ میلیون ریال"],
    )

    @property
    def id(self) -> str:
        """The year in ids and file names, such as `1405`."""
        return str(self.year)

    @property
    def total(self) -> int:
        """The sum of the lines in rials."""
        return sum(line.amount for line in self.lines)
