"""The marks of a draft, sample or classified document: those that a file declares must be on each of its pages.

A file names them in its property `sanad-marks` (in a PDF `sanadmarks`); one without it bears none, or was not built here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from generator.inspection.defects import Defect, defect
from generator.inspection.package import Package, Part, R, W, is_on, text_of, value

PROPERTY = "sanad-marks"
SEPARATOR = "، "

_DRAWN = "{urn:schemas-microsoft-com:vml}textpath"
_ACROSS = re.compile(rb"/Artifact\s*<<[^>]*/Subtype\s*/Watermark\b")


def split(said: str) -> tuple[str, ...]:
    """Return the marks that a property names."""
    return tuple(mark for mark in said.split(SEPARATOR) if mark)


def of_package(package: Package) -> Iterator[Defect]:
    """Yield a defect for each header of a Word file without a mark in its text or across the page."""
    marks = split(package.custom.get(PROPERTY, ""))
    if not marks:
        return
    stories = {part.name: part for part in package.stories}
    seen: set[str] = set()
    for name in _headers(package):
        part = stories.get(name)
        if name not in seen:
            seen.add(name)
            yield from _of_header(part, name or package.document.name, marks)


def _headers(package: Package) -> Iterator[str]:
    """Yield the names of the header parts in the order of the pages; an empty name for pages without one."""
    before: dict[str, str] = {}
    for section in package.document.iter("sectPr"):
        for reference in section.iter(W + "headerReference"):
            before[value(reference, "type")] = package.target(package.document.name, reference.get(R + "id", "")) or ""
        yield before.get("default", "")
        if is_on(section, "titlePg"):
            yield before.get("first", "")


def _of_header(part: Part | None, name: str, marks: tuple[str, ...]) -> Iterator[Defect]:
    written = "" if part is None else text_of([part.root])
    drawn = "" if part is None else "\n".join(path.get("string", "") for path in part.root.iter(_DRAWN))
    for mark in marks:
        if mark not in written:
            yield defect("word-mark-missing", name, mark=mark)
        if mark not in drawn:
            yield defect("word-mark-not-across", name, mark=mark)


def of_file(file: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the marks that a PDF declares."""
    return split(str(file.docinfo.get(f"/{PROPERTY.replace('-', '')}", "")))


def is_across(page: pikepdf.Page) -> bool:
    """Return whether a page of a PDF has a watermark across it."""
    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
    return any(_ACROSS.search(stream.read_bytes()) for stream in streams)
