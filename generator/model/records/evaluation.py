"""The six-month evaluation of a neighbourhood's plan: committee, progress, SWOT, solutions, next year's programme."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Date, HalfYear, Id, Month, Note, Number, Percent, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.neighbourhood import Sampled, Swot


class Member(Record):
    """A seat of the evaluation committee; the person is unknown until the body names one."""

    id: Id = Field(title="شناسه")
    represents: Annotated[
        Literal["گروه‌های محلی", "نهادهای محلی", "دبیرخانه", "شورای شهر", "سایر"],
        one_of("گروه‌های محلی", "نهادهای محلی", "دبیرخانه", "شورای شهر", "سایر"),
    ] = Field(title="نمایندگی از")
    post: Text = Field(title="سمت")
    name: Known[Text] = Field(default=UNKNOWN, title="نام و نام خانوادگی")


class Measured(Record):
    """The measured value of an action's indicator at the end of the period."""

    indicator: Id = Field(title="شاخص")
    value: Number = Field(title="مقدار")


class Progress(Record):
    """How far an action is at the end of the period: cumulative percentages, money allocated and spent in rials."""

    action: Id = Field(title="اقدام")
    planned: Percent = Field(title="پیشرفت برنامه‌ای", ge=0, le=100)
    actual: Percent = Field(title="پیشرفت واقعی", ge=0, le=100)
    allocated: Rials = Field(title="تخصیص")
    spent: Rials = Field(title="هزینه")
    measured: tuple[Measured, ...] = Field(default=(), title="مقدار شاخص‌ها")
    note: Note = Field(default="", title="توضیح")

    @property
    def values(self) -> dict[str, Decimal]:
        """The value of each measured indicator by its id."""
        return {measured.indicator: measured.value for measured in self.measured}


class SwotStrategies(Record):
    """The four families of strategies drawn from the SWOT."""

    so: tuple[Text, ...] = Field(title="راهبردهای SO")
    wo: tuple[Text, ...] = Field(title="راهبردهای WO")
    st: tuple[Text, ...] = Field(title="راهبردهای ST")
    wt: tuple[Text, ...] = Field(title="راهبردهای WT")


class Solution(Record):
    """A practical solution of the committee with owner (an agency or a body) and deadline."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="راهکار")
    owner: Id = Field(title="مسئول")
    deadline: Date = Field(title="مهلت")


class NextYearLine(Record):
    """A line of the one-year programme; `action` links it to the plan when it continues one."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان")
    action: Known[Id] = Field(default=UNKNOWN, title="اقدام")
    owner: Id = Field(title="مسئول")
    start: Month = Field(title="شروع")
    end: Month = Field(title="پایان")
    amount: Rials = Field(title="اعتبار")


class Evaluation(Sampled):
    """One six-month evaluation; the period is also its id (`1404-h1`)."""

    period: HalfYear = Field(title="دوره")
    prepared_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تهیه")
    introduction: Text = Field(title="مقدمه")
    method: Text = Field(title="روش ارزیابی")
    committee: tuple[Member, ...] = Field(title="کمیته ارزیاب", min_length=1)
    progress: tuple[Progress, ...] = Field(title="پیشرفت اقدام‌ها", min_length=1)
    swot: Swot = Field(title="تحلیل SWOT")
    strategies: SwotStrategies = Field(title="راهبردها")
    solutions: tuple[Solution, ...] = Field(title="راهکارها", min_length=1)
    next_year: tuple[NextYearLine, ...] = Field(default=(), title="برنامه یک‌ساله آینده")
    conclusion: Text = Field(title="جمع‌بندی")

    @property
    def id(self) -> str:
        """The period's id, such as `1404-h1`."""
        return self.period.id

    def of(self, action_id: str) -> Progress | None:
        """Progress of an action, or None when this evaluation does not cover it."""
        return {line.action: line for line in self.progress}.get(action_id)
