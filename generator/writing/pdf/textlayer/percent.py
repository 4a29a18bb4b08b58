"""Makes «۲۰٪», whose sign is drawn at the left of the number, found as it is read.

MuPDF leaves a sign at the left of a number there, whatever mark of direction stands between. So the sign is drawn with the
first digit, and a silent one follows the last: what is found as «۲۰٪» is the whole of what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.writing.pdf.textlayer.glyphs import Glyph, Run

SIGNS = frozenset("٪%")
_WITHIN = "٫٬/.,"
"""Signs between the digits of one number."""
_SIGN = "+-−±‑"
"""Signs before it."""


def join(runs: Sequence[Run]) -> None:
    """Draw the percent signs of a line with their numbers; one of another face or size than its digit is left as it is."""
    row = [(run, glyph) for run in runs for glyph in run.glyphs if glyph.letter]
    for at, (run, sign) in enumerate(row):
        if sign.letter in SIGNS and run.leftwards and (number := list(_number(row[at + 1 :]))):
            of, first = number[0]
            if of.face.same(run.face) and not (sign.x or sign.y or first.x or first.y):
                _draw_with(run, sign, number)


def _number(row: Sequence[tuple[Run, Glyph]]) -> Iterator[tuple[Run, Glyph]]:
    """Yield the digits that a line begins with, and the signs between them."""
    pending: list[tuple[Run, Glyph]] = []
    for place, (run, glyph) in enumerate(row):
        digit = glyph.letter.isdigit()
        if run.leftwards or not (digit or glyph.letter in (_WITHIN if place else _SIGN)):
            return
        pending.append((run, glyph))
        if digit:
            yield from pending
            pending = []


def _draw_with(run: Run, sign: Glyph, number: Sequence[tuple[Run, Glyph]]) -> None:
    of, first = number[0]
    components = ((sign.number, 0, 0), (first.number, of.face.em(of.face.width(sign.number)), 0))
    first.number = of.face.composite(components, (sign.number, first.number), first.letter)
    first.width += sign.width
    run.glyphs.remove(sign)
    end, last = number[-1]
    end.glyphs.insert(end.glyphs.index(last) + 1, Glyph(end.face.silent(sign.letter), letter=sign.letter))
