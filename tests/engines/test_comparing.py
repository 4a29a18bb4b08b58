"""The comparison of two PDFs of one document: it sees each difference that is planted, and none where lines end elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.style.style import Style
from generator.tree.nodes import (
    Block,
    Document,
    Footnote,
    Heading,
    Letterhead,
    Ltr,
    PageBreak,
    Properties,
    Reference,
    Section,
    Text,
)
from generator.writing import writers
from generator.writing.writers import ENGINES, Engine, Supplies, Written
from tests.engines.comparing import apart, differences, parting
from tests.engines.reading import Said, Word, Words, said
from tests.writing import trees
from tests.writing.pdf.opened import PNG
from tests.writing.word.opened import LOOK

FILES = {"plan.yaml": b"title: a\n"}
NARROW = LOOK.model_copy(
    update={"pages": {name: page.model_copy(update={"left": page.left + 15}) for name, page in LOOK.pages.items()}}
)
"""A look whose lines end at other places."""

HEADING = Heading(1, trees.text("کلیات طرح"), "one", "۱")
BELOW = Heading(2, trees.text("هدف‌ها"), "two", "۱-۱")
LONG = " با ۲۰٪ سهم، بند ۶-۲ " + "از آن می‌شود. " * 12
LINKED = trees.paragraph("متن ", Reference("one", "بخش ۱"), " و ", Ltr("UN-Habitat"), LONG)
NOTE = Footnote(trees.text("شرح پانوشت"), "note")
NOTED = trees.paragraph("متن با پانوشت", NOTE, ".")
TABLE = trees.cost_table()
BLOCKS: tuple[Block, ...] = (
    Letterhead(("استانداری",), ("به نام خدا",), (), emblem="e.png"),
    HEADING,
    BELOW,
    LINKED,
    NOTED,
    TABLE,
    *trees.lists()[:2],
)


def made(*blocks: Block, title: str = "سند", pages: int = 1) -> Document:
    """A document of some blocks and a wide page, and of pages of one line after it."""
    more = [each for _ in range(pages - 1) for each in (PageBreak(), trees.paragraph("صفحه"))]
    end = (trees.paragraph("پایان"), *more)
    return Document(Properties(title, identifier="a/b"), (Section(blocks or BLOCKS), Section(end, "landscape")))


def changed(old: Block, new: Block) -> Document:
    """The document with another block in the place of one."""
    return made(*(new if block is old else block for block in BLOCKS))


def with_cell(row: int, column: int, more: int = 0, **about: object) -> Document:
    """The document with a cell of its table changed, and some after it gone."""
    line = TABLE.body[row]
    cell = replace(line.cells[column], **about)  # type: ignore[arg-type]
    cells = (*line.cells[:column], cell, *line.cells[column + more + 1 :])
    body = tuple(replace(line, cells=cells) if number == row else other for number, other in enumerate(TABLE.body))
    return changed(TABLE, replace(TABLE, body=body))


def exchanged_cells() -> Document:
    first, second, *others = TABLE.body
    mine, theirs = list(first.cells), list(second.cells)
    mine[1], theirs[1] = theirs[1], mine[1]
    body = (replace(first, cells=tuple(mine)), replace(second, cells=tuple(theirs)), *others)
    return changed(TABLE, replace(TABLE, body=body))


Lay = Callable[..., Said]


@pytest.fixture(scope="module")
def lay(tmp_path_factory: pytest.TempPathFactory) -> Lay:
    """What the PDF of a document says."""

    def read(
        document: Document,
        engine: Engine = writers.DEFAULT_ENGINE,
        look: Style = LOOK,
        files: dict[str, bytes] = FILES,
    ) -> Said:
        file: Path = tmp_path_factory.mktemp("laid") / "laid.pdf"
        laid: Written = writers.of("pdf", engine).write(document, look, Supplies({"e.png": PNG}, attachments=files))
        file.write_bytes(laid.data)
        return said(file)

    return read


@pytest.fixture(scope="module")
def whole(lay: Lay) -> Said:
    """What the document says as it is."""
    return lay(made())


def test_all_that_a_document_says_is_read(whole: Said) -> None:
    assert [(cell.colspan, cell.rowspan) for cell in whole.tables[0][0]] == [(1, 2), (1, 2), (2, 1)]
    assert [len(row) for row in whole.tables[0]] == [3, 2, 4, 3, 4, 2]
    assert [[word.text for word in link] for link in whole.links] == [["بخش", "۱"]]
    assert whole.pictures == ("نشان سربرگ: استانداری",)
    assert [(entry.title, entry.page) for entry in whole.outline] == [("۱- کلیات طرح", 0), ("۱-۱- هدف‌ها", 0)]
    assert whole.pages[-1] == (297, 210)
    assert (whole.properties["/Title"], whole.files) == ("سند", FILES)
    assert ["شرح", "پانوشت"] in [[word.text for word in words if not word.text.isdecimal()] for words in whole.blocks]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_document_with_other_ends_of_lines_says_the_same_by_every_engine(lay: Lay, whole: Said, engine: Engine) -> None:
    narrow = lay(made(), engine, NARROW)

    assert differences(whole, narrow) == []
    assert narrow.blocks != whole.blocks or engine != "weasyprint"


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (lambda: changed(NOTED, trees.paragraph("متن با پانوشت.")), "شرح پانوشت"),
        (lambda: changed(NOTED, trees.paragraph("متن پانوشت با", NOTE, ".")), "با پانوشت"),
        (lambda: changed(NOTED, trees.paragraph("متن باپانوشت", NOTE, ".")), "باپانوشت"),
        (lambda: changed(LINKED, trees.paragraph("متن ", Text("بخش ۱"), *LINKED.children[2:])), "links: 1 / 0"),
        (lambda: changed(LINKED, trees.paragraph(*LINKED.children[:3], Ltr("UN-Habitas"), *LINKED.children[4:])), "HNUaabitt"),
        (lambda: changed(BELOW, replace(BELOW, level=1)), "entry of the outline 2:   ۱-۱- هدف‌ها"),
        (lambda: changed(HEADING, replace(HEADING, children=trees.text("کلیات"))), "کلیات طرح"),
        (lambda: with_cell(0, 1, blocks=(trees.paragraph("بهسازی گذرها"),)), "table 1, row 3, cell 2"),
        (lambda: with_cell(2, 1, colspan=2, more=1), "columns and rows of the cells of row 5"),
        (exchanged_cells, "table 1, row 4, cell 2"),
        (lambda: made(*BLOCKS[:5], *BLOCKS[6:]), "tables 1: 1 / 0"),
        (lambda: changed(BLOCKS[0], replace(BLOCKS[0], organisation=("فرمانداری",))), "picture 1: نشان سربرگ: استانداری"),  # type: ignore[call-arg]
        (lambda: made(title="سندی دیگر"), "property /Title"),
        (lambda: made(pages=9), "pages: "),
        (lambda: replace(made(), sections=made().sections[:1]), "form of page 2"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_planted_difference_is_told(lay: Lay, whole: Said, document: Callable[[], Document], told: str) -> None:
    assert [line for line in differences(whole, lay(document())) if told in line]


def test_another_file_in_the_pdf_is_told(lay: Lay, whole: Said) -> None:
    assert differences(whole, lay(made(), files={"plan.yaml": b"title: b\n"})) == [
        "file plan.yaml: b'title: a\\n' / b'title: b\\n'"
    ]


def text(words: str) -> Words:
    """Words, of which those after a stroke begin a line with no space before."""
    return tuple(Word(word.strip("/"), word.startswith("/")) for word in words.split())


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [
        ("الف ب پ", "الف /ب پ", None),
        ("الف ب پ", "الفب پ", (0, 0)),
        ("الف /ب پ", "الفب پ", None),
        ("الفب پ", "الف /ب پ", None),
        ("می\u200cشود", "می\u200c /شود", None),
        ("می\u200cشود", "می /شود", (0, 0)),
        ("می\u200c /شود", "میشود", (0, 0)),
        ("الف ب", "ب الف", (0, 0)),
        ("الف ب", "الف ب پ", (2, 2)),
        ("الف UN Habitat ب", "الف ب Habitat UN", None),
        ("الف A 4", "4 A الف", None),
        ("الف UN ب", "الف UK ب", (2, 2)),
        ("الف ۱۲ ب", "الف ۲۱ ب", (1, 1)),
    ],
)
def test_words_part_where_they_are_not_the_same_in_the_same_order(one: str, other: str, place: tuple[int, int] | None) -> None:
    assert parting(text(one), text(other)) == place


def test_one_page_more_for_each_fifteen_is_no_difference() -> None:
    assert [apart(pages) for pages in (1, 15, 16, 30, 200)] == [1, 1, 2, 2, 14]
