"""Scales, ticks, legend and row names: what several kinds of chart have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.persian.digits import decimal_text, percent_text
from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import ChartRow
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


def scale(chart: Chart, most_ticks: int = 8, top: Decimal | None = None) -> Scale:
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


def legend(canvas: Canvas, chart: Chart) -> float:
    """Draw the names of series, or of axes, from the right; return the height. What is alone is named beside the scale."""
    shown = [(axis, canvas.axis(axis)) for axis in chart.axes]
    if len(chart.titles) > 1:
        shown = [*zip(chart.titles, canvas.series(len(chart.titles)), strict=True)]
    if not shown:
        return 0.0
    middle, right, lines = canvas.line_height() / 2, canvas.width, 1
    for title, fill in shown:
        wide = _SWATCH[0] + _GAP + canvas.lettering.width(title, canvas.size)
        if right - wide < 0 and right < canvas.width:
            right, lines = canvas.width, lines + 1
            middle += canvas.line_height() + 2
        canvas.bar(right - _SWATCH[0], middle - _SWATCH[1] / 2, right, middle + _SWATCH[1] / 2, fill)
        canvas.text(right - _SWATCH[0] - _GAP, middle, title)
        right -= wide + 14
    return lines * (canvas.line_height() + 2) + 2


def measure(chart: Chart) -> str:
    """Say what a scale measures: the one series that there is, and the unit, unless the series names it."""
    title = chart.titles[0] if len(chart.titles) == 1 else ""
    if not chart.unit or chart.unit in title:
        return title
    return f"{title} ({chart.unit})" if title else chart.unit


def fill(chart: Chart, entry: ChartRow, series: int, canvas: Canvas) -> Fill:
    """Return the fill of a bar: by its series, its axis or its side of zero; pale where other rows stand out."""
    number = entry.numbers[series]
    pale = not entry.strong and any(other.strong for other in chart.entries)
    if len(chart.titles) > 1:
        return canvas.series(len(chart.titles))[series]
    if entry.axis:
        return canvas.axis(entry.axis)
    if chart.kind == "deviation":
        return canvas.deviation(behind=number is not None and number < 0, pale=pale)
    return Fill(canvas.colour("chart_2" if pale else "chart_1"))


@dataclass(frozen=True, slots=True)
class Labels:
    """The column of row names at the right: its width, and the lines of each name."""

    width: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def most(self) -> int:
        """The most lines that a name has."""
        return max(map(len, self.lines))

    def height(self, canvas: Canvas, row: int) -> float:
        """Return the height of a row's lines."""
        return len(self.lines[row]) * canvas.line_height()


def labels(canvas: Canvas, chart: Chart, share: float = 0.36) -> Labels:
    """Break the names of rows into lines where one would take more than a share of the width."""
    most = canvas.width * share
    widest = max(canvas.lettering.width(entry.label, canvas.size, bold=entry.strong) for entry in chart.entries)
    lines = tuple(_broken(entry, min(widest, most), canvas) for entry in chart.entries)
    taken = max(
        canvas.lettering.width(line, canvas.size, bold=entry.strong)
        for entry, row in zip(chart.entries, lines, strict=True)
        for line in row
    )
    return Labels(taken, lines)


def _broken(entry: ChartRow, width: float, canvas: Canvas) -> tuple[str, ...]:
    """Break a name into lines; two are about as long as each other, so that no word is left alone."""
    lines = canvas.lettering.lines(entry.label, width, canvas.size, bold=entry.strong)
    if len(lines) == 2:
        words = entry.label.split()
        parted = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        even = min(parted, key=lambda pair: abs(len(pair[0]) - len(pair[1])))
        if all(canvas.lettering.width(line, canvas.size, bold=entry.strong) <= width for line in even):
            return even
    return tuple(lines)
