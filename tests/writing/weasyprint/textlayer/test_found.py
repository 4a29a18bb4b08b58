"""The text of a drawn page in every face of both looks: found as it is written, honest about where it is, drawn as ever."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.writing.weasyprint import textlayer
from tests.writing.pdf import drawn as read
from tests.writing.pdf.drawn import Drawn
from tests.writing.weasyprint.textlayer import drawn

FACES = [
    ("Nazli", "normal"),
    ("Nazli", "bold"),
    ("Titr", "bold"),
    ("Amiri", "normal"),
    ("Amiri", "bold"),
    ("Noto Sans Arabic", "normal"),
    ("Noto Sans Arabic", "bold"),
    ("Liberation Serif", "normal"),
]
PLAIN = {"Amiri": "font-kerning: none; font-variant-ligatures: no-contextual"}
"""How the look with this face has it drawn."""
RLM = "\u200f"
LINES = {
    "half-space": "برنامه\u200cها را آماده می\u200cکند",
    "zero width joiner": "سال ۱۴۰۴ ه\u200d.ش و ه\u200d.ق",
    "lam-alef": "سلامت، اطلاعات و تسهیلات بالا",
    "hamza": "همهٔ محلهٔ گلشهر در پهنهٔ ۳ و شناسهٔ ملی",
    "hamza at an end": "نسخهٔ",
    "hamza of one character": "همۀ خانه\u200cها",
    "vowel signs": "سریعاً، مثلاً کمّی خُرد و اوّلاً",
    "ligature with marks": "لّا سلاّم",
    "percent": f"نرخ ۲۰{RLM}٪ تا ۳۳٫۵{RLM}٪ از ۱٬۲۰۴{RLM}٪، ۵{RLM}%",
    "signed percent": f"تغییر \u2066\u200e-۲۰\u200e\u2069{RLM}٪ است",
    "percent within a number": "نرخ ۵۰٪ و (۷٪)",
    "several levels": f"بند ۶{RLM}-{RLM}۲ و مادهٔ ۱۴۰۴.",
    "number in parts": "تلفن \u2066\u200e۰۵۱ ۳۸۴۵\u200e\u2069 است",
    "range": "از ۱۰–۲۰ تا ۱۴۰۴/۰۵/۱۲",
    "list of numbers": "دستگاه\u200cهای ۰۵، ۱۷، ۱۸ و ۲۱",
    "brackets": "دفتر (پیوست) «گلشهر» و (۲۰) [یک]",
    "Latin": "لایه\u200cهای GIS\u200cها، (NGO) و OCR",
    "no-break space": "۱۲\u00a0نفر و دکتر\u00a0رضایی",
}


@pytest.fixture(scope="module")
def page() -> str:
    """Every line in every face, a page for each face."""
    pages = []
    for family, weight in FACES:
        lines = "".join(f"<p>{line}</p>" for line in LINES.values())
        style = f"font: {weight} 13pt '{family}'; {PLAIN.get(family, '')}; page-break-after: always"
        pages.append(f'<div style="{style}">{lines}</div>')
    return "".join(pages)


@pytest.fixture(scope="module")
def data(page: str) -> bytes:
    return drawn.draw(page)


@pytest.fixture(scope="module")
def pages(data: bytes) -> list[list[Drawn]]:
    return drawn.glyphs(data)


def expected(line: str) -> str:
    """A line as it is found."""
    return read.undirected(line).replace("\u00a0", " ").replace("ۀ", "هٔ")


def test_pdfium_has_every_line_as_it_is_written(data: bytes) -> None:
    for (family, weight), text in zip(FACES, read.pdfium(data), strict=True):
        found = [line for line in text.replace("۰۵۱\u00a0۳", "۰۵۱ ۳").split("\r\n") if line]
        assert found == [expected(line) for line in LINES.values()], f"{family} {weight}"


def test_poppler_finds_every_word(data: bytes, tmp_path: Path) -> None:
    for (family, weight), text in zip(FACES, drawn.poppler(data, tmp_path), strict=True):
        lost = drawn.words("\n".join(map(expected, LINES.values()))) - drawn.words(text)
        assert not lost, f"{family} {weight}: {lost}"


def test_every_glyph_means_one_letter(pages: list[list[Drawn]]) -> None:
    assert {len(glyph.letter) for page in pages for glyph in page} == {1}


def test_a_glyph_without_ink_or_width_is_within_its_word(pages: list[list[Drawn]]) -> None:
    """Its place is an edge of a glyph with width of the same line, or a little off where Pango moved the pen."""
    for page in pages:
        edges = defaultdict(list)
        for glyph in page:
            if glyph.width:
                edges[glyph.y].extend((glyph.x, glyph.x + glyph.width))
        for glyph in page:
            if not glyph.width and not glyph.inks:
                assert min(abs(glyph.x - edge) for edge in edges[glyph.y]) < 0.3


def test_a_digit_is_found_in_its_own_box_and_a_percent_sign_at_the_end_of_its_number(pages: list[list[Drawn]]) -> None:
    """A percent sign of another face than its number's is drawn by itself, at the left."""
    for face, page in zip(FACES, pages, strict=True):
        alone = _shapes(page)
        numbers = [glyph for glyph in page if glyph.inks and (glyph.letter.isdigit() or glyph.letter == "-")]
        shapes = [{shape for shape, _, _ in glyph.inks} for glyph in numbers]
        assert len(numbers) > 40
        assert all(alone[glyph.letter] <= found for glyph, found in zip(numbers, shapes, strict=True)), face
        assert all(glyph.x - 1 <= x <= glyph.x + glyph.width for glyph in numbers for _, x, _ in glyph.inks), face
        signs = [place for place, glyph in enumerate(page) if glyph.letter in "٪%"]
        by_itself = sum(bool(page[place].inks) for place in signs)
        assert by_itself <= 2
        assert (
            sum(alone[glyph.letter] < found for glyph, found in zip(numbers, shapes, strict=True)) + by_itself
            == len(signs)
            == 7
        )
        assert all(page[place].inks or page[place - 1].letter.isdigit() for place in signs), face


def _shapes(page: list[Drawn]) -> Mapping[str, set[str]]:
    """The outlines of each letter where it is drawn with no other."""
    found: dict[str, set[str]] = {}
    for glyph in page:
        shapes = {shape for shape, _, _ in glyph.inks}
        if shapes and len(shapes) <= len(found.get(glyph.letter, shapes)):
            found[glyph.letter] = shapes
    return found


def test_nothing_is_drawn_elsewhere_or_twice(page: str, pages: list[list[Drawn]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Outline by outline against what WeasyPrint draws by itself."""
    monkeypatch.setattr(textlayer.text, "draw_first_line", textlayer._draw)
    plain = drawn.glyphs(drawn.draw(page))
    for before, after in zip(plain, pages, strict=True):
        ours, theirs = _places(after), _places(before)
        assert ours.keys() == theirs.keys()
        for shape, places in ours.items():
            assert len(places) == len(theirs[shape])
            for x, y in places:
                nearest = min(theirs[shape], key=lambda other: math.dist(other, (x, y)))
                assert math.dist(nearest, (x, y)) < 0.02
                theirs[shape].remove(nearest)


def _places(page: list[Drawn]) -> Mapping[str, list[tuple[float, float]]]:
    found = defaultdict(list)
    for glyph in page:
        for shape, x, y in glyph.inks:
            found[shape].append((x, y))
    return found
