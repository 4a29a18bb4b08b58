"""The marks across the pages: on every page of both formats, light, behind the text, and no part of what is read."""

from __future__ import annotations

import io
import math
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from generator.tree.nodes import Document, Furniture
from generator.writing import watermarks
from generator.writing.writers import Write
from tests.writing import trees
from tests.writing.pdf.opened import poppler
from tests.writing.word.opened import LOOK, Opened

MARKS = ("محرمانه", "نمونه", "پیش‌نویس")
V = "{urn:schemas-microsoft-com:vml}"
CALL = re.compile(rb"^/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q [-\d. ]+ cm /Watermark\S* Do Q EMC")


def marked(*marks: str) -> Document:
    """The document of every node with these marks."""
    document = trees.rich()
    return replace(document, furniture=replace(document.furniture, marks=marks))


def words(data: bytes, folder: Path) -> list[str]:
    """The words of a PDF, without controls."""
    (folder / "read.pdf").write_bytes(data)
    return re.sub("[\u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", poppler("pdftotext", folder / "read.pdf")).split()


def grey(data: bytes, folder: Path) -> Image.Image:
    """The first page, in grey, at 36 dots an inch."""
    (folder / "seen.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", "36", "-gray", "-singlefile", str(folder / "seen.pdf")]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))


def test_every_page_of_a_pdf_begins_with_the_marks_as_an_artifact_drawn_once_in_the_file(write: Write) -> None:
    with pikepdf.open(io.BytesIO(write(marked(*MARKS), LOOK).data)) as file:
        forms = set()
        for page in file.pages:
            assert CALL.match(page.obj.Contents[0].read_bytes())
            forms |= {form.objgen for name, form in page.Resources.XObject.items() if name.startswith("/Watermark")}
        assert len(file.pages) == 7
        assert len(forms) == 1


def test_a_document_without_marks_has_nothing_across_its_pages(write: Write) -> None:
    data = write(marked(), LOOK).data
    with pikepdf.open(io.BytesIO(data)) as file:
        assert not any("/Watermark" in str(page.Resources) for page in file.pages)
    assert not [part for part in Opened(marked()).furniture("header") if part.findall(f".//{V}shape")]


def test_they_add_no_text_to_a_pdf(write: Write, tmp_path: Path) -> None:
    # One mark stands once on each page, in its header, and the other words are those of the document without it.
    with_mark, without = (words(write(marked(*marks), LOOK).data, tmp_path) for marks in (("نشان‌دار",), ()))
    assert with_mark.count("نشاندار") == 7
    assert sorted(word for word in with_mark if word != "نشاندار") == sorted(without)


@pytest.mark.parametrize("marks", [("نمونه",), MARKS])
def test_they_are_light_grey_from_the_lower_left_to_the_upper_right(
    write: Write, marks: tuple[str, ...], tmp_path: Path
) -> None:
    document = trees.document(trees.paragraph("الف"), furniture=Furniture(marks=marks))
    page = grey(write(document, LOOK).data, tmp_path)
    across = page.crop((0, 80, page.width, page.height - 40))  # below the header and the one letter
    dark = int(LOOK.colour(watermarks.COLOUR)[:2], 16)

    assert dark >= 255 * 0.85
    assert across.getextrema()[0] >= dark - 1
    width, height = page.size
    corners = {
        "lower left": (0, height // 2, width // 2, height - 40),
        "upper right": (width // 2, 80, width, height // 2),
        "upper left": (0, 80, width // 3, height // 3),
        "lower right": (2 * width // 3, 2 * height // 3, width, height - 40),
    }
    inked = [name for name, box in corners.items() if page.crop(box).getextrema()[0] <= dark + 1]
    assert inked == ["lower left", "upper right"]


@pytest.mark.parametrize("form", sorted(LOOK.pages))
@pytest.mark.parametrize("marks", [MARKS[:1], MARKS[1:], MARKS], ids=len)
def test_they_fit_every_page_form_and_stay_large(form: str, marks: tuple[str, ...]) -> None:
    page = LOOK.pages[form]
    side = min(page.width, page.height)
    band = watermarks.band(watermarks.text(marks), side, LOOK)
    taken = (band.length + watermarks.LINE * band.size) * math.sqrt(0.5)

    assert taken * 25.4 / 72 <= side - 20
    assert band.size > 5 * LOOK.roles["body"].size * side / 297


def test_every_header_of_a_word_file_draws_them_behind_the_text() -> None:
    opened = Opened(marked(*MARKS))
    headers = opened.furniture("header")
    shapes = [_only_shape(header) for header in headers]

    assert len(headers) == 4  # three page forms and the cover
    assert len({shape.get("id") for shape in shapes}) == len(shapes)
    for shape in shapes:
        look = dict(entry.split(":") for entry in shape.get("style", "").split(";"))
        assert shape.get("id", "").startswith("PowerPlusWaterMarkObject")
        assert int(look["z-index"]) < 0
        assert look["rotation"] == "315"
        assert shape.get("fillcolor") == f"#{LOOK.colour(watermarks.COLOUR)}"
        assert shape.find(f"{V}textpath").get("string") == watermarks.text(MARKS)
        assert shape.get("alt") == watermarks.text(MARKS)


def test_they_are_no_text_of_a_word_file() -> None:
    said = "".join(node.text or "" for part in Opened(marked("نشان‌دار")).furniture("header") for node in part.iter("{*}t"))
    assert said.count("نشان‌دار") == 4


def _only_shape(header: etree._Element) -> etree._Element:
    (shape,) = header.iter(f"{V}shape")
    assert not list(shape.iterancestors("{*}tbl"))
    return shape
