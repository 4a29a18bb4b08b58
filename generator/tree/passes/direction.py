"""Mark the left-to-right stretches of each run of inline content, across the tags inside it.

What is bold, a fact of the data or a note in the middle changes no order: a run is looked at as one text, and a stretch that
lies over several nodes becomes one `Ltr`, or one on each side of a fact's edge. The pass only marks; each writer picks its
own means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple, assert_never

from generator.persian.direction import RLM, Stretch, split, turned
from generator.tree.nodes import (
    Blank,
    Check,
    Datum,
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

_WRITTEN = (Text, Ltr)


class _Leaf(NamedTuple):
    """A node without children, whether it is emphasised, and the fact that it is a part of."""

    node: Inline
    strong: bool
    datum: Datum | None


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
    for ends, group in groupby(_leaves(inlines), key=lambda leaf: isinstance(leaf.node, LineBreak)):
        line = list(group)
        marked += line if ends else _line(line)
    grouped: list[Inline] = []
    for _, part in groupby(marked, key=lambda leaf: id(leaf.datum)):
        leaves = [*part]
        content = _emphasised(leaves)
        datum = leaves[0].datum
        grouped += [replace(datum, children=content)] if datum else content
    return tuple(grouped)


def _emphasised(leaves: Iterable[_Leaf]) -> tuple[Inline, ...]:
    grouped: list[Inline] = []
    for strong, part in groupby(leaves, key=lambda leaf: leaf.strong):
        nodes = tuple(leaf.node for leaf in part)
        grouped += [Strong(nodes)] if strong else nodes
    return tuple(grouped)


def _leaves(inlines: Iterable[Inline], strong: bool = False, datum: Datum | None = None) -> Iterator[_Leaf]:
    for node in inlines:
        match node:
            case Strong(children):
                yield from _leaves(children, True, datum)
            case Datum(children=children):
                yield from _leaves(children, strong, node)
            case Text() | Ltr() | LineBreak() | Blank() | Check() | Reference():
                yield _Leaf(node, strong, datum)
            case PageField() | Footnote() | Term() | SectionTitle():
                yield _Leaf(node, strong, datum)
            case _:  # pragma: no cover
                assert_never(node)


def _line(leaves: list[_Leaf]) -> list[_Leaf]:
    """Split the texts of leaves without a line end into stretches."""
    texts = [node.text if isinstance(node, _WRITTEN) else _OTHER for node, _, _ in leaves]
    cuts = [*accumulate(map(len, texts))]
    marked: list[_Leaf] = []
    start = 0
    for text, ltr in turned(split("".join(texts), _box_edges(leaves, cuts))):
        pieces = list(_pieces(Stretch(text, ltr), start, leaves, cuts))
        if ltr:
            parts = [[*part] for _, part in groupby(pieces, key=lambda piece: id(piece[1].datum))]
            marked += [_joined(part, divided=len(parts) > 1) for part in parts]
        else:
            marked += [leaf for _, leaf in pieces]
        start += len(text)
    return marked


def _box_edges(leaves: list[_Leaf], cuts: list[int]) -> list[int]:
    """Return the cuts at which a writer begins a box of its own; a fact has none."""
    return [
        cut
        for cut, (leaf, after) in zip(cuts, pairwise(leaves), strict=False)
        if leaf.strong != after.strong or not (isinstance(leaf.node, _WRITTEN) and isinstance(after.node, _WRITTEN))
    ]


def _pieces(stretch: Stretch, start: int, leaves: list[_Leaf], cuts: list[int]) -> Iterator[tuple[str, _Leaf]]:
    """Yield what each leaf has of a stretch that begins at an index: its text, and the leaf that is made of it."""
    end = start + len(stretch.text)
    for index in range(bisect_right(cuts, start), len(leaves)):
        begin = cuts[index - 1] if index else 0
        if begin >= end:
            break
        leaf = leaves[index]
        text = stretch.text[max(0, begin - start) : cuts[index] - start]
        yield text, leaf._replace(node=Text(text)) if isinstance(leaf.node, _WRITTEN) else leaf


def _joined(pieces: list[tuple[str, _Leaf]], *, divided: bool) -> _Leaf:
    """Join the pieces of a left-to-right stretch that lie in one fact, or in none; those of a `divided` one touch."""
    ends = [*accumulate(len(text) for text, _ in pieces)]
    strong = [(end - len(text), end) for (text, leaf), end in zip(pieces, ends, strict=True) if leaf.strong]
    whole = len(strong) == len(pieces) and not divided
    joined = "".join(text for text, _ in pieces)
    return _Leaf(Ltr(joined, () if whole else tuple(strong)), whole, pieces[0][1].datum)
