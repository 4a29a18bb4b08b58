"""Inspection of a PDF: pages, faces, language, title, tags, and the glyphs and letters of its text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from io import BytesIO

import pikepdf

from generator.inspection import tagged
from generator.inspection.defects import Defect, defect, shortened
from generator.inspection.drawn import DrawnGlyph, Font, PageReader
from generator.inspection.layout import UNTOLD, Layout, first_names
from generator.inspection.marks import SEPARATOR, is_across, of_file

_SUBSET = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_WEIGHT = re.compile(r"[-,](?:Regular|Bold|Italic|BoldItalic|Oblique|BoldOblique)$")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BOLD = re.compile(r" Bold$")
_PRESENTATION = re.compile("[\ufb50-\ufdf1\ufdf3-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]")
"""Letters frozen in one shape; the words «ﷲ» and «﷼» are characters of their own."""


_DAMAGE = (
    pikepdf.PikepdfError,
    # What is of another kind than the standard says has neither the members nor the values that are looked for.
    AttributeError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    NotImplementedError,
)
"""The exceptions that reading a damaged or made-up file raises."""


def inspect(data: bytes, faces: Collection[str], marks: Collection[str]) -> list[Defect]:
    """Return the defects of a PDF, page by page; a file that does not open has one that says so."""
    return list(defects(data, faces, marks))


def layout(data: bytes) -> Layout:
    """Return the program with its version that laid out a PDF, as the file says, and the faces of its pages."""
    try:
        with pikepdf.open(BytesIO(data)) as file:
            fonts = (font for page in file.pages for font in page.resources.get("/Font", {}).values())
            names = {str(font.get("/BaseFont", "")) for font in fonts}
            return Layout(shortened(str(file.docinfo.get("/Producer", "")).strip()), first_names(map(_readable, names)))
    except _DAMAGE:
        return UNTOLD


def defects(data: bytes, faces: Collection[str], marks: Collection[str]) -> Iterator[Defect]:
    """Yield the defects of a PDF; where its structure makes no sense, reading ends with the defect that it is broken."""
    try:
        with pikepdf.open(BytesIO(data)) as file:
            yield from _file(file)
            yield from tagged.inspect(file)
            yield from _pages(file, faces, marks)
    except _DAMAGE:
        yield defect("pdf-file-broken")


def _file(file: pikepdf.Pdf) -> Iterator[Defect]:
    if not len(file.pages):
        yield defect("pdf-no-pages")
    if not str(file.Root.get("/Lang", "")).lower().startswith("fa"):
        yield defect("pdf-language-missing")
    if not str(file.docinfo.get("/Title", "")).strip():
        yield defect("pdf-title-missing")


def _pages(file: pikepdf.Pdf, faces: Collection[str], marks: Collection[str]) -> Iterator[Defect]:
    seen: set[str] = set()
    several: Counter[DrawnGlyph] = Counter()
    first_page: dict[DrawnGlyph, str] = {}
    own = of_file(file)
    marks = dict.fromkeys((*marks, *own))
    reader = PageReader()
    for number, page in enumerate(file.pages, 1):
        part = f"page {number}"
        glyphs = list(reader.drawn(page))
        for font in dict.fromkeys(glyph.font for glyph in glyphs):
            if font.name not in seen:
                seen.add(font.name)
                yield from _face(font, faces, part)
        yield from _text(glyphs, part)
        for glyph in filter(_is_several_letters, glyphs):
            several[glyph] += 1
            first_page.setdefault(glyph, part)
        yield from _marks(glyphs, marks, part)
        if own and not is_across(page):
            yield defect("pdf-mark-not-across", part, mark=SEPARATOR.join(own))
    for glyph, count in several.items():
        yield defect("pdf-glyph-several-letters", first_page[glyph], text=glyph.text, count=count, name=glyph.font.name)


def _is_several_letters(glyph: DrawnGlyph) -> bool:
    """Return whether a glyph is several letters that a reader may reverse; Latin ones («fi») are read as written."""
    return len(glyph.text) > 1 and any(unicodedata.bidirectional(letter) != "L" for letter in glyph.text)


def family(name: str) -> str:
    """Return the family of a face as a PDF names it: `ABCDEF+Liberation-Serif-Bold` is «Liberation Serif»."""
    return _WEIGHT.sub("", _SUBSET.sub("", name)).replace("-", " ")


def _readable(name: str) -> str:
    """Return the family with the spaces that a PDF leaves out: `ABCDEF+BNazaninBold` is «B Nazanin»."""
    return _BOLD.sub("", _JOINT.sub(" ", family(name)))


def _face(font: Font, faces: Collection[str], part: str) -> Iterator[Defect]:
    if not font.embedded:
        yield defect("pdf-face-not-embedded", part, name=font.name)
    # A program may leave the spaces of a name out: «Liberation Serif» is `LiberationSerif`.
    if faces and family(font.name).replace(" ", "") not in {face.replace(" ", "") for face in faces}:
        yield defect("pdf-face-foreign", part, name=font.name)


def _text(glyphs: list[DrawnGlyph], part: str) -> Iterator[Defect]:
    missing = [glyph for glyph in glyphs if glyph.missing]
    if missing:
        names = "، ".join(dict.fromkeys(glyph.font.name for glyph in missing))
        yield defect("pdf-glyph-missing", part, count=len(missing), name=names)
    unread = sum(1 for glyph in glyphs if not glyph.text)
    if unread:
        yield defect("pdf-text-unreadable", part, count=unread)
    shaped = dict.fromkeys(_PRESENTATION.findall("".join(glyph.text for glyph in glyphs)))
    if shaped:
        yield defect("pdf-presentation-forms", part, characters="".join(shaped))


def _marks(glyphs: list[DrawnGlyph], marks: Collection[str], part: str) -> Iterator[Defect]:
    """Look for each mark in the order of drawing and in the reverse: right-to-left lines are drawn from the left."""
    pieces = [letters(glyph.text) for glyph in glyphs]
    forward, backward = "".join(pieces), "".join(reversed(pieces))
    for mark in marks:
        if letters(mark) not in forward and letters(mark) not in backward:
            yield defect("pdf-mark-missing", part, mark=mark)


def letters(text: str) -> str:
    """Return the letters and digits of a text alone."""
    return "".join(character for character in text if character.isalnum())
