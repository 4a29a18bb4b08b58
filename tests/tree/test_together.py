"""Keeping together: everywhere in text, in a cell only what fits its lines."""

from __future__ import annotations

from dataclasses import replace

from generator.persian import NBSP
from generator.tree.nodes import Blank, Cell, Column, Datum, Furniture, Heading, Paragraph, Reference, Row, Strong, Table, Text
from generator.tree.passes import finish, together
from generator.tree.walk import plain_text
from tests.tree.documents import blocks, document, p
from tests.tree.test_shares import LOOK, advance

HELD = f"۱۲{NBSP}نفر"


def table(*shares: int, text: str = "۱۲ نفر", **cell: int) -> Table:
    cells = (Cell((p(text),), **cell), *(Cell((p("الف"),)) for _ in shares[cell.get("colspan", 1) :]))
    return Table(tuple(Column(share) for share in shares), (), (Row(cells),))


def first_cell(made: Table) -> str:
    (paragraph,) = made.body[0].cells[0].blocks
    assert isinstance(paragraph, Paragraph)
    (text,) = paragraph.children
    assert isinstance(text, Text)
    return text.text


def run(*content: Table, page: str = "portrait") -> Table:
    (made,) = blocks(together.run(document(*content, page=page), LOOK, advance))
    assert isinstance(made, Table)
    return made


def test_text_references_emphasis_headings_and_captions_are_held() -> None:
    given = document(
        p("۱۲ نفر ", Strong((Text("۱۲ نفر"),)), Reference("a", "جدول ۲")),
        Heading(1, (Text("۱۲ نفر"),)),
        replace(table(1000), caption=(Text("۱۲ نفر"),)),
    )
    text, heading, made = blocks(together.run(replace(given, furniture=Furniture((Text("ماده ۵"),))), LOOK, advance))
    assert text == p(f"{HELD} ", Strong((Text(HELD),)), Reference("a", f"جدول{NBSP}۲"))
    assert heading == Heading(1, (Text(HELD),))
    assert isinstance(made, Table)
    assert made.caption == (Text(HELD),)


def test_a_cell_holds_what_fits_its_line_and_parts_what_would_stand_out() -> None:
    # Six letters of ten points need 60; a line of the narrow column has 95.
    assert first_cell(run(table(100, 900))) == HELD
    assert first_cell(run(table(65, 935))) == "۱۲ نفر"


def test_a_cell_over_two_columns_has_the_lines_of_both() -> None:
    assert first_cell(run(table(65, 65, 870, colspan=2))) == HELD


def test_a_part_that_fits_is_held_beside_one_that_does_not() -> None:
    assert first_cell(run(table(80, 920, text="۱۲ نفر و ۱۲ هزار خانوار"))) == f"{HELD} و ۱۲ هزار خانوار"


def test_columns_are_as_wide_as_if_nothing_were_held() -> None:
    (free,), _ = (blocks(finish(document(table(0, 0)), LOOK, advance)[0]), None)
    assert isinstance(free, Table)
    alone, _ = finish(document(table(0, 0, text="۱۲ کفش")), LOOK, advance)
    (other,) = blocks(alone)
    assert isinstance(other, Table)
    assert free.columns == other.columns


def test_text_as_read_aloud_has_plain_spaces() -> None:
    assert plain_text((Text(HELD),)) == "۱۲ نفر"


def test_a_blank_holds_its_label_and_not_what_stands_before_that() -> None:
    (made,) = blocks(together.run(document(p("مجری، شناسهٔ ملی ", Blank("شناسه"), " مورخ ", Blank("تاریخ"))), LOOK, advance))
    assert made == (p(f"مجری، شناسهٔ{NBSP}ملی{NBSP}", Blank("شناسه"), f" مورخ{NBSP}", Blank("تاریخ")))


def test_a_blank_for_a_fact_holds_the_label_before_the_fact() -> None:
    (made,) = blocks(together.run(document(p("شمارهٔ ", Datum("a.b", (Blank("شماره"),)))), LOOK, advance))
    assert made == p(f"شمارهٔ{NBSP}", Datum("a.b", (Blank("شماره"),)))


def test_a_blank_in_a_cell_has_the_dots_of_a_line_and_its_label_where_both_fit() -> None:
    def cell(share: int, width: int) -> object:
        made = run(
            Table((Column(share), Column(1000 - share)), (), (Row((Cell((p("نام ", Blank("نام", width=width)),)), Cell(()))),))
        )
        return made.body[0].cells[0].blocks[0]

    assert cell(100, 4) == p(f"نام{NBSP}", Blank("نام", width=4))
    assert cell(100, 40) == p("نام ", Blank("نام", width=8))


def test_a_paragraph_with_a_blank_is_not_justified() -> None:
    justified = LOOK.model_copy(
        update={"roles": LOOK.roles | {"body": LOOK.roles["cell"].model_copy(update={"align": "justify"})}}
    )
    with_blank, without = blocks(together.run(document(p("نام ", Blank("نام")), p("نام")), justified, advance))
    assert isinstance(with_blank, Paragraph) and isinstance(without, Paragraph)
    assert (with_blank.align, without.align) == ("start", None)
