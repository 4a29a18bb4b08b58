"""Tables of contents as Word's own fields, already filled."""

from __future__ import annotations

import pytest

from generator.tree.nodes import Contents, ContentsEntry, Figure, Heading, Table
from generator.writing import drawing
from tests.writing import trees
from tests.writing.word.opened import LOOK, Opened, W, find, value, words

PAGES = {"general": 4, "aims": 12, "costs": 7}
HEADINGS = (
    ContentsEntry("general", "heading", 1, "۱", trees.text("کلیات")),
    ContentsEntry("aims", "heading", 2, "۱-۱", trees.text("اهداف")),
)
TABLES = (ContentsEntry("costs", "table", 1, "جدول ۱", trees.text("برآورد هزینه‌ها")),)
BODY = (Heading(1, trees.text("کلیات"), "general", "۱"), Heading(2, trees.text("اهداف"), "aims", "۱-۱"), trees.cost_table())


@pytest.fixture(scope="module")
def opened() -> Opened:
    contents = (Contents(entries=HEADINGS), Contents("tables", entries=TABLES))
    return Opened(trees.document(*contents, *BODY), pages=PAGES)


def _instructions(opened: Opened) -> list[str]:
    return [(each.text or "").strip() for each in opened.find("//w:instrText")]


def test_each_line_has_number_title_a_tab_and_the_page_of_the_pdf(opened: Opened) -> None:
    links = opened.find("//w:hyperlink[@w:anchor]")
    assert [words(link) for link in links[:3]] == ["۱- کلیات\t۴", "۱-۱- اهداف\t۱۲", "جدول ۱: برآورد هزینه‌ها\t۷"]


def test_lines_lead_to_the_bookmarks_of_what_they_list(opened: Opened) -> None:
    names = {start.get(W + "name") for start in opened.find("//w:bookmarkStart")}
    anchors = [link.get(W + "anchor") for link in opened.find("//w:hyperlink")]
    assert set(anchors) <= names
    assert [part.split()[1] for part in _instructions(opened) if part.startswith("PAGEREF")] == anchors[:3]


def test_the_fields_are_words_own_and_nothing_asks_to_be_updated(opened: Opened) -> None:
    fields = [part for part in _instructions(opened) if part.startswith("TOC")]
    assert fields == ['TOC \\o "1-3" \\h \\z', 'TOC \\f T \\l "4-4" \\h \\z']
    assert not opened.find("//w:fldChar[@w:dirty]")
    assert not find(opened.part("word/settings.xml"), "//w:updateFields")


def test_every_field_that_begins_ends(opened: Opened) -> None:
    depth = 0
    for mark in opened.find("//w:fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(W + "fldCharType")]
        assert depth in (0, 1, 2)
    assert depth == 0


def test_the_table_of_contents_is_a_block_that_word_offers_to_update(opened: Opened) -> None:
    (block,) = opened.find("w:sdt")
    assert value(block, "w:sdtPr/w:docPartObj/w:docPartGallery") == "Table of Contents"
    styles = [value(paragraph, "w:pPr/w:pStyle") for paragraph in find(block, "w:sdtContent/w:p")]
    assert styles == ["TOCHeading", "TOC1", "TOC2", "TableGap"]
    assert value(opened.styles["TOC2"], "w:name") == "toc 2"


def test_dots_lead_to_the_left_edge_of_the_text(opened: Opened) -> None:
    tabs = opened.find("//w:sdtContent/w:p/w:pPr/w:tabs/w:tab")
    width = int(value(opened.body, "//w:tblW", "w") or 0)
    assert {(tab.get(W + "val"), tab.get(W + "leader"), int(tab.get(W + "pos"))) for tab in tabs} == {("right", "dot", width)}


def test_page_numbers_are_drawn_in_the_face_of_persian_digits(opened: Opened) -> None:
    runs = opened.find("//w:hyperlink/w:r[w:fldChar or w:instrText]")
    assert len(runs) == 12
    assert {value(run, "w:rPr/w:rStyle") for run in runs} == {"CountedDigits"}


def test_a_caption_holds_a_hidden_entry_by_which_word_finds_it(opened: Opened) -> None:
    caption = opened.paragraph("جدول ۱: برآورد هزینه‌ها به تفکیک منبع")
    runs = find(caption, "w:r[w:instrText or w:fldChar]")
    assert 'TC "جدول ۱: برآورد هزینه‌ها به تفکیک منبع" \\f T \\l 4' in {
        (run.findtext(W + "instrText") or "").strip() for run in runs
    }
    assert all(find(run, "w:rPr/w:vanish") for run in runs)


def test_without_a_list_of_tables_captions_hold_no_entry() -> None:
    opened = Opened(trees.document(Contents(entries=HEADINGS), *BODY), pages=PAGES)
    assert not any(part.startswith("TC") for part in _instructions(opened))


def test_the_caption_of_a_figure_is_found_by_the_list_of_figures() -> None:
    table = Table(
        trees.columns(500, 500), (trees.row("منبع", "سهم"),), (trees.row("دولت", "۴۰"), trees.row("مردم", "۶۰")), key="shares"
    )
    figure = Figure("bars", "shares", (1, 2), trees.text("سهم منابع"), "chart", summary="سهم", number="شکل ۱")
    entries = (ContentsEntry("chart", "figure", 1, "شکل ۱", trees.text("سهم منابع")),)
    document = trees.document(Contents("figures", entries=entries), table, figure)
    opened = Opened(document, pages={"chart": 9}, assets=dict(drawing.pictures(document, LOOK, ("png", "svg"))))
    assert words(opened.find("//w:hyperlink")[0]) == "شکل ۱: سهم منابع\t۹"
    fields = [part for part in _instructions(opened) if part.startswith(("TOC", "TC"))]
    assert fields == ['TOC \\f F \\l "4-4" \\h \\z', 'TC "شکل ۱: سهم منابع" \\f F \\l 4']


def test_articles_are_found_by_the_outline_level_of_their_style() -> None:
    entries = (ContentsEntry("article-1", "article", 2, "ماده ۱", trees.text("موضوع")),)
    opened = Opened(trees.document(Contents(articles=True, entries=entries), *trees.articles()), pages={"article-1": 3})
    assert words(opened.find("//w:sdtContent//w:hyperlink")[0]) == "ماده ۱- موضوع\t۳"
    assert 'TOC \\o "1-3" \\h \\z \\u' in _instructions(opened)
    assert value(opened.styles["Article"], "w:pPr/w:outlineLvl") == "1"


def test_a_page_that_is_not_known_is_a_question_mark() -> None:
    opened = Opened(trees.document(Contents(entries=HEADINGS), *BODY))
    assert words(opened.find("//w:hyperlink")[0]) == "۱- کلیات\t؟"


def test_nothing_is_printed_without_entries() -> None:
    assert not words(Opened(trees.document(Contents())).body)
