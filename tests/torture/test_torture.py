"""The torture document through every check of the project, in both formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as parsed

from generator.inspection import inspect
from generator.writing.weasyprint import html
from generator.writing.writers import DEFAULT_ENGINE, Engine
from tests import goldens
from tests.documents.sdk import validate
from tests.documents.texts import (
    W,
    difference,
    docx_body,
    docx_marks,
    docx_part,
    docx_parts,
    docx_tables,
    docx_text,
    families,
    folded,
    page_tables,
    page_text,
    unspaced,
    words,
)
from tests.engines import OTHERS
from tests.engines.comparing import differences
from tests.engines.reading import said
from tests.goldens.text import written
from tests.torture import GOLDEN, build
from tests.torture.conftest import Laid, Torture

MARKS = ("نمونه", "پیش‌نویس")
LONG_HEAD = set(words("ردیف موضوع شرح تاریخ مبلغ (ریال)"))


@pytest.fixture(scope="session")
def body(torture: Torture) -> parsed.HtmlElement:
    """The body of the HTML behind the PDF."""
    return parsed.fromstring(html.compose(torture.tree, torture.look).html).body


def test_its_tree_is_as_it_was_approved(torture: Torture) -> None:
    expected, given = GOLDEN.read_text(encoding="utf-8"), written(torture.tree)

    told = "\n".join(goldens.differences(expected, given))
    assert given == expected or pytest.fail(f"if that is right, run `python -m tests.goldens --update`:\n{told}", pytrace=False)


def test_the_lint_finds_nothing_in_word(torture: Torture) -> None:
    assert inspect(torture.docx) == []


def test_the_lint_finds_nothing_in_a_pdf(torture: Torture, laid: Laid) -> None:
    """Nor a glyph without a shape or a letter."""
    assert inspect(laid.pdf, faces=torture.look.faces(), marks=MARKS) == []


@pytest.mark.proof
@pytest.mark.parametrize("engine", OTHERS)
def test_it_says_the_same_whatever_engine_lays_it_out(laid_by: Callable[[Engine], Laid], engine: Engine) -> None:
    assert differences(said(laid_by(engine).pdf), said(laid_by(DEFAULT_ENGINE).pdf)) == []


@pytest.mark.parametrize("version", ["Microsoft365", "Office2013"])
def test_the_open_xml_sdk_finds_no_error(torture: Torture, version: str) -> None:
    assert validate(torture.docx, version) == []


def test_every_word_stands_in_both_formats_in_the_same_order(torture: Torture, body: parsed.HtmlElement) -> None:
    # How many sheets the annexes have is known only when the pages are.
    texts = (page_text(*body.iterchildren("section")), docx_body(torture.docx))
    in_pdf, in_word = (re.sub("[۰-۹]+ (?=برگ)", "", text).split() for text in texts)

    assert len(in_pdf) > 10_000
    assert in_pdf == in_word, difference(in_pdf, in_word)


def test_headers_and_footers_say_the_same_in_both_formats(torture: Torture, body: parsed.HtmlElement) -> None:
    marks = page_text(*body.find_class("marks")).split()
    parts = 1 + sum(section.annex for section in torture.tree.sections)
    for kind in ("header", "footer"):
        found = list(body.iterchildren(kind))
        each = len(found) // parts
        in_pdf = [page_text(*found[at : at + each]).split() for at in range(0, len(found), each)]
        in_word = [docx_text(root).split() for root in docx_parts(torture.docx, rf"word/{kind}\d+\.xml")]

        assert [text for text in in_pdf if text not in in_word] == []
        assert [text for text in in_word if text not in (*in_pdf, marks[: len(marks) // parts])] == []


def test_tables_lists_and_blanks_are_the_same_in_both_formats(torture: Torture, body: parsed.HtmlElement) -> None:
    sections = list(body.iterchildren("section"))
    document = docx_part(torture.docx, "word/document.xml")

    assert page_tables(*sections) == docx_tables(document)
    assert sum(1 for section in sections for _ in section.iter("li")) == docx_marks(document)
    blanks = sum(len(section.find_class("blank")) for section in sections)
    notes = docx_part(torture.docx, "word/footnotes.xml")
    styles = [style.get(W + "val") for root in (document, notes) for style in root.iter(W + "rStyle")]
    assert blanks == styles.count("BlankText") > 20


def test_only_faces_of_the_look_are_drawn(torture: Torture, laid: Laid) -> None:
    assert families(laid.pdf) <= unspaced(torture.look.faces())


def test_the_head_of_the_long_table_stands_on_each_of_its_sixty_pages(laid: Laid) -> None:
    # Its title stands in the header of each of its pages; before them only in the tables of contents.
    pages = [words(page) for page in laid.pages[20:] if folded("جدول شصت‌صفحه‌ای") in folded(page)]

    assert len(pages) >= 60
    assert [number for number, page in enumerate(pages) if not set(page) >= LONG_HEAD] == []


def test_signatures_stand_on_the_page_of_the_words_before_them(laid: Laid) -> None:
    (page,) = [page for page in map(folded, laid.pages) if folded("این سند در سه نسخه تنظیم شد") in page]

    assert folded("کارفرما") in page
    assert page.count(folded("سمت آزمایشی")) == 4


@pytest.mark.proof
def test_a_second_build_has_the_same_bytes(torture: Torture, tmp_path: Path) -> None:
    assert [file.read_bytes() for file in build(tmp_path)] == [torture.docx.read_bytes(), torture.pdf.read_bytes()]
