"""Merges neighbouring texts and drops what prints as nothing, so that later passes see whole stretches of text."""

from __future__ import annotations

from generator.tree.nodes import Document, Inline, Strong, Text
from generator.tree.walk import map_inlines


def run(document: Document) -> Document:
    """The document with its inline content tidied."""
    return map_inlines(document, merged)


def merged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content without empty nodes, in which no two texts stand side by side."""
    tidied: list[Inline] = []
    for node in inlines:
        match node:
            case Text("") | Strong(()):
                continue
            case Text(text) if tidied and isinstance(before := tidied[-1], Text):
                tidied[-1] = Text(before.text + text)
            case _:
                tidied.append(node)
    return tuple(tidied)
