"""The rows and cells of a table, with their tones, alignments and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.style.contrast import readable_ink
from generator.style.style import Style
from generator.tree import grid, nodes
from generator.writing.pagination import MOST_LINES, lines_of_row
from generator.writing.typst.literals import colour, joined

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

BOLD_TONES = ("head", "total", "label")

_SURELY_LOW = 8
"""A row of so few lines, as they are guessed, is lower than any page."""


@dataclass(frozen=True, slots=True)
class Written:
    """A row of the source, over how many rows its cells reach, and whether a page may end within it."""

    text: str
    span: int
    split: bool


def shares(columns: Sequence[nodes.Column]) -> list[int]:
    """Return the proportions of the columns; equal ones where no share was decided."""
    found = [column.share for column in columns]
    return found if all(found) else [1] * len(found)


class Cells:
    """Writes the rows of one table."""

    def __init__(self, table: nodes.Table, blocks: Blocks, setting: Setting) -> None:
        self._table = table
        self._look = blocks.style.tables[table.role]
        self._blocks = blocks
        self._setting = setting
        self._shares = shares(table.columns)
        self._whole = sum(self._shares)

    def group(
        self, rows: Sequence[nodes.Row], *, head: bool = False, repeated: bool = False, splits: bool = True
    ) -> list[Written]:
        """Write the rows of a head, body or foot, in this order; `splits` if the high ones may be split over pages."""
        layout = grid.of(rows)
        return [
            self._row(row, places, head=head, repeated=repeated, splits=splits)
            for row, places in zip(rows, layout.columns, strict=True)
        ]

    def _row(self, row: nodes.Row, places: Sequence[int], *, head: bool, repeated: bool, splits: bool) -> Written:
        lines = lines_of_row(row, places, self._table.columns)
        split = splits and lines > MOST_LINES
        mark = ""
        if not split and lines > _SURELY_LOW and not repeated:
            mark = self._blocks.guards.mark(row.place)
            split = not mark
        opening = [mark, "" if repeated else self._blocks.labels.anchor(row.key)]
        cells = []
        for cell, column in zip(row.cells, places, strict=True):
            cells.append(self._cell(cell, column, opening, head=head, repeated=repeated, split=split))
            opening = []
        return Written(", ".join(cells), max((cell.rowspan for cell in row.cells), default=1), split)

    def _cell(self, cell: nodes.Cell, column: int, opening: Sequence[str], *, head: bool, repeated: bool, split: bool) -> str:
        header = head or cell.header
        tone = cell.tone or ("head" if header else "")
        role = self._look.head_role if header else self._look.cell_role
        # Heads look as their role says; the heads of rows go with their column.
        align = cell.align or ("" if head else self._table.columns[column].align or ("start" if header else "")) or ""
        fill, ink = _paint(self._blocks.style, tone)
        inside = replace(
            self._setting,
            width=self._width(column, cell.colspan),
            body=role,
            in_cell=True,
            level=0,
            align=align,
            bold=self._setting.bold or tone in BOLD_TONES,
            ink=ink or self._setting.ink,
            anchored=self._setting.anchored and not repeated,
            signing=None,
        )
        inner = self._blocks.write(cell.blocks, inside) or self._blocks.paragraph(role, "[]")
        # A block of code, as several expressions are no argument.
        content = joined([*opening, f"{{\n{inner}\n}}" if "\n" in inner else inner])
        about = {
            "colspan": str(cell.colspan) if cell.colspan > 1 else "",
            "rowspan": str(cell.rowspan) if cell.rowspan > 1 else "",
            "fill": colour(fill) if fill else "",
            "align": "horizon" if header else "",
            # A page may end between the rows that a cell spans.
            "breakable": "true" if split or cell.rowspan > 1 else "",
        }
        settings = "".join(f"{name}: {value}, " for name, value in about.items() if value)
        return f"table.cell({settings}{content})" if settings else content

    def _width(self, column: int, colspan: int) -> float:
        """Return the width of a line in a cell."""
        share = sum(self._shares[column : column + colspan]) / self._whole
        return self._setting.width * share - 2 * self._look.padding - self._look.rule


@lru_cache(maxsize=64)
def _readable(ink: str, fill: str) -> str:
    """Return the ink that can be read on a fill, where it is another one."""
    readable = readable_ink(ink, fill)
    return readable if readable != ink else ""


def _paint(style: Style, tone: str) -> tuple[str, str]:
    """Return the fill of a tone and the ink for it, each empty where it is that of the page."""
    fill = style.colours.get(f"{tone}_fill", "") if tone else ""
    return fill, _readable(style.colour("ink"), fill) if fill else ""
