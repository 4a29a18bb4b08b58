"""Instalments and term of a contract."""

from __future__ import annotations

import pytest

from generator.model.known import Unknown


def test_instalments_sum_to_the_amount_the_last_one_taking_the_remainder(contract):
    agreed = contract()
    amounts = [payment.amount for payment in agreed.payments]
    assert amounts == [100_000_000, 333_000_000, 333_000_000, 234_000_001]
    assert sum(amounts) == agreed.amount
    assert agreed.share_total == 100


@pytest.mark.parametrize("amount", [0, 1, 999, 123_456_789_012_345])
def test_instalments_sum_exactly_for_any_amount(contract, amount):
    assert sum(payment.amount for payment in contract(amount=str(amount)).payments) == amount


def test_an_instalment_is_due_on_the_last_day_of_its_month_of_the_term(contract):
    agreed = contract(start="1404/02/01", end="1405/01/31")
    assert [str(payment.due) for payment in agreed.payments] == [
        "۱۴۰۴/۰۲/۰۱",
        "۱۴۰۴/۰۴/۳۱",
        "۱۴۰۴/۰۷/۳۰",
        "۱۴۰۵/۰۱/۳۱",
    ]
    assert agreed.payments[-1].due == agreed.end


@pytest.mark.parametrize(
    ("start", "end", "months", "days_over", "days"),
    [
        ("1404/01/01", "1404/12/29", 12, 0, 365),
        ("1403/01/01", "1403/12/30", 12, 0, 366),
        ("1404/02/15", "1404/08/14", 6, 0, 185),
        ("1404/02/15", "1404/08/13", 5, 29, 184),
        ("1404/02/15", "1404/02/15", 0, 1, 1),
    ],
)
def test_the_term_counts_whole_months_the_days_over_and_both_ends(contract, start, end, months, days_over, days):
    agreed = contract(start=start, end=end)
    assert (agreed.months, agreed.days_over, agreed.days) == (months, days_over, days)


def test_a_guarantee_is_its_legal_share_of_the_amount_or_of_the_advance_payment(contract, legal):
    agreed = contract(
        guarantees=[
            {"id": "g1", "kind": "انجام تعهدات", "rate": "performance"},
            {"id": "g2", "kind": "پیش‌پرداخت", "rate": "advance", "base": "پیش‌پرداخت"},
            {"id": "g3", "kind": "بیمه", "rate": "open"},
        ]
    )
    assert agreed.advance == 100_000_000
    assert [security.amount for security in agreed.securities(legal)] == [
        100_000_000,
        100_000_000,
        Unknown(prompt="مبلغ تضمین"),
    ]
    draft = agreed.model_copy(update={"amount": Unknown()})
    assert {security.amount for security in draft.securities(legal)} == {Unknown(prompt="مبلغ تضمین")}


def test_what_depends_on_an_unknown_fact_is_unknown_and_says_so(contract):
    draft = contract(start=None, amount={"unknown": "مصوب نشده است", "who": "کارفرما"})
    assert draft.months == Unknown(prompt="مدت به ماه")
    assert draft.days == Unknown(prompt="مدت به روز")
    assert isinstance(draft.days_over, Unknown)
    assert isinstance(draft.advance, Unknown)
    assert {payment.amount for payment in draft.payments} == {Unknown(prompt="مبلغ قسط")}
    assert {payment.due for payment in draft.payments} == {Unknown(prompt="سررسید")}
    assert draft.amount == Unknown(reason="مصوب نشده است", who="کارفرما", prompt="مبلغ قرارداد")
