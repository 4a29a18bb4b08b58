"""Scales, ticks, legend and row names: what several kinds of chart have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.persian.digits import decimal_text, percent_text
from generator.tree.charts.figures import Chart
from generator.writing.drawing.canvas import Canvas, Fill

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Ticks from the lowest to the highest, at equal distances; percentages have their sign."""

    ticks: tuple[Decimal, ...]
    percent: bool

    def share(self, value: Decimal) -> float:
        """Return the place of a value along the scale, from 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return float((value - low) / (high - low))

    def text(self, tick: Decimal) -> str:
        """Return the text of a tick."""
        return percent_text(tick) if self.percent else decimal_text(tick)


def scale(chart: Chart, most_ticks: int = 6, top: Decimal | None = None) -> Scale:
    """Make a scale from zero (below it where a value is negative) to a round number past every value."""
    values = [number for entry in chart.entries for number in entry.numbers if number is not None]
    low = min(min(values), Decimal(0))
    high = max(max(values), Decimal(0) if top is None else top)
    return Scale(tuple(ticks(low, high, most_ticks)), chart.percent)


def ticks(low: Decimal, high: Decimal, most: int) -> Iterable[Decimal]:
    """Return round numbers at equal distances that enclose an interval; at most so many of them."""
    if high == low:
        high = low + 1
    step = Decimal(10) ** (math.floor(math.log10(high - low)) - 1)
    while True:
        for factor in _STEPS:
            first, last = math.floor(low / (step * factor)), math.ceil(high / (step * factor))
            last = max(last, first + 1)
            if last - first + 1 <= most:
                return [number * step * factor for number in range(first, last + 1)]
        step *= 10


_SWATCH = (14.0, 8.0)
_GAP = 5.0


def legend(canvas: Canvas, titles: Sequence[str], fills: Sequence[Fill], unit: str = "") -> float:
    """Draw the names of series from the right, the unit at the left; return the height. One series has no swatch."""
    height = canvas.line_height() + 4
    middle = canvas.line_height() / 2
    right = canvas.width
    if unit:
        canvas.text(0, middle, unit, "left", colour="muted")
    left_free = canvas.lettering.width(unit, canvas.size) + 12 if unit else 0.0
    if len(titles) == 1:
        canvas.text(right, middle, titles[0], colour="muted")
        return height if titles[0] or unit else 0.0
    lines = 1
    for title, fill in zip(titles, fills, strict=True):
        wide = _SWATCH[0] + _GAP + canvas.lettering.width(title, canvas.size)
        if right - wide < left_free and right < canvas.width:
            right, lines, left_free = canvas.width, lines + 1, 0.0
            middle += canvas.line_height() + 2
        canvas.bar(right - _SWATCH[0], middle - _SWATCH[1] / 2, right, middle + _SWATCH[1] / 2, fill)
        canvas.text(right - _SWATCH[0] - _GAP, middle, title)
        right -= wide + 14
    return height + (lines - 1) * (canvas.line_height() + 2)


@dataclass(frozen=True, slots=True)
class Labels:
    """The column of row names at the right: its width, and the lines of each name."""

    width: float
    lines: tuple[tuple[str, ...], ...]

    def height(self, canvas: Canvas, row: int) -> float:
        """Return the height of a row's lines."""
        return len(self.lines[row]) * canvas.line_height()


def labels(canvas: Canvas, chart: Chart, share: float = 0.36) -> Labels:
    """Break the names of rows into lines where one would take more than a share of the width."""
    most = canvas.width * share
    widest = max(canvas.lettering.width(entry.label, canvas.size) for entry in chart.entries)
    lines = tuple(tuple(canvas.lettering.lines(entry.label, min(widest, most), canvas.size)) for entry in chart.entries)
    taken = max(canvas.lettering.width(line, canvas.size) for row in lines for line in row)
    return Labels(taken, lines)
