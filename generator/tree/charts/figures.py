"""Read what a figure shows from the printed cells of its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.persian import Refused, numeral, parse_decimal
from generator.persian.digits import PERCENT_SIGN
from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.tree import grid
from generator.tree.charts import arranged
from generator.tree.charts.compass import bearing
from generator.tree.charts.hierarchy import circular
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.tree.nodes import Blank, Cell, ChartKind, Figure, Paragraph, Row, Table
from generator.tree.walk import every, plain_text


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a kind draws of a row after its label: columns of words, then columns of numbers, or columns of filled cells."""

    words: int
    least: int
    most: int
    rows: int
    filled: bool = False


SHAPES: dict[ChartKind, RowShape] = {
    "bars": RowShape(0, 1, 4, rows=40),
    "columns": RowShape(0, 1, 3, rows=24),
    "progress": RowShape(0, 2, 2, rows=40),
    "deviation": RowShape(0, 1, 1, rows=40),
    "indicators": RowShape(0, 3, 3, rows=24),
    "gantt": RowShape(0, 1, 60, rows=60, filled=True),
    "organisation": RowShape(1, 0, 0, rows=60),
    "zones": RowShape(1, 1, 1, rows=16),
}
"""The columns that each kind shape, and how many rows it can show legibly."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The part of a table that a figure shows; `titles` are the heads of its columns, `groups` those above them."""

    kind: ChartKind
    entries: tuple[ChartRow, ...]
    titles: tuple[str, ...]
    groups: tuple[str, ...]
    unit: str

    @property
    def percent(self) -> bool:
        """Whether its numbers are printed as percentages."""
        texts = [text for entry in self.entries for text in entry.texts if text not in NOTHING]
        return bool(texts) and all(PERCENT_SIGN in text for text in texts)

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes of its rows, in the order of the axes; none where they are not told apart."""
        return tuple(axis for axis in arranged.AXES if any(entry.axis == axis for entry in self.entries))


def read(figure: Figure, table: Table) -> tuple[Chart | None, list[Problem]]:
    """Read the chart of a figure from its table, or None with every reason why it cannot be drawn."""
    shape = SHAPES[figure.kind]
    if problems := [*_columns(figure, table, shape)]:
        return None, problems
    places = [column - 1 for column in figure.columns]
    entries = tuple(
        _marked(_entry(cells, places, shape), figure, row, cells)
        for row, cells in zip(table.body, _rows(table.body), strict=True)
        if len({id(cells[place]) for place in places}) == len(places)
    )
    heads = [[_text(cells[place]) for place in places[1:]] for cells in _rows(table.head)]
    chart = Chart(
        figure.kind,
        arranged.ordered(figure, entries),
        titles=tuple(heads[-1]) if heads else ("",) * (len(places) - 1),
        groups=tuple(heads[0]) if len(heads) > 1 else ("",) * (len(places) - 1),
        unit=figure.unit,
    )
    rows = {row.key for row in table.body}
    problems = [*_fitness(figure, chart, shape), *_outlines(figure, chart, rows), *arranged.faults(figure, chart.entries, rows)]
    return (None, problems) if problems else (chart, [])


def _columns(figure: Figure, table: Table, shape: RowShape) -> Iterator[Problem]:
    drawn = len(figure.columns) - 1 - shape.words
    if not shape.least <= drawn <= shape.most:
        bounds = {"least": numeral(1 + shape.words + shape.least), "most": numeral(1 + shape.words + shape.most)}
        yield problem("chart-columns-count", figure.place, kind=figure.kind, given=numeral(len(figure.columns)), **bounds)
    for column in (*figure.columns, figure.axis_of):
        if column > len(table.columns):
            counts = {"column": numeral(column), "columns": numeral(len(table.columns))}
            yield problem("chart-column-missing", figure.place, table=figure.of, **counts)


def _fitness(figure: Figure, chart: Chart, shape: RowShape) -> Iterator[Problem]:
    """Find what keeps a chart from being drawn."""
    if not chart.entries:
        yield problem("chart-without-rows", figure.place, table=figure.of)
        return
    if len(chart.entries) > shape.rows:
        yield problem("chart-too-many-rows", figure.place, rows=numeral(len(chart.entries)), limit=numeral(shape.rows))
    if len(chart.titles) > 1 and not all(chart.titles) and figure.kind != "organisation":
        yield problem("chart-head-missing", figure.place, table=figure.of)
    if not shape.filled:
        yield from _numbers(figure, chart, shape)
    if figure.kind == "zones":
        for entry in chart.entries:
            if bearing(entry.texts[0]) is None:
                yield problem("chart-direction-unknown", figure.place, label=entry.label, text=entry.texts[0])
    if figure.kind == "organisation":
        yield from _parents(figure, chart)


def _numbers(figure: Figure, chart: Chart, shape: RowShape) -> Iterator[Problem]:
    for position, column in enumerate(figure.columns[1 + shape.words :], start=shape.words):
        wrong = [entry for entry in chart.entries if entry.numbers[position] is None and entry.texts[position] not in NOTHING]
        for entry in wrong:
            values = {"label": entry.label, "column": numeral(column), "text": entry.texts[position]}
            yield problem("chart-not-a-number", figure.place, **values)
        if not wrong and all(entry.numbers[position] is None for entry in chart.entries):
            yield problem("chart-without-numbers", figure.place, table=figure.of, column=numeral(column))


def _parents(figure: Figure, chart: Chart) -> Iterator[Problem]:
    parents = [(entry.label, "" if entry.texts[0] in NOTHING else entry.texts[0]) for entry in chart.entries]
    known = {label for label, _ in parents}
    for label, parent in parents:
        if parent and parent not in known:
            yield problem("chart-parent-unknown", figure.place, label=label, parent=parent)
    if round_trip := circular(parents):
        yield problem("chart-parents-circular", figure.place, label=round_trip)


def _outlines(figure: Figure, chart: Chart, rows: Set[str]) -> Iterator[Problem]:
    """Find outlines that are missing or belong to no row."""
    if figure.outlines and figure.kind != "zones":
        yield problem("chart-outlines-unused", figure.place, kind=figure.kind)
    for outline in figure.outlines:
        if outline.row not in rows:
            yield problem("chart-outline-of-no-row", figure.place, row=outline.row, table=figure.of)
    for entry in chart.entries if figure.outlines else ():
        if not entry.outline:
            yield problem("chart-outline-missing", figure.place, label=entry.label)


def _rows(rows: Sequence[Row]) -> list[list[Cell]]:
    """Return the cell of each column, row by row; a cell over several columns or rows is repeated in each."""
    layout = grid.of(rows)
    placed: list[dict[int, Cell]] = [{} for _ in rows]
    for number, (row, columns) in enumerate(zip(rows, layout.columns, strict=True)):
        for cell, column in zip(row.cells, columns, strict=True):
            for below in range(number, min(number + cell.rowspan, len(rows))):
                placed[below] |= dict.fromkeys(range(column, column + cell.colspan), cell)
    return [[cells[column] for column in sorted(cells)] for cells in placed]


def _marked(entry: ChartRow, figure: Figure, row: Row, cells: Sequence[Cell]) -> ChartRow:
    """Add what the figure says of a row beside its cells."""
    outline = next((outline.rings for outline in figure.outlines if outline.row == row.key), ())
    axis = _text(cells[figure.axis_of - 1]) if figure.axis_of else ""
    return replace(entry, outline=outline, strong=bool(row.key) and row.key in figure.highlight, axis=axis)


def _entry(cells: Sequence[Cell], places: Sequence[int], shape: RowShape) -> ChartRow:
    drawn = [cells[place] for place in places[1:]]
    texts = tuple("" if _is_blank(cell) else _text(cell) for cell in drawn)
    numbers = tuple(None if at < shape.words else _parsed(text) for at, text in enumerate(texts))
    return ChartRow(_text(cells[places[0]]), texts, numbers, tuple(cell.tone for cell in drawn))


def _text(cell: Cell) -> str:
    paragraphs = (node for node in every(cell) if isinstance(node, Paragraph))
    return " ".join(plain_text(paragraph.children) for paragraph in paragraphs).strip()


def _is_blank(cell: Cell) -> bool:
    return any(isinstance(node, Blank) for node in every(cell))


def _parsed(text: str) -> Decimal | None:
    try:
        return parse_decimal(text.replace(PERCENT_SIGN, "").removeprefix("+"))
    except Refused:
        return None
