"""Rows are kept on one page with the next where they are low; high ones are not moved from a page that has room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.tree.nodes import Column, Row, Table
from generator.writing.pagination import tied_rows
from tests.writing import trees

LOW, TEN_LINES, PAGES = "کوتاه", "واژه " * 160, "واژه " * 6000


def table(*rows: str, head: int = 0, foot: int = 0) -> Table:
    made: tuple[Row, ...] = tuple(trees.row(text, LOW) for text in rows)
    end = len(made) - foot
    return Table((Column(500), Column(500)), made[:head], made[head:end], made[end:])


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (table(LOW), set()),
        (table(LOW, LOW), {0}),
        (table(*[LOW] * 6), {0, 3, 4}),
        (table(*[LOW] * 6, head=1), {0, 1, 3, 4}),
        (table(*[LOW] * 8, head=2, foot=1), {0, 1, 2, 5, 6}),
        (table(*[LOW] * 5, TEN_LINES, PAGES), {0}),
        (table(LOW, TEN_LINES, PAGES, head=1), {0}),
        (table(LOW, PAGES, head=1), set()),
        (table(*[LOW] * 4, PAGES, LOW, foot=1), {0}),
        (table(*[LOW] * 4, TEN_LINES, TEN_LINES), {0}),
        (table(*[LOW] * 4, TEN_LINES, LOW, foot=1), {0, 3, 4}),
        (replace(table(LOW, TEN_LINES, PAGES), keep=True), {0, 1}),
    ],
)
def test_only_rows_that_make_less_than_half_a_page_stay_together(made: Table, expected: set[int]) -> None:
    assert tied_rows(made) == expected


def test_a_row_that_is_the_title_of_those_below_it_stays_with_the_first_of_them() -> None:
    plain = table(*[LOW] * 8)
    title = Row((replace(plain.body[3].cells[0], colspan=2),))
    titled = replace(plain, body=(*plain.body[:3], title, *plain.body[4:]))
    assert tied_rows(titled) == tied_rows(plain) | {3}
