"""The first records of a neighbourhood: identity, priority, office, approvals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    Classification,
    Code,
    Count,
    Date,
    Decided,
    DecisionId,
    Flag,
    Id,
    Lines,
    Note,
    Number,
    Telephone,
    Text,
    one_of,
)
from generator.model.known import UNKNOWN, Known, Record, Unknown, of_id
from generator.model.records.indicators import IndicatorValue
from generator.model.records.operators import Operator


class Sampled(Record):
    """A record that may be illustrative: `sample: true` puts «نمونه» on every page of whatever is built from it.

    `classification` says who may see it; documents that need the record bear it.
    """

    sample: Flag = Field(
        default=False,
        title="نمونه",
        description="«بله» یعنی داده فرضی است و روی هر صفحهٔ سند «نمونه» چاپ می‌شود. دادهٔ واقعی این سطر را ندارد.",
        examples=["بله"],
    )
    classification: Classification = Field(
        default="عادی",
        title="طبقه‌بندی",
        description="طبقه‌بندی داده؛ اگر «عادی» نباشد، سربرگ و همهٔ صفحه‌های سندی که از آن ساخته می‌شود آن را نشان می‌دهد.",
        examples=["محرمانه"],
    )


class Ended(Record, title="پایان محله در طرح"):
    """That a neighbourhood was merged into another one, or closed: its records stay as they are, and nothing more is due."""

    on: Date = Field(title="تاریخ پایان", description="روزی که محله ادغام یا تعطیل شد.", examples=["۱۴۰۴/۱۲/۲۹"])
    how: Annotated[Literal["ادغام", "تعطیل"], one_of("ادغام", "تعطیل")] = Field(
        title="چگونگی", description="«ادغام» در محله‌ای دیگر یا «تعطیل» کار طرح در محله.", examples=["ادغام"]
    )
    into: Id | None = Field(
        default=None,
        title="محلهٔ پس از ادغام",
        description="شناسهٔ محله‌ای که این محله در آن ادغام شد؛ برای تعطیل، ننویسید.",
        examples=["z1-mahmudabad"],
    )
    by: Note = Field(
        default="", title="مستند پایان", description="مصوبه یا نامه‌ای که پایان را اعلام کرده است.", examples=["مصوبهٔ ۱۲/د"]
    )


class Neighbourhood(Record, title="هویت محله"):
    """Identity of a neighbourhood: zone and rank in it (an official ranking, kept), name as published and corrected.

    `distinct_from` are neighbourhoods whose name is like this one's and which are known to be others.
    """

    id: Id = Field(
        title="شناسه", description="شناسهٔ محله، همان نام پوشه: شناسهٔ پهنه، خط تیره و نام لاتین.", examples=["z3-golshahr"]
    )
    zone: Id = Field(title="پهنه", description="پهنه‌ای که محله در آن است.", examples=["z3"])
    rank: Count = Field(
        title="رتبه در پهنه", ge=1, description="رتبهٔ محله در پهنه. این ترتیب رسمی است و در هر پهنه یکتاست.", examples=["۲"]
    )
    text: Text = Field(
        title="نام منتشرشده",
        description="نام محله به همان صورت که در سند منتشرشده آمده است؛ برای محله‌ای که در آن سند نیست همان نام.",
        examples=["شهرک شهید رجایی"],
    )
    name: Text = Field(title="نام", description="نام محله با املای درست.", examples=["شهرک شهید رجایی"])
    lines: Lines
    aliases: tuple[Text, ...] = Field(
        default=(),
        title="نام‌های دیگر",
        description="نام‌های دیگری که مردم یا سندها برای محله به کار می‌برند.",
        examples=[["قلعه ساختمان"]],
    )
    distinct_from: tuple[Id, ...] = Field(
        default=(),
        title="محله‌های دیگر با نام نزدیک",
        description="شناسهٔ محله‌هایی که نامشان به نام این محله نزدیک است و بی‌گمان محلهٔ دیگری هستند.",
        examples=[["z1-mahmudabad"]],
    )
    official_mahalleh: Note = Field(
        default="", title="محلهٔ رسمی شهرداری", description="نام محلهٔ رسمی شهرداری که این محله در آن است.", examples=["گلشهر"]
    )
    ended: Ended | None = Field(
        default=None, title="پایان محله در طرح", description="ادغام یا تعطیل محله؛ تا محله در طرح است، ننویسید."
    )


class Priority(Sampled, title="اولویت محله"):
    """The outcome of prioritisation (line 173): level 1-3 from access and social-harm scores."""

    level: Annotated[Literal["۱", "۲", "۳"], one_of("۱", "۲", "۳")] = Field(
        title="سطح اولویت", description="سطح اولویت محله؛ ۱ بالاترین است.", examples=["۱"]
    )
    access: Text = Field(
        title="دسترسی به امکانات شهری",
        description="سنجش دسترسی محله به امکانات شهری.",
        examples=["دسترسی کم به مدرسه و درمانگاه"],
    )
    harm: Text = Field(
        title="ناهنجاری‌های اجتماعی",
        description="سنجش ناهنجاری‌های اجتماعی محله، بی نام اشخاص.",
        examples=["ترک تحصیل و بیکاری جوانان"],
    )
    decided_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تعیین اولویت",
        description="روزی که اولویت محله تعیین شد. دفتر فقط پس از آن باز می‌شود.",
        examples=["۱۴۰۳/۰۵/۱۴"],
    )
    access_score: Known[Number] = Field(
        default=UNKNOWN, title="امتیاز دسترسی به امکانات شهری", description="امتیاز دسترسی به امکانات شهری.", examples=["۲٫۵"]
    )
    harm_score: Known[Number] = Field(
        default=UNKNOWN, title="امتیاز ناهنجاری‌های اجتماعی", description="امتیاز ناهنجاری‌های اجتماعی.", examples=["۳٫۵"]
    )
    values: tuple[IndicatorValue, ...] = Field(
        default=(), title="مقدار شاخص‌ها", description="مقدار شاخص‌های اولویت‌بندی در محله، هر یک با منبع و سال."
    )


class Office(Sampled, title="دفتر تسهیلگری و مجری آن"):
    """A facilitation office and who runs it."""

    id: Id = Field(title="شناسه", description="شناسهٔ دفتر.", examples=["office-golshahr"])
    name: Text = Field(title="نام دفتر", description="نام دفتر.", examples=["دفتر تسهیلگری گلشهر"])
    phase: Count = Field(title="فاز", description="شمارهٔ فاز کار دفتر.", examples=["۱"])
    phone: Known[Telephone] = Field(
        default=UNKNOWN, title="تلفن دفتر", description="تلفن دفتر با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۶"]
    )
    opened_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ شروع به کار", description="روز شروع به کار دفتر.", examples=["۱۴۰۳/۰۹/۰۱"]
    )
    address: Known[Text] = Field(
        default=UNKNOWN, title="نشانی دفتر", description="نشانی دفتر.", examples=["گلشهر، خیابان شلوغ‌بازار"]
    )
    hours: Known[Text] = Field(
        default=UNKNOWN,
        title="ساعت کار دفتر",
        description="روزها و ساعت‌هایی که دفتر باز است.",
        examples=["شنبه تا چهارشنبه، ساعت ۸ تا ۱۴"],
    )
    manager: Known[Text] = Field(
        default=UNKNOWN, title="مدیر دفتر", description="نام مدیر دفتر.", examples=["نام و نام خانوادگی"]
    )
    operator: Operator = Field(title="مجری", description="مؤسسه یا تشکلی که دفتر را اداره می‌کند.")


class Approval(Record, title="مصوبه"):
    """A decision of a body: its matter, the number of the session or letter, and the date.

    One that is given by a `decision` of a meeting, or by a `letter`, has its number and date from there.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ مصوبه. قرارداد به آن ارجاع می‌دهد.", examples=["plan-headquarters"])
    body: Id = Field(title="مرجع", description="مرجعی که تصویب می‌کند.", examples=["secretariat"])
    about: Decided = Field(
        default="سایر", title="دستهٔ موضوع", description="دستهٔ موضوع؛ اگر ننویسید «سایر» است.", examples=["برنامه اقدام"]
    )
    subject: Text = Field(title="موضوع", description="موضوع مصوبه.", examples=["تصویب برنامهٔ اقدام مشترک"])
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره مصوبه", description="شمارهٔ جلسه یا نامه.", examples=["۱۲۳/ص/۱۴۰۴"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ مصوبه", description="روز تصویب.", examples=["۱۴۰۴/۰۳/۱۰"])
    decision: DecisionId | None = Field(
        default=None,
        title="مصوبهٔ جلسه",
        description="مصوبه‌ای که آن را داده است (شناسهٔ جلسه، «/» و شناسهٔ مصوبه)؛ شماره و تاریخ از جلسه می‌آید.",
        examples=["hq-2/d1"],
    )
    letter: Id | None = Field(
        default=None,
        title="نامه",
        description="شناسهٔ نامه‌ای در پوشهٔ «letters» که مصوبه با آن رسیده است؛ اگر جلسه‌ای نیست، شماره و تاریخ از نامه می‌آید.",
        examples=["office-approved"],
    )

    @property
    def derived(self) -> bool:
        """Whether it is read from a meeting alone; no file of approvals has it."""
        return self.decision is not None and self.id == derived_id(self.decision)

    @property
    def issued(self) -> bool:
        """Whether it has been given: it has a number and a date (lines 286-287)."""
        return not isinstance(self.number, Unknown) and not isinstance(self.date, Unknown)


class Approvals(Sampled, title="مصوبه‌ها"):
    """Approvals that no decision of a meeting in the data gives, in the order in which they are due.

    Those that decisions give come after them (`joining`).
    """

    approvals: tuple[Approval, ...] = Field(
        title="مصوبه‌ها",
        description="مصوبه‌هایی که هنوز نرسیده یا با نامه رسیده است؛ مصوبهٔ جلسه‌های «meetings» خود به آن‌ها افزوده می‌شود.",
    )

    def about(self, decided: str) -> tuple[Approval, ...]:
        """Return the approvals about a matter (`شناسنامه نیازها`, `برنامه اقدام` …) by their dates, those awaited last."""
        return tuple(sorted((each for each in self.approvals if each.about == decided), key=by_day))

    def approval(self, approval_id: str) -> Approval:
        """Return the approval of an id (NotListedError when there is none)."""
        return of_id(self.approvals, approval_id)


def derived_id(decision: str) -> str:
    """Return the id of the approval that a decision (`hq-1/d2`) gives."""
    return decision.replace("/", "-")[:64]


def by_day(approval: Approval) -> tuple[bool, str]:
    """Return the place of an approval among others: by its date, without one last."""
    unknown = isinstance(approval.date, Unknown)
    return unknown, "" if unknown else str(approval.date)
