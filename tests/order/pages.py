"""The cases printed: by the passes and every writer, laid out by both PDF engines and LibreOffice, and as Word orders runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.markup import reader
from generator.style import faces, looks
from generator.style.style import Style
from generator.tree import passes
from generator.tree.nodes import Document, Ltr, Paragraph, Text
from generator.tree.walk import plain_text, rebuild
from generator.writing import word
from generator.writing.typst import writer as typst
from generator.writing.weasyprint import writer as weasyprint
from generator.writing.writers import Supplies
from tests.order import glyphs, places, runs
from tests.order.glyphs import Line
from tests.order.labels import Labels
from tests.visual.drawing import laid_out
from tests.writing.word.opened import LOOK

ENGINES = {"pdf": weasyprint, "typst": typst}
"""The writers of PDF, by the name that what they lay out has here."""

FORMATS = (*ENGINES, "docx", "word")
"""The PDF of WeasyPrint and that of Typst; the Word file as LibreOffice draws it; its runs as Word orders them."""

CHART = "chart"
"""A label of a chart, which is the same picture in every file; without its letters."""

OUTLINE = "outline"
"""A title in the outline of the PDF, where a reader orders it as a right-to-left paragraph."""

Printed = dict[str, dict[str, Line]]
"""For each format what is seen of each case, by its name."""

_TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"


def look() -> Style:
    """The shipped look."""
    found, problems = looks.load(_TEMPLATES, looks.DEFAULT)
    assert found is not None, problems
    return found


def tree(text: str, style: Style) -> Document:
    """The finished tree of a markup."""
    faces.activate(LOOK.families())
    read, problems = reader.read(text, _TEMPLATES / "order" / "document.html.j2", "portrait", style)
    assert read is not None, problems
    finished, problems = passes.finish(read, style, faces.advance)
    assert not problems
    return finished


def spoiled(document: Document) -> Document:
    """The document with a Latin word written backwards and with a bracket that opens to the wrong side."""
    wrong = {places.FAULTS["turned"]: (Text(" ("), Ltr("SIG"), Text(")")), places.FAULTS["bracket"]: (Text(" "), Ltr(")GIS("))}

    def change(node: Any) -> Any:
        first = plain_text(node.children).partition(" ")[0] if isinstance(node, Paragraph) else ""
        return replace(node, children=(Text(first), *wrong[first])) if first in wrong else rebuild(node, change)

    changed: Document = change(document)
    return changed


def printed(folder: Path) -> Printed:
    """Every case as it is seen in each format; the files stay in the folder."""
    style = look()
    documents = {"flow": spoiled(tree(places.flow(), style)), "frame": tree(places.frame(), style)}
    for name, document in documents.items():
        for engine, writer in ENGINES.items():
            laid = writer.write(document, style)
            (folder / f"{name}-{engine}.pdf").write_bytes(laid.data)
        (folder / f"{name}.docx").write_bytes(word.write(document, style, Supplies(pages=laid.pages)).data)
    drawn = folder / "drawn"
    drawn.mkdir()
    laid_out([folder / f"{name}.docx" for name in documents], drawn)
    return {
        **{
            engine: _cases(glyphs.lines(folder / f"flow-{engine}.pdf"), _by_sides(glyphs.lines(folder / f"frame-{engine}.pdf")))
            for engine in ENGINES
        },
        "docx": _cases(glyphs.lines(drawn / "flow.pdf"), _by_sides(glyphs.lines(drawn / "frame.pdf"))),
        "word": _cases(runs.lines(folder / "flow.docx"), runs.lines(folder / "frame.docx")),
        OUTLINE: places.found(
            [Line(runs.ordered(title)) for title in glyphs.outline(folder / "flow-pdf.pdf")], places.flowing()
        ),
        CHART: dict(_labels(documents["flow"], style)),
    }


def _labels(document: Document, style: Style) -> Iterator[tuple[str, Line]]:
    """The cases of paragraphs as labels, each of which has the text of its paragraph."""
    labels = Labels(style)
    numbered = {places.marker(number): stood for number, stood in enumerate(places.flowing(), 1)}
    (section,) = document.sections
    for before, block in pairwise(section.blocks):
        if isinstance(before, Paragraph) and isinstance(block, Paragraph):
            stood = numbered.get(plain_text(before.children))
            if stood is not None and stood.place is places.PARAGRAPH:
                yield stood.name, Line(labels.seen(plain_text(block.children)))


def _cases(flow: Iterable[Line], frame: Iterable[Line]) -> dict[str, Line]:
    return places.found(flow, places.flowing()) | places.found(frame, places.framing())


def _by_sides(lines: list[Line]) -> list[Line]:
    """Lines at the right edge of a page first, then those at its left and in its middle: a header has a text on each side."""
    edge = max(line.right for line in lines)
    return sorted(lines, key=lambda line: edge - line.right > 5)
