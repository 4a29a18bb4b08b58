"""The programme of one Jalali year (برنامهٔ یک‌ساله), drawn up after an evaluation (line 273)."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, FundingSource, Id, Month, Note, Number, Remark, Rials, Text, Year
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.action_parts import Milestone
from generator.model.records.neighbourhood import Sampled


class YearLine(Record, title="سطر برنامه"):
    """A line of the year; `action` is the action of the plan that it continues, a line without one is new."""

    id: Id = Field(title="شناسه", description="شناسهٔ این سطر.", examples=["y1"])
    title: Text = Field(title="عنوان", description="عنوان کار.", examples=["تکمیل ساخت دبستان"])
    action: Id | None = Field(
        default=None, title="اقدام", description="شناسهٔ اقدام از «plan.yaml»، اگر ادامهٔ آن است.", examples=["a07"]
    )
    owner: Id = Field(title="مسئول", description="دستگاه یا مرجع مسئول.", examples=["education"])
    partners: tuple[Id, ...] = Field(
        default=(), title="همکاران", description="دستگاه‌ها و مراجع همکار.", examples=[["municipality"]]
    )
    start: Month = Field(title="شروع", description="ماه شروع.", examples=["فروردین ۱۴۰۵"])
    end: Month = Field(title="پایان", description="ماه پایان.", examples=["شهریور ۱۴۰۵"])
    milestones: tuple[Milestone, ...] = Field(
        default=(), title="گام‌های سال", description="گام‌های سال با ماه پایان و وزن هر یک؛ جمع وزن‌ها ۱۰۰٪ است."
    )
    amount: Rials = Field(title="اعتبار", description="اعتبار لازم به ریال.", examples=["۱۰٬۰۰۰ میلیون ریال"])
    source: Known[FundingSource] = Field(
        default=UNKNOWN, title="محل تأمین", description="محل تأمین اعتبار سال.", examples=["اعتبارات دستگاه"]
    )
    solutions: tuple[Id, ...] = Field(
        default=(),
        title="راهکارها",
        description="راهکارهایی از ارزیابی مبنا که کار برآمده از آن‌هاست.",
        examples=[["s1"]],
    )
    indicator: Note = Field(
        default="", title="شاخص", description="شاخصی که کار با آن سنجیده می‌شود.", examples=["کلاس درس افزوده‌شده"]
    )
    target: Number | None = Field(default=None, title="هدف", description="مقداری که شاخص باید به آن برسد.", examples=["۱۲"])
    note: Remark = ""


class StoppedAction(Record, title="اقدام متوقف‌شده"):
    """An action that the year does not continue though it is not finished, and why."""

    action: Id = Field(title="اقدام", description="شناسهٔ اقدام از «plan.yaml».", examples=["a07"])
    reason: Text = Field(title="علت", description="علت توقف یا ادامه نیافتن.", examples=["زمین در اختیار قرار نگرفت"])


class YearProgramme(Sampled, title="برنامهٔ یک‌ساله"):
    """One year's programme; the year is also its id (`1405`). `stated_total` is compared with the lines' sum.

    `evaluation` is the one that it carries on, whose paper prints it.
    """

    year: Year = Field(title="سال", description="سال برنامه، همان نام پرونده.", examples=["۱۴۰۵"])
    prepared_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ تهیه", description="روز تهیهٔ برنامه.", examples=["۱۴۰۵/۰۱/۲۵"]
    )
    evaluation: Id | None = Field(
        default=None,
        title="ارزیابی مبنا",
        description="دورهٔ ارزیابی‌ای که برنامه از آن برآمده است و گزارش آن برنامه را چاپ می‌کند.",
        examples=["1404-h2"],
    )
    approval: Id | None = Field(
        default=None, title="مصوبه", description="شناسهٔ مصوبهٔ برنامه.", examples=["programme-headquarters"]
    )
    goals: tuple[Text, ...] = Field(
        title="اهداف سال", min_length=1, description="هدف‌های سال.", examples=[["پایدار کردن گروه‌های محلی"]]
    )
    lines: tuple[YearLine, ...] = Field(
        title="سطرهای برنامه", min_length=1, description="کارهای سال، هر کدام با مسئول، زمان و اعتبار."
    )
    stopped: tuple[StoppedAction, ...] = Field(
        default=(), title="اقدام‌های متوقف", description="اقدام‌های ناتمام برنامه که در این سال دنبال نمی‌شود، با علت."
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
