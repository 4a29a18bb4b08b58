"""The lines of a PDF as its reader sees them: characters by the places of their glyphs, read with PDFium.

The order of the content stream plays no part, it only names the character of a glyph. For a bracket not even that: some writers
name the one that was typed, others the one that is drawn, so its ink tells to which side it opens.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
from pypdfium2 import raw

from tests.order.cases import BRACKETS, visible

_PAIRS = {bracket: pair for pair in BRACKETS for bracket in pair}
_JOINER = "\u200d"
_SCALE = 2
"""Pixels in a point of the picture in which brackets are looked at."""

_ONE_LINE = 6.0
"""Points by which glyphs of one line may stand over or under each other."""

_GAP = 40.0
"""Points of white that part two texts of one height."""

_WITHIN_NUMBERS = "٫٬/.,"
_OF_NUMBERS = "۰۱۲۳۴۵۶۷۸۹٫٬/.,+-−±‑"
_WIDER_THAN_A_DIGIT = 0.4
"""The part of its size that the ink of a glyph is wide which is more than a digit; with a percent sign it is 0.6."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, its origin and the box of its ink, in points from the bottom left of the page."""

    character: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """The size of its face, in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text on one height: what is seen of it from left to right, and its glyphs where it was read from a page.

    Spaces are only to read it by: PDFium leaves out some of them.
    """

    text: str
    glyphs: tuple[Glyph, ...] = ()

    @property
    def right(self) -> float:
        """Its right edge, in points from the left of the page."""
        return max(glyph.right for glyph in self.glyphs)


def lines(file: Path) -> list[Line]:
    """The lines of a PDF from top to bottom; of those on one height the right one first."""
    found: list[Line] = []
    document = pypdfium2.PdfDocument(file)
    try:
        for page in document:
            picture = _Picture(page)
            for row in _rows(list(_glyphs(page))):
                found += [Line(visible("".join(map(picture.character, text))), tuple(text)) for text in _texts(row)]
    finally:
        document.close()
    return [line for line in found if line.text]


def outline(file: Path) -> list[str]:
    """The titles of the outline of a PDF, as they stand in the file."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [entry.get_title() for entry in document.get_toc()]
    finally:
        document.close()


def _glyphs(page: Any) -> Iterator[Glyph]:
    """The glyphs that have a place, each with its whole box.

    Where a glyph stands for a letter and a joiner, as LibreOffice 25 names it, PDFium gives each of the two a part of the box.
    """
    named = list(_named(page))
    joiners = {(one.x, one.y): one for one in named if one.character == _JOINER and one.left < one.right}
    for one in named:
        if one.character == " " or visible(one.character):
            part = joiners.get((one.x, one.y), one)
            yield replace(one, left=min(one.left, part.left), right=max(one.right, part.right))


def _named(page: Any) -> Iterator[Glyph]:
    """Every character that the page itself names."""
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, index):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield Glyph(character, x.value, y.value, *text.get_charbox(index), raw.FPDFText_GetFontSize(text, index))


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs by height, the highest first."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.y):
        if row and row[-1].y - glyph.y > _ONE_LINE:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _texts(row: list[Glyph]) -> Iterator[list[Glyph]]:
    """The texts of one height, the right one first.

    Of the letters that share a place, those without ink are at the left: the alef of lam-alef, a sign after a number.
    """
    ordered = _with_percents(sorted(row, key=lambda glyph: (round(glyph.x, 1), glyph.left < glyph.right, glyph.character)))
    texts = [[ordered[0]]]
    edge = ordered[0].right
    for glyph in ordered[1:]:
        if glyph.left - edge > _GAP:
            texts.append([])
        texts[-1].append(glyph)
        edge = max(edge, glyph.right)
    return reversed(texts)


def _with_percents(row: list[Glyph]) -> list[Glyph]:
    """Glyphs from left to right, each percent sign where its ink is: it may be drawn with the first glyph of its number."""
    ordered: list[Glyph] = []
    for glyph in row:
        place = len(ordered)
        if glyph.character in "٪%" and glyph.left == glyph.right:
            while place and _is_of_number(ordered[place - 1], ordered[place : place + 1]):
                place -= 1
            drawn_with = ordered[place] if place < len(ordered) else glyph
            assert drawn_with.right - drawn_with.left > _WIDER_THAN_A_DIGIT * glyph.size, "a percent sign without ink"
        ordered.insert(place, glyph)
    return ordered


def _is_of_number(glyph: Glyph, after: list[Glyph]) -> bool:
    """Whether a glyph belongs to the number after it; the dots of a table of contents do not."""
    within = glyph.character in _WITHIN_NUMBERS
    return glyph.character in _OF_NUMBERS and (not within or any(each.character.isdigit() for each in after))


class _Picture:
    """The drawn page, to see to which side a bracket opens."""

    def __init__(self, page: Any) -> None:
        self._page = page

    @cached_property
    def _pixels(self) -> Any:
        return 255 - self._page.render(scale=_SCALE, grayscale=True).to_numpy()

    def character(self, glyph: Glyph) -> str:
        """The character that a glyph looks like: the middle of a bracket lies away from the side to which it opens."""
        if glyph.character not in _PAIRS:
            return glyph.character
        height = self._page.get_height()
        rows = slice(int((height - glyph.top) * _SCALE), int((height - glyph.bottom) * _SCALE) + 1)
        ink = self._pixels[rows, int(glyph.left * _SCALE) : int(glyph.right * _SCALE) + 1]
        third, tenth = ink.shape[0] // 3, max(1, ink.shape[0] // 10)
        opens_right = _middle(ink[third:-third]) < _middle(numpy.concatenate((ink[:tenth], ink[-tenth:])))
        return _PAIRS[glyph.character][0 if opens_right else 1]


def _middle(ink: Any) -> float:
    """Where the middle of the ink of a piece of the picture is, in pixels from its left."""
    weights = ink.sum(axis=0, dtype=int)
    return float((weights * numpy.arange(len(weights))).sum() / max(1, weights.sum()))
