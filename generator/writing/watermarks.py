"""The marks of a document, large and diagonal across each page behind its text: what the formats draw alike.

Whoever copies, cuts or scrolls past the header still sees them; the words themselves stand in the header, for readers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.style import faces
from generator.style.style import Style
from generator.writing import wording

TURN = 45
"""Degrees by which the line is turned, its left end down, as Word's own watermarks are."""

ROLE = "body"
"""The role whose face the words have across the page, in its lighter weight: that of headings would cover the text."""

COLOUR = "watermark"
"""The colour of the look, light enough to read and print text over it."""

LINE = 1.3
"""Height of a line with its tails, in em."""

INK = 0.8
"""Height of the letters of the marks, in em: a shape of Word is filled by them, so that it must be no higher."""

_EDGE_MM = 12.0
_LARGEST = 150.0
_POINTS = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Band:
    """A line of text across a page: its size and its length, in points."""

    size: float
    length: float


def text(marks: Sequence[str]) -> str:
    """Join all marks in one line."""
    return wording.MARK_SEPARATOR.join(marks)


def band(words: str, side: float, style: Style) -> Band:
    """Fit a line across a page whose shorter side is so many millimetres, and make it no larger than needed."""
    long = faces.advance(words, style.stack(ROLE).faces, 1, bold=False)
    room = (side - 2 * _EDGE_MM) * _POINTS / math.sin(math.radians(TURN))
    size = min(room / (long + LINE), _LARGEST)
    return Band(round(size, 2), round(size * long, 2))
