"""Read built DOCX and PDF files back and report their defects.

Imports nothing of the writers, so that it shares no mistake with them. A file may be anything: what is no document is reported
as broken, and `confined` judges in a process that is ended when a file takes too long or too much.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.inspection.defects import Defect, first
from generator.inspection.layout import UNTOLD, Layout
from generator.problems import messages
from generator.problems.errors import MachineError
from generator.problems.limits import LIMITS
from generator.problems.messages import problem
from generator.reading import plainfiles

__all__ = ["UNTOLD", "Defect", "Layout", "inspect", "layout", "read"]

_PDF = b"%PDF-"

LARGEST = 128 * 2**20
"""Bytes of a file; the largest document of the samples has 400 thousand."""


def inspect(
    path: Path, *, faces: Collection[str] = (), marks: Collection[str] = (), most: int = LIMITS.findings
) -> list[Defect]:
    """Return the defects of a built file, in the order of its parts or pages; of more than `most` the first and their number.

    `faces` are the families that a PDF may draw with (empty: any that is embedded), `marks` the words that stand on each of its
    pages («نمونه»). MachineError for a file that cannot be read, or a PDF where the library that reads it is missing.
    """
    data = read(path)
    if len(data) > LARGEST:
        return [Defect("file-large")]
    if data.startswith(_PDF):
        return first(_inspect_pdf(data, faces, marks), most)
    from generator.inspection import docx

    return first(docx.defects(data, most), most)


def layout(path: Path) -> Layout:
    """Return what a file names that its pages were laid out with: a PDF all of them, a Word file those of its contents."""
    data = read(path)
    if len(data) > LARGEST:
        return UNTOLD
    if data.startswith(_PDF):
        from generator.inspection import pdf

        return pdf.layout(data)
    from generator.inspection import docx

    return docx.layout(data)


def read(path: Path) -> bytes:
    """Return the bytes of a file, of one that is too large more than LARGEST; MachineError for one that cannot be read."""
    try:
        return plainfiles.read(path, LARGEST + 1)
    except OSError as error:
        raise MachineError([problem("cannot-read", None, path=path, reason=messages.reason(error))]) from None


def _inspect_pdf(data: bytes, faces: Collection[str], marks: Collection[str]) -> Iterator[Defect]:
    try:
        from generator.inspection.pdf import defects
    except ModuleNotFoundError as error:
        raise MachineError([problem("inspection-library-missing", None, name=error.name)]) from None
    return defects(data, faces, marks)
