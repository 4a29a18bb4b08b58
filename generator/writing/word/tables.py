"""Tables of the tree as Word tables: the grid of merged cells, fills by tone, repeated heads, captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.style.contrast import readable_ink
from generator.tree import grid, nodes
from generator.tree.walk import text
from generator.writing import wording
from generator.writing.measures import padding_in_row
from generator.writing.pagination import can_split, repeats_head, tied_rows
from generator.writing.word import elements
from generator.writing.word.contents import hidden_entry
from generator.writing.word.runs import Ink, text_run
from generator.writing.word.styles import GAP_STYLE, style_id, table_style_id
from generator.writing.word.xml import divide, escape, twips, twips_of_millimetres

if TYPE_CHECKING:
    from generator.writing.word.blocks import Blocks, Setting

_BOLD_TONES = ("total", "label")


def gap() -> elements.Paragraph:
    """Return the thin line after every table."""
    return elements.Paragraph(GAP_STYLE)


def write_table(table: nodes.Table, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write a table with its caption before it and a gap after it."""
    written: list[elements.Element] = []
    if table.caption or table.number:
        number = text_run(wording.caption_number(table.number)) if table.number else ""
        content = [number, blocks.inlines.runs(table.caption)]
        if table.number and "tables" in blocks.gathered:
            content.append(hidden_entry("tables", wording.caption_number(table.number) + alternative_text(table.caption)))
        caption = elements.Paragraph(style_id("caption"), content, keep_next=True)
        written.append(caption)
    summary = escape(table.summary or alternative_text(table.caption))
    widths = divide(setting.width, tuple(column.share for column in table.columns))
    rows = _Rows(table, blocks, setting, widths)
    head, body, foot = rows.group(table.head, head=True), rows.group(table.body), rows.group(table.foot)
    entries = [*head, *body, *foot]
    # A table of one row stays with the gap after it, which would else begin a page.
    for at in tied_rows(table) if len(entries) > 1 or any(row.can_split for row in entries) else range(len(entries)):
        elements.keep_row(entries[at])
    number = escape(table.number)
    written += [elements.Table(table_style_id(table.role), widths, entries, number or summary, summary), gap()]
    return written


def alternative_text(children: Sequence[nodes.Inline]) -> str:
    """Return the words of inline nodes, for alternative text and hidden fields."""
    return text(children, lambda blank: wording.blank_prompt(blank.prompt))


class _Rows:
    """Puts rows into the grid; a cell that spans rows goes on as a merged, empty cell in each of them."""

    def __init__(self, table: nodes.Table, blocks: Blocks, setting: Setting, widths: list[int]) -> None:
        self._table = table
        self._look = blocks.style.tables[table.role]
        self._blocks = blocks
        self._setting = setting
        self._widths = widths
        self._settings: dict[tuple[int | str, ...], Setting] = {}

    def group(self, rows: Sequence[nodes.Row], *, head: bool = False) -> list[elements.Row]:
        """Write the rows of a head, body or foot; spans end with the group."""
        written: list[elements.Row] = []
        hanging: dict[int, tuple[int, nodes.Cell]] = {}
        layout, header = grid.of(rows), head and repeats_head(self._table)
        for row, places in zip(rows, layout.columns, strict=True):
            cells, own = self._row(row, hanging, head)
            if row.key and own:
                self._blocks.anchor(row.key, own[:1])
            split = can_split(row, places, self._table.columns)
            if row.height:
                room = padding_in_row(row.height, self._table.role, self._blocks.style)
                for cell in cells:
                    cell.level = twips(room)
            written.append(elements.Row(cells, header, split, twips_of_millimetres(row.height)))
        return written

    def _row(
        self, row: nodes.Row, hanging: dict[int, tuple[int, nodes.Cell]], head: bool
    ) -> tuple[list[elements.Cell], list[elements.Element]]:
        """Write the cells of a row; return them and the blocks of its own first cell. `hanging` has the spans by column."""
        cells: list[elements.Cell] = []
        own: list[elements.Element] = []
        waiting = list(row.cells)
        column = 0
        while column < len(self._widths):
            if column in hanging:
                left, cell = hanging.pop(column)
                if left > 1:
                    hanging[column] = (left - 1, cell)
                cells.append(self._place(cell, column, "continue", head))
            else:
                cell = waiting.pop(0) if waiting else nodes.Cell(())
                if cell.rowspan > 1:
                    hanging[column] = (cell.rowspan - 1, cell)
                cells.append(self._place(cell, column, "restart" if cell.rowspan > 1 else "", head))
                own = own or cells[-1].blocks
            column += cells[-1].colspan
        if waiting or column > len(self._widths):
            raise ValueError(f"a row is wider than its table of {len(self._widths)} columns: {self._table.place}")
        return cells, own

    def _place(self, cell: nodes.Cell, column: int, merge: str, head: bool) -> elements.Cell:
        width = sum(self._widths[column : column + cell.colspan])
        header = head or cell.header
        tone = cell.tone or ("head" if header else "")
        fill = self._blocks.style.fill(tone)
        role = self._look.head_role if header else self._look.cell_role
        if merge == "continue":
            return elements.Cell(width, [elements.Paragraph(style_id(role))], cell.colspan, merge, fill)
        # Heads look as their role says; the heads of rows go with their column.
        align = cell.align or ("" if head else self._table.columns[column].align or ("start" if header else "")) or ""
        inner = self._blocks.write(cell.blocks, self._inside(width, role, align, tone, fill))
        if not inner:
            inner = [elements.Paragraph(style_id(role), align=align)]
        return elements.Cell(width, inner, cell.colspan, merge, fill, centred=header)

    def _inside(self, width: int, *asked: str) -> Setting:
        """Return the surroundings of blocks in a cell of a width, role, alignment, tone and fill: cells have few."""
        if (width, *asked) not in self._settings:
            role, align, tone, fill = asked
            self._settings[width, *asked] = replace(
                self._setting,
                width=width - 2 * twips(self._look.padding),
                body=role,
                in_cell=True,
                level=0,
                align=align,
                ink=Ink(bold=tone in _BOLD_TONES, colour=self._ink(role, fill)),
            )
        return self._settings[width, *asked]

    def _ink(self, role: str, fill: str) -> str:
        """Return the colour of text on a fill where the role's own cannot be read on it; else empty."""
        own = self._blocks.style.colour(self._blocks.style.roles[role].colour)
        readable = readable_ink(own, fill) if fill else own
        return readable if readable != own else ""
