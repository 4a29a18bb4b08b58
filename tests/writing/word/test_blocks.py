"""Paragraphs, headings, lists, clauses, blanks, references, keeping together and page breaks."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from generator.problems.errors import TemplateError
from generator.tree.nodes import (
    Blank,
    Clause,
    Heading,
    Keep,
    LineBreak,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Reference,
    Text,
)
from tests.writing import trees
from tests.writing.word.opened import Opened, W, find, value, words


def style_of(paragraph: etree._Element) -> str | None:
    return value(paragraph, "w:pPr/w:pStyle")


def test_a_heading_has_its_number_and_its_style() -> None:
    opened = Opened(trees.document(Heading(2, trees.text("منابع"), "means", "۱-۲")))
    paragraph = opened.paragraph("۱-۲- منابع")
    assert style_of(paragraph) == "Heading2"


def test_a_heading_without_a_number_is_its_text_alone() -> None:
    opened = Opened(trees.document(Heading(1, trees.text("پیوست"), numbered=False)))
    assert words(opened.find("w:p")[0]) == "پیوست"


def test_an_alignment_of_its_own_overrides_the_style() -> None:
    opened = Opened(trees.document(Paragraph(trees.text("متن"), align="end"), Paragraph(trees.text("متن"))))
    first, second = opened.find("w:p[w:r]")
    assert value(first, "w:pPr/w:jc") == "right"
    assert not find(second, "w:pPr/w:jc")


def test_a_line_break_ends_the_line_inside_the_paragraph() -> None:
    opened = Opened(trees.document(trees.paragraph("یک", LineBreak(), "دو")))
    assert words(opened.find("w:p")[0]) == "یک\nدو"


def _counted(opened: Opened) -> list[tuple[str, str]]:
    """The number format and the list number of each item that Word counts."""
    numbering = opened.part("word/numbering.xml")
    formats = []
    for item in opened.find("//w:p[w:pPr/w:numPr]"):
        number, level = (value(item, f"w:pPr/w:numPr/w:{name}") for name in ("numId", "ilvl"))
        abstract = value(numbering, f"w:num[@w:numId='{number}']/w:abstractNumId")
        shown = value(numbering, f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt")
        formats.append((shown or "", number or ""))
    return formats


def test_bullets_and_decimal_numbers_are_words_own_and_each_list_has_a_number_of_its_own() -> None:
    opened = Opened(trees.document(*trees.lists()))
    assert _counted(opened) == [("bullet", "1"), ("bullet", "1"), ("decimal", "2"), ("decimal", "2"), ("bullet", "3")]
    assert words(opened.paragraph("گام نخست")) == "گام نخست"


def test_every_list_begins_at_one() -> None:
    steps = ListBlock(tuple(ListItem((trees.paragraph(step),), n) for n, step in enumerate(("یک", "دو"), 1)), "decimal")
    outer = ListBlock((ListItem((trees.paragraph("بیرون"), steps), 1),), "decimal")
    opened = Opened(trees.document(outer, steps))
    numbers = find(opened.part("word/numbering.xml"), "w:num")
    overrides = [find(number, "w:lvlOverride[w:startOverride/@w:val='1']")[0].get(W + "ilvl") for number in numbers]
    assert sorted(overrides) == ["0", "0", "1"]
    assert len({number for _, number in _counted(opened)}) == 3


def test_below_the_nine_levels_of_word_a_decimal_number_is_text() -> None:
    deep = ListBlock((ListItem((trees.paragraph("سطح ۱۰"),), 1), ListItem((trees.paragraph("دو"),), 2)), "decimal")
    for _ in range(9):
        deep = ListBlock((ListItem((trees.paragraph("سطح"), deep), 1),), "decimal")
    opened = Opened(trees.document(deep))
    marked = [p for p in opened.find("w:p") if find(p, "w:r/w:rPr/w:rStyle[@w:val='ListMark']")]
    assert [words(p) for p in marked] == ["۱-\tسطح ۱۰", "۲-\tدو"]
    assert [shown for shown, _ in _counted(opened)] == ["decimal"] * 9


def test_decimal_numbers_are_drawn_in_the_face_of_persian_digits() -> None:
    numbering = Opened(trees.document(*trees.lists())).part("word/numbering.xml")
    levels = find(numbering, "w:abstractNum/w:lvl[w:numFmt/@w:val='decimal']")
    assert [value(level, "w:lvlText") for level in levels] == [f"%{level}-" for level in range(1, 10)]
    assert all(value(level, "w:rPr/w:rFonts", script) == "Sanad Digits" for level in levels for script in ("ascii", "cs"))


def test_lettered_items_begin_with_their_persian_mark_and_a_tab() -> None:
    opened = Opened(trees.document(*trees.lists()))
    marked = [p for p in opened.find("w:p") if find(p, "w:r/w:rPr/w:rStyle[@w:val='ListMark']")]
    assert [words(p).split("\t")[0] for p in marked] == ["الف)", "ب)", "الف)", "ب)", "پ)"]
    assert not [p for p in marked if find(p, "w:pPr/w:numPr")]


def test_a_nested_list_is_further_in_than_the_list_around_it() -> None:
    opened = Opened(trees.document(*trees.lists()))
    outer = value(opened.paragraph("گام نخست"), "w:pPr/w:ind", "left")
    inner = value(opened.paragraph("الف)\tزیربند نخست"), "w:pPr/w:ind", "left")
    assert int(inner or 0) == 2 * int(outer or 0) > 0


def test_a_further_paragraph_of_an_item_is_under_its_text_without_a_mark() -> None:
    paragraph = Opened(trees.document(*trees.lists())).paragraph("بند ادامه‌دار")
    indent = find(paragraph, "w:pPr/w:ind")[0]
    assert (indent.get(W + "left"), indent.get(W + "hanging")) == ("480", "0")
    assert not find(paragraph, "w:pPr/w:numPr")


def test_an_item_that_holds_only_a_list_has_a_line_for_its_mark() -> None:
    inner = ListBlock((ListItem((trees.paragraph("درون"),), 1),), "decimal")
    opened = Opened(trees.document(ListBlock((ListItem((inner,), 1),), "letters")))
    assert [words(p) for p in opened.find("w:p[w:r]")] == ["الف)\t", "درون"]
    assert [shown for shown, _ in _counted(opened)] == ["decimal"]


def test_an_article_is_its_label_a_dash_and_its_title() -> None:
    paragraph = Opened(trees.document(*trees.articles())).paragraph("ماده ۱- موضوع قرارداد")
    assert style_of(paragraph) == "Article"


def test_an_article_without_a_title_is_its_label_alone() -> None:
    opened = Opened(trees.document(Clause("article", (), (trees.paragraph("متن"),), "a-1", "ماده ۱")))
    assert [words(p) for p in opened.find("w:p")] == ["ماده ۱", "متن"]


def test_a_clause_begins_with_its_bold_label_in_the_same_paragraph() -> None:
    paragraph = Opened(trees.document(*trees.articles())).paragraph("۱-۱- شرح خدمات")
    assert style_of(paragraph) == "Clause"
    first, second = find(paragraph, "w:r")[:2]
    assert words(first) == "۱-۱- " and find(first, "w:rPr/w:bCs")
    assert not find(second, "w:rPr/w:bCs")


def test_the_title_of_a_clause_runs_into_its_text() -> None:
    opened = Opened(trees.document(*trees.articles()))
    assert words(opened.paragraph("۱-۲- نشانی: نشانی دفتر: "))


def test_a_note_begins_with_its_label_and_its_further_paragraphs_are_notes_too() -> None:
    opened = Opened(trees.document(*trees.articles()))
    assert style_of(opened.paragraph("تبصره ۲: هزینه آن با مشاور است.")) == "Note"
    assert style_of(opened.paragraph("پرداخت نقدی نیست.")) == "Note"


def test_a_clause_that_begins_with_a_list_has_its_label_on_a_line_kept_with_it() -> None:
    clause = Clause("clause", trees.text("وظایف"), (ListBlock((ListItem((trees.paragraph("یک"),), 1),)),), "c", "۱-۱")
    label = Opened(trees.document(clause)).paragraph("۱-۱- وظایف")
    assert words(label) == "۱-۱- وظایف"
    assert find(label, "w:pPr/w:keepNext")


def test_a_blank_is_dots_of_its_width_inside_its_bookmark() -> None:
    opened = Opened(trees.document(trees.paragraph("نام: ", Blank("نام مجری", "name", 40))))
    run = opened.find("w:p/w:bookmarkStart[@w:name='c_name']/following-sibling::*[1]")[0]
    assert words(run) == "." * 40
    assert value(run, "w:sdtContent/w:r/w:rPr/w:rStyle") == "BlankText"
    assert run.getnext() is not None and run.getnext().tag == W + "bookmarkEnd"


def test_a_reference_links_to_the_bookmark_of_its_target() -> None:
    opened = Opened(trees.document(*trees.articles(), trees.cost_table()))
    links = opened.find("//w:hyperlink")
    names = {start.get(W + "name") for start in opened.find("//w:bookmarkStart")}
    assert [(link.get(W + "anchor"), words(link)) for link in links] == [
        ("c_costs", "جدول ۱"), ("c_c_1_2", "بند ۱-۲"), ("c_article_1", "ماده ۱"),
    ]  # fmt: skip
    assert {link.get(W + "anchor") for link in links} <= names


def test_what_is_kept_together_is_tied_to_the_next_but_for_its_end() -> None:
    keep = Keep((trees.paragraph("یک"), trees.swot(), trees.paragraph("پایان")))
    opened = Opened(trees.document(keep, trees.paragraph("پس از آن")))
    *tied, last, after = opened.find("//w:p")
    assert all(find(p, "w:pPr/w:keepNext") and find(p, "w:pPr/w:keepLines") for p in tied)
    assert words(last) == "پایان" and not find(last, "w:pPr/w:keepNext")
    assert not find(after, "w:pPr/w:keepNext")


def test_the_last_item_of_a_list_is_tied_to_the_one_before_it() -> None:
    steps = ListBlock(tuple(ListItem((trees.paragraph(step),), n) for n, step in enumerate(("یک", "دو", "سه"), 1)), "bullet")
    opened = Opened(trees.document(steps, trees.paragraph("پس از آن")))
    assert [words(p) for p in opened.find("w:p[w:pPr/w:keepNext]")] == ["دو"]


def test_a_list_is_tied_to_the_line_that_introduces_it_within_a_list_too() -> None:
    inner = ListBlock(tuple(ListItem((trees.paragraph(part),), n) for n, part in enumerate(("الف", "ب", "پ"), 1)), "bullet")
    outer = ListBlock((ListItem((trees.paragraph("شامل"), inner), 1),), "bullet")
    opened = Opened(trees.document(trees.paragraph("نخست"), trees.paragraph("چنین است"), outer))
    assert [words(p) for p in opened.find("w:p[w:pPr/w:keepNext]")] == ["چنین است", "شامل", "ب"]


@pytest.mark.parametrize("before", [trees.paragraph("پیش از امضا"), trees.swot()])
def test_signatures_are_tied_to_the_block_before_them(before: object) -> None:
    opened = Opened(trees.document(trees.paragraph("نخست"), before, trees.signatures()))  # type: ignore[arg-type]
    table = opened.find("w:tbl[last()]")[0]
    previous = table.getprevious()
    assert previous is not None and find(previous, "w:pPr/w:keepNext")
    rows = find(table, "w:tr")
    assert all(find(p, "w:pPr/w:keepNext") for p in find(rows[0], ".//w:p"))
    if words(previous) == "":
        assert all(find(p, "w:pPr/w:keepNext") for p in opened.find("w:tbl[1]/w:tr[last()]//w:p"))
    assert not find(opened.paragraph("نخست"), "w:pPr/w:keepNext")


def test_signers_stand_side_by_side_from_the_right_in_rows_of_the_given_width() -> None:
    opened = Opened(trees.document(trees.signatures()))
    rows = [[words(cell) for cell in find(row, "w:tc")] for row in opened.find("w:tbl/w:tr")]
    assert [cell.split("نام")[0] for cell in rows[0]] == ["کارفرما", "مشاور", "ناظر"]
    assert rows[1] == ["گواه" + "." * 20, "", ""]


def test_signers_have_room_below_their_lines_for_hand_and_seal() -> None:
    opened = Opened(trees.document(trees.signatures()))
    assert value(opened.body, "w:tbl/w:tr/w:tc/w:tcPr/w:tcMar/w:bottom", "w") == "1140"


def test_a_letterhead_has_the_organisation_first_and_the_fields_last() -> None:
    opened = Opened(trees.document(trees.letterhead()))
    cells = [[words(p) for p in find(cell, "w:p")] for cell in opened.find("w:tbl/w:tr/w:tc")]
    assert cells[0] == ["استانداری خراسان رضوی", "ستاد بازآفرینی شهری پایدار"]
    assert cells[1] == ["به نام خدا", "قرارداد دفتر تسهیلگری"]
    assert [line.split(":")[0] for line in cells[2]] == ["تاریخ", "شماره", "پیوست"]


def test_an_emblem_is_a_picture_with_alternative_text_on_a_line_as_high_as_it_is() -> None:
    head = replace(trees.letterhead(), emblem="emblem.png")
    opened = Opened(trees.document(head), assets={"emblem.png": _picture()})
    paragraph = opened.find("w:tbl/w:tr/w:tc[1]/w:p[1]")[0]
    assert value(paragraph, "w:pPr/w:spacing", "lineRule") == "auto"
    (properties,) = [element for element in paragraph.iter() if etree.QName(element).localname == "docPr"]
    assert properties.get("descr") == "نشان سربرگ: استانداری خراسان رضوی، ستاد بازآفرینی شهری پایدار"
    assert opened.parts["word/media/image1.png"] == _picture()


@pytest.mark.parametrize("assets", [{}, {"emblem.png": b"no picture"}])
def test_an_emblem_that_is_no_known_picture_is_an_error_of_the_template(assets: dict[str, bytes]) -> None:
    head = replace(trees.letterhead(), emblem="emblem.png")
    with pytest.raises(TemplateError, match=r"emblem\.png"):
        Opened(trees.document(head), assets=assets)


def _picture() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (8, 8), "white").save(buffer, "PNG")
    return buffer.getvalue()


def test_a_page_break_is_a_property_of_what_follows() -> None:
    opened = Opened(trees.document(trees.paragraph("یک"), PageBreak(), trees.paragraph("دو")))
    assert [bool(find(p, "w:pPr/w:pageBreakBefore")) for p in opened.find("w:p")] == [False, True]
    assert not opened.find("//w:br[@w:type='page']")


def test_a_page_break_before_a_table_is_in_its_first_paragraph() -> None:
    opened = Opened(trees.document(trees.paragraph("یک"), PageBreak(), trees.swot()))
    assert find(opened.find("w:tbl/w:tr[1]/w:tc[1]/w:p[1]")[0], "w:pPr/w:pageBreakBefore")


def test_a_page_break_with_nothing_before_or_after_makes_no_empty_page() -> None:
    opened = Opened(trees.document(PageBreak(), trees.paragraph("یک"), PageBreak()))
    assert not opened.find("//w:pageBreakBefore")
    assert len(opened.find("w:p")) == 1


def test_a_document_without_blocks_is_one_empty_right_to_left_paragraph() -> None:
    opened = Opened(trees.document())
    assert [words(p) for p in opened.find("w:p")] == [""]
    assert opened.find("w:p/w:pPr/w:rPr/w:rtl")


def test_a_reference_inside_a_dark_cell_is_readable() -> None:
    from generator.tree.nodes import Cell, Row, Table

    linked = Paragraph((Reference("t", "جدول ۱"), Text(" پایان")))
    table = Table(trees.columns(1000), (), (Row((Cell((linked,), tone="done"),)),), key="t")
    opened = Opened(trees.document(table))
    assert {value(run, "w:rPr/w:color") for run in opened.find("//w:r")} == {"ffffff"}
