"""What an action is made of: roles, indicators, money, confirmations, milestones, prerequisites."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    ActorKind,
    Code,
    Date,
    Flag,
    FundingSource,
    Id,
    Month,
    Note,
    Number,
    Percent,
    Rials,
    RoleLevel,
    Text,
    Year,
    one_of,
)
from generator.model.known import UNKNOWN, Known, Record, Unknown

Chapter = Annotated[Literal["هزینه‌ای", "تملک دارایی"], one_of("هزینه‌ای", "تملک دارایی")]
"""The two chapters of public money: current, and for what lasts."""

Certainty = Annotated[Literal["قطعی", "تعهد", "پیش‌بینی"], one_of("قطعی", "تعهد", "پیش‌بینی")]

FIRM = ("قطعی", "تعهد")
"""The certainties that rest on a document."""

RESIDENTS: FundingSource = "مشارکت مردم"
LOANS: FundingSource = "تسهیلات بانکی"


class ActionRole(Record, title="نقش در اقدام"):
    """The role of people, a group, an institution or a benefactor in an action (V5, line 263).

    `group` and `partner` are ids of the neighbourhood's community.
    """

    actor: ActorKind = Field(title="نقش‌آفرین", description="کسی که در اقدام نقش دارد.", examples=["گروه محلی"])
    group: Known[Id] = Field(
        default=UNKNOWN, title="گروه", description="شناسهٔ گروه محلی از «community.yaml».", examples=["parents"]
    )
    partner: Known[Id] = Field(
        default=UNKNOWN, title="همیار", description="شناسهٔ همیار از «community.yaml».", examples=["school-builders"]
    )
    level: RoleLevel = Field(
        title="سطح مشارکت",
        description="سطح مشارکت؛ کسی که تنها پول یا کالا می‌دهد «تأمین مالی» است و آن سطحی از مشارکت نیست.",
        examples=["تصمیم‌گیری"],
    )
    role: Text = Field(title="نقش", description="نقشی که بر عهده دارد.", examples=["مشارکت در انتخاب زمین"])


class Indicator(Record, title="شاخص"):
    """A measure of an action: baseline and target in a unit; `falling` when less is better."""

    id: Id = Field(title="شناسه", description="شناسهٔ شاخص. ارزیابی‌ها به آن ارجاع می‌دهند.", examples=["a07-i1"])
    title: Text = Field(title="شاخص", description="عنوان شاخص.", examples=["کلاس درس افزوده‌شده"])
    unit: Code = Field(title="واحد", description="واحد شاخص.", examples=["کلاس"])
    baseline: Number = Field(title="وضع موجود", description="مقدار شاخص هنگام تدوین برنامه.", examples=["۰"])
    baseline_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ وضع موجود", description="روزی که وضع موجود از آن است.", examples=["۱۴۰۳/۰۹/۱۰"]
    )
    baseline_source: Known[Text] = Field(
        default=UNKNOWN, title="منبع وضع موجود", description="جایی که وضع موجود از آن آمده است.", examples=["آمار مدارس محله"]
    )
    target: Number = Field(title="هدف", description="مقداری که باید به آن رسید.", examples=["۱۲"])
    direction: Annotated[Literal["افزایشی", "کاهشی"], one_of("افزایشی", "کاهشی")] = Field(
        default="افزایشی", title="جهت مطلوب", description="جهت مطلوب؛ اگر ننویسید «افزایشی» است.", examples=["افزایشی"]
    )


class BudgetLine(Record, title="سطر اعتبار"):
    """Money for an action: amount in whole rials, source, who pays, when, and how certain it is.

    The payer is an agency, or else named in words: a bank, a benefactor, the residents.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ این سطر اعتبار.", examples=["a07-b1"])
    title: Text = Field(title="شرح", description="شرح هزینه.", examples=["ساخت بنا"])
    source: FundingSource = Field(title="محل تأمین", description="محل تأمین اعتبار.", examples=["اعتبارات استانی"])
    agency: Known[Id] = Field(
        default=UNKNOWN,
        title="دستگاه تأمین‌کننده",
        description="دستگاهی که اعتبار را تأمین می‌کند؛ اگر دستگاهی نیست، ننویسید.",
        examples=["education"],
    )
    payer: Known[Text] = Field(
        default=UNKNOWN,
        title="پرداخت‌کننده",
        description="کسی که می‌پردازد، اگر دستگاه نیست: بانک، خیر یا گروه محلی.",
        examples=["بانک عامل"],
    )
    amount: Rials = Field(title="مبلغ", description="مبلغ به ریال.", examples=["۲۵٬۰۰۰ میلیون ریال"])
    chapter: Known[Chapter] = Field(
        default=UNKNOWN, title="فصل", description="هزینه‌ای یا تملک دارایی سرمایه‌ای.", examples=["تملک دارایی"]
    )
    year: Known[Year] = Field(default=UNKNOWN, title="سال اعتبار", description="سال مالی این اعتبار.", examples=["۱۴۰۴"])
    half: Annotated[Literal["نخست", "دوم"], one_of("نخست", "دوم")] | None = Field(
        default=None, title="نیم‌سال", description="نیم‌سالی که اعتبار در آن لازم است، اگر معلوم است.", examples=["نخست"]
    )
    budget_row: Known[Code] = Field(default=UNKNOWN, title="ردیف بودجه", description="شمارهٔ ردیف بودجه.", examples=["۱۲۳۴۵"])
    certainty: Known[Certainty] = Field(
        default=UNKNOWN,
        title="قطعیت",
        description="«قطعی» ابلاغ شده است، «تعهد» سند دارد و «پیش‌بینی» هنوز سندی ندارد.",
        examples=["تعهد"],
    )
    document: Known[Code] = Field(
        default=UNKNOWN, title="شمارهٔ سند اعتبار", description="شمارهٔ ابلاغ یا تعهدنامه.", examples=["۱۲۳/۴۵"]
    )
    document_date: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ سند اعتبار", description="تاریخ ابلاغ یا تعهدنامه.", examples=["۱۴۰۴/۰۳/۲۰"]
    )
    in_kind: Flag = Field(
        default=False,
        title="غیرنقدی",
        description="«بله» یعنی سهم کالا، زمین یا کار است و مبلغ برآورد آن؛ اگر ننویسید نقدی است.",
        examples=["بله"],
    )
    loan: Note = Field(
        default="",
        title="شرایط تسهیلات",
        description="شرایط بازپرداخت، اگر محل تأمین «تسهیلات بانکی» است.",
        examples=["بازپرداخت ۳۶ ماهه از سوی وام‌گیرندگان"],
    )

    @property
    def has_payer(self) -> bool:
        """Whether somebody is named who pays: an agency or another; what residents give is theirs."""
        return self.source == RESIDENTS or any(not isinstance(payer, Unknown) for payer in (self.agency, self.payer))

    @property
    def is_firm(self) -> bool:
        """Whether the money is allotted or promised, for which there is a document."""
        return self.certainty in FIRM


class Confirmation(Record, title="تأیید"):
    """Confirmation of an action card by a body (line 262) or by its agency."""

    body: Id = Field(title="مرجع", description="مرجع یا دستگاه تأییدکننده.", examples=["secretariat"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره", description="شمارهٔ نامهٔ تأیید.", examples=["۱۲۳/۴۵"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ", description="روز تأیید.", examples=["۱۴۰۴/۰۳/۲۰"])
    name: Known[Text] = Field(
        default=UNKNOWN, title="نام تأییدکننده", description="نام کسی که تأیید کرد.", examples=["نام و نام خانوادگی"]
    )
    post: Known[Text] = Field(default=UNKNOWN, title="سمت تأییدکننده", description="سمت کسی که تأیید کرد.", examples=["مدیرکل"])


class Milestone(Record, title="گام اجرا"):
    """A step of the work: the month by which it is done, and its weight in the whole in percent."""

    id: Id = Field(title="شناسه", description="شناسهٔ گام.", examples=["a07-g1"])
    title: Text = Field(title="گام", description="کاری که در این گام پایان می‌یابد.", examples=["پایان پی‌ریزی"])
    month: Month = Field(title="ماه", description="ماهی که گام باید در آن پایان یابد.", examples=["مهر ۱۴۰۴"])
    weight: Percent = Field(title="وزن", gt=0, description="سهم گام در کل کار؛ جمع گام‌ها ۱۰۰٪ است.", examples=["۲۵٪"])


class Prerequisite(Record, title="پیش‌نیاز"):
    """What must be there before the work: land, a permit, an agreement; who gives it, and since when it is there."""

    id: Id = Field(title="شناسه", description="شناسهٔ پیش‌نیاز.", examples=["a07-p1"])
    kind: Annotated[Literal["زمین", "مجوز", "توافق", "سایر"], one_of("زمین", "مجوز", "توافق", "سایر")] = Field(
        title="نوع", description="نوع پیش‌نیاز.", examples=["زمین"]
    )
    title: Text = Field(title="پیش‌نیاز", description="آنچه پیش از کار لازم است.", examples=["تغییر کاربری زمین مدرسه"])
    owner: Id | None = Field(
        default=None, title="مسئول", description="دستگاه یا مرجعی که آن را فراهم می‌کند.", examples=["roads-urban"]
    )
    ready_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ فراهم شدن", description="روزی که پیش‌نیاز فراهم شد.", examples=["۱۴۰۴/۰۶/۱۵"]
    )
