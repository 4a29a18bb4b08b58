"""Page forms, headers and footers of the pages that Typst makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.tree.nodes import (
    Document,
    Footnote,
    Furniture,
    Heading,
    LineBreak,
    PageBreak,
    Properties,
    Section,
    SectionTitle,
    Strong,
    Text,
)
from generator.writing.pdf.margins import margins
from tests.writing import trees
from tests.writing.trees import paragraph, text
from tests.writing.typst.printed import look, of, printed

MILLIMETRES = 72 / 25.4


def sections(*forms: str, **about: object) -> Document:
    made = tuple(Section((paragraph(f"بخش{number}"),), form) for number, form in enumerate(forms))
    return Document(Properties("سند"), made, **about)  # type: ignore[arg-type]


def test_each_section_begins_a_page_of_its_form() -> None:
    forms = [*look().pages, "portrait"]
    made = printed(sections(*forms))

    sizes = [(page.width, page.height) for page in made.pages]
    assert sizes == [
        (pytest.approx(form.width * MILLIMETRES, abs=0.1), pytest.approx(form.height * MILLIMETRES, abs=0.1))
        for form in (look().pages[name] for name in forms)
    ]
    assert [made.page_of(f"بخش{number}") for number in range(len(forms))] == [*range(1, len(forms) + 1)]


def test_text_begins_at_the_margins_of_the_form() -> None:
    for name, form in look().pages.items():
        line = printed(sections(name)).pages[0].lines[0]
        assert line.right == pytest.approx((form.width - form.right) * MILLIMETRES, abs=1), name
        assert form.top * MILLIMETRES < line.base < form.top * MILLIMETRES + look().roles["body"].line, name


def test_margins_are_mirrored_if_all_forms_are_printed_on_both_sides() -> None:
    duplex = look().pages["portrait"].model_copy(update={"duplex": True, "right": 40.0, "left": 15.0})
    pages = {**look().pages, "portrait": duplex}
    style = look().model_copy(update={"pages": pages})
    made = printed(sections("portrait", "portrait", "portrait"), style)

    rights = [(page.width - page.lines[0].right) / MILLIMETRES for page in made.pages]
    assert rights == pytest.approx([40, 15, 40], abs=0.5)
    single = printed(sections("portrait", "landscape"), style)
    assert (single.pages[0].width - single.pages[0].lines[0].right) / MILLIMETRES == pytest.approx(40, abs=0.5)


def test_headers_and_footers_stand_where_the_form_has_them_and_are_artifacts() -> None:
    made = printed(Document(Properties("سند"), (Section((paragraph("متنش"),)),), trees.FURNITURE))
    page, form = made.pages[0], look().pages["portrait"]
    start, mark, footer = (page.line(words) for words in ("قرارداد دفتر", "نمونه", "صفحه ۱ از ۱"))

    assert start.base == pytest.approx(form.header * MILLIMETRES + 11, abs=4)
    assert start.right == pytest.approx((form.width - form.right) * MILLIMETRES, abs=1)
    assert page.line("کد سند").left == pytest.approx(form.left * MILLIMETRES, abs=1)
    assert (mark.left + mark.right) / 2 == pytest.approx(page.width / 2 - 11.3, abs=20)
    assert page.height - footer.base == pytest.approx(form.footer * MILLIMETRES + 6, abs=4)
    assert page.line("پاراف کارفرما").base < footer.base
    assert [kind for kind, _ in made.elements if kind == "P"] == ["P"]


def test_text_gives_way_to_a_high_header() -> None:
    tall = Furniture(header_start=tuple(child for n in range(6) for child in (Text(f"سرصفحه{n}"), LineBreak()))[:-1])
    made = of(paragraph("متنش"), furniture=tall)

    room = margins(look().pages["portrait"], look(), trees.document(paragraph("متنش"), furniture=tall))
    assert room.top > look().pages["portrait"].top
    assert made.pages[0].line("سرصفحه5").base < room.top * MILLIMETRES < made.pages[0].line("متنش").base


def test_a_cover_has_its_marks_but_no_header_and_footer() -> None:
    made = printed(sections("portrait", "portrait", furniture=trees.FURNITURE, cover=True))
    cover, after = made.pages

    assert cover.line("نمونه پیش‌نویس") and after.line("نمونه پیش‌نویس")
    assert {"پاراف", "قرارداد", "صفحه"} & cover.words == set()
    assert {"پاراف", "قرارداد", "صفحه"} <= after.words


def test_a_header_repeats_the_chapter_that_begins_on_its_page_or_before() -> None:
    title = (Strong(text("فصل")), Text(" سوم"), LineBreak(), Text("با دنباله"), Footnote(text("یادداشت"), "n"))
    made = of(
        paragraph("متن"),
        PageBreak(),
        Heading(1, text("یکمین"), "a", "۱"),
        PageBreak(),
        paragraph("متن"),
        PageBreak(),
        paragraph("متن"),
        Heading(1, text("دومین"), "b"),
        Heading(1, text("دیگری"), "c"),
        Heading(2, text("زیرین"), "d"),
        PageBreak(),
        paragraph("متن"),
        PageBreak(),
        Heading(1, title, "e"),
        furniture=Furniture(header_start=(SectionTitle(),)),
    )

    repeated = [[line for line in page.lines if line.base < 70] for page in made.pages]
    assert repeated[0] == []
    words = ["۱- یکمین", "۱- یکمین", "دومین", "دیگری", "فصل سوم با دنباله"]
    assert [lines[0].has(word) for lines, word in zip(repeated[1:], words, strict=True)] == [True] * 5
    assert all(len(lines) == 1 for lines in repeated[1:])


def test_many_marks_stand_in_two_lines() -> None:
    furniture = Furniture(marks=("محرمانه", "نمونه", "پیش‌نویس"))
    page = of(paragraph("متن"), furniture=furniture).pages[0]

    assert page.line("محرمانه").base < page.line("نمونه پیش‌نویس").base


def test_the_properties_of_the_document_are_those_of_the_file() -> None:
    made = printed(
        replace(trees.document(paragraph("متن")), properties=Properties('عنوان "اصلی"', "موضوعش", "دبیرخانه", ("یک", "دو")))
    )

    about = made.information
    assert (about["Title"], about["Author"]) == ('عنوان "اصلی"', "دبیرخانه")
