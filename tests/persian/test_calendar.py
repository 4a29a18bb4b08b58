"""Jalali dates: what offices write, what does not exist, and arithmetic over months of unequal length."""

from __future__ import annotations

import datetime
import pickle

import pytest

from generator.persian import JalaliDate, JalaliMonth, Refused, days_between, months_between, parse_date, parse_month

AZAR_21 = JalaliDate(1398, 9, 21)


@pytest.mark.parametrize(
    "text",
    [
        "۱۳۹۸/۰۹/۲۱",
        "1398/09/21",
        "1398-9-21",
        "1398.9.21",
        "۱۳۹۸ / ۹ / ۲۱",
        "١٣٩٨/٠٩/٢١",
        "13980921",
        "۲۱ آذر ۱۳۹۸",
        "21 آذر 1398",
        "۲۱ آذرماه ۱۳۹۸",
        "۲۱ آذر‌ماه سال ۱۳۹۸",
        "بیست‌ویکم آذر ۱۳۹۸",
        "بیست و یکم آذر ماه ۱۳۹۸",
        "پنجشنبه ۲۱ آذر ۱۳۹۸",
        "پنج‌شنبه، ۲۱ آذر ۱۳۹۸",
        "۱۳۹۸ آذر ۲۱",
        "مورخ ۱۳۹۸/۰۹/۲۱",
        "تاریخ: ۱۳۹۸/۰۹/۲۱",
        "۱۳۹۸/۰۹/۲۱ هـ.ش",
        "۲۱ آذر ۱۳۹۸ شمسی",
        "\u200e۱۳۹۸/۰۹/۲۱\u200e",
        "  ۲۱\u00a0آذر  ۱۳۹۸ ",
    ],
)
def test_a_date_is_read_in_every_form_that_offices_write(text: str) -> None:
    assert parse_date(text) == AZAR_21


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("یکم مهر ۱۴۰۳", JalaliDate(1403, 7, 1)),
        ("اول مهر ۱۴۰۳", JalaliDate(1403, 7, 1)),
        ("سی‌ام اسفند ۱۴۰۳", JalaliDate(1403, 12, 30)),
        ("سی‌ویکم شهریور ۱۴۰۴", JalaliDate(1404, 6, 31)),
        ("۵ امرداد ۱۴۰۴", JalaliDate(1404, 5, 5)),
        ("۲ دي ۱۴۰۴", JalaliDate(1404, 10, 2)),
    ],
)
def test_days_in_words_and_other_spellings_of_months_are_read(text: str, date: JalaliDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "date-not-understood"),
        ("فردا", "date-not-understood"),
        ("۱۳۹۸", "date-not-understood"),
        ("۱۳۹۸/۰۹/۲۱/۱", "date-not-understood"),
        ("1398/9-21", "date-not-understood"),
        ("۲۱ آذر", "date-not-understood"),
        ("چندم آذر ۱۳۹۸", "date-not-understood"),
        ("² آذر ۱۳۹۸", "date-not-understood"),
        ("۱۳۹۸/۰۹", "date-without-day"),
        ("بهمن 1397", "date-without-day"),
        ("21/09/1398", "date-day-first"),
        ("98/9/21", "year-two-digits"),
        ("۲۱ آذر ۹۸", "year-two-digits"),
        ("2019-12-12", "date-gregorian"),
        ("1398/13/01", "month-out-of-range"),
        ("1398/0/1", "month-out-of-range"),
        ("1404/12/30", "day-out-of-month"),
        ("1404-07-31", "day-out-of-month"),
        ("1404/01/32", "day-out-of-range"),
        ("1404/01/00", "day-out-of-range"),
        ("0098/09/21", "year-two-digits"),
        ("1598/09/21", "year-out-of-range"),
        ("شنبه ۲۱ آذر ۱۳۹۸", "weekday-wrong"),
        ("آذر" * 10_000, "date-not-understood"),
    ],
)
def test_a_text_that_is_no_date_is_refused_for_its_own_reason(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_date(text)
    assert refusal.value.code == code


def test_a_gregorian_date_is_refused_with_the_jalali_date_that_it_is() -> None:
    with pytest.raises(Refused) as refusal:
        parse_date("2019-12-12")
    assert refusal.value.values["example"] == "۱۳۹۸/۰۹/۲۱"


def test_a_date_written_day_first_is_refused_with_its_right_order() -> None:
    with pytest.raises(Refused) as refusal:
        parse_date("21/9/1398")
    assert refusal.value.values["example"] == "۱۳۹۸/۰۹/۲۱"


@pytest.mark.parametrize(
    "text",
    [
        "بهمن 1397",
        "بهمن ۱۳۹۷",
        "بهمن‌ماه ۱۳۹۷",
        "بهمن ماه ۱۳۹۷",
        "بهمنماه ۱۳۹۷",
        "بهمن ماه سال ۱۳۹۷",
        "۱۳۹۷/۱۱",
        "1397-11",
        "1397 / 11",
        "۱۳۹۷ بهمن",
        "١٣٩٧/١١",
    ],
)
def test_a_month_is_read_in_every_form_that_offices_write(text: str) -> None:
    assert parse_month(text) == JalaliMonth(1397, 11)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "month-not-understood"),
        ("بهمن", "month-not-understood"),
        ("۱۳۹۷", "month-not-understood"),
        ("ماه ۱۱ سال ۱۳۹۷", "month-not-understood"),
        ("بهمن‌ها ۱۳۹۷", "month-not-understood"),
        ("شنبه بهمن ۱۳۹۷", "month-not-understood"),
        ("۱۳۹۷/۱۱/۰۱", "month-with-day"),
        ("۱ بهمن ۱۳۹۷", "month-with-day"),
        ("11/1397", "date-day-first"),
        ("97/11", "year-two-digits"),
        ("بهمن ۹۷", "year-two-digits"),
        ("1397/13", "month-out-of-range"),
        ("2019/02", "year-gregorian"),
        ("1201/02", "year-out-of-range"),
    ],
)
def test_a_text_that_is_no_month_is_refused_for_its_own_reason(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_month(text)
    assert refusal.value.code == code


def test_leap_years_are_those_of_the_calendar_in_force() -> None:
    leap = {year for year in range(1370, 1421) if JalaliMonth(year, 12).days == 30}
    assert leap == {1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420}


def test_a_date_is_printed_padded_in_fields_and_plain_in_prose() -> None:
    date = JalaliDate(1403, 7, 5)
    assert (str(date), date.long()) == ("۱۴۰۳/۰۷/۰۵", "۵ مهر ۱۴۰۳")
    assert (str(date.in_month), date.in_month.long()) == ("۱۴۰۳/۰۷", "مهر ۱۴۰۳")


@pytest.mark.parametrize("date", [AZAR_21, JalaliDate(1403, 12, 30), JalaliDate(1404, 1, 1), JalaliDate(1404, 6, 31)])
def test_printed_forms_are_read_back_as_the_same_date(date: JalaliDate) -> None:
    assert parse_date(str(date)) == date == parse_date(date.long()) == parse_date(f"{date.weekday} {date.long()}")


@pytest.mark.parametrize(
    ("date", "gregorian", "weekday"),
    [
        (AZAR_21, datetime.date(2019, 12, 12), "پنجشنبه"),
        (JalaliDate(1404, 1, 1), datetime.date(2025, 3, 21), "جمعه"),
        (JalaliDate(1357, 11, 22), datetime.date(1979, 2, 11), "یکشنبه"),
        (JalaliDate(1403, 12, 30), datetime.date(2025, 3, 20), "پنجشنبه"),
    ],
)
def test_known_days_agree_with_the_gregorian_calendar_and_the_week(
    date: JalaliDate, gregorian: datetime.date, weekday: str
) -> None:
    assert (date.to_gregorian(), date.weekday) == (gregorian, weekday)
    assert JalaliDate.from_gregorian(gregorian) == date


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("1404/04/31", 3, "1404/07/30"),
        ("1404/06/31", 6, "1404/12/29"),
        ("1403/06/31", 6, "1403/12/30"),
        ("1403/12/30", 12, "1404/12/29"),
        ("1404/07/15", 12, "1405/07/15"),
        ("1404/01/10", -1, "1403/12/10"),
        ("1404/07/15", 0, "1404/07/15"),
    ],
)
def test_months_are_added_and_a_day_too_late_becomes_the_last_of_its_month(start: str, months: int, end: str) -> None:
    assert parse_date(start).plus_months(months) == parse_date(end)


def test_a_month_goes_on_over_the_turn_of_the_year() -> None:
    assert JalaliMonth(1404, 11).plus_months(3) == JalaliMonth(1405, 2)
    assert JalaliMonth(1404, 1).plus_months(-1) == JalaliMonth(1403, 12)
    assert (JalaliMonth(1404, 12).first, JalaliMonth(1404, 12).last) == (
        JalaliDate(1404, 12, 1),
        JalaliDate(1404, 12, 29),
    )


@pytest.mark.parametrize(
    ("start", "end", "days", "months"),
    [
        ("1404/01/01", "1404/01/01", 0, 0),
        ("1404/01/01", "1405/01/01", 365, 12),
        ("1403/01/01", "1404/01/01", 366, 12),
        ("1404/01/01", "1404/12/29", 364, 11),
        ("1404/04/31", "1404/07/30", 92, 3),
        ("1404/04/31", "1404/07/29", 91, 2),
        ("1404/07/01", "1404/06/31", -1, -1),
    ],
)
def test_days_and_whole_months_between_two_dates(start: str, end: str, days: int, months: int) -> None:
    assert days_between(parse_date(start), parse_date(end)) == days
    assert months_between(parse_date(start), parse_date(end)) == months


def test_days_go_over_the_end_of_a_leap_year() -> None:
    assert JalaliDate(1403, 12, 30).plus_days(1) == JalaliDate(1404, 1, 1)
    assert JalaliDate(1404, 1, 1).plus_days(-1) == JalaliDate(1403, 12, 30)


def test_dates_are_ordered_hashable_and_travel_to_workers() -> None:
    dates = [JalaliDate(1404, 2, 1), JalaliDate(1403, 12, 30), JalaliDate(1404, 1, 31)]
    assert sorted(dates) == [dates[1], dates[2], dates[0]]
    assert pickle.loads(pickle.dumps(set(dates))) == set(dates)
