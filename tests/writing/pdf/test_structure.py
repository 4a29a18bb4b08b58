"""What a screen reader gets: the structure of built PDFs, as poppler reads it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.tree.nodes import (
    Blank,
    Cell,
    Column,
    Contents,
    ContentsEntry,
    Footnote,
    Heading,
    Letterhead,
    ListBlock,
    ListItem,
    Ltr,
    Reference,
    Table,
    Text,
)
from generator.tree.nodes import Document as Tree
from generator.writing.writers import Supplies, Write
from tests.writing import trees
from tests.writing.pdf.opened import PNG
from tests.writing.pdf.structure import Element, read
from tests.writing.word.opened import LOOK

LONG = " ".join(["متن بلند"] * 40)
Structure = Callable[[Tree], Element]


@pytest.fixture
def structure(write: Write, tmp_path: Path) -> Structure:
    return lambda tree: read(write(tree, LOOK).data, tmp_path)


@pytest.fixture(scope="module")
def rich(write: Write, tmp_path_factory: pytest.TempPathFactory) -> Element:
    return read(write(trees.rich(), LOOK).data, tmp_path_factory.mktemp("rich"))


def test_sections_follow_one_another_whatever_pages_they_take(rich: Element) -> None:
    assert rich.kinds() == ["Sect"] * 4
    assert [part.all("Table")[0].kinds()[0] for part in rich.kids[1:3]] == ["Caption", "Caption"]
    headings = [each for each in rich.walk() if each.kind.startswith("H")]
    assert [each.said() for each in headings][:3] == ["۱- کلیات", "۱-۱- جهت متن", "۱-۱-۱- فهرست‌ها"]


def test_a_table_over_pages_is_one_and_its_repeated_head_is_read_once(structure: Structure) -> None:
    rows = tuple(trees.row(f"ردیف {n}", "شرح", key=f"r{n}") for n in range(60))
    head = (trees.row("سرستون", "توضیح"),)
    table = Table((Column(500), Column(500)), head, rows, caption=trees.text("فهرست"), number="جدول ۱", key="table")
    document = structure(trees.document(table))
    (found,) = document.all("Table")
    assert found.kinds() == ["Caption", "THead", "TBody"]
    assert "فهرست" in found.kids[0].said()
    assert found.kids[1].kinds() == ["TR"]
    assert found.kids[2].kinds() == ["TR"] * 60
    assert document.said().count("سرستون") == 1


def test_a_paragraph_and_a_list_over_a_page_end_are_one(structure: Structure) -> None:
    lines = [trees.paragraph(f"سطر {n}") for n in range(22)]
    document = structure(trees.document(*lines, trees.paragraph(LONG), *lines[:18], *trees.lists()[:2]))
    paragraphs = [each for each in document.kids[0].kids if each.kind == "P"]
    assert [each.said().count("متن") for each in paragraphs].count(40) == 1
    assert len(document.all("L")) == 3
    assert {tuple(item.kinds()) for item in document.all("LI")} == {("Lbl", "LBody")}


def test_a_row_higher_than_a_page_goes_on_cell_by_cell(structure: Structure) -> None:
    tall = Cell(tuple(trees.paragraph(f"بند {n}") for n in range(60)))
    table = Table((Column(500), Column(500)), (), (replace(trees.row("شرح"), cells=(tall, trees.cell("کوتاه"))),))
    (row,) = structure(trees.document(table)).all("TR")
    assert row.kinds() == ["TD", "TD"]
    assert row.kids[0].said().count("بند") == 60


def test_a_list_says_how_it_counts(opened: Callable[..., pikepdf.Pdf]) -> None:
    items = (ListItem((trees.paragraph("یک"),), ordinal=1),)
    file = opened(trees.document(*(ListBlock(items, marker) for marker in ("bullet", "decimal", "letters"))))
    assert [str(each.A.ListNumbering) for each in elements(file, "L")] == ["/Disc", "/Decimal", "/None"]


def test_the_document_says_once_that_it_is_written_from_the_right(opened: Callable[..., pikepdf.Pdf]) -> None:
    file = opened(trees.document(trees.paragraph("یک")))
    assert dict(file.Root.StructTreeRoot.K[0].A) == {"/O": "/Layout", "/WritingMode": "/RlTb"}
    assert "/WritingMode" not in elements(file, "P")[0].get("/A", {})


def test_a_footnote_is_read_where_it_is_called(structure: Structure) -> None:
    note = Footnote((Text("نام سازمان"),), "note-a")
    first, second = trees.paragraph("پیش", note, "پس"), trees.paragraph("پایان")
    document = structure(trees.document(first, second))
    (call,) = document.all("P")[0].all("Reference")
    (found,) = document.all("Note")
    paragraph = document.all("P")[0]
    assert paragraph.kids.index(found) == paragraph.kids.index(call) + 1
    assert found.kinds() == ["Lbl"]
    assert "نام سازمان" in found.said()
    assert document.said().index("نام سازمان") < document.said().index("پایان")


def test_a_table_of_contents_leads_line_by_line_to_its_places_and_says_no_dots(
    structure: Structure, opened: Callable[..., pikepdf.Pdf]
) -> None:
    entries = tuple(ContentsEntry(f"h{n}", "heading", 1, number, trees.text("عنوان")) for n, number in ((1, "۱"), (2, "۲")))
    headings = [Heading(1, trees.text("عنوان"), entry.target, entry.number) for entry in entries]
    tree = trees.document(Contents(entries=entries), *headings)
    (contents,) = structure(tree).all("TOC")
    assert contents.kinds() == ["Caption", "TOCI", "TOCI"]
    assert [(item.kinds(), item.kids[0].kinds()) for item in contents.all("TOCI")] == [(["Reference"], ["Link"])] * 2
    assert sorted(contents.all("TOCI")[1].said()) == sorted("۲- عنوان۱")
    file = opened(tree)
    assert [str(each.Contents) for each in file.pages[0].Annots] == ["۱- عنوان", "۲- عنوان"]


def test_headers_footers_and_marks_are_no_part_of_it(rich: Element) -> None:
    assert "صفحه" not in rich.said()
    assert "پاراف" not in rich.said()


def test_headings_begin_with_the_first_level_and_skip_none(structure: Structure) -> None:
    levels = (2, 2, 3, 1, 3, 2)
    headings = [Heading(level, trees.text("عنوان"), f"h{n}") for n, level in enumerate(levels)]
    document = structure(trees.document(*headings))
    assert [each.kind for each in document.walk() if each.kind.startswith("H")] == ["H1", "H1", "H2", "H1", "H2", "H2"]


def test_a_letterhead_and_signatures_are_no_tables(structure: Structure) -> None:
    document = structure(trees.document(trees.letterhead(), trees.paragraph("متن"), trees.signatures()))
    assert document.all("Table") == []
    assert document.said().index("متن") > 0


def test_every_content_belongs_to_an_element_or_is_an_artifact(write: Write) -> None:
    with pikepdf.open(io.BytesIO(write(trees.rich(), LOOK).data)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        artifacts = 0
        for page in file.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and "/MCID" in operands[1]:
                    assert owners[int(page.obj.StructParents)][int(operands[1].MCID)].Type == pikepdf.Name.StructElem
                    depth += 1
                elif str(operator) in ("BDC", "BMC"):
                    artifacts += 1
                    depth += 1
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in ("Tj", "TJ"):
                    assert depth > 0
            for annotation in page.obj.get("/Annots", []):
                assert str(owners[int(annotation.StructParent)].S) == "/Link"
        assert artifacts > 20


def elements(file: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The elements of a type as they lie in the file, with their attributes."""
    wanted = f"/{kind}"

    def below(element: pikepdf.Object) -> list[pikepdf.Object]:
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        return [element, *(found for kid in kids for found in below(kid))]

    return [found for found in below(file.Root.StructTreeRoot.K[0]) if str(found.S) == wanted]


@pytest.fixture
def opened(write: Write) -> Callable[..., pikepdf.Pdf]:
    return lambda tree, assets=None: pikepdf.open(io.BytesIO(write(tree, LOOK, Supplies(assets or {})).data))


def test_heads_say_whether_they_head_a_column_or_a_row(opened: Callable[..., pikepdf.Pdf]) -> None:
    file = opened(trees.rich())
    assert {str(head.A.Scope) for head in elements(file, "TH")} == {"/Column", "/Row"}


def test_a_blank_is_read_as_its_prompt_and_latin_text_as_english(opened: Callable[..., pikepdf.Pdf]) -> None:
    file = opened(trees.document(trees.paragraph("مجری: ", Blank("نام مجری", "a/b", 20), " از ", Ltr("UN-Habitat"))))
    said = [(str(span.get("/Alt", "")), str(span.get("/Lang", ""))) for span in elements(file, "Span")]
    assert said == [("[نام مجری]", ""), ("", "en")]


def test_a_link_is_one_area_described_by_its_words(opened: Callable[..., pikepdf.Pdf]) -> None:
    heading = Heading(1, trees.text("مقصد"), "target")
    link = trees.paragraph("به ", Reference("target", text="بند ۲-۱ (الف)"), " نگاه کنید")
    file = opened(trees.document(heading, link))
    page = file.pages[0].obj
    (annotation,) = page.Annots
    assert str(annotation.Contents) == "بند ۲-۱ (الف)"
    assert page.Tabs == pikepdf.Name("/S")


def test_a_picture_has_its_words_and_its_place_on_the_page(opened: Callable[..., pikepdf.Pdf]) -> None:
    letterhead = Letterhead(("استانداری", "دبیرخانه"), ("به نام خدا",), (), emblem="e.png")
    file = opened(trees.document(letterhead), {"e.png": PNG})
    (figure,) = elements(file, "Figure")
    (box,) = [each.BBox for each in (figure.A if isinstance(figure.A, pikepdf.Array) else [figure.A]) if "/BBox" in each]
    left, bottom, right, top = map(float, box)
    assert str(figure.Alt) == "نشان سربرگ: استانداری، دبیرخانه"
    assert 297.6 < left < right < 596
    assert 421 < bottom < top < 842
