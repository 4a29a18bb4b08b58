"""Inspection of what a PDF declares: for archives (PDF/A), and its structure for screen readers (PDF/UA).

It looks at what a reader would miss; whether every rule of the standards is met, veraPDF says (`make conformance`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from generator.inspection.defects import Defect, defect

_HEADING = re.compile("/H([1-6])")
_ARCHIVE = re.compile(rb"""pdfaid:part\s*(?:=\s*["']|>\s*)[1-4]""")
_ACCESSIBLE = re.compile(rb"""pdfuaid:part\s*(?:=\s*["']|>\s*)[12]""")


def inspect(file: pikepdf.Pdf) -> Iterator[Defect]:
    """Yield what is missing of a file's declarations, outline and structure, then of its pages' links."""
    yield from _claims(file)
    structure = file.Root.get("/StructTreeRoot")
    marked = file.Root.get("/MarkInfo", pikepdf.Dictionary())
    if structure is None or not marked.get("/Marked", False):
        yield defect("pdf-untagged")
    else:
        if marked.get("/Suspects", False):
            yield defect("pdf-tags-suspect")
        yield from _structure(file, structure)
    for number, page in enumerate(file.pages, 1):
        yield from _links(page.obj, f"page {number}")


def _claims(file: pikepdf.Pdf) -> Iterator[Defect]:
    metadata = file.Root.get("/Metadata")
    said = metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""
    if not _ARCHIVE.search(said):
        yield defect("pdf-archive-unclaimed")
    elif "/OutputIntents" not in file.Root:
        yield defect("pdf-output-intent-missing")
    if not _ACCESSIBLE.search(said):
        yield defect("pdf-accessible-unclaimed")
    if not file.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield defect("pdf-title-hidden")


def _structure(file: pikepdf.Pdf, root: pikepdf.Object) -> Iterator[Defect]:
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
    level, headings, unscoped = 0, 0, 0
    for element in _elements(root):
        kind = str(element.get("/S", ""))
        part = f"page {pages[element.Pg.objgen]}" if "/Pg" in element and element.Pg.objgen in pages else ""
        if kind == "/Figure" and not str(element.get("/Alt", element.get("/ActualText", ""))).strip():
            yield defect("pdf-figure-undescribed", part)
        elif kind == "/TH" and not _has_scope(element):
            unscoped += 1
        elif found := _HEADING.fullmatch(kind):
            headings += 1
            if int(found[1]) > level + 1:
                yield defect("pdf-heading-skipped", part, before=level, level=found[1])
            level = int(found[1])
    if unscoped:
        yield defect("pdf-head-unscoped", count=unscoped)
    if headings and "/First" not in file.Root.get("/Outlines", pikepdf.Dictionary()):
        yield defect("pdf-outline-missing", count=headings)


def _elements(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the elements in the order of the file, each object once."""
    seen: set[tuple[int, int]] = set()
    waiting = _kids(root)
    while waiting:
        kid = waiting.pop()
        if not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid) or (kid.is_indirect and kid.objgen in seen):
            continue
        seen.add(kid.objgen)
        yield kid
        waiting += _kids(kid)


def _kids(parent: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the children of an element in reverse order."""
    kids = parent.get("/K")
    if kids is None:
        return []
    return list(kids)[::-1] if isinstance(kids, pikepdf.Array) else [kids]


def _has_scope(head: pikepdf.Object) -> bool:
    """Return whether a header cell declares its scope or has an identifier that cells can name."""
    attributes = head.get("/A")
    owners = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return "/ID" in head or any(isinstance(owner, pikepdf.Dictionary) and "/Scope" in owner for owner in owners)


def _links(page: pikepdf.Object, part: str) -> Iterator[Defect]:
    notes = (each for each in page.get("/Annots", []) if isinstance(each, pikepdf.Dictionary))
    links = [each for each in notes if each.get("/Subtype") == "/Link"]
    unsaid = [link for link in links if not str(link.get("/Contents", "")).strip()]
    if unsaid:
        yield defect("pdf-link-undescribed", part, count=len(unsaid))
    if links and page.get("/Tabs") != "/S":
        yield defect("pdf-tab-order-missing", part)
