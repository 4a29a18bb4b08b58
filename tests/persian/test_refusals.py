"""Every refusal has its sentence, and the sentence shows what would be right."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import generator.persian
from generator import persian
from generator.persian import Refused
from generator.problems.messages import SENTENCES, problem

SOURCES = sorted(Path(generator.persian.__file__).parent.glob("*.py"))
CODES = sorted(
    {
        code
        for source in SOURCES
        for code in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source.read_text(encoding="utf-8"))
        if code in SENTENCES or re.search(rf'(?:Refused|code)\b.*"{code}"', source.read_text(encoding="utf-8"))
    }
)

REFUSED: list[tuple[Callable[[str], object], str]] = [
    *((persian.parse_date, text) for text in ("x", "1397/11", "21/9/1398", "2019-12-12", "1404/12/30", "1404/1/40")),
    *((persian.parse_date, text) for text in ("98/1/1", "1398/13/1", "1598/1/1", "شنبه ۲۱ آذر ۱۳۹۸")),
    *((persian.parse_month, text) for text in ("x", "1397/11/1", "2019/1")),
    *((persian.parse_period, text) for text in ("x", "1404-h3", "1404-q5")),
    (persian.parse_half, "1404-q1"),
    (persian.parse_quarter, "1404-h1"),
    (persian.parse_year, "1404-h1"),
    *((persian.parse_count, text) for text in ("x", "", "۶ محله", "-3", "1.5", "1,25", "9" * 99)),
    *((persian.parse_decimal, text) for text in ("12/5", "۱۲/۳۴۵", "0.1234567891")),
    *((persian.parse_rials, text) for text in ("x", "1.5", "۵ میلیون", "۵ تومان", "۵ دلار")),
    (persian.parse_flag, "x"),
    *((persian.parse_legal_id, text) for text in ("1", "10380284791")),
    *((persian.parse_national_code, text) for text in ("1", "0084575949")),
    *((persian.parse_sheba, text) for text in ("1", "062960000000100324200001", "IR602960000000100324200001")),
    (persian.parse_economic_code, "1"),
    *((persian.parse_register_number, text) for text in ("x", "1404/12", "98/ق/12", "1404/ق/0")),
    *((persian.parse_telephone, text) for text in ("1", "32123456")),
    *((persian.parse_postal_code, text) for text in ("1", "0137913316")),
    (lambda text: persian.ordinal(int(text)), "0"),
]


def _refusal(parse: Callable[[str], object], text: str) -> Refused:
    with pytest.raises(Refused) as refusal:
        parse(text)
    return refusal.value


@pytest.mark.parametrize(("parse", "text"), REFUSED)
def test_a_refusal_becomes_a_sentence_with_a_remedy(parse: Callable[[str], object], text: str) -> None:
    refused = _refusal(parse, text)
    made = problem(refused.code, None, where="", **refused.values)
    assert made.message.endswith(".") and "«" in made.hint
    assert "{" not in made.message + made.hint


def test_every_code_of_the_parsers_is_among_the_refusals_above() -> None:
    assert len(CODES) > 40
    assert {_refusal(parse, text).code for parse, text in REFUSED} == set(CODES)


def test_a_right_example_in_a_sentence_is_accepted_by_the_parser_that_refused() -> None:
    for parse, text in REFUSED:
        refused = _refusal(parse, text)
        hint = problem(refused.code, None, where="", **refused.values).hint
        examples = re.findall("«([^»]+)»", hint)
        if parse.__name__.startswith("parse_"):
            assert any(_accepts(parse, example) for example in examples), (text, hint)


def _accepts(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except Refused:
        return False
    return True


def test_a_long_value_is_quoted_short_and_in_one_line() -> None:
    refused = Refused("number-not-understood", text="الف\n" * 100)
    quoted = str(refused.values["text"])
    assert len(quoted) == 60 and quoted.endswith("…") and "\n" not in quoted


def test_a_refusal_travels_between_processes() -> None:
    copy = pickle.loads(pickle.dumps(Refused("money-toman", text="۵ تومان", example="۵۰ ریال")))
    assert (copy.code, copy.values) == ("money-toman", {"text": "۵ تومان", "example": "۵۰ ریال"})


def test_the_persian_part_knows_no_files_and_no_other_part() -> None:
    for source in SOURCES:
        imported = re.findall(r"^(?:from|import) (generator[\w.]*)", source.read_text(encoding="utf-8"), re.MULTILINE)
        assert all(name.startswith("generator.persian") for name in imported), source.name
