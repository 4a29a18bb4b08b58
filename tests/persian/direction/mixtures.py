"""Mixtures of Persian, Latin, digits and signs, and the kinds of input whose order is not the plain algorithm's on purpose.

`order` reads a text as the Unicode Bidirectional Algorithm does (python-bidi), `page_order` as the PDF sets its stretches.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from bidi import get_display

from generator.persian import spelled
from generator.persian.direction import Stretch, between

PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئء"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654"
HALF_SPACE = "\u200c"
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = ("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
KEYBOARDS = "`~!@#$%^&*-_=+\\|;:'\",.<>/?" + "÷٬٫٪×،ـ«»؛؟﷼…–—‐−†•°"
"""Every sign of the Latin and of the Persian keyboard (ISIRI 9147) that is no bracket of a pair."""

BRACKETS = ("()", "[]", "{}")

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PAIRS = str.maketrans(")]}»›>", "([{«‹<")


def mixtures(source: random.Random, number: int) -> Iterator[str]:
    """Texts of 1 to 60 characters as they are typed, most of their words Persian, with a sign at every sixth word."""
    while number:
        text = _mixture(source)[: source.randint(1, 60)].strip()
        if spelled(text).strip():
            yield text
            number -= 1


def _mixture(source: random.Random) -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < 60:
        sign = source.choice(KEYBOARDS) if source.random() < 0.16 else ""
        before, after = source.choice((("", " "), (" ", " "), (" ", ""), ("", "")))
        parts.append(_word(source) + (before + sign + after if sign else " "))
    return "".join(parts)


def _word(source: random.Random, depth: int = 0) -> str:
    kind = source.random()
    if kind < 0.06 and depth < 4:
        opening, closing = source.choice(BRACKETS)
        inner = " ".join(_word(source, depth + 1) for _ in range(source.randint(1, 3)))
        return opening + inner + (closing if source.random() < 0.95 else "")
    if kind < 0.15:
        return "".join(source.choices(LATIN, k=source.randint(1, 8)))
    if kind < 0.215:
        return "".join(source.choices(source.choice(DIGITS), k=source.randint(1, 4)))
    letters = source.choices(PERSIAN, k=source.randint(1, 8))
    if source.random() < 0.1:
        letters.insert(source.randint(1, len(letters)), source.choice(MARKS + HALF_SPACE))
    return "".join(letters)


def order(text: str) -> str:
    """The characters as they stand from left to right; both brackets of a pair are one."""
    return _shown(get_display(text, base_dir="R"))


def page_order(stretches: Sequence[Stretch]) -> str:
    """The characters of stretches that stand each in a box of its own, as in the PDF."""
    boxes = [get_display(text if ltr else between(text), base_dir="L" if ltr else "R") for text, ltr in stretches]
    return _shown("".join(reversed(boxes)))


def _shown(text: str) -> str:
    return _CONTROLS.sub("", text).translate(_PAIRS)


_D, _P, _L, _R = "[0-9۰-۹]", "[۰-۹]", "[A-Za-z]", "[\u0621-\u064a\u066e-\u06d3]"
_NO_LETTER = "[^A-Za-z\u0621-\u064a\u066e-\u06d3]*"
_EDGE = r"(?<![^\s()\[\]{}<>«»\"'،؛؟:=/])"

DIFFERENCES = {
    "a number glued to Latin is Latin": rf"{_D}[@._/%°′″'’·×^=+\-‐‑]*{_L}|{_D} ?° ?{_L}",
    "a sign stands at the left of its number": rf"{_EDGE}[+\-−±‑]{_D}",
    "a number at the start is ordered as after a Persian letter": rf"\A{_NO_LETTER}(?:{_D}[+\-−‐#$%°†٪٫٬,.:/،]|[#$%°٪٫٬]{_D})",
    "a number joined to a variable is Latin": (
        rf"{_D} ?[=+−×·<>≤≥±*^] ?{_L}{{1,2}}(?!{_L})|{_D}\({_L}{{1,2}}[^A-Za-z]|\|[^|\s]*{_L}[^|\s]*\||[)\]][²³⁺⁻]"
    ),
    "a long number runs from the left": rf"(?=(?:\+?{_D}[-–‑− ]?){{7}})\+?{_D}+[-–‑− ]{_D}",
    "a power runs from the left": rf"{_D}[⁺⁻₊₋]?[⁰¹²³⁴-⁹₀-₉]",
    "a sign before Latin belongs to it": rf"{_EDGE}[-.@#$_~/\\]+{_L}",
    "a sign after Latin belongs to it": rf"{_L}(?:{_NO_LETTER}{_D})?(?:[+#°$_%]|[/\\]+(?!{_L}))",
    "a Persian mark ends Latin": rf"{_L}{_NO_LETTER}[،«»]|{_L}{_NO_LETTER}{_P}{_NO_LETTER}٪",
    "a Persian number after Latin and a space is Persian": rf"{_L}{_NO_LETTER}\s{_NO_LETTER}{_P}",
    "a stop before the bracket that closes Latin is Latin": r"[A-Za-z0-9)\]][.!?…]+[)\]}»\"]",
}
"""The kinds of input whose order differs on purpose, each as a pattern over the input."""


def differences_meant(text: str) -> list[str]:
    """The kinds that a text is of."""
    return [name for name, pattern in DIFFERENCES.items() if re.search(pattern, text)]
