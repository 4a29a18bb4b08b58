"""What is reckoned of a contract: the amounts and days of its instalments, its guarantees, and what an amendment changes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.known import Unknown
from generator.model.records.amendment import Amendment
from generator.model.records.contract_parts import Guarantee, Instalment
from generator.model.records.legal import LegalRate
from generator.persian import JalaliDate


class Owed(NamedTuple):
    """An instalment with its computed amount (rials) and due date (unknown while the start is)."""

    instalment: Instalment
    amount: int | Unknown
    due: JalaliDate | Unknown


class Security(NamedTuple):
    """A guarantee with its legal rate and computed amount (rials)."""

    guarantee: Guarantee
    rate: LegalRate
    amount: int | Unknown


class Amended(NamedTuple):
    """An amendment with what was before it and is after it.

    `added` is what it adds to the amount (negative: takes away), `share` how far the amount then is from the first one, in
    percent; both are unknown while the amount is. `payments` are its own instalments.
    """

    amendment: Amendment
    amount_before: int | Unknown
    amount: int | Unknown
    added: int | Unknown
    share: Decimal | Unknown
    end_before: JalaliDate | Unknown
    end: JalaliDate | Unknown
    payments: tuple[Owed, ...]


def shared_out(instalments: Sequence[Instalment], whole: int | Unknown, start: JalaliDate | Unknown) -> tuple[Owed, ...]:
    """Share out an amount over instalments, exactly: the last takes the rest; their days are counted from a start."""
    paid, owed = 0, []
    for position, line in enumerate(instalments, start=1):
        amount: int | Unknown
        if isinstance(whole, Unknown):
            amount = Unknown(prompt="مبلغ قسط")
        else:
            amount = whole - paid if position == len(instalments) else int(whole * line.share / 100)
            paid += amount
        owed.append(Owed(line, amount, due_in(start, line.month)))
    return tuple(owed)


def due_in(start: JalaliDate | Unknown, month: int) -> JalaliDate | Unknown:
    """Return the last day of a month from a start on, the start itself for month 0; unknown while the start is."""
    if isinstance(start, Unknown):
        return Unknown(prompt="سررسید")
    return start.plus_months(month).plus_days(-1) if month else start


def secured(guarantee: Guarantee, rate: LegalRate, base: int | Unknown) -> Security:
    """Return a guarantee with its share of an amount, unknown while the amount or the rate is."""
    if isinstance(base, Unknown) or isinstance(rate.value, Unknown):
        return Security(guarantee, rate, Unknown(prompt="مبلغ تضمین"))
    return Security(guarantee, rate, int(base * rate.value / 100))
