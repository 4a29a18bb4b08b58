"""What WeasyPrint draws, read back: the glyphs of a page as its content says, and its text as poppler and pdfium find it."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont

from generator.style import faces
from generator.writing.weasyprint import writer

FAMILIES = (*faces.FAMILIES, "Amiri", "Noto Sans Arabic UI")
"""The faces of both looks that draw Persian letters, and those that help them."""

_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile("[\u0621-\u065f\u066e-\u06d3\u200c\u200d]+|[۰-۹]+(?:[٬٫/][۰-۹]+)*[٪%]?|[A-Za-z]+")
_POINTS = 0.75

Ink = tuple[str, float, float]
"""A simple outline, known by its shape, and where its left edge and its line are, in points."""


def draw(html: str, assets: Mapping[str, bytes] | None = None) -> bytes:
    """Persian HTML as the engine of the project draws it, in the faces of both looks."""
    _, data, _ = writer.engine(FAMILIES).lay_out(f'<html lang="fa" dir="rtl">{html}</html>', assets or {})
    assert isinstance(data, bytes)
    return data


def undirected(text: str) -> str:
    """A text without marks of direction."""
    return _DIRECTION.sub("", text)


def words(text: str) -> Counter[str]:
    """The words with their half-spaces, and the numbers with what is inside them, that a person searches for."""
    return Counter(word for word in _WORD.findall(text.replace("\u00a0", " ")))


def poppler(data: bytes, folder: Path) -> list[str]:
    """The text of each page without marks of direction."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return undirected(text).split("\f")[:-1]


def pdfium(data: bytes) -> list[str]:
    """The text of each page without marks of direction, as Chrome and Edge have it."""
    return [undirected(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


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
    """A glyph on a page, in points from the page's left and from its own line's top: where it is, how wide, at what size."""

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


def glyphs(data: bytes) -> list[list[Drawn]]:
    """The glyphs of each page in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [[*_page(page, {name: _face(font) for name, font in page.Resources.Font.items()})] for page in file.pages]


def _face(font: Any) -> Face:
    (below,) = font.DescendantFonts
    letters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]*)>$", font.ToUnicode.read_bytes().decode("ascii"), re.M)
    }
    widths: dict[int, float] = {}
    row = list(below.W)
    for first, some in zip(row[::2], row[1::2], strict=True):
        widths.update({int(first) + number: float(width) for number, width in enumerate(some)})
    return Face(TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes())), letters, widths)


def _page(page: pikepdf.Page, fonts: Mapping[str, Face]) -> Iterator[Drawn]:
    x = y = rise = size = 0.0
    face: Face | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator == "Tm":
            x, y = float(operands[4]) * _POINTS, -float(operands[5]) * _POINTS
        elif operator == "Ts":
            rise = float(operands[0]) * _POINTS
        elif operator == "Tf":
            face, size = fonts[str(operands[0])], float(operands[1]) * _POINTS
        elif operator == "TJ":
            assert face is not None
            for each in operands[0]:
                if not isinstance(each, pikepdf.String):
                    x -= float(each) / 1000 * size
                    continue
                for high, low in zip(bytes(each)[::2], bytes(each)[1::2], strict=True):
                    width = face.widths[high * 256 + low] / 1000 * size
                    yield Drawn(face, high * 256 + low, x, y + rise, width, size)
                    x += width
