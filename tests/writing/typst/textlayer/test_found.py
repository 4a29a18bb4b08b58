"""The text of a mended file in every face of both looks: found as it is written, one glyph a letter, drawn as ever."""

from __future__ import annotations

import ctypes
import math
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw as raw_pdfium

from generator.persian.direction import RLM
from tests.textlayer.readers import READERS
from tests.textlayer.words import words
from tests.writing.pdf import drawn as read
from tests.writing.pdf.drawn import Drawn
from tests.writing.typst.textlayer import drawn

FACES = [
    ("Nazli", "regular"),
    ("Nazli", "bold"),
    ("Titr", "bold"),
    ("Amiri", "regular"),
    ("Amiri", "bold"),
    ("Noto Sans Arabic", "regular"),
    ("Noto Sans Arabic", "bold"),
]
PLAIN = {"Amiri": "kerning: false, features: (calt: 0)"}
"""How the look with this face has it drawn."""
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
    "percent within a number": "نرخ ۵۰٪ و (۷٪)",
    "several levels": f"بند ۶{RLM}-{RLM}۲ و مادهٔ ۱۴۰۴.",
    "date": "تا ۱۴۰۴/۰۵/۱۲ یا ۳/۴",
    "list of numbers": "دستگاه\u200cهای ۰۵، ۱۷، ۱۸ و ۲۱",
    "brackets": "دفتر (پیوست) «گلشهر» و (۲۰) [یک]",
    "Latin": "لایه\u200cهای GIS\u200cها، (NGO) و OCR",
    "no-break space": "۱۲\u00a0نفر و دکتر\u00a0رضایی",
    "a dash of another face": "محلهٔ گلشهر – منطقهٔ\u00a0۵ – مشهد",
}


@pytest.fixture(scope="module")
def raw() -> bytes:
    """Every line in every face, a page for each face, as Typst writes it."""
    pages = []
    for family, weight in FACES:
        lines = "\n".join(f"par({drawn.text(line)})" for line in LINES.values())
        look = f'font: ("{family}", "Liberation Serif"), weight: "{weight}", {PLAIN.get(family, "")}'
        pages.append(f"#{{ set text({look})\n{lines}\npagebreak(weak: true) }}")
    return drawn.draw("\n".join(pages))


@pytest.fixture(scope="module")
def data(raw: bytes) -> bytes:
    return drawn.mended(raw)


@pytest.fixture(scope="module")
def pages(data: bytes) -> list[list[Drawn]]:
    return drawn.glyphs(data)


def expected(line: str) -> str:
    """A line as it is found."""
    return read.undirected(line).replace("\u00a0", " ").replace("ۀ", "هٔ")


def test_pdfium_has_every_line_as_it_is_written(data: bytes) -> None:
    for (family, weight), text in zip(FACES, read.pdfium(data), strict=True):
        found = [line.strip() for line in text.replace("سند\r\n", "").split("\r\n") if line.strip()]
        assert found == [expected(line) for line in LINES.values()], f"{family} {weight}"


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_finds_every_word(data: bytes, reader: str, tmp_path: Path) -> None:
    (tmp_path / "read.pdf").write_bytes(data)
    wanted = Counter(word for line in LINES.values() for word in words(expected(line)))
    for (family, weight), text in zip(FACES, READERS[reader](tmp_path / "read.pdf"), strict=True):
        assert not wanted - Counter(words(text)), f"{family} {weight}"


def test_what_typst_writes_is_not_found_by_itself(raw: bytes) -> None:
    """Else there would be nothing to mend."""
    assert "شناسهٔ" not in " ".join(read.pdfium(raw))


def test_every_glyph_means_one_letter(pages: list[list[Drawn]]) -> None:
    assert {len(glyph.letter) for page in pages for glyph in page} == {1}


def test_no_two_glyphs_of_a_line_are_at_one_place(pages: list[list[Drawn]]) -> None:
    """poppler sorts by place, and loses the order of those that share one."""
    for page in pages:
        lines = defaultdict(list)
        for glyph in page:
            lines[round(glyph.y, 2)].append(glyph.x)
        for places in lines.values():
            assert all(after - before > 0.005 for before, after in pairwise(sorted(places)))


def test_nothing_is_drawn_elsewhere_or_twice(raw: bytes, pages: list[list[Drawn]]) -> None:
    """Outline by outline against what Typst draws by itself."""
    for before, after in zip(drawn.glyphs(raw), pages, strict=True):
        ours, theirs = _places(after), _places(before)
        assert ours.keys() == theirs.keys()
        for shape, places in ours.items():
            assert len(places) == len(theirs[shape])
            for place in places:
                nearest = min(theirs[shape], key=lambda other: math.dist(other, place))
                assert math.dist(nearest, place) < 0.01
                theirs[shape].remove(nearest)


def _places(page: list[Drawn]) -> Mapping[str, list[tuple[float, float]]]:
    found = defaultdict(list)
    for glyph in page:
        for shape, x, y in glyph.inks:
            found[shape].append((x, y))
    return found


@pytest.fixture(scope="module")
def unmarked() -> bytes:
    """Lines without raised marks and percent signs, whose glyphs stay what they are."""
    kept = [line for line in LINES.values() if not {"\u0654", "\u06c0", "٪", "\u0651"} & {*line}]
    return drawn.draw(
        '#set text(font: ("Nazli", "Liberation Serif"))\n' + "\n".join(f"#par({drawn.text(line)})" for line in kept)
    )


def test_poppler_draws_the_same_pixels(unmarked: bytes, tmp_path: Path) -> None:
    assert _poppler(drawn.mended(unmarked), tmp_path) == _poppler(unmarked, tmp_path)


def _poppler(data: bytes, folder: Path) -> bytes:
    (folder / "drawn.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", "150", "-gray", str(folder / "drawn.pdf")]
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_pdfium_has_every_letter_where_it_is_drawn(data: bytes, pages: list[list[Drawn]]) -> None:
    """It knows whole thousandths of widths only, which Typst does not heed: the letters of its lines are a little off."""
    with pypdfium2.PdfDocument(data) as file:
        for page, ours in zip(file, pages, strict=True):
            places = {(round(glyph.x, 1) + dx, round(glyph.y, 1) + dy) for glyph in ours for dx in NEAR for dy in NEAR}
            near = {(round(x, 1), round(y, 1)) for x, y in places}
            seen = [*_seen(page)]
            assert len(seen) > 400
            assert {place for place in seen if (round(place[0], 1), round(place[1], 1)) not in near} == set()


NEAR = (-0.1, 0.0, 0.1)


def _seen(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if raw_pdfium.FPDFText_GetTextObject(text, index):
            raw_pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            yield x.value, y.value
