"""Turn digits Persian everywhere but in Latin stretches («NGO-2», addresses)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.persian import to_persian
from generator.tree.nodes import Document, Inline, Ltr, Reference, Text
from generator.tree.passes import direction
from generator.tree.walk import map_texts

_LETTER = re.compile(r"[^\W\d_]")


def run(document: Document) -> Document:
    """Return the document with Persian digits; its left-to-right stretches are marked already."""
    return map_texts(document, _inlines, _string)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple([_inline(node) for node in inlines])


def _inline(node: Inline) -> Inline:
    match node:
        case Text(text):
            return node if (persian := to_persian(text)) == text else Text(persian)
        case Ltr(text) if not _LETTER.search(text):
            return replace(node, text=to_persian(text))
        case Reference(text=text):
            return replace(node, text=_string(text))
        case _:
            return node


@lru_cache(maxsize=1024)  # the labels of the cells of a schedule
def _string(text: str) -> str:
    return "".join(part.text for part in _inlines(direction.of_text(text)) if isinstance(part, (Text, Ltr)))
