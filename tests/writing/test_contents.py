"""Tables of contents of the PDF, read back with poppler, and those of Word."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

from generator.persian import numeral
from generator.style import faces
from generator.tree import passes
from generator.tree.nodes import Block, Contents, Document, Heading, Ltr, PageBreak, Text
from generator.writing import word
from generator.writing.pdf import html, writer
from generator.writing.writers import Supplies
from tests.writing import trees
from tests.writing.word.opened import LOOK, words

MARKS = "[ .\u200c-\u200f\u202a-\u202e\u2066-\u2069]"


def _long() -> Document:
    """Contents, and chapters of which each is on a page of its own."""
    blocks: list[Block] = [Contents(), Contents("tables")]
    for number in range(1, 12):
        title = f"فصل {number}"
        blocks += [PageBreak(), Heading(1, trees.text(title), f"chapter-{number}"), trees.paragraph("متن")]
    document, problems = passes.finish(trees.document(*blocks, trees.cost_table()), LOOK, faces.advance)
    assert problems == []
    return document


def _lines(data: bytes, folder: Path) -> list[str]:
    """The lines of the first page, without dots, spaces and marks of direction."""
    file = folder / "contents.pdf"
    file.write_bytes(data)
    read = subprocess.run(["pdftotext", "-l", "1", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(MARKS, "", line) for line in read.splitlines() if line.strip()]


def test_each_line_shows_the_page_that_its_heading_is_on(tmp_path: Path) -> None:
    result = writer.write(_long(), LOOK)
    lines = _lines(result.data, tmp_path)
    assert "فهرستمطالب" in lines[0]
    for number, line in enumerate(lines[1:12], 1):
        page = numeral(result.pages[f"chapter-{number}"])
        shown = numeral(number)
        assert sorted(line) == sorted(f"{shown}-فصل{shown}{page}")
    assert sorted(lines[13]) == sorted("جدول۱:برآوردهزینههابهتفکیکمنبع" + numeral(result.pages["costs"]))


def test_both_formats_print_the_same_lines() -> None:
    document = _long()
    result = writer.write(document, LOOK)
    with zipfile.ZipFile(BytesIO(word.write(document, LOOK, Supplies(pages=result.pages)).data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    lines = [words(link) for link in body.xpath("//w:hyperlink", namespaces=names)]
    pages = [result.pages[f"chapter-{number}"] for number in range(1, 12)] + [result.pages["costs"]]
    assert [line.partition("\t")[2] for line in lines] == [numeral(page) for page in pages]
    drawn = re.findall(r"<p class=\"role-contents-[^\"]+\"><a [^>]*>(.*?)</a>", html.compose(document, LOOK).html)
    plain = [re.sub("[\u200e\u200f]|<[^>]*>", "", line) for line in drawn]
    assert [line.partition("\t")[0] for line in lines] == plain


def test_the_pages_that_word_shows_are_those_of_libreoffice_but_for_one(tmp_path: Path) -> None:
    sentence = "این بند بلند است تا صفحه‌ها پر شود و شمارهٔ هر فصل در فهرست مطالب با صفحهٔ آن سنجیده شود. "
    blocks: list[Block] = [Contents(), PageBreak()]
    for number in range(1, 41):
        title = (Text("فصل "), Ltr(f"CH{number}X"))
        blocks += [Heading(1, title, f"chapter-{number}"), *(trees.paragraph(sentence * 9) for _ in range(6))]
    document, _ = passes.finish(trees.document(*blocks), LOOK, faces.advance)
    result = writer.write(document, LOOK)
    assert result.page_count >= 40
    file = tmp_path / "long.docx"
    file.write_bytes(word.write(document, LOOK, Supplies(pages=result.pages)).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=faces.environment())
    drawn = subprocess.run(["pdftotext", tmp_path / "long.pdf", "-"], check=True, capture_output=True, text=True).stdout
    pages = {}
    for page, text in enumerate(drawn.split("\f"), 1):
        pages |= {f"chapter-{number}": page for number in re.findall(r"CH(\d+)X", text)}
    shown = {key: page for key, page in result.pages.items() if key.startswith("chapter-")}
    assert pages.keys() == shown.keys()
    assert max(abs(pages[key] - shown[key]) for key in pages) <= 1


def test_a_list_without_entries_prints_nothing() -> None:
    assert "<nav" not in html.compose(trees.document(Contents(), trees.paragraph("متن")), LOOK).html
