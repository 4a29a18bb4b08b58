"""The contract of a facilitation office: parties, term, amount, exact instalments, guarantees, staff."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, NamedTuple

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
from generator.model.known import UNKNOWN, Known, Record, Unknown
from generator.model.records.legal import Legal, LegalRate
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate, days_between, months_between


class Party(Record):
    """The employer of a contract. The source names none: until decided, all of it is unknown."""

    name: Known[Text] = Field(default=UNKNOWN, title="نام دستگاه کارفرما")
    representative: Known[Text] = Field(default=UNKNOWN, title="نام نماینده کارفرما")
    post: Known[Text] = Field(default=UNKNOWN, title="سمت نماینده کارفرما")
    national_id: Known[LegalId] = Field(default=UNKNOWN, title="شناسه ملی کارفرما")
    economic_code: Known[EconomicCode] = Field(default=UNKNOWN, title="کد اقتصادی")
    address: Known[Text] = Field(default=UNKNOWN, title="نشانی کارفرما")
    postal_code: Known[PostalCode] = Field(default=UNKNOWN, title="کد پستی کارفرما")
    phone: Known[Telephone] = Field(default=UNKNOWN, title="تلفن کارفرما")


class Funding(Record):
    """Where the contract's money comes from; a contract without it stays a draft."""

    source: Known[Text] = Field(default=UNKNOWN, title="محل تأمین اعتبار")
    budget_row: Known[Code] = Field(default=UNKNOWN, title="ردیف بودجه")


class Instalment(Record):
    """A payment: share of the amount against a deliverable, due at the end of a month of the term (0: its start)."""

    id: Id = Field(title="شناسه")
    title: Text = Field(title="عنوان قسط")
    deliverable: Text = Field(title="خروجی")
    share: Percent = Field(title="درصد")
    month: Count = Field(title="ماه سررسید از شروع", le=MOST_MONTHS)


class Guarantee(Record):
    """A guarantee by kind and legal rate, of the whole amount or of the advance payment; its number comes at signing.

    `stated` is the amount written in the instrument, compared with the computed one.
    """

    id: Id = Field(title="شناسه")
    kind: Text = Field(title="نوع تضمین")
    rate: Id = Field(title="نرخ قانونی")
    base: Annotated[Literal["مبلغ قرارداد", "پیش‌پرداخت"], one_of("مبلغ قرارداد", "پیش‌پرداخت")] = Field(
        default="مبلغ قرارداد", title="مبنای محاسبه"
    )
    instrument: Known[Text] = Field(default=UNKNOWN, title="نوع سند تضمین")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره سند تضمین")
    issuer: Note = Field(default="", title="صادرکنندهٔ تضمین")
    issued_on: Date | None = Field(default=None, title="تاریخ صدور تضمین")
    valid_until: Date | None = Field(default=None, title="اعتبار تضمین تا")
    stated: Rials | None = Field(default=None, title="مبلغ سند تضمین")


class Amendment(Record):
    """الحاقیه: a later change of the amount or of the end; what it leaves out stays as it was."""

    id: Id = Field(title="شناسه")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره الحاقیه")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ الحاقیه")
    subject: Text = Field(title="موضوع الحاقیه")
    amount: Rials | None = Field(default=None, title="مبلغ قرارداد پس از الحاقیه")
    end: Date | None = Field(default=None, title="تاریخ پایان پس از الحاقیه")


class StaffLine(Record):
    """A post that the operator must fill: number of people and qualification, no names."""

    id: Id = Field(title="شناسه")
    post: Text = Field(title="عنوان شغلی")
    people: Count = Field(title="تعداد", ge=1)
    qualification: Text = Field(title="شرایط احراز")
    attendance: Text = Field(title="نحوه حضور")


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


class Contract(Sampled):
    """قرارداد دفتر تسهیلگری. Amounts are whole rials; `months` is the term from `start`.

    `basis` names the approvals that the contract rests on; `legally_confirmed_on` is the day a lawyer confirmed its text.
    """

    id: Id = Field(title="شناسه")
    number: Known[Code] = Field(default=UNKNOWN, title="شماره قرارداد")
    date: Known[Date] = Field(default=UNKNOWN, title="تاریخ قرارداد")
    basis: tuple[Id, ...] = Field(default=(), title="مصوبه‌های مستند")
    legally_confirmed_on: Known[Date] = Field(default=UNKNOWN, title="تاریخ تأیید کارشناس حقوقی")
    employer: Party = Field(default=Party(), title="کارفرما")
    start: Known[Date] = Field(default=UNKNOWN, title="تاریخ شروع")
    end: Known[Date] = Field(default=UNKNOWN, title="تاریخ پایان")
    amount: Known[Rials] = Field(default=UNKNOWN, title="مبلغ قرارداد")
    procurement_class: Known[Text] = Field(default=UNKNOWN, title="نصاب معامله")
    funding: Funding = Field(default=Funding(), title="تأمین اعتبار")
    instalments: tuple[Instalment, ...] = Field(title="اقساط", min_length=1)
    guarantees: tuple[Guarantee, ...] = Field(default=(), title="تضمین‌ها")
    staff: tuple[StaffLine, ...] = Field(default=(), title="نیروی انسانی")
    supervisor: Id = Field(title="ناظر")
    delay_penalty: Known[Percent] = Field(default=UNKNOWN, title="درصد جریمه تأخیر برای هر روز")
    delay_ceiling: Known[Percent] = Field(default=UNKNOWN, title="سقف جریمه تأخیر")
    copies: Count = Field(title="تعداد نسخ", ge=2)
    amendments: tuple[Amendment, ...] = Field(default=(), title="الحاقیه‌ها")

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
        """The last day of a month of the term, so that the last month's is the end of the term; month 0 is its first day."""
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
        """What is paid at the start, before any work: the instalments of month 0."""
        if isinstance(self.amount, Unknown):
            return Unknown(prompt="مبلغ پیش‌پرداخت")
        payments = [payment.amount for payment in self.payments if payment.instalment.month == 0]
        return sum(amount for amount in payments if not isinstance(amount, Unknown))

    def securities(self, legal: Legal) -> tuple[Security, ...]:
        """The guarantees with their amounts in whole rials at the rates of the contract's date.

        KeyError when the law has no such rate on that day.
        """
        return tuple(self.security(guarantee, legal) for guarantee in self.guarantees)

    def security(self, guarantee: Guarantee, legal: Legal) -> Security:
        """One guarantee with its amount (KeyError when the law has no such rate on the contract's date)."""
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
