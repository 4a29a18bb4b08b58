"""Numbers as people write them: what is read, and what is refused because it could mean two things."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.persian import (
    Refused,
    decimal_text,
    group,
    parse_count,
    parse_decimal,
    parse_flag,
    parse_percent,
    parse_rials,
    percent_text,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("۰", 0),
        ("۱۲", 12),
        ("12", 12),
        ("١٢", 12),
        ("007", 7),
        ("1250", 1250),
        ("1,250", 1250),
        ("۱٬۲۵۰", 1250),
        ("۱،۲۵۰", 1250),
        ("۱٬۲۵۰٬۰۰۰", 1_250_000),
        (" ۱۲ ", 12),
        ("\u200e12", 12),
        ("999999999999999", 10**15 - 1),
    ],
)
def test_a_count_is_read_in_every_form_that_offices_write(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number-empty"),
        ("دوازده", "number-not-understood"),
        ("1e3", "number-with-words"),
        ("0x10", "number-with-words"),
        ("۶۶ محله", "number-with-words"),
        ("12:30", "number-not-understood"),
        ("1_250", "number-not-understood"),
        ("+12", "number-not-understood"),
        ("²", "number-not-understood"),
        ("१२", "number-not-understood"),
        ("NaN", "number-not-understood"),
        ("-3", "number-negative"),
        ("−۳", "number-negative"),
        ("12.5", "number-not-whole"),
        ("۱۲٫۰", "number-not-whole"),
        ("1,25", "number-grouping"),
        ("12,34,567", "number-grouping"),
        ("۱٬۲۵۰,۰۰۰", "number-grouping"),
        ("0,125", "number-grouping"),
        ("1,250,", "number-grouping"),
        ("9" * 16, "number-too-large"),
        ("9" * 5000, "number-too-large"),
    ],
)
def test_a_text_that_is_no_count_is_refused_for_its_own_reason(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_count(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        ("۱۲٫۵", "12.5"),
        ("۱۲/۵", "12.5"),
        ("۱۲.۵", "12.5"),
        ("12٫5", "12.5"),
        ("36.297", "36.297"),
        ("۳۶٫۲۹۷", "36.297"),
        ("0.125", "0.125"),
        ("۰/۱۲۵", "0.125"),
        ("1,234.5", "1234.5"),
        ("۱٬۲۳۴٫۵", "1234.5"),
        ("1234.567", "1234.567"),
        ("-3.5", "-3.5"),
        ("−۳", "-3"),
        ("1.10", "1.10"),
    ],
)
def test_a_decimal_is_read_exactly(text: str, number: str) -> None:
    assert str(parse_decimal(text)) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number-empty"),
        ("-", "number-empty"),
        ("نیم", "number-not-understood"),
        (".5", "number-not-understood"),
        ("5.", "number-not-understood"),
        ("1.250.000", "number-not-understood"),
        ("۱۲/۵/۳", "number-not-understood"),
        ("--3", "number-not-understood"),
        ("1e-3", "number-with-words"),
        ("Infinity", "number-not-understood"),
        ("12/5", "number-slash-ambiguous"),
        ("۱۲/۳۴۵", "number-point-ambiguous"),
        ("۱۲.۳۴۵", "number-point-ambiguous"),
        ("1,25.5", "number-grouping"),
        ("0.1234567891", "number-too-fine"),
        ("1" * 16 + ".5", "number-too-large"),
    ],
)
def test_a_decimal_that_could_be_two_numbers_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_decimal(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "text", ["12.5", "۱۲٫۵", "۱۲٫۵٪", "۱۲٫۵ ٪", "12.5%", "12.5 %", "%12.5", "٪۱۲٫۵", "۱۲/۵ درصد", "۱۲٫۵درصد", "۱۲/۵%"]
)
def test_a_percentage_is_read_with_or_without_its_sign(text: str) -> None:
    assert parse_percent(text) == Decimal("12.5")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number-empty"),
        ("٪", "number-not-understood"),
        ("درصد", "number-not-understood"),
        ("12%%", "number-not-understood"),
        ("%12%", "number-not-understood"),
        ("12‰", "number-not-understood"),
        ("12 در هزار", "number-with-words"),
        ("دوازده درصد", "number-not-understood"),
        ("7/12%", "number-slash-ambiguous"),
        ("۱۲-۱۵٪", "number-not-understood"),
    ],
)
def test_a_text_that_is_no_percentage_is_refused_and_quoted_whole(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_percent(text)
    assert (refusal.value.code, refusal.value.values["text"]) == (code, text)


@pytest.mark.parametrize(
    ("text", "rials"),
    [
        ("1250000000", 1_250_000_000),
        ("۱٬۲۵۰٬۰۰۰٬۰۰۰ ریال", 1_250_000_000),
        ("۱٬۲۵۰٬۰۰۰٬۰۰۰ ريال", 1_250_000_000),
        ("۱٬۲۵۰٬۰۰۰٬۰۰۰ ریـال", 1_250_000_000),
        ("1,250,000,000 rials", 1_250_000_000),
        ("۱۲۵۰ میلیون ریال", 1_250_000_000),
        ("۱٬۲۵۰ میلیون‌ریال", 1_250_000_000),
        ("۱٫۲۵ میلیارد ریال", 1_250_000_000),
        ("۱/۲۵ میلیارد ریال", 1_250_000_000),
        ("۱ میلیارد و ۲۵۰ میلیون ریال", 1_250_000_000),
        ("۲ میلیارد و ۳ میلیون و ۴ هزار و ۵ ریال", 2_003_004_005),
        ("۱۲ هزار میلیارد ریال", 12 * 10**12),
        ("۵۰۰هزار ریال", 500_000),
        ("۵۰ ﷼", 50),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_whole_rials(text: str, rials: int) -> None:
    assert parse_rials(text) == rials


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rials-not-understood"),
        ("ریال", "rials-not-understood"),
        ("یک میلیون ریال", "rials-not-understood"),
        ("میلیون ریال", "rials-not-understood"),
        ("۲۵۰ میلیون و ۱ میلیارد ریال", "rials-not-understood"),
        ("۱ میلیون و ۲ میلیون ریال", "rials-not-understood"),
        ("مبلغ ۱۰۰ ریال", "rials-not-understood"),
        ("۱۲۵۰ میلیون", "rials-unit-missing"),
        ("۱۲۵ میلیون تومان", "money-toman"),
        ("چند تومان", "money-toman"),
        ("۱۲۵ همت", "money-toman"),
        ("100 دلار", "money-foreign"),
        ("$100", "money-foreign"),
        ("-100", "number-negative"),
        ("1.5", "rials-not-whole"),
        ("۱٫۲۳۴۵ هزار ریال", "rials-not-whole"),
        ("1,25 ریال", "number-grouping"),
        ("۱۰۰۰ هزار میلیارد ریال", "number-too-large"),
        ("۱ میلیارد میلیارد میلیارد ریال", "number-too-large"),
    ],
)
def test_an_amount_without_a_clear_value_in_rials_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_rials(text)
    assert refusal.value.code == code


def test_an_amount_in_toman_is_refused_with_the_rials_that_it_means() -> None:
    with pytest.raises(Refused) as refusal:
        parse_rials("۱۲۵ میلیون تومان")
    assert refusal.value.values["example"] == "۱٬۲۵۰٬۰۰۰٬۰۰۰ ریال"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        *((word, True) for word in ("بله", "بلی", "بلي", "آری", "true", "Yes")),
        *((word, False) for word in ("خیر", "خير", "نه", "false", "No")),
    ],
)
def test_yes_and_no_are_read(text: str, flag: bool) -> None:
    assert parse_flag(text) is flag


@pytest.mark.parametrize("text", ["", "شاید", "1", "۰", "on", "off", "y", "n", "بله خیر", "دارد"])
def test_what_is_neither_yes_nor_no_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_flag(text)
    assert refusal.value.code == "flag-not-understood"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "۰"), (999, "۹۹۹"), (1250, "۱٬۲۵۰"), (1_250_000_000, "۱٬۲۵۰٬۰۰۰٬۰۰۰"), (-5000, "−۵٬۰۰۰")]
)
def test_a_printed_whole_number_is_read_back_the_same(number: int, text: str) -> None:
    assert group(number) == text
    assert parse_decimal(text) == number


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [
        ("1234.5", None, "۱٬۲۳۴٫۵"),
        ("7.10", None, "۷٫۱"),
        ("1200", None, "۱٬۲۰۰"),
        ("12.345", 2, "۱۲٫۳۵"),
        ("12.5", 0, "۱۳"),
        ("-12.5", 0, "−۱۳"),
        ("12", 2, "۱۲٫۰۰"),
        ("-0.04", 1, "۰٫۰"),
        ("-0.0", None, "۰"),
        ("1E+3", None, "۱٬۰۰۰"),
    ],
)
def test_a_decimal_is_printed_and_rounded_half_up(number: str, places: int | None, text: str) -> None:
    assert decimal_text(Decimal(number), places) == text


def test_a_percentage_is_printed_with_its_sign_after_the_number() -> None:
    assert percent_text(Decimal("7.50")) == "۷٫۵٪"
    assert parse_percent(percent_text(Decimal("7.5"), 1)) == Decimal("7.5")


@pytest.mark.parametrize("parse", [parse_count, parse_decimal, parse_percent, parse_rials, parse_flag])
def test_nothing_but_a_refusal_comes_out_of_strange_texts(parse: Callable[[str], object]) -> None:
    chance = random.Random(1)
    pieces = [*"0۱٢9.,٬،٫/-−–%٪ \n\u200c\u200e²१eE+_", "ریال", "تومان", "میلیون", " و ", "درصد", "{", "}", "\ud800"]
    refused = 0
    for size, _ in itertools.product(range(8), range(150)):
        try:
            parse("".join(chance.choices(pieces, k=size)))
        except Refused:
            refused += 1
    assert refused > 500
