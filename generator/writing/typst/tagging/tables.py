"""Tables: their heads, rows and cells are those of the tree.

Typst has heads of columns only, and keeps rows together as further heads and feet. It also writes of each cell which others
head it, and how it looks; a scope says the former, and nobody needs the latter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Name, String

from generator.tree import nodes
from generator.writing.typst.tagging.elements import Element, StructureError


def mend(table: Element, node: nodes.Table) -> None:
    """Mend a table, but not what is in its cells."""
    captions = [kid for kid in table.elements() if kid.kind == "Caption"]
    groups = [kid for kid in table.elements() if kid.kind != "Caption"]
    rows = [row for group in groups for row in ([group] if group.kind == "TR" else group.elements())]
    expected = [*node.head, *node.body, *node.foot]
    if len(rows) != len(expected):
        raise StructureError
    for number, (row, of_tree) in enumerate(zip(rows, expected, strict=True)):
        _row(row, of_tree, in_head=number < len(node.head))
    table.attribute("Table", {"/Summary": String(node.summary)} if node.summary else {})
    parts = [group for group in groups if group.kind != "TR"]
    if parts:
        head = len(node.head)
        divided = [(kind, held) for kind, held in (("THead", rows[:head]), ("TBody", rows[head:])) if held]
        table.hold([*captions, *_grouped(parts, divided)])


def _grouped(parts: Sequence[Element], divided: Sequence[tuple[str, Sequence[Element]]]) -> Iterator[Element]:
    """Yield a group for each division, of those that Typst made."""
    if len(parts) < len(divided):
        raise StructureError
    for part, (kind, rows) in zip(parts, divided, strict=False):
        part.become(kind)
        if part.kids != rows:
            part.adopt(rows)
        yield part


def _row(row: Element, node: nodes.Row, *, in_head: bool) -> None:
    """Mend the cells of a row; after them may come those of a column that only holds rows together."""
    cells = [*row.elements()]
    if len(cells) < len(node.cells):
        raise StructureError
    if len(cells) > len(node.cells):
        cells = cells[: len(node.cells)]
        row.hold(cells)
    for cell, of_tree in zip(cells, node.cells, strict=True):
        _cell(cell, of_tree, in_head=in_head)


def _cell(cell: Element, node: nodes.Cell, *, in_head: bool) -> None:
    attributes: dict[str, object] = {}
    if node.colspan > 1:
        attributes["/ColSpan"] = node.colspan
    if node.rowspan > 1:
        attributes["/RowSpan"] = node.rowspan
    if in_head or node.header:
        attributes["/Scope"] = Name.Column if in_head else Name.Row
        cell.become("TH")
    else:
        cell.become("TD")
    cell.attribute("Table", attributes)
    if b"/ID(" in cell.said:
        del cell.obj["/ID"]
    if node.label:
        cell.obj.Alt = String(node.label)
