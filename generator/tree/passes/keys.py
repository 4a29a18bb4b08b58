"""Check that each key is used once, and give one to whatever a returned file must be found by, and to all that is listed.

A key that is made comes from what it names: the key of the element around, and a sum over the words of its own. Never from a
place in an order, so whatever is put before an element leaves its key as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

from generator.persian import fold, near_matches
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem, remedy
from generator.tree import annexes
from generator.tree.nodes import (
    Blank,
    Cards,
    Check,
    Clause,
    Contents,
    Datum,
    Document,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from generator.tree.passes import contents
from generator.tree.walk import every, is_block, plain, rebuild

Keyed = tuple[str, Place | None]
"""A key and the place of its element."""

MADE = "~"
"""Stands in every key that is made of words: none that is given has it, and nothing refers to one."""


def run(document: Document) -> tuple[Document, list[Problem]]:
    """Return the document with a key for every clause, note, item, row and box, and for every blank that stands for no fact.

    With a table of contents, headings and captioned tables have one too; annexes always, as their pages are counted from the
    one on which they begin, and grids of cards, as their places are told by their keys.
    """
    declared: list[Keyed] = []
    listed = False
    for node in every(document):
        if key := getattr(node, "key", ""):
            declared.append((key, _place(node)))
        listed = listed or isinstance(node, Contents)
    return _Naming({key for key, _ in declared}, listed).visit(document, ""), repeated(declared)


def is_made(key: str) -> bool:
    """Return whether a key was made of an element's words, so that nothing can refer to it."""
    return MADE in key


def missing(document: Document) -> list[Problem]:
    """Return a problem for each article, clause, note, item and row that has no key of its own."""
    return [
        problem("key-missing", node.place, name=name) for node in every(document) if (name := _element(node)) and not node.key
    ]


class _Naming:
    """Names the elements of one document."""

    def __init__(self, taken: set[str], listed: bool) -> None:
        self._taken = taken
        self._listed = listed
        self._counts: Counter[str] = Counter()

    def visit(self, node: Any, around: str) -> Any:
        """Return a node with keys; `around` is that of the nearest element that has one."""
        if isinstance(node, Text | Datum):
            return node  # a blank for a fact is named by the fact
        if isinstance(node, Blank):
            return node if node.key else replace(node, key=self._fresh(f"{_within(around)}blank-{_sum(node.prompt)}"))
        if isinstance(node, Check):
            return node if node.key else replace(node, key=self._fresh(f"{_within(around)}check-{_sum(node.label)}"))
        if isinstance(node, Section) and node.annex and not (title := annexes.title(node)).key:
            named = self._fresh(f"annex-{_sum(_plain(title.children))}")
            node = replace(node, blocks=(replace(title, key=named), *node.blocks[1:]))
        if isinstance(node, Cards) and not node.key:
            node = replace(
                node,
                key=self._fresh(
                    f"{_within(around)}cards-{_sum(' '.join(word for card in node.cards for word in _words(card.blocks)))}"
                ),
            )
        key = getattr(node, "key", "")
        if not key and self._listed and _may_be_listed(node):
            key = self._fresh(f"{type(node).__name__.lower()}-{_sum(_own_words(node))}")
            node = replace(node, key=key)
        elif not key and _element(node):
            key = self._fresh(f"{_within(around)}{MADE}{_sum(_own_words(node))}")
            node = replace(node, key=key)
        inner = key or (f"{_within(around)}{MADE}{_sum(_own_words(node))}" if isinstance(node, Table) else around)
        return rebuild(node, lambda child: self.visit(child, inner))

    def _fresh(self, key: str) -> str:
        """Return a key that no element has: equal elements of one place are counted, as nothing else tells them apart."""
        self._counts[key] += 1
        count = self._counts[key]
        numbered = key if count == 1 else f"{key}-{count}"
        return self._fresh(key) if numbered in self._taken else numbered


def _within(around: str) -> str:
    return f"{around}/" if around else ""


def _element(node: Any) -> str:
    """Return the name in the markup of an element that always has a key; empty for any other."""
    match node:
        case Clause():
            return node.kind
        case ListItem():
            return "li"
        case Row():
            return "tr"
        case _:
            return ""


def _own_words(node: Any) -> str:
    """Return the words of an element that do not change with the data or with its place: no facts, no numbers of rows."""
    if isinstance(node, Row):
        labels = [cell for cell in node.cells if cell.header or cell.tone == "label"]
        cells = (" ".join(_words(cell.blocks)) for cell in labels or node.cells)
        return "¦".join(cell for cell in cells if any(letter.isalpha() for letter in cell))
    title = _plain(getattr(node, "title", ()) or getattr(node, "caption", ()) or getattr(node, "children", ()))
    return " ".join([title, *_words(getattr(node, "blocks", ()))])


def _words(blocks: Iterable[Any]) -> Iterator[str]:
    """Yield the texts of the paragraphs among blocks; what has keys of its own has its own words."""
    return (_plain(block.children) for block in blocks if isinstance(block, Paragraph))


def _plain(inlines: Iterable[Any]) -> str:
    own = (node for node in inlines if not isinstance(node, Datum))
    return "".join(node.text for node in plain(own) if not isinstance(node, Blank))


def _sum(words: str) -> str:
    return f"{crc32(' '.join(fold(words).split()).encode()):08x}"


def _may_be_listed(node: Any) -> bool:
    return is_block(node) and contents.entry(node) is not None


def repeated(declared: Iterable[Keyed]) -> list[Problem]:
    """Return a problem for each key that an element before had."""
    first: dict[str, Place | None] = {}
    problems = []
    for key, place in declared:
        if key in first:
            problems.append(problem("key-repeated", place, key=key, other=_written(first[key])))
        else:
            first[key] = place
    return problems


def dangling(used: Iterable[Keyed], declared: Sequence[str]) -> list[Problem]:
    """Return a problem for each reference whose target no element has."""
    known = set(declared)
    return [
        problem("reference-dangling", place, target=target, remedy=remedy(near_matches(target, known_sorted, 2)))
        for known_sorted in [sorted(known)]
        for target, place in used
        if target not in known
    ]


def _place(node: Any) -> Place | None:
    place: Place | None = getattr(node, "place", None)
    return place


def _written(place: Place | None) -> str:
    return f"{place.file}:{place.line}:{place.column}" if place else "جای دیگری از سند"
