"""What a contract promises to pay, reckoned before anything is paid: each instalment and what is taken from it, whole rials.

An advance is taken back from each instalment in proportion to its share, the last takes the rest. What is held back for good
performance and for social security is reckoned on what then remains, as in the account of the payments; nothing is held for
good performance of the advance itself. Value added tax comes on top and is in none of these sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.contract import Contract
from generator.model.records.contract_parts import Instalment
from generator.model.records.contract_sums import due_in
from generator.model.records.legal import Legal, LegalRate
from generator.model.records.workspace import Dossier
from generator.model.views.payments import HELD, origin, rate_of
from generator.model.views.sums import Sum, add
from generator.persian import JalaliDate

RETENTION = HELD["retention"][1]
"""The id of the legal rate of what is held back for good performance, and of the guarantee that asks for it."""


class Line(NamedTuple):
    """A payment: `gross` less the amortised advance, the retention and the deposit is `net`, before the tax that is added.

    `due` is its day as the months are counted, `expected` the same if the term begins on the day that the contract assumes.
    """

    id: str
    title: str
    share: Decimal
    month: int
    gross: Sum
    amortised: Sum
    retention: Sum
    deposit: Sum
    net: Sum
    due: JalaliDate | Unknown
    expected: JalaliDate | Unknown

    @property
    def taken_back(self) -> Sum:
        """The amortised advance as what it takes from the payment: not above zero."""
        return self.amortised if isinstance(self.amortised, Unknown) else -self.amortised


class Totals(NamedTuple):
    """The sums of the columns; `gross` is of the instalments alone, the others of all payments."""

    gross: Sum
    amortised: Sum
    retention: Sum
    deposit: Sum
    net: Sum


class Agreement(NamedTuple):
    """The payments of a contract: the advance if there is one, then its instalments, and the rate of the tax of its year.

    `vat` is unknown where the law has no rate for the day of the contract; `retains` says whether anything is held back for
    good performance.
    """

    begins: JalaliDate | Unknown
    advance: Line | None
    lines: tuple[Line, ...]
    totals: Totals
    retains: bool
    retention_rate: Decimal | Unknown
    deposit_rate: Decimal | Unknown
    deposit_law: str | Unknown
    vat: Decimal | Unknown
    vat_law: str | Unknown
    delay_days: int | Unknown | None
    """After how many days of delay the penalties of the largest instalment reach their ceiling."""

    @property
    def payments(self) -> tuple[Line, ...]:
        """All payments in their order, the advance first."""
        return (*([self.advance] if self.advance else ()), *self.lines)


def agreed(dossier: Dossier, contract: Contract, legal: Legal) -> Agreement:
    """Return what a contract promises to pay, at the rates of its day."""
    day = contract.rates_on
    retains = any(guarantee.rate == RETENTION for guarantee in contract.guarantees)
    retention = _value(rate_of(legal, RETENTION, day), "نرخ سپردهٔ حسن انجام کار") if retains else Decimal(0)
    deposit_rate = rate_of(legal, HELD["deposit"][1], day)
    deposit = _value(deposit_rate, "نرخ سپردهٔ بیمه")
    vat = rate_of(legal, HELD["vat"][1], day)
    start = origin(dossier, contract)
    lines, taken = [], 0
    for position, owed in enumerate(contract.payments, start=1):
        last = position == len(contract.instalments)
        amortised = _amortised(contract, owed.instalment, taken, last=last)
        taken += amortised if isinstance(amortised, int) else 0
        days = (due_in(start, owed.instalment.month), due_in(contract.start, owed.instalment.month))
        lines.append(_line(owed.instalment, owed.amount, amortised, (retention, deposit), days))
    advance = _advance(contract, deposit)
    return Agreement(
        start, advance, tuple(lines), _totals(lines, advance), retains,
        retention, deposit, _law(deposit_rate, "مستند سپردهٔ بیمه"),
        _value(vat, "نرخ مالیات بر ارزش افزوده"), _law(vat, "مستند مالیات بر ارزش افزوده"),
        days_to_ceiling(contract, max(contract.instalments, key=lambda each: each.share)),
    )  # fmt: skip


def days_to_ceiling(contract: Contract, instalment: Instalment) -> int | Unknown | None:
    """Return after how many days of delay of one instalment the ceiling of the penalties is reached; None for never."""
    daily, ceiling = contract.delay_penalty, contract.delay_ceiling
    if isinstance(daily, Unknown) or isinstance(ceiling, Unknown):
        return Unknown(prompt="روزهای رسیدن به سقف جریمه")
    a_day = daily if contract.delay_base == "مبلغ قسط" else daily * instalment.share / 100
    return int((ceiling / a_day).to_integral_value(ROUND_CEILING)) if a_day else None


def _amortised(contract: Contract, instalment: Instalment, taken: int, *, last: bool) -> Sum:
    whole = contract.advance_amount
    if isinstance(whole, Unknown):
        return Unknown(prompt="استهلاک پیش‌پرداخت")
    return whole - taken if last else int(whole * instalment.share / 100)


def _line(
    of: Instalment,
    gross: Sum,
    amortised: Sum,
    rates: tuple[Decimal | Unknown, Decimal | Unknown],
    days: tuple[JalaliDate | Unknown, JalaliDate | Unknown],
) -> Line:
    base = _less(gross, amortised)
    retention, deposit = _part(base, rates[0], "سپردهٔ حسن انجام کار"), _part(base, rates[1], "سپردهٔ بیمه")
    net = _less(_less(base, retention), deposit)
    return Line(of.id, of.title, of.share, of.month, gross, amortised, retention, deposit, net, *days)


def _advance(contract: Contract, deposit: Decimal | Unknown) -> Line | None:
    """The advance is paid when its guarantee is given, whenever that is: it has no day."""
    if contract.advance is None:
        return None
    no_day = Unknown(prompt="تاریخ پیش‌پرداخت")
    return _line(contract.advance.as_instalment, contract.advance_amount, 0, (Decimal(0), deposit), (no_day, no_day))


def _totals(lines: Iterable[Line], advance: Line | None) -> Totals:
    instalments = tuple(lines)
    every = (*instalments, *([advance] if advance else ()))
    gross = add(line.gross for line in instalments)
    return Totals(gross, *(add(getattr(line, name) for line in every) for name in ("amortised", "retention", "deposit", "net")))


def _value(rate: LegalRate | None, prompt: str) -> Decimal | Unknown:
    return Unknown(prompt=prompt) if rate is None else rate.value


def _law(rate: LegalRate | None, prompt: str) -> str | Unknown:
    return Unknown(prompt=prompt) if rate is None else rate.law


def _part(base: Sum, rate: Decimal | Unknown, prompt: str) -> Sum:
    if isinstance(base, Unknown) or isinstance(rate, Unknown):
        return Unknown(prompt=prompt)
    return int(base * rate / 100)


def _less(amount: Sum, taken: Sum) -> Sum:
    if isinstance(amount, Unknown):
        return amount
    return taken if isinstance(taken, Unknown) else amount - taken
