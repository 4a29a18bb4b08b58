"""Tables of the tree as HTML: captions, repeated heads, tones and alignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from generator.tree import grid, nodes
from generator.writing import wording
from generator.writing.measures import padding_in_row
from generator.writing.pagination import can_split, repeats_head, tied_rows
from generator.writing.weasyprint.body.inlines import identifier

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks, Setting


def write_table(table: nodes.Table, blocks: Blocks, setting: Setting) -> str:
    """Write a table with its caption before it; the key is the id of both together."""
    caption = ""
    if table.caption or table.number:
        number = blocks.inlines.text(wording.caption_number(table.number), "caption", table.place)
        caption = blocks.paragraph("caption", number + blocks.inlines.write(table.caption, "caption", table.place))
    summary = f' aria-label="{escape(table.summary)}"' if table.summary else ""
    rows = _Rows(table, blocks, setting)
    head = rows.group(table.head, head=True)
    head = f"<thead>\n{head}</thead>\n<tbody>\n" if head and repeats_head(table) else f"<tbody>\n{head}"
    # `tfoot` would repeat on every page; totals stand once, at the end.
    body = rows.group(table.body) + rows.group(table.foot)
    keep = " keep" if table.keep else ""
    return (
        f'<div class="table{keep}"{identifier(table.key)}>\n{caption}<table class="look-{table.role}"{summary}>\n'
        f"{columns(table.columns)}{head}{body}</tbody>\n</table></div>\n"
    )


def columns(columns: Sequence[nodes.Column]) -> str:
    """Write the column widths, in proportion to the shares; equal ones where no share was decided."""
    shares = [column.share for column in columns]
    if not all(shares):
        shares = [1] * len(shares)
    whole = sum(shares)
    return "<colgroup>" + "".join(f'<col style="width:{share / whole:.4%}">' for share in shares) + "</colgroup>\n"


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, table: nodes.Table, blocks: Blocks, setting: Setting) -> None:
        self._table = table
        self._look = blocks.style.tables[table.role]
        self._blocks = blocks
        self._setting = setting
        self._tied = tied_rows(table)
        self._count = 0

    def group(self, rows: Sequence[nodes.Row], *, head: bool = False) -> str:
        """Write the rows of a head, body or foot, in this order."""
        layout = grid.of(rows)
        written = []
        for row, places in zip(rows, layout.columns, strict=True):
            level = self._level(row)
            cells = "".join(self._cell(cell, column, head, level) for cell, column in zip(row.cells, places, strict=True))
            kinds = [
                *(["keep-next"] if self._count in self._tied else []),
                *(["split"] if can_split(row, places, self._table.columns) else []),
            ]
            self._count += 1
            classes = f' class="{" ".join(kinds)}"' if kinds else ""
            height = f' style="height:{row.height}mm"' if row.height else ""
            written.append(f"<tr{classes}{height}{identifier(row.key)}>{cells}</tr>\n")
        return "".join(written)

    def _level(self, row: nodes.Row) -> str:
        """Return the style of the cells of a row that has a height of its own."""
        if not row.height:
            return ""
        room = padding_in_row(row.height, self._table.role, self._blocks.style)
        return f' style="padding-top:{room:.4g}pt;padding-bottom:{room:.4g}pt;vertical-align:middle"'

    def _cell(self, cell: nodes.Cell, column: int, head: bool, level: str) -> str:
        header = head or cell.header
        tone = cell.tone or ("head" if header else "")
        role = self._look.head_role if header else self._look.cell_role
        # Heads look as their role says; the heads of rows go with their column.
        align = cell.align or ("" if head else self._table.columns[column].align or ("start" if header else "")) or ""
        inside = replace(self._setting, body=role, in_cell=True, level=0, align=align)
        inner = self._blocks.write(cell.blocks, inside) or self._blocks.paragraph(role, "", align=align)
        tag = "th" if header else "td"
        attributes = level + (f' class="tone-{tone}"' if tone else "")
        if header:
            attributes += f" scope={'col' if head else 'row'}"
        for name, span in (("colspan", cell.colspan), ("rowspan", cell.rowspan)):
            attributes += f" {name}={span}" if span > 1 else ""
        if cell.label:
            attributes += f' aria-label="{escape(cell.label)}"'
        return f"<{tag}{attributes}>{inner}</{tag}>"
