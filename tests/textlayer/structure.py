"""The blocks of a document: as its tree has them, as a screen reader is given them, and as they are copied from a page.

WeasyPrint draws each line of a paragraph, or each part of it in another face, as marked content of its own, Typst each part in
another face or direction, both with its glyphs from the left to the right, so that right-to-left text stands in the file in the
order of drawing (what `pdfinfo -struct-text` prints).
A screen reader goes through the elements and their marked content in the order of the structure, and gets the text within each
from its PDF program, which turns it as it does for copying: here pdfium, as in Chrome and Edge. A program that reads the bare
codes in their order gives each line from its end; PDF has `ReversedChars` for that, which is in no file:
WeasyPrint does not write it, and what Typst writes of it goes when the text is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from lxml import html as parsed
from pypdfium2 import raw

from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing.weasyprint import html
from tests.textlayer.words import cleaned

_PARAGRAPHS = ("p", "h1", "h2", "h3")
_BLOCKS = re.compile("/(?:P|H[1-6]|TD|TH|Caption|TOCI)")
_NOT_WRITTEN = ("/Lbl", "/Reference")
"""What the HTML does not say, but the style sheet draws: the marks of lists and the numbers of footnotes."""

_LATIN = re.compile("[A-Za-z]")
_DOTS = re.compile(r"(?:\.\s*){3,}")
_PAGE = re.compile("[ …]+[۰-۹]+$")
_OF_ANNEX = re.compile(r"[ …]*(پیوست [۰-۹]+، ص)")

LEAST = 0.995
"""The share of blocks that are read, and that are copied, as they are written.

Where glyphs stand for several letters and marks are raised, as WeasyPrint draws by itself, it is 0.54 to 0.84.
"""

Place = tuple[int, int]
"""A page, from 0, and the number of a marked content there."""

Ident = tuple[int, int]
"""What names an object of a PDF."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell, caption or line of contents: what a screen reader is given, and what is copied.

    Nothing is copied of a block with a footnote, which is drawn elsewhere.
    """

    kind: str
    read: str
    copied: str | None


def written(tree: Document, look: Style) -> list[str]:
    """The text of each block of a finished tree that has any, in order of reading, footnotes where their mark is."""
    sections = parsed.fromstring(html.compose(tree, look).html).body.iterchildren("section")
    texts = (_text(block) for section in sections for block in section.iter(*_PARAGRAPHS))
    return [text for text in texts if signs(text)]


def _text(block: parsed.HtmlElement) -> str:
    pieces = [] if block.get("class") == "mark" else [block.text or ""]
    for child in block:
        pieces += [" " if child.tag == "br" else _text(child), child.tail or ""]
    return "".join(pieces)


def blocks(pdf: Path) -> list[Block]:
    """The blocks of a PDF that have any text, in the order of its structure."""
    with pikepdf.open(pdf) as file, pypdfium2.PdfDocument(pdf) as drawn:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        texts = [_Page(drawn[number]) for number in range(len(pages))]
        made = []
        for element, page in _elements(file.Root.StructTreeRoot.K[0], pages, 0):
            places = [*_places(element, pages, page)]
            copied = None if _has_note(element) else _copied(places, texts)
            made.append(Block(str(element.S)[1:], _read(places, texts), copied))
    return [block for block in made if signs(block.read)]


def _has_note(element: pikepdf.Object) -> bool:
    return element.S == "/Note" or any(_has_note(kid) for kid in _kids(element))


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _elements(element: pikepdf.Object, pages: Mapping[Ident, int], page: int) -> Iterator[tuple[pikepdf.Object, int]]:
    """Each innermost block with the page on which it begins."""
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    within = [found for kid in _kids(element) for found in _elements(kid, pages, page)]
    if within or not _BLOCKS.fullmatch(str(element.S)):
        yield from within
    else:
        yield element, page


def _places(element: pikepdf.Object, pages: Mapping[Ident, int], page: int) -> Iterator[Place]:
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            yield page, kid
        elif kid.get("/Type") == "/MCR":
            yield pages[kid.Pg.objgen], int(kid.MCID)
        elif "/S" in kid and (str(kid.S) not in _NOT_WRITTEN or element.S == "/TOCI"):
            yield from _places(kid, pages, page)


class _Page:
    """The characters of a page in pdfium's order, and which marked content each belongs to."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        text = page.get_textpage()
        self.characters = [chr(raw.FPDFText_GetUnicode(text, index)) for index in range(text.count_chars())]
        self.of: dict[int, list[int]] = {}
        for index in range(len(self.characters)):
            drawn = raw.FPDFText_GetTextObject(text, index)
            if drawn:
                self.of.setdefault(raw.FPDFPageObj_GetMarkedContentID(drawn), []).append(index)


def _read(places: Sequence[Place], pages: Sequence[_Page]) -> str:
    return "".join(pages[page].characters[index] for page, mcid in places for index in pages[page].of.get(mcid, ()))


def _copied(places: Sequence[Place], pages: Sequence[_Page]) -> str:
    """What stands between the first and the last character of a block on each of its pages."""
    indices: dict[int, list[int]] = {}
    for page, mcid in places:
        indices.setdefault(page, []).extend(pages[page].of.get(mcid, ()))
    return "\n".join("".join(pages[page].characters[min(of) : max(of) + 1]) for page, of in indices.items() if of)


def signs(text: str) -> str:
    """All that a text shows but its spaces, which the end of a line swallows."""
    return "".join(_DOTS.sub("…", cleaned(text)).split())


def plain(text: str) -> str:
    """A text with one space where it has any and where a line ends, and a row of dots, which may go on on the next, as one."""
    return " ".join(_DOTS.sub("…", cleaned(text)).split())


def is_read(text: str, block: Block) -> bool:
    """Whether a screen reader is given a text, sign by sign; a line of contents ends with its page."""
    wanted, given = signs(text), signs(block.read)
    return given == wanted or (block.kind == "TOCI" and given.startswith(wanted) and given[len(wanted) :].isdecimal())


def is_copied(text: str, copied: str, kind: str) -> bool:
    """Whether a text is copied as it is written, its spaces too; a line of contents with dots and its page behind it.

    A page of an annex is behind the annex's name, and the dots before that.
    """
    wanted, given = plain(text), plain(copied)
    listed = kind == "TOCI" and (_PAGE.sub("", given), _PAGE.sub("", _OF_ANNEX.sub(r" \1", given)).strip())
    return given == wanted or (listed and wanted.rstrip(" …") in listed)


def is_mixed(text: str) -> bool:
    """Whether a text has Latin letters: pdfium reads several Latin words of a Persian line from the last one, and «A4» or «C++»
    from the end, whatever is in the file."""
    return _LATIN.search(text) is not None


def shares(texts: Sequence[str], found: Sequence[Block]) -> tuple[float, float]:
    """Of as many texts as blocks: the share that a screen reader is given, and the share that is copied."""
    pairs = [pair for pair in zip(texts, found, strict=True) if not is_mixed(pair[0])]
    copied = [(text, block.copied, block.kind) for text, block in pairs if block.copied is not None]
    return sum(is_read(*pair) for pair in pairs) / len(pairs), sum(is_copied(*each) for each in copied) / len(copied)


def replaced(pdf: Path) -> list[str]:
    """The texts of more than one word that a PDF gives in place of what it draws (`ActualText`): readers turn them around."""
    with pikepdf.open(pdf) as file:
        of_elements = [str(each.ActualText) for each in _all(file.Root.StructTreeRoot.K[0]) if "/ActualText" in each]
        of_content = [
            str(operand.ActualText)
            for page in file.pages
            for instruction in pikepdf.parse_content_stream(page, "BDC DP")
            for operand in instruction.operands
            if isinstance(operand, pikepdf.Dictionary) and "/ActualText" in operand
        ]
    return [text for text in (*of_elements, *of_content) if len(text.split()) > 1]


def _all(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in _kids(element):
        yield from _all(kid)
