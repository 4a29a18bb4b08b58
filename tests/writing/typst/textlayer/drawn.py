"""What Typst draws, before and after its text is mended: the glyphs of a page as its content says, and what readers find."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping

import pikepdf

from generator.writing.typst import compiling, textlayer
from tests.style import families
from tests.writing.pdf import drawn as read
from tests.writing.pdf.drawn import Drawn, Face

_HEAD = """
#set document(title: "سند")
#set text(lang: "fa", dir: rtl, hyphenate: false, overhang: false, fallback: false, size: 13pt)
#set page(width: 200mm, height: 280mm)
#heading(text(font: "Nazli", "سند"))
"""


def text(written: str) -> str:
    """A text as Typst has it between quotes."""
    return '"' + "".join(f"\\u{{{ord(sign):x}}}" for sign in written) + '"'


def draw(source: str) -> bytes:
    """A source as Typst compiles it, in the faces of both looks."""
    with compiling.compiled(_HEAD + source, {}, families.ALL, {}) as made:
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


def glyphs(data: bytes) -> list[list[Drawn]]:
    """The glyphs of each page in the order in which they are drawn."""
    return read.glyphs(data, _page)


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
