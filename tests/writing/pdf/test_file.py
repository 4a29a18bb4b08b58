"""What a PDF is, whatever engine laid it out: faces, pages, properties, what is reported of it and what is refused."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from generator.persian import numeral
from generator.problems.errors import DataError, Place, Severity, TemplateError
from generator.tree.nodes import Furniture, Letterhead, PageField, Paragraph, Text
from generator.writing.writers import Engine, Supplies, Write, Written
from tests.writing import trees
from tests.writing.pdf.opened import PNG, faces, lines, page_texts, poppler
from tests.writing.word.opened import LOOK

ROOT = Path(__file__).parents[3]
MARK = "نمونه"


@pytest.fixture(scope="module")
def rich(write: Write) -> Written:
    return write(trees.rich(), LOOK)


@pytest.fixture(scope="module")
def rich_file(rich: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "rich.pdf"
    file.write_bytes(rich.data)
    return file


def test_only_the_faces_of_the_look_are_embedded(rich_file: Path) -> None:
    assert faces(rich_file) == {"Nazli", "NazliBold", "TitrBold", "LiberationSerif", "LiberationSerifBold"}


def test_a_check_mark_is_drawn_with_the_face_of_marks(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "marks.pdf"
    file.write_bytes(write(trees.document(trees.paragraph("☐ بله ☑ خیر ✓")), LOOK).data)
    assert {face.removesuffix("Regular") for face in faces(file)} >= {"NotoSansSymbols2"}


def test_no_missing_glyph_is_drawn(write: Write) -> None:
    blocks = [*trees.mixed_directions(), *trees.lists(), *trees.articles(), trees.cost_table(), trees.paragraph("☐ – — … «لا»")]
    result = write(trees.document(*blocks), LOOK)
    drawn = []
    with pikepdf.open(io.BytesIO(result.data)) as file:
        for page in file.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("Tj", "TJ"):
                    strings = operands[0] if str(operator) == "TJ" else operands
                    drawn += [bytes(part) for part in strings if isinstance(part, pikepdf.String)]
    glyphs = [string[at : at + 2] for string in drawn for at in range(0, len(string), 2)]
    assert len(glyphs) > 500
    assert b"\0\0" not in glyphs


def test_title_language_and_provenance_stand_in_the_file_and_no_time(rich: Written) -> None:
    with pikepdf.open(io.BytesIO(rich.data)) as file:
        assert file.Root.Lang == "fa"
        assert file.docinfo["/Title"] == "قرارداد نمونه"
        assert file.docinfo["/Author"] == "دبیرخانه برنامه"
        assert file.docinfo["/sanad"] == "contract/z3-golshahr"
        assert file.docinfo["/sanadsource"] == "ab12" * 16
        assert "/CreationDate" not in file.docinfo
        assert "/ModDate" not in file.docinfo


def test_another_process_with_another_hash_seed_writes_the_same_bytes(rich: Written, engine: Engine) -> None:
    code = (
        "import sys; from generator.writing import writers; from tests.writing import trees\n"
        "from tests.writing.word.opened import LOOK\n"
        "sys.stdout.buffer.write(writers.of('pdf', sys.argv[1]).write(trees.rich(), LOOK).data)"
    )
    environment = {"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin", "HOME": str(Path.home())}
    done = subprocess.run([sys.executable, "-c", code, engine], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert done.stdout == rich.data


def test_each_key_is_reported_with_its_page(rich: Written) -> None:
    assert rich.page_count == 7
    expected = {"letter-number": 2, "article-1": 3, "costs": 4, "cost-b": 4, "plan": 5, "a01/form": 6, "signer-1": 7}
    assert {key: rich.pages[key] for key in expected} == expected


def test_each_section_has_the_paper_of_its_form(rich_file: Path) -> None:
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", poppler("pdfinfo", rich_file, "-l", "9"))
    millimetres = [tuple(round(float(side) * 25.4 / 72) for side in size) for size in sizes]
    a4, wide, a3 = (210, 297), (297, 210), (420, 297)
    assert millimetres == [a4, a4, a4, wide, a3, a4, a4]


def test_the_mark_is_on_every_page_and_the_cover_has_nothing_else(rich: Written, tmp_path: Path) -> None:
    texts = page_texts(rich, tmp_path)
    assert all(MARK in text for text in texts)
    assert "دفتر تسهیلگری محله" not in texts[0]
    assert "صفحه" not in texts[0]
    assert "پاراف" not in texts[0]
    assert all("پاراف" in text for text in texts[1:])


def test_the_footer_counts_pages_in_persian_digits(write: Write, tmp_path: Path) -> None:
    footer = (Text("صفحه "), PageField("page"), Text(" از "), PageField("pages"))
    result = write(trees.document(*lines(60), furniture=Furniture(footer=footer)), LOOK)
    assert result.page_count == 3
    for number, text in enumerate(page_texts(result, tmp_path), 1):
        last = text.strip().splitlines()[-1]
        # poppler puts the spaces around the numbers elsewhere
        assert sorted(last.replace(" ", "")) == sorted("صفحه" + numeral(number) + "از" + "۳")


def test_a_character_that_no_face_has_is_a_problem_at_its_place(write: Write) -> None:
    place = Place(Path("document.html.j2"), 12, 3)
    wrong = Paragraph((Text("متن 漢 و 한"),), place=place)
    with pytest.raises(DataError) as caught:
        write(trees.document(trees.paragraph("درست"), wrong), LOOK)
    assert [(found.code, found.place, found.severity) for found in caught.value.problems] == [
        ("character-undrawable", place, Severity.ERROR),
        ("character-undrawable", place, Severity.ERROR),
    ]
    assert "«漢» (U+6F22)" in caught.value.problems[0].message


def test_a_picture_is_loaded_from_the_given_assets_only(write: Write) -> None:
    letterhead = Letterhead(("استانداری",), ("به نام خدا",), (), emblem="نشان ۱.png")
    with pikepdf.open(io.BytesIO(write(trees.document(letterhead), LOOK, Supplies({"نشان ۱.png": PNG})).data)) as file:
        assert len(file.pages[0].get_images()) == 1
    with pytest.raises(TemplateError) as caught:
        write(trees.document(letterhead), LOOK, Supplies({"other.png": PNG}))
    assert [found.code for found in caught.value.problems] == ["asset-refused"]
