"""The pages of a PDF of Typst, as its structure refers to them, and what their contents say of marked content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

import pikepdf
from pikepdf import Array, Object

_LANGUAGE = re.compile(rb"/MCID (\d+)/Lang\((\w+)[\w-]*\)")
_NUMBER = rb"(-?[\d.]+)"
_POINT = rb"%b %b [ml]\s+" % (_NUMBER, _NUMBER)
_CLIPPED = rb"/MCID %d>>BDC\s+q\s+" + 4 * _POINT
_PLACED = rb"/MCID %%d>>BDC\s+q\s+%b 0 0 %b %b %b cm" % (4 * (_NUMBER,))


class Pages:
    """The pages of one file, by the numbers of the objects that they are."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        pages = [page.obj for page in file.pages]
        self.contents: Mapping[int, bytes] = {page.objgen[0]: page.Contents.read_bytes() for page in pages}
        """The contents of each page, in order."""
        self._tree = file.Root.StructTreeRoot.ParentTree.Nums
        self._parents = {page.objgen[0]: int(page.get("/StructParents", -1)) for page in pages}

    @cached_property
    def _languages(self) -> Mapping[int, Mapping[int, str]]:
        """The language of each marked content that says one, by its number, of each page that has such."""
        return {
            page: {int(found[1]): found[2].decode() for found in _LANGUAGE.finditer(content)}
            for page, content in self.contents.items()
            if b"/Lang(" in content
        }

    @cached_property
    def _owners(self) -> Mapping[int, Object]:
        """The arrays of the elements of marked contents, by the number that a page has for its own."""
        return {int(self._tree[at]): self._tree[at + 1] for at in range(0, len(self._tree), 2)}

    def has_languages(self, page: int) -> bool:
        """Whether some content of a page says its language."""
        return page in self._languages

    def language(self, page: int, number: int, otherwise: str) -> str:
        """Return the language that a content says."""
        return self._languages.get(page, {}).get(number, otherwise)

    def give(self, page: int, number: int, element: Object) -> None:
        """Make a content that of another element."""
        self._owners[self._parents[page]][number] = element

    def area(self, page: int, number: int) -> Array | None:
        """Return the area of the picture that a content begins with; None where it begins with none."""
        content = self.contents[page]
        at = max(content.find(b"/MCID %d>>BDC" % number), 0)
        if found := re.compile(_CLIPPED % (number,)).match(content, at):
            xs, ys = ([float(value) for value in found.groups()[first::2]] for first in (0, 1))
            return Array([min(xs), min(ys), max(xs), max(ys)])
        if found := re.compile(_PLACED % (number,)).match(content, at):
            width, height, x, y = (float(value) for value in found.groups())
            return Array([min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)])
        return None
