"""Reads built DOCX and PDF files back and judges them.

Imports nothing of the writers, so that it shares no mistake with them.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator import messages
from generator.errors import MachineError
from generator.inspection.findings import Finding
from generator.messages import problem

__all__ = ["Finding", "inspect"]


def inspect(path: Path, *, faces: Collection[str] = (), marks: Collection[str] = ()) -> list[Finding]:
    """Every fault of a built file, in the order of its parts or pages.

    `faces` are the families that a PDF may draw with (empty: any that is embedded), `marks` the words that stand on each of its
    pages («نمونه»). MachineError for a file that cannot be read, or a PDF where the library that reads it is missing.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError([problem("cannot-read", None, path=path, reason=messages.reason(error))]) from None
    if data.startswith(b"%PDF-"):
        return _inspect_pdf(data, faces, marks)
    from generator.inspection import docx

    return docx.inspect(data)


def _inspect_pdf(data: bytes, faces: Collection[str], marks: Collection[str]) -> list[Finding]:
    try:
        from generator.inspection.pdf import inspect as judge
    except ModuleNotFoundError as error:
        raise MachineError([problem("inspection-library-missing", None, name=error.name)]) from None
    return judge(data, faces, marks)
