"""The programme itself: its names, goals and stages."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Date, Id, Month, Remark, Text
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.published import Published


class Goal(Published, title="هدف طرح"):
    """One of the four goals of the programme, of which every action serves one at least (V13, lines 127-130)."""

    id: Id = Field(title="شناسه", description="شناسهٔ هدف. اقدام‌ها به آن ارجاع می‌دهند.", examples=["goal-1"])


class Step(Published, title="گام طرح"):
    """A sub-item of a described stage."""

    id: Id = Field(title="شناسه", description="شناسهٔ گام.", examples=["stage-2-1"])


class Stage(Published, title="مرحلهٔ طرح"):
    """A stage of the programme, as summarised or as described with its steps."""

    id: Id = Field(title="شناسه", description="شناسهٔ مرحله.", examples=["stage-1"])
    steps: tuple[Step, ...] = Field(default=(), title="ریزگام‌ها", description="گام‌های این مرحله. اگر ندارد، ننویسید.")


class Passage(Published, title="بند متن طرح"):
    """A paragraph of the programme's text (lines 31-47); `points` are what it enumerates, `note` says what was mended."""

    id: Id = Field(title="شناسه", description="شناسهٔ بند.", examples=["introduction-2"])
    points: tuple[Text, ...] = Field(
        default=(), title="برشمرده‌ها", description="آنچه بند برمی‌شمارد، به ترتیب.", examples=[["تفکر", "تصمیم‌گیری"]]
    )
    note: Remark = ""


class Section(Published, title="بخش متن طرح"):
    """A section of the programme's text by its heading; without passages where its content is elsewhere in the data."""

    id: Id = Field(title="شناسه", description="شناسهٔ بخش.", examples=["introduction"])
    passages: tuple[Passage, ...] = Field(default=(), title="بندهای متن", description="بندهای این بخش، به ترتیب سند.")
    note: Remark = ""


class Programme(Record, title="طرح، اهداف و مراحل آن"):
    """The programme itself: names, status, dates, goals, stages (5 in summary, 6 described)."""

    title: Text = Field(title="عنوان طرح", description="نام رسمی طرح.", examples=["طرح جامع توانمندسازی سکونتگاه‌های غیررسمی"])
    alt_title: Text = Field(
        title="عنوان دوم", description="نام دومی که سند برای طرح به کار برده است.", examples=["طرح تسهیلگری محلات"]
    )
    status: Text = Field(title="وضعیت", description="وضع تصویب طرح.", examples=["طرح پیشنهادی"])
    province: Text = Field(title="استان", description="نام استان.", examples=["خراسان رضوی"])
    date: Month = Field(title="تاریخ تدوین", description="ماه و سال تدوین طرح.", examples=["بهمن ۱۳۹۷"])
    published: Date = Field(title="تاریخ انتشار", description="روز انتشار طرح.", examples=["۱۳۹۸/۰۹/۲۱"])
    upstream: Published = Field(title="سند مرجع وظایف", description="سندی که وظایف دستگاه‌ها از آن گرفته شده است.")
    approach: Published = Field(title="رویکرد", description="رویکرد طرح، یک جمله.")
    agency_indicator: Published = Field(
        title="شاخص مشارکت دستگاه‌ها", description="شاخصی که مشارکت دستگاه‌ها با آن سنجیده می‌شود."
    )
    vision: Known[Text] = Field(
        default=UNKNOWN,
        title="چشم‌انداز برنامه",
        description="چشم‌انداز برنامه. سند منتشرشده آن را ندارد.",
        examples=["محله‌هایی ایمن، توانمند و پایدار"],
    )
    goals: tuple[Goal, ...] = Field(title="اهداف", description="هدف‌های طرح، به ترتیب سند.")
    stages_summary: tuple[Stage, ...] = Field(title="مراحل (خلاصه)", description="مرحله‌های طرح، چنان که در خلاصهٔ سند آمده است.")
    stages_described: tuple[Stage, ...] = Field(
        title="مراحل (شرح)", description="مرحله‌های طرح، چنان که در متن سند شرح داده شده است."
    )
    narrative: tuple[Section, ...] = Field(
        default=(), title="متن طرح", description="بخش‌های متن طرح: مقدمه، دیدگاه‌ها، الگوی قادرسازی و سرفصل‌های دیگر."
    )
