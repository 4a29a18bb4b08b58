"""Places glyphs for good, and writes them as the operand of a `TJ`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.typst.textlayer.faces import Face

if TYPE_CHECKING:
    from generator.writing.typst.textlayer.pieces import Piece

_APART = 2
"""The distance of glyphs without width, in thousandths of the size: 0.02 pt in a text of 10 pt."""

_DIGITS = 2
"""Of a step after the point: more would make files larger, and what is rounded off is 0.00005 pt in a text of 10 pt."""

LEAST = 0.02
"""Steps that are smaller are none, in thousandths of the size: 0.0002 pt in a text of 10 pt."""


def settle(face: Face, glyphs: Sequence[Glyph], after: int = 0) -> int:
    """Place glyphs: signs on the line, and no two at one place, though so many without width follow; what has ink stays.

    Returns how many without width stand at the left end, with those that follow if no other does.
    """
    step = face.em(_APART)
    for glyph in reversed(glyphs):
        if not glyph.width:
            after += 1
            if face.has_ink(glyph.number):
                component = glyph.number, face.em(glyph.x) + after * step, face.em(glyph.y)
                glyph.number = face.composite((component,), (), glyph.letter)
            glyph.x, glyph.y, glyph.apart = 0, 0, after * step
            continue
        if glyph.y:
            component = glyph.number, 0, face.em(glyph.y)
            glyph.number, glyph.y = face.composite((component,), (glyph.number,), glyph.letter), 0
        if glyph.letter == " " and after:
            # MuPDF takes a sign after a wide gap out of its word: a space that justifying has widened stands at its right end.
            glyph.x = max(0.0, glyph.width - face.width(glyph.number))
        after = 0
    return after


class Operand:
    """What one `TJ` shows: glyphs, and between them steps to the left in thousandths of the size.

    The pen is where readers have it, who are told whole widths.
    """

    def __init__(self, pen: float = 0.0) -> None:
        self._parts: list[bytes] = []
        self.pen = pen

    def add(self, face: Face, glyphs: Iterable[Glyph], place: float) -> None:
        """Add settled glyphs, the first of them at a place."""
        pen = self.pen
        for glyph in glyphs:
            start = place + glyph.x
            if glyph.apart:
                start -= face.thousandths(glyph.apart)
            step = pen - start
            if step > LEAST or step < -LEAST:
                step = round(step, _DIGITS)
                self._parts.append(_written(step))
                pen -= step
            self._parts.append(b"<%04X>" % glyph.number)
            pen += face.told(glyph.number)
            place += glyph.width
        self.pen = pen

    def put(self, parts: Iterable[tuple[float, Piece]]) -> None:
        """Add what is written of pieces at their places."""
        pen = self.pen
        for place, piece in parts:
            start = place + piece.start
            step = pen - start
            if step > LEAST or step < -LEAST:
                step = round(step, _DIGITS)
                self._parts.append(_written(step))
                pen -= step
            self._parts.append(piece.content)
            pen += place + piece.end - start
        self.pen = pen

    def content(self) -> bytes:
        """Return it without its brackets."""
        return b"".join(self._parts).replace(b"><", b"")


def rounded(step: float) -> float:
    """Return a step as long as it is written."""
    return round(step, _DIGITS)


def number(step: float) -> bytes:
    """Return a step as it is written."""
    return _written(rounded(step))


@cache
def _written(step: float) -> bytes:
    written = (b"%.*f" % (_DIGITS, step)).rstrip(b"0").rstrip(b".")
    return written.replace(b"0.", b".", 1) if abs(step) < 1 else written
