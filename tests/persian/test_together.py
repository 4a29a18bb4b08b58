"""What is kept together at the end of a line, and what is not."""

from __future__ import annotations

import pytest

from generator.persian import NBSP, with_no_break_spaces, with_plain_spaces


@pytest.mark.parametrize(
    "written",
    [
        "جمعیت محله ۱۲⍽نفر است",
        "۱۲٬۵۰۰⍽نفر",
        "۳٫۵⍽هکتار",
        "۵⍽میلیون⍽ریال",
        "۱۲⍽هزار⍽نفر",
        "مبلغ ۱۲⍽میلیارد و ۵۰۰⍽میلیون⍽ریال",
        "(۱۲⍽درصد)",
        "به استناد ماده⍽۵ قانون",
        "تبصرهٔ⍽۱ ماده⍽۶",
        "جدول⍽۳ و شکل⍽۲",
        "پهنهٔ⍽۳ (گلشهر)",
        "در سال⍽۱۴۰۴",
        "تا ۲۱⍽آذر ۱۳۹۸",
        "امام⍽خمینی⍽(ره)",
        "امام⍽رضا⍽(ع) و حضرت محمد⍽(ص)",
        "آقای⍽دکتر⍽رضایی",
        "دفترهای ۳⍽محلهٔ دیگر",
    ],
)
def test_a_number_stays_with_its_noun_and_a_name_with_what_belongs_to_it(written: str) -> None:
    expected = written.replace("⍽", NBSP)
    assert with_no_break_spaces(with_plain_spaces(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "محلهٔ گلشهر",
        "۱۲ و ۱۳",
        "خانم‌ها و آقایان",
        "گروه ۱۲ نفره",
        "۱۲ نفر‌ساعت",
        "این ماده است",
        "دفتر (ب)",
        "۱۲٪ از ساکنان",
        "شهر مشهد (۱۴۰۴)",
    ],
)
def test_a_text_without_such_words_stays_as_it_is(text: str) -> None:
    assert with_no_break_spaces(text) == text


def test_a_number_that_names_an_article_does_not_hold_the_article_after_it() -> None:
    assert with_no_break_spaces("بند ۵ ماده ۳") == f"بند{NBSP}۵ ماده{NBSP}۳"


def test_holding_twice_changes_nothing() -> None:
    once = with_no_break_spaces("۵ میلیون ریال تا ۲۱ آذر ۱۳۹۸")
    assert with_no_break_spaces(once) == once
