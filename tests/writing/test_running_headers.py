"""Headers that repeat the current chapter, and margins mirrored for printing on both sides, in both formats."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.style.style import Style
from generator.tree.nodes import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Furniture,
    Heading,
    LineBreak,
    Ltr,
    PageBreak,
    Properties,
    Section,
    SectionTitle,
    Text,
)
from generator.writing import word, writers
from generator.writing.writers import Write
from tests.order import glyphs
from tests.order.cases import seen
from tests.visual.drawing import laid_out
from tests.writing import trees
from tests.writing.pdf.opened import page_texts
from tests.writing.word.opened import LOOK, Opened, find, words

REPEATED = Furniture(header_start=(Text("عنوان سند"), LineBreak(), SectionTitle()))
ONE = Heading(1, (Text("کلیات "), Ltr("GIS")), "a", "۱")
TWO = Heading(1, trees.text("نیازها"), "b", "۲")
MARKS = "[ \u200c-\u200f\u202a-\u202e\u2066-\u2069]"


def _document(*sections: tuple[Block, ...], furniture: Furniture = REPEATED) -> Document:
    return Document(Properties("سند"), tuple(Section(blocks) for blocks in sections), furniture)


def _pages(write: Write, document: Document, folder: Path, look: Style = LOOK) -> list[str]:
    file = folder / "headers.pdf"
    file.write_bytes(write(document, look).data)
    read = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(MARKS, "", page) for page in read.split("\f")[:-1]]


def _headers(opened: Opened) -> list[list[str]]:
    """The lines at the right of each header part."""
    return [[words(p) for p in find(header, "w:tbl/w:tr/w:tc[1]/w:p")] for header in opened.furniture("header")]


def test_the_pdf_repeats_the_chapter_that_a_page_belongs_to(write: Write, tmp_path: Path) -> None:
    text = trees.paragraph("متن")
    pages = _pages(write, _document((text, PageBreak(), ONE, PageBreak(), text, PageBreak(), TWO)), tmp_path)
    seen = [sorted(re.findall("کلیات|نیازها", page)) for page in pages]
    assert seen == [[], ["کلیات", "کلیات"], ["کلیات"], ["نیازها", "نیازها"]]


def test_typst_names_a_page_by_what_it_begins_with_and_not_by_a_chapter_further_down(tmp_path: Path) -> None:
    """WeasyPrint and Word take the first heading of a page wherever that stands: they ask for no other."""
    text = trees.paragraph("متن")
    document = _document((ONE, PageBreak(), *[text] * 8, TWO, text, PageBreak(), text))
    pages = _pages(writers.of("pdf", "typst").write, document, tmp_path)
    heads = [page.partition("متن")[0] for page in pages[1:]]
    assert [[word for word in ("کلیات", "نیازها") if word in head] for head in heads] == [["کلیات"], ["نیازها"]]


def test_a_page_that_begins_with_the_contents_is_named_by_them(write: Write, tmp_path: Path) -> None:
    listed = Contents(entries=(ContentsEntry("b", "heading", 1, "۲", trees.text("نیازها")),))
    text = trees.paragraph("متن")
    pages = _pages(write, _document((ONE, PageBreak(), listed, text, TWO, PageBreak(), text)), tmp_path)
    assert [re.findall("کلیات|نیازها|فهرست", page)[0] for page in pages] == ["کلیات", "فهرست", "نیازها"]
    assert pages[1].count("فهرست مطالب") == 2 or pages[1].count("فهرستمطالب") == 2


def test_the_lines_of_a_chapter_are_repeated_with_a_space_between_them(write: Write, tmp_path: Path) -> None:
    heading = Heading(1, (Text("متن"), LineBreak(), Text("دوسویه")), "a")
    (page,) = page_texts(write(_document((heading,)), LOOK), tmp_path, "-layout")
    assert re.findall("متن ?دوسویه", page) == ["متن دوسویه"]
    assert page.count("دوسویه") == 2


def test_word_computes_the_chapter_by_the_level_of_its_heading() -> None:
    header = Opened(_document((ONE, TWO))).furniture("header")[0]
    assert [(each.text or "").strip() for each in find(header, "//w:instrText")] == ["STYLEREF 1"]


def test_where_no_field_is_computed_word_shows_a_chapter_only_if_all_pages_stand_under_it() -> None:
    text = trees.paragraph("متن")
    opened = Opened(_document((ONE, text), (text,), (text, TWO), (Heading(1, trees.text("پایان"), "c", "۳"), text)))
    assert _headers(opened) == [["عنوان سند", "۱- کلیات GIS"], ["عنوان سند", ""], ["عنوان سند", "۳- پایان"]]


def test_a_repeated_title_keeps_its_spaces_where_libreoffice_computes_it(tmp_path: Path) -> None:
    """LibreOffice (24.2 and later) draws the title in parts, and leaves out the space that a part begins with."""
    title = (Text("سامانهٔ "), Ltr("GIS"), Text(" از سال ۱۴۰۴ تا سال"), Text("\u00a0۱۴۰۶\u00a0برای محله"))
    heading, text = Heading(1, title, "a", "۱"), trees.paragraph("متن")
    file = tmp_path / "title.docx"
    file.write_bytes(word.write(_document((heading, text, PageBreak(), text)), LOOK).data)
    laid_out([file], tmp_path)
    shown = [line.text for line in glyphs.lines(tmp_path / "title.pdf") if "GIS" in line.text]
    assert len(shown) == 3
    assert {line.partition(" GIS ")[0] for line in shown} == {seen("از سال ۱۴۰۴ تا سال ۱۴۰۶ برای محله")}


def test_marks_for_spaces_are_in_no_title_that_is_not_repeated() -> None:
    heading = Heading(1, trees.text("برنامهٔ ۱۴۰۴ محله"), "a")
    repeated, alone = (
        Opened(_document((heading,), furniture=furniture)).part("word/document.xml") for furniture in (REPEATED, Furniture())
    )
    assert "۱۴۰۴\u200f محله" in "".join(repeated.itertext())
    assert "\u200f" not in "".join(alone.itertext())


def test_a_document_without_chapters_has_no_field_for_them() -> None:
    opened = Opened(_document((Heading(2, trees.text("بخش"), "s", "۱"),)))
    assert _headers(opened) == [["عنوان سند", ""]]
    assert not find(opened.furniture("header")[0], "//w:instrText")


@pytest.fixture(scope="module")
def both_sides() -> Style:
    pages = {name: page.model_copy(update={"duplex": name == "portrait"}) for name, page in LOOK.pages.items()}
    return LOOK.model_copy(update={"pages": pages})


def test_a_page_for_both_sides_has_its_wide_margin_at_the_back_of_the_other(
    write: Write, both_sides: Style, tmp_path: Path
) -> None:
    line = trees.paragraph("سطری که از یک سوی صفحه تا سوی دیگر آن می‌رسد و باز هم دنباله دارد " * 4)
    result = write(_document((line, PageBreak(), line, PageBreak(), line)), both_sides)
    file = tmp_path / "sides.pdf"
    file.write_bytes(result.data)
    boxes = subprocess.run(["pdftotext", "-bbox-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    rights = [
        max(float(right) for right in re.findall(r'<line [^>]*xMax="([\d.]+)"', page)) for page in boxes.split("<page ")[1:]
    ]
    page = both_sides.pages["portrait"]
    expected = [(page.width - margin) * 72 / 25.4 for margin in (page.right, page.left, page.right)]
    assert rights == pytest.approx(expected, abs=3)


def test_word_mirrors_the_margins_of_a_document_whose_pages_all_ask_for_it(both_sides: Style) -> None:
    def mirrored(look: Style, *forms: str) -> bool:
        sections = tuple(Section((trees.paragraph("متن"),), form) for form in forms)
        opened = Opened(Document(Properties("سند"), sections), look)
        return bool(find(opened.part("word/settings.xml"), "w:mirrorMargins"))

    assert mirrored(both_sides, "portrait", "portrait")
    assert not mirrored(both_sides, "portrait", "landscape")
    assert not mirrored(LOOK, "portrait")
    assert not mirrored(LOOK)
