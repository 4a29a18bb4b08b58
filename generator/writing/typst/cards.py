"""Grids of cards: boxes of an exact size side by side, the first at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing.measures import CARD_LOOK, CUT_LINE
from generator.writing.typst.literals import colour, joined, millimetres, points

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

_POINTS = 72 / 25.4


def write_cards(cards: nodes.Cards, blocks: Blocks, setting: Setting) -> str:
    """Write the cards of a page."""
    look = blocks.style.tables[CARD_LOOK]
    inside = replace(setting, width=cards.width * _POINTS - 2 * look.padding, body=look.cell_role, signing=None)
    line = f'(paint: {colour(blocks.style.colour("rule"))}, thickness: {points(CUT_LINE)}, dash: "dashed")'
    cut = line if cards.cut else "none"
    size = f"{cards.columns}, {millimetres(cards.width)}, {millimetres(cards.height)}, {points(look.padding)}, {cut}"
    written = []
    for number, card in enumerate(cards.cards):
        anchors = [blocks.anchor(cards.key, setting) if number == 0 else "", blocks.anchor(card.key, setting)]
        inner = blocks.write(card.blocks, inside)
        written.append(joined([*anchors, f"{{\n{inner}\n}}"]) if inner else joined(anchors))
    empty = -len(cards.cards) % cards.columns
    return f"cards-of({size}, (\n" + ",\n".join([*written, *["[]"] * empty]) + ",\n))"
