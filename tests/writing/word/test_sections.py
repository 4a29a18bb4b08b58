"""Sections, page forms, headers, footers, cover."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.tree.nodes import Document, Furniture, Properties, Section
from tests.writing import trees
from tests.writing.word.opened import LOOK, Opened, W, find, value, words

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture(scope="module")
def rich() -> Opened:
    return Opened(trees.rich())


def _part(opened: Opened, section: etree._Element, kind: str, which: str = "default") -> etree._Element | None:
    found = find(section, f"w:{kind}Reference[@w:type='{which}']")
    if not found:
        return None
    relations = opened.part("word/_rels/document.xml.rels")
    target = next(entry.get("Target") for entry in relations if entry.get("Id") == found[0].get(RELATION))
    return opened.part(f"word/{target}")


def test_each_section_has_the_paper_and_margins_of_its_page_form(rich: Opened) -> None:
    forms = ("portrait", "landscape", "landscape-a3", "portrait")
    for section, form in zip(rich.find("//w:sectPr"), forms, strict=True):
        page = LOOK.pages[form]
        assert value(section, "w:pgSz", "w") == str(round(page.width * 1440 / 25.4))
        assert value(section, "w:pgSz", "h") == str(round(page.height * 1440 / 25.4))
        assert value(section, "w:pgSz", "orient") == ("landscape" if page.width > page.height else None)
        margins = find(section, "w:pgMar")[0]
        for side in ("top", "right", "bottom", "left", "header", "footer"):
            assert margins.get(W + side) == str(round(getattr(page, side) * 1440 / 25.4))


def test_a_section_that_ends_in_a_table_adds_no_further_paragraph(rich: Opened) -> None:
    holders = rich.find("w:p[w:pPr/w:sectPr]")
    assert len(holders) == 3
    assert [holder.getprevious().tag for holder in holders[1:]] == [W + "tbl", W + "tbl"]


def test_pages_of_one_form_share_their_header_and_footer(rich: Opened) -> None:
    references = [
        [reference.get(RELATION) for reference in find(section, "w:headerReference[@w:type='default'] | w:footerReference")]
        for section in rich.find("//w:sectPr")
    ]
    assert references[0] == references[3]
    assert len({tuple(pair) for pair in references}) == 3
    assert len(rich.furniture("footer")) == 3


def test_a_header_fills_the_text_width_of_its_own_page(rich: Opened) -> None:
    widths = []
    for section in rich.find("//w:sectPr"):
        header = _part(rich, section, "header")
        assert header is not None
        size, margins = find(section, "w:pgSz")[0], find(section, "w:pgMar")[0]
        text = int(size.get(W + "w") or 0) - int(margins.get(W + "left") or 0) - int(margins.get(W + "right") or 0)
        assert value(header, "w:tbl/w:tblPr/w:tblW", "w") == str(text)
        widths.append(text)
    assert len(set(widths)) == 3


def test_a_header_has_its_start_at_the_right_the_marks_between_and_its_end_at_the_left(rich: Opened) -> None:
    header = _part(rich, rich.find("//w:sectPr")[0], "header")
    assert header is not None
    cells = find(header, "w:tbl/w:tr/w:tc")
    assert [words(cell) for cell in cells] == ["قرارداد دفتر تسهیلگری محله گلشهر", "نمونه - پیش‌نویس", "کد سند: SND-۱۴۰۴"]
    assert [value(cell, "w:p/w:pPr/w:jc") for cell in cells] == ["left", None, "right"]
    assert value(cells[1], "w:p/w:pPr/w:pStyle") == "Mark"


def test_the_marks_stand_on_every_page_the_cover_too(rich: Opened) -> None:
    first, *others = rich.find("//w:sectPr")
    assert find(first, "w:titlePg") and not any(find(section, "w:titlePg") for section in others)
    headers = [_part(rich, first, "header", "first"), *(_part(rich, section, "header") for section in (first, *others))]
    assert all(header is not None and "نمونه - پیش‌نویس" in words(header) for header in headers)


def test_the_cover_shows_nothing_of_the_header_and_footer_but_the_marks(rich: Opened) -> None:
    first = rich.find("//w:sectPr")[0]
    header = _part(rich, first, "header", "first")
    assert header is not None and words(header) == "نمونه - پیش‌نویس"
    assert _part(rich, first, "footer", "first") is None


def test_the_footer_counts_pages_with_fields_between_persian_words(rich: Opened) -> None:
    footer = rich.furniture("footer")[0]
    line = find(footer, "w:p")[-1]
    assert words(line) == "صفحه ۱ از ۱"
    assert [instruction.text.strip() for instruction in find(line, ".//w:instrText")] == ["PAGE", "NUMPAGES"]
    states = [mark.get(W + "fldCharType") for mark in find(line, ".//w:fldChar")]
    assert states == ["begin", "separate", "end"] * 2
    assert all(find(run, "w:rPr/w:rtl") for run in find(line, "w:r"))


def test_a_viewer_without_fields_shows_the_pages_that_the_layout_counted() -> None:
    opened = Opened(trees.rich(), pages={"general": 2, "signatures": 12})
    assert words(find(opened.furniture("footer")[0], "w:p")[-1]) == "صفحه ۱ از ۱۲"


def test_short_signatures_have_room_side_by_side_above_the_footer_line(rich: Opened) -> None:
    footer = rich.furniture("footer")[0]
    labels = [words(cell) for cell in find(footer, "w:tbl/w:tr/w:tc")]
    assert [label.rstrip(".") for label in labels] == ["پاراف کارفرما: ", "پاراف مشاور: "]
    assert all(label.endswith("....") for label in labels)
    assert [child.tag for child in footer] == [W + "tbl", W + "p"]


def test_a_document_without_furniture_has_no_header_and_no_footer() -> None:
    opened = Opened(trees.document(trees.paragraph("متن")))
    assert not opened.furniture("header") and not opened.furniture("footer")
    assert not opened.find("//w:headerReference | //w:footerReference")


def test_marks_alone_stand_in_the_middle_of_the_header() -> None:
    opened = Opened(trees.document(trees.paragraph("متن"), furniture=Furniture(marks=("نمونه",))))
    (header,) = opened.furniture("header")
    assert [child.tag for child in header] == [W + "p"]
    assert value(header, "w:p/w:pPr/w:pStyle") == "Mark"


def test_blanks_of_a_header_have_no_bookmark_for_they_repeat() -> None:
    from generator.tree.nodes import Blank

    furniture = Furniture(header_end=(Blank("شماره", "number"),))
    sections = (Section((trees.paragraph("۱"),)), Section((trees.paragraph("۲"),), "landscape"))
    opened = Opened(Document(Properties("سند"), sections, furniture))
    assert len(opened.furniture("header")) == 2
    assert not any(find(header, "//w:bookmarkStart") for header in opened.furniture("header"))
