"""The words of every built PDF are found as they are written: with their half-spaces, in base letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as parsed

from generator import style
from generator.tree.nodes import Document
from generator.writing import html
from tests.documents.built import DOCUMENTS, ROOT, Built
from tests.documents.texts import half_spaced, page_text, pdf_pages, presentation_forms

LEAST = 0.87
"""Poppler moves the hamza and turns lam-alef around; a word that has neither is found letter by letter."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_are_found_with_their_half_spaces(built: Built, tree: Callable[[str], Document], name: str) -> None:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    expected = half_spaced(page_text(parsed.fromstring(html.write(tree(name), look)).body))
    given = half_spaced("\n".join(pdf_pages(built.path(name, "pdf"))))

    assert expected.total() > 20
    assert (expected & given).total() / expected.total() >= LEAST


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_letter_is_read_as_a_shape(built: Built, name: str) -> None:
    assert presentation_forms("".join(pdf_pages(built.path(name, "pdf")))) == []
