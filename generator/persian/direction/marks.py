"""Direction marks that keep the order of stretches in programs that run the Unicode Bidirectional Algorithm by themselves.

- U+200F around a sign between two digits («۶-۲»: the first level at the right) and between a digit and «٪» or the like, which
  stands at the number's left: without a letter before, the algorithm takes them for one number.
- U+200F before Persian text straight after a stretch from the left that begins with no Persian letter.
- U+200F before a space after a number or such a stretch, in a title that headers repeat: LibreOffice (24.2 and later) draws
  what it repeats in parts of one direction each, and leaves out the space that a part begins with.
- U+200E at each end of a stretch from the left that is no left-to-right letter, and beside a decimal sign that stands alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.persian.direction.stretches import Stretch
from generator.persian.invisible import LRM, RLM

_DIGIT = "[0-9۰-۹²³¹⁰-⁹₀-₉]"
_BETWEEN = re.compile(f"(?<={_DIGIT})[+\\-−‐⁺⁻₊₋](?={_DIGIT})")
_SIGN = "[#$%¢£¤¥°±٪‰‱′″€℃℉]"
_TOUCHING = re.compile(f"(?<={_DIGIT})(?={_SIGN})|(?<={_SIGN})(?={_DIGIT})")
_MARKED = re.compile(f"[+\\-−‐⁺⁻₊₋]|{_SIGN}")
_ALONE = re.compile(f"(?<!{_DIGIT})[٫٬]|[٫٬](?!{_DIGIT})")
_ENDS_NUMBER = re.compile(f"(?<={_DIGIT})(?=[ \u00a0])")
MIRRORED_FOR_TYPST = str.maketrans(
    {sign: f"\N{LEFT-TO-RIGHT ISOLATE}{turned}\N{POP DIRECTIONAL ISOLATE}" for sign, turned in ("≥≤", "≤≥")}
)
"""What to write between right-to-left letters for «≥», which Typst 0.15 does not mirror there, and for «≤», which it does.

Both alike, so that each is named in a PDF by what is drawn, as brackets are.
"""
_STRONG = {"L": "L", "EN": "L", "AN": "L", "R": "R", "AL": "R"}


def between(text: str, before: str = "", after: str = "") -> str:
    """Add the marks that fix the order of numbers in Persian text; `before` and `after` are the characters around it."""
    whole = before + text + after
    if not _MARKED.search(whole):  # as in most texts
        return text
    places = {place for found in _BETWEEN.finditer(whole) for place in found.span()}
    places |= {found.start() for found in _TOUCHING.finditer(whole)}
    if not places:
        return text
    return "".join((RLM if place in places else "") + character for place, character in enumerate(text, start=len(before)))


def after_ltr(text: str) -> str:
    """Add the mark that Persian text needs straight after a stretch from the left."""
    return text if _first_direction(text) == "R" else RLM + text


def spaced(text: str, before: str, *, after_stretch: bool) -> str:
    """Keep the spaces of Persian text in a repeated title; `before` is the character before it, perhaps of a stretch."""
    kept = _ENDS_NUMBER.sub(RLM, before + text)[len(before) :]
    return RLM + kept if after_stretch and kept[:1] in (" ", "\u00a0") else kept


def fixed(*parts: str) -> list[str]:
    """Add the marks that keep the ends of a stretch from the left in it, whatever comes before and after."""
    before, after = ("" if unicodedata.bidirectional(end) == "L" else LRM for end in (parts[0][0], parts[-1][-1]))
    marked = [_ALONE.sub(lambda found: f"{LRM}{found[0]}{LRM}", part) for part in parts]
    marked[0] = before + marked[0]
    marked[-1] += after
    return marked


def marked(stretches: Iterable[Stretch]) -> str:
    """Join stretches to one text with marks, for a program that shows it as a right-to-left paragraph."""
    parts: list[str] = []
    before = False
    for text, ltr in stretches:
        parts += fixed(text) if ltr else [after_ltr(between(text)) if before else between(text)]
        before = ltr
    return "".join(parts)


def _first_direction(text: str) -> str:
    """Return the direction of the first character that has one, empty where none has."""
    return next(filter(None, (_STRONG.get(unicodedata.bidirectional(character)) for character in text)), "")
