"""Both formats say the same: every word in order, list marks and blanks by count, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from lxml import html as parsed

from generator.style import style
from generator.tree.nodes import Document
from generator.writing.weasyprint import html
from tests.documents.built import EVERY, ROOT, SHORT, Built
from tests.documents.texts import (
    W,
    difference,
    docx_body,
    docx_marks,
    docx_part,
    docx_parts,
    docx_tables,
    docx_text,
    page_tables,
    page_text,
)


@pytest.fixture(scope="session")
def page(tree: Callable[[str], Document]) -> Callable[[str], parsed.HtmlElement]:
    """The body of the HTML behind a document's PDF."""
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return cache(lambda name: parsed.fromstring(html.compose(tree(name), look).html).body)


Page = Callable[[str], parsed.HtmlElement]


@pytest.mark.parametrize("name", EVERY)
def test_every_word_stands_in_both_formats_in_the_same_order(built: Built, page: Page, name: str) -> None:
    in_pdf = page_text(*page(name).iterchildren("section")).split()
    in_word = docx_body(built.path(name, "docx")).split()

    assert len(in_pdf) > (50 if name in SHORT else 1000)
    assert in_pdf == in_word, difference(in_pdf, in_word)


def of_each_form(body: parsed.HtmlElement, kind: str) -> list[list[str]]:
    """The words of the headers or footers of each form of pages: annexes have theirs, numbered in their classes."""
    forms: dict[str, list[parsed.HtmlElement]] = {}
    for each in body.iterchildren(kind):
        number = re.search(r"-(\d+)$", each.get("class") or "")
        forms.setdefault(number[1] if number else "", []).append(each)
    return [page_text(*each).split() for each in forms.values()]


@pytest.mark.parametrize("name", EVERY)
def test_headers_and_footers_say_the_same_on_pages_of_every_form(built: Built, page: Page, name: str) -> None:
    body = page(name)
    marks = page_text(body.find_class("marks")[0]).split()
    for kind in ("header", "footer"):
        in_pdf = of_each_form(body, kind)
        in_word = [docx_text(root).split() for root in docx_parts(built.path(name, "docx"), rf"word/{kind}\d+\.xml")]

        assert name in SHORT or min(map(len, in_pdf)) >= 2
        # The header of a cover holds the marks alone.
        assert [text for text in in_word if text not in (*in_pdf, marks)] == []
        assert [text for text in in_pdf if text not in in_word] == []


@pytest.mark.parametrize("name", EVERY)
def test_marks_of_lists_and_blanks_are_as_many_in_both_formats(built: Built, page: Page, name: str) -> None:
    body = page(name)
    document = docx_part(built.path(name, "docx"), "word/document.xml")
    sections = list(body.iterchildren("section"))
    items = [item for section in sections for item in section.iter("li")]
    blanks = [blank for section in sections for blank in section.find_class("blank")]

    assert len(items) == docx_marks(document)
    assert len(blanks) == sum(style.get(W + "val") == "BlankText" for style in document.iter(W + "rStyle"))
    assert blanks or name in SHORT


@pytest.mark.parametrize("name", EVERY)
def test_tables_have_the_same_rows_and_cells_in_both_formats(built: Built, page: Page, name: str) -> None:
    in_pdf = page_tables(*page(name).iterchildren("section"))
    in_word = docx_tables(docx_part(built.path(name, "docx"), "word/document.xml"))

    assert in_pdf == in_word
