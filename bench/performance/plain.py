"""Writes the text of a tree as a plain Typst source: paragraphs, tables and pictures, without a look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.style.style import Style
from generator.tree import nodes
from generator.tree.nodes import Block, Document, Inline, Table
from generator.tree.walk import plain_text, walk
from generator.writing import drawing


def source(document: Document, style: Style, pictures: Mapping[str, str]) -> str:
    """Return the source of a document; `pictures` are the files of its assets, by name."""
    families = ", ".join(_quoted(family.name) for family in style.families())
    lines = [
        f"#set document(title: {_quoted(document.properties.title)})",
        f'#set text(lang: "fa", dir: rtl, font: ({families}))',
        "#{",
        *(line for section in document.sections for line in _blocks(section.blocks, pictures)),
        "}",
    ]
    return "\n".join(lines)


def _blocks(blocks: Iterable[Block], pictures: Mapping[str, str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case nodes.Paragraph(children) | nodes.Heading(_, children):
                yield from _paragraph(children)
            case nodes.ListBlock(items):
                yield from (line for item in items for line in _blocks(item.blocks, pictures))
            case nodes.Clause(_, title, inner, _, label):
                yield from _paragraph((nodes.Text(f"{label} "), *title))
                yield from _blocks(inner, pictures)
            case nodes.Keep(inner):
                yield from _blocks(inner, pictures)
            case nodes.Table():
                yield from _paragraph(block.caption)
                yield _table(block, pictures)
            case nodes.Figure():
                yield f"image({_quoted(pictures[drawing.asset(block.key, 'svg')])}, alt: {_quoted(block.summary)})"
                yield from _paragraph(block.caption)
            case nodes.PageBreak():
                yield "pagebreak(weak: true)"
            case _:  # Letterheads, signatures, contents: the text in them, each a paragraph.
                yield from (line for text in _texts(block) for line in _paragraph((nodes.Text(text),)))


def _paragraph(children: Sequence[Inline]) -> Iterator[str]:
    if text := plain_text(children).strip():
        yield f"par({_quoted(text)})"
    for visit in (each for child in children for each in walk(child)):
        if isinstance(visit.node, nodes.Footnote):
            yield f"par({_quoted(plain_text(visit.node.children))})"


def _table(table: Table, pictures: Mapping[str, str]) -> str:
    rows = (*table.head, *table.body, *table.foot)
    cells = ", ".join(_cell(cell, pictures) for row in rows for cell in row.cells)
    return f"table(columns: {len(table.columns)}, {cells})"


def _cell(cell: nodes.Cell, pictures: Mapping[str, str]) -> str:
    return f"table.cell(colspan: {cell.colspan}, rowspan: {cell.rowspan}, {{{'; '.join(_blocks(cell.blocks, pictures))}}})"


def _texts(block: Block) -> Iterator[str]:
    for visit in walk(block):
        match visit.node:
            case nodes.Letterhead(organisation, centre):
                yield from (*organisation, *centre)
            case nodes.LetterField(label, value):
                yield f"{label}: {plain_text(value)}"
            case nodes.Signer(capacity, name, post):
                yield from map(plain_text, (capacity, name, post))
            case nodes.ContentsEntry(_, _, _, number, children):
                yield f"{number} {plain_text(children)}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
