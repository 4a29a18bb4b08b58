"""The contract of a facilitation office: parties, term, amount, exact instalments, guarantees, staff."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.fields import Code, Count, Date, Flag, Id, Percent, Rials, Text, one_of
from generator.model.known import UNKNOWN, Known, Unknown
from generator.model.records.amendment import Amendment
from generator.model.records.confirmation import Confirmation
from generator.model.records.contract_parts import (
    Advance,
    Choice,
    Funding,
    Guarantee,
    Instalment,
    Insurance,
    OfficeProperty,
    Party,
    PriceItem,
    StaffLine,
)
from generator.model.records.contract_sums import Amended, Owed, Security, secured, shared_out
from generator.model.records.legal import Legal
from generator.model.records.neighbourhood import Sampled
from generator.persian import JalaliDate, days_between, months_between


class Contract(Sampled, title="قرارداد"):
    """The contract of a facilitation office. Amounts are whole rials; `months` is the term from `start`.

    `basis` names the approvals that the contract rests on; `legal_confirmation` says who confirmed which text.
    """

    moved: ClassVar[Mapping[str, str]] = {"legally_confirmed_on": "legal_confirmation، با فرمان sanad confirm"}

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
    legal_confirmation: Known[Confirmation] = Field(
        default=UNKNOWN,
        title="تأیید کارشناس حقوقی",
        description="تأیید متن قرارداد به دست کارشناس حقوقی؛ پیش از آن، و پس از هر تغییر متن، قرارداد پیش‌نویس است."
        " با «sanad confirm قرارداد محله --by …» نوشته می‌شود.",
    )
    employer: Party = Field(default=Party(), title="کارفرما", description="دستگاه کارفرما. سند منتشرشده آن را تعیین نکرده است.")
    start: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ شروع",
        description="روز شروع قرارداد؛ اگر «counted_from» رویداد دیگری است، روزی که آغاز در آن پیش‌بینی شده است.",
        examples=["۱۴۰۴/۰۲/۰۱"],
    )
    end: Known[Date] = Field(
        default=UNKNOWN,
        title="تاریخ پایان",
        description="آخرین روز قرارداد، اگر در «start» آغاز شود؛ مدت قرارداد از این دو حساب می‌شود.",
        examples=["۱۴۰۵/۰۱/۳۱"],
    )
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
    advance: Advance | None = Field(
        default=None,
        title="پیش‌پرداخت",
        description="پیش‌پرداختی که از هر قسط به نسبت سهم آن کسر می‌شود؛ اگر پیش‌پرداختی نیست، ننویسید.",
    )
    guarantees: tuple[Guarantee, ...] = Field(default=(), title="تضمین‌ها", description="تضمین‌هایی که مجری می‌سپارد.")
    staff: tuple[StaffLine, ...] = Field(
        default=(), title="نیروی انسانی", description="نیروهایی که مجری باید به کار گیرد، بی نام اشخاص."
    )
    supervisor: Id = Field(title="ناظر", description="دستگاه یا مرجع ناظر.", examples=["secretariat"])
    delay_penalty: Known[Percent] = Field(
        default=UNKNOWN,
        title="درصد جریمه تأخیر برای هر روز",
        description="جریمهٔ هر روز تأخیر، درصدی از مبلغ همان قسط.",
        examples=["۰٫۱٪"],
    )
    delay_ceiling: Known[Percent] = Field(
        default=UNKNOWN, title="سقف جریمه تأخیر", description="بیشترین جریمهٔ تأخیر، درصدی از «delay_base».", examples=["۱۰٪"]
    )
    delay_base: Annotated[Literal["مبلغ قرارداد", "مبلغ قسط"], one_of("مبلغ قرارداد", "مبلغ قسط")] = Field(
        default="مبلغ قرارداد",
        title="مبنای سقف جریمه تأخیر",
        description="مبلغی که سقف جریمه درصدی از آن است: مبلغ قرارداد برای همهٔ جریمه‌ها، یا مبلغ همان قسط برای جریمهٔ آن.",
        examples=["مبلغ قسط"],
    )
    copies: Count = Field(title="تعداد نسخ", ge=2, description="شمار نسخه‌های قرارداد، دست‌کم دو.", examples=["۴"])
    amendments: tuple[Amendment, ...] = Field(default=(), title="الحاقیه‌ها", description="الحاقیه‌های قرارداد، به ترتیب.")
    counted_from: Annotated[
        Literal["تاریخ شروع", "ابلاغ قرارداد", "صورتجلسهٔ شروع به کار"],
        one_of("تاریخ شروع", "ابلاغ قرارداد", "صورتجلسهٔ شروع به کار"),
    ] = Field(
        default="تاریخ شروع",
        title="مبدأ شمارش سررسیدها",
        description="رویدادی که مدت قرارداد و ماه‌های اقساط از روز آن شمرده می‌شود؛ اگر ننویسید تاریخ شروع است.",
        examples=["صورتجلسهٔ شروع به کار"],
    )
    notified_on: Known[Date] = Field(
        default=UNKNOWN, title="تاریخ ابلاغ قرارداد", description="روز ابلاغ قرارداد به مجری.", examples=["۱۴۰۴/۰۲/۰۵"]
    )
    choice: Choice = Field(default=Choice(), title="انتخاب مجری", description="مبنای انتخاب مجری.")
    price_items: tuple[PriceItem, ...] = Field(
        default=(), title="تجزیهٔ مبلغ", description="اجزای مبلغ قرارداد؛ جمع آن‌ها با مبلغ قرارداد برابر است."
    )
    unique_id: Known[Code] = Field(
        default=UNKNOWN,
        title="شناسهٔ یکتای قرارداد",
        description="شناسهٔ یکتایی که هنگام ثبت قرارداد داده می‌شود.",
        examples=["۹۹۰۱۲۳"],
    )
    procurement_number: Known[Code] = Field(
        default=UNKNOWN,
        title="شماره در سامانهٔ ستاد",
        description="شمارهٔ معامله در سامانهٔ تدارکات الکترونیکی دولت (ستاد)، اگر در آن ثبت می‌شود.",
        examples=["۲۰۰۴۰۰۱"],
    )
    workshop_code: Known[Code] = Field(
        default=UNKNOWN,
        title="کد کارگاه بیمه",
        description="کد کارگاه و ردیف پیمان قرارداد در سازمان تأمین اجتماعی.",
        examples=["۱۲۳۴۵۶/۰۱"],
    )
    e_invoice: Known[Flag] = Field(
        default=UNKNOWN,
        title="صورتحساب الکترونیکی",
        description="«بله» یعنی مجری برای هر پرداخت صورتحساب الکترونیکی در سامانهٔ مؤدیان صادر می‌کند.",
        examples=["بله"],
    )
    insurance: tuple[Insurance, ...] = Field(
        default=(), title="بیمه‌نامه‌ها", description="بیمه‌نامه‌هایی که مجری باید داشته باشد."
    )
    office_property: tuple[OfficeProperty, ...] = Field(
        default=(), title="اموال دفتر", description="اموالی که دفتر لازم دارد و تأمین‌کنندهٔ هر یک."
    )

    @property
    def share_total(self) -> Decimal:
        """The sum of the instalments' shares; 100 in a right contract."""
        return sum((line.share for line in self.instalments), Decimal(0))

    @property
    def first_day(self) -> JalaliDate | Unknown:
        """The day from which its months are counted, as far as it says so itself; the start of work has minutes of its own."""
        match self.counted_from:
            case "تاریخ شروع":
                return self.start
            case "ابلاغ قرارداد":
                return self.notified_on
            case "صورتجلسهٔ شروع به کار":
                return Unknown(prompt="تاریخ صورتجلسهٔ شروع به کار")

    @property
    def payments(self) -> tuple[Owed, ...]:
        """Instalments with due dates and amounts that sum exactly to the contract's, the last takes the rest."""
        return shared_out(self.instalments, self.amount, self.first_day)

    @property
    def payments_now(self) -> tuple[Owed, ...]:
        """The instalments of the contract, then those of its amendments."""
        return (*self.payments, *(owed for amended in self.amended for owed in amended.payments))

    @property
    def payable(self) -> tuple[Instalment, ...]:
        """What a payment may be of: the advance, then the instalments of the contract and its amendments."""
        first = (self.advance.as_instalment,) if self.advance else ()
        return (*first, *(owed.instalment for owed in self.payments_now))

    @property
    def amended(self) -> tuple[Amended, ...]:
        """The amendments in their order, each with what it changes of the amount and the end before it."""
        found: list[Amended] = []
        for amendment in self.amendments:
            before = found[-1].amount if found else self.amount
            end_before = found[-1].end if found else self.end
            amount = before if amendment.amount is None else amendment.amount
            added: int | Unknown = Unknown(prompt="تغییر مبلغ")
            if not isinstance(before, Unknown) and not isinstance(amount, Unknown):
                added = amount - before
            # What takes away from the amount leaves the instalments that remain to the parties: it has none of its own.
            payments = (
                shared_out(amendment.instalments, added, self.first_day) if isinstance(added, Unknown) or added > 0 else ()
            )
            share = self._share(amount)
            found.append(Amended(amendment, before, amount, added, share, end_before, amendment.end or end_before, payments))
        return tuple(found)

    def _share(self, amount: int | Unknown) -> Decimal | Unknown:
        if isinstance(amount, Unknown) or isinstance(self.amount, Unknown) or not self.amount:
            return Unknown(prompt="درصد تغییر مبلغ")
        return Decimal(amount - self.amount) * 100 / self.amount

    @property
    def amount_now(self) -> int | Unknown:
        """The amount after the last amendment that changes it."""
        return self.amended[-1].amount if self.amendments else self.amount

    @property
    def end_now(self) -> JalaliDate | Unknown:
        """The end after the last amendment that changes it."""
        return self.amended[-1].end if self.amendments else self.end

    @property
    def staff_now(self) -> tuple[StaffLine, ...]:
        """The staff after all amendments: a line of an amendment takes the place of that with its id, or is added."""
        lines = {line.id: line for line in self.staff}
        for amendment in self.amendments:
            lines |= {line.id: line for line in amendment.staff}
        return tuple(lines.values())

    @property
    def guarantees_now(self) -> tuple[Guarantee, ...]:
        """The guarantees of the contract, then the supplementary ones."""
        return (*self.guarantees, *(each for amendment in self.amendments for each in amendment.guarantees))

    @property
    def rates_on(self) -> JalaliDate | Unknown:
        """The day whose legal rates the contract cites: that of its signing, until then that of its start."""
        return self.start if isinstance(self.date, Unknown) else self.date

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
    def advance_amount(self) -> int | Unknown:
        """The sum paid before any work; 0 without an advance."""
        if self.advance is None:
            return 0
        if isinstance(self.amount, Unknown):
            return Unknown(prompt="مبلغ پیش‌پرداخت")
        return int(self.amount * self.advance.share / 100)

    def securities(self, legal: Legal) -> tuple[Security, ...]:
        """Return the guarantees with their amounts in whole rials at the rates of the contract's date.

        KeyError when the law has no such rate on that day.
        """
        return tuple(self.security(guarantee, legal) for guarantee in self.guarantees)

    def security(self, guarantee: Guarantee, legal: Legal) -> Security:
        """Return one guarantee with its amount (KeyError when the law has no such rate on the contract's date)."""
        base = self.advance_amount if guarantee.base == "پیش‌پرداخت" else self.amount
        return secured(guarantee, legal.rate(guarantee.rate, self.date), base)

    def supplementary(self, amended: Amended, legal: Legal) -> tuple[Security, ...]:
        """Return the guarantees of an amendment with their amounts: of what it adds, at the rates of its date.

        NotListedError when the law has no such rate on that day.
        """
        day = amended.amendment.date
        return tuple(secured(each, legal.rate(each.rate, day), amended.added) for each in amended.amendment.guarantees)

    @property
    def days(self) -> int | Unknown:
        """The term in days, both ends counted."""
        if isinstance(self.start, Unknown) or isinstance(self.end, Unknown):
            return Unknown(prompt="مدت به روز")
        return days_between(self.start, self.end) + 1
