"""What WeasyPrint draws, read back: the glyphs of a page as its content says, and its text as poppler and pdfium find it."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf

from generator.writing.weasyprint import writer
from tests.style import families
from tests.writing.pdf import drawn as read
from tests.writing.pdf.drawn import Drawn, Face, undirected

_WORD = re.compile("[\u0621-\u065f\u066e-\u06d3\u200c\u200d]+|[۰-۹]+(?:[٬٫/][۰-۹]+)*[٪%]?|[A-Za-z]+")
_POINTS = 0.75


def draw(html: str, assets: Mapping[str, bytes] | None = None) -> bytes:
    """Persian HTML as the engine of the project draws it, in the faces of both looks."""
    _, data, _ = writer.engine(families.ALL).lay_out(f'<html lang="fa" dir="rtl">{html}</html>', assets or {})
    assert isinstance(data, bytes)
    return data


def words(text: str) -> Counter[str]:
    """The words with their half-spaces, and the numbers with what is inside them, that a person searches for."""
    return Counter(word for word in _WORD.findall(text.replace("\u00a0", " ")))


def poppler(data: bytes, folder: Path) -> list[str]:
    """The text of each page without marks of direction."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return undirected(text).split("\f")[:-1]


def glyphs(data: bytes) -> list[list[Drawn]]:
    """The glyphs of each page in the order in which they are drawn."""
    return read.glyphs(data, _page)


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
