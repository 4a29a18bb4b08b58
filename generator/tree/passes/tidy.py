"""Merge neighbouring texts, drop what prints as nothing, spell letters one way.

Later passes see whole stretches of text, and paper carries no «ي» or «ك» of an Arabic keyboard whatever the data holds."""

from __future__ import annotations

from generator.persian import spelled
from generator.tree.nodes import Datum, Document, Inline, Strong, Text
from generator.tree.walk import map_texts


def run(document: Document) -> Document:
    """Return the document with its inline content tidied and every other text spelt one way."""
    return map_texts(document, merged, spelled)


def merged(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inline content without empty nodes, neighbouring texts merged."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Text) and only.text and only.text == spelled(only.text):
        return inlines
    tidied: list[Inline] = []
    for node in inlines:
        match node:
            case Text("") | Strong(()) | Datum(children=()):
                continue
            case Text(text) if tidied and isinstance(before := tidied[-1], Text):
                tidied[-1] = Text(before.text + spelled(text))
            case Text(text):
                tidied.append(Text(spelled(text)))
            case _:
                tidied.append(node)
    return tuple(tidied)
