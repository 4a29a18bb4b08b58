"""Footnotes of the PDF, read back with poppler."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.tree.nodes import Blank, Block, Cell, Footnote, Ltr, Paragraph, Row, Table, Text
from generator.writing.writers import Write
from tests.order import glyphs
from tests.writing import trees
from tests.writing.word.opened import LOOK


def _noted(text: str, note: str, key: str = "") -> Paragraph:
    return trees.paragraph(text, Footnote(trees.text(note), key), ".")


def _lines(write: Write, folder: Path, *blocks: Block) -> list[list[str]]:
    """The lines of each page, without spaces and marks of direction."""
    result = write(trees.document(*blocks), LOOK)
    file = folder / "notes.pdf"
    file.write_bytes(result.data)
    read = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    pages = re.sub("[ \u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", read).split("\f")[: result.page_count]
    return [[line for line in page.splitlines() if line] for page in pages]


def _ordered(line: str) -> str:
    """A line whose number poppler may have put at either end."""
    return "".join(sorted(line))


def test_a_note_is_at_the_foot_of_its_page_with_its_number_in_persian(write: Write, tmp_path: Path) -> None:
    filling = [trees.paragraph(f"سطر {n}") for n in "ابپتث"]
    (page,) = _lines(write, tmp_path, _noted("متن", "شرح نخست"), *filling, _noted("پایان", "شرح دوم"))
    assert [_ordered(line) for line in page[-2:]] == [_ordered("۱-شرحنخست"), _ordered("۲-شرحدوم")]
    assert _ordered(page[0]) == _ordered("متن۱.")


def test_a_note_goes_with_its_mark_to_the_next_page_and_the_count_goes_on(write: Write, tmp_path: Path) -> None:
    filling = [trees.paragraph("سطر") for _ in range(40)]
    pages = _lines(write, tmp_path, _noted("متن", "شرح"), *filling, _noted("پایان", "دنباله"))
    assert len(pages) == 2
    assert _ordered("۱-شرح") == _ordered(pages[0][-1])
    assert _ordered("۲-دنباله") == _ordered(pages[1][-1])


def test_a_note_in_a_cell_is_at_the_foot_of_the_page(write: Write, tmp_path: Path) -> None:
    table = Table(trees.columns(1000), (), (Row((Cell((_noted("خانه", "شرح خانه"),)),)),))
    (page,) = _lines(write, tmp_path, table, trees.paragraph("پس از جدول"))
    assert _ordered(page[-1]) == _ordered("۱-شرحخانه")


def test_the_key_of_a_note_has_the_page_of_its_mark(write: Write) -> None:
    filling = [trees.paragraph("سطر") for _ in range(40)]
    result = write(trees.document(*filling, _noted("متن", "شرح", "note-1")), LOOK)
    assert result.pages["note-1"] == 2


@pytest.mark.parametrize(
    ("before", "seen_from_the_left"),
    [((Text("عدد ۵۶"),), "۱۵۶"), ((Text("نام "), Ltr("GIS")), "۱GIS"), ((Text("زبان "), Ltr("C++")), "۱C++")],
    ids=["number", "Latin", "signs"],
)
def test_a_mark_stands_at_the_left_of_what_it_follows(
    write: Write, tmp_path: Path, before: tuple[Text | Ltr, ...], seen_from_the_left: str
) -> None:
    file = tmp_path / "mark.pdf"
    file.write_bytes(write(trees.document(trees.paragraph(*before, Footnote(trees.text("شرح")))), LOOK).data)
    assert glyphs.lines(file)[0].text.replace(" ", "").startswith(seen_from_the_left)


def test_a_blank_in_a_note_stands_in_its_line(write: Write, tmp_path: Path) -> None:
    note = Footnote((Text("نشانی: "), Blank("نشانی", "address", 8), Text(" شهر")))
    file = tmp_path / "blank.pdf"
    file.write_bytes(write(trees.document(trees.paragraph("متن", note)), LOOK).data)
    last = glyphs.lines(file)[-1].text
    assert "شهر"[::-1] in last and "نشانی"[::-1] in last
