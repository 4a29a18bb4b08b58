"""Which rows of a table may be parted by a page's end: only those that would leave most of a page empty if they were not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.tree.nodes import Cell, Column, Paragraph, Row
from generator.tree.walk import plain_text, walk

_LETTERS = 115
"""Letters in a line of a cell as wide as an upright page; a rough measure is enough."""

_MOST_LINES = 20
"""Half a page."""


def parted(row: Row, places: Sequence[int], columns: Sequence[Column]) -> bool:
    """Whether a row is so high that it is parted rather than moved to the next page; `places` are its cells' first columns."""
    whole = sum(column.share for column in columns) or len(columns)
    return any(
        _lines(cell, sum(column.share or 1 for column in columns[place : place + cell.colspan]) / whole) > _MOST_LINES
        for cell, place in zip(row.cells, places, strict=True)
        if cell.rowspan == 1
    )


def _lines(cell: Cell, share: float) -> int:
    paragraphs = (visit.node for visit in walk(cell) if isinstance(visit.node, Paragraph))
    return sum(ceil(max(len(plain_text(paragraph.children)), 1) / (_LETTERS * share)) for paragraph in paragraphs)
