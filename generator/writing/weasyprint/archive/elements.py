"""The structure of a PDF in memory: read from the file once, changed, and written back once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf

LEADER = "::leader"
"""The name of the dots between a title and its page."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One element of the HTML, or a part drawn for it.

    `element` tells elements apart; fragments of one on several lines or pages have the same. `name` is its tag with the
    pseudo-element, if it is one («p», «span::footnote-call»); the rest are its attributes.
    """

    element: int
    name: str
    classes: frozenset[str] = frozenset()
    scope: str = ""
    title: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A piece of marked content: its page (from 0) and its number there."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A link's area on a page."""

    page: int
    reference: pikepdf.Object
    """The object reference (`OBJR`)."""


@dataclass(slots=True, eq=False)
class StructureElement:
    """A structure element: its type («P»), its page (from 0), what it holds in order of reading, and its attributes."""

    kind: str
    page: int
    kids: list[Kid]
    origin: Origin | None = None
    source: pikepdf.Object | None = None
    """The element in the file; None for one that is to be made."""
    last_page: int = 0
    """The last page with a fragment of it."""
    alt: str = ""
    language: str = ""
    attributes: dict[str, pikepdf.Object] = field(default_factory=dict)
    """Attributes of a table's cell, a list or a figure, by name without the slash."""

    def elements(self) -> Iterator[StructureElement]:
        """Yield the elements right below, in order."""
        return (kid for kid in self.kids if isinstance(kid, StructureElement))

    def walk(self) -> Iterator[StructureElement]:
        """Yield the element and all below it, in order of reading."""
        yield self
        for kid in self.elements():
            yield from kid.walk()

    def is_of(self, name: str, *classes: str) -> bool:
        """Whether it was an element of this name in the HTML, with one of these classes if any are given."""
        if self.origin is None or self.origin.name != name:
            return False
        return not classes or not self.origin.classes.isdisjoint(classes)


Kid = StructureElement | MarkedContent | Annotation
"""What a structure element holds."""


def read(file: pikepdf.Pdf, origins: Mapping[int, Origin]) -> StructureElement:
    """Read the `Document` element of a file, with all below it."""
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    return _Reader(pages, origins).node(file.Root.StructTreeRoot.K[0], 0)


class _Reader:
    def __init__(self, pages: Mapping[tuple[int, int], int], origins: Mapping[int, Origin]) -> None:
        self._pages = pages
        self._origins = origins

    def node(self, source: pikepdf.Object, page: int) -> StructureElement:
        if "/Pg" in source:
            page = self._pages[source.Pg.objgen]
        kids: list[Kid] = []
        for kid in source.K:
            if isinstance(kid, int):
                kids.append(MarkedContent(page, kid))
            elif kid.get("/Type") == pikepdf.Name.OBJR:
                kids.append(Annotation(page, kid))
            else:
                kids.append(self.node(kid, page))
        node = StructureElement(str(source.S)[1:], page, kids, self._origins.get(source.objgen[0]), source, page)
        node.alt = str(source.get("/Alt", ""))
        for name, value in source.get("/A", pikepdf.Dictionary()).items():
            if name not in ("/O", "/Headers"):
                node.attributes[name[1:]] = value
        return node
