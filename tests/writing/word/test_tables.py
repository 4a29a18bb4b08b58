"""Tables: widths, merged cells, repeated heads, fills, alternative text."""

from __future__ import annotations

from time import perf_counter

import pytest

from generator.tree.nodes import Cell, Column, Row, Table
from tests.writing import trees
from tests.writing.word.opened import LOOK, Opened, W, find, value, words


@pytest.fixture(scope="module")
def costs() -> Opened:
    return Opened(trees.document(trees.cost_table(), page="landscape"))


def _text_width(page: str) -> int:
    form = LOOK.pages[page]
    return sum(sign * round(side * 1440 / 25.4) for sign, side in ((1, form.width), (-1, form.left), (-1, form.right)))


@pytest.mark.parametrize("page", ["portrait", "landscape", "landscape-a3", "letter-a5"])
@pytest.mark.parametrize("shares", [(1000,), (333, 333, 334), (1, 2, 997), (70,) * 14 + (20,)])
def test_columns_fill_the_text_width_of_their_page_exactly(page: str, shares: tuple[int, ...]) -> None:
    table = Table(trees.columns(*shares), (), (Row(tuple(trees.cell("متن") for _ in shares)),))
    opened = Opened(trees.document(table, page=page))
    widths = [int(column.get(W + "w") or 0) for column in opened.find("w:tbl/w:tblGrid/w:gridCol")]
    assert sum(widths) == int(value(opened.body, "w:tbl/w:tblPr/w:tblW", "w") or 0) == _text_width(page)
    assert all(abs(width - share * _text_width(page) / 1000) <= 1 for width, share in zip(widths, shares, strict=True))


def test_the_layout_is_fixed_and_no_row_is_split(costs: Opened) -> None:
    assert value(costs.body, "w:tbl/w:tblPr/w:tblLayout", "type") == "fixed"
    rows = costs.find("w:tbl/w:tr")
    assert len(rows) == 6
    assert all(find(row, "w:trPr/w:cantSplit") for row in rows)


def test_head_rows_repeat_on_each_page_and_others_do_not(costs: Opened) -> None:
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in costs.find("w:tbl/w:tr")] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_each_row_covers_the_whole_grid(costs: Opened) -> None:
    grid = [int(column.get(W + "w") or 0) for column in costs.find("w:tbl/w:tblGrid/w:gridCol")]
    for row in costs.find("w:tbl/w:tr"):
        spans = [int(value(cell, "w:tcPr/w:gridSpan") or 1) for cell in find(row, "w:tc")]
        assert sum(spans) == len(grid)
        starts = [sum(spans[:position]) for position in range(len(spans))]
        widths = [int(value(cell, "w:tcPr/w:tcW", "w") or 0) for cell in find(row, "w:tc")]
        assert widths == [sum(grid[start : start + span]) for start, span in zip(starts, spans, strict=True)]


def test_a_cell_over_rows_is_merged_and_goes_on_empty(costs: Opened) -> None:
    merges = [[value(cell, "w:tcPr/w:vMerge") for cell in find(row, "w:tc")] for row in costs.find("w:tbl/w:tr")]
    assert merges[:4] == [
        ["restart", "restart", None], ["continue", "continue", None, None],
        [None, None, "restart", None], [None, None, "continue", None],
    ]  # fmt: skip
    assert not any(words(cell) for cell in costs.find("//w:tc[w:tcPr/w:vMerge[@w:val='continue']]"))


def test_a_cell_over_rows_and_columns_covers_both() -> None:
    body = (Row((trees.cell("بزرگ", colspan=2, rowspan=2), trees.cell("۱"))), Row((trees.cell("۲"),)), trees.row("۳", "۴", "۵"))
    opened = Opened(trees.document(Table(trees.columns(300, 300, 400), (), body)))
    second = opened.find("w:tbl/w:tr[2]/w:tc")
    assert [(value(c, "w:tcPr/w:gridSpan"), value(c, "w:tcPr/w:vMerge"), words(c)) for c in second] == [
        ("2", "continue", ""), (None, None, "۲"),
    ]  # fmt: skip


def test_a_short_row_is_filled_with_empty_cells() -> None:
    opened = Opened(trees.document(Table(trees.columns(500, 500), (), (trees.row("تنها"),))))
    assert [words(cell) for cell in opened.find("w:tbl/w:tr/w:tc")] == ["تنها", ""]


def test_a_row_wider_than_its_table_is_refused() -> None:
    with pytest.raises(ValueError, match="wider than its table"):
        Opened(trees.document(Table(trees.columns(500, 500), (), (trees.row("۱", "۲", "۳"),))))


def test_every_cell_ends_in_a_paragraph_even_after_a_table_in_it() -> None:
    outer = Table(trees.columns(1000), (), (Row((Cell((trees.swot(),)),)),))
    opened = Opened(trees.document(outer))
    cells = opened.find("//w:tc")
    assert len(cells) == 5
    assert all(cell[-1].tag == W + "p" for cell in cells)


def test_a_table_in_a_cell_is_no_wider_than_the_cell() -> None:
    opened = Opened(trees.document(Table(trees.columns(500, 500), (), (Row((Cell((trees.swot(),)), trees.cell("متن"))),))))
    cell = int(value(opened.body, "w:tbl/w:tr/w:tc[1]/w:tcPr/w:tcW", "w") or 0)
    inner = int(value(opened.body, "w:tbl/w:tr/w:tc[1]/w:tbl/w:tblPr/w:tblW", "w") or 0)
    assert inner == cell - 2 * round(LOOK.tables["grid"].padding * 20)


def test_tables_never_touch() -> None:
    opened = Opened(trees.document(trees.swot(), trees.cost_table()))
    assert all(table.getnext() is not None and table.getnext().tag == W + "p" for table in opened.find("w:tbl"))


@pytest.mark.parametrize("tone", ["total", "bar", "done", "late", "strength", "weakness", "opportunity", "threat", "label"])
def test_a_tone_fills_its_cell_with_the_colour_of_the_look(tone: str) -> None:
    opened = Opened(trees.document(Table(trees.columns(1000), (), (Row((trees.cell("متن", tone=tone),)),))))
    assert value(opened.body, "w:tbl/w:tr/w:tc/w:tcPr/w:shd", "fill") == LOOK.fill(tone)


def test_text_on_a_dark_fill_is_light_and_on_a_light_one_as_the_style_says() -> None:
    opened = Opened(
        trees.document(
            Table(trees.columns(500, 500), (), (Row((trees.cell("۱", tone="done"), trees.cell("۲", tone="total"))),))
        )
    )
    assert [value(run, "w:rPr/w:color") for run in opened.find("//w:r")] == ["ffffff", None]


def test_a_filled_cell_without_text_is_an_empty_paragraph_and_its_label_is_not_printed() -> None:
    opened = Opened(trees.document(trees.schedule(), page="landscape-a3"))
    filled = opened.find("//w:tc[w:tcPr/w:shd and not(.//w:t)]")
    assert len(filled) == 6
    assert all([child.tag for child in cell] == [W + "tcPr", W + "p"] for cell in filled)
    assert "در دست اجرا" not in words(opened.body)


def test_heads_take_the_heads_role_and_cells_the_cells_role(costs: Opened) -> None:
    assert {value(p, "w:pPr/w:pStyle") for p in costs.find("w:tbl/w:tr[position()<3]//w:p")} == {"CellHead"}
    assert {value(p, "w:pPr/w:pStyle") for p in costs.find("w:tbl/w:tr[position()>2]//w:p")} == {"Cell"}


def test_a_column_aligns_its_cells_but_not_its_heads_and_a_cell_has_the_last_word() -> None:
    body = (Row((trees.cell("۱"),)), Row((trees.cell("۲", align="center"),)))
    table = Table((Column(1000, "end"),), (trees.row("مبلغ"),), body)
    opened = Opened(trees.document(table))
    assert [value(p, "w:pPr/w:jc") for p in opened.find("w:tbl//w:p")] == [None, "right", "center"]


def test_the_caption_is_above_with_its_number_and_stays_with_the_table(costs: Opened) -> None:
    caption = costs.paragraph("جدول ۱: برآورد هزینه‌ها")
    assert value(caption, "w:pPr/w:pStyle") == "Caption"
    assert find(caption, "w:pPr/w:keepNext")
    assert caption.getnext() is costs.find("w:tbl")[0]


def test_the_alternative_text_is_the_summary_or_else_the_caption() -> None:
    opened = Opened(trees.document(trees.cost_table(), trees.schedule()))
    first, second = opened.find("w:tbl")
    assert value(first, "w:tblPr/w:tblCaption") == "جدول ۱"
    assert value(first, "w:tblPr/w:tblDescription") == "برآورد هزینه سه اقدام به تفکیک منبع"
    assert value(second, "w:tblPr/w:tblDescription") == "زمان‌بندی شش‌ماهه"


def _tied(opened: Opened) -> list[bool]:
    return [all(find(p, "w:pPr/w:keepNext") for p in find(row, ".//w:p")) for row in opened.find("w:tbl/w:tr")]


def test_heads_stay_with_the_first_row_and_the_last_row_with_the_total(costs: Opened) -> None:
    assert _tied(costs) == [True, True, True, True, True, False]


def test_a_kept_table_is_tied_row_to_row() -> None:
    assert _tied(Opened(trees.document(trees.schedule()))) == [True, True, False]


def test_rules_and_padding_are_those_of_the_look() -> None:
    entry = Opened(trees.document(trees.cost_table())).styles["TableGrid"]
    assert value(entry, "w:tblPr/w:tblBorders/w:insideH", "sz") == "4"
    assert value(entry, "w:tblPr/w:tblCellMar/w:left", "w") == "60"


def test_a_table_of_500_rows_is_written_in_linear_time() -> None:
    def seconds(rows: int) -> float:
        body = tuple(trees.row(*("شرح اقدام",) * 6, key=f"row-{number}") for number in range(rows))
        document = trees.document(Table(trees.columns(170, 166, 166, 166, 166, 166), (), body))
        best = float("inf")
        for _ in range(3):
            begun = perf_counter()
            Opened(document)
            best = min(best, perf_counter() - begun)
        return best

    small, large = seconds(125), seconds(500)
    assert large < 8 * small
    assert large < 5
