"""Page breaks in tables: which rows may be split, which stay together, and whether the head is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import assert_never

from generator.tree import grid
from generator.tree.nodes import (
    Block,
    Cards,
    Cell,
    Clause,
    Column,
    Contents,
    ContentsEntry,
    Copies,
    Figure,
    Heading,
    Keep,
    Letterhead,
    LetterReference,
    ListBlock,
    Map,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Signatures,
    Table,
)
from generator.tree.walk import plain_text

_LETTERS = 115
"""Letters in a line of a cell as wide as an upright page; a rough measure is enough."""

MOST_LINES = 20
"""Lines of half a page."""

_SIGNING_LINES = 4
_LINE = 6
"""Millimetres of a line in a cell."""


def staying_with_next(entries: Sequence[ContentsEntry]) -> list[tuple[ContentsEntry, bool]]:
    """Return the lines of a table of contents, and of each whether it stays on the page of the next: if that lies under it.

    Were every line to stay with the next, Typst and LibreOffice 7 would leave the page empty that they were moved from.
    """
    below = [after.level > entry.level for entry, after in pairwise(entries)]
    return [*zip(entries, [*below, False], strict=True)] if entries else []


def can_split(row: Row, places: Sequence[int], columns: Sequence[Column]) -> bool:
    """Whether a row is so high that a page break may split it; `places` are its cells' first columns."""
    return _height(row, places, columns) > MOST_LINES


def repeats_head(table: Table) -> bool:
    """Whether a table's head is low enough to be repeated on each page; one too high for a page would be left out."""
    return sum(_heights(table.head, table.columns, spanned=True)) <= MOST_LINES


def lines_of_rows(table: Table) -> list[int]:
    """Return about how many lines each row has, counted through head, body and foot."""
    return [height for rows in (table.head, table.body, table.foot) for height in _heights(rows, table.columns)]


def tied_rows(table: Table, lines: Sequence[int] = ()) -> frozenset[int]:
    """Return the rows, counted through head, body and foot, that stay on the page of the next one.

    Neither a head nor a total is to stand alone at a page's end or top, nor a single row with them, nor a row whose first cell
    goes over several columns, the title of those below it. Rows that make half a page are not tied: they are not alone, and
    LibreOffice would leave the page empty that they were moved from. `lines` are those of `lines_of_rows`, if they are known.
    """
    sizes = lines or lines_of_rows(table)
    first, end, total = len(table.head), len(sizes) - 1, len(sizes) - len(table.foot)
    if table.keep:
        return frozenset(range(end))
    ties: set[int] = set()
    group = list(range(len(sizes)))

    def tie(row: int) -> None:
        joined = [at for at, number in enumerate(group) if number in (group[row], group[row + 1])]
        if sum(sizes[at] for at in joined) <= MOST_LINES:
            ties.add(row)
            for at in joined:
                group[at] = group[row]

    # In the order in which they matter: totals and the last row, the head and its first row, and one row more with each.
    for row in (*range(max(total, first + 1) - 1, end), *range(max(first, end - 1), end), *reversed(range(min(first, end)))):
        tie(row)
    if first < end:
        tie(first)
    if first < end - 1 and end - 1 in ties:
        tie(end - 2)
    for at, row in enumerate(table.body[:-1], first):
        if any(cell.colspan > 1 for cell in row.cells[:1]):
            tie(at)
    return frozenset(ties)


def _heights(rows: Sequence[Row], columns: Sequence[Column], *, spanned: bool = False) -> list[int]:
    layout = grid.of(rows)
    return [_height(row, places, columns, spanned=spanned) for row, places in zip(rows, layout.columns, strict=True)]


def _height(row: Row, places: Sequence[int], columns: Sequence[Column], *, spanned: bool = False) -> int:
    """Return about how many lines the highest cell of a row has, without cells that span several unless `spanned`."""
    whole = sum(column.share for column in columns) or len(columns)
    highest = max(
        (
            _lines(cell.blocks, _share(columns, place, cell) / whole)
            for cell, place in zip(row.cells, places, strict=True)
            if spanned or cell.rowspan == 1
        ),
        default=0,
    )
    return max(highest, ceil(row.height / _LINE))


def _share(columns: Sequence[Column], place: int, cell: Cell) -> int:
    return sum(column.share or 1 for column in columns[place : place + cell.colspan])


def _lines(blocks: Sequence[Block], share: float) -> int:
    return sum([_lines_of(block, share) for block in blocks])


def _lines_of(block: Block, share: float) -> int:
    """Return the lines of a block in a cell, with those of the blocks in it."""
    match block:
        case Paragraph() | Heading():
            text, most = plain_text(block.children), _LETTERS * share
            return 1 if len(text) <= most else max(1, min(ceil(len(text) / most), len(text.split())))
        case Signatures():
            return _SIGNING_LINES * len(block.signers)
        case ListBlock():
            return sum(_lines(item.blocks, share) for item in block.items)
        case Table():
            rows = (*block.head, *block.body, *block.foot)
            return sum(_lines(cell.blocks, share) for row in rows for cell in row.cells)
        case Keep():
            return _lines(block.blocks, share)
        case PageBreak():
            return 0
        case Clause() | Figure() | Picture() | Map() | Contents():  # stand in no cell
            return 0
        case Letterhead() | LetterReference() | Copies() | Cards():
            return 0
        case _:  # pragma: no cover
            assert_never(block)
