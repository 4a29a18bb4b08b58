"""«Sanad Digits»: a face whose Western digits are drawn Persian, made here and embedded in every Word file.

No number format of Word counts «۱، ۲، ۳» (ST_NumberFormat knows no Persian), so what Word counts by itself (pages, list items,
footnotes) would show «1, 2, 3» wherever neither the reader's numeral option nor the installed face turns them. A run in
this face shows Persian digits in every program.

The contours are those of Amiri (SIL Open Font License 1.1; the digits alone, in `faces/`), scaled to the height and width of
the digits of Nazli, beside which they stand. A changed face goes under a name of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables._n_a_m_e import table__n_a_m_e

FAMILY = "Sanad Digits"

_SOURCE = "faces/amiri-digits.ttf"
_COPYRIGHT = (
    "Copyright 2010-2020 The Amiri Project Authors (https://github.com/alif-type/amiri). "
    "Changed: the digits alone, scaled, at the code points of the Western ones too."
)
_LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
_LICENCE_ADDRESS = "https://scripts.sil.org/OFL"

# In thousandths of an em: the measures of Nazli's digits, and of its lines.
_WIDTH, _SCALE, _RISE = 470, 0.86, 70
_ASCENT, _DESCENT = 957, 544

_BASIC_LATIN, _ARABIC = 1 << 0, 1 << 13  # OS/2 ulUnicodeRange1
_LATIN_PAGE, _ARABIC_PAGE = 1 << 0, 1 << 6  # OS/2 ulCodePageRange1


@cache
def font() -> bytes:
    """Make the face as TrueType; the same bytes in every run."""
    with (files(__package__) / _SOURCE).open("rb") as file:
        face = TTFont(file, recalcTimestamp=False)
    digits = [face.getBestCmap()[0x6F0 + digit] for digit in range(10)]
    for glyph, contours in {glyph: _fitted(face.getGlyphSet(), glyph) for glyph in digits}.items():
        face["glyf"][glyph] = contours
        contours.recalcBounds(face["glyf"])
        face["hmtx"][glyph] = (_WIDTH, contours.xMin)
    for table in face["cmap"].tables:
        for first in (0x30, 0x660):
            table.cmap |= {first + digit: glyph for digit, glyph in enumerate(digits)}
        table.cmap |= {0xA0: table.cmap[0x20], 0x2010: table.cmap[0x2D], 0x2011: table.cmap[0x2D]}
    face["name"] = _names()
    line = face["hhea"]
    line.ascent, line.descent, line.lineGap = _ASCENT, -_DESCENT, 0
    metrics = face["OS/2"]
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = _ASCENT, -_DESCENT, 0
    metrics.usWinAscent, metrics.usWinDescent = _ASCENT, _DESCENT
    # Word asks these whether a face can draw right-to-left text at all.
    metrics.ulUnicodeRange1, metrics.ulUnicodeRange2 = _BASIC_LATIN | _ARABIC, 0
    metrics.ulUnicodeRange3 = metrics.ulUnicodeRange4 = 0
    metrics.ulCodePageRange1, metrics.ulCodePageRange2 = _LATIN_PAGE | _ARABIC_PAGE, 0
    buffer = BytesIO()
    face.save(buffer, reorderTables=True)
    return buffer.getvalue()


def _fitted(glyphs: Mapping[str, Any], name: str) -> Glyph:
    """Scale a digit and put it in the middle of the common width."""
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    middle = (bounds.bounds[0] + bounds.bounds[2]) / 2 * _SCALE
    contours = TTGlyphPen(None)
    transformed = TransformPen(contours, (_SCALE, 0, 0, _SCALE, _WIDTH / 2 - middle, _RISE))
    glyphs[name].draw(DecomposingFilterPen(transformed, glyphs))
    return contours.glyph()


def _names() -> table__n_a_m_e:
    names = table__n_a_m_e()
    entries = {
        0: _COPYRIGHT,
        1: FAMILY,
        2: "Regular",
        3: f"{FAMILY} Regular",
        4: FAMILY,
        5: "Version 1.000",
        6: FAMILY.replace(" ", ""),
        13: _LICENCE,
        14: _LICENCE_ADDRESS,
    }
    for number, text in entries.items():
        names.setName(text, number, 3, 1, 0x409)
    return names
