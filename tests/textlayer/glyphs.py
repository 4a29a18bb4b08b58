"""Whether the text of a PDF is honest: each glyph draws the letter it stands for, where readers say that the letter is.

What is drawn is read from MuPDF's trace, where readers see each letter from pdfium, what a glyph looks like from the embedded
face, and what letters a glyph of a face can be from the file of the face itself.
"""

from __future__ import annotations

import ctypes
import io
import re
import subprocess
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont
from lxml import etree
from pypdfium2 import raw

from generator.inspection.pdf import family
from generator.style import faces
from tests.style import families
from tests.textlayer.shapes import MIRRORED, letters_of, outline

_NEAR = 0.05
"""How far from each other two glyphs of one word stand at most, in the size of the face; a space is 0.2 wide."""

_SAME_PLACE = 0.25
"""Points by which two programs may see one letter apart."""

_SMALLEST = 4.0
"""Points; smaller text would be there for programs only."""

_TEXT = ("fill_text", "stroke_text", "ignore_text", "clip_text", "clip_stroke_text")
_ENOUGH = 300
"""Seconds that MuPDF may take for a document."""

_SPACES = re.compile("[\\s\u00a0\u202f]")
_DIRECTION = re.compile("[\u200e\u200f]")
_JOINING = re.compile("[\u200c\u200d]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph drawn on a page (from 0): its letter, its number in the face, where it begins and ends, from the top left.

    Positions and the size of the face are points; a number below 0 says that the letter is a further one of the glyph before.
    """

    page: int
    font: str
    number: int
    letter: str
    x: float
    end: float
    y: float
    size: float
    how: str


def drawn(pdf: Path, faces: Mapping[str, Face]) -> Iterator[Glyph]:
    """Every glyph of a PDF in the order of drawing; MuPDF has it by its name where the face has names."""
    command = ["mutool", "draw", "-q", "-F", "trace", "-o", "-", str(pdf)]
    traced = subprocess.run(command, check=True, capture_output=True, timeout=_ENOUGH).stdout
    page, how, font, size = -1, "", "", 0.0
    across = up = right = down = 0.0
    for _, node in etree.iterparse(io.BytesIO(traced), events=("start",), huge_tree=True):
        if node.tag == "page":
            page += 1
        elif node.tag in _TEXT:
            how = node.tag
            across, _, _, up, right, down = map(float, node.get("transform", "").split())
        elif node.tag == "span":
            font, size = node.get("font", ""), abs(float(node.get("trm", "").split()[3]) * up)
        elif node.tag == "g":
            x, y = float(node.get("x", "")) * across + right, float(node.get("y", "")) * up + down
            name, end = node.get("glyph", "-1"), x + float(node.get("adv", "0")) * size
            number = int(name) if name.lstrip("-").isdecimal() else faces[font].number(name)
            yield Glyph(page, font, number, node.get("unicode", ""), x, end, y, size, how)


@cache
def _known() -> Mapping[str, faces.Face]:
    """The faces of both looks."""
    return faces.find_faces(families.ALL)


def _squeezed(name: str) -> str:
    """The family of a face as a PDF names it, without spaces, which only one of the engines keeps."""
    return family(name).replace(" ", "")


class Face:
    """A face as a PDF embeds it, with glyphs that are made of its own."""

    def __init__(self, name: str, program: bytes) -> None:
        self._font = TTFont(io.BytesIO(program))
        self._em = self._font["head"].unitsPerEm
        (found,) = (face.file("Bold" in name) for each, face in _known().items() if each.replace(" ", "") == _squeezed(name))
        assert found is not None, name
        self._letters = letters_of(found)
        self._known: dict[int, tuple[frozenset[str], tuple[float, float] | None]] = {}

    def number(self, name: str) -> int:
        """The number of a glyph by its name."""
        number: int = self._font.getGlyphID(name)
        return number

    def letters(self, number: int) -> frozenset[str]:
        """The letters that what a glyph draws can be; none for one without ink."""
        return self._about(number)[0]

    def ink(self, number: int) -> tuple[float, float] | None:
        """From where to where the ink of a glyph goes, in the size of the face from its origin; None for one without."""
        return self._about(number)[1]

    def _about(self, number: int) -> tuple[frozenset[str], tuple[float, float] | None]:
        if number not in self._known:
            name = self._font.getGlyphName(number)
            glyph = self._font["glyf"][name]
            inked = bool(glyph.numberOfContours) and hasattr(glyph, "xMin")
            self._known[number] = self._of(name), (glyph.xMin / self._em, glyph.xMax / self._em) if inked else None
        return self._known[number]

    def _of(self, name: str) -> frozenset[str]:
        """The letters of a glyph of the face, or of those that an added one is made of."""
        table = self._font["glyf"]
        points = outline(table, name)
        if points in self._letters or not table[name].isComposite():
            return self._letters.get(points, frozenset())
        return frozenset().union(*(self._of(part.glyphName) for part in table[name].components))


class Pages:
    """The glyphs of a PDF by page, with their faces."""

    def __init__(self, pdf: Path) -> None:
        self.pdf = pdf
        self.glyphs = [*drawn(pdf, self.faces)]

    @cached_property
    def faces(self) -> dict[str, Face]:
        """The embedded faces by the name that the PDF gives each."""
        found: dict[str, Face] = {}
        with pikepdf.open(self.pdf) as file:
            for page in file.pages:
                for font in page.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary()).values():
                    name = str(font.BaseFont)[1:]
                    if name not in found:
                        found[name] = Face(name, font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())
        return found

    def ink(self, glyph: Glyph) -> tuple[float, float] | None:
        """From where to where the ink of a glyph goes on its page."""
        ink = self.faces[glyph.font].ink(glyph.number) if glyph.number >= 0 else None
        return None if ink is None else (glyph.x + ink[0] * glyph.size, glyph.x + ink[1] * glyph.size)

    def letters(self, glyph: Glyph) -> frozenset[str]:
        """The letters that the ink of a glyph can be."""
        return self.faces[glyph.font].letters(glyph.number)


def faults(pdf: Path) -> list[str]:
    """What is not honest in the text of a PDF, each kind of fault once with its number and where it is first."""
    pages = Pages(pdf)
    told: dict[str, list[Glyph]] = defaultdict(list)
    for fault, glyph in (*_hidden(pages), *_untrue(pages), *_twice(pages), *_alone(pages), *elsewhere(pages)):
        told[f"{fault} «{glyph.letter}»"].append(glyph)
    return [f"page {found[0].page + 1}: {fault}, {len(found)} times" for fault, found in told.items()]


Faults = Iterator[tuple[str, Glyph]]


def _hidden(pages: Pages) -> Faults:
    for glyph in pages.glyphs:
        if glyph.how != "fill_text":
            yield "text that is not drawn", glyph
        elif glyph.size < _SMALLEST:
            yield "text too small to be seen", glyph


def _untrue(pages: Pages) -> Faults:
    """Glyphs that draw another letter than the one they stand for, or stand for none or several."""
    for glyph in pages.glyphs:
        if len(glyph.letter) != 1 or glyph.number < 0:
            yield "a glyph that does not stand for one letter", glyph
        elif pages.ink(glyph) is not None and glyph.letter not in pages.letters(glyph):
            yield "a glyph that draws another letter than", glyph


def _twice(pages: Pages) -> Faults:
    """Glyphs with ink drawn again at the same place."""
    inked = [glyph for glyph in pages.glyphs if pages.ink(glyph) is not None]
    places = Counter((glyph.page, glyph.font, glyph.number, round(glyph.x, 1), round(glyph.y, 1)) for glyph in inked)
    for glyph in inked:
        if places[glyph.page, glyph.font, glyph.number, round(glyph.x, 1), round(glyph.y, 1)] > 1:
            yield "drawn twice", glyph


def _alone(pages: Pages) -> Faults:
    """Letters without ink of their own that no glyph of their word draws, and joiners outside words."""
    lines: dict[tuple[int, float], list[Glyph]] = defaultdict(list)
    for glyph in pages.glyphs:
        lines[glyph.page, round(glyph.y, 1)].append(glyph)
    for line in lines.values():
        inked = [
            (min(ink[0], glyph.x), max(ink[1], glyph.end), glyph) for glyph in line if (ink := pages.ink(glyph)) is not None
        ]
        inked.sort(key=lambda each: each[:2])
        for glyph in line:
            if pages.ink(glyph) is None and not (_SPACES.match(glyph.letter) or _DIRECTION.match(glyph.letter)):
                word = _word(inked, glyph)
                joins = _JOINING.match(glyph.letter) and any(each.letter.isalnum() for each in word)
                if not joins and not any(glyph.letter in pages.letters(each) - {each.letter} for each in word):
                    yield "a letter without ink outside its word", glyph


def _word(inked: Sequence[tuple[float, float, Glyph]], glyph: Glyph) -> list[Glyph]:
    """The glyphs with ink around a place that follow each other without room for a space."""
    near = _NEAR * glyph.size
    start = bisect_left(inked, glyph.x, key=lambda each: each[0])
    word: list[Glyph] = []
    edge = glyph.x
    for left, right, each in inked[start:]:
        if left > edge + near:
            break
        word, edge = [*word, each], max(edge, right)
    edge = glyph.x
    for left, right, each in reversed(inked[:start]):
        if right < edge - near:
            break
        word, edge = [*word, each], min(edge, left)
    return word


def elsewhere(pages: Pages) -> Faults:
    """Letters that pdfium sees where they are not drawn: not where MuPDF sees them, or outside the ink of their glyph."""
    known: dict[tuple[int, str], list[Glyph]] = defaultdict(list)
    for glyph in pages.glyphs:
        # A bracket of a right-to-left line pdfium gives as it is drawn.
        for letter in {glyph.letter, MIRRORED.get(glyph.letter, ""), *_plain(glyph.letter)}:
            known[glyph.page, letter].append(glyph)
    for of in known.values():
        of.sort(key=lambda glyph: glyph.x)
    with pypdfium2.PdfDocument(pages.pdf) as file:
        for number, page in enumerate(file):
            for letter, x, y, middle in _seen(page):
                of = known.get((number, letter), [])
                near = of[bisect_left(of, x - _SAME_PLACE, key=lambda glyph: glyph.x) :]
                if not any(_is_at(pages, glyph, x, y, middle) for glyph in near if glyph.x <= x + _SAME_PLACE):
                    yield "seen by pdfium where it is not drawn:", Glyph(number, "", -1, letter, x, x, y, 0, "")


def _plain(letter: str) -> str:
    """What pdfium gives for a sign that others can write: «…», «½», «-» at the end of a line."""
    return "\u0002" if letter == "-" else unicodedata.normalize("NFKC", letter).replace("\u2044", "/")


def _is_at(pages: Pages, glyph: Glyph, x: float, y: float, middle: float) -> bool:
    if abs(glyph.y - y) > _SAME_PLACE or abs(glyph.x - x) > _SAME_PLACE:
        return False
    ink = pages.ink(glyph)
    return ink is None or ink[0] - _SAME_PLACE <= middle <= ink[1] + _SAME_PLACE


def _seen(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float, float]]:
    """Each letter that pdfium finds drawn: its origin, from the top left, and the middle of its box."""
    text, height = page.get_textpage(), page.get_height()
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if _SPACES.match(letter) or not raw.FPDFText_GetTextObject(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        yield letter, x.value, height - y.value, (left.value + right.value) / 2
