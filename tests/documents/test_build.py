"""What a build of the whole project leaves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.inspection import inspect
from generator.style import style
from tests.documents.built import DOCUMENTS, EACH_PDF, EVERY, ROOT, SAMPLES, SHORT, Built, Laid
from tests.documents.texts import pdf_pages, squeezed

SAMPLE = "نمونه"


def test_the_build_ends_well_and_leaves_every_document_in_both_formats(built: Built) -> None:
    assert built.exit_code == 0, built.told
    others = {f"{place}/{name.split('/')[1]}" for place in SAMPLES for name in SHORT if name not in built.of_many}
    assert built.names == sorted({*DOCUMENTS, *SHORT, *others, *built.of_many})
    assert all(built.path(name, suffix).stat().st_size > 10_000 for name in built.names for suffix in ("docx", "pdf"))
    assert "خطا" not in built.told


def test_the_build_prints_the_path_of_each_file(built: Built) -> None:
    paths = {str(built.path(name, suffix)) for name in built.names for suffix in ("docx", "pdf")}

    assert set(built.printed.splitlines()) == paths


@pytest.mark.parametrize("name", EVERY)
def test_the_lint_finds_nothing_in_a_docx(built: Built, name: str) -> None:
    file = built.path(name, "docx")

    assert [found.problem(file).line() for found in inspect(file)] == []


@EACH_PDF
def test_a_pdf_draws_with_the_faces_of_the_look_and_no_missing_glyph_and_says_on_each_page_that_it_is_a_sample(
    pdf: Callable[[Laid], Path], laid: Laid
) -> None:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    file = pdf(laid)

    assert [found.problem(file).line() for found in inspect(file, faces=look.faces(), marks=[SAMPLE])] == []


@EACH_PDF
def test_another_reader_sees_the_word_for_a_sample_on_each_page(pdf: Callable[[Laid], Path], laid: Laid) -> None:
    pages = pdf_pages(pdf(laid))

    assert len(pages) > 2 or laid.name in SHORT
    assert [number for number, page in enumerate(pages, 1) if SAMPLE not in squeezed(page)] == []
