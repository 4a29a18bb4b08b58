"""The text of the torture document's PDF: each kind of word that readers lose, a hundred times and more, is found."""

from __future__ import annotations

import pytest

from tests.textlayer import glyphs, structure
from tests.textlayer.cases import EACH_READER
from tests.textlayer.measure import measured
from tests.textlayer.words import KINDS
from tests.torture.conftest import Laid, Torture

MANY = 100


@pytest.mark.parametrize("reader", EACH_READER)
def test_it_holds_a_hundred_words_of_every_kind_and_a_reader_finds_them(laid: Laid, reader: str) -> None:
    ((_, found),) = measured(laid.docx, laid.pdf, [reader])

    assert {kind: found.count(kind) for kind in KINDS if found.count(kind) < MANY} == {}
    assert found.faults() == []


@pytest.mark.proof
def test_what_is_read_is_what_is_drawn_where_it_is_drawn(laid: Laid) -> None:
    assert glyphs.faults(laid.pdf) == []


@pytest.mark.proof
def test_a_screen_reader_is_given_its_blocks_and_they_are_copied_whole(torture: Torture, laid: Laid) -> None:
    read, copied = structure.shares(structure.written(torture.tree, torture.look), structure.blocks(laid.pdf))

    assert read >= structure.LEAST
    assert copied >= structure.LEAST
    assert structure.replaced(laid.pdf) == []
