"""The rows and cells of a table, with their tones, alignments and roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.style.contrast import readable_ink
from generator.style.style import Style
from generator.tree import grid, nodes
from generator.writing.measures import MILLIMETRE, padding_in_row
from generator.writing.pagination import MOST_LINES
from generator.writing.typst.literals import colour, dictionary, joined, points
from generator.writing.typst.roles import Variant
from generator.writing.typst.setting import Setting

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks

BOLD_TONES = ("head", "total", "label")

_SURELY_LOW = 8
"""A row of so few lines, as they are guessed, is lower than any page."""


@dataclass(frozen=True, slots=True)
class Written:
    """A row of the source, over how many rows its cells reach, and whether a page may end within it."""

    text: str
    span: int
    split: bool


class _Kind(NamedTuple):
    """What the surroundings of a cell's text and its settings depend on."""

    column: int
    colspan: int
    rowspan: int
    tone: str
    align: str | None
    header: bool
    head: bool
    repeated: bool
    split: bool
    room: float | None
    """The padding above and below it, where its row has a height of its own."""


def shares(columns: Sequence[nodes.Column]) -> list[int]:
    """Return the proportions of the columns; equal ones where no share was decided."""
    found = [column.share for column in columns]
    return found if all(found) else [1] * len(found)


class Cells:
    """Writes the rows of one table."""

    def __init__(self, table: nodes.Table, blocks: Blocks, setting: Setting, lines: Iterable[int]) -> None:
        self._table = table
        self._look = blocks.style.tables[table.role]
        self._blocks = blocks
        self._setting = setting
        self._shares = shares(table.columns)
        self._whole = sum(self._shares)
        self._lines = iter(lines)
        aligns = Counter(column.align or "" for column in table.columns)
        usual = Variant(aligns.most_common(1)[0][0], setting.bold, setting.ink)
        self.dress = blocks.roles.name(self._look.cell_role, usual)
        """The role in which most cells are."""
        self._insides: dict[_Kind, tuple[Setting, str]] = {}

    def group(
        self, rows: Sequence[nodes.Row], *, head: bool = False, repeated: bool = False, splits: bool = True
    ) -> list[Written]:
        """Write the rows of the head, then of the body, then of the foot; `splits` if the high ones may be split over pages."""
        layout = grid.of(rows)
        return [
            self._row(row, places, head=head, repeated=repeated, splits=splits)
            for row, places in zip(rows, layout.columns, strict=True)
        ]

    def _row(self, row: nodes.Row, places: Sequence[int], *, head: bool, repeated: bool, splits: bool) -> Written:
        lines = next(self._lines)
        split = splits and lines > MOST_LINES
        mark = ""
        if not split and lines > _SURELY_LOW and not repeated:
            mark = self._blocks.guards.mark(row.place)
            split = not mark
        opening = [mark, "" if repeated else self._blocks.labels.anchor(row.key)]
        cells = []
        # One cell makes its row as high as it has to be: an empty one, where there is one.
        high = next((at for at, cell in enumerate(row.cells) if not cell.blocks), 0) if row.height else -1
        for at, (cell, column) in enumerate(zip(row.cells, places, strict=True)):
            least = row.height * MILLIMETRE - 2 * (self._room(row.height) or 0) if at == high else 0
            cells.append(self._cell(cell, column, opening, row.height, least, head=head, repeated=repeated, split=split))
            opening = []
        return Written(", ".join(cells), max((cell.rowspan for cell in row.cells), default=1), split)

    def _cell(
        self,
        cell: nodes.Cell,
        column: int,
        opening: Sequence[str],
        height: int,
        least: float,
        *,
        head: bool,
        repeated: bool,
        split: bool,
    ) -> str:
        """Write a cell of a row of a height in millimetres, if it has one; what is in it is at least so high, in points."""
        spans = (cell.colspan, cell.rowspan)
        kind = _Kind(column, *spans, cell.tone, cell.align, cell.header, head, repeated, split, self._room(height))
        inside, settings = self._insides.get(kind) or self._insides.setdefault(kind, self._inside(kind))
        match cell.blocks:
            case (nodes.Paragraph() as paragraph,):
                inner = self._blocks.alone(paragraph, inside)
            case blocks:
                inner = self._blocks.write(blocks, replace(inside, alone=False, dress=""))
                inner = inner or (f"room({points(least)})" if least else self._blocks.paragraph(inside.body, "[]"))
        # A block of code, as several expressions are no argument.
        content = f"{{\n{inner}\n}}" if "\n" in inner else inner
        if least and cell.blocks:
            content = f"high({points(least)}, {content})"
        content = joined([*opening, content]) if opening else content
        return f"table.cell({settings}{content})" if settings else content

    def _inside(self, kind: _Kind) -> tuple[Setting, str]:
        """Return the surroundings of the text of cells, where it is one paragraph, and the settings of these cells."""
        header = kind.head or kind.header
        tone = kind.tone or ("head" if header else "")
        # Heads look as their role says; the heads of rows go with their column.
        align = kind.align or ("" if kind.head else self._table.columns[kind.column].align or ("start" if header else "")) or ""
        fill, ink = _paint(self._blocks.style, tone)
        inside = Setting(
            width=self._width(kind.column, kind.colspan),
            body=self._look.head_role if header else self._look.cell_role,
            in_cell=True,
            align=align,
            bold=self._setting.bold or tone in BOLD_TONES,
            ink=ink or self._setting.ink,
            anchored=self._setting.anchored and not kind.repeated,
            alone=True,
            dress=self.dress,
        )
        about = {
            "colspan": str(kind.colspan) if kind.colspan > 1 else "",
            "rowspan": str(kind.rowspan) if kind.rowspan > 1 else "",
            "fill": colour(fill) if fill else "",
            "align": "horizon" if header or kind.room is not None else "",
            "inset": self._inset(kind.room),
            # A page may end between the rows that a cell spans.
            "breakable": "true" if kind.split or kind.rowspan > 1 else "",
        }
        return inside, "".join(f"{name}: {value}, " for name, value in about.items() if value)

    def _room(self, height: int) -> float | None:
        """Return the padding above and below the text in a row of a height of its own."""
        return padding_in_row(height, self._table.role, self._blocks.style) if height else None

    def _inset(self, room: float | None) -> str:
        if room is None:
            return ""
        return dictionary({"x": points(self._look.padding + self._look.rule / 2), "y": points(room)})

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
    fill = style.fill(tone)
    return fill, _readable(style.colour("ink"), fill) if fill else ""
