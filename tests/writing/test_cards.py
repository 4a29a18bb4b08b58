"""Grids of cards: exact boxes on pages of their own in every format, and a place for what does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.markup import reader
from generator.problems.errors import Problem
from generator.style import faces
from generator.tree import passes
from generator.tree.nodes import Cards, Document
from generator.writing import writers
from generator.writing.writers import ENGINES, Engine
from tests.documents.texts import W, docx_part, pdf_pages, squeezed
from tests.writing.word.opened import LOOK


def tree(cards: str) -> tuple[Document, list[Problem]]:
    """A document whose one section is on paper for cards, and its problems."""
    markup = f'<document title="کارت">\n<section page="cards">\n{cards}\n</section></document>'
    read = reader.read(markup, Path("cards.html"), "portrait", LOOK)
    assert read.value is not None, read.problems
    return passes.finish(read.value, LOOK, faces.advance)


def grid(count: int, attributes: str = 'columns="2" rows="5"', text: str = "کارت") -> str:
    """A grid of cards, each on a line of its own."""
    return f"<cards {attributes}>\n" + "\n".join(f"<card><p>{text}</p></card>" for _ in range(count)) + "\n</cards>"


def test_boxes_share_the_page_and_each_page_has_its_grid() -> None:
    document, problems = tree("<p>پیش</p>" + grid(12) + "<p>پس</p>")

    assert problems == []
    found = [block for block in document.sections[0].blocks if isinstance(block, Cards)]
    assert [len(each.cards) for each in found] == [10, 2]
    assert {(each.width, each.height) for each in found} == {(95.0, 53.9)}
    assert [bool(each.key) for each in found] == [True, False]


@pytest.mark.parametrize("engine", ENGINES)
def test_cards_stand_on_pages_of_their_own(tmp_path: Path, engine: Engine) -> None:
    faces.activate(LOOK.families())
    file = tmp_path / "cards.pdf"
    document, _ = tree("<p>پیش</p>" + grid(12, text="برچسب") + "<p>پس</p>")
    file.write_bytes(writers.of("pdf", engine).write(document, LOOK).data)

    assert [squeezed(page) for page in pdf_pages(file)] == ["پیش", "برچسب" * 10, "برچسب" * 2, "پس"]


def test_word_has_rows_of_an_exact_height_and_lines_only_where_cards_are_cut(tmp_path: Path) -> None:
    file = tmp_path / "cards.docx"
    document, _ = tree(grid(3, 'columns="2" rows="2" width="63.5" height="38.1" cut="yes"') + grid(1))
    file.write_bytes(writers.of("docx", "typst").write(document, LOOK).data)

    cut, plain = docx_part(file, "word/document.xml").iter(W + "tbl")
    heights = [(each.get(W + "val"), each.get(W + "hRule")) for each in cut.iter(W + "trHeight")]
    assert heights == [("2160", "exact")] * 2
    assert {each.get(W + "w") for each in cut.iter(W + "gridCol")} == {"3600"}
    assert [len(list(row.iter(W + "tc"))) for row in cut.iter(W + "tr")] == [2, 2]
    assert [len(list(each.iter(W + "tblBorders"))) for each in (cut, plain)] == [1, 0]


@pytest.mark.parametrize(
    ("cards", "line", "code"),
    [
        (grid(2, 'columns="3" rows="2" width="70"'), 3, "cards-too-wide"),
        (grid(2, 'columns="2" rows="6" height="50"'), 3, "cards-too-high"),
        (grid(1, text="متنی که در کارت جا نمی‌شود " * 30), 4, "card-too-full"),
        (grid(1, 'columns="8" rows="5"', "VeryLongUnbreakableLatinWord"), 4, "card-word-wide"),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(cards: str, line: int, code: str) -> None:
    _, problems = tree(cards)

    assert [(problem.code, problem.place.line if problem.place else 0) for problem in problems] == [(code, line)]


@pytest.mark.parametrize("length", ["0", "0.5", "421", "63.55", "۶۳", "5cm", ""])
def test_a_length_is_one_in_millimetres(length: str) -> None:
    cards = grid(1, f'columns="2" rows="2" width="{length}"')
    markup = f'<document title="کارت"><section>{cards}</section></document>'

    assert [each.code for each in reader.read(markup, Path("cards.html"), "portrait", LOOK).problems] == ["markup-length-wrong"]
