"""Adds glyphs to the file of a face that the PDF embeds."""

from __future__ import annotations

import io
from collections.abc import Mapping

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from generator.writing.pdf.textlayer.glyphs import Composite

_XY = 0x2
"""Of a component: its two numbers are a distance (ARGS_ARE_XY_VALUES)."""
_BY_GLYPH = ("hdmx", "LTSH", "VDMX")
"""Tables of one row a glyph, or of heights, that only screens of few pixels use."""


def grown(file: bytes, composites: Mapping[int, Composite]) -> bytes:
    """Return a TrueType file with these glyphs under these numbers; the numbers between are empty glyphs."""
    # The box of all glyphs stays as it was: poppler draws a big title otherwise when that changes.
    face = TTFont(io.BytesIO(file), recalcBBoxes=False, recalcTimestamp=False)
    order = list(face.getGlyphOrder())
    names = [*order, *(f"added{number}" for number in range(len(order), max(composites) + 1))]
    for tag in _BY_GLYPH:
        if tag in face:
            del face[tag]
    glyphs, metrics = face["glyf"], face["hmtx"].metrics
    face.setGlyphOrder(names)
    glyphs.setGlyphOrder(names)
    for number in range(len(order), len(names)):
        of = composites.get(number, Composite((), ()))
        glyph = _glyph(of, names)
        glyphs.glyphs[names[number]] = glyph
        metrics[names[number]] = (sum(metrics[names[width]][0] for width in of.widths), 0)
        if of.components:
            glyph.recalcBounds(glyphs)
            metrics[names[number]] = (metrics[names[number]][0], glyph.xMin)
            _note(face["maxp"], glyph, glyphs)
        if "vmtx" in face:
            face["vmtx"].metrics[names[number]] = (0, 0)
    written = io.BytesIO()
    face.save(written, reorderTables=False)
    return written.getvalue()


def _glyph(of: Composite, names: list[str]) -> Glyph:
    glyph = Glyph()
    if not of.components:
        return glyph
    glyph.numberOfContours = -1
    glyph.components = []
    for number, x, y in of.components:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = names[number], x, y, _XY
        glyph.components.append(component)
    return glyph


def _note(limits: object, glyph: Glyph, glyphs: object) -> None:
    """Raise the limits that a face declares for composite glyphs to what this one needs."""
    needed = glyph.getCompositeMaxpValues(glyphs)
    for name, value in (
        ("maxCompositePoints", needed.nPoints),
        ("maxCompositeContours", needed.nContours),
        ("maxComponentDepth", needed.maxComponentDepth),
        ("maxComponentElements", len(glyph.components)),
    ):
        setattr(limits, name, max(getattr(limits, name), value))
