"""What a reader finds on the pages that Typst makes of a tree: texts, places, and what they are."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import Block, Document
from generator.writing.typst import writer
from generator.writing.writers import Supplies
from tests.writing import trees

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\x00-\x1f\ufffe]")


@cache
def look() -> Style:
    """The look of the project."""
    found, problems = style.load(Path(__file__).parents[3] / "templates" / "fa" / "style.yaml")
    assert found is not None, problems
    return found


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on a page: its edges in points from the paper's left and upper edge, and where its line stands."""

    text: str
    left: float
    right: float
    base: float
    size: float
    ink: str


@dataclass(frozen=True, slots=True)
class Line:
    """Letters that stand on one line, from the left."""

    letters: tuple[Letter, ...]

    @property
    def base(self) -> float:
        return self.letters[0].base

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)

    def has(self, words: str) -> bool:
        """Whether all letters of these words stand on the line, as many times at least."""
        wanted = _UNSEEN.sub("", words).replace(" ", "")
        there = [letter.text for letter in self.letters]
        return all(there.count(letter) >= wanted.count(letter) for letter in set(wanted))


class Page:
    """A page of a file."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self._page = page

    @cached_property
    def letters(self) -> list[Letter]:
        """The letters with ink, in the order of the file."""
        text = self._page.get_textpage()
        return [letter for index in range(text.count_chars()) if (letter := self._letter(text, index))]

    def _letter(self, text: pypdfium2.PdfTextPage, index: int) -> Letter | None:
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if character.isspace() or _UNSEEN.match(character):
            return None
        left, _, right, _ = text.get_charbox(index, loose=True)
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(text.raw, index, red, green, blue, alpha)
        ink = f"{red.value:02x}{green.value:02x}{blue.value:02x}"
        size = pdfium.FPDFText_GetFontSize(text.raw, index)
        return Letter(character, left, right, round(self.height - y.value, 2), round(size, 2), ink)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines from the top, those of the margins too."""
        rows: dict[float, list[Letter]] = {}
        for letter in self.letters:
            rows.setdefault(letter.base, []).append(letter)
        return [Line(tuple(sorted(row, key=lambda letter: letter.left))) for _, row in sorted(rows.items())]

    @cached_property
    def words(self) -> set[str]:
        """The words as they are found, whichever way the reader turns them."""
        found = set(_UNSEEN.sub("", self._page.get_textpage().get_text_range()).split())
        found |= {word for text in self._page.get_textpage().get_text_range().split() for word in [_UNSEEN.sub("", text)]}
        return found | {word[::-1] for word in found}

    def line(self, words: str) -> Line:
        """The first line with these words."""
        return next(line for line in self.lines if line.has(words))


@dataclass(frozen=True)
class Printed:
    """A compiled document."""

    data: bytes
    keys: Mapping[str, int]
    """The page of each key."""

    @cached_property
    def pages(self) -> list[Page]:
        return [Page(page) for page in pypdfium2.PdfDocument(self.data)]

    def page_of(self, word: str) -> int:
        """The first page with a word, from 1."""
        return next(number for number, page in enumerate(self.pages, 1) if word in page.words)

    def pages_of(self, word: str) -> list[int]:
        """All pages with a word."""
        return [number for number, page in enumerate(self.pages, 1) if word in page.words]

    @cached_property
    def elements(self) -> list[tuple[str, pikepdf.Object]]:
        """The types of the structure in order of reading, each with its element."""
        return [*_elements(self._file.Root.StructTreeRoot)]

    @cached_property
    def _file(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.data))

    @cached_property
    def information(self) -> Mapping[str, str]:
        """The properties of the file."""
        return pypdfium2.PdfDocument(self.data).get_metadata_dict()

    @cached_property
    def outline(self) -> list[str]:
        """The titles of the bookmarks, with a step in for each level."""
        return ["  " * mark.level + _UNSEEN.sub("", mark.get_title()) for mark in pypdfium2.PdfDocument(self.data).get_toc()]


def _elements(node: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield str(node.S)[1:], node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _elements(kid)


def printed(made: Document, of: Style | None = None, assets: Mapping[str, bytes] | None = None) -> Printed:
    """Write a tree as a finished file."""
    written = writer.write(made, of or look(), Supplies(assets or {}))
    return Printed(written.data, written.pages)


def of(*blocks: Block, assets: Mapping[str, bytes] | None = None, **about: object) -> Printed:
    """Compile a document of one section."""
    return printed(trees.document(*blocks, **about), assets=assets)  # type: ignore[arg-type]
