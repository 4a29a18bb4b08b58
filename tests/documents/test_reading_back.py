"""A PDF read back with poppler says what was written: words, cells of tables, and every number."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as parsed

from generator import style
from generator.tree.nodes import Document
from generator.writing import html
from tests.documents.built import DOCUMENTS, ROOT, Built
from tests.documents.texts import folded, numbers, page_text, pdf_pages, recall, stands, words

LEAST = 0.95


@pytest.mark.parametrize("name", DOCUMENTS)
def test_words_cells_and_numbers_of_a_pdf_are_read_back(built: Built, tree: Callable[[str], Document], name: str) -> None:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    body = parsed.fromstring(html.write(tree(name), look)).body
    text = "\n".join(pdf_pages(built.path(name, "pdf")))
    whole = folded(text)
    cells = [written for cell in body.iter("td", "th") if folded(written := page_text(cell))]

    assert recall(words(page_text(body)), words(text)) >= LEAST
    assert recall(numbers(page_text(body)), numbers(text)) >= LEAST
    assert sum(stands(cell, whole) for cell in cells) / len(cells) >= LEAST
