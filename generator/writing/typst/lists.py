"""Lists of all marks and depths; each mark hangs in the last step of the indent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.measures import CELL_LIST_STEP, LIST_STEP
from generator.writing.typst.literals import array, joined, points, string

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

DEEPEST = 8
"""Lists deeper than this are indented no further (Word knows nine depths, from 0)."""

MARK_GAP = 3.0
"""Between a mark and its text."""


def write_list(block: nodes.ListBlock, blocks: Blocks, setting: Setting) -> str:
    """Write a list with all that is in its items."""
    role = setting.body if setting.in_cell else "list"
    step = CELL_LIST_STEP if setting.in_cell else LIST_STEP
    deeper = setting.level <= DEEPEST
    width = setting.width - step if deeper else setting.width
    inside = replace(setting, body=role, level=setting.level + 1, width=width)
    items = list(_items(block, blocks, inside, role))
    # What is deeper than the deepest has its marks where those above it have them.
    room = f"{points(step - MARK_GAP)}, {points(0 if deeper else -step)}"
    around = replace(blocks.around(role, inside, block.place), bold=False)
    if block.marker == "bullet":
        bullet = wording.BULLETS[setting.level % len(wording.BULLETS)]
        blocks.inlines.text(bullet, around)
        call = f"bullets({string(bullet)}, "
    else:
        marks = [wording.list_mark(block.marker, item.ordinal) for item in block.items]
        call = f"numbered({array(blocks.inlines.text(mark, around) for mark in marks)}, "
    name = blocks.roles.name(role, replace(blocks.variant(inside), keep_next=False))
    written = f"{call}{name}, {room}, (\n" + ",\n".join(items) + ",\n))"
    return joined([blocks.anchor(block.key, setting), written])


def _items(block: nodes.ListBlock, blocks: Blocks, inside: Setting, role: str) -> Iterator[str]:
    for number, item in enumerate(block.items):
        last = number == len(block.items) - 1
        setting = inside if last else replace(inside, signing=None)
        anchor = blocks.anchor(item.key, inside)
        if item.blocks and isinstance(item.blocks[0], nodes.Paragraph):
            written = blocks.write(item.blocks, setting, anchor)
        else:
            first = blocks.paragraph(role, "[]", blocks.variant(setting))
            written = "\n".join(filter(None, [anchor, first, blocks.write(item.blocks, setting)]))
        yield "{\n" + written + "\n}"
