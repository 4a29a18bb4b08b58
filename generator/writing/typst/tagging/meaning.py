"""Gives elements the types and attributes of ISO 32000-1, 14.8.4, in the order of reading, beside what the tree has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from generator.writing import wording
from generator.writing.typst.tagging import tables
from generator.writing.typst.tagging.expected import Expected
from generator.writing.typst.tagging.pages import Pages, is_element, kids
from generator.writing.typst.tagging.tables import StructureError

_NUMBERING = {"bullet": Name("/Disc"), "decimal": Name("/Decimal"), "letters": Name("/None")}

T = TypeVar("T")


class Mender:
    """Mends the elements of one file."""

    def __init__(self, file: pikepdf.Pdf, pages: Pages, found: Expected) -> None:
        self._file = file
        self._pages = pages
        self._tables, self._lists = found.tables[::-1], found.lists[::-1]
        self._links, self._contents = found.links[::-1], found.contents[::-1]
        self.notes: list[Object] = []
        """The footnotes, in the order of reading."""

    def mends(self, top: Object) -> bool:
        """Mend an element and all below it; return whether all that the tree has was met, and nothing else."""
        try:
            self._below(top, kids(top))
        except StructureError:
            return False
        return not (self._tables or self._lists or self._links or self._contents)

    def _below(self, element: Object, held: Iterable[Object]) -> None:
        """Mend what an element holds, or some of it."""
        before: Object | None = None
        for kid in held:
            if isinstance(kid, int) or not is_element(kid):
                continue
            kind = str(kid.S)
            if kind == "/TOC" and str(element.S) != "/TOC":
                self._contents_of(element, kid, before)
            elif kind == "/L" and str(element.S) == "/L":
                self._list(kid)
                _move(kid, element, _body(before))
            else:
                self._element(kid, kind)
            before = kid

    def _element(self, element: Object, kind: str) -> None:
        match kind:
            case "/Table":
                tables.mend(element, _next(self._tables))
            case "/L":
                self._list(element)
                return
            case "/Figure":
                self._figure(element)
            case "/Link":
                _describe(element, _next(self._links))
            case "/Lbl" if any(is_element(kid) and str(kid.S) == "/Link" for kid in kids(element)):
                element.S = Name.Reference
                _describe(kids(element)[0], wording.note_link(len(self.notes) + 1))
                return
            case "/Note":
                self._note(element)
                return
            case "/H1" | "/H2" | "/H3" | "/H4" | "/H5" | "/H6" if "/T" in element:
                del element["/T"]
            case _:
                pass
        self._below(element, kids(element))

    def _list(self, element: Object) -> None:
        element.A = Dictionary(O=Name.List, ListNumbering=_NUMBERING[_next(self._lists).marker])
        self._below(element, kids(element))

    def _figure(self, element: Object) -> None:
        """Make a blank a stretch that is read as its prompt; say where a picture is."""
        if str(element.get("/Alt", "")).startswith("["):
            element.S = Name.Span
            del element["/A"]
        elif area := self._pages.area(element):
            element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=area)

    def _note(self, element: Object) -> None:
        """Make the number of a footnote its label; what it links to is where the note is called."""
        self.notes.append(element)
        link, *rest = kids(element)
        _describe(link, wording.note_back(len(self.notes)))
        label = Dictionary(Type=Name.StructElem, S=Name.Lbl, P=element, K=Array([link]))
        link.P = label = self._file.make_indirect(label)
        element.K = Array([label, *rest])
        self._below(element, rest)

    def _contents_of(self, around: Object, element: Object, title: Object | None) -> None:
        """Make each line of a table of contents refer to its place, and what stands before it its caption."""
        lines = _next(self._contents)[::-1]

        def refer(within: Object) -> None:
            for kid in kids(within):
                if str(kid.S) == "/TOC":
                    refer(kid)
                    continue
                (line,) = kids(kid)
                line.S = Name.Reference
                _describe(kids(line)[0], _next(lines))

        refer(element)
        if lines:
            raise StructureError
        if title is not None and str(title.S) == "/P":
            title.S = Name.Caption
            _move(title, around, element, first=True)


def _next(left: list[T]) -> T:
    if not left:
        raise StructureError
    return left.pop()


def _describe(link: Object, words: str) -> None:
    """Say of a link's area on the page what it leads to."""
    for kid in kids(link):
        if not isinstance(kid, int) and "/Obj" in kid:
            kid.Obj.Contents = String(words)


def _body(item: Object | None) -> Object:
    bodies = [kid for kid in kids(item) if is_element(kid) and str(kid.S) == "/LBody"] if item is not None else []
    if len(bodies) != 1:
        raise StructureError
    return bodies[0]


def _move(element: Object, before: Object, into: Object, *, first: bool = False) -> None:
    """Move an element from one to another, as its first or last."""
    before.K = Array(kid for kid in kids(before) if isinstance(kid, int) or kid.objgen != element.objgen)
    held = kids(into)
    into.K = Array([element, *held] if first else [*held, element])
    element.P = into
