"""Tables of contents of the PDF, read back with poppler, and those of Word."""

from __future__ import annotations

import random
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator.persian import numeral
from generator.style import faces
from generator.tree import passes
from generator.tree.nodes import Blank, Block, Contents, Document, Heading, Ltr, PageBreak, Text
from generator.writing import word, writers
from generator.writing.writers import DEFAULT_ENGINE, Supplies, Write
from tests.order import glyphs
from tests.visual.drawing import laid_out
from tests.writing import trees
from tests.writing.word.opened import LOOK, words

SENTENCE = "این بند بلند است تا صفحه‌ها پر شود و شمارهٔ هر فصل در فهرست مطالب با صفحهٔ آن سنجیده شود برای ساکنان محله"
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


def test_each_line_shows_the_page_that_its_heading_is_on(write: Write, tmp_path: Path) -> None:
    result = write(_long(), LOOK)
    lines = _lines(result.data, tmp_path)
    assert "فهرستمطالب" in lines[0]
    for number, line in enumerate(lines[1:12], 1):
        page = numeral(result.pages[f"chapter-{number}"])
        shown = numeral(number)
        assert sorted(line) == sorted(f"{shown}-فصل{shown}{page}")
    assert sorted(lines[13]) == sorted("جدول۱:برآوردهزینههابهتفکیکمنبع" + numeral(result.pages["costs"]))


def test_word_prints_the_pages_of_the_pdf(write: Write) -> None:
    result = write(_long(), LOOK)
    with zipfile.ZipFile(BytesIO(word.write(_long(), LOOK, Supplies(pages=result.pages)).data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    lines = [words(link) for link in body.xpath("//w:hyperlink", namespaces=names)]
    pages = [result.pages[f"chapter-{number}"] for number in range(1, 12)] + [result.pages["costs"]]
    assert [line.partition("\t")[2] for line in lines] == [numeral(page) for page in pages]


def _many_pages() -> Document:
    """Forty chapters of a page or two each, in paragraphs of every length."""
    chosen = random.Random(7)
    blocks: list[Block] = [Contents(), PageBreak()]
    for number in range(1, 41):
        blocks.append(Heading(1, (Text("فصل "), Ltr(f"CH{number}X")), f"chapter-{number}"))
        lengths = (chosen.randint(40, 160) for _ in range(8))
        blocks += [trees.paragraph(" ".join(chosen.choices(SENTENCE.split(), k=length)) + ".") for length in lengths]
    document, problems = passes.finish(trees.document(*blocks), LOOK, faces.advance)
    assert problems == []
    return document


def _with_spaces_of_full_width(docx: bytes) -> bytes:
    """The same file, in which no program may shrink the spaces of a justified line: as Word did until 2010."""
    mode = re.compile(b'(w:name="compatibilityMode"[^>]* w:val=")15"')
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, mode.sub(rb'\g<1>14"', old.read(name)))
    return changed.getvalue()


def _drawn_on(pdf: Path) -> dict[str, int]:
    """The page of each chapter, by its key."""
    drawn = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    found = ((number, page) for page, text in enumerate(drawn.split("\f"), 1) for number in re.findall(r"CH(\d+)X", text))
    return {f"chapter-{number}": page for number, page in found}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, int]]:
    """The page of each chapter as LibreOffice lays out the Word file, with spaces that it may shrink and with full ones."""
    folder, document = tmp_path_factory.mktemp("drawn"), _many_pages()
    as_written = word.write(document, LOOK, Supplies(pages=writers.of("pdf", DEFAULT_ENGINE).write(document, LOOK).pages)).data
    files = {"as-written": as_written, "full-width": _with_spaces_of_full_width(as_written)}
    assert files["full-width"] != as_written
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    laid_out([folder / f"{name}.docx" for name in files], folder)
    return {name: _drawn_on(folder / f"{name}.pdf") for name in files}


def test_the_pages_that_word_shows_are_those_of_libreoffice_but_for_one(write: Write, drawn: dict[str, dict[str, int]]) -> None:
    """In Word 2013 and LibreOffice 24.2 the spaces of a justified line shrink for one more word: a page in thirty at most."""
    result = write(_many_pages(), LOOK)
    assert result.page_count >= 60
    shown = {key: page for key, page in result.pages.items() if key.startswith("chapter-")}
    assert drawn["as-written"].keys() == drawn["full-width"].keys() == shown.keys()
    assert drawn["full-width"]["chapter-1"] == shown["chapter-1"] == 3  # after a contents of two pages
    assert {key: page for key, page in shown.items() if abs(drawn["full-width"][key] - page) > 1} == {}
    assert {key: page for key, page in shown.items() if not -1 <= page - drawn["as-written"][key] <= 1 + page // 30} == {}


def test_a_list_without_entries_prints_nothing(write: Write, tmp_path: Path) -> None:
    data = write(trees.document(Contents(), trees.paragraph("متن")), LOOK).data
    assert _lines(data, tmp_path) == ["متن"]


@pytest.mark.parametrize("latin", ["GIS", "A3", "data-bars", "keep/h1"])
def test_the_page_of_a_title_that_ends_with_latin_stands_at_the_left_after_the_dots(
    write: Write, tmp_path: Path, latin: str
) -> None:
    blocks = (Contents(), PageBreak(), Heading(1, (Text("سامانهٔ "), Ltr(latin)), "gis"))
    document, problems = passes.finish(trees.document(*blocks), LOOK, faces.advance)
    assert problems == []
    file = tmp_path / "latin.pdf"
    file.write_bytes(write(document, LOOK).data)
    (line, _) = [line.text for line in glyphs.lines(file) if latin in line.text]
    assert re.match(rf"۲[ .]+{re.escape(latin)} ", line), line


def test_a_blank_in_a_heading_stands_in_its_line(write: Write, tmp_path: Path) -> None:
    heading = Heading(1, (Text("برنامهٔ "), Blank("نام", "name", 8), Text(" محله")), "h")
    file = tmp_path / "blank.pdf"
    file.write_bytes(write(trees.document(heading), LOOK).data)
    (line,) = [line.text for line in glyphs.lines(file)]
    assert "محله"[::-1] in line
