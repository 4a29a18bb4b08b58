"""Writes the structure of a PDF: elements, the table from content to element, and artifacts for the rest."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.writing.weasyprint.archive.elements import Kid, MarkedContent, StructureElement

_MARKED = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
_ARTIFACT = b"/Artifact BMC"
_POINTS = 0.75
"""Points in a pixel of CSS, in which WeasyPrint gives the area of a figure, from the top of the page."""

_OWNERS = {"ListNumbering": "/List", "BBox": "/Layout", "WritingMode": "/Layout"}


def write(file: pikepdf.Pdf, document: StructureElement) -> None:
    """Replace the structure of a file; content that is in no element becomes an artifact."""
    writer = _Writer(file)
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    root.K = Array([writer.element(document, root)])
    root.ParentTree = file.make_indirect(Dictionary(Nums=writer.owners()))
    root.ParentTreeNextKey = len(file.pages) + len(writer.annotations)
    if writer.named:
        names = [part for name in sorted(writer.named) for part in (String(name), writer.named[name])]
        root.IDTree = file.make_indirect(Dictionary(Names=Array(names)))
    file.Root.StructTreeRoot = root
    _mark_artifacts(file.pages, writer.contents)
    _keep_annotations(file.pages, writer.kept)


class _Writer:
    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._pages = [page.obj for page in file.pages]
        self.contents: dict[int, dict[int, pikepdf.Object]] = defaultdict(dict)
        """The element of each content, by page and number."""
        self.annotations: list[pikepdf.Object] = []
        """The element of each annotation, in the order of their numbers, which follow those of the pages."""
        self.kept: set[tuple[int, int]] = set()
        """The annotations that have an element."""
        self.named: dict[str, pikepdf.Object] = {}

    def element(self, node: StructureElement, parent: pikepdf.Object) -> pikepdf.Object:
        """Write a structure element and all below it."""
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{node.kind}"), P=parent, Pg=self._pages[node.page])
        if node.alt:
            made.Alt = String(node.alt)
        if node.language:
            made.Lang = String(node.language)
        if node.attributes:
            made.A = self._attributes(node)
        made = self._file.make_indirect(made)
        if node.kind == "Note":
            name = f"note-{len(self.named) + 1:04}"
            made.ID = String(name)
            self.named[name] = made
        kids = [self._kid(kid, node, made) for kid in node.kids]
        if kids:
            made.K = Array(kids)
        return made

    def _kid(self, kid: Kid, node: StructureElement, made: pikepdf.Object) -> pikepdf.Object | int:
        if isinstance(kid, StructureElement):
            return self.element(kid, made)
        if isinstance(kid, MarkedContent):
            self.contents[kid.page][kid.mcid] = made
            return kid.mcid if kid.page == node.page else Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.mcid)
        kid.reference.Obj.StructParent = len(self._pages) + len(self.annotations)
        self.annotations.append(made)
        self.kept.add(kid.reference.Obj.objgen)
        return kid.reference

    def _attributes(self, node: StructureElement) -> Dictionary:
        """Return the attributes of an element, which all have one owner."""
        owner = next((_OWNERS[name] for name in node.attributes if name in _OWNERS), "/Table")
        made = Dictionary(O=Name(owner))
        for name, value in node.attributes.items():
            made[f"/{name}"] = self._area(value, node.page) if name == "BBox" else value
        return made

    def _area(self, box: pikepdf.Object, page: int) -> Array:
        top = float(self._pages[page].MediaBox[3])
        left, upper, right, lower = (float(side) * _POINTS for side in box)
        return Array([round(side, 3) for side in (left, top - lower, right, top - upper)])

    def owners(self) -> Array:
        """Return the element of each content of each page, and of each annotation, as a number tree."""
        numbers: list[pikepdf.Object | int] = []
        for page in range(len(self._pages)):
            found = self.contents.get(page, {})
            row = [found.get(mcid) for mcid in range(max(found, default=-1) + 1)]
            numbers += [page, self._file.make_indirect(Array(row))]
        for number, made in enumerate(self.annotations, len(self._pages)):
            numbers += [number, made]
        return Array(numbers)


def _mark_artifacts(pages: Iterable[pikepdf.Page], contents: Mapping[int, Mapping[int, pikepdf.Object]]) -> None:
    """Mark what belongs to no element as artifacts: headers, footers, dots, the repeated heads of tables."""
    for number, page in enumerate(pages):
        kept = contents.get(number, {})
        written = page.Contents.read_bytes()
        marked = _MARKED.sub(partial(_sign, kept), written)
        if marked != written:
            page.Contents.write(marked)


def _sign(kept: Mapping[int, pikepdf.Object], found: re.Match[bytes]) -> bytes:
    return found[0] if int(found[1]) in kept else _ARTIFACT


def _keep_annotations(pages: Iterable[pikepdf.Page], kept: Collection[tuple[int, int]]) -> None:
    """Drop the links that belong to no element: those within another's area, and those of headers."""
    for page in pages:
        if "/Annots" in page.obj:
            page.obj.Annots = Array([annotation for annotation in page.obj.Annots if annotation.objgen in kept])
