"""Find the columns of the cells of a table, with `colspan` and `rowspan` counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.tree.nodes import Row


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


def lay(rows: Sequence[Sequence[tuple[int, int]]]) -> Grid:
    """Lay out rows of (colspan, rowspan)."""
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
