"""The white space above and below blocks, where a block around them must have it in their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from generator.style.style import Style
from generator.tree import nodes
from generator.writing import wording
from generator.writing.measures import TABLE_GAP
from generator.writing.typst.literals import points


def before(blocks: Sequence[nodes.Block], body: str, style: Style) -> float:
    """Return the white space above blocks; `body` is the role of plain paragraphs among them."""
    block = blocks[0] if blocks else None
    match block:
        case nodes.Paragraph():
            return style.roles[wording.role_within(body, block)].before
        case nodes.Heading(level):
            return style.roles[f"heading-{level}"].before
        case nodes.Clause():
            return style.roles[block.kind].before
        case nodes.Table():
            return style.roles["caption"].before if block.caption or block.number else 0
        case nodes.Figure() | nodes.Map() | nodes.Picture():
            return style.roles["figure"].before
        case nodes.Contents():
            return style.roles["contents-title"].before if block.entries else 0
        case nodes.ListBlock():
            return style.roles[block.role].before
        case nodes.Keep(inner) | nodes.LetterReference(inner) | nodes.Copies(inner):
            return before(inner, body, style)
        case nodes.Letterhead() | nodes.Signatures() | nodes.Cards() | nodes.PageBreak() | None:
            return 0
        case _:  # pragma: no cover
            assert_never(block)


def after(blocks: Sequence[nodes.Block], body: str, style: Style) -> float:
    """Return the white space below blocks."""
    block = blocks[-1] if blocks else None
    match block:
        case nodes.Paragraph():
            return style.roles[wording.role_within(body, block)].after
        case nodes.Heading(level):
            return style.roles[f"heading-{level}"].after
        case nodes.Clause(kind):
            inside = body if kind == "article" else kind
            return after(block.blocks, inside, style) if block.blocks else style.roles[kind].after
        case nodes.Table() | nodes.Letterhead() | nodes.Signatures():
            return TABLE_GAP
        case nodes.Figure() | nodes.Map() | nodes.Picture():
            return style.roles["figure-caption"].after
        case nodes.Contents():
            return 2 * TABLE_GAP if block.entries else 0
        case nodes.ListBlock():
            return style.roles[block.role].after
        case nodes.Keep(inner) | nodes.LetterReference(inner) | nodes.Copies(inner):
            return after(inner, body, style)
        case nodes.Cards() | nodes.PageBreak() | None:
            return 0
        case _:  # pragma: no cover
            assert_never(block)


def around(blocks: Sequence[nodes.Block], body: str, style: Style) -> str:
    """Return the arguments that give blocks the white space that they have without what is put around them."""
    return f"{points(before(blocks, body, style))}, {points(after(blocks, body, style))}"
