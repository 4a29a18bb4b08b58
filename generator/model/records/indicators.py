"""The indicators by which neighbourhoods are given a priority (lines 172-173), and the value of one in a neighbourhood."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Id, Lines, Number, Percent, Remark, Text, Year, one_of
from generator.model.known import UNKNOWN, Known, Record, of_id
from generator.model.records.ruling import Ruling, Standing, standing

Dimension = Literal["دسترسی به امکانات شهری", "ناهنجاری‌های اجتماعی"]
"""The two dimensions of a priority that the source names (line 173)."""

ACCESS: Dimension = "دسترسی به امکانات شهری"
HARM: Dimension = "ناهنجاری‌های اجتماعی"
DIMENSIONS = (ACCESS, HARM)


class PriorityIndicator(Record, title="شاخص اولویت‌بندی"):
    """An indicator of one dimension; `direction` says whether more of it means a more pressing priority, or less."""

    id: Id = Field(title="شناسه", description="شناسهٔ شاخص. مقدارهای محله به آن ارجاع می‌دهند.", examples=["school-distance"])
    title: Text = Field(title="شاخص", description="عنوان شاخص.", examples=["فاصله تا نزدیک‌ترین دبستان"])
    dimension: Annotated[Dimension, one_of(*DIMENSIONS)] = Field(
        title="بعد", description="بعدی که شاخص آن را می‌سنجد.", examples=[ACCESS]
    )
    unit: Code = Field(title="واحد", description="واحد شاخص.", examples=["متر"])
    direction: Annotated[Literal["بیشتر فوری‌تر", "کمتر فوری‌تر"], one_of("بیشتر فوری‌تر", "کمتر فوری‌تر")] = Field(
        title="جهت شاخص", description="مقدار بیشتر محله را در اولویت می‌گذارد یا مقدار کمتر.", examples=["بیشتر فوری‌تر"]
    )
    weight: Known[Percent] = Field(
        default=UNKNOWN, title="وزن شاخص", description="وزن شاخص در بعد خود؛ جمع وزن‌های هر بعد ۱۰۰ است.", examples=["۲۵٪"]
    )
    source: Known[Text] = Field(
        default=UNKNOWN, title="منبع شاخص", description="منبعی که مقدارها از آن گرفته می‌شود.", examples=["سرشماری نفوس و مسکن"]
    )
    year: Known[Year] = Field(default=UNKNOWN, title="سال شاخص", description="سالی که مقدارها از آن است.", examples=["۱۴۰۲"])
    lines: Lines = ()
    note: Remark = ""


class Cut(Record, title="مرز سطح اولویت"):
    """The least score of a level of priority; scores below all cuts are of the last level."""

    level: Annotated[Literal["۱", "۲"], one_of("۱", "۲")] = Field(
        title="سطح", description="سطحی که از این امتیاز آغاز می‌شود.", examples=["۱"]
    )
    score: Percent = Field(title="امتیاز", description="کمترین امتیاز این سطح، از ۰ تا ۱۰۰.", examples=["۷۰"])


class Indicators(Record, title="شاخص‌های اولویت‌بندی"):
    """The indicators, the weight of each dimension, and the cuts of the levels: proposals until a body decides them."""

    indicators: tuple[PriorityIndicator, ...] = Field(
        default=(), title="شاخص‌ها", description="شاخص‌های اجتماعی و فرهنگی که محله‌ها با آن‌ها سنجیده می‌شوند."
    )
    access_weight: Known[Percent] = Field(
        default=UNKNOWN, title="وزن بعد دسترسی", description="وزن دسترسی به امکانات شهری در امتیاز کل.", examples=["۵۰٪"]
    )
    harm_weight: Known[Percent] = Field(
        default=UNKNOWN, title="وزن بعد ناهنجاری‌ها", description="وزن ناهنجاری‌های اجتماعی در امتیاز کل.", examples=["۵۰٪"]
    )
    cuts: tuple[Cut, ...] = Field(default=(), title="مرز سطح‌ها", description="مرز سطح‌های اولویت؛ تا تعیین نشده است، ننویسید.")
    ruling: Ruling | None = Field(default=None, title="تصمیم", description="تصمیمی که شاخص‌ها، وزن‌ها و مرزها را قطعی کرده است.")

    @property
    def state(self) -> Standing:
        """Whether they are open, proposed or decided."""
        return standing(self.indicators, self.ruling)

    def indicator(self, indicator_id: str) -> PriorityIndicator:
        """Return the indicator of an id (NotListedError when there is none)."""
        return of_id(self.indicators, indicator_id)

    def of(self, dimension: Dimension) -> tuple[PriorityIndicator, ...]:
        """Return the indicators of a dimension, in their order."""
        return tuple(each for each in self.indicators if each.dimension == dimension)


class IndicatorValue(Record, title="مقدار شاخص اولویت‌بندی"):
    """What was measured of an indicator in a neighbourhood, from which source and of which year."""

    indicator: Id = Field(title="شاخص", description="شناسهٔ شاخص در «indicators.yaml».", examples=["school-distance"])
    value: Number = Field(title="مقدار", description="مقدار سنجیده‌شده، به واحد شاخص.", examples=["۱٬۲۰۰"])
    source: Text = Field(title="منبع", description="منبع مقدار.", examples=["برداشت میدانی دفتر"])
    year: Year = Field(title="سال", description="سالی که مقدار از آن است.", examples=["۱۴۰۲"])
