"""What introduces a table, a figure or a list stays on the page where it begins."""

from __future__ import annotations

from generator.tree.nodes import Block, Cell, Clause, Column, Heading, ListBlock, ListItem, Paragraph, Row, Table, Text
from generator.tree.passes import introductions
from tests.tree.documents import blocks, document, p

TABLE = Table((Column(1000),), (), (Row((Cell((p("خانه"),)),)),))
HEADING = Heading(1, (Text("بخش"),))


def held(*given: Block) -> list[int]:
    """The places of the paragraphs that stay with what follows."""
    made = blocks(introductions.run(document(*given)))
    return [at for at, block in enumerate(made) if isinstance(block, Paragraph) and block.keep_next]


def test_all_sentences_between_a_heading_and_a_table_stay_with_it() -> None:
    assert held(HEADING, p("یکم"), p("دوم"), TABLE) == [1, 2]


def test_of_running_text_the_last_sentence_before_a_table_stays_with_it() -> None:
    assert held(p("یکم"), p("دوم"), TABLE) == [1]
    assert held(HEADING, p("بلند " * 200), p("دوم"), TABLE) == [2]


def test_a_long_paragraph_and_one_of_another_role_stay_where_they_are() -> None:
    assert held(p("بلند " * 200), TABLE) == []
    assert held(Paragraph((Text("یادداشت"),), "source-note"), TABLE) == []
    assert held(HEADING, p("متن"), p("متن")) == []


def test_a_sentence_that_ends_in_a_colon_stays_with_the_list_after_it() -> None:
    items = ListBlock((ListItem((p("مورد"),)),))
    assert held(p("چنین است:"), items) == [0]
    assert held(p("چنین است."), items) == []


def test_the_text_of_a_clause_stays_with_the_table_in_it() -> None:
    (clause,) = blocks(introductions.run(document(Clause("clause", (), (p("به شرح جدول:"), TABLE)))))
    assert isinstance(clause, Clause)
    assert [getattr(block, "keep_next", None) for block in clause.blocks] == [True, None]
