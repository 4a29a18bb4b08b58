"""Annexes: pages of their own, counted from one, in every format; the document's own pages are counted without theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.markup import reader
from generator.persian import numeral
from generator.style import faces
from generator.tree import passes
from generator.tree.nodes import Document
from generator.writing import writers
from generator.writing.writers import ENGINES, Engine, Supplies
from tests.documents.texts import W, docx_part, docx_parts, pdf_pages, readable, squeezed
from tests.writing.word.opened import LOOK

MARKUP = """<document title="نامه">
<furniture><footer>برگهٔ <page/> از <pages/></footer></furniture>
<section page="letter"><letterhead><organisation>سازمان</organisation><field label="پیوست"><annex-sheets/></field></letterhead>
<contents levels="2"/><h1>متن</h1><p>برابر <ref to="second"/>، <ref to="deep"/> و <ref to="rule"/>.</p></section>
{more}
<annex title="نخست"><p>یک</p><h2 key="deep">زیر</h2><page-break/><article key="rule"><p>دو</p></article></annex>
<annex title="دومین" key="second" page="landscape"><p>سه</p></annex>
</document>"""


def tree(more: str = "") -> Document:
    """A letter with two annexes, of two pages and of one; `more` is a further section."""
    read = reader.read(MARKUP.format(more=more), Path("annexes.html"), "portrait", LOOK)
    assert read.value is not None, read.problems
    document, problems = passes.finish(read.value, LOOK, faces.advance)
    assert problems == []
    return document


def pages(engine: Engine, folder: Path, document: Document) -> list[str]:
    """What poppler reads on the pages of an engine, each in one line."""
    faces.activate(LOOK.families())
    file = folder / "annexes.pdf"
    file.write_bytes(writers.of("pdf", engine).write(document, LOOK).data)
    return [squeezed(readable(page)) for page in pdf_pages(file)]


@pytest.mark.parametrize("engine", ENGINES)
def test_each_part_counts_its_pages_from_one_and_annexes_are_named(tmp_path: Path, engine: Engine) -> None:
    read = pages(engine, tmp_path, tree())

    assert [page[page.index("برگه") :] for page in read] == [
        "برگه۱از۱",
        "برگه۱از۲پیوست۱",
        "برگه۲از۲پیوست۱",
        "برگه۱از۱پیوست۲",
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_letter_says_how_many_sheets_follow_and_its_contents_in_which_annex_a_page_is(tmp_path: Path, engine: Engine) -> None:
    first = pages(engine, tmp_path, tree())[0]

    assert "پیوست۳برگ" in first
    assert "زیرپیوست۱ص۱" in first


def test_references_into_an_annex_name_it() -> None:
    text = str(tree())

    for said in ("پیوست ۲", "بخش ۱ پیوست ۱", "ماده ۱ پیوست ۱"):
        assert f"text='{said}'" in text.replace("\u00a0", " ").replace("\\xa0", " ")


@pytest.mark.parametrize(
    ("more", "own"), [("", "SECTIONPAGES"), ('<section page="landscape"><p>باز هم</p></section>', "PAGEREF c__end")]
)
def test_in_word_an_annex_is_a_section_that_counts_anew(tmp_path: Path, more: str, own: str) -> None:
    document = tree(more)
    laid = writers.of("pdf", "typst").write(document, LOOK)
    file = tmp_path / "annexes.docx"
    file.write_bytes(writers.of("docx", "typst").write(document, LOOK, Supplies({}, laid.pages, laid.page_count)).data)

    sections = list(docx_part(file, "word/document.xml").iter(W + "sectPr"))
    anew = [section.find(W + "pgNumType") for section in sections]
    assert [each is not None and each.get(W + "start") == "1" for each in anew][-2:] == [True, True]
    assert not any(each is not None for each in anew[:-2])
    parts = docx_parts(file, r"word/footer\d+\.xml")
    footers = ["".join(each.text or "" for each in root.iter(W + "instrText")) for root in parts]
    assert sum(own in footer for footer in footers) == (len(footers) if own == "SECTIONPAGES" else len(footers) - 2)
    assert sum("SECTIONPAGES" in footer for footer in footers) >= 2
    shown = ["".join(each.text or "" for each in root.iter(W + "t")) for root in parts]
    assert any(text.replace("\u200f", "").endswith(f"از {numeral(2)} پیوست ۱") for text in shown)
