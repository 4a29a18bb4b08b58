"""Tables: their heads, rows and cells are those of the tree.

Typst has heads of columns only, and keeps rows together as further heads and feet. It also writes of each cell which others
head it, and how it looks; a scope says the former, and nobody needs the latter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, String

from generator.tree import nodes
from generator.writing.typst.tagging.pages import is_element, kids


class StructureError(Exception):
    """A structure that is not that of the document."""


def mend(table: Object, node: nodes.Table) -> None:
    """Mend a table, but not what is in its cells."""
    groups = [kid for kid in kids(table) if str(kid.S) != "/Caption"]
    captions = [kid for kid in kids(table) if str(kid.S) == "/Caption"]
    rows = [row for group in groups for row in ([group] if str(group.S) == "/TR" else kids(group))]
    expected = [*node.head, *node.body, *node.foot]
    if len(rows) != len(expected):
        raise StructureError
    for number, (row, of_tree) in enumerate(zip(rows, expected, strict=True)):
        _row(row, of_tree, in_head=number < len(node.head))
    about = {"/Summary": String(node.summary)} if node.summary else {}
    _set_attributes(table, about)
    parts = [group for group in groups if str(group.S) != "/TR"]
    if parts:
        bounds = len(node.head)
        divided = [("/THead", rows[:bounds]), ("/TBody", rows[bounds:])]
        table.K = Array([*captions, *_grouped(parts, [part for part in divided if part[1]])])


def _grouped(parts: list[Object], divided: list[tuple[str, list[Object]]]) -> Iterator[Object]:
    """Yield a group for each division, of those that Typst made."""
    if len(parts) < len(divided):
        raise StructureError
    for part, (kind, rows) in zip(parts, divided, strict=False):
        part.S = Name(kind)
        part.K = Array(rows)
        for row in rows:
            row.P = part
        yield part


def _row(row: Object, node: nodes.Row, *, in_head: bool) -> None:
    """Mend the cells of a row."""
    cells = [kid for kid in kids(row) if is_element(kid)]
    if len(cells) < len(node.cells):
        raise StructureError
    if len(cells) > len(node.cells):  # a column that only holds rows together
        cells = cells[: len(node.cells)]
        row.K = Array(cells)
    for cell, of_tree in zip(cells, node.cells, strict=True):
        _cell(cell, of_tree, in_head=in_head)


def _cell(cell: Object, node: nodes.Cell, *, in_head: bool) -> None:
    header = in_head or node.header
    attributes: dict[str, Object | int] = {}
    if node.colspan > 1:
        attributes["/ColSpan"] = node.colspan
    if node.rowspan > 1:
        attributes["/RowSpan"] = node.rowspan
    if header:
        attributes["/Scope"] = Name.Column if in_head else Name.Row
    cell.S = Name.TH if header else Name.TD
    _set_attributes(cell, attributes)
    if "/ID" in cell:
        del cell["/ID"]
    if node.label:
        cell.Alt = String(node.label)


def _set_attributes(element: Object, attributes: Mapping[str, Object | int]) -> None:
    if attributes:
        element.A = Dictionary({"/O": Name.Table, **attributes})
    elif "/A" in element:
        del element["/A"]
