"""What an evaluation says beside the figures: what the committee found by each criterion, the office's work, its session."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from generator.model.fields import Code, Date, Id, Note, Number, Remark, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown

Criterion = Annotated[Literal["تناسب", "اثربخشی", "کارایی", "پایداری"], one_of("تناسب", "اثربخشی", "کارایی", "پایداری")]
CRITERIA: tuple[str, ...] = get_args(get_args(Criterion)[0])
"""The criteria of every evaluation, in the order in which a report answers them."""


class CriterionFinding(Record, title="یافتهٔ معیار"):
    """What the committee found by a criterion, in its own words; the figures beside it are reckoned from the records."""

    criterion: Criterion = Field(title="معیار", description="معیار ارزیابی.", examples=["اثربخشی"])
    finding: Text = Field(
        title="یافتهٔ کمیته",
        description="پاسخ کمیته به پرسش این معیار، در یک یا دو جمله.",
        examples=["کارهای کوچک‌مقیاس زودتر از کارهای عمرانی به نتیجه رسید."],
    )


class StaffPresent(Record, title="حضور نیرو"):
    """How many people of a line of the contract's staff were present on average in the period; no names."""

    line: Id = Field(
        title="سطر نیروی انسانی", description="شناسهٔ سطر نیروی انسانی در «contract.yaml».", examples=["facilitator"]
    )
    present: Number = Field(
        title="میانگین حاضران", ge=0, description="میانگین شمار نیروهای حاضر این سطر در ماه‌های دوره.", examples=["۲٫۵"]
    )
    note: Remark = ""


class OfficeWork(Record, title="عملکرد دفتر"):
    """The office's own work in the period, as the secretariat counted it and the committee saw it.

    What it delivered and was paid is in `payments/`, what it did in `activities.yaml`.
    """

    presence: tuple[StaffPresent, ...] = Field(
        default=(), title="حضور نیروها", description="حضور نیروهای دفتر در دوره، برای هر سطر نیروی انسانی قرارداد."
    )
    run_by: Note = Field(
        default="",
        title="ادارهٔ دفتر پس از قرارداد",
        description="کسی که دفتر را پس از پایان قرارداد اداره کرد، اگر دوره از پایان قرارداد می‌گذرد.",
        examples=["دفتر تا قرارداد تازه با نیروی شهرداری منطقه باز بود."],
    )
    finding: Note = Field(
        default="",
        title="نظر کمیته دربارهٔ دفتر",
        description="آنچه کمیته از کار دفتر دید.",
        examples=["ساعت‌های کار دفتر برای شاغلان کافی نیست."],
    )


class Session(Record, title="جلسهٔ کمیته"):
    """The session in which the committee approved its report."""

    number: Known[Code] = Field(default=UNKNOWN, title="شمارهٔ جلسه", description="شمارهٔ جلسهٔ کمیتهٔ ارزیاب.", examples=["۲"])
    date: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ جلسه", description="روز جلسه‌ای که گزارش را تصویب کرد.", examples=["۱۴۰۴/۰۷/۲۲"]
    )

    @property
    def held(self) -> bool:
        """Whether it has a number and a day."""
        return not isinstance(self.number, Unknown) and not isinstance(self.date, Unknown)
