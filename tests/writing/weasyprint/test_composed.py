"""What WeasyPrint is given of single things: contents, notes, chapters, terms, Latin text, words with a shadda."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.persian.direction import RLM
from generator.style import faces
from generator.tree import passes
from generator.tree.nodes import (
    Block,
    Cell,
    Contents,
    Document,
    Footnote,
    Furniture,
    Heading,
    LineBreak,
    Row,
    SectionTitle,
    Table,
    Text,
)
from generator.writing.weasyprint import html
from tests.writing import trees
from tests.writing.drawing.charts import document
from tests.writing.test_terms import made as terms
from tests.writing.word.opened import LOOK, Opened, words

REPEATED = Furniture(header_start=(SectionTitle(),))


def made(*blocks: Block, furniture: Furniture | None = None) -> Document:
    """A document of some blocks."""
    return replace(trees.document(*blocks), furniture=furniture or Furniture())


def composed(*blocks: Block, furniture: Furniture | None = None) -> str:
    """Its HTML."""
    return html.compose(made(*blocks, furniture=furniture), LOOK).html


def test_the_lines_of_the_contents_are_those_of_word() -> None:
    headings = (Heading(1, trees.text(f"فصل {number}"), f"chapter-{number}") for number in range(1, 4))
    listed, problems = passes.finish(made(Contents(), Contents("tables"), *headings, trees.cost_table()), LOOK, faces.advance)
    assert problems == []
    drawn = re.findall(r"<p class=\"role-contents-[^\"]+\"><a [^>]*>(.*?)</a>", html.compose(listed, LOOK).html)
    plain = [re.sub("[\u200e\u200f]|<[^>]*>", "", line) for line in drawn]

    assert plain == [words(link).partition("\t")[0] for link in Opened(listed).find("//w:hyperlink")]
    assert len(plain) == 4


def test_contents_without_entries_are_no_element() -> None:
    assert "<nav" not in composed(Contents(), trees.paragraph("متن"))


def test_a_note_is_set_in_its_own_role_whatever_is_around_it() -> None:
    noted = trees.paragraph("جمع", Footnote(trees.text("شرح")), ".")
    page = composed(Table(trees.columns(1000), (), (Row((Cell((noted,), tone="total"),)),)))

    assert '<span class="footnote role-footnote">شرح</span>' in page
    assert "font-weight: normal" in next(line for line in page.splitlines() if line.startswith(".footnote {"))


def test_what_a_note_prints_is_looked_for_in_the_faces_of_its_role() -> None:
    noted = trees.paragraph("متن", Footnote((Text("\u2603"),)))

    assert "\u2603" in html.compose(made(noted), LOOK).characters[LOOK.roles["footnote"].stack]


def test_the_lines_of_a_chapter_have_a_space_between_them_to_be_repeated_with() -> None:
    heading = Heading(1, (Text("متن"), LineBreak(), Text("دوسویه")), "a")

    assert "متن <br>دوسویه</h1>" in composed(heading, furniture=REPEATED)


def test_what_headings_print_in_headers_is_looked_for_in_the_faces_of_the_header() -> None:
    strange = Heading(1, trees.text("\u2603"), "s", "۱")
    stack = LOOK.roles["header"].stack

    assert "\u2603" in html.compose(made(strange, furniture=REPEATED), LOOK).characters[stack]
    assert "\u2603" not in html.compose(made(strange), LOOK).characters.get(stack, {})


def test_a_term_is_bold_and_its_reference_stands_in_guillemets() -> None:
    written = html.compose(terms(), LOOK).html.replace(RLM, "")

    assert '«<b id="client">ک ۱ <bdi class=latin>NGO</bdi></b>» (۷)' in written
    assert '<a href="#client">«ک ۱ <bdi class=latin>NGO</bdi><span class=signs>»</span></a>' in written


def test_latin_in_a_letterhead_a_prompt_and_the_title_that_a_reference_prints_is_an_element() -> None:
    letterhead = "<letterhead><organisation>سازمان C++</organisation><centre>نامهٔ UN-Habitat</centre></letterhead>"
    title = '<h1 numbered="no" key="t">برنامهٔ C++</h1>'
    mixed = document(letterhead, title, '<p>بنگرید به <ref to="t"/> <blank prompt="نشانی (URL)"/></p>')

    assert html.compose(mixed, LOOK).html.count("<bdi class=latin>") == 4


def test_a_shadda_is_shaped_with_its_own_word_only() -> None:
    geminated = document("<p>هدف کمّی است و مثلاً بنّایان</p>")

    assert html.compose(geminated, LOOK).html.count("<span>کمّی</span> است و مثلاً <span>بنّایان</span>") == 1
