"""A PDF read back with poppler says what was written: words, cells of tables, and every number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from lxml import html as parsed

from generator import style
from generator.tree.nodes import Document
from generator.writing import html
from tests.documents.built import DOCUMENTS, ROOT, Built
from tests.documents.texts import folded, numbers, page_text, pdf_pages, readable, words

LEAST = 0.95


def recall(expected: list[str], given: list[str]) -> float:
    """The share of what was expected that was given, each as often as it stands."""
    wanted = Counter(expected)
    return (wanted & Counter(given)).total() / wanted.total()


def stands(cell: str, text: str) -> bool:
    """Whether a cell's words stand in a folded text line by line, a line being two words or more (or the cell's only one)."""
    pieces: list[str] = []
    expected = [folded(word) for word in readable(cell).split()]
    expected = [word for word in expected if word]
    for word in expected:
        if pieces and folded(pieces[-1] + word) in text:
            pieces[-1] += word
        elif word in text:
            pieces.append(word)
        else:
            return False
    return len(pieces) <= max(1, (len(expected) + 1) // 2)


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
