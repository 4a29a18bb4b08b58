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


def test_due_dates_count_months_from_the_start(contract):
    assert [str(payment.due) for payment in contract(start="1404/06/31").payments] == [
        "۱۴۰۴/۰۶/۳۱",
        "۱۴۰۴/۰۹/۳۰",
        "۱۴۰۴/۱۲/۲۹",
        "۱۴۰۵/۰۶/۳۱",
    ]


@pytest.mark.parametrize(
    ("start", "end", "months", "days"),
    [
        ("1404/01/01", "1404/12/29", 12, 365),
        ("1403/01/01", "1403/12/30", 12, 366),
        ("1404/02/15", "1404/08/14", 6, 185),
        ("1404/02/15", "1404/08/13", 5, 184),
    ],
)
def test_the_term_counts_whole_months_and_both_ends_of_its_days(contract, start, end, months, days):
    agreed = contract(start=start, end=end)
    assert (agreed.months, agreed.days) == (months, days)


def test_what_depends_on_an_unknown_fact_is_unknown_and_says_so(contract):
    draft = contract(start=None, amount={"unknown": "مصوب نشده است", "who": "کارفرما"})
    assert draft.months == Unknown(prompt="مدت به ماه")
    assert draft.days == Unknown(prompt="مدت به روز")
    assert {payment.amount for payment in draft.payments} == {Unknown(prompt="مبلغ قسط")}
    assert {payment.due for payment in draft.payments} == {Unknown(prompt="سررسید")}
    assert draft.amount == Unknown(reason="مصوب نشده است", who="کارفرما", prompt="مبلغ قرارداد")
