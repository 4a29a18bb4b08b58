"""Footnotes of the PDF, read back with poppler."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import Block, Cell, Footnote, Paragraph, Row, Table, Text
from generator.writing.weasyprint import html, writer
from tests.writing import trees

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


def _noted(text: str, note: str, key: str = "") -> Paragraph:
    return trees.paragraph(text, Footnote(trees.text(note), key), ".")


def _lines(look: Style, folder: Path, *blocks: Block) -> list[list[str]]:
    """The lines of each page, without spaces and marks of direction."""
    result = writer.write(trees.document(*blocks), look)
    file = folder / "notes.pdf"
    file.write_bytes(result.data)
    read = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    pages = re.sub("[ \u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", read).split("\f")[: result.page_count]
    return [[line for line in page.splitlines() if line] for page in pages]


def _ordered(line: str) -> str:
    """A line whose number poppler may have put at either end."""
    return "".join(sorted(line))


def test_a_note_is_at_the_foot_of_its_page_with_its_number_in_persian(look: Style, tmp_path: Path) -> None:
    filling = [trees.paragraph(f"سطر {n}") for n in "ابپتث"]
    (page,) = _lines(look, tmp_path, _noted("متن", "شرح نخست"), *filling, _noted("پایان", "شرح دوم"))
    assert [_ordered(line) for line in page[-2:]] == [_ordered("۱-شرحنخست"), _ordered("۲-شرحدوم")]
    assert _ordered(page[0]) == _ordered("متن۱.")


def test_a_note_goes_with_its_mark_to_the_next_page_and_the_count_goes_on(look: Style, tmp_path: Path) -> None:
    filling = [trees.paragraph("سطر") for _ in range(40)]
    pages = _lines(look, tmp_path, _noted("متن", "شرح"), *filling, _noted("پایان", "دنباله"))
    assert len(pages) == 2
    assert _ordered("۱-شرح") == _ordered(pages[0][-1])
    assert _ordered("۲-دنباله") == _ordered(pages[1][-1])


def test_a_note_in_a_cell_is_at_the_foot_of_the_page(look: Style, tmp_path: Path) -> None:
    table = Table(trees.columns(1000), (), (Row((Cell((_noted("خانه", "شرح خانه"),)),)),))
    (page,) = _lines(look, tmp_path, table, trees.paragraph("پس از جدول"))
    assert _ordered(page[-1]) == _ordered("۱-شرحخانه")


def test_the_key_of_a_note_has_the_page_of_its_mark(look: Style) -> None:
    filling = [trees.paragraph("سطر") for _ in range(40)]
    result = writer.write(trees.document(*filling, _noted("متن", "شرح", "note-1")), look)
    assert result.pages["note-1"] == 2


def test_a_note_is_set_in_its_own_role_whatever_is_around_it(look: Style) -> None:
    bold = Table(trees.columns(1000), (), (Row((Cell((_noted("جمع", "شرح"),), tone="total"),)),))
    page = html.compose(trees.document(bold), look).html
    assert '<span class="footnote role-footnote">شرح</span>' in page
    assert "font-weight: normal" in next(line for line in page.splitlines() if line.startswith(".footnote {"))


def test_what_a_note_prints_is_looked_for_in_the_faces_of_its_role(look: Style) -> None:
    noted = trees.paragraph("متن", Footnote((Text("\u2603"),)))
    characters = html.compose(trees.document(noted), look).characters
    assert "\u2603" in characters[look.roles["footnote"].stack]
