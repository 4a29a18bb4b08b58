"""Horizontal bars: names at the right, bars from there to the left, the first row on top."""

from __future__ import annotations

import math
from decimal import Decimal

from generator.tree.charts.figures import NOTHING, Chart, ChartRow
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.scale import Scale, labels, legend, scale

_FORMS = ((10.0, 7.0), (8.5, 5.0), (7.5, 4.0), (6.5, 3.0), (5.0, 2.0))
"""The thickness of bars and the white between rows, from the roomiest form to the tightest that can be read."""

_NAME_GAP = 8.0
_DIGITS = 1.05
"""The largest size of a number at a bar, of its thickness: digits are lower than their em."""

_VALUE_GAP = 4.0


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw a row of bars for each entry, on a scale from zero."""
    return _Bars(chart, canvas, scale(chart)).draw()


def draw_progress(chart: Chart, canvas: Canvas) -> float:
    """Draw planned and actual, on a scale that goes to the whole."""
    return _Bars(chart, canvas, scale(chart, top=Decimal(100))).draw()


class _Bars:
    def __init__(self, chart: Chart, canvas: Canvas, along: Scale) -> None:
        self._chart = chart
        self._canvas = canvas
        self._scale = along
        self._fills = canvas.series(len(chart.titles))
        self._names = labels(canvas, chart)
        self._right = canvas.width - self._names.width - _NAME_GAP
        texts = [canvas.lettering.width(text, canvas.size) for entry in chart.entries for text in entry.texts]
        self._left = max(texts, default=0.0) + _VALUE_GAP
        self._thick, self._gap = _FORMS[0]

    def draw(self) -> float:
        canvas = self._canvas
        top = legend(canvas, self._chart.titles, self._fills, self._chart.unit) + 4
        foot = canvas.line_height() + 4
        for self._thick, self._gap in _FORMS:
            heights = [self._height(row) for row in range(len(self._chart.entries))]
            if top + sum(heights) + foot <= canvas.room:
                break
        bottom = top + sum(heights)
        self._grid(top, bottom)
        at = top
        for row, height in enumerate(heights):
            self._row(row, at + height / 2)
            at += height
        axis = self._x(Decimal(0))
        canvas.line((axis, top), (axis, bottom), stroke=canvas.colour("ink"))
        return bottom + foot

    def _height(self, row: int) -> float:
        return max(len(self._fills) * self._thick, self._names.height(self._canvas, row)) + self._gap

    def _x(self, value: Decimal) -> float:
        return self._right - self._scale.share(value) * (self._right - self._left)

    def _grid(self, top: float, bottom: float) -> None:
        canvas = self._canvas
        widest = max(canvas.lettering.width(self._scale.text(tick), canvas.size) for tick in self._scale.ticks)
        apart = (self._right - self._left) / max(len(self._scale.ticks) - 1, 1)
        # Numbers that would touch are thinned out, from the zero on.
        every = math.ceil((widest + _VALUE_GAP) / apart)
        for at, tick in enumerate(self._scale.ticks):
            x = self._x(tick)
            canvas.line((x, top), (x, bottom), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
            if at % every == 0:
                canvas.text(x, bottom + 4 + canvas.line_height() / 2, self._scale.text(tick), "middle", colour="muted")

    def _row(self, row: int, middle: float) -> None:
        canvas = self._canvas
        entry: ChartRow = self._chart.entries[row]
        canvas.lines(canvas.width, middle, self._names.lines[row])
        top = middle - len(self._fills) * self._thick / 2
        start = self._x(Decimal(0))
        for fill, text, number in zip(self._fills, entry.texts, entry.numbers, strict=True):
            end = start if number is None else self._x(number)
            if end != start:
                canvas.bar(min(start, end), top, max(start, end), top + self._thick, fill)
            shown = "—" if text in NOTHING else text
            self._value(min(start, end) - _VALUE_GAP, top, shown)
            top += self._thick

    def _value(self, right: float, top: float, shown: str) -> None:
        """Draw a number on a white box: no line of the scale crosses it."""
        canvas, size = self._canvas, min(self._canvas.size, self._thick * _DIGITS)
        left = right - canvas.lettering.width(shown, size)
        canvas.box(left - 1, top + 0.5, right + 1, top + self._thick - 0.5, canvas.colour("paper"))
        canvas.text(right, top + self._thick / 2, shown, size=size)
