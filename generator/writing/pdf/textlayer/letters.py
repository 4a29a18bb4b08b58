"""The letters that a cluster of characters is found by, and which of its glyphs stands for which.

An engine tells of each cluster its characters and its glyphs, not which belongs to which: «لا» is one glyph, and Nazli draws
the two vowel signs of «کمّی خُرد» with one, so that all between them is one cluster.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.writing.pdf.textlayer.glyphs import Glyph

JOINERS = "\u200c\u200d"
_NO_LETTERS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Signs of direction and of places to break, for which nothing is drawn."""
_AS_LETTERS = {"\u00a0": " ", "\u202f": " ", "\u06c0": "ه\u0654"}
"""The letters that a search looks for instead of a character: a plain space, and «هٔ» as the project writes it."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
"""In right-to-left text a bracket has the name of what is drawn, as in the files of Word and Chrome: pdfium turns it back."""


def letters(characters: str, *, leftwards: bool = True) -> str:
    """Return the letters of a cluster of a right-to-left run or another."""
    if leftwards:
        characters = characters.translate(_MIRRORED)
    return "".join(_AS_LETTERS.get(character, character) for character in _NO_LETTERS.sub("", characters))


def is_mark(letter: str) -> bool:
    """Whether it is a sign on another letter: a vowel sign, a hamza above."""
    return unicodedata.category(letter) == "Mn"


def spread(written: str, glyphs: Sequence[Glyph]) -> list[Glyph | None]:
    """Return the glyph of each letter, both in the order of reading; None for a letter that another's glyph draws.

    Marks take glyphs without width, letters those with one; empty where the glyphs are too many or in another order.
    """
    found: list[Glyph | None] = [None] * len(written)
    marks, others = _places(written, marks=True), _places(written, marks=False)
    last = -1
    for glyph in glyphs:
        place = next(others if glyph.width else marks, -1)
        if place <= last:
            return []
        found[place], last = glyph, place
    return found


def _places(written: str, *, marks: bool) -> Iterator[int]:
    return iter([number for number, letter in enumerate(written) if is_mark(letter) is marks])
