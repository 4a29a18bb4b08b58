"""The parts of a contract: parties, how the operator was chosen, money, instalments, guarantees, insurance, staff."""

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
    Number,
    Percent,
    PostalCode,
    Rials,
    Telephone,
    Text,
    one_of,
)
from generator.model.known import UNKNOWN, Known, Record
from generator.model.records.resolving import Resolution


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
        description="سررسید به ماه از آغاز مدت قرارداد: پایان آن ماه.",
        examples=["۳"],
    )


ADVANCE = "advance"
"""The id that a payment of the advance names in the place of an instalment."""


class Advance(Record, title="پیش‌پرداخت"):
    """A sum paid before any work against a guarantee, taken back from each later instalment in proportion to its share."""

    share: Percent = Field(gt=0, lt=100, title="سهم پیش‌پرداخت", description="سهم پیش‌پرداخت از مبلغ قرارداد.", examples=["۲۰٪"])

    @property
    def as_instalment(self) -> Instalment:
        """It as what is paid first, when its guarantee is given."""
        title = "پیش‌پرداخت"
        return Instalment(id=ADVANCE, title=title, deliverable=title, share=self.share, month=0)


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
    released_on: Date | None = Field(
        default=None,
        title="تاریخ آزادسازی تضمین",
        description="روزی که تضمین پس داده شد؛ تا آن روز ننویسید.",
        examples=["۱۴۰۵/۰۶/۱۵"],
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


class OfficeProperty(Record, title="مال دفتر"):
    """A kind of property that the office needs, and who brings it; what is handed over is in the handovers, by the same ids."""

    id: Id = Field(title="شناسه", description="شناسهٔ مال، همان که در صورتجلسه‌های تحویل می‌آید.", examples=["desk"])
    title: Text = Field(title="شرح مال دفتر", description="شرح مال.", examples=["میز کار"])
    count: Count = Field(title="تعداد مال دفتر", ge=1, description="شمار مال.", examples=["۴"])
    brought_by: Annotated[Literal["کارفرما", "مجری", "اعتبار قرارداد"], one_of("کارفرما", "مجری", "اعتبار قرارداد")] = Field(
        title="تأمین‌کنندهٔ مال",
        description="«کارفرما» یا «مجری» که مال را می‌آورد؛ «اعتبار قرارداد» یعنی با مبلغ آن خریده می‌شود و از آن کارفرماست.",
        examples=["کارفرما"],
    )


class PriceItem(Record, title="جزء مبلغ"):
    """An item of the amount: so many units at a price, or a sum; the items make the amount of the contract."""

    id: Id = Field(title="شناسه", description="شناسهٔ این جزء.", examples=["wages"])
    title: Text = Field(title="عنوان جزء", description="آنچه این جزء بهای آن است.", examples=["حق‌الزحمهٔ نیروی انسانی"])
    unit: Note = Field(default="", title="واحد", description="واحد شمارش، اگر شمرده می‌شود.", examples=["نفر-ماه"])
    quantity: Number | None = Field(default=None, title="مقدار", gt=0, description="شمار واحدها.", examples=["۹۶"])
    unit_price: Rials | None = Field(
        default=None, title="بهای واحد", description="بهای یک واحد به ریال.", examples=["۱۲۰ میلیون ریال"]
    )
    amount: Rials = Field(title="مبلغ جزء", description="مبلغ این جزء به ریال.", examples=["۱۱٬۵۲۰ میلیون ریال"])


class Choice(Record, title="شیوهٔ انتخاب مجری"):
    """How the operator was chosen: by which way of award, after which call, and by which minutes of the commission."""

    method: Known[Text] = Field(
        default=UNKNOWN,
        title="شیوهٔ واگذاری",
        description="شیوهٔ واگذاری، چنان که کمیسیون تعیین کرده است.",
        examples=["فراخوان و ارزیابی کیفی"],
    )
    call: Id | None = Field(
        default=None, title="فراخوان", description="شناسهٔ فراخوانی که مجری در آن پذیرفته شد.", examples=["call-1"]
    )
    minutes: Resolution = Field(
        default=Resolution(), title="صورتجلسهٔ انتخاب", description="صورتجلسهٔ کمیسیونی که مجری را برگزیده است."
    )


class Insurance(Record, title="بیمه‌نامه"):
    """An insurance that the contract asks of the operator; its policy is known when it is given."""

    id: Id = Field(title="شناسه", description="شناسهٔ بیمه‌نامه.", examples=["liability"])
    kind: Text = Field(title="نوع بیمه", description="نوع بیمه.", examples=["مسئولیت مدنی در برابر کارکنان و مراجعان"])
    insurer: Known[Text] = Field(default=UNKNOWN, title="بیمه‌گر", description="شرکت بیمه.", examples=["شرکت بیمه"])
    number: Known[Code] = Field(default=UNKNOWN, title="شماره بیمه‌نامه", description="شمارهٔ بیمه‌نامه.", examples=["۱۲۳۴۵"])
    valid_until: Known[Date] = Field(
        default=UNKNOWN, title="اعتبار بیمه‌نامه تا", description="آخرین روز اعتبار بیمه‌نامه.", examples=["۱۴۰۵/۰۴/۳۱"]
    )
