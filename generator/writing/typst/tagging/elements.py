"""The elements of a structure, read from the bytes that Typst wrote: to ask an opened file for each takes ten times as long.

What changes is changed in the opened file, where each object has the number that it has in the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_ELEMENT = re.compile(
    rb"\n(\d+) 0 obj\n<</Type/StructElem/S/(\w+)/P \d+ 0 R([^\n]*?)(?:/K\[([^\[\]]*)\])?(?:/Pg (\d+) 0 R)?>>\nendobj"
)
_KID = re.compile(rb"(\d+) 0 R|<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR/Pg (\d+) 0 R/Obj (\d+) 0 R>>|(\d+)")


class StructureError(Exception):
    """A structure that is not that of the document."""


@dataclass(frozen=True, slots=True)
class Content:
    """A marked content on another page than that of its element: the object that the page is, and the number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """The area of a link: the objects that are its page and the annotation."""

    page: int
    annotation: int


class Element:
    """An element of a structure: its type («P»), and what it holds; numbers are those of contents on its page."""

    def __init__(self, file: pikepdf.Pdf, number: int, kind: str, page: int, said: bytes = b"") -> None:
        self._file = file
        self._number = number
        self.kind = kind
        self.kids: list[Kid] = []
        self.page = page
        """The object that is its page; 0 if it has no contents."""
        self.said = said
        """Its attributes, texts and language, as they are in the file."""

    @cached_property
    def obj(self) -> Object:
        """The element in the file."""
        return self._file.get_object(self._number, 0)

    def elements(self) -> Iterator[Element]:
        """Yield the elements right below, in order."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def areas(self) -> Iterator[Object]:
        """Yield the annotations that it holds."""
        return (self._file.get_object(kid.annotation, 0) for kid in self.kids if isinstance(kid, Area))

    def become(self, kind: str) -> None:
        """Set the type."""
        if kind != self.kind:
            self.kind = kind
            self.obj.S = Name(f"/{kind}")

    def hold(self, kids: Sequence[Kid]) -> None:
        """Replace what it holds; elements among that are told by `adopt`."""
        self.kids = [*kids]
        self.obj.K = Array(map(self._written, kids))

    def adopt(self, kids: Sequence[Kid]) -> None:
        """Replace what it holds by what another element held."""
        self.hold(kids)
        for kid in self.elements():
            kid.obj.P = self.obj

    def attribute(self, owner: str, values: Mapping[str, object]) -> None:
        """Set the attributes, and leave out all others."""
        if values:
            self.obj.A = Dictionary({"/O": Name(f"/{owner}"), **values})
        elif b"/A[" in self.said:
            del self.obj["/A"]

    def new(self, kind: str, page: int = 0, **entries: Object) -> Element:
        """Return a new element to be put below this one."""
        about = Dictionary({"/Type": Name.StructElem, "/S": Name(f"/{kind}"), "/P": self.obj})
        if page:
            about.Pg = self._file.get_object(page, 0)
        for name, value in entries.items():
            about[f"/{name}"] = value
        return Element(self._file, self._file.make_indirect(about).objgen[0], kind, page)

    def _written(self, kid: Kid) -> Object | int:
        match kid:
            case int():
                return kid
            case Element():
                return kid.obj
            case Content():
                page = self._file.get_object(kid.page, 0)
                return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)
            case Area():
                page, annotation = (self._file.get_object(number, 0) for number in (kid.page, kid.annotation))
                return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)


Kid = Element | int | Content | Area
"""What an element holds."""


def read(file: pikepdf.Pdf, data: bytes) -> Element:
    """Read the first element of a file, with all below it; StructureError for bytes that are not as expected."""
    found: dict[int, Element] = {}
    held: dict[int, bytes] = {}
    for each in _ELEMENT.finditer(data):
        number = int(each[1])
        found[number] = Element(file, number, each[2].decode(), int(each[5] or 0), each[3])
        held[number] = each[4] or b""
    try:
        for number, element in found.items():
            element.kids = [_kid(each, found) for each in _KID.finditer(held[number])]
        return found[file.Root.StructTreeRoot.K[0].objgen[0]]
    except KeyError:
        raise StructureError from None


def _kid(found: re.Match[bytes], elements: Mapping[int, Element]) -> Kid:
    element, page, number, area_page, annotation, content = found.groups()
    if content:
        return int(content)
    if element:
        return elements[int(element)]
    return Content(int(page), int(number)) if page else Area(int(area_page), int(annotation))
