"""Grids of cards: tables whose rows have an exact height, the first box at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing.measures import CARD_LOOK
from generator.writing.weasyprint.body.inlines import identifier

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks, Setting


def write_cards(cards: nodes.Cards, blocks: Blocks, setting: Setting) -> str:
    """Write the cards of a page."""
    inside = replace(setting, body=blocks.style.tables[CARD_LOOK].cell_role, in_cell=True)
    cells = [f"<td{identifier(card.key)}>{blocks.write(card.blocks, inside)}</td>" for card in cards.cards]
    cells += ["<td></td>"] * (-len(cells) % cards.columns)
    rows = "".join(
        f'<tr style="height:{cards.height:g}mm">{"".join(cells[start : start + cards.columns])}</tr>\n'
        for start in range(0, len(cells), cards.columns)
    )
    columns = f'<col style="width:{cards.width:g}mm">' * cards.columns
    kind = '"cards cut"' if cards.cut else "cards"
    width = f"{cards.width * cards.columns:g}mm"
    return f'<table class={kind} style="width:{width}"{identifier(cards.key)}><colgroup>{columns}</colgroup>\n{rows}</table>\n'
