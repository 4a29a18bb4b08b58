"""Find the columns of the cells of a table, with `colspan` and `rowspan` counted."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.tree.nodes import Cell, Row, Table


@dataclass(slots=True)
class Grid:
    """The layout of a group of rows (head, body or foot); rows, cells and columns count from 0."""

    columns: list[list[int]] = field(default_factory=list)
    """The first column of each cell, row by row."""
    widths: list[int] = field(default_factory=list)
    """How many columns each row fills, with the cells that reach into it from above."""
    overlaps: list[int] = field(default_factory=list)
    """Rows with a cell that falls on another."""
    overruns: list[tuple[int, int]] = field(default_factory=list)
    """Cells, as (row, cell), whose `rowspan` passes the last row of the group."""


def of(rows: Sequence[Row]) -> Grid:
    """Lay out the rows of a head, body or foot."""
    return lay([[(cell.colspan, cell.rowspan) for cell in row.cells] for row in rows])


def rebuild_cells(table: Table, change: Callable[[Cell, int, bool], Cell]) -> Table:
    """Return a table with each cell replaced by `change(cell, first, in_head)`, `first` being its first column."""
    changed: dict[str, Any] = {}
    for name in ("head", "body", "foot"):
        rows: tuple[Row, ...] = getattr(table, name)
        firsts = of(rows).columns
        new = tuple([_changed(row, columns, change, name == "head") for row, columns in zip(rows, firsts, strict=True)])
        if any(map(operator.is_not, new, rows)):
            changed[name] = new
    return replace(table, **changed) if changed else table


def _changed(row: Row, firsts: Sequence[int], change: Callable[[Cell, int, bool], Cell], in_head: bool) -> Row:
    cells = tuple([change(cell, first, in_head) for cell, first in zip(row.cells, firsts, strict=True)])
    return replace(row, cells=cells) if any(map(operator.is_not, cells, row.cells)) else row


def lay(rows: Sequence[Sequence[tuple[int, int]]]) -> Grid:
    """Lay out rows of (colspan, rowspan)."""
    if all(cell == (1, 1) for cells in rows for cell in cells):
        return Grid([[*range(len(cells))] for cells in rows], [len(cells) for cells in rows])
    grid = Grid()
    reach: dict[int, int] = {}  # column -> the row at which it is free again
    for row, cells in enumerate(rows):
        column, columns = 0, []
        for position, (colspan, rowspan) in enumerate(cells):
            while reach.get(column, 0) > row:
                column += 1
            columns.append(column)
            spanned = range(column, column + colspan)
            if any(reach.get(covered, 0) > row for covered in spanned):
                grid.overlaps.append(row)
            if row + rowspan > len(rows):
                grid.overruns.append((row, position))
            reach.update(dict.fromkeys(spanned, row + rowspan))
            column += colspan
        grid.columns.append(columns)
        grid.widths.append(sum(free > row for free in reach.values()))
    return grid
