"""A matrix of two scores: each row is a numbered point, the first score to the left, the second upwards.

A score of a few levels («اولویت ۱» to «اولویت ۳») has a band for each; any other has a scale, and its middle is marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.persian.digits import decimal_text
from generator.tree.charts.figures import Chart
from generator.writing.drawing import points
from generator.writing.drawing.canvas import HAIRLINE, Anchor, Canvas
from generator.writing.drawing.scale import ticks

_FIELD = 220.0
_GAP = 5.0
_MOST_LEVELS = 5


@dataclass(frozen=True, slots=True)
class _Axis:
    """A score along one side of the field: its range, and whether it has a few levels."""

    low: Decimal
    high: Decimal
    levels: bool

    def share(self, value: Decimal) -> float:
        """Return the place of a value along the field, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))

    @property
    def ticks(self) -> list[Decimal]:
        """The values that are printed."""
        if self.levels:
            return [self.low + Decimal("0.5") + number for number in range(int(self.high - self.low))]
        return list(ticks(self.low, self.high, 6))

    @property
    def lines(self) -> list[float]:
        """The shares at which the field is divided: between levels, or in the middle."""
        count = int(self.high - self.low) if self.levels else 2
        return [number / count for number in range(1, count)]


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw the field, the points, and the names by number."""
    across, up = _axis(chart, 0), _axis(chart, 1)
    line = canvas.line_height()
    top = line * 1.5 + 4
    edge = canvas.width - max(canvas.lettering.width(decimal_text(tick), canvas.size) for tick in up.ticks) - _GAP
    bottom = top + _FIELD
    _field(canvas, across, up, (edge, top, bottom))
    head = f"{chart.titles[1]} ({chart.unit})" if chart.unit else chart.titles[1]
    canvas.text(canvas.width, line / 2, head, bold=True)
    _ticks(canvas, across, up, (edge, top, bottom), chart.titles[0])
    below = bottom + line + 4
    if not across.levels:
        canvas.text(0, below + line / 2, chart.titles[0], "left", bold=True)
        below += line
    placed: list[tuple[float, float]] = []
    for number, entry in enumerate(chart.entries, 1):
        first, second = entry.numbers
        if first is None or second is None:
            continue
        spot = edge - across.share(first) * edge, bottom - up.share(second) * _FIELD
        placed.append(points.free(spot, placed, (0, edge), (top, bottom)))
        points.draw(canvas, placed[-1], number)
    return points.names(canvas, [entry.label for entry in chart.entries], below + line / 2)


def _axis(chart: Chart, place: int) -> _Axis:
    values = [number for entry in chart.entries if (number := entry.numbers[place]) is not None]
    low, high = min(values), max(values)
    if all(value == value.to_integral_value() for value in values) and high - low < _MOST_LEVELS:
        return _Axis(low - Decimal("0.5"), high + Decimal("0.5"), levels=True)
    around = list(ticks(low, high, 6))
    return _Axis(around[0], around[-1], levels=False)


def _field(canvas: Canvas, across: _Axis, up: _Axis, edges: tuple[float, float, float]) -> None:
    """Draw the field in parts, every second of them shaded."""
    edge, top, bottom = edges
    columns, rows = ([0.0, *axis.lines, 1.0] for axis in (across, up))
    if across.levels and not up.levels:
        rows = [0.0, 1.0]
    shaded = 1 if across.levels else 0
    for column, (start, end) in enumerate(pairwise(columns)):
        for row, (low, high) in enumerate(pairwise(rows)):
            if (column + row) % 2 == shaded:
                box = edge * (1 - end), bottom - high * _FIELD, edge * (1 - start), bottom - low * _FIELD
                canvas.box(*box, canvas.colour("label_fill"))
    rule = canvas.colour("rule")
    for share in columns[1:-1]:
        canvas.line((edge * (1 - share), top), (edge * (1 - share), bottom), stroke=rule, thickness=HAIRLINE, dashes=(3, 2))
    for share in rows[1:-1]:
        y = bottom - share * _FIELD
        canvas.line((0, y), (edge, y), stroke=rule, thickness=HAIRLINE, dashes=(3, 2))
    canvas.box(0, top, edge, bottom, "", rule)


def _ticks(canvas: Canvas, across: _Axis, up: _Axis, edges: tuple[float, float, float], head: str) -> None:
    edge, _, bottom = edges
    for tick in across.ticks:
        x = edge * (1 - across.share(tick))
        shown = f"{head} {decimal_text(tick)}" if across.levels else decimal_text(tick)
        anchor: Anchor = "left" if x <= 0 else "right" if x >= edge else "middle"
        colour = "ink" if across.levels else "muted"
        canvas.text(x, bottom + canvas.line_height() / 2 + 2, shown, anchor, colour=colour, bold=across.levels)
    for tick in up.ticks:
        canvas.text(canvas.width, bottom - up.share(tick) * _FIELD, decimal_text(tick), colour="muted")
