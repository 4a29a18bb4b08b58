"""How the rows of a chart are arranged: their order by numbers, those that stand out, and the axis of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.tree.charts.rows import ChartRow
from generator.tree.nodes import ChartKind, Figure, Order

AXES = {"اجتماعی": "social", "اقتصادی": "economic", "محیطی": "environmental"}
"""The axes of programmes in their order, and how a look names the colour of each."""

_SORTED: dict[ChartKind, int] = {"bars": 0, "progress": 1, "deviation": 0}
"""The column of numbers by which each kind is sorted: of planned and actual it is the actual."""

_EMPHATIC: tuple[ChartKind, ...] = ("bars", "columns", "progress", "deviation", "zones")

_BEHIND_FIRST: Order = "ascending"
"""The order of deviations that ask for none: what is farthest behind stands on top."""


def ordered(figure: Figure, entries: tuple[ChartRow, ...]) -> tuple[ChartRow, ...]:
    """Return the rows in the order of a figure: equal ones as in the table, those without a number last."""
    order = figure.sort or (_BEHIND_FIRST if figure.kind == "deviation" else "")
    if not order or figure.kind not in _SORTED:
        return entries
    place, sign = _SORTED[figure.kind], -1 if order == "descending" else 1

    def rank(entry: ChartRow) -> tuple[bool, Decimal]:
        number = entry.numbers[place] if place < len(entry.numbers) else None
        return number is None, Decimal(0) if number is None else sign * number

    return tuple(sorted(entries, key=rank))


def faults(figure: Figure, entries: Sequence[ChartRow], rows: Set[str]) -> Iterator[Problem]:
    """Find what is asked of rows that they or the kind of the chart do not have."""
    coloured = figure.kind in ("bars", "columns") and len(figure.columns) == 2
    asked = (
        ("sort", bool(figure.sort), figure.kind in _SORTED),
        ("highlight", bool(figure.highlight), figure.kind in _EMPHATIC),
        ("axis-of", bool(figure.axis_of), coloured),
    )
    for name, used, allowed in asked:
        if used and not allowed:
            yield problem("chart-attribute-unused", figure.place, name=name, kind=figure.kind)
    for key in figure.highlight:
        if key not in rows:
            yield problem("chart-highlight-of-no-row", figure.place, row=key, table=figure.of)
    for entry in entries if figure.axis_of and coloured else ():
        if entry.axis not in AXES:
            yield problem("chart-axis-unknown", figure.place, label=entry.label, text=entry.axis)
