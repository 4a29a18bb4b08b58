"""Half-spaces in the text of a PDF, as poppler reads it, in every face of the look."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from generator import style
from generator.style import Style
from generator.writing import pdf
from tests.writing import trees

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


def read(data: bytes, folder: Path) -> str:
    file = folder / "read.pdf"
    file.write_bytes(data)
    return subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout


def drawn(html: str) -> bytes:
    _, data, _ = pdf.engine().lay_out(f'<html lang="fa" dir="rtl">{html}</html>', {})
    assert isinstance(data, bytes)
    return data


def test_a_word_is_found_with_its_half_space(look: Style, tmp_path: Path) -> None:
    result = pdf.write(trees.document(trees.paragraph("مجری برنامه‌ها را آماده می‌کند")), look)
    text = read(result.data, tmp_path)
    assert "می‌کند" in text
    assert "برنامه‌ها" in text


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize("face", ["Nazli", "Titr", "DejaVu Sans"])
def test_every_face_names_its_half_spaces(face: str, weight: str, tmp_path: Path) -> None:
    text = read(drawn(f'<p style="font: {weight} 12pt {face}">نمی‌شود</p>'), tmp_path)
    assert "نمی‌شود" in text


def test_a_half_space_after_latin_letters_and_beside_signs_is_kept(tmp_path: Path) -> None:
    text = read(drawn('<p style="font-family: Nazli">لایه\u200cهای GIS\u200cها، (ره)\u200c</p>'), tmp_path)
    assert text.count("\u200c") == 3


@pytest.mark.parametrize("face", ["Nazli", "Liberation Serif"])
def test_a_no_break_space_is_read_as_a_space_even_where_it_comes_first(face: str, tmp_path: Path) -> None:
    file = tmp_path / "read.pdf"
    file.write_bytes(drawn(f'<p style="font-family: {face}">۱۲\u00a0نفر و AA\u00a0BB CC</p>'))
    with pikepdf.open(file) as opened:
        tables = [
            font.ToUnicode.read_bytes().decode("ascii").lower()
            for page in opened.pages
            for font in page.Resources.Font.values()
        ]
    assert any("<0020>" in table for table in tables)
    assert not any("<00a0>" in table for table in tables)


def test_it_looks_the_same_on_paper(tmp_path: Path) -> None:
    """A half-space only keeps letters apart: with one at the end of every word, where nothing is joined, nothing moves."""
    pictures = []
    for number, end in enumerate(("", "\u200c")):
        words = " ".join(word + end for word in ("برنامه", "ساماندهی", "محله", "گلشهر"))
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(drawn(f'<p style="font: 20pt Nazli; text-align: justify">{words}</p>'))
        command = ["pdftoppm", "-r", "150", "-gray", "-singlefile", str(file), str(file.with_suffix(""))]
        subprocess.run(command, check=True, capture_output=True)
        pictures.append(file.with_suffix(".pgm").read_bytes())
    assert pictures[0] == pictures[1]
    assert len(set(pictures[0])) > 2
