"""What a test needs to look into a PDF: poppler, the texts of pages, and blocks that fill them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from generator.tree.nodes import Column, Paragraph, Row, Table
from generator.writing.writers import Written
from tests.writing import trees

MARKS = re.compile("[\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)


def poppler(program: str, file: Path, *options: str) -> str:
    """What a program of poppler says of a file."""
    arguments = [program, *options, str(file), *(["-"] if program == "pdftotext" else [])]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def faces(file: Path) -> set[str]:
    """The faces of a file, all of them embedded, by their names without hyphens, which engines set at different places."""
    listed = [line.split() for line in poppler("pdffonts", file).splitlines()[2:]]
    assert {line[-5] for line in listed} == {"yes"}
    return {line[0].partition("+")[2].replace("-", "") for line in listed}


def page_texts(result: Written, folder: Path, *options: str) -> list[str]:
    """The text of each page, without marks of direction and half-spaces."""
    file = folder / "read.pdf"
    file.write_bytes(result.data)
    return MARKS.sub("", poppler("pdftotext", file, *options)).split("\f")[: result.page_count]


def rows(count: int, key: str = "r") -> tuple[Row, ...]:
    """Rows of two cells, each with a key."""
    return tuple(trees.row(f"ردیف {n}", "شرح", key=f"{key}{n}") for n in range(count))


def table(count: int, **about: bool) -> Table:
    """A table with a caption, a head and so many rows."""
    head = (trees.row("سرستون", "توضیح"),)
    columns = (Column(500), Column(500))
    return Table(columns, head, rows(count), caption=trees.text("فهرست"), number="جدول ۱", key="table", **about)


def lines(count: int) -> list[Paragraph]:
    """Paragraphs of a line, each with a key."""
    return [trees.paragraph(f"سطر {n}", key=f"line{n}") for n in range(count)]
