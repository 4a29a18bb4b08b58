"""What a page of Typst cannot hold: let loose where it can be, told where not, never lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.problems.errors import DataError, Place
from generator.tree.nodes import Block, Cell, Column, Figure, Footnote, Keep, Ltr, Paragraph, Row, Table, Text
from generator.writing import drawing
from generator.writing.typst import writer
from generator.writing.writers import Supplies, Written
from tests.writing import trees
from tests.writing.pdf.opened import lines, page_texts
from tests.writing.typst.printed import look

PLACE = Place(Path("document.html.j2"), 12, 3)
HIGH = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="1200"><path d="M0 0H400V1200H0Z"/></svg>'


def built(*blocks: Block) -> Written:
    return writer.write(trees.document(*blocks), look())


def numbered(count: int, word: str = "ردیف") -> tuple[Paragraph, ...]:
    return tuple(trees.paragraph(f"{word} {n}", key=f"{word}{n}") for n in range(count))


def counted(result: Written, word: str, folder: Path) -> list[int]:
    return [text.count(word) for text in page_texts(result, folder)]


def test_a_kept_block_higher_than_its_page_goes_on_over_the_next_and_loses_nothing(tmp_path: Path) -> None:
    counts = counted(built(trees.paragraph("پیش"), Keep(numbered(70)), trees.paragraph("پس")), "ردیف", tmp_path)
    assert sum(counts) == 70
    assert len(counts) == 3


def test_what_is_kept_in_a_block_that_is_let_loose_is_kept_still() -> None:
    inner = Keep(numbered(6, "درون"))
    result = built(Keep((*numbered(22), inner, *numbered(30, "پس"))))
    assert result.pages["درون0"] == result.pages["درون5"] == 2


@pytest.mark.parametrize("before", [0, 5, 18])
def test_a_kept_table_higher_than_its_page_goes_on_row_by_row(before: int, tmp_path: Path) -> None:
    rows = tuple(trees.row(f"ردیف {n}", "شرح", key=f"r{n}") for n in range(60))
    table = Table((Column(500), Column(500)), (trees.row("سر", "ستون"),), rows, keep=True, key="t", caption=trees.text("نام"))
    assert sum(counted(built(*lines(before), table), "ردیف", tmp_path)) == 60


@pytest.mark.parametrize("count", [19, 21, 24, 26, 30, 48])
def test_a_row_that_its_page_cannot_hold_is_split_and_loses_nothing(count: int, tmp_path: Path) -> None:
    tall = Row((Cell(numbered(count)), trees.cell("شرح")))
    table = Table(
        (Column(500), Column(500)), (trees.row("سر", "ستون"),), (trees.row("یک", "دو"), tall, trees.row("سه", "چهار"))
    )
    assert sum(counted(built(table), "ردیف", tmp_path)) == count
    small = replace(trees.document(table), sections=(replace(trees.document(table).sections[0], page="letter-a5"),))
    assert sum(counted(writer.write(small, look()), "ردیف", tmp_path)) == count


def test_a_cell_of_several_rows_that_is_high_loses_nothing(tmp_path: Path) -> None:
    rows = (Row((Cell(numbered(40), rowspan=3), trees.cell("یک"))), Row((trees.cell("دو"),)), Row((trees.cell("سه"),)))
    assert sum(counted(built(Table((Column(500), Column(500)), (), rows)), "ردیف", tmp_path)) == 40


def test_a_footnote_longer_than_a_page_loses_nothing(tmp_path: Path) -> None:
    note = Footnote((Text(" ".join(f"پاره{n}" for n in range(1500))),))
    assert sum(counted(built(trees.paragraph("متن", note)), "پاره", tmp_path)) == 1500


def test_a_picture_higher_than_its_page_is_told_at_its_line() -> None:
    figure = Figure("bars", "", (), trees.text("شکل"), "f", summary="شرح", place=PLACE)
    with pytest.raises(DataError) as caught:
        writer.write(trees.document(*lines(3), figure), look(), Supplies({drawing.asset("f", "svg"): HIGH}))
    assert [(found.code, found.place) for found in caught.value.problems] == [("content-too-high", PLACE)]


@pytest.mark.parametrize(
    "blocks",
    [
        (trees.paragraph("نشانی ", Ltr("x" * 400)),),
        (trees.paragraph(Ltr("https://example.ir/" + "a" * 300)),),
        (trees.paragraph("ب" * 400),),
        (Table((Column(50), Column(950)), (), (trees.row("ناشکستنی" * 9, "ب" * 300),)),),
        (trees.paragraph("متن", Footnote((Ltr("y" * 300),))),),
    ],
)
def test_a_word_longer_than_its_line_stays_on_its_page(blocks: tuple[Block, ...]) -> None:
    assert built(*blocks).page_count == 1


def test_documents_without_fault_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.writing.typst import compiling

    made = []
    compile_ = compiling._compile
    monkeypatch.setattr(compiling, "_compile", lambda *given: made.append(1) or compile_(*given))
    writer.write(trees.rich(), look())
    assert made == [1]
    built(Keep(numbered(70)))
    assert made == [1] * 3
