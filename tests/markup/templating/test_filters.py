"""The formatting filters: Persian text of numbers, amounts, dates and lists."""

from __future__ import annotations

from decimal import Decimal

import pytest
from markupsafe import Markup

from generator.markup.templating.filters import FILTERS
from generator.persian import JalaliDate, JalaliMonth
from tests.markup.templating.conftest import Desk, NotKnown

CASES = [
    ("money", 1_250_000_000, "۱٬۲۵۰٬۰۰۰٬۰۰۰"),
    ("money", 0, "۰"),
    ("million", 1_250_000_000, "۱٬۲۵۰"),
    ("million", 1_250_500_000, "۱٬۲۵۰٫۵"),
    ("million", 1, "۰٫۰۰۰۰۰۱"),
    ("words", 1_250_000_000, "یک میلیارد و دویست و پنجاه میلیون"),
    ("number", 1234567, "۱٬۲۳۴٬۵۶۷"),
    ("number", Decimal("1234.50"), "۱٬۲۳۴٫۵"),
    ("percent", Decimal("12.5"), "۱۲٫۵٪"),
    ("percent", Decimal("12.45"), "۱۲٫۵٪"),
    ("percent", Decimal("12.44"), "۱۲٫۴٪"),
    ("percent", Decimal("12.0"), "۱۲٪"),
    ("percent", 100, "۱۰۰٪"),
    ("date", JalaliDate(1404, 7, 15), "۱۴۰۴/۰۷/۱۵"),
    ("long_date", JalaliDate(1404, 7, 15), "۱۵ مهر ۱۴۰۴"),
    ("long_date", JalaliMonth(1397, 11), "بهمن ۱۳۹۷"),
    ("ordinal", 2, "دوم"),
    ("letters", 1, "الف"),
    ("letters", 3, "پ"),
    ("letters", 33, "الف\u200cالف"),
    ("join_and", [], ""),
    ("join_and", ["آب"], "آب"),
    ("join_and", ["آب", "برق", "گاز"], "آب، برق و گاز"),
    ("paragraphs", "یک\nدو\n\n\nسه & چهار", "<p>یک دو</p><p>سه &amp; چهار</p>"),
    ("paragraphs", "", ""),
]


@pytest.mark.parametrize(("name", "value", "printed"), CASES)
def test_a_filter_prints_persian(name: str, value: object, printed: str) -> None:
    assert str(FILTERS[name](value)) == printed


def test_percent_keeps_the_decimals_it_is_asked_for() -> None:
    assert FILTERS["percent"](Decimal("3.456"), 2) == "۳٫۴۶٪"
    assert FILTERS["percent"](Decimal("2.5"), 0) == "۳٪"


def test_number_rounds_to_the_decimals_it_is_asked_for() -> None:
    assert FILTERS["number"](Decimal("-7.35"), 1) == "−۷٫۴"
    assert FILTERS["number"](Decimal("-0.04"), 1) == "۰"


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"or_blank", "paragraphs", "datum"}))
def test_a_fact_not_yet_known_passes_through_every_filter(name: str) -> None:
    value = NotKnown("مبلغ قرارداد")
    assert FILTERS[name](value) is value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("money", "۱۲"),
        ("money", 1.5),
        ("money", True),
        ("number", 0.1),
        ("date", "1404/07/15"),
        ("long_date", 1404),
        ("words", Decimal("1.5")),
        ("paragraphs", 5),
        ("join_and", "آب"),
        ("join_and", [["آب"]]),
    ],
)
def test_a_filter_refuses_a_value_of_another_type_at_the_template_line(desk: Desk, name: str, value: object) -> None:
    told = desk.told(f"<p>\n{{{{ x | {name} }}}}</p>", x=value)
    assert told == [("template-filter-value", "kind/document.html.j2", 2, 1)]


def test_a_paragraph_of_a_role_is_written_with_it() -> None:
    assert FILTERS["paragraphs"]("متن", "lead") == Markup('<p role="lead">متن</p>')


def test_a_long_text_not_yet_known_is_a_paragraph_with_a_blank() -> None:
    assert FILTERS["paragraphs"](NotKnown("شرح")) == Markup('<p><blank prompt="شرح"/></p>')


def test_a_member_not_yet_known_becomes_a_blank_in_its_list() -> None:
    joined = FILTERS["join_and"](["الف", NotKnown("نام"), "<ب>"])
    assert joined == Markup('الف، <blank prompt="نام"/> و &lt;ب&gt;')


@pytest.mark.parametrize("value", [None, "", NotKnown("دیگر")])
def test_or_blank_puts_a_blank_where_nothing_is(value: object) -> None:
    blank = FILTERS["or_blank"](value, 'نام "مجری"', "operator", 30)
    assert blank == Markup('<blank prompt="نام &#34;مجری&#34;" key="operator" width="30"/>')


@pytest.mark.parametrize("value", [0, "متن", Decimal(0)])
def test_or_blank_keeps_a_value_that_is_there(value: object) -> None:
    assert FILTERS["or_blank"](value, "نام") == value
