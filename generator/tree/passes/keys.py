"""Check that each key is used once, and give one to every blank and every target of a table of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from generator.persian import near_matches
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem, remedy
from generator.tree import annexes
from generator.tree.nodes import Blank, Cards, Contents, Document, Section, Text
from generator.tree.passes import contents
from generator.tree.walk import every, is_block, rebuild

Keyed = tuple[str, Place | None]
"""A key and the place of its element."""


def run(document: Document) -> tuple[Document, list[Problem]]:
    """Return the document with a key for each blank: that of the nearest element around it, and the blank's ordinal there.

    With a table of contents, headings, articles and captioned tables without a key are named by their order; annexes always, as
    their pages are counted from the one on which they begin, and grids of cards, as their places are told by their keys.
    """
    declared: list[Keyed] = []
    listed = False
    for node in every(document):
        if key := getattr(node, "key", ""):
            declared.append((key, _place(node)))
        listed = listed or isinstance(node, Contents)
    taken = {key for key, _ in declared}
    counts: Counter[str] = Counter()

    def visit(node: Any, around: str) -> Any:
        if isinstance(node, Text):
            return node
        if isinstance(node, Blank) and not node.key:
            return replace(node, key=fresh(f"{around}/blank-" if around else "blank-"))
        if isinstance(node, Section) and node.annex and not (title := annexes.title(node)).key:
            node = replace(node, blocks=(replace(title, key=fresh("annex-")), *node.blocks[1:]))
        if isinstance(node, Cards) and not node.key:
            node = replace(node, key=fresh("cards-"))
        inner = getattr(node, "key", "") or around
        if listed and _may_be_listed(node) and not node.key:
            node = replace(node, key=fresh("listed-"))
        return rebuild(node, lambda child: visit(child, inner))

    def fresh(beginning: str) -> str:
        counts[beginning] += 1
        key = f"{beginning}{counts[beginning]}"
        return fresh(beginning) if key in taken else key

    return visit(document, ""), repeated(declared)


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
