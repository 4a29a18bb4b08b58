"""Standing bars: the first row and the scale at the right, as a Persian reader follows time."""

from __future__ import annotations

from decimal import Decimal

from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.scale import Scale, fill, legend, measure, scale

_HEIGHT = 150.0
_THICKEST = 40.0
_BARS, _MOST_BARS = 0.75, 0.92
"""The share of a row's room that its bars take, and the most where their numbers are wide."""

_GAP = 4.0
_APART = 2.0
"""The least distance of two numbers."""


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw a group of bars for each entry."""
    return _Columns(chart, canvas, scale(chart)).draw()


class _Columns:
    def __init__(self, chart: Chart, canvas: Canvas, along: Scale) -> None:
        lettering = canvas.lettering
        self._chart = chart
        self._canvas = canvas
        self._scale = along
        self._measure = measure(chart)
        self._top = legend(canvas, chart) + canvas.line_height() * (2 if self._measure else 1)
        self._bottom = self._top + _HEIGHT
        self._right = canvas.width - max(lettering.width(along.text(tick), canvas.size) for tick in along.ticks) - _GAP
        self._step = self._right / len(chart.entries)
        widest = max(
            lettering.width(_shown(text), canvas.size, bold=entry.strong) for entry in chart.entries for text in entry.texts
        )
        room = self._step / len(chart.titles)
        self._thick = min(max(min(_THICKEST, _BARS * room), widest + _APART), _MOST_BARS * room)
        self._numbered = widest + _APART <= self._thick
        """Whether each bar has its number: where they would touch, the scale and the table tell it."""

    def draw(self) -> float:
        canvas = self._canvas
        if self._measure:
            canvas.text(canvas.width, self._top - canvas.line_height() * 1.5, self._measure, colour="muted")
        for tick in self._scale.ticks:
            y = self._y(tick)
            canvas.line((0, y), (self._right, y), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
            canvas.text(canvas.width, y, self._scale.text(tick), colour="muted")
        lines = [self._entry(entry, self._right - (at + 0.5) * self._step) for at, entry in enumerate(self._chart.entries)]
        zero = self._y(Decimal(0))
        canvas.line((0, zero), (self._right, zero), stroke=canvas.colour("ink"))
        return self._bottom + _GAP + max(lines) * canvas.line_height() + 2

    def _y(self, value: Decimal) -> float:
        return self._bottom - self._scale.share(value) * _HEIGHT

    def _entry(self, entry: ChartRow, middle: float) -> int:
        """Draw the bars of a row and its name below; return how many lines the name has."""
        canvas, zero = self._canvas, self._y(Decimal(0))
        edge = middle + self._thick * len(entry.texts) / 2
        for series, (text, number) in enumerate(zip(entry.texts, entry.numbers, strict=True)):
            low, high = sorted((self._y(number or Decimal(0)), zero))
            if number:
                canvas.bar(edge - self._thick, low, edge, high, fill(self._chart, entry, series, canvas))
            if self._numbered:
                below = number is not None and number < 0
                at = high + canvas.line_height() / 2 if below else low - canvas.line_height() / 2
                self._value(edge - self._thick / 2, at, _shown(text), bold=entry.strong)
            edge -= self._thick
        lines = canvas.lettering.lines(entry.label, self._step - _GAP, canvas.size, bold=entry.strong)
        for at, line in enumerate(lines):
            height = self._bottom + _GAP + (at + 0.5) * canvas.line_height()
            canvas.text(middle, height, line, "middle", bold=entry.strong)
        return len(lines)

    def _value(self, middle: float, height: float, shown: str, *, bold: bool) -> None:
        """Draw a number on a white box: no line of the scale crosses it."""
        canvas = self._canvas
        half = canvas.lettering.width(shown, canvas.size, bold=bold) / 2 + 1
        up = canvas.size / 2 - 0.5
        canvas.box(middle - half, height - up, middle + half, height + up, canvas.colour("paper"))
        canvas.text(middle, height, shown, "middle", bold=bold)


def _shown(text: str) -> str:
    return "—" if text in NOTHING else text
