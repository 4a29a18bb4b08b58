"""Every type of node, with words in each of its fields, through every walk that could forget one in silence.

The nodes are made from their own types, so that a new type, or a new field, is here without a word about it.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
import re
import typing
from collections.abc import Iterator
from typing import Any

from generator.tree import nodes, walk
from generator.tree.nodes import Block, Document, Furniture, Inline, Paragraph, Properties, Section
from generator.tree.passes import digits, direction, tidy, together
from tests.tree.test_shares import LOOK

INLINES, BLOCKS = typing.get_args(Inline), typing.get_args(Block)

NAMES = {"key", "target", "of", "row", "role", "page", "emblem", "path", "src", "folder", "highlight"}
"""Fields that name a thing and are not printed."""

MADE_BY_PASSES = {"number", "entries", (nodes.Clause, "label")}
"""Fields that passes make of others."""


def made(kind: Any, words: Iterator[str]) -> Any:
    """A node with a word in each field that people read, and a node in each that holds nodes."""
    hints = typing.get_type_hints(kind)
    given = {}
    for field in dataclasses.fields(kind):
        required = field.default is dataclasses.MISSING
        if field.name in NAMES:
            given |= {field.name: field.name} if required else {}
        elif required or not {field.name, (kind, field.name)} & MADE_BY_PASSES:
            value = _value(hints[field.name], words)
            given |= {field.name: value} if value is not None else {}
    return kind(**given)


def _value(hint: Any, words: Iterator[str]) -> Any:
    """A value of a type; None where the usual one will do."""
    if hint is str:
        return next(words)
    if typing.get_origin(hint) is typing.Literal:
        return typing.get_args(hint)[0]
    if hint is int:
        return 1
    if typing.get_origin(hint) is not tuple:
        return None
    part, *_ = typing.get_args(hint)
    if part == Inline:
        return (nodes.Text(next(words)),)
    if part == Block:
        return (Paragraph((nodes.Text(next(words)),)),)
    if part is str or dataclasses.is_dataclass(part):
        return (made(part, words) if dataclasses.is_dataclass(part) else next(words),)
    return ()


def documents(word: str) -> Iterator[tuple[str, Document, list[str]]]:
    """A document for each type of node, with the type's name and its words, made of one and a number of Persian letters."""
    for kind in (*INLINES, *BLOCKS, Furniture):
        used: list[str] = []
        node = made(kind, _noted(word, used))
        block = Paragraph((nodes.Text("متن "), node, nodes.Text(" متن"))) if kind in INLINES else node
        blocks, furniture = ((), node) if kind is Furniture else ((block,), Furniture())
        yield kind.__name__, Document(Properties("سند"), (Section(blocks),), furniture), used


def _noted(word: str, used: list[str]) -> Iterator[str]:
    for letters in itertools.product("ابپتثج", repeat=2):
        used.append(f"{word} {''.join(letters)}")
        yield used[-1]


def printed(document: Document) -> str:
    return "\n".join(text.text for text in walk.texts(document))


def test_every_word_of_every_node_is_among_the_texts_of_its_document() -> None:
    forgotten = [(kind, word) for kind, document, words in documents("واژه") for word in words if word not in printed(document)]

    assert forgotten == []


def test_every_digit_of_every_node_becomes_persian() -> None:
    left = [
        kind for kind, document, _ in documents("برگ 7") if re.search("[0-9]", printed(digits.run(direction.run(document))))
    ]

    assert left == []


def test_every_text_is_spelt_one_way() -> None:
    left = [kind for kind, document, _ in documents("كيف") if "كيف" in printed(tidy.run(document))]

    assert left == ["Ltr", "Reference"], "made by later passes"


def inline_texts(document: Document) -> list[str]:
    """The texts of inline content that no stretch from the left holds."""
    found = (getattr(visit.node, "text", "") for visit in walk.walk(document) if not isinstance(visit.node, nodes.Ltr))
    return [text for text in found if text]


def test_every_stretch_from_the_left_in_inline_content_is_marked() -> None:
    passed = ((kind, direction.run(document)) for kind, document, _ in documents("نام GIS"))
    left = [kind for kind, document in passed for text in inline_texts(document) if "GIS" in text]

    assert left == ["Reference"], "split by the writers"


def test_every_number_of_inline_content_is_kept_with_its_noun() -> None:
    def fitting(*_: object) -> float:
        return -math.inf

    passed = ((kind, together.run(document, LOOK, fitting)) for kind, document, _ in documents("۱۲ نفر"))
    left = [kind for kind, document in passed for text in inline_texts(document) if "۱۲ نفر" in text]

    assert left == []
