"""How labels of articles, clauses, notes, annexes and tables are written, by the program and by people who edit its contracts.

All expressions are for `Line.text`: Western digits, plain spaces and hyphens, no marks of direction.
"""

from __future__ import annotations

import re
from functools import cache

from generator.persian import counting_letter, in_words, numeral, ordinal

Label = re.Pattern[str]

ZWNJ = "\u200c"
DASH = r"[-–—−]"
BEGIN = r"(?<![\u0620-\u06ff\u200cA-Za-z])"
"""Before a word: no letter, and no half-space."""
DIGITS = r"\d{1,4}(?!\d)"

_OF = rf"(?:\u0654|{ZWNJ}ی|[ٔ])?"
ARTICLE = rf"(?:ماده{_OF}|مادۀ)"
NOTE = rf"(?:تبصره{_OF}|تبصرۀ)"
BIS = r"(?: *مکرر)"

MOST = 199
"""The highest number that is understood in words."""


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", " +").replace(ZWNJ, f"[{ZWNJ} ]?")


@cache
def words() -> dict[str, int]:
    """Return the cardinal and ordinal numbers in words, by their words with plain spaces."""
    known: dict[str, int] = {}
    for number in range(1, MOST + 1):
        for spelled in (in_words(number), ordinal(number)):
            known[_plain(spelled)] = number
    return known | {"یکم": 1}


def _plain(text: str) -> str:
    return " ".join(text.replace(ZWNJ, " ").split())


@cache
def _alternatives(make: str) -> str:
    spelled = {in_words(n) if make == "cardinal" else ordinal(n) for n in range(1, MOST + 1)} | {"یکم"}
    return "(?:" + "|".join(sorted(map(_spaced, spelled), key=len, reverse=True)) + ")"


CARDINAL = _alternatives("cardinal")
ORDINAL = _alternatives("ordinal")

_NEW = r"(?:جدید|تازه|[؟?…xX]+|\.\.+)"
"""What people write where they leave a number to whoever puts the numbers right."""


def _after(name: str) -> str:
    return rf"(?: *\(? *(?P<{name}>{DIGITS}|{ORDINAL}|{CARDINAL}|{_NEW}) *\)?(?P<bis>{BIS})?)"


STYLED_ARTICLE = re.compile(rf" *(?P<word>{ARTICLE})(?:{_after('n')}|(?= *(?:{DASH}|:|$)))")
"""The label of a paragraph in the style of articles."""
LOOSE_ARTICLE = re.compile(rf" *(?P<word>{ARTICLE}){_after('n')} *(?:{DASH}|:)")
"""That of a paragraph in any other style."""

_PART = rf"(?:{DIGITS}|[؟?xX]+)"
STYLED_CLAUSE = re.compile(rf" *(?:بند +)?(?P<n>{_PART}{BIS}?(?: *- *{_PART})*)(?P<bis>{BIS})? *(?:{DASH}|\)|\.|:)")
LOOSE_CLAUSE = re.compile(rf" *(?:بند +)?(?P<n>{DIGITS}{BIS}?(?: *- *{DIGITS})+)(?P<bis>{BIS})? *(?:{DASH}|\)|\.|:)")
NOTE_LABEL = re.compile(rf" *(?P<word>{NOTE})(?:{_after('n')})? *(?:{DASH}|:|\.)")
ANNEX_LABEL = re.compile(rf" *(?P<word>پیوست)(?:{_after('n')})? *(?:{DASH}|:|$)")
CAPTION_LABEL = re.compile(rf" *(?P<word>جدول|شکل)(?: +شماره[\u0654]?)?{_after('n')} *(?:{DASH}|:|\.)")
HIDDEN_CAPTION = re.compile(r" *(?P<word>جدول|شکل) *\ufffc")

_LETTERS = tuple(counting_letter(n) for n in range(1, 33))
_ABJAD = ("الف", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ی", "ک", "ل", "م", "ن")
ORDERS = (_LETTERS, _ABJAD)
"""The orders in which letters count the items of a list: of the alphabet, as the program writes, and of the old one."""
LETTER = "(?:" + "|".join(sorted({*_LETTERS, *_ABJAD}, key=len, reverse=True)) + ")"
ITEM_LABEL = re.compile(rf" *(?P<n>{LETTER}) *\)")
TYPED_ITEM = re.compile(rf" *(?P<n>{DIGITS})-\t")


def number(text: str) -> int | None:
    """Return the number that digits or words say; None for «جدید» and the like."""
    plain = _plain(text)
    return int(plain) if plain.isdecimal() else words().get(plain)


def path(text: str) -> tuple[int, ...] | None:
    """Return the numbers of a label of several parts; None where one is left open."""
    parts = [part.strip() for part in re.split(DASH, text.replace("مکرر", ""))]
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else None


def printed(parts: tuple[int, ...]) -> str:
    """Return a number as labels have it: «۶-۲», its parts from the right in every program."""
    return "\u200f-\u200f".join(map(numeral, parts))
