"""Turn digits Persian everywhere but in Latin stretches («NGO-2», addresses)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from generator.persian import to_persian
from generator.tree.facts import has_facts
from generator.tree.nodes import Datum, Document, Inline, Ltr, Reference, Strong, Text
from generator.tree.passes import direction
from generator.tree.walk import map_texts

_LETTER = re.compile(r"[^\W\d_]")


def run(document: Document) -> Document:
    """Return the document with Persian digits; its left-to-right stretches are marked already."""
    return map_texts(document, _inlines, _string, whole=True)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    latin = frozenset(_latin(inlines)) if has_facts(inlines) else frozenset()
    return tuple([_inline(node, latin) for node in inlines])


def _latin(run: tuple[Inline, ...]) -> Iterator[int]:
    """Yield the ids of the stretches of a run that are parts of one with a letter, which the edge of a fact divides."""
    for _, group in groupby(_leaves(run), key=lambda node: isinstance(node, Ltr)):
        pieces = [node for node in group if isinstance(node, Ltr)]
        if any(_LETTER.search(piece.text) for piece in pieces):
            yield from map(id, pieces)


def _leaves(run: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in run:
        if isinstance(node, Strong | Datum):
            yield from _leaves(node.children)
        else:
            yield node


def _inline(node: Inline, latin: frozenset[int]) -> Inline:
    match node:
        case Text(text):
            return node if (persian := to_persian(text)) == text else Text(persian)
        case Strong(children) | Datum(_, children):
            changed = tuple([_inline(child, latin) for child in children])
            return node if changed == children else replace(node, children=changed)
        case Ltr(text) if id(node) not in latin and not _LETTER.search(text):
            return replace(node, text=to_persian(text))
        case Reference(text=text):
            return replace(node, text=_string(text))
        case _:
            return node


@lru_cache(maxsize=1024)  # the labels of the cells of a schedule
def _string(text: str) -> str:
    return "".join(part.text for part in _inlines(direction.of_text(text)) if isinstance(part, (Text, Ltr)))
