"""Column shares: from the text, in the face it is printed in, adding up to 1000."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.problems.errors import Problem
from generator.style.style import PageForm, RoleLook, Stack, Style, TableLook
from generator.tree.nodes import Blank, Block, Cell, Column, ListBlock, ListItem, Row, Table
from generator.tree.passes import shares
from tests.tree.documents import at, blocks, document, p


def page(width: float) -> PageForm:
    """A page form whose lines are so many points wide."""
    return PageForm(width=width * 25.4 / 72, height=297, top=0, right=0, bottom=0, left=0, header=0, footer=0)


LOOK = Style(
    stacks={"text": Stack(faces=("Face",), latin="Face", word="Face", word_latin="Face")},
    colours={"ink": "000000"},
    roles={
        "cell": RoleLook(name="cell", size=10, line=12),
        "head": RoleLook(name="head", size=12, line=14, bold=True),
        "small": RoleLook(name="small", size=5, line=6),
    },
    tables={"grid": TableLook(name="grid", rule=1, padding=2, head_role="head")},
    pages={"portrait": page(1000), "narrow": page(100)},
)


def advance(text: str, _faces: Sequence[str], size: float, bold: bool) -> float:
    """Every letter as wide as the size, and half as much again when bold."""
    return len(text) * size * (1.5 if bold else 1)


def cell(*content: Block | str, colspan: int = 1) -> Cell:
    return Cell(tuple(p(part) if isinstance(part, str) else part for part in content), colspan=colspan)


def table(*rows: Sequence[Cell | str], columns: Sequence[int] = (), head: Sequence[str] = ()) -> Table:
    made = tuple(Row(tuple(cell(part) if isinstance(part, str) else part for part in row)) for row in rows)
    width = max(sum(part.colspan for part in row.cells) for row in made)
    heads = (Row(tuple(cell(part) for part in head)),) if head else ()
    return Table(tuple(Column(share) for share in columns or [0] * width), heads, made, place=at(5))


def solve(made: Table, page: str = "portrait") -> tuple[list[int], list[str]]:
    (done,), problems = _run(made, page)
    return [column.share for column in done.columns], [found.code for found in problems]


def _run(made: Table, page: str) -> tuple[tuple[Table, ...], list[Problem]]:
    document_, problems = shares.run(document(made, page=page), LOOK, advance)
    return tuple(block for block in blocks(document_) if isinstance(block, Table)), problems


def test_text_that_fits_shares_the_room_in_proportion() -> None:
    # 15 and 35 points of text, 5 of padding and rule for each.
    assert solve(table(["x", "xxx"])) == ([300, 700], [])


def test_empty_columns_are_equal() -> None:
    assert solve(table(["", "", "", ""])) == ([250] * 4, [])


def test_a_long_text_takes_what_the_longest_words_of_the_others_leave() -> None:
    (short, long), problems = solve(table(["واژه", "متن " * 200]))
    assert problems == []
    assert short >= 45
    assert long > 900


def test_no_column_is_narrower_than_its_longest_word() -> None:
    found, problems = solve(table(["xxxxxxxx", "x " * 40], ["x", "xxxx " * 200]))
    assert problems == []
    assert found[0] >= 85


def test_shares_that_are_written_win() -> None:
    assert solve(table(["x", "xxx", "x"], columns=[500, 0, 0])) == ([500, 350, 150], [])
    assert solve(table(["x", "xxx"], columns=[900, 100])) == ([900, 100], [])


def test_a_written_share_too_narrow_for_a_word_is_told() -> None:
    (only,), problems = _run(table(["xxxxxxxxxxxx", "x"], columns=[100, 900]), "portrait")
    assert [column.share for column in only.columns] == [100, 900]
    assert [(found.code, found.place) for found in problems] == [("column-too-narrow", at(5))]


def test_words_too_wide_for_the_page_are_told_and_only_the_longest_are_broken() -> None:
    assert solve(table(["xxxxxxx", "xxxxxxxxxxxxxxx"]), "narrow") == ([500, 500], ["table-too-wide"])
    assert solve(table(["x", "xxxxxxx", "xxxxxxxxxxxxxxx"]), "narrow") == ([150, 425, 425], ["table-too-wide"])


def test_the_width_is_that_of_the_role_the_text_is_printed_in() -> None:
    assert solve(table(["x", "x"], head=["xx", ""])) == ([732, 268], [])
    small = p("xx")
    assert solve(table([cell(replace(small, role="small")), "x"])) == ([500, 500], [])


def test_a_cell_over_several_columns_widens_them_together() -> None:
    assert solve(table([cell("xxxxxxxxxxx", colspan=2), "x"], ["x", "x", "x"]))[0] == [442, 442, 116]


def test_lists_blanks_and_inner_tables_are_measured() -> None:
    with_list, _ = solve(table([cell(ListBlock((ListItem((p("x"),)),))), "xxxx"]))
    assert with_list == [500, 500]
    with_blank, _ = solve(table([cell(p(Blank("نام", width=40))), "x"]))
    assert with_blank == [893, 107]
    with_table, _ = solve(table([cell(table(["x", "x"])), "xxx"]))
    assert with_table == [500, 500]


def test_the_prompt_of_a_blank_takes_no_width_as_paper_shows_its_dots_alone() -> None:
    short, long = (solve(table([cell(p(Blank(prompt, width=8))), "xxxx"])) for prompt in ("نام", "نام‌ونشان‌کامل‌متقاضی‌دریافت‌وام"))
    assert short == long


def test_an_inner_table_gets_shares_of_its_own() -> None:
    (outer,), _ = _run(table([cell(table(["x", "xxx"])), "x"]), "portrait")
    inner = outer.body[0].cells[0].blocks[0]
    assert isinstance(inner, Table)
    assert [column.share for column in inner.columns] == [300, 700]


def test_shares_always_add_up_and_no_word_is_cut_by_rounding() -> None:
    chance = random.Random(7)
    for _ in range(200):
        count = chance.randint(1, 24)
        widths = [chance.uniform(0.1, 90) for _ in range(count)]
        least = [chance.uniform(0, 0.9) * 1000 * width / sum(widths) for width in widths]
        found = shares.apportion(widths, 1000, least)
        assert sum(found) == 1000
        assert all(share >= low for share, low in zip(found, least, strict=True))
        assert found == shares.apportion(widths, 1000, least)


@pytest.mark.parametrize("total", [1, 3, 999])
def test_equal_widths_differ_by_one_at_most(total: int) -> None:
    found = shares.apportion([1.0] * min(total, 7), total)
    assert sum(found) == total
    assert max(found) - min(found) <= 1
