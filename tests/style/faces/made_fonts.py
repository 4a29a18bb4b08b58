"""Small font files made for tests: any family, weight, width and characters."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000
ASCENT, DESCENT = 800, 200


def make_font(
    path: Path,
    family: str,
    characters: str = "a",
    weight: int = 400,
    width: int = 5,
    revision: float = 1.0,
    italic: bool = False,
    licence: str = "",
    restrictions: int = 0,
) -> Path:
    """Write a font whose every glyph is half an em wide; `restrictions` are the bits that say who may embed it."""
    names = [".notdef", *(f"u{ord(character):04X}" for character in characters)]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((400, 0))
    pen.closePath()
    glyph = pen.glyph()
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"u{ord(character):04X}" for character in characters})
    builder.setupGlyf(dict.fromkeys(names, glyph))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (EM // 2, 0)))
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Italic" if italic else "Regular", "licenseDescription": licence}
    )
    builder.setupOS2(usWeightClass=weight, usWidthClass=width, fsSelection=1 if italic else 1 << 6, fsType=restrictions)
    builder.setupPost()
    builder.font["head"].fontRevision = revision
    builder.save(path)
    return path
