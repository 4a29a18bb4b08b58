"""What Typst draws, before and after its text is mended: the glyphs of a page as its content says, and what readers find."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont

from generator.style import faces
from generator.writing.typst import compiling, textlayer

FAMILIES = (*faces.FAMILIES, "Amiri", "Noto Sans Arabic UI")
"""The faces of both looks that draw Persian letters, and those that help them."""

_HEAD = """
#set document(title: "سند")
#set text(lang: "fa", dir: rtl, hyphenate: false, overhang: false, fallback: false, size: 13pt)
#set page(width: 200mm, height: 280mm)
#heading(text(font: "Nazli", "سند"))
"""
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Ink = tuple[str, float, float]
"""A simple outline, known by its shape, and where its left edge and its line are, in points."""


def text(written: str) -> str:
    """A text as Typst has it between quotes."""
    return '"' + "".join(f"\\u{{{ord(sign):x}}}" for sign in written) + '"'


def draw(source: str) -> bytes:
    """A source as Typst compiles it, in the faces of both looks."""
    with compiling.compiled(_HEAD + source, {}, FAMILIES, {}) as made:
        return made.data


def changed(data: bytes, *changes: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A file after changes to it."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for change in changes:
            change(file)
        written = io.BytesIO()
        file.save(written, deterministic_id=True)
        return written.getvalue()


def mended(data: bytes) -> bytes:
    """A file with its text mended."""
    return changed(data, textlayer.mend)


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
    """A glyph on a page: where it is in points from the bottom left, how wide, at what size."""

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
        name = self.face.file.getGlyphName(self.number)
        return [(shape, self.x + x * em, self.y + y * em) for shape, x, y in self.face.inks(name)]


def glyphs(data: bytes) -> list[list[Drawn]]:
    """The glyphs of each page in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [[*_page(page, {name: _face(font) for name, font in page.Resources.Font.items()})] for page in file.pages]


def _face(font: Any) -> Face:
    (below,) = font.DescendantFonts
    letters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9A-F]{4})> <([0-9A-Fa-f]*)>$", font.ToUnicode.read_bytes().decode("ascii"), re.M)
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


def _page(page: pikepdf.Page, fonts: Mapping[str, Face]) -> Iterator[Drawn]:
    matrix, kept = pikepdf.Matrix(), []
    line, face, size = pikepdf.Matrix(), None, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction.operands, str(instruction.operator)
        if operator == "q":
            kept.append(matrix)
        elif operator == "Q":
            matrix = kept.pop()
        elif operator == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif operator == "Tm":
            line = pikepdf.Matrix(*map(float, operands))
        elif operator == "Tf":
            face, size = fonts[str(operands[0])], float(operands[1])
        elif operator in ("TJ", "Tj"):
            assert face is not None
            pen = 0.0
            for each in operands[0] if operator == "TJ" else operands:
                if not isinstance(each, pikepdf.String):
                    pen -= float(each) / 1000 * size
                    continue
                for high, low in zip(bytes(each)[::2], bytes(each)[1::2], strict=True):
                    width = face.widths.get(high * 256 + low, 0.0) / 1000 * size
                    x, y = (line @ matrix).transform((pen, 0.0))
                    yield Drawn(face, high * 256 + low, x, y, width, size)
                    pen += width
