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
        advance={"share": "10"},
        guarantees=[
            {"id": "g1", "kind": "انجام تعهدات", "rate": "performance"},
            {"id": "g2", "kind": "پیش‌پرداخت", "rate": "advance", "base": "پیش‌پرداخت"},
            {"id": "g3", "kind": "بیمه", "rate": "open"},
        ],
    )
    assert agreed.advance_amount == 100_000_000
    assert [each.id for each in agreed.payable][:2] == ["advance", agreed.instalments[0].id]
    assert contract().advance_amount == 0 and len(contract().payable) == len(agreed.payable) - 1
    assert [security.amount for security in agreed.securities(legal)] == [
        100_000_000,
        100_000_000,
        Unknown(prompt="مبلغ تضمین"),
    ]
    draft = agreed.model_copy(update={"amount": Unknown()})
    assert {security.amount for security in draft.securities(legal)} == {Unknown(prompt="مبلغ تضمین")}


def test_what_depends_on_an_unknown_fact_is_unknown_and_says_so(contract):
    draft = contract(start=None, advance={"share": "10"}, amount={"unknown": "مصوب نشده است", "who": "کارفرما"})
    assert draft.months == Unknown(prompt="مدت به ماه")
    assert draft.days == Unknown(prompt="مدت به روز")
    assert isinstance(draft.days_over, Unknown)
    assert isinstance(draft.advance_amount, Unknown)
    assert {payment.amount for payment in draft.payments} == {Unknown(prompt="مبلغ قسط")}
    assert {payment.due for payment in draft.payments} == {Unknown(prompt="سررسید")}
    assert draft.amount == Unknown(reason="مصوب نشده است", who="کارفرما", prompt="مبلغ قرارداد")


def test_an_amendment_is_told_with_what_was_before_it_and_its_share_of_the_first_amount(contract):
    agreed = contract(
        amount="1000",
        amendments=[
            {"id": "a1", "subject": "افزایش", "amount": "1100", "end": "1405/03/31"},
            {"id": "a2", "subject": "افزایش", "amount": "1250"},
        ],
    )
    first, second = agreed.amended
    assert (first.amount_before, first.amount, first.added, first.share) == (1000, 1100, 100, 10)
    assert (second.amount_before, second.amount, second.added, second.share) == (1100, 1250, 150, 25)
    assert (str(first.end_before), str(first.end), second.end) == ("۱۴۰۴/۱۲/۲۹", "۱۴۰۵/۰۳/۳۱", first.end)
    assert (agreed.amount_now, agreed.end_now) == (1250, first.end)


def test_the_instalments_of_an_amendment_share_out_what_it_adds(contract):
    halves = [{"id": each, "title": "قسط", "deliverable": "گزارش", "share": "50", "month": "15"} for each in ("b1", "b2")]
    agreed = contract(amendments=[{"id": "a1", "subject": "افزایش", "amount": "1000000102", "instalments": halves}])
    assert [owed.amount for owed in agreed.payments_now[-2:]] == [50, 51]
    assert [str(owed.due) for owed in agreed.payments_now[-2:]] == ["۱۴۰۵/۰۳/۳۱"] * 2
    assert sum(owed.amount for owed in agreed.payments_now) == agreed.amount_now
    less = contract(amendments=[{"id": "a1", "subject": "کاهش", "amount": "900000000", "instalments": halves}])
    assert less.payments_now == less.payments


def test_supplementary_guarantees_are_shares_of_what_is_added(contract, legal):
    given = [{"id": "g9", "kind": "تضمین تکمیلی", "rate": "performance"}]
    agreed = contract(amendments=[{"id": "a1", "subject": "افزایش", "amount": "1100000001", "guarantees": given}])
    (security,) = agreed.supplementary(agreed.amended[0], legal)
    assert security.amount == 10_000_000
    assert [each.id for each in agreed.guarantees_now] == ["g9"]


def test_staff_of_an_amendment_takes_the_place_of_that_with_its_id(contract):
    line = {"id": "head", "post": "مدیر", "people": "1", "qualification": "کارشناسی", "attendance": "تمام‌وقت"}
    more = [line | {"people": "2"}, line | {"id": "data", "post": "کارشناس داده"}]
    agreed = contract(staff=[line], amendments=[{"id": "a1", "subject": "نیرو", "staff": more}])
    assert [(each.id, each.people) for each in agreed.staff_now] == [("head", 2), ("data", 1)]
    assert [each.people for each in agreed.staff] == [1]


def test_a_contract_cites_the_rates_of_its_signing_and_until_then_of_its_start(contract):
    assert str(contract(date="1403/12/20").rates_on) == "۱۴۰۳/۱۲/۲۰"
    assert str(contract().rates_on) == "۱۴۰۴/۰۱/۰۱"
