"""What a page's end may do to a table: which rows it parts, and whether the head is told again after it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.tree import grid
from generator.tree.nodes import Cell, Column, Heading, Paragraph, Row, Signatures, Table
from generator.tree.walk import plain_text, walk

_LETTERS = 115
"""Letters in a line of a cell as wide as an upright page; a rough measure is enough."""

_MOST_LINES = 20
"""Half a page."""

_SIGNING_LINES = 4


def parted(row: Row, places: Sequence[int], columns: Sequence[Column]) -> bool:
    """Whether a row is so high that it is parted rather than moved to the next page; `places` are its cells' first columns."""
    whole = sum(column.share for column in columns) or len(columns)
    return any(
        _lines(cell, _share(columns, place, cell) / whole) > _MOST_LINES
        for cell, place in zip(row.cells, places, strict=True)
        if cell.rowspan == 1
    )


def repeated(table: Table) -> bool:
    """Whether the head of a table is low enough to stand on each of its pages; one too high for a page would be left out."""
    layout = grid.lay([[(cell.colspan, cell.rowspan) for cell in row.cells] for row in table.head])
    whole = sum(column.share for column in table.columns) or len(table.columns)
    heights = [
        max(
            (_lines(cell, _share(table.columns, place, cell) / whole) for cell, place in zip(row.cells, places, strict=True)),
            default=0,
        )
        for row, places in zip(table.head, layout.columns, strict=True)
    ]
    return sum(heights) <= _MOST_LINES


def _share(columns: Sequence[Column], place: int, cell: Cell) -> int:
    return sum(column.share or 1 for column in columns[place : place + cell.colspan])


def _lines(cell: Cell, share: float) -> int:
    lines = 0
    for visit in walk(cell):
        if isinstance(visit.node, (Paragraph, Heading)):
            text = plain_text(visit.node.children)
            lines += max(1, min(ceil(len(text) / (_LETTERS * share)), len(text.split())))
        elif isinstance(visit.node, Signatures):
            lines += _SIGNING_LINES * len(visit.node.signers)
    return lines
