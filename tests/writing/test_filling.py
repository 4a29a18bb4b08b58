"""Forms that are filled by hand: boxes to tick, and empty rows of a height."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from generator.tree.nodes import Cell, Check, Column, Document, Ltr, Row, Table
from generator.tree.passes import finish
from generator.writing.measures import MILLIMETRE
from generator.writing.writers import Write
from tests.writing import trees
from tests.writing.pdf.opened import page_texts, poppler
from tests.writing.pdf.structure import read
from tests.writing.word.opened import LOOK, Opened, find, value, words

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BOXES = trees.paragraph("پاسخ: ", Check("بلی", key="yes"), " ", Check("خیر", ticked=True, key="no"))


def attendance(count: int, height: int) -> Table:
    """A list of so many empty rows, numbered."""
    rows = tuple(Row((trees.cell(str(n)), Cell(()), Cell(())), f"r{n}", height=height) for n in range(1, count + 1))
    head = (trees.row("ردیف", "نام", "امضا"),)
    return Table((Column(100), Column(500), Column(400)), head, rows, caption=trees.text("حاضران"), key="table")


@pytest.mark.parametrize("height", [8, 12, 25])
def test_blank_rows_are_as_high_as_asked_for(write: Write, tmp_path: Path, height: int) -> None:
    file = tmp_path / "rows.pdf"
    file.write_bytes(write(trees.document(attendance(6, height)), LOOK).data)
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)"[^>]*>\d<', poppler("pdftotext", file, "-bbox"))]

    assert len(tops) == 6
    steps = [below - above for above, below in pairwise(tops)]
    assert steps == [pytest.approx(height * MILLIMETRE, abs=0.05)] * 5


def test_blank_rows_are_at_least_as_high_as_asked_for_in_word_and_may_grow() -> None:
    opened = Opened(trees.document(attendance(2, 8)))
    heights = [(value(row, "w:trPr/w:trHeight"), value(row, "w:trPr/w:trHeight", "hRule")) for row in opened.find("w:tbl/w:tr")]

    assert heights == [(None, None), ("454", "atLeast"), ("454", "atLeast")]


def test_text_that_needs_more_makes_its_row_higher(write: Write, tmp_path: Path) -> None:
    long = Row((trees.cell("متن بلند " * 60), trees.cell("کوتاه")), "long", height=10)
    after = Row((trees.cell("پس"), Cell(())), "after", height=10)
    file = tmp_path / "rows.pdf"
    file.write_bytes(write(trees.document(Table((Column(300), Column(700)), (), (long, after), key="t")), LOOK).data)
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)"[^>]*>(?:دنلب|سپ)<', poppler("pdftotext", file, "-bbox"))]

    assert tops == sorted(tops)
    assert tops[-1] - tops[0] > 3 * 10 * MILLIMETRE


def test_the_head_stands_over_the_blank_rows_of_every_page(write: Write, tmp_path: Path) -> None:
    texts = page_texts(write(trees.document(attendance(60, 10)), LOOK), tmp_path)

    assert len(texts) == 3
    assert [text.count("امضا") for text in texts] == [1, 1, 1]


def test_blank_rows_are_rows_of_their_table_to_a_screen_reader(write: Write, tmp_path: Path) -> None:
    (table,) = read(write(trees.document(attendance(3, 8)), LOOK).data, tmp_path).all("Table")
    rows = table.all("TR")

    assert [row.kinds() for row in rows] == [["TH"] * 3, *[["TD"] * 3] * 3]
    assert [row.said() for row in rows[1:]] == ["1", "2", "3"]


def test_a_box_is_text_before_its_label_and_never_at_the_end_of_a_line(write: Write, tmp_path: Path) -> None:
    blocks = [trees.paragraph("متن " * before, Check("برچسب بلند", ticked=bool(before % 2))) for before in range(20, 30)]
    text = " ".join(page_texts(write(trees.document(*blocks), LOOK), tmp_path))

    assert (text.count("☐"), text.count("☒")) == (5, 5)
    assert len(re.findall(r"[☐☒]\s*برچسب", text.replace("\n", "|"))) == 10


def test_a_box_between_latin_words_stands_between_them(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "boxes.pdf"
    file.write_bytes(write(trees.document(trees.paragraph("زبان ", Ltr("NGO"), " ", Check("UN"), " است")), LOOK).data)
    found = re.findall(r'xMin="([\d.]+)"[^>]*>([^<]*)<', poppler("pdftotext", file, "-bbox"))
    places = {sign: float(left) for left, word in found for sign in ("NGO", "☐", "UN") if sign in word}

    assert places["NGO"] > places["☐"] > places["UN"]


def test_a_box_is_a_control_of_word_that_a_click_ticks() -> None:
    yes, no = Opened(trees.document(BOXES)).find("w:p/w:sdt")
    states = {"checkedState": "2612", "uncheckedState": "2610"}

    for control, label, key, ticked, sign in ((yes, "بلی", "yes", "0", "☐"), (no, "خیر", "no", "1", "☒")):
        (box,) = control.iter(W14 + "checkbox")
        assert {part.tag.removeprefix(W14): part.get(W14 + "val") for part in box} == {"checked": ticked, **states}
        assert (value(control, "w:sdtPr/w:alias"), value(control, "w:sdtPr/w:tag"), words(control)) == (label, key, sign)
        assert not find(control, "w:sdtPr/w:lock")


def test_boxes_are_open_where_only_the_blanks_are() -> None:
    document = dataclasses.replace(trees.document(BOXES), protected=True)
    opened = Opened(document)

    assert find(opened.part("word/settings.xml"), "w:documentProtection/@w:edit") == ["forms"]
    assert len(opened.find("w:p/w:sdt")) == 2


def test_every_box_gets_a_key_from_what_it_stands_in() -> None:
    items = trees.paragraph(Check("الف"), Check("ب", key="own"), Check("پ"), key="consent")
    tree, problems = finish(trees.document(items), LOOK, lambda *_: 1.0)
    keys = [box.key for box in _boxes(tree)]

    assert problems == []
    assert keys == ["consent/check-fa8df4c8", "own", "consent/check-3dfaf222"]


def _boxes(document: Document) -> list[Check]:
    (paragraph,) = document.sections[0].blocks
    return [node for node in paragraph.children if isinstance(node, Check)]  # type: ignore[union-attr]


def test_libreoffice_saves_boxes_as_boxes(tmp_path: Path) -> None:
    file, saved = tmp_path / "boxes.docx", tmp_path / "saved"
    file.write_bytes(Opened(trees.document(BOXES)).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", saved, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(saved / file.name) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))

    assert [checked.get(W14 + "val") for checked in body.iter(W14 + "checked")] == ["0", "1"]
    assert (words(body).count("☐"), words(body).count("☒")) == (1, 1)
