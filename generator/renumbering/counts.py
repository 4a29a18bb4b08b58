"""Puts right how many articles, notes and annexes a contract says it has: «در بیست و یک ماده، شانزده تبصره و چهار پیوست».

A number in words stays in words, one in digits in digits. What is counted is the contract itself: articles and notes of annexes
are not among it. One number alone is such a count only after «در» or «مشتمل بر», so that «دو ماده از قانون» is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.persian import in_words, numeral
from generator.renumbering.lines import Line
from generator.renumbering.spelling import BEGIN, CARDINAL, DIGITS, number
from generator.renumbering.structure import Contract, Kind

_WORDS: dict[str, Kind] = {"ماده": "article", "تبصره": "note", "پیوست": "annex"}
_ONE = rf"(?:{CARDINAL}(?: *\( *{DIGITS} *\))?|\(? *{DIGITS} *\)?) +(?:ماده|تبصره|پیوست)(?![\u0620-\u06d3\u200c])"
_SEVERAL = re.compile(rf"{BEGIN}(?:{_ONE})(?: *(?:،|و|,) *(?:و +)?(?:{_ONE}))+")
_ALONE = re.compile(rf"{BEGIN}(?:در|مشتمل +بر|شامل|دارای) +(?P<count>{_ONE})(?= *(?:،|و|,|تنظیم|تهیه|منعقد|است|\.))")
_EACH = re.compile(
    rf"(?:(?P<words>{CARDINAL})(?: *\( *(?P<again>{DIGITS}) *\))?|\(? *(?P<digits>{DIGITS}) *\)?) +(?P<what>ماده|تبصره|پیوست)"
)


class Count(NamedTuple):
    """A number of a count: where it stands, and what is right there; empty where nothing of the kind is left."""

    start: int
    end: int
    new: str
    what: str
    number: int


def find(line: Line, contract: Contract) -> Iterator[Count]:
    """Yield the numbers of counts of a line that are wrong."""
    spans = [found.span() for found in _SEVERAL.finditer(line.text)]
    if not spans:
        spans = [found.span("count") for found in _ALONE.finditer(line.text)]
    for start, end in spans:
        for each in _EACH.finditer(line.text, start, end):
            right = _right(contract, _WORDS[each["what"]])
            for group in ("words", "again", "digits"):
                if each[group] and number(each[group]) != right:
                    new = in_words(right) if group == "words" else numeral(right)
                    yield Count(*each.span(group), new if right else "", each["what"], right)


def _right(contract: Contract, kind: Kind) -> int:
    return sum(each.annex is None for each in contract.of(kind))
