"""Keep on one page what introduces a table, a figure or a list with the beginning of it.

The sentence that says «به شرح جدول ۴» at the foot of a page, and under a heading alone, leaves a page half empty and its reader
turning leaves: it goes along with the first rows. So does a sentence that ends in a colon.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.tree.nodes import Block, Clause, Document, Drawn, Heading, ListBlock, Paragraph, Section, Table
from generator.tree.walk import plain_text, rebuild_blocks

_MOST = 600
"""Letters that go along; more of them would leave empty the page that they were moved from."""

_ROLES = ("body", "lead")


def run(document: Document) -> Document:
    """Return the document in which paragraphs that introduce something stay with it."""
    return replace(document, sections=tuple(_held(section) for section in document.sections))


def _held(node: Any) -> Any:
    node = rebuild_blocks(node, _held)
    if not isinstance(node, Section | Clause):
        return node
    held = {at for first, after in enumerate(node.blocks) for at in _introducing(node.blocks, first, after)}
    blocks = tuple(_kept(block) if at in held else block for at, block in enumerate(node.blocks))
    return replace(node, blocks=blocks) if held else node


def _introducing(blocks: tuple[Block, ...], at: int, block: Block) -> list[int]:
    """Return the paragraphs before a block that stay with it: the last one, and all up to a heading."""
    if not isinstance(block, Table | Drawn):
        before = blocks[at - 1] if at else None
        return [at - 1] if isinstance(block, ListBlock) and isinstance(before, Paragraph) and _leads_on(before) else []
    found: list[int] = []
    letters = 0
    for number in range(at - 1, -1, -1):
        before = blocks[number]
        if isinstance(before, Heading):
            return found
        if not isinstance(before, Paragraph) or before.role not in _ROLES:
            break
        letters += len(plain_text(before.children))
        if letters > _MOST:
            break
        found.append(number)
    return found[:1]


def _leads_on(paragraph: Paragraph) -> bool:
    return plain_text(paragraph.children).rstrip().endswith(":")


def _kept(block: Block) -> Block:
    return replace(block, keep_next=True) if isinstance(block, Paragraph) else block
