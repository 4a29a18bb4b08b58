"""The layout of cells over columns and rows."""

from __future__ import annotations

from generator.tree.grid import Grid, lay


def test_cells_over_columns_move_the_next_ones() -> None:
    assert lay([[(2, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]]) == Grid([[0, 2], [0, 1, 2]], [3, 3])


def test_cells_over_rows_keep_their_columns() -> None:
    assert lay([[(1, 2), (1, 1), (1, 3)], [(1, 1)], [(1, 1), (1, 1)]]) == Grid([[0, 1, 2], [1], [0, 1]], [3, 3, 3])


def test_a_cell_that_falls_on_another_is_told() -> None:
    assert lay([[(1, 1), (1, 2)], [(2, 1)]]).overlaps == [1]


def test_a_cell_that_passes_the_last_row_is_told() -> None:
    assert lay([[(1, 1), (1, 2)]]).overruns == [(0, 1)]


def test_uneven_rows_show_in_the_widths() -> None:
    assert lay([[(1, 1)], [(3, 1)], []]).widths == [1, 3, 0]
