"""Passes over the tree, one module each: pure, frozen in and out. `finish` runs them all in their order."""

from __future__ import annotations

from generator.problems.errors import Problem
from generator.style.faces.glyphs import Advance
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.tree.passes import (
    cards,
    contents,
    digits,
    direction,
    figures,
    introductions,
    keys,
    maps,
    numbers,
    references,
    shares,
    tidy,
    together,
)


def finish(document: Document, look: Style, advance: Advance) -> tuple[Document, list[Problem]]:
    """Return the document ready for the writers, and the problems of keys, references, tables and figures.

    `advance(text, faces, size, bold)` gives the width of a text in points.
    """
    document = tidy.run(document)
    document, problems = keys.run(document)
    document = numbers.run(document)
    document, dangling = references.run(document)
    document = contents.run(digits.run(direction.run(document)))
    document = introductions.run(document)
    document, wide = shares.run(document, look, advance)
    document = together.run(document, look, advance)
    document, full = cards.run(document, look, advance)
    document, undrawn = figures.run(document)
    document, unmapped = maps.run(document)
    return document, [*problems, *dangling, *wide, *full, *undrawn, *unmapped]
