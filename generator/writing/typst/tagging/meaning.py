"""Gives elements the types and attributes of ISO 32000-1, 14.8.4, in the order of reading, beside what the tree has."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pikepdf import Name, String

from generator.writing import wording
from generator.writing.typst.tagging import tables
from generator.writing.typst.tagging.elements import Element, Kid, StructureError
from generator.writing.typst.tagging.expected import Expected
from generator.writing.typst.tagging.pages import Pages

_NUMBERING = {"bullet": Name("/Disc"), "decimal": Name("/Decimal"), "letters": Name("/None")}
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")

T = TypeVar("T")


class Mender:
    """Mends the elements of one file."""

    def __init__(self, pages: Pages, found: Expected, links: Sequence[str]) -> None:
        self._pages = pages
        self._tables, self._lists = found.tables[::-1], found.lists[::-1]
        self._links, self._contents = [*reversed(links)], found.contents[::-1]
        self.notes: list[Element] = []
        """The footnotes, in the order of reading."""

    def mend(self, top: Element) -> None:
        """Mend an element and all below it; StructureError unless all that the tree has was met, and nothing else."""
        self._below(top, top.kids)
        if self._tables or self._lists or self._links or self._contents:
            raise StructureError

    def _below(self, parent: Element, held: Iterable[Kid]) -> None:
        """Mend what an element holds, or some of it."""
        before: Element | None = None
        waiting = deque(each for each in held if isinstance(each, Element))
        while waiting:
            kid = waiting.popleft()
            if kid.kind == "TOC" and parent.kind != "TOC":
                self._contents_of(parent, kid, before)
            elif kid.kind == "L":
                self._list(kid, parent, waiting)
            else:
                self._element(kid)
            before = kid

    def _element(self, element: Element) -> None:
        match element.kind:
            case "Table":
                tables.mend(element, _next(self._tables))
            case "Figure":
                self._figure(element)
            case "Link":
                _describe(element, _next(self._links))
            case "Lbl" if any(kid.kind == "Link" for kid in element.elements()):
                element.become("Reference")
                _describe(next(element.elements()), wording.note_link(len(self.notes) + 1))
                return
            case "Note":
                self._note(element)
                return
            case kind if kind in _HEADINGS and b"/T" in element.said:
                del element.obj["/T"]
            case _:
                pass
        if any(isinstance(kid, Element) for kid in element.kids):
            self._below(element, element.kids)

    def _list(self, element: Element, parent: Element, following: deque[Element]) -> None:
        """Mend a list; one that was written in two, so that its last items stay on one page, becomes one again."""
        node = _next(self._lists)
        while _count(element) < len(node.items) and following and following[0].kind == "L":
            rest = following.popleft()
            parent.hold([kid for kid in parent.kids if kid is not rest])
            element.adopt([*element.kids, *rest.kids])
        _gather(element)
        element.attribute("List", {"/ListNumbering": _NUMBERING[node.marker]})
        self._below(element, element.kids)

    def _figure(self, element: Element) -> None:
        """Make a blank a stretch that is read as its prompt; say where a picture is."""
        if str(element.obj.Alt).startswith("["):
            element.become("Span")
            element.attribute("Layout", {})
            return
        content = next((kid for kid in element.kids if isinstance(kid, int)), None)
        if content is not None and (area := self._pages.area(element.page, content)):
            element.attribute("Layout", {"/Placement": Name.Block, "/BBox": area})

    def _note(self, element: Element) -> None:
        """Make the number of a footnote its label; what it links to is where the note is called."""
        self.notes.append(element)
        link, *rest = element.kids
        if not isinstance(link, Element):
            raise StructureError
        _describe(link, wording.note_back(len(self.notes)))
        label = element.new("Lbl")
        label.adopt([link])
        element.hold([label, *rest])
        self._below(element, rest)

    def _contents_of(self, around: Element, element: Element, title: Element | None) -> None:
        """Make each line of a table of contents refer to its place, and what stands before it its caption."""
        lines = _next(self._contents)[::-1]

        def refer(within: Element) -> None:
            for item in within.elements():
                if item.kind == "TOC":
                    refer(item)
                    continue
                (line,) = item.elements()
                line.become("Reference")
                _describe(next(line.elements()), _next(lines))

        refer(element)
        if lines:
            raise StructureError
        if title is not None and title.kind == "P":
            title.become("Caption")
            around.hold([kid for kid in around.kids if kid is not title])
            element.hold([title, *element.kids])
            title.obj.P = element.obj


def _next(left: list[T]) -> T:
    if not left:
        raise StructureError
    return left.pop()


def _count(element: Element) -> int:
    return sum(kid.kind == "LI" for kid in element.elements())


def _describe(link: Element, words: str) -> None:
    """Say of a link's area on the page what it leads to."""
    for area in link.areas():
        area.Contents = String(words)


def _gather(element: Element) -> None:
    """Put the lists in a list, which belong to the items before them, into these."""
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.kind == "L":
            body = _body(kids)
            body.hold([*body.kids, kid])
            kid.obj.P = body.obj
        else:
            kids.append(kid)
    if len(kids) < len(element.kids):
        element.hold(kids)


def _body(items: Sequence[Kid]) -> Element:
    """Return what the last of some items holds beside its mark."""
    item = items[-1] if items else None
    body = next((kid for kid in item.elements() if kid.kind == "LBody"), None) if isinstance(item, Element) else None
    if body is None:
        raise StructureError
    return body
