"""PDF files, read back with poppler and pikepdf."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.persian import numeral
from generator.problems.errors import DataError, MachineError, Place, Severity, TemplateError
from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import (
    Block,
    Cell,
    Column,
    Furniture,
    Heading,
    Keep,
    Letterhead,
    ListBlock,
    ListItem,
    Ltr,
    PageField,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from generator.writing.weasyprint import writer
from generator.writing.writers import Supplies, Written
from tests.writing import trees

ROOT = Path(__file__).parents[3]
MARK = "نمونه"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(ROOT / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


@pytest.fixture(scope="module")
def rich(look: Style) -> Written:
    return writer.write(trees.rich(), look)


@pytest.fixture(scope="module")
def rich_file(rich: Written, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pdf") / "rich.pdf"
    file.write_bytes(rich.data)
    return file


def poppler(program: str, file: Path, *options: str) -> str:
    arguments = [program, *options, str(file), *(["-"] if program == "pdftotext" else [])]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def page_texts(result: Written, folder: Path) -> list[str]:
    """The text of each page, without marks of direction."""
    file = folder / "read.pdf"
    file.write_bytes(result.data)
    text = re.sub("[\u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", poppler("pdftotext", file))
    return text.split("\f")[: result.page_count]


def rows(count: int, key: str = "r") -> tuple[Row, ...]:
    return tuple(trees.row(f"ردیف {n}", "شرح", key=f"{key}{n}") for n in range(count))


def table(count: int, **about: bool) -> Table:
    head = (trees.row("سرستون", "توضیح"),)
    columns = (Column(500), Column(500))
    return Table(columns, head, rows(count), caption=trees.text("فهرست"), number="جدول ۱", key="table", **about)


def lines(count: int) -> list[Paragraph]:
    return [trees.paragraph(f"سطر {n}", key=f"line{n}") for n in range(count)]


def built(look: Style, blocks: Iterable[Block]) -> Written:
    return writer.write(trees.document(*blocks), look)


def test_only_the_faces_of_the_look_are_embedded(rich_file: Path) -> None:
    listed = [line.split() for line in poppler("pdffonts", rich_file).splitlines()[2:]]
    names = {line[0].partition("+")[2] for line in listed}
    assert names == {"Nazli", "Nazli-Bold", "Titr-Bold", "Liberation-Serif", "Liberation-Serif-Bold"}
    assert {line[-5] for line in listed} == {"yes"}


def test_a_check_mark_is_drawn_with_the_third_face(look: Style, tmp_path: Path) -> None:
    file = tmp_path / "marks.pdf"
    file.write_bytes(built(look, [trees.paragraph("☐ بله ☑ خیر ✓")]).data)
    assert "DejaVu-Sans" in poppler("pdffonts", file)


def test_no_missing_glyph_is_drawn(look: Style) -> None:
    blocks = [*trees.mixed_directions(), *trees.lists(), *trees.articles(), trees.cost_table(), trees.paragraph("☐ – — … «لا»")]
    result = built(look, blocks)
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


def test_another_process_with_another_hash_seed_writes_the_same_bytes(rich: Written) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.style import style;"
        "from generator.writing.weasyprint import writer;"
        "from tests.writing import trees; look, _ = style.load(Path('templates/fa/style.yaml'));"
        "sys.stdout.buffer.write(writer.write(trees.rich(), look).data)"
    )
    environment = {"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin", "HOME": str(Path.home())}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert done.stdout == rich.data


def test_each_key_is_reported_with_its_page(rich: Written) -> None:
    assert rich.page_count == 7
    expected = {"letter-number": 2, "article-1": 3, "costs": 4, "cost-b": 4, "plan": 5, "a01/form": 6, "signer-1": 7}
    assert {key: rich.pages[key] for key in expected} == expected


def test_a_table_that_runs_over_two_pages_is_reported_with_its_first(look: Style) -> None:
    result = built(look, [table(60)])
    assert (result.pages["table"], result.pages["r0"], result.pages["r59"]) == (1, 1, 3)


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


def test_the_footer_counts_pages_in_persian_digits(look: Style, tmp_path: Path) -> None:
    footer = (Text("صفحه "), PageField("page"), Text(" از "), PageField("pages"))
    result = writer.write(trees.document(*lines(60), furniture=Furniture(footer=footer)), look)
    assert result.page_count == 3
    for number, text in enumerate(page_texts(result, tmp_path), 1):
        last = text.strip().splitlines()[-1]
        # poppler puts the spaces around the numbers elsewhere
        assert sorted(last.replace(" ", "")) == sorted("صفحه" + numeral(number) + "از" + "۳")


def test_the_head_of_a_table_repeats_and_its_totals_do_not(look: Style, tmp_path: Path) -> None:
    totals = (Row((Cell(trees.cell("سرجمع").blocks, tone="total"), trees.cell("۶۰")), "total"),)
    result = built(look, [replace(table(60), foot=totals)])
    texts = page_texts(result, tmp_path)
    assert [text.count("سرستون") for text in texts] == [1, 1, 1]
    assert [text.count("سرجمع") for text in texts] == [0, 0, 1]


def test_a_row_is_never_split_over_pages(look: Style, tmp_path: Path) -> None:
    tall = Row((Cell(tuple(trees.paragraph(f"پاره {n}") for n in range(8))), trees.cell("شرح")), "tall")
    for before in range(16, 24, 2):
        result = built(look, [*lines(before), replace(table(1), body=(*rows(1), tall))])
        texts = page_texts(result, tmp_path)
        assert sorted(text.count("پاره") for text in texts) in ([8], [0, 8])


@pytest.mark.parametrize("before", range(19, 26))
def test_a_heading_a_caption_and_a_head_stay_with_the_first_row(look: Style, before: int) -> None:
    result = built(look, [*lines(before), Heading(1, trees.text("بخش"), "heading", "۱"), table(4)])
    assert result.pages["heading"] == result.pages["table"] == result.pages["r0"]


@pytest.mark.parametrize("before", range(20, 27))
def test_the_last_item_of_a_list_is_never_alone_on_a_page(look: Style, before: int) -> None:
    items = tuple(ListItem((replace(trees.paragraph(f"مورد {n}"), key=f"item{n}"),), n) for n in range(1, 5))
    result = built(look, [*lines(before), ListBlock(items, "bullet")])
    assert result.pages["item3"] == result.pages["item4"]


@pytest.mark.parametrize("before", range(17, 26, 2))
def test_signatures_stay_together_and_with_the_end_of_what_is_before_them(look: Style, before: int) -> None:
    after_text = built(look, [*lines(before), trees.signatures()])
    last = after_text.pages[f"line{before - 1}"]
    assert last == after_text.pages["signatures"] == after_text.pages["witness"]
    after_table = built(look, [*lines(before - 5), table(4), trees.signatures()])
    assert after_table.pages["r3"] == after_table.pages["signatures"] == after_table.pages["witness"]


@pytest.mark.parametrize("before", range(16, 24, 2))
def test_kept_blocks_and_kept_tables_stay_on_one_page(look: Style, before: int) -> None:
    keep = built(look, [*lines(before), Keep((trees.paragraph("سر", key="first"), table(5)))])
    assert keep.pages["first"] == keep.pages["r4"]
    kept = built(look, [*lines(before), table(5, keep=True)])
    assert kept.pages["table"] == kept.pages["r4"]


def test_latin_dashes_marks_and_bold_text_leave_a_line_as_high_as_the_look_says(look: Style) -> None:
    plain = [trees.paragraph("سطر")] * 28
    mixed = trees.paragraph("با ", Ltr("GIS"), " – ☐ ", Strong((Text("پررنگ – "), Ltr("x"), Text(" ✓"))))
    page = look.pages["portrait"]
    body = look.roles["body"]
    room = (page.height - page.top - page.bottom) * 72 / 25.4
    full = int((room + body.after) // (body.line + body.after))
    assert full == 25
    for kind in (plain[0], mixed):
        exact = built(look, [kind] * (full - 1) + [replace(kind, key="last")])
        assert exact.page_count == 1
        assert built(look, [kind] * full + [replace(kind, key="last")]).pages["last"] == 2


def test_a_wider_line_never_takes_more_lines(look: Style) -> None:
    """WeasyPrint 70.0 broke after the first word where only the space before a bold or Latin stretch did not fit."""
    text = "در روزنامه رسمی صاحب <b>امضای مجاز</b> است، به نشانی <bdi>UN-Habitat</bdi> <span>..........</span>"
    widths = [40 + step / 4 for step in range(400)]
    ruled = "".join(f'<p id="p{n}" style="width:{width}px">{text}</p>' for n, width in enumerate(widths))
    face = look.stack("body").faces[0]
    css = f'<style>@page {{ size: 20cm 500cm }} p {{ margin: 0; font: 10px/10px "{face}" }} b, bdi {{ line-height: 0 }}</style>'
    layout, *_ = writer.engine().lay_out(f'<html lang="fa" dir="rtl">{css}{ruled}</html>', {})
    anchors = [layout.pages[0].anchors[f"p{n}"] for n in range(len(widths))]
    heights = [round((bottom - top) / 10) for _, top, _, bottom in anchors]
    assert heights[0] > heights[-1]
    assert heights == sorted(heights, reverse=True)


def test_a_character_that_no_face_has_is_a_problem_at_its_place(look: Style) -> None:
    place = Place(Path("document.html.j2"), 12, 3)
    wrong = Paragraph((Text("متن 漢 و 한"),), place=place)
    with pytest.raises(DataError) as caught:
        built(look, [trees.paragraph("درست"), wrong])
    assert [(found.code, found.place, found.severity) for found in caught.value.problems] == [
        ("character-undrawable", place, Severity.ERROR),
        ("character-undrawable", place, Severity.ERROR),
    ]
    assert "«漢» (U+6F22)" in caught.value.problems[0].message


def test_a_picture_is_loaded_from_the_given_assets_only(look: Style) -> None:
    letterhead = Letterhead(("استانداری",), ("به نام خدا",), (), emblem="نشان ۱.png")
    with pikepdf.open(io.BytesIO(writer.write(trees.document(letterhead), look, Supplies({"نشان ۱.png": PNG})).data)) as file:
        assert len(file.pages[0].get_images()) == 1
    with pytest.raises(TemplateError) as caught:
        writer.write(trees.document(letterhead), look, Supplies({"other.png": PNG}))
    assert [found.code for found in caught.value.problems] == ["asset-refused"]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/hostname">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="https://example.invalid/x.png">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="../x.png">',
        '<img src="sanad-asset:///known.png/../../x">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        "<style>p { background: url(file:///etc/hostname) }</style><p>متن</p>",
        '<style>@import "http://127.0.0.1:9/x.css"; p { color: red }</style><p>متن</p>',
        '<link rel="attachment" href="file:///etc/hostname">',
    ],
)
def test_every_other_address_is_refused(html: str) -> None:
    with pytest.raises(TemplateError) as caught:
        writer.engine().lay_out(html, {"known.png": PNG})
    assert [found.code for found in caught.value.problems] == ["asset-refused"]


def test_a_warning_of_the_layout_engine_fails_the_run() -> None:
    engine = writer.engine()
    with pytest.raises(MachineError) as caught:
        engine.lay_out('<html lang="fa"><p style="unicode-bidi: embed">متن</p><a href="#nowhere">پیوند</a></html>', {})
    said = [found.message for found in caught.value.problems]
    assert [found.code for found in caught.value.problems] == ["pdf-warning"] * 2
    assert "unicode-bidi" in said[0]
    assert "nowhere" in said[1]
    assert engine.lay_out('<html lang="fa"><p>متن</p></html>', {})[1].startswith(b"%PDF")
