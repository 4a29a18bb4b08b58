"""The letters of a PDF by their size, as pdfium finds them: a reader that knows neither the tree nor the look."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from generator.style.style import PageForm
from generator.writing.measures import MILLIMETRE


def pages(file: Path) -> int:
    """Return how many pages a file has."""
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def by_size(file: Path, forms: Sequence[PageForm]) -> Counter[float]:
    """Return the letters and digits between the upper and the lower margin of each page, by size in points.

    The page forms are those of the document.
    """
    counted: Counter[float] = Counter()
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            lower, upper = _edges(page, forms)
            text = page.get_textpage()
            for at in range(text.count_chars()):
                if chr(raw.FPDFText_GetUnicode(text, at)).isalnum() and lower <= _baseline(text, at) <= upper:
                    counted[_size(text, at)] += 1
    return counted


def _edges(page: pypdfium2.PdfPage, forms: Sequence[PageForm]) -> tuple[float, float]:
    """Return the heights between which the body of a page lies, by the page form that is as large."""
    width, height = (round(length / MILLIMETRE) for length in page.get_size())
    fitting = [form for form in forms if (form.width, form.height) == (width, height)]
    return min(form.bottom for form in fitting) * MILLIMETRE, (height - min(form.top for form in fitting)) * MILLIMETRE


def _baseline(text: pypdfium2.PdfTextPage, at: int) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, at, across, up)
    return float(up.value)


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Return the size as drawn: that of the face, as its matrix stretches it upwards."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    return round(raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d), 2)
