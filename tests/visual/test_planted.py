"""The comparison of pages sees the faults for which it is there, and nothing where nothing changed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from generator.tree.nodes import Block, Document, Heading, PageBreak
from generator.writing import word, writers
from generator.writing.weasyprint import html, writer
from generator.writing.writers import Engine
from tests.visual.comparing import fingerprints
from tests.visual.drawing import laid_out
from tests.writing import trees
from tests.writing.word.opened import LOOK

DAY = "۱۴۰۴/۰۵/۲۶"


def one_page(rows: int = 3, day: str = DAY) -> Document:
    """A heading, lists, a sentence with a date, a table and another heading, with a footer."""
    table = trees.cost_table()
    table = replace(table, body=tuple(trees.row(f"{n}", "بهسازی معابر", "شهرداری", "۸۰۰٬۰۰۰") for n in "۱۲۳۴"[:rows]))
    return trees.document(
        *trees.lists()[:2],
        trees.paragraph(f"این قرارداد در {day} به مبلغ ۱٬۲۵۰٬۰۰۰ ریال بسته شد."),
        table,
        Heading(2, trees.text("پایان"), "end", "۱-۱"),
        trees.paragraph("متن پایانی سند است."),
        furniture=trees.FURNITURE,
    )


STYLES = {
    "a table mirrored": ".look-grid { direction: ltr }",
    "a list mark at the other end": '.bullet-0::before { content: "" } .bullet-0::after { content: "•" }',
    "list marks missing": '.bullet-0::before { content: "" }',
    "a heading one line lower": "#end { margin-top: 37pt }",
    "a heading 2 pt lower": "#end { margin-top: 14pt }",
    "page numbers in another face": '.field-page, .field-pages { font-family: "Titr" }',
    "a shade missing": ".tone-head { background: none }",
}
"""What is added to the style sheet of the PDF."""

PARTS = {
    "a table mirrored": ("document", "<w:bidiVisual/>", ""),
    "list marks at the other side": ("document", "(<w:numPr>.*?</w:numPr>)", r'\1<w:bidi w:val="0"/>'),
    "list marks missing": ("document", '<w:numPr>.*?</w:numPr>(<w:ind w:left="480" w:hanging)="360"', r'\1="0"'),
    "a heading one line lower": ("styles", '(styleId="Heading2".*?w:before)="240"', r'\1="740"'),
    "page and list numbers in another face": ("styles|numbering|footer1", "Sanad Digits", "B Titr"),
    "a shade missing": ("document", '<w:shd [^>]*"dfe8ec"/>', ""),
}
"""What is replaced in which part of the DOCX."""


def planted(data: bytes, part: str, old: str, new: str) -> bytes:
    """A DOCX with every match of an expression in some parts replaced; there must be one."""
    made, found = BytesIO(), 0
    with zipfile.ZipFile(BytesIO(data)) as whole, zipfile.ZipFile(made, "w") as spoilt:
        for name in whole.namelist():
            content = whole.read(name)
            if re.fullmatch(rf"word/({part})\.xml", name):
                text, count = re.subn(old, new, content.decode())
                content, found = text.encode(), found + count
            spoilt.writestr(name, content)
    assert found
    return made.getvalue()


def unseen(files: dict[str, Path]) -> set[str]:
    """The names of the PDFs whose first page does not differ from that of «whole»."""
    drawn = {name: fingerprints(file)[0] for name, file in files.items()}
    return {name for name, page in drawn.items() if page.like(drawn["whole"])}


def test_a_pdf_built_twice_looks_the_same_and_every_planted_fault_is_seen(tmp_path: Path) -> None:
    whole = html.compose(one_page(), LOOK).html
    texts = {
        "whole": whole,
        "again": html.compose(one_page(), LOOK).html,
        "a row missing": html.compose(one_page(rows=2), LOOK).html,
        "a digit changed": html.compose(one_page(day=DAY.replace("۶", "۷")), LOOK).html,
        **{name: whole.replace("</style>", f"{css}</style>") for name, css in STYLES.items()},
    }
    files = {name: tmp_path / f"{name}.pdf" for name in texts}
    for name, file in files.items():
        file.write_bytes(writer.engine(LOOK.families()).lay_out(texts[name], {})[1])

    assert unseen(files) == {"whole", "again"}


@pytest.mark.parametrize(("engine", "missed"), [("weasyprint", []), ("typst", [4])])
def test_a_digit_changed_at_any_place_of_a_page_is_seen(tmp_path: Path, engine: Engine, missed: list[int]) -> None:
    """On each page but the first two another one of the 24 digits in a table and in running text is changed.

    Fingerprints see 986 of 1,000 digits (`fingerprints`): as Typst lays the page out, the fifth is none of them.
    """
    digits = "۰۱۲۳۴۵۶۷۸۹"
    whole = "".join(digits[number * 7 % 10] for number in range(24))

    def blocks(figures: str) -> tuple[Block, ...]:
        threes = [figures[at : at + 3] for at in range(0, 24, 3)]
        rows = [trees.row("۱", "بهسازی معابر", "شهرداری", f"۸۰۰٬{three}") for three in threes[:4]]
        texts = [f"بند {three[0]} این قرارداد در {three[1:]} روز اجرا می‌شود." for three in threes[4:]]
        return (replace(trees.cost_table(), body=tuple(rows), key=""), *map(trees.paragraph, texts), PageBreak())

    others = [f"{whole[:at]}{digits[digits.index(whole[at]) - 3]}{whole[at + 1 :]}" for at in range(24)]
    made = trees.document(*(block for figures in (whole, whole, *others) for block in blocks(figures)))
    file = tmp_path / "digits.pdf"
    file.write_bytes(writers.of("pdf", engine).write(made, LOOK).data)
    first, again, *pages = fingerprints(file)[:26]

    assert first.like(again)
    assert [number for number, page in enumerate(pages) if page.like(first)] == missed


def test_a_docx_laid_out_twice_looks_the_same_and_every_planted_fault_is_seen(tmp_path: Path) -> None:
    whole = word.write(one_page(), LOOK).data
    documents = {
        "whole": whole,
        "again": word.write(one_page(), LOOK).data,
        "a row missing": word.write(one_page(rows=2), LOOK).data,
        "a digit changed": word.write(one_page(day=DAY.replace("۶", "۷")), LOOK).data,
        **{name: planted(whole, *change) for name, change in PARTS.items()},
    }
    for name, data in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    laid_out(sorted(tmp_path.glob("*.docx")), tmp_path)

    assert unseen({name: tmp_path / f"{name}.pdf" for name in documents}) == {"whole", "again"}
