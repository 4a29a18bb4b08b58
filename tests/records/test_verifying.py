"""A final that somebody changed is told with the page and the block; one that says the same is known again."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from generator.build import verifying
from generator.build.verifying import Compared
from generator.model.records.register import State
from generator.problems.limits import LIMITS
from generator.writing.typst import pictures
from tests.records.small import DOCUMENT, Small, rewritten


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Small:
    small = Small(tmp_path_factory.mktemp("issued"))
    small.issue()
    return small


def compared(small: Small, path: Path) -> Compared:
    return verifying.compare(path, path.read_bytes(), small.register, small.kept, LIMITS)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_final_is_known_by_its_bytes_wherever_it_is(issued: Small, tmp_path: Path, suffix: str) -> None:
    elsewhere = shutil.copy(issued.final(suffix), tmp_path / f"پیوست.{suffix}")

    found = compared(issued, Path(elsewhere))

    assert found.same_bytes
    assert found.agrees
    assert found.final is not None
    assert (found.final.about, found.state) == ("1404/ی/1", State.FINAL)


@pytest.mark.parametrize(
    ("old", "new", "page", "block", "final", "file"),
    [
        ("طرفین این یادداشت را", "طرفین آن یادداشت را", 2, "طرفین این یادداشت", "طرفین این یادداشت را", "طرفین آن یادداشت را"),
        ("۲۴۸", "۲۴۹", 1, "۲۴۸", "۲۴۸", "۲۴۹"),
        ("محلهٔ الف", "محلهٔ الب", 1, "این یادداشت دربارهٔ", "محلهٔ الف", "محلهٔ الب"),
    ],
    ids=["a letter", "a digit in a table", "a name"],
)
def test_a_change_of_one_letter_or_digit_is_told_with_its_page_and_block(
    issued: Small, tmp_path: Path, old: str, new: str, page: int, block: str, final: str, file: str
) -> None:
    changed = rewritten(issued.final("docx"), tmp_path / "changed.docx", lambda text: text.replace(old, new, 1))

    found = compared(issued, changed)

    assert not found.agrees
    assert found.difference is not None
    assert found.difference.page == page
    assert block in found.difference.block
    assert final in found.difference.final
    assert file in found.difference.file
    assert found.difference.others == 0


def test_a_clause_that_was_taken_out_is_told(issued: Small, tmp_path: Path) -> None:
    def without(text: str) -> str:
        clause = next(each for each in re.findall(r"<w:p[ >].*?</w:p>", text, re.DOTALL) if "دو نسخه دارد" in each)
        return text.replace(clause, "")

    found = compared(issued, rewritten(issued.final("docx"), tmp_path / "shorter.docx", without))

    assert found.difference is not None
    assert (found.difference.page, found.difference.file) == (2, "")
    assert "دو نسخه دارد" in found.difference.final


def test_a_pdf_that_says_something_else_is_told_with_its_page_and_line(issued: Small, tmp_path: Path) -> None:
    other = Small(tmp_path)
    (tmp_path / "templates" / "note" / "document.html.j2").write_text(DOCUMENT.replace("دو نسخه", "سه نسخه"), encoding="utf-8")
    other.issue()

    found = compared(issued, other.final("pdf"))

    assert found.difference is not None
    assert found.difference.page == 2
    assert "دو نسخه" in found.difference.final
    assert "سه نسخه" in found.difference.file


def test_a_final_that_another_program_has_saved_says_the_same(issued: Small, tmp_path: Path) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(issued.final("docx"))], capture_output=True, check=True)

    found = compared(issued, tmp_path / "note.docx")

    assert (found.same_bytes, found.difference) == (False, None)
    assert found.agrees


def test_a_file_of_somebody_else_is_no_final(issued: Small, tmp_path: Path) -> None:
    draft = tmp_path / "letter.docx"
    shutil.copy(issued.final("docx"), draft)
    rewritten(draft, tmp_path / "other.docx", lambda text: text.replace("۱۴۰۴/ی/۱", "۱۴۰۴/ی/۹").replace("ی/۱", "ی/۹"))
    stranger = tmp_path / "stranger.pdf"
    stranger.write_bytes(b"%PDF-1.7\nnothing")

    assert compared(issued, stranger).final is None
    assert not compared(issued, stranger).agrees


@pytest.mark.parametrize("number", [1, 2])
def test_the_code_on_paper_is_read_by_a_camera_and_looked_up(issued: Small, number: int) -> None:
    data = issued.final("pdf").read_bytes()
    size = pictures.sizes(data)[number - 1]
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(pictures.drawn(data, number, size))))

    if number == 1:
        assert found == []
        return
    (code,) = found
    final, agrees = verifying.by_code(code.text, issued.register)
    assert final is not None
    assert (final.about, final.version, agrees) == ("1404/ی/1", 1, True)


@pytest.mark.parametrize(
    ("code", "agrees"),
    [("۱۴۰۴/ی/۱", True), ("sanad:1404/ی/1:1:0000000000000000", False), ("sanad:1404/ی/1:2:{digest}", False)],
)
def test_a_code_that_is_not_that_of_the_final_is_told(issued: Small, code: str, agrees: bool) -> None:
    (final,) = issued.register.issued

    found, same = verifying.by_code(code.format(digest=str(final.digest)[:16]), issued.register)

    assert (found, same) == (final, agrees)
    assert verifying.by_code("۱۴۰۴/ی/۷", issued.register) == (None, False)
