"""Glyphs that stand above, below or beside the pen, drawn on the line all the same.

WeasyPrint moves such a glyph by text rise: poppler begins a new word where the baseline jumps, and pdfium puts the mark and
what follows it elsewhere. A glyph of its own, with the distance in its outline, needs no rise.
"""

from __future__ import annotations

from generator.writing.textlayer.lines import Run


def bake(run: Run) -> None:
    """Put every raised glyph of a run, and every moved one without width, in a glyph that has the distance within."""
    face = run.face
    for glyph in run.glyphs:
        if not glyph.drawn or not glyph.letter or not (glyph.y or (glyph.x and not glyph.width)):
            continue
        if glyph.width:
            glyph.number = face.made(((glyph.number, 0, face.units(-glyph.y)),), (glyph.number,), glyph.letter)
        else:
            # WeasyPrint steps back by whole thousandths of the size: what it cuts off moves all that follows.
            step = face.width(glyph.number) + glyph.x / run.size
            left = round((step - int(step)) * run.size)
            part = glyph.number, face.units(glyph.x - left), face.units(-glyph.y)
            glyph.number = face.made((part,), (), glyph.letter)
            glyph.x = left
        glyph.y = 0
