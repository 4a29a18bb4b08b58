"""What a screen reader gets of a PDF of Typst."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.problems.errors import MachineError
from generator.tree.nodes import (
    Block,
    Column,
    Contents,
    Document,
    Footnote,
    Furniture,
    Keep,
    ListBlock,
    ListItem,
    Ltr,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)
from generator.writing.typst import tagging, writer
from generator.writing.typst.tagging import elements as read_elements
from generator.writing.typst.tagging.elements import StructureError
from generator.writing.writers import Supplies
from tests.writing import trees
from tests.writing.pdf.structure import Element, read
from tests.writing.pdf.test_structure import elements
from tests.writing.typst.printed import look

LONG = " ".join(["متن بلند"] * 40)
Structure = Callable[[Document], Element]
Opened = Callable[..., pikepdf.Pdf]


@pytest.fixture
def structure(tmp_path: Path) -> Structure:
    return lambda tree: read(writer.write(tree, look()).data, tmp_path)


@pytest.fixture
def opened() -> Opened:
    return lambda tree, assets=None: pikepdf.open(io.BytesIO(writer.write(tree, look(), Supplies(assets or {})).data))


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Element:
    return read(writer.write(trees.rich(), look()).data, tmp_path_factory.mktemp("rich"))


def attributes(element: pikepdf.Object) -> dict[str, str]:
    return {name: str(value) for name, value in element.get("/A", pikepdf.Dictionary()).items()}


@pytest.mark.parametrize("count", [1, 2, 3, 4, 9])
def test_rows_that_are_kept_together_are_rows_like_all_others(opened: Opened, count: int) -> None:
    rows = tuple(trees.row(f"ردیف {n}", "شرح") for n in range(count))
    foot = (trees.row("جمع", "۱"),)
    file = opened(trees.document(Table((Column(500), Column(500)), (trees.row("سر", "ستون"),), rows, foot)))
    (table,) = elements(file, "Table")
    assert [str(part.S) for part in table.K] == ["/THead", "/TBody"]
    assert [len(part.K) for part in table.K] == [1, count + 1]
    assert {str(cell.S) for row in table.K[0].K for cell in row.K} == {"/TH"}
    assert {str(cell.S) for row in table.K[1].K for cell in row.K} == {"/TD"}
    assert [attributes(cell) for cell in elements(file, "TD")] == [{}] * 2 * (count + 1)
    assert [part.P.objgen for part in elements(file, "TR")] == [table.K[0].objgen, *[table.K[1].objgen] * (count + 1)]


def test_heads_say_whether_they_head_a_column_or_a_row_and_cells_how_far_they_reach(opened: Opened) -> None:
    file = opened(trees.rich())
    assert {attributes(head)["/Scope"] for head in elements(file, "TH")} == {"/Column", "/Row"}
    costs = elements(file, "Table")[0]
    assert attributes(costs) == {"/O": "/Table", "/Summary": "برآورد هزینه سه اقدام به تفکیک منبع"}
    spans = [attributes(cell) for cell in [*elements(file, "TH"), *elements(file, "TD")] if len(attributes(cell)) > 1]
    assert {"/O": "/Table", "/Scope": "/Column", "/ColSpan": "2"} in spans
    assert {"/O": "/Table", "/RowSpan": "2"} in spans
    assert {"/O": "/Table", "/ColSpan": "3"} in spans


def test_a_filled_cell_without_text_says_what_it_means(opened: Opened) -> None:
    file = opened(trees.document(trees.schedule()))
    said = [str(cell.get("/Alt", "")) for cell in elements(file, "TD")]
    assert said == [*["", *["در دست اجرا"] * 3, *[""] * 3], *["", "", *["در دست اجرا"] * 3, "", ""]]


def test_a_list_is_one_over_pages_and_within_another_and_says_how_it_counts(opened: Opened) -> None:
    inner = ListBlock(tuple(ListItem((trees.paragraph(f"زیر {n}"),), n) for n in range(1, 6)), "letters")
    items = (
        *(ListItem((trees.paragraph(f"مورد {n}"),), n) for n in range(1, 31)),
        ListItem((trees.paragraph("در"), inner), 31),
    )
    file = opened(trees.document(ListBlock(items), ListBlock(items[:3], "decimal"), ListBlock(items[:1])))
    lists = elements(file, "L")
    assert [attributes(each)["/ListNumbering"] for each in lists] == ["/Disc", "/None", "/Decimal", "/Disc"]
    assert [[str(item.S) for item in each.K] for each in lists] == [["/LI"] * count for count in (31, 5, 3, 1)]
    assert [[str(part.S) for part in item.K] for item in elements(file, "LI")] == [["/Lbl", "/LBody"]] * 40
    assert lists[1].P.objgen == lists[0].K[30].K[1].objgen


def test_a_footnote_is_read_where_it_is_called(structure: Structure, opened: Opened) -> None:
    tree = trees.document(
        trees.paragraph("پیش", Footnote((Text("نام سازمان"),), "note-a"), "پس", Footnote((Text("دومی"),))),
        trees.paragraph("پایان"),
    )
    document = structure(tree)
    paragraph = document.all("P")[0]
    notes = paragraph.all("Note")
    assert paragraph.kids.index(notes[0]) == paragraph.kids.index(paragraph.all("Reference")[0]) + 1
    assert notes[0].kinds() == ["Lbl"]
    assert document.said().index("سازمان") < document.said().index("پایان")
    file = opened(tree)
    assert [str(note.ID) for note in elements(file, "Note")] == ["note-0001", "note-0002"]
    assert [str(each) for each in file.Root.StructTreeRoot.IDTree.Names][::2] == ["note-0001", "note-0002"]
    said = [str(annotation.Contents) for annotation in file.pages[0].Annots]
    assert sorted(said) == ["بازگشت به متن از پانوشت ۱", "بازگشت به متن از پانوشت ۲", "پانوشت ۱", "پانوشت ۲"]


def test_signatures_that_stay_with_a_long_paragraph_are_no_part_of_it(structure: Structure) -> None:
    (part,) = structure(trees.document(*(trees.paragraph(3 * f"{LONG} ") for _ in range(3)), trees.signatures())).kids
    assert part.kinds() == ["P", "P", "P", "Div"]
    assert [each.all("P")[1:] for each in part.kids[:3]] == [[]] * 3
    assert part.kids[3].said().count("مدیر") == 3


def test_every_content_belongs_to_an_element_or_is_an_artifact(opened: Opened) -> None:
    file = opened(trees.rich())
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    held = {
        (element.Pg.objgen, int(kid)): element.objgen
        for kind in ("P", "Span", "Strong", "Link", "Lbl", "Note", "H1", "H2", "H3", "TD", "TH")
        for element in elements(file, kind)
        for kid in element.get("/K", [])
        if isinstance(kid, int)
    }
    met = 0
    for page in file.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                owner = owners[int(page.obj.StructParents)][int(operands[1].MCID)]
                assert held[page.obj.objgen, int(operands[1].MCID)] == owner.objgen
                met += 1
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert depth > 0 or str(operator) not in ("Tj", "TJ")
        for annotation in page.obj.get("/Annots", []):
            assert str(owners[int(annotation.StructParent)].S) == "/Link"
    assert met == len(held) > 200


def test_a_paragraph_that_begins_in_latin_is_not_english_but_one_that_is_all_latin_is(opened: Opened) -> None:
    mixed = trees.paragraph(Ltr("Excel"), " و ", Strong((Ltr("Word"), Text(" نرم‌افزارند"))))
    file = opened(trees.document(mixed, Paragraph((Ltr("UN-Habitat"),))))
    assert [str(each.get("/Lang", "")) for each in elements(file, "P")] == ["", "en"]
    assert [str(each.get("/Lang", "")) for each in elements(file, "Span")] == ["en", "en"]


def test_a_structure_that_is_not_that_of_the_tree_is_refused(opened: Opened) -> None:
    tree = replace(trees.rich(), furniture=Furniture())
    with opened(tree) as file:
        with pytest.raises(StructureError):
            read_elements.read(file, b"")
        with pytest.raises(MachineError) as caught:
            tagging.mend(file, b"", tagging.Pages(file), tree, [1], [])
    assert [found.code for found in caught.value.problems] == ["pdf-structure-unknown"]


@pytest.mark.parametrize(
    "blocks", [(), (PageBreak(),), (Contents(),), (ListBlock(()),), (Table(trees.columns(1000), (), ()),), (Keep(()),)]
)
def test_a_document_with_nothing_to_say_is_an_empty_page(blocks: tuple[Block, ...]) -> None:
    assert writer.write(trees.document(*blocks), look()).page_count == 1
    assert writer.write(replace(trees.document(), sections=()), look()).page_count == 1
