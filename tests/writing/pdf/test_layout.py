"""Where pages end, whatever engine laid them out: what stays whole, what stays together, how high a line is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.tree.nodes import Block, Cell, Heading, Keep, ListBlock, ListItem, Ltr, Row, Strong, Text
from generator.writing.writers import Write, Written
from tests.writing import trees
from tests.writing.pdf.opened import lines, page_texts, rows, table
from tests.writing.word.opened import LOOK


def built(write: Write, blocks: Iterable[Block]) -> Written:
    return write(trees.document(*blocks), LOOK)


def test_a_table_that_runs_over_two_pages_is_reported_with_its_first(write: Write) -> None:
    result = built(write, [table(60)])
    assert (result.pages["table"], result.pages["r0"], result.pages["r59"]) == (1, 1, 3)


def test_the_head_of_a_table_repeats_and_its_totals_do_not(write: Write, tmp_path: Path) -> None:
    totals = (Row((Cell(trees.cell("سرجمع").blocks, tone="total"), trees.cell("۶۰")), "total"),)
    result = built(write, [replace(table(60), foot=totals)])
    texts = page_texts(result, tmp_path)
    assert [text.count("سرستون") for text in texts] == [1, 1, 1]
    assert [text.count("سرجمع") for text in texts] == [0, 0, 1]


def test_a_row_is_never_split_over_pages(write: Write, tmp_path: Path) -> None:
    tall = Row((Cell(tuple(trees.paragraph(f"پاره {n}") for n in range(8))), trees.cell("شرح")), "tall")
    for before in range(16, 24, 2):
        result = built(write, [*lines(before), replace(table(1), body=(*rows(1), tall))])
        texts = page_texts(result, tmp_path)
        assert sorted(text.count("پاره") for text in texts) in ([8], [0, 8])


@pytest.mark.parametrize("before", range(19, 26))
def test_a_heading_a_caption_and_a_head_stay_with_the_first_row(write: Write, before: int) -> None:
    result = built(write, [*lines(before), Heading(1, trees.text("بخش"), "heading", "۱"), table(4)])
    assert result.pages["heading"] == result.pages["table"] == result.pages["r0"]


@pytest.mark.parametrize("before", range(20, 27))
def test_the_last_item_of_a_list_is_never_alone_on_a_page(write: Write, before: int) -> None:
    items = tuple(ListItem((replace(trees.paragraph(f"مورد {n}"), key=f"item{n}"),), n) for n in range(1, 5))
    result = built(write, [*lines(before), ListBlock(items, "bullet")])
    assert result.pages["item3"] == result.pages["item4"]


@pytest.mark.parametrize("before", range(17, 26, 2))
def test_signatures_stay_together_and_with_the_end_of_what_is_before_them(write: Write, before: int) -> None:
    after_text = built(write, [*lines(before), trees.signatures()])
    last = after_text.pages[f"line{before - 1}"]
    assert last == after_text.pages["signatures"] == after_text.pages["witness"]
    after_table = built(write, [*lines(before - 5), table(4), trees.signatures()])
    assert after_table.pages["r3"] == after_table.pages["signatures"] == after_table.pages["witness"]


@pytest.mark.parametrize("before", range(16, 24, 2))
def test_kept_blocks_and_kept_tables_stay_on_one_page(write: Write, before: int) -> None:
    keep = built(write, [*lines(before), Keep((trees.paragraph("سر", key="first"), table(5)))])
    assert keep.pages["first"] == keep.pages["r4"]
    kept = built(write, [*lines(before), table(5, keep=True)])
    assert kept.pages["table"] == kept.pages["r4"]


def test_latin_dashes_marks_and_bold_text_leave_a_line_as_high_as_the_look_says(write: Write) -> None:
    plain = [trees.paragraph("سطر")] * 28
    mixed = trees.paragraph("با ", Ltr("GIS"), " – ☐ ", Strong((Text("پررنگ – "), Ltr("x"), Text(" ✓"))))
    page = LOOK.pages["portrait"]
    body = LOOK.roles["body"]
    room = (page.height - page.top - page.bottom) * 72 / 25.4
    full = int((room + body.after) // (body.line + body.after))
    assert full == 25
    for kind in (plain[0], mixed):
        exact = built(write, [kind] * (full - 1) + [replace(kind, key="last")])
        assert exact.page_count == 1
        assert built(write, [kind] * full + [replace(kind, key="last")]).pages["last"] == 2
