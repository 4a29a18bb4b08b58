"""The contract of a facilitation office: parties, term, amount, exact instalments, guarantees, staff."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pydantic import Field

from generator.model.fields import Code, Count, Date, Id, Percent, Rials, Text
from generator.model.known import UNKNOWN, Known, Unknown
from generator.model.records.contract_parts import Amendment, Funding, Guarantee, Instalment, Party, StaffLine
from generator.model.records.legal import Legal, LegalRate
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate, days_between, months_between


class Payment(NamedTuple):
    """An instalment with its computed amount (rials) and due date (unknown while the start is)."""

    instalment: Instalment
    amount: int | Unknown
    due: JalaliDate | Unknown


class Security(NamedTuple):
    """A guarantee with its legal rate and computed amount (rials)."""

    guarantee: Guarantee
    rate: LegalRate
    amount: int | Unknown


class Contract(Sampled, title="قرارداد"):
    """The contract of a facilitation office. Amounts are whole rials; `months` is the term from `start`.

    `basis` names the approvals that the contract rests on; `legally_confirmed_on` is the day a lawyer confirmed its text.
    """

    id: Id = Field(title="شناسه", description="شناسهٔ قرارداد.", examples=["contract-golshahr-1"])
    number: Known[Code] = Field(
        default=UNKNOWN,
        title="شماره قرارداد",
        description="شمارهٔ قرارداد که هنگام ثبت در دبیرخانه داده می‌شود.",
        examples=["۴۵/ق/۱۴۰۴"],
    )
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ قرارداد", description="روز امضای قرارداد.", examples=["۱۴۰۴/۰۲/۰۱"])
    basis: tuple[Id, ...] = Field(
        default=(),
        title="مصوبه‌های مستند",
        description="شناسهٔ مصوبه‌هایی از «approvals.yaml» که قرارداد به آن‌ها مستند است.",
        examples=[["office-headquarters"]],
    )
    legally_confirmed_on: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ تأیید کارشناس حقوقی",
        description="روزی که کارشناس حقوقی متن را تأیید کرد؛ پیش از آن قرارداد پیش‌نویس است.",
        examples=["۱۴۰۴/۰۱/۲۵"],
    )
    employer: Party = Field(default=Party(), title="کارفرما", description="دستگاه کارفرما. سند منتشرشده آن را تعیین نکرده است.")
    start: Known[Date] = Field(default=UNKNOWN, title="تاریخ شروع", description="روز شروع قرارداد.", examples=["۱۴۰۴/۰۲/۰۱"])
    end: Known[Date] = Field(default=UNKNOWN, title="تاریخ پایان", description="آخرین روز قرارداد.", examples=["۱۴۰۵/۰۱/۳۱"])
    amount: Known[Rials] = Field(
        default=UNKNOWN, title="مبلغ قرارداد", description="مبلغ کل قرارداد به ریال.", examples=["۱۲٬۰۰۰ میلیون ریال"]
    )
    procurement_class: Known[Text] = Field(
        default=UNKNOWN,
        title="نصاب معامله",
        description="نصاب معامله که شیوهٔ واگذاری را تعیین می‌کند.",
        examples=["معاملهٔ متوسط"],
    )
    funding: Funding = Field(
        default=Funding(), title="تأمین اعتبار", description="محل تأمین اعتبار. بدون آن قرارداد پیش‌نویس می‌ماند."
    )
    instalments: tuple[Instalment, ...] = Field(title="اقساط", min_length=1, description="اقساط قرارداد؛ جمع درصدها ۱۰۰ است.")
    guarantees: tuple[Guarantee, ...] = Field(default=(), title="تضمین‌ها", description="تضمین‌هایی که مجری می‌سپارد.")
    staff: tuple[StaffLine, ...] = Field(
        default=(), title="نیروی انسانی", description="نیروهایی که مجری باید به کار گیرد، بی نام اشخاص."
    )
    supervisor: Id = Field(title="ناظر", description="دستگاه یا مرجع ناظر.", examples=["secretariat"])
    delay_penalty: Known[Percent] = Field(
        default=UNKNOWN,
        title="درصد جریمه تأخیر برای هر روز",
        description="جریمهٔ هر روز تأخیر، درصدی از مبلغ قرارداد.",
        examples=["۰٫۱٪"],
    )
    delay_ceiling: Known[Percent] = Field(
        default=UNKNOWN, title="سقف جریمه تأخیر", description="بیشترین جریمهٔ تأخیر، درصدی از مبلغ قرارداد.", examples=["۱۰٪"]
    )
    copies: Count = Field(title="تعداد نسخ", ge=2, description="شمار نسخه‌های قرارداد، دست‌کم دو.", examples=["۴"])
    amendments: tuple[Amendment, ...] = Field(default=(), title="الحاقیه‌ها", description="الحاقیه‌های قرارداد، به ترتیب.")

    @property
    def share_total(self) -> Decimal:
        """The sum of the instalments' shares; 100 in a right contract."""
        return sum((line.share for line in self.instalments), Decimal(0))

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Instalments with due dates and amounts that sum exactly to the contract's, the last takes the rest."""
        paid = 0
        payments = []
        for position, line in enumerate(self.instalments, start=1):
            amount: int | Unknown
            if isinstance(self.amount, Unknown):
                amount = Unknown(prompt="مبلغ قسط")
            elif position == len(self.instalments):
                amount = self.amount - paid
            else:
                amount = int(self.amount * line.share / 100)
                paid += amount
            payments.append(Payment(line, amount, self._due(line.month)))
        return tuple(payments)

    def _due(self, month: int) -> JalaliDate | Unknown:
        """Return the last day of a month of the term, the first day for month 0; the last month's is the end of the term."""
        if isinstance(self.start, Unknown):
            return Unknown(prompt="سررسید")
        return self.start.plus_months(month).plus_days(-1) if month else self.start

    @property
    def end_now(self) -> JalaliDate | Unknown:
        """The end after the last amendment that changes it."""
        return next((later.end for later in reversed(self.amendments) if later.end is not None), self.end)

    @property
    def months(self) -> int | Unknown:
        """The term in whole months: from `start` to the day after `end`; unknown while either is."""
        if isinstance(self.start, Unknown) or isinstance(self.end, Unknown):
            return Unknown(prompt="مدت به ماه")
        return months_between(self.start, self.end.plus_days(1))

    @property
    def days_over(self) -> int | Unknown:
        """The days of the term that are past its whole months; 0 when it is of whole months."""
        if isinstance(self.start, Unknown) or isinstance(self.end, Unknown):
            return Unknown(prompt="روزهای افزون بر ماه")
        months = months_between(self.start, self.end.plus_days(1))
        return days_between(self.start.plus_months(months), self.end) + 1

    @property
    def advance(self) -> int | Unknown:
        """The sum paid at the start, before any work: the instalments of month 0."""
        if isinstance(self.amount, Unknown):
            return Unknown(prompt="مبلغ پیش‌پرداخت")
        payments = [payment.amount for payment in self.payments if payment.instalment.month == 0]
        return sum(amount for amount in payments if not isinstance(amount, Unknown))

    def securities(self, legal: Legal) -> tuple[Security, ...]:
        """Return the guarantees with their amounts in whole rials at the rates of the contract's date.

        KeyError when the law has no such rate on that day.
        """
        return tuple(self.security(guarantee, legal) for guarantee in self.guarantees)

    def security(self, guarantee: Guarantee, legal: Legal) -> Security:
        """Return one guarantee with its amount (KeyError when the law has no such rate on the contract's date)."""
        rate = legal.rate(guarantee.rate, self.date)
        base = self.advance if guarantee.base == "پیش‌پرداخت" else self.amount
        if isinstance(base, Unknown) or isinstance(rate.value, Unknown):
            return Security(guarantee, rate, Unknown(prompt="مبلغ تضمین"))
        return Security(guarantee, rate, int(base * rate.value / 100))

    @property
    def days(self) -> int | Unknown:
        """The term in days, both ends counted."""
        if isinstance(self.start, Unknown) or isinstance(self.end, Unknown):
            return Unknown(prompt="مدت به روز")
        return days_between(self.start, self.end) + 1
