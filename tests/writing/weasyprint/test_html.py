"""The HTML behind the PDF, read back as a tree of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parser
from lxml.html import HtmlElement

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import (
    Blank,
    Block,
    Clause,
    Document,
    Heading,
    Keep,
    ListBlock,
    ListItem,
    Ltr,
    PageBreak,
    Properties,
    Reference,
    Section,
    Strong,
    Text,
)
from generator.writing.weasyprint import html
from tests.writing import trees

LRM, RLM = "\u200e", "\u200f"


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(Path(__file__).parents[3] / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


@pytest.fixture(scope="module")
def rich(look: Style) -> HtmlElement:
    return parser.document_fromstring(html.compose(trees.rich(), look).html)


def body_of(look: Style, *blocks: Block) -> HtmlElement:
    return parser.document_fromstring(html.compose(trees.document(*blocks), look).html).find("body/section")


def words(element: HtmlElement) -> str:
    return " ".join(re.sub(f"[{LRM}{RLM}]", "", element.text_content()).split())


def texts(value: object) -> Iterator[str]:
    """The texts of a block of the tree in reading order."""
    if isinstance(value, Text | Ltr | Reference):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts(getattr(value, name))


def test_the_page_is_persian_and_right_to_left_with_title_and_properties(rich: HtmlElement) -> None:
    assert rich.get("lang") == "fa"
    assert rich.get("dir") == "rtl"
    assert rich.findtext("head/title") == "قرارداد نمونه"
    metas = {meta.get("name"): meta.get("content") for meta in rich.iterfind("head/meta[@name]")}
    assert metas == {
        "description": "محله گلشهر",
        "author": "دبیرخانه برنامه",
        "keywords": "قرارداد, گلشهر",
        "sanad": "contract/z3-golshahr",
        "sanad-source": "ab12" * 16,
        "sanad-marks": "نمونه، پیش‌نویس",
    }


def test_equal_trees_give_equal_text(look: Style) -> None:
    assert html.compose(trees.rich(), look).html == html.compose(trees.rich(), look).html


def test_every_text_of_the_articles_is_in_the_body_in_reading_order(look: Style) -> None:
    articles = trees.articles()
    said = words(body_of(look, *articles))
    position = 0
    for text in texts(articles):
        position = said.index(" ".join(text.split()), position)


def test_the_ids_are_the_keys_of_the_tree(look: Style) -> None:
    ids = [element.get("id") for element in body_of(look, *trees.articles()).iter() if element.get("id")]
    assert ids == ["article-1", "c-1-1", "c-1-2", "office-address", "n-1-1", "n-1-2", "article-2"]


def test_two_keys_of_one_place_are_both_ids(look: Style) -> None:
    block = ListBlock((ListItem((trees.paragraph("متن", key="inner"),), 1, "item"),), "decimal", "list")
    section = body_of(look, block)
    assert {element.get("id") for element in section.iter() if element.get("id")} == {"list", "item", "inner"}
    assert words(section) == "۱- متن"


def test_a_blank_shows_dots_only_and_keeps_its_prompt_aside(look: Style) -> None:
    section = body_of(look, trees.paragraph("نام: ", Blank("نام مجری", "operator", 10)))
    blank = section.find(".//span[@id='operator']")
    assert blank.text == "." * 10
    assert blank.get("title") == "نام مجری"
    assert words(section) == "نام: .........."


def test_a_left_to_right_stretch_is_one_element_with_marks_at_its_signs(look: Style) -> None:
    section = body_of(look, trees.paragraph("با ", Ltr("C++"), " و ", Ltr("UN-Habitat"), " و ", Ltr("۰۵۱-۳۸۴۵۶۷۸۹")))
    assert [stretch.text for stretch in section.iter("bdi")] == [f"C++{LRM}", "UN-Habitat", f"{LRM}۰۵۱-۳۸۴۵۶۷۸۹{LRM}"]
    assert all(len(stretch) == 0 for stretch in section.iter("bdi"))


def test_what_is_emphasised_in_a_stretch_stays_inside_it(look: Style) -> None:
    section = body_of(look, trees.paragraph("زبان ", Ltr("C++", ((1, 3),))))
    (stretch,) = section.iter("bdi")
    assert stretch.text == "C"
    assert [bold.text for bold in stretch.iter("b")] == [f"++{LRM}"]


def test_a_stretch_with_latin_letters_is_drawn_in_the_latin_face(look: Style) -> None:
    section = body_of(look, trees.paragraph(Ltr("ISO 9001"), Ltr("۰۵۱-۳۸۴۵۶۷۸۹")))
    assert [stretch.get("class") for stretch in section.iter("bdi")] == ["latin", None]


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("بند ۲-۱", f"بند ۲{RLM}-{RLM}۱"),
        ("۱-۲-۳", f"۱{RLM}-{RLM}۲{RLM}-{RLM}۳"),
        ("۲۵٪", f"۲۵{RLM}٪"),
        ("۱۳۹۸/۰۹/۲۱", "۱۳۹۸/۰۹/۲۱"),
        ("۱- متن", "۱- متن"),
        ("شهر-محله", "شهر-محله"),
    ],
)
def test_numbers_of_several_levels_and_percent_signs_get_marks_of_direction(look: Style, plain: str, marked: str) -> None:
    assert body_of(look, trees.paragraph(plain)).find("p").text == marked


def test_text_is_never_markup(look: Style) -> None:
    section = body_of(look, trees.paragraph("<img src=x> & «متن»", Blank('"پرسش" <b>', "b")))
    assert section.find(".//img") is None
    assert words(section).startswith("<img src=x> & «متن»")
    assert section.find(".//span").get("title") == '"پرسش" <b>'


def test_a_reference_is_a_link_within_the_document(look: Style) -> None:
    link = body_of(look, trees.paragraph(Reference("c-1-2", "بند ۱-۲"), key="x")).find(".//a")
    assert link.get("href") == "#c-1-2"
    assert link.text == f"بند ۱{RLM}-{RLM}۲"


def test_headings_and_articles_carry_their_numbers_as_text(look: Style) -> None:
    headings = (Heading(2, trees.text("کلیات"), "general", "۱-۱"), Heading(1, trees.text("پیوست")))
    section = body_of(look, *headings, *trees.articles())
    assert words(section.find("h2")) == "۱-۱- کلیات"
    assert words(section.find("h1")) == "پیوست"
    assert [words(article) for article in section.iterfind("h2[@class='role-article']")] == [
        "ماده ۱- موضوع قرارداد",
        "ماده ۲- مدت قرارداد",
    ]


def test_clauses_and_notes_begin_with_their_labels_and_run_on(look: Style) -> None:
    section = body_of(look, *trees.articles())
    clauses = [words(clause) for clause in section.iterfind("p[@class='role-clause']")]
    assert clauses[0].startswith("۱-۱- شرح خدمات")
    assert clauses[1].startswith("۱-۲- نشانی: نشانی دفتر:")
    notes = [words(note) for note in section.iterfind("p[@class='role-note']")]
    assert notes == ["تبصره ۱: جابه‌جایی دفتر با موافقت کارفرما است.", "تبصره ۲: هزینه آن با مشاور است.", "پرداخت نقدی نیست."]


def test_a_clause_that_begins_with_a_list_has_its_label_on_a_line_that_stays_with_it(look: Style) -> None:
    items = ListBlock((ListItem((trees.paragraph("مورد"),), 1),), "letters")
    section = body_of(look, Clause("clause", trees.text("تعهدها"), (items,), "c", "۳-۱"))
    assert section.find("p").get("class") == "role-clause keep-next"
    assert words(section.find("p")) == "۳-۱- تعهدها"


def test_numbered_and_lettered_marks_are_text_and_bullets_are_not(look: Style) -> None:
    section = body_of(look, *trees.lists())
    marks = [words(mark) for mark in section.iterfind(".//span[@class='mark']")]
    assert marks == ["۱-", "الف)", "ب)", "۲-", "الف)", "ب)", "پ)"]
    bullets = [item.find("p") for item in section.iterfind("ul/li")]
    assert [bullet.get("class") for bullet in bullets] == ["role-list depth-0 bullet-0"] * 3
    assert words(bullets[0]) == "خدمات آموزشی"


def test_a_nested_list_is_one_step_deeper_and_its_later_paragraphs_too(look: Style) -> None:
    inner = ListBlock((ListItem((trees.paragraph("درون"), trees.paragraph("دنباله")), 1),), "letters")
    section = body_of(look, ListBlock((ListItem((trees.paragraph("بیرون"), inner), 1),), "decimal"))
    assert [paragraph.get("class") for paragraph in section.iter("p")] == [
        "role-list depth-0",
        "role-list depth-1",
        "role-list depth-1",
    ]


def test_a_table_has_its_columns_head_and_totals_in_reading_order(look: Style) -> None:
    block = body_of(look, trees.cost_table()).find("div")
    assert words(block.find("p")) == "جدول ۱: برآورد هزینه‌ها به تفکیک منبع"
    widths = [float(column.get("style").removeprefix("width:").removesuffix("%")) for column in block.iter("col")]
    assert widths == [8, 42, 30, 20]
    table = block.find("table")
    assert [group.tag for group in table] == ["colgroup", "thead", "tbody"]
    assert [cell.get("colspan") for cell in table.find("thead/tr")] == [None, None, "2"]
    assert [cell.get("rowspan") for cell in table.find("thead/tr")] == ["2", "2", None]
    rows = table.findall("tbody/tr")
    assert [row.get("class") for row in rows] == ["keep-next", "keep-next", "keep-next", None]
    assert words(rows[-1]) == "جمع ۲٬۰۰۰٬۰۰۰٬۰۰۰"


def test_columns_without_shares_are_equally_wide(look: Style) -> None:
    table = replace(trees.swot(), columns=trees.columns(0, 0))
    section = body_of(look, table)
    assert [column.get("style") for column in section.iter("col")] == ["width:50.0000%"] * 2


def test_plain_paragraphs_take_the_roles_of_the_table_around_them(look: Style) -> None:
    section = body_of(look, trees.schedule())
    assert {paragraph.get("class") for paragraph in section.iterfind(".//td/p")} == {"role-cell-small"}
    section = body_of(look, trees.cost_table())
    assert {paragraph.get("class") for paragraph in section.iterfind(".//thead//p")} == {"role-cell-head"}


def test_a_cell_below_spanned_rows_takes_the_alignment_of_its_own_column(look: Style) -> None:
    table = trees.cost_table()
    aligned = replace(table, columns=(*table.columns[:3], replace(table.columns[3], align="center")))
    rows = body_of(look, aligned).findall(".//tbody/tr")
    assert rows[1][2].find("p").get("class") == "role-cell align-end"
    assert rows[2][3].find("p").get("class") == "role-cell align-center"


def test_an_empty_cell_is_as_high_as_a_line_and_a_filled_one_says_what_it_means(look: Style) -> None:
    section = body_of(look, trees.schedule())
    empty = section.find(".//tbody/tr/td[@class='tone-done']")
    assert [child.tag for child in empty.find("p")] == ["br"]
    assert empty.get("aria-label") == "در دست اجرا"


def test_strengths_are_the_first_cell_of_the_first_row(look: Style) -> None:
    rows = body_of(look, trees.swot()).findall(".//tr")
    assert [[cell.get("class") for cell in row] for row in rows] == [
        ["tone-strength", "tone-weakness"],
        ["tone-opportunity", "tone-threat"],
    ]


def test_the_letterhead_has_three_columns_in_reading_order(look: Style) -> None:
    cells = body_of(look, trees.letterhead()).findall(".//td")
    assert [words(cell) for cell in cells] == [
        "استانداری خراسان رضوی ستاد بازآفرینی شهری پایدار",
        "به نام خدا قرارداد دفتر تسهیلگری",
        "تاریخ: ۱۴۰۴/۰۷/۰۱ شماره: .............. پیوست: دارد",
    ]


def test_signers_stand_side_by_side_and_the_last_row_is_filled_up(look: Style) -> None:
    rows = body_of(look, trees.paragraph("متن"), trees.signatures()).findall(".//tr")
    assert [len(row) for row in rows] == [3, 3]
    assert words(rows[0][0]) == "کارفرما نام و نام خانوادگی مدیر"
    assert words(rows[1]) == "گواه " + "." * 20


def test_a_page_break_with_nothing_before_or_after_it_is_left_out(look: Style) -> None:
    section = body_of(look, PageBreak(), trees.paragraph("الف"), PageBreak(), trees.paragraph("ب"), PageBreak())
    assert [child.get("class") for child in section] == ["role-body", "page-break", "role-body"]


def test_kept_blocks_lie_in_one_element(look: Style) -> None:
    section = body_of(look, Keep((trees.paragraph("الف"), trees.paragraph("ب"))))
    assert section.find("div").get("class") == "keep"
    assert len(section.find("div")) == 2


def test_what_repeats_on_each_page_is_in_header_and_footer_elements(rich: HtmlElement) -> None:
    headers = {header.get("class"): words(header) for header in rich.iterfind("body/header")}
    assert headers == {
        "header-start": "قرارداد دفتر تسهیلگری محله گلشهر",
        "marks": "نمونه - پیش‌نویس",
        "header-end": "کد سند: SND-۱۴۰۴",
    }
    footer = rich.find("body/footer")
    assert [words(cell) for cell in footer.iter("td")] == [f"پاراف کارفرما: {'.' * 18}", f"پاراف مشاور: {'.' * 18}"]
    assert [field.get("class") for field in footer.iter("span")] == ["field-page", "field-pages"]


def test_each_section_names_its_page_form(rich: HtmlElement) -> None:
    assert [section.get("class") for section in rich.iterfind("body/section")] == [
        "page-portrait",
        "page-landscape",
        "page-landscape-a3",
        "page-portrait",
    ]


def test_the_characters_to_draw_are_noted_for_each_stack_with_their_first_place(look: Style) -> None:
    blocks = (trees.paragraph("متن", Strong(trees.text("☐"))), Heading(1, trees.text("سر"), "", "۱"))
    page = html.compose(Document(Properties("سند"), (Section(blocks),)), look)
    assert set("متن☐") <= set(page.characters["text"])
    assert set("سر۱-") <= set(page.characters["display"])
    assert "☐" not in page.characters["display"]
