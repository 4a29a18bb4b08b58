"""Text in, text out: what other YAML readers turn into numbers, dates or nothing stays the text that was written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

from generator.model.fields import Code
from generator.model.known import Record
from generator.persian import unseen
from generator.reading.yamltext import Plain, parse, plain, typed

FILE = Path("a.yaml")
PLANS = sorted((Path(__file__).parents[3] / "plans").rglob("*.yaml"))

WORDS = [form for word in ("no", "yes", "on", "off", "true", "false", "y", "n") for form in (word, word.title(), word.upper())]
_UNQUOTED = """
007 00 0 -0 +12 1.10 1.0 .5 5. 1e3 1E-3 1e+3 0x1F 0o17 0b11 017 1_000 1,000 1,25 .inf -.INF +.Inf .nan .NaN 12e03
685_230.15 1.250.000 ۰۰۷ ۱۲٫۵ ۱۲/۵ ۱٬۲۵۰ ۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶ ٪۱۲ ۱۲٪ 12e 0x 0o8 1__0 ٠١٢ ½ ² 1e400 99999999999999999999
12:30 12:30:45 190:20:30 00:00 24:61 1:2 2001-12-14 1404-02-31 1404-02-30 1398-09-21 1404-13-45
2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 1398/09/21 1404-2-1 0000-00-00 1404-h1 1404-q4 13980921 12:30-13:45
+989151234567 00989151234567 09151234567 051-32123456 IR062960000000100324200001 0084575948 9137913316 10380284790
a#b a:b a,b a-b a&b a*b a!b a%b a@b a|b a>b a?b a'b a"b a`b a~b a=b = << http://a.b/c?d=e#f
می‌شود علي كتاب محلهٔ ۀ آ ﷲ é 😀
"""
UNQUOTED = [*WORDS, *_UNQUOTED.split()]
"""Texts that may stand without quotes."""

_QUOTED = """
~|null|Null|NULL| متن|متن |a #b|# a|a: b|a:|: a|- a|-|? a|?|:|[a]|[a|]|{a: b}|{|}|, a|,|&a|*a|!a|!!str a|%a|@a|`a|> a|>
'a'|"a"|'|"|''|\\n|\\|\\u06f1|a\\|---|...|--- a|a: #b|۱: ۲|<<: *a|%YAML 1.1|«گیومه»|ـ|ي|متن؛ متن،|[۱، ۲]|{unknown: چرا}
null # a|no # a|key: value # توضیح|- - a|?- a|!|&|*|@|`|%
"""
QUOTED = [text for line in _QUOTED.strip("\n").split("\n") for text in line.split("|")]
QUOTED += ["", " ", "|", "| a", "a\nb", "a\n\nb", "a\tb", "\ta", "قم\u200c\u200cها", "\u200cمی", "\u200fمتن\u200e", "a\u00a0b"]
QUOTED += ["e\u0301", "\u0655", "a" * 3000, "متن " * 500]
"""Texts that need quotes."""

TEXTS = [(text, text) for text in UNQUOTED]
TEXTS += [(text, style(text)) for text in QUOTED for style in (json.dumps, lambda text: json.dumps(text, ensure_ascii=False))]
SINGLE = [(text, "'" + text.replace("'", "''") + "'") for text in (*UNQUOTED, *QUOTED) if "\n" not in text]


class Sheet(Record):
    """One free text."""

    a: Code


def test_the_awkward_texts_are_two_hundred() -> None:
    assert len({*UNQUOTED, *QUOTED}) >= 200


@pytest.mark.parametrize("texts", [TEXTS, SINGLE], ids=["as they may stand", "in single quotes"])
def test_a_text_comes_out_as_it_went_in(texts: list[tuple[str, str]]) -> None:
    for text, written in texts:
        parsed = parse(f"a: {written}\n", FILE)
        assert not parsed.failed, (written, parsed.problems)
        assert parsed.node is not None and plain(parsed.node) == {"a": text}, written


def test_a_free_text_of_a_record_loses_only_the_blanks_around_it() -> None:
    for text, written in (*TEXTS, *SINGLE):
        node = parse(f"a: {written}\n", FILE).node
        assert node is not None
        sheet, problems = typed.load(node, Sheet, FILE)
        if not unseen(text):
            assert sheet is not None and sheet.a == text.strip(), written
        else:
            assert [found.code for found in problems] == ["text-invisible" if text.strip() else "value-empty"]


def _pyyaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def _ruamel(text: str) -> Any:
    return YAML(typ="base", pure=True).load(text)


def _without_nulls(value: Plain) -> Any:
    """As the readers of text see it: an empty value is an empty text."""
    if isinstance(value, dict):
        return {key: _without_nulls(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nulls(inner) for inner in value]
    return value or ""


def test_awkward_texts_are_read_alike_by_both_libraries() -> None:
    text = "".join(f"k{at}: {written}\n" for at, (_, written) in enumerate((*TEXTS, *SINGLE)))
    assert _pyyaml(text) == _ruamel(text) == {f"k{at}": value for at, (value, _) in enumerate((*TEXTS, *SINGLE))}


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.relative_to(PLANS[0].parents[1]).as_posix())
def test_a_file_of_the_plans_is_read_alike_by_both_libraries(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    node = parse(text, file).node
    assert node is not None
    assert _pyyaml(text) == _ruamel(text) == _without_nulls(plain(node))
