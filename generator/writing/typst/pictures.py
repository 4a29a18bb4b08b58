"""The pages of a finished PDF as pictures, whatever engine laid it out: for who looks at it while somebody writes.

Typst draws a page of a PDF as it draws any picture, so nothing is laid out again: what is seen are the bytes of the file.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import typst

_MAIN, _PDF = "main.typ", "document.pdf"
_SOURCE = """\
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image("{name}", page: {page}, width: 100%, height: 100%)
"""
_POINTS = 72
_PPI = 144.0
"""Twice what a sheet of A4 takes on most screens in its own size."""
_WIDEST = 1600
"""Pixels: the pages of posters are drawn as wide as screens are, and not wider."""
_LARGEST = 14_400.0
"""Points, the largest page that PDF knows."""


class UnseenError(Exception):
    """A file is no PDF, or has a page that cannot be drawn."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points."""

    width: float
    height: float


def sizes(data: bytes) -> list[PageSize]:
    """Return the sizes of the pages of a PDF; UnseenError when it is none."""
    try:
        with pikepdf.open(BytesIO(data)) as file:
            boxes = [[float(side) for side in page.cropbox] for page in file.pages]
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        raise UnseenError from error
    found = [PageSize(abs(right - left), abs(top - bottom)) for left, bottom, right, top in boxes]
    if any(not 1 <= side <= _LARGEST for each in found for side in (each.width, each.height)):
        raise UnseenError
    return found


def drawn(data: bytes, number: int, size: PageSize) -> bytes:
    """Draw a page of a PDF, counted from one, as PNG; UnseenError when that cannot be done."""
    source = _SOURCE.format(width=size.width, height=size.height, name=_PDF, page=number)
    with tempfile.TemporaryDirectory(prefix="sanad-", ignore_cleanup_errors=True) as made:
        root = Path(made)
        (root / _MAIN).write_text(source, encoding="utf-8", newline="\n")
        (root / _PDF).write_bytes(data)
        nowhere = root / "packages"
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        compiler = typst.Compiler(root / _MAIN, root, fonts, package_path=nowhere, package_cache_path=nowhere)
        try:
            picture = compiler.compile(format="png", ppi=min(_PPI, _WIDEST * _POINTS / size.width))
        except typst.TypstError as error:
            raise UnseenError from error
    if not isinstance(picture, bytes):
        raise UnseenError
    return picture
