"""The account of a contract: each payment with its deductions, the net sum, and the sums before it and to date.

A legal rate is that of the day of the payment, until then of the claim. What is held back for good performance and for social
security is reckoned on the approved sum less the amortised advance, the value added tax on the approved sum; which of them a
payment is free of, its record says.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.model.known import NotListedError, Unknown
from generator.model.records.contract import Contract
from generator.model.records.contract_parts import ADVANCE
from generator.model.records.contract_sums import Owed, due_in
from generator.model.records.handover import START
from generator.model.records.legal import Legal, LegalRate
from generator.model.records.payment import Held, Payment
from generator.model.records.workspace import Dossier
from generator.model.views.sums import Sum, add
from generator.persian import JalaliDate, days_between

HELD: dict[str, tuple[Held, str]] = {
    "retention": ("سپردهٔ حسن انجام کار", "performance-retention"),
    "deposit": ("سپردهٔ بیمه", "social-security-retention"),
    "vat": ("مالیات بر ارزش افزوده", "vat"),
}
"""The parts of a payment at a legal rate: the word of `not_held`, and the id of the rate."""


class AccountLine(NamedTuple):
    """A line of an account in rials: of this payment, of those before it, to date; the legal rate where it has one."""

    id: str
    title: str
    this: Sum
    before: Sum
    to_date: Sum
    rate: Decimal | Unknown | None = None
    law: str = ""


class Statement(NamedTuple):
    """A payment with its instalment, its account and the days that its deliverable was late (0: in time).

    `lines` are the approved sum, the advance of a contract that has one, each deduction, the tax that is added, and the net
    sum, in that order.
    """

    payment: Payment
    instalment: Owed
    due: JalaliDate | Unknown
    days_late: int | Unknown
    last: bool
    lines: tuple[AccountLine, ...]

    @property
    def gross(self) -> AccountLine:
        """The approved sum, before anything is held back."""
        return self.lines[0]

    @property
    def net(self) -> AccountLine:
        """What is to be paid."""
        return self.lines[-1]


class Account(NamedTuple):
    """All payments of a contract; `approved` and `paid` are sums of gross and net, `remaining` what is not yet approved."""

    statements: tuple[Statement, ...]
    approved: Sum
    paid: Sum
    remaining: Sum

    def find(self, payment_id: str) -> Statement | None:
        """Return the statement of a payment; None for one of no instalment of the contract."""
        return next((each for each in self.statements if each.payment.id == payment_id), None)

    def of(self, payment_id: str) -> Statement:
        """Return the statement of a payment (NotListedError when there is none)."""
        statement = self.find(payment_id)
        if statement is None:
            raise NotListedError(payment_id)
        return statement


def origin(dossier: Dossier, contract: Contract) -> JalaliDate | Unknown:
    """Return the day from which the months of the instalments are counted."""
    if contract.counted_from != "صورتجلسهٔ شروع به کار":
        return contract.first_day
    dates = [handover.date for handover in dossier.handovers if handover.purpose == START]
    return dates[0] if dates else contract.first_day


def unpaid(dossier: Dossier, contract: Contract) -> tuple[Owed, ...]:
    """Return the instalments of a contract and its amendments of which no payment has been made."""
    paid = {payment.instalment for payment in dossier.payments if payment.paid}
    return tuple(owed for owed in contract.payments_now if owed.instalment.id not in paid)


def account(dossier: Dossier, contract: Contract, legal: Legal) -> Account:
    """Return the account of a contract; a payment of what is no instalment of it is left out."""
    owed = {each.instalment.id: each for each in (*_advance(contract), *contract.payments_now)}
    order = list(owed)
    payments = sorted(
        (payment for payment in dossier.payments if payment.instalment in owed),
        key=lambda payment: (order.index(payment.instalment), payment.id),
    )
    start = origin(dossier, contract)
    statements: list[Statement] = []
    for payment in payments:
        line = owed[payment.instalment]
        # An advance is paid when its guarantee is given; nothing of it is late.
        due = Unknown(prompt="سررسید") if payment.instalment == ADVANCE else due_in(start, line.instalment.month)
        parts = _parts(payment, line, legal, advances=contract.advance is not None)
        lines = tuple(_to_date(part, [each.lines[at] for each in statements]) for at, part in enumerate(parts))
        last = payment.instalment == order[-1]
        statements.append(Statement(payment, line, due, _late(payment.delivered_on, due), last, lines))
    approved = add(statement.gross.this for statement in statements)
    paid = add(statement.net.this for statement in statements if statement.payment.paid)
    return Account(tuple(statements), approved, paid, add([contract.amount_now, _negative(approved)]))


def _advance(contract: Contract) -> tuple[Owed, ...]:
    """Return the advance as what is owed before the instalments."""
    if contract.advance is None:
        return ()
    return (Owed(contract.advance.as_instalment, contract.advance_amount, Unknown(prompt="سررسید")),)


def _late(delivered: JalaliDate | Unknown, due: JalaliDate | Unknown) -> int | Unknown:
    if isinstance(delivered, Unknown) or isinstance(due, Unknown):
        return Unknown(prompt="روزهای تأخیر")
    return max(0, days_between(due, delivered))


def _parts(payment: Payment, owed: Owed, legal: Legal, *, advances: bool) -> tuple[AccountLine, ...]:
    """Return the lines of a payment alone; every payment of a contract has the same lines in the same order.

    The advance is approved work of nobody: nothing is kept of it for good performance and no tax comes on top, until the
    instalments that take it back.
    """
    approved = owed.amount if payment.approval.amount is None else payment.approval.amount
    gross, advance = (0, approved) if payment.instalment == ADVANCE else (approved, 0)
    work = gross if isinstance(gross, Unknown) else gross - payment.amortised
    added = _held("vat", payment, gross, legal)
    deducted = (
        _line("amortised", "استهلاک پیش‌پرداخت", payment.amortised),
        _held("retention", payment, work, legal),
        _held("deposit", payment, add([work, advance]), legal),
        _line("penalty", "جریمهٔ تأخیر", payment.penalty),
        _line("others", "کسرهای دیگر", sum(each.amount for each in payment.deductions)),
    )
    net = add([gross, advance, *(_negative(line.this) for line in deducted), added.this])
    paid_before = (_line("advance", "پیش‌پرداخت", advance),) if advances else ()
    return (_line("gross", "مبلغ تأییدشده", gross), *paid_before, *deducted, added, _line("net", "خالص پرداخت", net))


def _held(name: str, payment: Payment, base: Sum, legal: Legal) -> AccountLine:
    title, rate_id = HELD[name]
    if title in payment.not_held:
        return _line(name, title, 0)
    rate = rate_of(legal, rate_id, payment.day)
    if rate is None or isinstance(rate.value, Unknown) or isinstance(base, Unknown):
        value = Unknown(prompt=title) if rate is None else rate.value
        return AccountLine(name, title, Unknown(prompt=title), 0, 0, value, rate.law if rate else "")
    return AccountLine(name, title, int(base * rate.value / 100), 0, 0, rate.value, rate.law)


def rate_of(legal: Legal, rate_id: str, day: JalaliDate | Unknown) -> LegalRate | None:
    """Return the rate of a day, the latest while the day is unknown; None when the law has none then."""
    try:
        return legal.rate(rate_id, day)
    except NotListedError:
        return None


def _line(name: str, title: str, amount: Sum) -> AccountLine:
    return AccountLine(name, title, amount, 0, 0)


def _to_date(line: AccountLine, earlier: Iterable[AccountLine]) -> AccountLine:
    before = add(each.this for each in earlier)
    return line._replace(before=before, to_date=add([before, line.this]))


def _negative(amount: Sum) -> Sum:
    return amount if isinstance(amount, Unknown) else -amount
