"""Places glyphs for good, and writes them as the operand of a `TJ`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.typst.textlayer.faces import Face

_APART = 2
"""The distance of glyphs without width, in thousandths of the size: 0.02 pt in a text of 10 pt."""

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
        for glyph in glyphs:
            self.put(b"<%04X>" % glyph.number, own := place + glyph.x - face.thousandths(glyph.apart), own)
            self.pen += face.told(glyph.number)
            place += glyph.width

    def put(self, content: bytes, start: float, end: float) -> None:
        """Add what is written from one place to another."""
        step = self.pen - start
        if abs(step) > LEAST:
            self._parts.append(number(step))
            self.pen -= round(step, 3)
        self._parts.append(content)
        self.pen += end - start

    def content(self) -> bytes:
        """Return it without its brackets."""
        return b"".join(self._parts).replace(b"><", b"")


def number(step: float) -> bytes:
    """Return a step as it is written."""
    return _written(round(step, 3))


@cache
def _written(step: float) -> bytes:
    return (b"%.3f" % step).rstrip(b"0").rstrip(b".").replace(b"0.", b".", 1) if abs(step) < 1 else b"%.3f" % step
