"""Places glyphs: marks and raised letters on the line, and no two glyphs at one place.

WeasyPrint moves a mark by text rise: poppler begins a new word where the baseline jumps, and pdfium puts the mark and what
follows it elsewhere. A glyph that has the distance in its contours needs no rise. And poppler sorts what it reads by place, so
glyphs without width are drawn a hair's breadth apart, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.weasyprint.textlayer.lines import LaidRun

_APART = 2
"""The distance of glyphs without width, in thousandths of the size: 0.02 pt in a text of 10 pt."""


def settle(runs: Sequence[LaidRun]) -> None:
    """Give every glyph of a line its final place; what has ink stays where it was."""
    apart = 0
    row = [(run, glyph) for run in runs for glyph in run.glyphs]
    for run, glyph in reversed(row):
        if not glyph.letter:
            continue
        if not glyph.width:
            apart += _APART
            _draw_apart(run, glyph, apart)
            continue
        if glyph.y:
            component = glyph.number, 0, run.face.units(-glyph.y)
            glyph.number, glyph.y = run.face.composite((component,), (glyph.number,), glyph.letter), 0
        if glyph.letter == " " and glyph.x and apart:
            _draw_near(run, glyph)
        apart = 0


def _draw_near(run: LaidRun, space: Glyph) -> None:
    """Draw a space that justifying has widened at its right end: MuPDF takes a mark after a wide gap out of its word."""
    own = run.face.width(space.number)
    step = own + space.x / run.face.size
    room = step - int(step - space.width * 1000 / 1024 / run.face.size)
    space.x = round((room - own) * run.face.size)


def _draw_apart(run: LaidRun, glyph: Glyph, apart: int) -> None:
    """Draw a glyph without width some thousandths of the size to the left of the pen, its ink where it was."""
    if run.face.has_ink(glyph.number):
        # WeasyPrint steps back by whole thousandths: what it cuts off moves all that follows, now as before.
        step = run.face.width(glyph.number) + glyph.x / run.face.size
        left = round((step - int(step)) * run.face.size)
        component = glyph.number, run.face.units(glyph.x - left + apart * run.face.size), run.face.units(-glyph.y)
        glyph.number = run.face.composite((component,), (), glyph.letter)
        glyph.x, glyph.y = left, 0
    glyph.apart = apart
