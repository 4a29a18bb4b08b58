"""What the readers are asked, and how a line that MuPDF gives in the order of drawing is put in order."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from tests.textlayer.readers import READERS, line_text

SIZE = 10


def line(*pieces: tuple[str, float]) -> etree._Element:
    """A line of MuPDF's structured text: pieces as they are drawn, each from its place on, characters half as wide as high."""
    made = etree.Element("line")
    font = etree.SubElement(made, "font", size=str(SIZE))
    for text, start in pieces:
        for number, char in enumerate(text):
            left = start + number * SIZE / 2
            quad = f"{left} 0 {left + SIZE / 2} 0 {left} 9 {left + SIZE / 2} 9"
            etree.SubElement(font, "char", quad=quad, x=str(left), c=char)
    return made


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("مالس", 0)], "سلام"),
        ([("۲۰٪ مهس", 0)], "سهم ۲۰٪"),
        ([("UN-Habitat رتفد", 0)], "دفتر UN-Habitat"),
        ([("+۵٪ هب", 0)], "به +۵٪"),
        ([("هملک", 50), ("رگید ", 25)], "کلمه دیگر"),
        ([("هملک", 50), ("رگید", 10)], "کلمه\nدیگر"),
        ([("هملک", 50), ("رگید", 80)], "کلمه\nدیگر"),
        ([("رگید ", 50), ("هملک", 85)], "کلمه دیگر"),
    ],
    ids=["letters", "number", "Latin", "sign", "adjoining", "cell at the left", "cell at the right", "wide space"],
)
def test_a_line_as_it_is_drawn_is_put_in_the_order_of_reading(pieces: list[tuple[str, float]], text: str) -> None:
    assert line_text(line(*pieces)) == text


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_gives_a_text_for_each_page(reader: str, tmp_path: Path) -> None:
    made = pikepdf.new()
    for word in ("one", "two"):
        made.add_blank_page(page_size=(200, 200))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        made.pages[-1].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        made.pages[-1].Contents = made.make_stream(f"BT /F 12 Tf 20 100 Td ({word}) Tj ET".encode())
    made.save(tmp_path / "two.pdf")

    assert [page.strip() for page in READERS[reader](tmp_path / "two.pdf")] == ["one", "two"]
