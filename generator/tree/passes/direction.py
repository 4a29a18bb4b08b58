"""Mark the left-to-right stretches of each run of inline content, across the tags inside it.

What is bold, or a note in the middle, changes no order: a run is looked at as one text, and a stretch that lies over several
nodes becomes one `Ltr`. The pass only marks; each writer picks its own means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, groupby
from typing import assert_never

from generator.persian.direction import RLM, Stretch, split, turned
from generator.tree.nodes import (
    Blank,
    Check,
    Document,
    Footnote,
    Inline,
    LineBreak,
    Ltr,
    PageField,
    Reference,
    SectionTitle,
    Strong,
    Term,
    Text,
)
from generator.tree.walk import map_inlines

_OTHER = "ا"
"""What a node without text (a blank, a page number, a reference) is read as: a Persian letter."""

_Leaf = tuple[Inline, bool]
"""A node without children, and whether it is emphasised."""


def run(document: Document) -> Document:
    """Return the document with its left-to-right stretches marked."""
    return map_inlines(document, _marked, whole=True)


# Cells and labels say the same again and again, those of the next document too.
@lru_cache(maxsize=8192)
def of_text(text: str) -> tuple[Text | Ltr, ...]:
    """Return a text of its own (a label, a prompt) as nodes."""
    return tuple(Ltr(part) if ltr else Text(part) for part, ltr in turned(split(text)))


def edges(text: str) -> tuple[str, str]:
    """Return the marks before and after a text of its own in a line, where it begins and ends in a stretch from the left."""
    nodes = of_text(text)
    first, last = (RLM if nodes and isinstance(nodes[at], Ltr) else "" for at in (0, -1))
    return first, last


def _marked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if len(inlines) == 1 and isinstance(only := inlines[0], Text):
        return of_text(only.text)
    marked: list[_Leaf] = []
    for ends, group in groupby(_leaves(inlines), key=lambda leaf: isinstance(leaf[0], LineBreak)):
        line = list(group)
        marked += line if ends else _line(line)
    grouped: list[Inline] = []
    for strong, leaves in groupby(marked, key=lambda leaf: leaf[1]):
        nodes = tuple(node for node, _ in leaves)
        grouped += [Strong(nodes)] if strong else nodes
    return tuple(grouped)


def _leaves(inlines: Iterable[Inline], strong: bool = False) -> Iterator[_Leaf]:
    for node in inlines:
        match node:
            case Strong(children):
                yield from _leaves(children, True)
            case Text() | Ltr() | LineBreak() | Blank() | Check() | Reference():
                yield node, strong
            case PageField() | Footnote() | Term() | SectionTitle():
                yield node, strong
            case _:  # pragma: no cover
                assert_never(node)


def _line(leaves: list[_Leaf]) -> list[_Leaf]:
    """Split the texts of leaves without a line end into stretches."""
    texts = [node.text if isinstance(node, (Text, Ltr)) else _OTHER for node, _ in leaves]
    cuts = [*accumulate(map(len, texts))]
    marked: list[_Leaf] = []
    start = 0
    for text, ltr in turned(split("".join(texts), cuts[:-1])):
        pieces = list(_pieces(Stretch(text, ltr), start, leaves, cuts))
        marked += [_joined(text, pieces)] if ltr else [(node, strong) for _, node, strong in pieces]
        start += len(text)
    return marked


def _pieces(stretch: Stretch, start: int, leaves: list[_Leaf], cuts: list[int]) -> Iterator[tuple[str, Inline, bool]]:
    """Yield what each leaf has of a stretch that begins at an index: text, node, and whether it is emphasised."""
    end = start + len(stretch.text)
    for index in range(bisect_right(cuts, start), len(leaves)):
        begin = cuts[index - 1] if index else 0
        if begin >= end:
            break
        node, strong = leaves[index]
        text = stretch.text[max(0, begin - start) : cuts[index] - start]
        yield text, Text(text) if isinstance(node, (Text, Ltr)) else node, strong


def _joined(text: str, pieces: list[tuple[str, Inline, bool]]) -> _Leaf:
    """Join the pieces of a left-to-right stretch."""
    ends = [*accumulate(len(piece) for piece, _, _ in pieces)]
    strong = [(end - len(piece), end) for (piece, _, bold), end in zip(pieces, ends, strict=True) if bold]
    whole = len(strong) == len(pieces)
    return Ltr(text, () if whole else tuple(strong)), whole
