"""The words of every built PDF are found as they are written: with their half-spaces, in base letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from lxml import html as parsed

from generator import style
from generator.tree.nodes import Document
from generator.writing import html
from tests.documents.built import DOCUMENTS, ROOT, Built
from tests.documents.texts import page_text, pdf_pages

LEAST = 0.87
"""Poppler moves the hamza and turns lam-alef around; a word that has neither is found letter by letter."""

_PRESENTATION = re.compile("[\ufb50-\ufdf1\ufdf3-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HALF_SPACED = re.compile("[^\\W\\d_]+(?:\u200c[^\\W\\d_]+)+")


def half_spaced(text: str) -> Counter[str]:
    """The words with half-spaces, lam and alef as one sign in whatever order."""
    read = _DIRECTION.sub("", text).replace(" \u0654", "").replace("\u0654", "")
    return Counter(word.replace("لا", "ﻻ").replace("ال", "ﻻ") for word in _HALF_SPACED.findall(read))


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
    assert _PRESENTATION.findall("".join(pdf_pages(built.path(name, "pdf")))) == []
