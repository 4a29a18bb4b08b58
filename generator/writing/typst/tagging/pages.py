"""The pages of a PDF of Typst, as its structure refers to them, and what their contents say of marked content."""

from __future__ import annotations

import re
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Object

_LANGUAGE = re.compile(rb"/MCID (\d+)/Lang\((\w+)[\w-]*\)")
_NUMBER = rb"(-?[\d.]+)"
_POINT = rb"%b %b [ml]\s+" % (_NUMBER, _NUMBER)
_CLIPPED = rb"/MCID %d>>BDC\s+q\s+" + 4 * _POINT
_PLACED = rb"/MCID %%d>>BDC\s+q\s+%b 0 0 %b %b %b cm" % (4 * (_NUMBER,))


def kids(element: Object) -> list[Object]:
    """Return what an element holds: elements, numbers of contents, references."""
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def is_element(kid: Object) -> bool:
    """Whether a kid of an element is one itself."""
    return isinstance(kid, Dictionary) and "/S" in kid


class Pages:
    """The pages of one file."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._pages = [page.obj for page in file.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self._pages)}
        self._tree = file.Root.StructTreeRoot.ParentTree.Nums

    @cached_property
    def contents(self) -> list[bytes]:
        """The contents of the pages."""
        return [page.Contents.read_bytes() for page in self._pages]

    @cached_property
    def languages(self) -> list[dict[int, str]]:
        """The language of each marked content that says one, by its number, page by page."""
        return [
            {int(found[1]): found[2].decode() for found in _LANGUAGE.finditer(content)} if b"/Lang(" in content else {}
            for content in self.contents
        ]

    @cached_property
    def owners(self) -> list[Object]:
        """The element of each marked content, by its number, page by page."""
        found = {int(self._tree[at]): self._tree[at + 1] for at in range(0, len(self._tree), 2)}
        return [found.get(int(page.get("/StructParents", -1)), Array()) for page in self._pages]

    def of(self, element: Object) -> int | None:
        """Return the page, from 0, that an element names as that of its contents."""
        page = element.get("/Pg")
        return None if page is None else self._numbers[page.objgen]

    def first(self, element: Object) -> int | None:
        """Return the page on which an element begins; None for one without contents."""
        for kid in kids(element):
            page = self.of(element) if isinstance(kid, int) else self.first(kid) if is_element(kid) else self.of(kid)
            if page is not None:
                return page
        return None

    def area(self, figure: Object) -> Array | None:
        """Return the area of a picture on its page; None where its content does not begin with one."""
        page, number = self.of(figure), next((kid for kid in kids(figure) if isinstance(kid, int)), None)
        if page is None or number is None:
            return None
        at = self.contents[page].find(b"/MCID %d>>BDC" % number)
        found = re.compile(_CLIPPED % number).match(self.contents[page], max(at, 0))
        if found:
            xs, ys = ([float(value) for value in found.groups()[first::2]] for first in (0, 1))
            return Array([min(xs), min(ys), max(xs), max(ys)])
        placed = re.compile(_PLACED % number).match(self.contents[page], max(at, 0))
        if placed:
            width, height, x, y = (float(value) for value in placed.groups())
            return Array([min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)])
        return None
