"""What only letters have, in every format: where it stands, what it stays with, and what a reader is told that it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.tree.nodes import Block, Copies, LetterReference, ListBlock, ListItem, Paragraph, Signatures, Signer
from generator.writing.measures import SIGNING_ROOM
from generator.writing.writers import Write, Written
from tests.writing import trees
from tests.writing.pdf.opened import lines, page_texts, poppler
from tests.writing.pdf.structure import read
from tests.writing.word.opened import LOOK, MARKS, Opened, find, value, words

NAME, POST = "امضاکننده", "فرماندار"
LETTER = Signatures((Signer((), trees.text(NAME), trees.text(POST)),), 1, "signed", letter=True)


def copies(count: int) -> Copies:
    """Copies for so many, each with a key."""
    items = tuple(ListItem((trees.paragraph(f"گیرندهٔ {n} جهت اطلاع"),), n, f"copy{n}") for n in range(1, count + 1))
    title = Paragraph(trees.text("رونوشت:"), "copies-title", "heading")
    return Copies((title, ListBlock(items, role="copies")), "copies")


REFERENCE = LetterReference((trees.paragraph("پیرو نامهٔ شمارهٔ ۱۲ مورخ ۱۴۰۳/۰۲/۱۰", role="reference"),), "follows")


def built(write: Write, *blocks: Block) -> Written:
    return write(trees.document(*blocks), LOOK)


@pytest.mark.parametrize("before", range(18, 27, 2))
def test_the_signature_of_a_letter_stays_with_its_last_words(write: Write, before: int) -> None:
    result = built(write, *lines(before), LETTER)
    assert result.pages["signed"] == result.pages[f"line{before - 1}"]


def test_the_signature_of_a_letter_takes_the_last_lines_of_a_long_paragraph_along(write: Write, tmp_path: Path) -> None:
    for before in (14, 16, 18):
        texts = page_texts(built(write, *lines(before), trees.paragraph("متن بلند " * 120), LETTER), tmp_path)
        (page,) = [text for text in texts if POST in text]
        assert "بلند" in page


def test_a_letter_is_signed_at_the_left_the_name_over_the_post(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(built(write, trees.paragraph("متن"), LETTER).data)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)<', poppler("pdftotext", file, "-bbox"))
    # Poppler gives the letters of a word as they are drawn, from the left.
    places = {MARKS.sub("", word)[::-1]: (float(left), float(top), float(right)) for left, top, right, word in found}
    middle = LOOK.pages["portrait"].width * 72 / 25.4 / 2

    assert places[NAME][2] < middle and places[POST][2] < middle
    assert places[NAME][1] < places[POST][1]


def test_a_letter_is_signed_at_the_left_with_room_for_hand_and_seal_in_word() -> None:
    opened = Opened(trees.document(trees.paragraph("متن"), LETTER))
    free, signer = opened.find("w:tbl/w:tr/w:tc")

    assert opened.find("w:tbl/w:tblPr/w:bidiVisual")
    assert words(free) == ""
    assert [words(line) for line in find(signer, "w:p")] == [NAME, POST]
    assert int(value(signer, "w:tcPr/w:tcMar/w:bottom", "w") or 0) >= SIGNING_ROOM * 20
    assert find(opened.paragraph("متن"), "w:pPr/w:keepNext")


@pytest.mark.parametrize("before", range(22, 28))
def test_the_heading_of_copies_stays_with_the_first_of_them(write: Write, before: int) -> None:
    result = built(write, *lines(before), copies(5))
    assert result.pages["heading"] == result.pages["copies"] == result.pages["copy1"]


def test_copies_are_a_list_and_neither_they_nor_a_signature_are_tables_to_a_screen_reader(write: Write, tmp_path: Path) -> None:
    document = read(built(write, REFERENCE, trees.paragraph("متن"), LETTER, copies(3)).data, tmp_path)
    (part,) = document.kids

    assert part.kinds()[:2] == ["P", "P"]
    assert part.kinds()[-2:] == ["P", "L"]
    assert part.kids[-1].kinds() == ["LI"] * 3
    assert part.said().index(NAME) < part.said().index(POST) < part.said().index("رونوشت")
    assert document.all("Table") == []


def test_copies_and_references_have_styles_of_their_own_in_word() -> None:
    opened = Opened(trees.document(REFERENCE, copies(2)))
    styles = [value(paragraph, "w:pPr/w:pStyle") for paragraph in opened.find("w:p")]

    assert styles == ["Reference", "CopiesTitle", "Copies", "Copies"]
    assert [bool(find(paragraph, "w:pPr/w:numPr")) for paragraph in opened.find("w:p")] == [False, False, True, True]
    assert set(find(opened.body, "//w:bookmarkStart/@w:name")) == {"c_follows", "c_copies", "c_heading", "c_copy1", "c_copy2"}
