"""What a PDF draws, read back from its content: the glyphs of a page with their inks, and its text as pdfium finds it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont

_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LETTER = re.compile(r"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>$", re.M)

Ink = tuple[str, float, float]
"""A simple outline, known by its shape, and where its left edge and its line are, in points."""


def undirected(text: str) -> str:
    """A text without marks of direction."""
    return _DIRECTION.sub("", text)


def pdfium(data: bytes) -> list[str]:
    """The text of each page without marks of direction, as Chrome and Edge have it."""
    with pypdfium2.PdfDocument(data) as file:
        return [undirected(page.get_textpage().get_text_range()) for page in file]


@dataclass(frozen=True)
class Face:
    """An embedded face: its file, the letters and widths (in thousandths) of its glyphs as the PDF has them."""

    file: TTFont
    letters: Mapping[int, str]
    widths: Mapping[int, float]

    @cached_property
    def names(self) -> list[str]:
        """The glyphs by their numbers."""
        return list(self.file.getGlyphOrder())

    def inks(self, name: str, x: float = 0, y: float = 0) -> Iterator[Ink]:
        """The simple outlines that a glyph is made of, in units of the face."""
        glyph = self.file["glyf"][name]
        if glyph.isComposite():
            for part in glyph.components:
                yield from self.inks(part.glyphName, x + part.x, y + part.y)
        elif glyph.numberOfContours:
            shape = [tuple(point) for point in glyph.coordinates]
            yield f"{self.file['head'].unitsPerEm}:{shape}", x + min(left for left, _ in shape), y


@dataclass(frozen=True)
class Drawn:
    """A glyph on a page, in points from an edge of the page that its engine has: where it is, how wide, at what size."""

    face: Face
    number: int
    x: float
    y: float
    width: float
    size: float

    @property
    def letter(self) -> str:
        """The letter that it means."""
        return self.face.letters[self.number]

    @property
    def inks(self) -> list[Ink]:
        """What it draws."""
        em = self.size / self.face.file["head"].unitsPerEm
        return [(shape, self.x + x * em, self.y + y * em) for shape, x, y in self.face.inks(self.face.names[self.number])]


Drawing = Callable[[pikepdf.Page, Mapping[str, Face]], Iterator[Drawn]]
"""How the content of a page is read, with its faces by their names."""


def glyphs(data: bytes, drawing: Drawing) -> list[list[Drawn]]:
    """The glyphs of each page in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [[*drawing(page, {name: _face(font) for name, font in page.Resources.Font.items()})] for page in file.pages]


def _face(font: Any) -> Face:
    (below,) = font.DescendantFonts
    letters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in _LETTER.findall(font.ToUnicode.read_bytes().decode("ascii"))
    }
    widths: dict[int, float] = {}
    row = [*below.W]
    while row:
        first, last, *row = row
        if isinstance(last, pikepdf.Array):
            widths.update({int(first) + number: float(width) for number, width in enumerate(last)})
        else:
            widths.update(dict.fromkeys(range(int(first), int(last) + 1), float(row.pop(0))))
    return Face(TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes())), letters, widths)
