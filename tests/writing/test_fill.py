"""The tool that says how far down pages are used."""

from __future__ import annotations

from pathlib import Path

from generator.tree.nodes import Furniture, PageBreak
from generator.writing import writers
from tests import fill
from tests.writing import trees
from tests.writing.word.opened import LOOK


def test_a_page_is_used_down_to_its_lowest_ink_and_the_marks_across_it_are_none(tmp_path: Path) -> None:
    text = trees.paragraph("متن")
    marks = Furniture(marks=("نمونه", "پیش‌نویس"))
    document = trees.document(text, PageBreak(), *[text] * 12, PageBreak(), text, furniture=marks)
    file = tmp_path / "used.pdf"
    file.write_bytes(writers.of("pdf", "typst").write(document, LOOK).data)
    first, second, last = fill.of(file, LOOK)
    assert (first.number, last.number) == (1, 3)
    assert first.used == last.used <= 5
    assert 40 <= second.used <= 55
