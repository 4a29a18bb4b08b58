"""Walks: every node is met and rebuilt, in reading order."""

from __future__ import annotations

import dataclasses
import typing
from pathlib import Path
from typing import Any

import pytest

from generator.problems.errors import Place
from generator.tree import nodes, walk
from generator.tree.nodes import (
    Blank,
    Block,
    Cell,
    Clause,
    Document,
    Furniture,
    Inline,
    Keep,
    LineBreak,
    ListBlock,
    ListItem,
    PageField,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from tests.tree.documents import document, p

SHELF = document(
    p("یک", Strong((Text("دو"),))),
    Clause("article", (Text("سه"),), (Keep((p("چهار"),)),)),
    Table((), (Row((Cell((p("شش"),)),)),), (Row((Cell((ListBlock((ListItem((p("هفت"),)),)),)),)),), caption=(Text("پنج"),)),
)


def texts(made: object) -> list[str]:
    return [visit.node.text for visit in walk.walk(made) if isinstance(visit.node, Text)]


def test_texts_are_met_in_reading_order() -> None:
    assert texts(SHELF) == ["یک", "دو", "سه", "چهار", "پنج", "شش", "هفت"]


def test_each_node_is_met_with_its_ancestors() -> None:
    (visit,) = [visit for visit in walk.walk(SHELF) if visit.node == Text("هفت")]
    kinds = ["Document", "Section", "Table", "Row", "Cell", "ListBlock", "ListItem", "Paragraph"]
    assert [type(around).__name__ for around in visit.ancestors] == kinds


def test_inline_content_is_replaced_everywhere() -> None:
    def shout(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(Text(node.text + "!") if isinstance(node, Text) else node for node in inlines)

    assert texts(walk.map_inlines(SHELF, shout)) == [f"{word}!" for word in texts(SHELF)]


def test_every_node_is_met_in_the_order_of_the_walk() -> None:
    assert [*walk.every(SHELF)] == [visit.node for visit in walk.walk(SHELF)]


def test_blocks_and_what_holds_them_are_met_in_the_order_of_the_walk_without_what_is_in_paragraphs() -> None:
    inline = typing.get_args(Inline)
    assert [*walk.every_block(SHELF)] == [node for node in walk.every(SHELF) if not isinstance(node, inline)]


def test_blocks_are_replaced_wherever_they_are_but_for_paragraphs() -> None:
    met: list[str] = []

    def note(node: Any) -> Any:
        met.append(type(node).__name__)
        return dataclasses.replace(node, marker="decimal") if isinstance(node, ListBlock) else walk.rebuild_blocks(node, note)

    made = note(SHELF)
    assert [name for name in met if name not in ("Paragraph", "Furniture")] == [
        *("Document", "Section", "Clause", "Keep", "Table", "Row", "Row", "Cell", "ListBlock"),
    ]
    assert [node.marker for node in walk.every(made) if isinstance(node, ListBlock)] == ["decimal"]


def test_texts_for_readers_are_replaced_in_inline_content_and_beside_it() -> None:
    def shout(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(Text(node.text + "!") if isinstance(node, Text) else node for node in inlines)

    made = Document(SHELF.properties, SHELF.sections, Furniture((Text("سر"),), marks=("الف",)))
    changed = walk.map_texts(made, shout, lambda text: f"{text}*")
    assert (changed.properties.title, changed.furniture.marks) == ("سند*", ("الف*",))
    assert texts(changed) == [f"{word}!" for word in texts(made)]


def test_nothing_is_copied_where_nothing_changes() -> None:
    assert walk.map_inlines(SHELF, lambda inlines: inlines) is SHELF
    assert walk.map_texts(SHELF, lambda inlines: inlines, lambda text: text) is SHELF
    assert walk.rebuild(SHELF, lambda node: node) is SHELF


def test_the_place_of_a_node_is_kept_where_its_text_changes() -> None:
    place = Place(Path("t"), 3)
    made = document(Paragraph((Text("یک"),), place=place))
    changed = walk.map_inlines(made, lambda _: (Text("دو"),))
    assert [node.place for node in walk.every(changed) if isinstance(node, Paragraph)] == [place]


_NODES = [
    kind for kind in vars(nodes).values() if dataclasses.is_dataclass(kind) and kind.__module__.startswith(nodes.__name__)
]
_PARTS = {nodes.ListItem, nodes.Row, nodes.Cell, nodes.ContentsEntry}
_PARTS |= {nodes.LetterField, nodes.Signer, nodes.Section, nodes.Furniture, nodes.Card, nodes.Feature}


@pytest.mark.parametrize("kind", _NODES, ids=lambda kind: kind.__name__)
def test_every_field_that_holds_nodes_is_walked(kind: type) -> None:
    hints = typing.get_type_hints(kind)
    holding = {
        name
        for name, hint in hints.items()
        if any(part in {*typing.get_args(Inline), *typing.get_args(Block), *_PARTS} for part in _parts(hint))
    }
    assert holding == set(walk._CHILD_FIELDS.get(kind, ()))


def _parts(hint: object) -> set[object]:
    arguments = typing.get_args(hint)
    return {hint} if not arguments else set().union(*(_parts(argument) for argument in arguments))


def test_plain_text_reads_blanks_by_their_prompts() -> None:
    inlines = (
        Text("از "),
        Strong((Text("الف"), LineBreak())),
        Blank("نام"),
        Reference("a", " ماده ۱"),
        PageField("page"),
        nodes.Ltr(" GIS"),
        nodes.Footnote((Text("پاورقی"),)),
        nodes.SectionTitle(),
    )
    assert walk.plain_text(inlines) == "از الف نام ماده ۱ GIS"
