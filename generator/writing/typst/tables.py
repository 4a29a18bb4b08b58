"""Tables of the tree as Typst: captions, repeated heads, rows that stay together, tones and alignments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.style.contrast import readable_ink
from generator.tree import grid, nodes
from generator.tree.walk import walk
from generator.writing import wording
from generator.writing.pagination import can_split, repeats_head
from generator.writing.typst.literals import array, colour, dictionary, joined, points, truth
from generator.writing.typst.roles import Variant

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks, Setting

BOLD_TONES = ("head", "total", "label")


def write_table(table: nodes.Table, blocks: Blocks, setting: Setting) -> str:
    """Write a table with its caption before it; the key names both together."""
    look = blocks.style.tables[table.role]
    label = blocks.labels.take(table.key)
    caption = _caption(table, blocks, setting)
    rows = _Rows(table, blocks, setting)
    head = rows.head()
    body = [*rows.group(table.body), *rows.group(table.foot)]
    written = f"grid-of({array(f'{share}fr' for share in shares(table.columns))}, {points(look.rule)}, "
    written += f"{points(look.padding + look.rule / 2)}, (\n" + ",\n".join([*head, *body]) + ",\n))"
    if caption:
        written = f"[#figure(kind: table, caption: {caption}, {written}){label}]"
    else:
        anchor = f"[#metadata(none){label}]; " if label else ""
        written = f"bare-table({{{anchor}{written}}})"
    return blocks.kept(written, [table], setting) if table.keep else written


def _caption(table: nodes.Table, blocks: Blocks, setting: Setting) -> str:
    if not (table.caption or table.number):
        return ""
    around = blocks.around("caption", setting, table.place)
    number = blocks.inlines.text(wording.caption_number(table.number), around)
    text = blocks.inlines.write(table.caption, around)
    return blocks.paragraph("caption", joined(part for part in (number, text) if part != "[]"))


def shares(columns: Sequence[nodes.Column]) -> list[int]:
    """Return the proportions of the columns; equal ones where no share was decided."""
    found = [column.share for column in columns]
    return found if all(found) else [1] * len(found)


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, table: nodes.Table, blocks: Blocks, setting: Setting) -> None:
        self._table = table
        self._look = blocks.style.tables[table.role]
        self._blocks = blocks
        self._setting = setting
        self._shares = shares(table.columns)

    def head(self) -> Iterator[str]:
        """Yield the head, which is repeated on each page if it can be."""
        if self._table.head:
            rows = ",\n".join(self.group(self._table.head, head=True))
            repeat = repeats_head(self._table) and not _holds_targets(self._table.head)
            yield f"table.header(repeat: {truth(repeat)},\n{rows})"

    def group(self, rows: Sequence[nodes.Row], *, head: bool = False) -> Iterator[str]:
        """Yield the rows of a head, body or foot, in this order."""
        layout = grid.of(rows)
        for row, places in zip(rows, layout.columns, strict=True):
            split = not head and can_split(row, places, self._table.columns)
            anchor = self._blocks.labels.anchor(row.key)
            cells = []
            for cell, column in zip(row.cells, places, strict=True):
                cells.append(self._cell(cell, column, anchor, head=head, split=split))
                anchor = ""
            yield ", ".join(cells)

    def _cell(self, cell: nodes.Cell, column: int, anchor: str, *, head: bool, split: bool) -> str:
        header = head or cell.header
        tone = cell.tone or ("head" if header else "")
        role = self._look.head_role if header else self._look.cell_role
        # Heads look as their role says; the heads of rows go with their column.
        align = cell.align or ("" if head else self._table.columns[column].align or ("start" if header else "")) or ""
        fill = self._blocks.style.colours.get(f"{tone}_fill", "") if tone else ""
        ink = self._blocks.style.colour("ink")
        readable = readable_ink(ink, fill) if fill else ink
        inside = replace(
            self._setting,
            width=self._width(column, cell.colspan),
            body=role,
            in_cell=True,
            level=0,
            align=align,
            bold=self._setting.bold or tone in BOLD_TONES,
            ink=readable if readable != ink else self._setting.ink,
            before_signatures=False,
        )
        inner = self._blocks.write(cell.blocks, inside)
        if not inner:
            inner = self._blocks.paragraph(role, "[]", Variant())
        about = {
            **({"colspan": str(cell.colspan)} if cell.colspan > 1 else {}),
            **({"rowspan": str(cell.rowspan)} if cell.rowspan > 1 else {}),
            **({"fill": colour(fill)} if fill else {}),
            **({"align": "horizon"} if header else {}),
            **({"breakable": "true"} if split else {}),
        }
        # A block of code, as several expressions are no argument.
        content = joined([anchor, f"{{\n{inner}\n}}" if "\n" in inner else inner])
        if about:
            settings = "".join(f"{name}: {value}, " for name, value in about.items())
            content = f"table.cell({settings}{content})"
        return content

    def _width(self, column: int, colspan: int) -> float:
        """Return the width of a line in a cell."""
        share = sum(self._shares[column : column + colspan]) / sum(self._shares)
        return self._setting.width * share - 2 * self._look.padding - self._look.rule


def _holds_targets(rows: Sequence[nodes.Row]) -> bool:
    """Whether a head has what a repeated one may not have: notes and links, which PDF/UA keeps out of artifacts."""
    return any(isinstance(visit.node, (nodes.Footnote, nodes.Reference)) for row in rows for visit in walk(row))


__all__ = ["dictionary", "shares", "write_table"]
