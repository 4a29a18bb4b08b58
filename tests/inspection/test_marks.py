"""Files that say that they are drafts or samples, and lack the words on a page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from generator.inspection.docx import inspect as inspect_word
from generator.inspection.pdf import inspect as inspect_pdf
from generator.writing import word
from generator.writing.weasyprint import writer
from tests.writing import trees
from tests.writing.word.opened import LOOK

MARKS = ("نمونه", "پیش‌نویس")
SHAPE = re.compile("<w:pict.*?</w:pict>", re.DOTALL)


@pytest.fixture(scope="module")
def document():
    made = trees.rich()
    return replace(made, furniture=replace(made.furniture, marks=MARKS))


@pytest.fixture(scope="module")
def in_word(document) -> bytes:
    return word.write(document, LOOK).data


@pytest.fixture(scope="module")
def in_pdf(document) -> bytes:
    return writer.write(document, LOOK).data


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A package with one part changed, which must then be another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == name:
                content = change(content.decode()).encode()
                assert content != old.read(entry)
            new.writestr(entry.filename, content)
    return buffer.getvalue()


def reported(findings) -> list[tuple[str, str, str]]:
    return [(found.code, found.part, dict(found.values)["mark"]) for found in findings]


def test_files_that_bear_their_marks_have_no_finding(in_word: bytes, in_pdf: bytes) -> None:
    assert inspect_word(in_word) == []
    assert inspect_pdf(in_pdf, (), ()) == []


def test_a_header_without_the_drawn_marks_is_found(in_word: bytes) -> None:
    data = changed(in_word, "word/header2.xml", lambda text: SHAPE.sub("", text))
    assert reported(inspect_word(data)) == [("word-mark-not-across", "word/header2.xml", mark) for mark in MARKS]


def test_a_header_that_says_another_word_is_found(in_word: bytes) -> None:
    data = changed(in_word, "word/header1.xml", lambda text: re.sub(r"(<w:t[^>]*>)نمونه", r"\1تازه", text))
    assert reported(inspect_word(data)) == [("word-mark-missing", "word/header1.xml", "نمونه")]


def test_pages_without_a_header_are_found(in_word: bytes) -> None:
    data = changed(in_word, "word/document.xml", lambda text: re.sub("<w:headerReference[^>]*/>", "", text))
    codes = {(code, part) for code, part, _ in reported(inspect_word(data))}
    assert codes == {("word-mark-missing", "word/document.xml"), ("word-mark-not-across", "word/document.xml")}


def test_a_word_file_that_claims_no_mark_needs_none(in_word: bytes) -> None:
    data = changed(in_word, "word/header2.xml", lambda text: SHAPE.sub("", text))
    data = changed(data, "docProps/custom.xml", lambda text: text.replace("sanad-marks", "other"))
    assert inspect_word(data) == []


def test_a_page_of_a_pdf_without_the_drawn_marks_is_found(in_pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(in_pdf)) as file:
        page = file.pages[2].obj
        page.Contents = pikepdf.Array(list(page.Contents)[1:])
        buffer = io.BytesIO()
        file.save(buffer)
    assert reported(inspect_pdf(buffer.getvalue(), (), ())) == [("pdf-mark-not-across", "page 3", "نمونه، پیش‌نویس")]


def test_a_pdf_that_claims_a_mark_which_no_page_says_is_found(in_pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(in_pdf)) as file:
        file.docinfo["/sanadmarks"] = "نمونه، محرمانه"
        buffer = io.BytesIO()
        file.save(buffer)
    assert reported(inspect_pdf(buffer.getvalue(), (), ())) == [
        ("pdf-mark-missing", f"page {n}", "محرمانه") for n in range(1, 8)
    ]
