"""The parts of a contract: parties, money, instalments, guarantees, amendments, staff."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    MOST_MONTHS,
    Code,
    Count,
    Date,
    EconomicCode,
    Id,
    LegalId,
    Note,
    Percent,
    PostalCode,
    Rials,
    Telephone,
    Text,
    one_of,
)
from generator.model.known import UNKNOWN, Known, Record


class Party(Record, title="کارفرما"):
    """The employer of a contract. The source names none: until decided, all of it is unknown."""

    name: Known[Text] = Field(
        default=UNKNOWN,
        title="نام دستگاه کارفرما",
        description="نام دستگاه کارفرما.",
        examples=["اداره کل راه و شهرسازی استان خراسان رضوی"],
    )
    representative: Known[Text] = Field(
        default=UNKNOWN,
        title="نام نماینده کارفرما",
        description="نام کسی که از سوی کارفرما امضا می‌کند.",
        examples=["نام و نام خانوادگی"],
    )
    post: Known[Text] = Field(
        default=UNKNOWN, title="سمت نماینده کارفرما", description="سمت نمایندهٔ کارفرما.", examples=["مدیرکل"]
    )
    national_id: Known[LegalId] = Field(
        default=UNKNOWN,
        title="شناسه ملی کارفرما",
        description="شناسهٔ ملی کارفرما، ۱۱ رقم. شناسهٔ ساختگی ننویسید.",
        examples=["۱۰۳۸۰۲۸۴۷۹۰"],
    )
    economic_code: Known[EconomicCode] = Field(
        default=UNKNOWN, title="کد اقتصادی", description="کد اقتصادی کارفرما.", examples=["۴۱۱۱۱۱۱۱۱۱۱۱"]
    )
    address: Known[Text] = Field(
        default=UNKNOWN, title="نشانی کارفرما", description="نشانی کارفرما.", examples=["مشهد، بولوار خیام"]
    )
    postal_code: Known[PostalCode] = Field(
        default=UNKNOWN, title="کد پستی کارفرما", description="کد پستی کارفرما، ۱۰ رقم.", examples=["۹۱۳۷۹۱۳۳۱۶"]
    )
    phone: Known[Telephone] = Field(
        default=UNKNOWN, title="تلفن کارفرما", description="تلفن کارفرما با کد شهر.", examples=["۰۵۱-۳۲۱۲۳۴۵۶"]
    )


class Funding(Record, title="تأمین اعتبار"):
    """The source of the contract's money; a contract without it stays a draft."""

    source: Known[Text] = Field(
        default=UNKNOWN,
        title="محل تأمین اعتبار",
        description="محلی که اعتبار قرارداد از آن پرداخت می‌شود.",
        examples=["اعتبارات استانی"],
    )
    budget_row: Known[Code] = Field(default=UNKNOWN, title="ردیف بودجه", description="ردیف بودجه.", examples=["۱۷۰۳۰۰۱"])


class Instalment(Record, title="قسط"):
    """A payment: share of the amount against a deliverable, due at the end of a month of the term (0: its start)."""

    id: Id = Field(title="شناسه", description="شناسهٔ قسط.", examples=["p1"])
    title: Text = Field(title="عنوان قسط", description="عنوان قسط.", examples=["پیش‌پرداخت"])
    deliverable: Text = Field(title="خروجی", description="آنچه در برابر این قسط تحویل می‌شود.", examples=["گزارش شناخت محله"])
    share: Percent = Field(title="درصد", description="سهم قسط از مبلغ قرارداد.", examples=["۲۰٪"])
    month: Count = Field(
        title="ماه سررسید از شروع",
        le=MOST_MONTHS,
        description="سررسید به ماه از شروع قرارداد؛ صفر یعنی هنگام امضا.",
        examples=["۳"],
    )


class Guarantee(Record, title="تضمین"):
    """A guarantee by kind and legal rate, of the whole amount or of the advance payment; its number comes at signing.

    `stated` is the amount written in the instrument, compared with the computed one.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ تضمین.", examples=["g1"])
    kind: Text = Field(title="نوع تضمین", description="نوع تضمین.", examples=["تضمین انجام تعهدات"])
    rate: Id = Field(title="نرخ قانونی", description="نرخ قانونی تضمین، از «legal.yaml».", examples=["performance-guarantee"])
    base: Annotated[Literal["مبلغ قرارداد", "پیش‌پرداخت"], one_of("مبلغ قرارداد", "پیش‌پرداخت")] = Field(
        default="مبلغ قرارداد", title="مبنای محاسبه", description="مبلغی که نرخ بر آن حساب می‌شود.", examples=["مبلغ قرارداد"]
    )
    instrument: Known[Text] = Field(
        default=UNKNOWN, title="نوع سند تضمین", description="سندی که به‌عنوان تضمین سپرده می‌شود.", examples=["ضمانت‌نامهٔ بانکی"]
    )
    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره سند تضمین", description="شمارهٔ سند تضمین که هنگام امضا معلوم می‌شود.", examples=["۹۸۷۶۵"]
    )
    issuer: Note = Field(
        default="",
        title="صادرکنندهٔ تضمین",
        description="بانک یا مؤسسه‌ای که تضمین را صادر کرده است.",
        examples=["بانک ملی ایران"],
    )
    issued_on: Date | None = Field(
        default=None, title="تاریخ صدور تضمین", description="روز صدور تضمین.", examples=["۱۴۰۴/۰۲/۰۱"]
    )
    valid_until: Date | None = Field(
        default=None, title="اعتبار تضمین تا", description="آخرین روز اعتبار تضمین.", examples=["۱۴۰۵/۰۲/۳۱"]
    )
    stated: Rials | None = Field(
        default=None,
        title="مبلغ سند تضمین",
        description="مبلغی که در سند تضمین نوشته شده است؛ با مبلغ محاسبه‌شده سنجیده می‌شود.",
        examples=["۱٬۲۰۰ میلیون ریال"],
    )


class Amendment(Record, title="الحاقیه"):
    """A later change (الحاقیه) of the amount or the end; what it leaves out does not change."""

    id: Id = Field(title="شناسه", description="شناسهٔ الحاقیه.", examples=["am1"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره الحاقیه", description="شمارهٔ الحاقیه.", examples=["۴۵/ق/۱"])
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ الحاقیه", description="تاریخ الحاقیه.", examples=["۱۴۰۴/۰۸/۱۰"])
    subject: Text = Field(title="موضوع الحاقیه", description="موضوع الحاقیه.", examples=["تمدید مدت قرارداد"])
    amount: Rials | None = Field(
        default=None,
        title="مبلغ قرارداد پس از الحاقیه",
        description="مبلغ قرارداد پس از الحاقیه، اگر تغییر می‌کند.",
        examples=["۱۳٬۰۰۰ میلیون ریال"],
    )
    end: Date | None = Field(
        default=None,
        title="تاریخ پایان پس از الحاقیه",
        description="آخرین روز قرارداد پس از الحاقیه، اگر تغییر می‌کند.",
        examples=["۱۴۰۵/۰۴/۳۱"],
    )


class StaffLine(Record, title="نیروی انسانی"):
    """A post that the operator must fill: number of people and qualification, no names."""

    id: Id = Field(title="شناسه", description="شناسهٔ این سطر.", examples=["facilitator"])
    post: Text = Field(title="عنوان شغلی", description="عنوان شغلی.", examples=["تسهیلگر اجتماعی"])
    people: Count = Field(title="تعداد", ge=1, description="شمار نیرو.", examples=["۲"])
    qualification: Text = Field(
        title="شرایط احراز", description="شرایط احراز شغل.", examples=["کارشناس علوم اجتماعی با دو سال سابقه"]
    )
    attendance: Text = Field(title="نحوه حضور", description="نحوهٔ حضور.", examples=["تمام‌وقت"])
