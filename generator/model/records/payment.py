"""A payment of an instalment (صورت‌وضعیت): what is claimed, what the supervisor approves, what is held back, what is paid.

What can be reckoned is not stored: the amounts of the legal deductions, the net sum and the sums to date are a view
(`model.views.payments`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import Code, Date, Id, Note, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate

Held = Annotated[
    Literal["سپردهٔ حسن انجام کار", "سپردهٔ بیمه", "مالیات بر ارزش افزوده"],
    one_of("سپردهٔ حسن انجام کار", "سپردهٔ بیمه", "مالیات بر ارزش افزوده"),
]
"""The parts of a payment that are reckoned at a legal rate."""


class Defect(Record, title="نقص"):
    """Something that the supervisor finds wanting in what was delivered, until when to mend it, and when it was."""

    id: Id = Field(title="شناسه", description="شناسهٔ نقص.", examples=["f1"])
    title: Text = Field(title="شرح نقص", description="شرح نقص.", examples=["فهرست کنشگران کامل نیست."])
    deadline: Known[Date] = Field(
        default=UNKNOWN, title="مهلت رفع نقص", description="آخرین روز رفع نقص.", examples=["۱۴۰۴/۰۶/۲۰"]
    )
    mended_on: Date | None = Field(
        default=None, title="تاریخ رفع نقص", description="روزی که نقص برطرف شد؛ تا آن روز ننویسید.", examples=["۱۴۰۴/۰۶/۱۸"]
    )


class SupervisorApproval(Record, title="تأیید ناظر"):
    """The letter in which the supervisor approves what was delivered, with the defects that he found in it."""

    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره تأیید ناظر", description="شمارهٔ نامهٔ تأیید ناظر.", examples=["۱۲۰/ن/۱۴۰۴"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ تأیید ناظر", description="روز تأیید ناظر.", examples=["۱۴۰۴/۰۶/۱۵"])
    amount: Rials | None = Field(
        default=None,
        title="مبلغ تأییدشده",
        description="مبلغی که ناظر تأیید کرده است؛ اگر همان مبلغ قسط است، ننویسید.",
        examples=["۴٬۲۰۰ میلیون ریال"],
    )
    defects: tuple[Defect, ...] = Field(default=(), title="نقص‌ها", description="نقص‌هایی که ناظر یافته است.")


class OtherDeduction(Record, title="کسر دیگر"):
    """A sum held back for another reason than those of the law and of a delay."""

    id: Id = Field(title="شناسه", description="شناسهٔ این کسر.", examples=["d1"])
    title: Text = Field(title="عنوان کسر", description="بابت کسر.", examples=["علی‌الحساب پرداخت‌شده"])
    amount: Rials = Field(title="مبلغ کسر", description="مبلغ کسر به ریال.", examples=["۱۰۰ میلیون ریال"])


class Clearance(Record, title="مفاصاحساب تأمین اجتماعی"):
    """The clearance by the social security organisation, without which the last instalment is not paid."""

    number: Known[Code] = Field(
        default=UNKNOWN, title="شماره مفاصاحساب", description="شمارهٔ مفاصاحساب.", examples=["۷۷/م/۱۴۰۵"]
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ مفاصاحساب", description="تاریخ مفاصاحساب.", examples=["۱۴۰۵/۰۵/۲۰"])


class Payment(Sampled, title="پرداخت قسط"):
    """The payment of one instalment of the contract, from the operator's claim to the order of payment."""

    id: Id = Field(title="شناسه", description="شناسهٔ پرداخت، همان نام پرونده.", examples=["p1"])
    instalment: Id = Field(
        title="قسط", description="شناسهٔ قسط در «contract.yaml»، یا در یکی از الحاقیه‌های آن.", examples=["i2"]
    )
    number: Known[Code] = Field(default=UNKNOWN, title="شماره صورت‌وضعیت", description="شمارهٔ صورت‌وضعیت مجری.", examples=["۲"])
    claimed_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ صورت‌وضعیت", description="روزی که مجری صورت‌وضعیت را داده است.", examples=["۱۴۰۴/۰۶/۰۵"]
    )
    delivered_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تحویل خروجی",
        description="روزی که خروجی قسط تحویل ناظر شد؛ تأخیر با آن حساب می‌شود.",
        examples=["۱۴۰۴/۰۶/۰۲"],
    )
    enclosed: tuple[Text, ...] = Field(
        default=(),
        title="مدارک پیوست",
        description="مدارکی که همراه صورت‌وضعیت آمده است.",
        examples=[["گزارش مرحلهٔ اول", "فهرست بیمهٔ کارکنان"]],
    )
    approval: SupervisorApproval = Field(
        default=SupervisorApproval(), title="تأیید ناظر", description="تأیید خروجی قسط از سوی ناظر."
    )
    amortised: Rials = Field(
        default=0,
        title="پیش‌پرداخت مستهلک‌شده",
        description="بخشی از پیش‌پرداخت که از این قسط کسر می‌شود. پیش‌پرداختی که خود قسط قرارداد است کسر نمی‌شود.",
        examples=["۰"],
    )
    not_held: tuple[Held, ...] = Field(
        default=(),
        title="کسرهایی که نمی‌شود",
        description="کسرهای قانونی که به این پرداخت تعلق نمی‌گیرد، به تشخیص ذی‌حساب.",
        examples=[["سپردهٔ حسن انجام کار"]],
    )
    penalty: Rials = Field(
        default=0, title="جریمهٔ تأخیر", description="جریمهٔ تأخیری که کسر می‌شود.", examples=["۲۳۵ میلیون ریال"]
    )
    penalty_reason: Note = Field(
        default="",
        title="توضیح جریمه",
        description="دلیل کسر یا بخشودن جریمه.",
        examples=["تأخیر از کارفرما بود و جریمه ندارد."],
    )
    deductions: tuple[OtherDeduction, ...] = Field(default=(), title="کسرهای دیگر", description="کسرهای دیگر این پرداخت.")
    invoice: Known[Code] = Field(
        default=UNKNOWN,
        title="شماره صورتحساب الکترونیکی",
        description="شمارهٔ صورتحساب الکترونیکی در سامانهٔ مؤدیان.",
        examples=["A1B2C3"],
    )
    stated_net: Rials | None = Field(
        default=None,
        title="خالص پرداخت‌شده",
        description="مبلغی که در سند پرداخت نوشته شده است؛ با مبلغ محاسبه‌شده سنجیده می‌شود.",
        examples=["۴٬۴۶۵ میلیون ریال"],
    )
    paid_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ پرداخت", description="روز پرداخت.", examples=["۱۴۰۴/۰۷/۰۵"])
    document: Known[Code] = Field(
        default=UNKNOWN, title="شماره سند پرداخت", description="شمارهٔ سند پرداخت در حسابداری.", examples=["۸۸۱"]
    )
    clearance: Clearance | None = Field(
        default=None,
        title="مفاصاحساب بیمه",
        description="مفاصاحساب سازمان تأمین اجتماعی؛ قسط آخر بی آن پرداخت نمی‌شود.",
    )

    @property
    def day(self) -> JalaliDate | Unknown:
        """The day whose legal rates hold: that of the payment, until then that of the claim."""
        return self.claimed_on if isinstance(self.paid_on, Unknown) else self.paid_on

    @property
    def paid(self) -> bool:
        """Whether it has been paid."""
        return not isinstance(self.paid_on, Unknown)
