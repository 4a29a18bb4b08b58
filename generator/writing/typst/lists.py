"""Lists of all marks and depths; each mark hangs in the last step of the indent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from generator.style import faces
from generator.tree import nodes
from generator.tree.walk import plain_text
from generator.writing import wording
from generator.writing.measures import CELL_LIST_STEP, LIST_STEP
from generator.writing.typst.literals import array, points, string

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

DEEPEST = 8
"""Lists deeper than this are indented no further (Word knows nine depths, from 0)."""

MARK_GAP = 3.0
"""Between a mark and its text."""

_LAST = 2
_MOST_LINES = 12
"""The lines of the last two items that stay on one page."""


def write_list(block: nodes.ListBlock, blocks: Blocks, setting: Setting) -> str:
    """Write a list with all that is in its items; the last two, if they are low, as a list of its own that stays whole.

    The structure of the finished file has them as one list.
    """
    role = setting.body if setting.in_cell else block.role
    step = CELL_LIST_STEP if setting.in_cell else LIST_STEP
    deeper = setting.level <= DEEPEST
    width = setting.width - step if deeper else setting.width
    inside = replace(setting, body=role, level=setting.level + 1, width=width, signing=None)
    anchor = blocks.anchor(block.key, setting)
    items = [_item(item, blocks, inside, role) for item in block.items]
    start = _start_of_last(block, blocks, inside)
    indent = points(0 if deeper else -step)  # What is deeper than the deepest has its marks where those above it have them.
    parts = []
    for first, end in ((0, start), (start, len(items))):
        if items[first:end]:
            mark = _mark(block, block.items[first:end], blocks, inside, step - MARK_GAP)
            parts.append(f"{mark}, {indent}, (\n" + ",\n".join(items[first:end]) + ",\n))")
    room = f"{points(blocks.style.roles[role].before)}, {points(blocks.style.roles[role].after)}"
    if start < len(items):
        parts[-1] = f"kept({room}, {parts[-1]}{', sticky: true' if setting.signing else ''})"
    elif setting.signing:
        parts[-1] = f"with-next({room}, {parts[-1]})"
    return "\n".join(filter(None, [anchor, *parts]))


def _mark(block: nodes.ListBlock, items: Sequence[nodes.ListItem], blocks: Blocks, inside: Setting, room: float) -> str:
    """Begin the call that writes items: their marks, their role and the room for each mark.

    Marks wider than that («الف‌الف)») move the text of all.
    """
    around = blocks.around(inside.body, inside, block.place)._replace(bold=False)
    look, stack = blocks.style.roles[inside.body], blocks.style.stack(inside.body)
    name = blocks.roles.name(inside.body, blocks.variant(inside))
    if block.marker == "bullet":
        bullet = wording.BULLETS[(inside.level - 1) % len(wording.BULLETS)]
        blocks.inlines.text(bullet, around)
        return f"bullets({string(bullet)}, {name}, {points(room)}"
    marks = [wording.list_mark(block.marker, item.ordinal) for item in items]
    widest = max(faces.advance(wording.list_mark(block.marker, item.ordinal), stack.faces, look.size) for item in block.items)
    written = array(blocks.inlines.text(mark, around) for mark in marks)
    return f"numbered({written}, {name}, {points(max(room, widest))}"


def _item(item: nodes.ListItem, blocks: Blocks, inside: Setting, role: str) -> str:
    anchor = blocks.anchor(item.key, inside)
    if item.blocks and isinstance(item.blocks[0], nodes.Paragraph):
        written = blocks.write(item.blocks, inside, anchor)
    else:
        first = blocks.paragraph(role, "[]", blocks.variant(inside))
        written = "\n".join(filter(None, [anchor, first, blocks.write(item.blocks, inside)]))
    return "{\n" + written + "\n}"


def _start_of_last(block: nodes.ListBlock, blocks: Blocks, inside: Setting) -> int:
    """Return the item at which the last ones begin that stay on one page; the number of items where none do."""
    whole = len(block.items)
    # Typst loses the structure of an outer list after an inner one that is written in two.
    if whole < _LAST or inside.in_cell or inside.level > 1:
        return whole
    lines = sum(_lines(item.blocks, blocks, inside) for item in block.items[-_LAST:])
    return whole - _LAST if lines <= _MOST_LINES else whole


def _lines(content: Sequence[nodes.Block], blocks: Blocks, inside: Setting) -> float:
    """Return about how many lines blocks have; no end of them where one is not plain text."""
    lines = 0.0
    for block in content:
        match block:
            case nodes.Paragraph():
                look, stack = blocks.style.roles[inside.body], blocks.style.stack(inside.body)
                lines += max(1, ceil(faces.advance(plain_text(block.children), stack.faces, look.size) / inside.width))
            case nodes.ListBlock():
                lines += sum(_lines(item.blocks, blocks, inside) for item in block.items)
            case _:
                return float("inf")
    return lines
