"""The legal life of a local group: the facts of its statute by legal form, and its request for a permit.

The founders are a count: who they are is written by hand in the paper and never in the data.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.resolving import Resolution

GRANTED = "صادرشده"
"""The state of a request whose permit was given."""

LegalForm = Annotated[
    Literal["سازمان مردم‌نهاد", "تعاونی", "مؤسسهٔ غیرتجاری"],
    one_of("سازمان مردم‌نهاد", "تعاونی", "مؤسسهٔ غیرتجاری", **{"سمن": "سازمان مردم‌نهاد"}),
]
"""The three roads on which a group becomes a legal person, each with laws and a model statute of its own."""


class Statute(Record, title="اساسنامه"):
    """The facts of a statute; its text is that of the model which binds the legal form."""

    form: LegalForm = Field(title="قالب حقوقی", description="قالب حقوقی گروه.", examples=["تعاونی"])
    model: Known[Text] = Field(
        default=UNKNOWN,
        title="اساسنامهٔ نمونهٔ الزام‌آور",
        description="اساسنامهٔ نمونه‌ای که برای این قالب باید به کار رود، چنان که مرجع صدور مجوز اعلام کرده است.",
        examples=["اساسنامهٔ نمونهٔ شرکت‌های تعاونی"],
    )
    seat: Known[Text] = Field(default=UNKNOWN, title="مرکز اصلی", description="نشانی مرکز اصلی.", examples=["مشهد، محلهٔ گلشهر"])
    capital: Known[Rials] = Field(
        default=UNKNOWN,
        title="سرمایه یا دارایی نخستین",
        description="سرمایهٔ تعاونی، یا دارایی نخستین سازمان یا مؤسسه.",
        examples=["۵۰۰ میلیون ریال"],
    )
    founders: Known[Count] = Field(
        default=UNKNOWN, title="شمار مؤسسان", description="شمار مؤسسان، بی نام آنان.", examples=["۷"]
    )
    board_size: Known[Count] = Field(
        default=UNKNOWN, title="شمار اعضای هیأت‌مدیره", description="شمار اعضای اصلی هیأت‌مدیره.", examples=["۵"]
    )
    board_years: Known[Count] = Field(
        default=UNKNOWN, title="مدت هیأت‌مدیره به سال", description="مدت هر دورهٔ هیأت‌مدیره، به سال.", examples=["۲"]
    )
    inspectors: Known[Count] = Field(default=UNKNOWN, title="شمار بازرسان", description="شمار بازرسان.", examples=["۱"])
    fiscal_year: Known[Text] = Field(
        default=UNKNOWN, title="سال مالی", description="آغاز و پایان سال مالی.", examples=["از اول فروردین تا پایان اسفند"]
    )
    dissolution: Known[Text] = Field(
        default=UNKNOWN,
        title="انحلال و تصفیه",
        description="چگونگی انحلال و آنچه با دارایی می‌شود.",
        examples=["با رأی مجمع عمومی فوق‌العاده؛ دارایی به نهاد خیریهٔ مشابه می‌رسد."],
    )
    assembly: Resolution = Field(
        default=Resolution(), title="مجمع مؤسس", description="صورتجلسهٔ مجمعی که اساسنامه را تصویب کرده است."
    )


class PermitRequest(Record, title="درخواست مجوز"):
    """The request for a permit: to whom, of which kind, when, and how far it is."""

    authority: Known[Id] = Field(
        default=UNKNOWN,
        title="مرجع صدور مجوز",
        description="شناسهٔ دستگاه یا مرجعی که درخواست به آن داده می‌شود.",
        examples=["county-governorate"],
    )
    kind: Text = Field(title="نوع مجوز", description="نوع مجوز.", examples=["پروانهٔ فعالیت سازمان مردم‌نهاد"])
    scope: Known[Text] = Field(
        default=UNKNOWN,
        title="موضوع و دامنهٔ فعالیت",
        description="موضوع و دامنهٔ فعالیتی که مجوز برای آن است.",
        examples=["آموزش مهارت در محله"],
    )
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره درخواست مجوز", description="شمارهٔ درخواست یا رسید آن.", examples=["۳۳/د/۱۴۰۴"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ درخواست مجوز", description="روز درخواست.", examples=["۱۴۰۴/۰۳/۱۰"])
    state: Annotated[
        Literal["در دست تهیه", "ارسال‌شده", "در دست بررسی", "نقص مدارک", "صادرشده", "ردشده"],
        one_of("در دست تهیه", "ارسال‌شده", "در دست بررسی", "نقص مدارک", "صادرشده", "ردشده"),
    ] = Field(
        default="در دست تهیه",
        title="وضع درخواست مجوز",
        description="وضع درخواست؛ اگر ننویسید «در دست تهیه» است.",
        examples=["در دست بررسی"],
    )
    answered_on: Date | None = Field(
        default=None, title="تاریخ پاسخ", description="روز پاسخ مرجع؛ تا آن روز ننویسید.", examples=["۱۴۰۴/۰۵/۲۰"]
    )
    valid_until: Date | None = Field(
        default=None, title="اعتبار مجوز تا", description="آخرین روز اعتبار مجوز.", examples=["۱۴۰۷/۰۵/۱۹"]
    )
