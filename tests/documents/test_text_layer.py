"""The text of every built PDF: its words are found, what is read is what is drawn, and blocks are read and copied whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.style import looks
from generator.tree.nodes import Document
from tests.documents.built import EACH_PDF, LAID, ROOT, SHORT, Built, Laid
from tests.textlayer import glyphs, structure
from tests.textlayer.cases import EACH_READER
from tests.textlayer.measure import measured

PLAIN = "z3-golshahr/contract"
"""The one whose glyphs are looked at in every run: it has the most text in the fewest pages."""

SLOW = [pytest.param(laid, marks=() if laid.name == PLAIN else pytest.mark.proof, id=str(laid)) for laid in LAID]
Pdf = Callable[[Laid], Path]


@EACH_PDF
@pytest.mark.parametrize("reader", EACH_READER)
def test_a_reader_finds_every_word(built: Built, pdf: Pdf, laid: Laid, reader: str) -> None:
    ((_, found),) = measured(built.path(laid.name, "docx"), pdf(laid), [reader])

    assert found.count() > (50 if laid.name in SHORT else 1000)
    assert found.faults() == []


@pytest.mark.parametrize("laid", SLOW)
def test_what_is_read_is_what_is_drawn_where_it_is_drawn(pdf: Pdf, laid: Laid) -> None:
    assert glyphs.faults(pdf(laid)) == []


@pytest.mark.parametrize("laid", SLOW)
def test_a_screen_reader_is_given_each_block_and_it_is_copied_whole(
    pdf: Pdf, tree: Callable[[str], Document], laid: Laid
) -> None:
    look, problems = looks.load(ROOT / "templates" / "fa", looks.DEFAULT)
    assert look is not None, problems
    file = pdf(laid)
    read, copied = structure.shares(structure.written(tree(laid.name), look), structure.blocks(file))

    assert read >= structure.LEAST
    assert copied >= structure.LEAST
    assert structure.replaced(file) == []
