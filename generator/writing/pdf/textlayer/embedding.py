"""The file of a face with the added glyphs, as the PDF embeds it."""

from __future__ import annotations

import io
from collections.abc import Mapping

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from generator.writing.pdf.textlayer.faces import Made

_XY = 0x2
"""Of a component: its two numbers are a distance (ARGS_ARE_XY_VALUES)."""
_BY_GLYPH = ("hdmx", "LTSH", "VDMX")
"""Tables of one row a glyph, or of heights, that only screens of few pixels use."""


def grown(file: bytes, made: Mapping[int, Made]) -> bytes:
    """A TrueType file with these glyphs under these numbers; the numbers between are empty glyphs."""
    # The box of all glyphs stays as it was: poppler draws a big title otherwise when that changes.
    face = TTFont(io.BytesIO(file), recalcBBoxes=False, recalcTimestamp=False)
    order = list(face.getGlyphOrder())
    names = [*order, *(f"added{number}" for number in range(len(order), max(made) + 1))]
    for tag in _BY_GLYPH:
        if tag in face:
            del face[tag]
    outlines, metrics = face["glyf"], face["hmtx"].metrics
    face.setGlyphOrder(names)
    outlines.setGlyphOrder(names)
    for number in range(len(order), len(names)):
        of = made.get(number, Made((), ()))
        outline = _outline(of, names)
        outlines.glyphs[names[number]] = outline
        metrics[names[number]] = (sum(metrics[names[width]][0] for width in of.widths), 0)
        if of.parts:
            outline.recalcBounds(outlines)
            metrics[names[number]] = (metrics[names[number]][0], outline.xMin)
            _note(face["maxp"], outline, outlines)
        if "vmtx" in face:
            face["vmtx"].metrics[names[number]] = (0, 0)
    written = io.BytesIO()
    face.save(written, reorderTables=False)
    return written.getvalue()


def _outline(of: Made, names: list[str]) -> Glyph:
    outline = Glyph()
    if not of.parts:
        return outline
    outline.numberOfContours = -1
    outline.components = []
    for number, x, y in of.parts:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = names[number], x, y, _XY
        outline.components.append(component)
    return outline


def _note(limits: object, outline: Glyph, outlines: object) -> None:
    """Raise what a face says of its largest composite glyph to what this one needs."""
    needed = outline.getCompositeMaxpValues(outlines)
    for name, value in (
        ("maxCompositePoints", needed.nPoints),
        ("maxCompositeContours", needed.nContours),
        ("maxComponentDepth", needed.maxComponentDepth),
        ("maxComponentElements", len(outline.components)),
    ):
        setattr(limits, name, max(getattr(limits, name), value))
