"""Reporting periods: ids, titles, limits, neighbours, and the forms in which they are written."""

from __future__ import annotations

import pickle

import pytest

from generator.persian import (
    Half,
    JalaliDate,
    Period,
    Quarter,
    Refused,
    Year,
    half_of,
    parse_half,
    parse_period,
    parse_quarter,
    parse_year,
    quarter_of,
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1404-h1", Half(1404, 1)),
        ("۱۴۰۴-h2", Half(1404, 2)),
        ("1404-H1", Half(1404, 1)),
        ("شش‌ماههٔ اول سال ۱۴۰۴", Half(1404, 1)),
        ("شش‌ماهه اول ۱۴۰۴", Half(1404, 1)),
        ("شش ماهه دوم سال 1404", Half(1404, 2)),
        ("۶ ماهه اول ۱۴۰۴", Half(1404, 1)),
        ("شش‌ماهۀ نخست ۱۴۰۴", Half(1404, 1)),
        ("نیمه دوم ۱۴۰۴", Half(1404, 2)),
        ("نیمسال دوم ۱۴۰۴", Half(1404, 2)),
        ("۱۴۰۴، شش‌ماههٔ اول", Half(1404, 1)),
        ("1404-q3", Quarter(1404, 3)),
        ("1404/q3", Quarter(1404, 3)),
        ("سه‌ماههٔ سوم سال ۱۴۰۴", Quarter(1404, 3)),
        ("سه ماهه چهارم ۱۴۰۴", Quarter(1404, 4)),
        ("۳ ماهه ۲ سال ۱۴۰۴", Quarter(1404, 2)),
        ("سال ۱۴۰۴ سه ماهه اول", Quarter(1404, 1)),
        ("پاییز ۱۴۰۴", Quarter(1404, 3)),
        ("فصل بهار سال ۱۴۰۴", Quarter(1404, 1)),
        ("1404", Year(1404)),
        ("سال ۱۴۰۴", Year(1404)),
    ],
)
def test_a_period_is_read_in_every_form_that_offices_write(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "period-not-understood"),
        ("سه‌ماههٔ ۱۴۰۴", "period-not-understood"),
        ("نه‌ماههٔ ۱۴۰۴", "period-not-understood"),
        ("شش‌ماههٔ اول", "period-not-understood"),
        ("1404-x1", "period-not-understood"),
        ("1404-h", "period-not-understood"),
        ("14045", "period-not-understood"),
        ("۱۴۰۴/۰۱/۰۱", "period-not-understood"),
        ("1404-h3", "half-out-of-range"),
        ("شش‌ماههٔ سوم ۱۴۰۴", "half-out-of-range"),
        ("1404-q0", "quarter-out-of-range"),
        ("1404-q5", "quarter-out-of-range"),
        ("98", "year-two-digits"),
        ("شش‌ماههٔ اول ۹۸", "year-two-digits"),
        ("2025-h1", "year-gregorian"),
        ("سال ۲۰۲۵", "year-gregorian"),
        ("1104", "year-out-of-range"),
    ],
)
def test_a_text_that_is_no_period_is_refused_for_its_own_reason(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_period(text)
    assert refusal.value.code == code


PERIODS: list[Period] = [
    Year(1403),
    *(Half(1404, half) for half in (1, 2)),
    *(Quarter(1404, quarter) for quarter in (1, 2, 3, 4)),
]


@pytest.mark.parametrize("period", PERIODS)
def test_ids_and_titles_are_read_back_as_the_same_period(period: Period) -> None:
    assert parse_period(period.id) == period == parse_period(period.title)


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_ends_on_the_day_before_the_next_begins(period: Period) -> None:
    assert period.end.plus_days(1) == period.next().start
    assert period.next().previous() == period == period.previous().next()


def test_titles_keep_to_one_orthography() -> None:
    assert [p.title for p in (Half(1404, 1), Half(1404, 2), Quarter(1404, 3), Year(1404))] == [
        "شش‌ماههٔ اول سال ۱۴۰۴",
        "شش‌ماههٔ دوم سال ۱۴۰۴",
        "سه‌ماههٔ سوم سال ۱۴۰۴",
        "سال ۱۴۰۴",
    ]


def test_the_second_half_of_a_leap_year_ends_on_the_thirtieth() -> None:
    assert Half(1403, 2).end == JalaliDate(1403, 12, 30)
    assert Half(1404, 2).end == JalaliDate(1404, 12, 29)
    assert Half(1404, 1).end == JalaliDate(1404, 6, 31)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_is_in_the_half_and_quarter_found_for_it(month: int) -> None:
    date = JalaliDate(1404, month, 15)
    assert half_of(date).start <= date <= half_of(date).end
    assert quarter_of(date).start <= date <= quarter_of(date).end


def test_a_period_of_another_length_than_asked_for_is_refused() -> None:
    for parse, text, code in (
        (parse_half, "1404-q1", "period-not-half"),
        (parse_quarter, "1404", "period-not-quarter"),
        (parse_year, "1404-h1", "period-not-year"),
    ):
        with pytest.raises(Refused) as refusal:
            parse(text)
        assert refusal.value.code == code
    assert (parse_half("1404-h1"), parse_quarter("1404-q1"), parse_year("۱۴۰۴")) == (
        Half(1404, 1),
        Quarter(1404, 1),
        1404,
    )


def test_periods_of_one_kind_are_ordered_hashable_and_travel_to_workers() -> None:
    assert sorted([Quarter(1405, 1), Quarter(1404, 4)]) == [Quarter(1404, 4), Quarter(1405, 1)]
    assert pickle.loads(pickle.dumps(set(PERIODS))) == set(PERIODS)
