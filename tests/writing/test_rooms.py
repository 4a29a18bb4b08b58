"""The room of figures that share their page: on a cover, and under what introduces them."""

from __future__ import annotations

import pytest

from generator.tree.nodes import (
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Properties,
    Row,
    Section,
    Table,
    Text,
)
from generator.writing import rooms
from generator.writing.measures import MILLIMETRE, room_of
from tests.writing import trees
from tests.writing.word.opened import LOOK

PAGE = LOOK.pages["portrait"]
FIGURE = Figure("bars", "t", (1, 2), trees.text("عنوان"), "figure")
SENTENCE = Paragraph(trees.text("به شرح شکل ۱."), keep_next=True)


def left(*blocks: object, cover: bool = False) -> float | None:
    document = Document(Properties("سند"), (Section(blocks),), cover=cover)  # type: ignore[arg-type]
    return rooms.of(document, LOOK).get("figure")


def test_a_figure_alone_has_the_room_of_its_page() -> None:
    assert left(trees.paragraph("متن"), FIGURE) is None


def test_a_figure_leaves_room_for_the_heading_and_the_sentence_over_it() -> None:
    heading, body = LOOK.roles["heading-2"], LOOK.roles["body"]
    taken = heading.before + heading.line + heading.after + body.line + body.after
    room = left(trees.paragraph("متن"), Heading(2, trees.text("بخش")), SENTENCE, FIGURE)
    assert room is not None
    assert room_of(PAGE) - taken - 20 < room <= room_of(PAGE) - taken


def test_a_heading_that_something_else_stands_under_takes_nothing_of_a_figure() -> None:
    assert left(Heading(2, trees.text("بخش")), trees.paragraph("متن"), FIGURE) is None


def test_the_figure_of_a_cover_leaves_room_for_all_of_it() -> None:
    def cover(height: int) -> float | None:
        row = Row((Cell((Paragraph(trees.text("سند"), "cover-title"),)),), height=height)
        return left(Table((Column(1000),), (), (row,), role="band"), FIGURE, PageBreak(), trees.paragraph("متن"), cover=True)

    low, high = cover(60), cover(100)
    assert low is not None and high is not None
    assert low < room_of(PAGE)
    assert low - high == pytest.approx(40 * MILLIMETRE, abs=0.01)


def test_a_figure_keeps_a_quarter_of_the_room_of_a_page() -> None:
    assert left(*[Heading(2, (Text("بخش"),))] * 40, FIGURE) == pytest.approx(room_of(PAGE) / 4)
