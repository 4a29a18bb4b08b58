"""Small documents for the passes."""

from __future__ import annotations

from pathlib import Path

from generator.problems.errors import Place
from generator.tree.nodes import Block, Document, Inline, Paragraph, Properties, Section, Text


def document(*blocks: Block, page: str = "portrait") -> Document:
    return Document(Properties("سند"), (Section(blocks, page),))


def blocks(made: Document) -> tuple[Block, ...]:
    (section,) = made.sections
    return section.blocks


def p(*parts: Inline | str, key: str = "") -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in parts), key=key)


def at(line: int) -> Place:
    return Place(Path("document.html.j2"), line)
