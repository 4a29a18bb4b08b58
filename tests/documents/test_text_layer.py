"""The text of every built PDF: its words are found, what is read is what is drawn, and blocks are read and copied whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.style import looks
from generator.tree.nodes import Document
from tests.documents.built import DOCUMENTS, ROOT, Built
from tests.textlayer import glyphs, structure
from tests.textlayer.cases import EACH_READER
from tests.textlayer.measure import measured

PLAIN = "z3-golshahr/contract"
"""The one whose glyphs are looked at in every run: it has the most text in the fewest pages."""

SLOW = [pytest.param(name, marks=() if name == PLAIN else pytest.mark.proof) for name in DOCUMENTS]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("reader", EACH_READER)
def test_a_reader_finds_every_word(built: Built, name: str, reader: str) -> None:
    ((_, found),) = measured(built.path(name, "docx"), built.path(name, "pdf"), [reader])

    assert found.count() > 1000
    assert found.faults() == []


@pytest.mark.parametrize("name", SLOW)
def test_what_is_read_is_what_is_drawn_where_it_is_drawn(built: Built, name: str) -> None:
    assert glyphs.faults(built.path(name, "pdf")) == []


@pytest.mark.parametrize("name", SLOW)
def test_a_screen_reader_is_given_each_block_and_it_is_copied_whole(
    built: Built, tree: Callable[[str], Document], name: str
) -> None:
    look, problems = looks.load(ROOT / "templates" / "fa", looks.DEFAULT)
    assert look is not None, problems
    pdf = built.path(name, "pdf")
    read, copied = structure.shares(structure.written(tree(name), look), structure.blocks(pdf))

    assert read >= structure.LEAST
    assert copied >= structure.LEAST
    assert structure.replaced(pdf) == []
