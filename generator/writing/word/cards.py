"""Grids of cards: tables whose rows have an exact height, the first box at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing.measures import CARD_LOOK, CUT_LINE
from generator.writing.word import elements
from generator.writing.word.styles import style_id, table_style_id
from generator.writing.word.tables import gap
from generator.writing.word.xml import eighths, twips, twips_of_millimetres

if TYPE_CHECKING:
    from generator.writing.word.blocks import Blocks, Setting

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_cards(cards: nodes.Cards, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write the cards of a page."""
    look = blocks.style.tables[CARD_LOOK]
    width, height = twips_of_millimetres(cards.width), twips_of_millimetres(cards.height)
    inside = replace(setting, width=width - 2 * twips(look.padding), body=look.cell_role, in_cell=True)
    cells = [_cell(card, blocks, inside, width) for card in cards.cards]
    cells += [_cell(nodes.Card(()), blocks, inside, width) for _ in range(-len(cells) % cards.columns)]
    rows = [
        elements.Row(cells[start : start + cards.columns], height=height, exact=True)
        for start in range(0, len(cells), cards.columns)
    ]
    for row in rows[:-1]:
        elements.keep_row(row)
    return [elements.Table(table_style_id(CARD_LOOK), [width] * cards.columns, rows, borders=_borders(cards, blocks)), gap()]


def _cell(card: nodes.Card, blocks: Blocks, inside: Setting, width: int) -> elements.Cell:
    written = blocks.write(card.blocks, inside) or [elements.Paragraph(style_id(inside.body))]
    if card.key:
        blocks.anchor(card.key, written)
    return elements.Cell(width, written, centred=True)


def _borders(cards: nodes.Cards, blocks: Blocks) -> str:
    """Write where the cards are cut apart."""
    if not cards.cut:
        return ""
    line = f'w:val="dashed" w:sz="{eighths(CUT_LINE)}" w:space="0" w:color="{blocks.style.colour("rule")}"'
    return "<w:tblBorders>" + "".join(f"<w:{side} {line}/>" for side in _SIDES) + "</w:tblBorders>"
