"""The keys of the documents of the samples: all are there, none stands twice, and none says where its element stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.tree.nodes import Cell, Clause, Document, ListBlock, ListItem, Paragraph, Row, Table, Text
from generator.tree.passes import keys
from generator.tree.walk import every, rebuild
from tests.goldens import GOLDEN, PLACE

NEW = "واژهٔ تازه"


@pytest.fixture(params=GOLDEN)
def document(request: pytest.FixtureRequest, tree: Callable[[str], Document]) -> Document:
    return tree(f"{PLACE}/{request.param}")


def found(document: Document) -> list[Any]:
    return [node for node in every(document) if isinstance(node, Clause | ListItem | Row)]


def test_every_clause_note_item_and_row_has_a_key_that_stands_once(document: Document) -> None:
    counted = Counter(key for node in every(document) if (key := getattr(node, "key", "")))
    assert all(node.key for node in found(document))
    assert [key for key, count in counted.items() if count > 1] == []


def test_nothing_but_its_words_or_its_record_tells_an_element_from_another(document: Document) -> None:
    assert [node.key for node in found(document) if re.search(r"~[0-9a-f]{8}-[0-9]+$", node.key)] == []


def test_no_key_of_a_contract_is_made_of_words(tree: Callable[[str], Document]) -> None:
    contract = tree(f"{PLACE}/contract")
    assert len(found(contract)) > 200
    assert [node.key for node in found(contract) if keys.is_made(node.key)] == []


def test_what_is_put_before_every_element_leaves_all_keys_as_they_were(document: Document) -> None:
    bare = _without_made(document)
    before, after = (keys.run(each)[0] for each in (bare, _with_more(bare)))
    kept = [node.key for node in found(after) if not _is_new(node)]
    assert len(found(after)) > len(kept)
    assert kept == [node.key for node in found(before)]


def _without_made(node: Any) -> Any:
    if keys.is_made(getattr(node, "key", "")):
        node = replace(node, key="")
    return rebuild(node, _without_made)


def _with_more(node: Any) -> Any:
    """The tree with a new element before the others of each list, table and article."""
    node = rebuild(node, _with_more)
    match node:
        case ListBlock():
            return replace(node, items=(ListItem((Paragraph((Text(NEW),)),)), *node.items))
        case Table():
            return replace(node, body=(Row((Cell((Paragraph((Text(NEW),)),)),)), *node.body))
        case Clause(kind="article"):
            return replace(node, blocks=(Clause("clause", (), (Paragraph((Text(NEW),)),)), *node.blocks))
        case _:
            return node


def _is_new(node: Any) -> bool:
    first = node.cells[0] if isinstance(node, Row) else node
    return first.blocks == (Paragraph((Text(NEW),)),)
