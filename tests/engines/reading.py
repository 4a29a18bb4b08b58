"""What a finished PDF says, read by its structure: words, cells, links, pictures; and its outline, pages, properties and files.

Nothing here knows where a text stands on a page, so that two engines which break lines and pages at other places can be
compared.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from pypdfium2 import raw

from tests.textlayer.words import WORD, cleaned

_BLOCKS = {f"/{name}" for name in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "Caption", "TOCI", "LI", "Lbl", "Note")}
_UNSEEN = ("/Producer", "/Creator")
"""The properties that name the engine."""

_ONE_LINE = 6.0
"""Points by which the characters of one line may stand over or under each other: the marks of notes are raised."""

Ident = tuple[int, int]
"""What names an object of a PDF."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, with its half-space where a line ends with one; `loose` says that only the end of a line is before it."""

    text: str
    loose: bool = False


Words = tuple[Word, ...]
"""Of a line of contents without its page, which each engine counts for itself."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and over how many columns and rows it goes."""

    words: Words
    colspan: int = 1
    rowspan: int = 1


Table = tuple[tuple[Cell, ...], ...]
"""The cells of a table by row."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline: how deep it stands, its title, and the page to which it leads, from 0."""

    depth: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Said:
    """All that a file says."""

    blocks: tuple[Words, ...]
    tables: tuple[Table, ...]
    links: tuple[Words, ...]
    """Without those of notes and of heads of tables: some engine makes links of the marks, and some can make none in a head."""
    pictures: tuple[str, ...]
    outline: tuple[Entry, ...]
    pages: tuple[tuple[int, int], ...]
    """Width and height of each page, in millimetres."""
    properties: Mapping[str, str]
    files: Mapping[str, bytes]


def said(pdf: Path) -> Said:
    """Read a PDF."""
    with pikepdf.open(pdf) as file, pypdfium2.PdfDocument(pdf) as drawn:
        whole = _Structure(file, drawn)
        return Said(
            tuple(whole.blocks(whole.root)),
            tuple(whole.table(table.element) for table in whole.all_of("/Table")),
            tuple(whole.words(link.element, link.listed) for link in whole.all_of("/Link") if not link.unsure),
            tuple(cleaned(str(figure.element.get("/Alt", ""))) for figure in whole.all_of("/Figure")),
            tuple(Entry(each.level, cleaned(each.get_title()), each.get_dest().get_index()) for each in drawn.get_toc()),
            tuple(tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in drawn),
            {"/Lang": str(file.Root.Lang), **{key: str(of) for key, of in file.docinfo.items() if key not in _UNSEEN}},
            {name: each.get_file().read_bytes() for name, each in file.attachments.items()},
        )


class _Structure:
    """The structure of a file, with the text of each of its elements."""

    def __init__(self, file: pikepdf.Pdf, drawn: pypdfium2.PdfDocument) -> None:
        self._numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        self._pages = [_characters(page, number) for number, page in enumerate(drawn)]
        self.root = _kids(file.Root.StructTreeRoot)[0]

    def all_of(self, kind: str) -> Iterator[_Found]:
        """The elements of a kind, in order."""
        return (each for each in _all(_Found(self.root)) if str(each.element.S) == kind)

    def words(self, element: pikepdf.Object, listed: bool = False) -> Words:
        """The words of an element and of all in it."""
        return tuple(word for block in self.blocks(element, listed) for word in block)

    def table(self, element: pikepdf.Object) -> Table:
        """The cells of a table; those of tables in it are theirs."""
        rows = [kid for part in _kids(element) for kid in ([part] if part.S == "/TR" else _kids(part)) if kid.S == "/TR"]
        return tuple(tuple(self._cell(cell) for cell in _kids(row)) for row in rows)

    def _cell(self, element: pikepdf.Object) -> Cell:
        return Cell(self.words(element), _attribute(element, "/ColSpan", 1), _attribute(element, "/RowSpan", 1))

    def blocks(self, element: pikepdf.Object, listed: bool = False) -> Iterator[Words]:
        """The words of each block of an element, in the order of the structure; what stands between two blocks is one too."""
        held: list[_Piece] = []
        for found in (*self._pieces(element, 0, listed), _Edge(listed)):
            if not isinstance(found, _Edge):
                held.append(self._pages[found[0]].get(found[1], []))
                continue
            if words := _words(_text([piece for piece in held if piece], found.listed)):
                yield words
            held = []

    def _pieces(self, element: pikepdf.Object, page: int, listed: bool) -> Iterator[tuple[int, int] | _Edge]:
        """The marked contents of an element by page and number, and the edges of its blocks."""
        page = self._numbers[element.Pg.objgen] if "/Pg" in element else page
        # The mark of a note is no part of the number before it.
        edged = str(element.S) in _BLOCKS or (element.S == "/Reference" and not listed)
        if edged:
            yield _Edge(listed)
        listed = listed or element.S == "/TOCI"
        for kid in _array(element.get("/K", [])):
            if isinstance(kid, int):
                yield page, kid
            elif kid.get("/Type") == "/MCR":
                yield self._numbers[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID)
            elif "/S" in kid:
                yield from self._pieces(kid, page, listed)
        if edged:
            yield _Edge(listed)


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a block begins or ends, and whether what was before it stands in a table of contents."""

    listed: bool


def _array(kids: pikepdf.Object) -> Sequence[pikepdf.Object]:
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _array(element.get("/K", [])) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


@dataclass(frozen=True, slots=True)
class _Found:
    """An element, whether it stands in a table of contents, and whether in a place where a link is a link for some engines."""

    element: pikepdf.Object
    listed: bool = False
    unsure: bool = False


def _all(found: _Found) -> Iterator[_Found]:
    yield found
    kind = str(found.element.S)
    listed = found.listed or kind == "/TOCI"
    unsure = found.unsure or kind in ("/Lbl", "/THead") or (kind == "/Reference" and not listed)
    for kid in _kids(found.element):
        yield from _all(_Found(kid, listed, unsure))


def _attribute(element: pikepdf.Object, name: str, default: int) -> int:
    found = [int(each[name]) for each in _array(element.get("/A", [])) if isinstance(each, pikepdf.Dictionary) and name in each]
    return found[0] if found else default


_Piece = list[tuple[str, float]]
"""The characters of a marked content, with their distances from the top of the first page; all pages as high as any may be."""

_HIGHEST = 10_000


def _characters(page: pypdfium2.PdfPage, number: int) -> dict[int, _Piece]:
    """The characters of each marked content of a page; a space that pdfium adds goes with what is before it."""
    text = page.get_textpage()
    found: dict[int, _Piece] = {}
    mcid, x, y = -1, ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if drawn := raw.FPDFText_GetTextObject(text, index):
            mcid = raw.FPDFPageObj_GetMarkedContentID(drawn)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            found.setdefault(mcid, []).append((character, number * _HIGHEST - y.value))
        elif character == " " and mcid in found:
            found[mcid].append((character, number * _HIGHEST - y.value))
    return found


def _text(pieces: Sequence[_Piece], listed: bool) -> str:
    """The text of a block, its lines apart; of a line of contents without its page, which is a piece of its own at the end."""
    if listed and pieces and cleaned("".join(character for character, _ in pieces[-1])).strip().isdecimal():
        pieces = pieces[:-1]
    text, last = "", None
    for character, height in (each for piece in pieces for each in piece):
        text += "\n" * (last is not None and abs(height - last) > _ONE_LINE) + character
        last = height
    return text


def _words(text: str) -> Words:
    """The words of a text; what ends with a line only may go on in the next one."""
    text = cleaned(text)
    found = list(WORD.finditer(text))
    ends = [0, *(match.end() for match in found)]
    return tuple(Word(match[0], text[end : match.start()] == "\n") for match, end in zip(found, ends, strict=False))
