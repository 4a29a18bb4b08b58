"""Faults planted in the text of a PDF: letters that are not what is drawn, not where it is drawn, or not read in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing.typst import writer as typst
from generator.writing.weasyprint import writer as weasyprint
from tests.documents.built import ROOT
from tests.textlayer import glyphs, structure
from tests.writing import trees

ENGINES = [pytest.param(weasyprint, id="weasyprint"), pytest.param(typst, id="typst")]
Spoil = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


@pytest.fixture(scope="module")
def tree() -> Document:
    long = " ".join(f"همهٔ اطلاعات خانه\u200cهای {month} در سال ۱۳۹۸ ه\u200d.ش به ۲۰٪ رسید." for month in trees.MONTHS)
    return trees.document(trees.paragraph(long), trees.paragraph("پهنهٔ ۳ (گلشهر)"), *trees.lists()[:1])


@pytest.fixture(scope="module", params=ENGINES)
def made(request: pytest.FixtureRequest, tree: Document, look: Style, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("honest") / "made.pdf"
    file.write_bytes(request.param.write(tree, look).data)
    return file


@pytest.fixture
def spoilt(made: Path, tmp_path: Path) -> Callable[[Spoil], Path]:
    """The file after a change."""

    def change(spoil: Spoil) -> Path:
        with pikepdf.open(made) as file:
            spoil(file)
            file.save(tmp_path / "spoilt.pdf")
        return tmp_path / "spoilt.pdf"

    return change


def content(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Replace what a pattern first finds in the content of the first page."""
    stream = file.pages[0].Contents
    written, count = re.subn(old, new, stream.read_bytes(), count=1, flags=re.DOTALL)
    assert count == 1
    stream.write(written)


def exchanged_letters(file: pikepdf.Pdf) -> None:
    """Have the glyphs of «ر» stand for «د» and those of «د» for «ر»."""
    for font in file.pages[0].Resources.Font.values():
        table = font.ToUnicode.read_bytes().decode()
        font.ToUnicode.write(
            re.sub("<(0631|062f)>$", lambda each: f"<{'062f' if each[1] == '0631' else '0631'}>", table, flags=re.M).encode()
        )


def two_letters(file: pikepdf.Pdf) -> None:
    for font in file.pages[0].Resources.Font.values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0631>\n", b"<06310627>\n"))


def drawn_twice(file: pikepdf.Pdf) -> None:
    content(file, rb"(BT.*?ET)", rb"\1\n\1")


def not_drawn(file: pikepdf.Pdf) -> None:
    content(file, rb"BT", b"BT 3 Tr")


def too_small(file: pikepdf.Pdf) -> None:
    content(file, rb"(/\w+) [\d.]+ Tf", rb"\1 1 Tf")


def without_ink(file: pikepdf.Pdf) -> None:
    """Have the spaces stand for a letter that nothing draws."""
    for font in file.pages[0].Resources.Font.values():
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0020>\n", b"<0641>\n"))


def test_the_text_that_is_drawn_is_honest(made: Path) -> None:
    assert glyphs.faults(made) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (exchanged_letters, "draws another letter"),
        (two_letters, "does not stand for one letter"),
        (drawn_twice, "drawn twice"),
        (not_drawn, "not drawn"),
        (too_small, "too small"),
        (without_ink, "outside its word"),
    ],
)
def test_text_that_is_not_what_is_drawn_is_found(spoilt: Callable[[Spoil], Path], spoil: Spoil, told: str) -> None:
    found = glyphs.faults(spoilt(spoil))

    assert any(told in fault and fault.startswith("page 1: ") for fault in found), found


@pytest.mark.parametrize("away", [{"x": 0.5}, {"y": -0.5}])
def test_a_letter_that_readers_see_beside_what_is_drawn_is_found(made: Path, away: dict[str, float]) -> None:
    pages = glyphs.Pages(made)
    at = next(number for number, glyph in enumerate(pages.glyphs) if glyph.letter == "ر")
    moved = replace(pages.glyphs[at], **{name: getattr(pages.glyphs[at], name) + far for name, far in away.items()})
    pages.glyphs[at] = moved

    assert [(fault, glyph.letter) for fault, glyph in glyphs.elsewhere(pages)] == [
        ("seen by pdfium where it is not drawn:", "ر")
    ]


def paragraph_of(file: pikepdf.Pdf) -> pikepdf.Object:
    """The first paragraph."""
    found = file.Root.StructTreeRoot.K
    while not isinstance(found, pikepdf.Dictionary) or found.S != "/P":
        found = found.K if isinstance(found, pikepdf.Dictionary) else found[0]
    return found


def turned_lines(file: pikepdf.Pdf) -> None:
    """Read the last part of a paragraph first."""
    paragraph = paragraph_of(file)
    paragraph.K = pikepdf.Array(reversed([*paragraph.K]))


def test_a_screen_reader_is_given_each_block_as_the_tree_has_it_and_it_is_copied_so(
    tree: Document, look: Style, made: Path
) -> None:
    assert structure.shares(structure.written(tree, look), structure.blocks(made)) == (1, 1)
    assert structure.replaced(made) == []


def test_lines_in_another_order_and_letters_that_are_others_are_found(
    tree: Document, look: Style, spoilt: Callable[[Spoil], Path]
) -> None:
    texts = structure.written(tree, look)
    turned, exchanged = (
        structure.shares(texts, structure.blocks(spoilt(spoil))) for spoil in (turned_lines, exchanged_letters)
    )

    assert turned[0] == 1 - 1 / len(texts)
    assert turned[1] == 1
    assert max(exchanged) < 1


def said_otherwise(file: pikepdf.Pdf) -> None:
    paragraph_of(file).ActualText = pikepdf.String("دو واژه")


def said_in_content(file: pikepdf.Pdf) -> None:
    content(file, rb"<</MCID (\d+)>>", rb"<</MCID \1 /ActualText (a b)>>")


@pytest.mark.parametrize(("spoil", "text"), [(said_otherwise, "دو واژه"), (said_in_content, "a b")])
def test_text_in_place_of_more_than_a_word_is_found(spoilt: Callable[[Spoil], Path], spoil: Spoil, text: str) -> None:
    assert structure.replaced(spoilt(spoil)) == [text]
