"""Lying bars: names at the right, bars from there to the left, the first row on top; what is below zero goes to the right."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.scale import Labels, Scale, fill, labels, legend, measure, scale


@dataclass(frozen=True, slots=True)
class _Form:
    """How far apart bars are, by the size of text, and rows in points; the share of the width for names."""

    step: float
    gap: float
    names: float


_FORMS = (
    *(_Form(1.1, 8.0, share) for share in (0.36, 0.46, 0.56)),
    *(_Form(0.95, 4.0, share) for share in (0.46, 0.56)),
    # Only past some fifty bars of several columns: where numbers would touch, the scale and the table tell them.
    *(_Form(step, 2.0, 0.56) for step in (0.75, 0.6, 0.45)),
)
"""From the roomiest form to the tightest that can be read."""

_NUMBERED = 0.95
"""The least distance of two bars that have their numbers; digits are lower than their em."""

_BETWEEN = 0.2
"""The white between the bars of a row, of their distance: the number at a bar touches no other bar."""

_FEW = 12
_CLOSER = 0.6
"""The most rows that stand as far apart as their form says, and what is left of that between more of them."""

_LEAST = 0.25
"""The least share of their room that bars have; the rest is for numbers."""

_MOST_LINES = 2
_NAME_GAP = 8.0
_VALUE_GAP = 4.0
_FOOT_GAP = 4.0


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
        self._top = legend(canvas, chart) + 4
        self._form, self._names = self._fitting()
        self._numbered = self._form.step >= _NUMBERED
        self._step = canvas.size * self._form.step
        self._right = canvas.width - self._names.width - _NAME_GAP
        span, least = float(along.ticks[-1] - along.ticks[0]), _LEAST * self._right
        self._unit = self._longest_unit(span)
        if self._unit * span < least:
            # So narrow that numbers would leave no room for bars: the scale and the table tell them.
            self._numbered = False
            self._unit = max(self._longest_unit(span), least / span)
        self._zero = self._extent(self._unit, 1)

    def draw(self) -> float:
        canvas = self._canvas
        heights = [self._height(self._form, self._names, row) for row in range(len(self._chart.entries))]
        bottom = self._top + sum(heights)
        self._grid(bottom)
        at = self._top
        for row, height in enumerate(heights):
            self._row(row, at + height / 2)
            at += height
        canvas.line((self._zero, self._top), (self._zero, bottom), stroke=canvas.colour("ink"))
        return self._foot(bottom)

    # --- room

    def _fitting(self) -> tuple[_Form, Labels]:
        """Return the first form that has room on the page, its names in two lines at most where one as roomy allows that."""
        known: dict[float, Labels] = {}
        found: tuple[_Form, Labels] | None = None
        for form in _FORMS:
            if found and form.step != found[0].step:
                break
            if form.names not in known:
                known[form.names] = labels(self._canvas, self._chart, form.names)
            names = known[form.names]
            if self._fits(form, names):
                found = found or (form, names)
                if names.most <= _MOST_LINES:
                    return form, names
        return found or (_FORMS[-1], known[_FORMS[-1].names])

    def _fits(self, form: _Form, names: Labels) -> bool:
        rows = sum(self._height(form, names, row) for row in range(len(self._chart.entries)))
        return self._top + rows + _FOOT_GAP + 2 * self._canvas.line_height() <= self._canvas.room

    def _height(self, form: _Form, names: Labels, row: int) -> float:
        bars = len(self._chart.titles) * self._canvas.size * form.step
        gap = form.gap if len(self._chart.entries) <= _FEW else form.gap * _CLOSER
        return max(bars, names.height(self._canvas, row)) + gap

    def _extent(self, unit: float, side: int) -> float:
        """Return the room that one side of zero needs (1: the left, -1: the right), in points, at so many points to one."""
        lettering, size, needs = self._canvas.lettering, self._canvas.size, [0.0]
        for entry in self._chart.entries:
            for text, number in zip(entry.texts, entry.numbers, strict=True):
                length = unit * float(number or 0) * side
                if length > 0 or (side > 0 and not number):
                    width = lettering.width(_shown(text), size, bold=entry.strong) + _VALUE_GAP if self._numbered else 0.0
                    needs.append(length + width)
        for tick in self._scale.ticks:
            needs.append(unit * float(tick) * side + lettering.width(self._scale.text(tick), size) / 2)
        return max(needs) if side > 0 or self._scale.ticks[0] < 0 else 0.0

    def _longest_unit(self, span: float) -> float:
        """Return the most points to one at which every bar keeps its number within the frame."""
        low, high = 0.0, self._right / span
        for _ in range(40):
            middle = (low + high) / 2
            fits = self._extent(middle, 1) + self._extent(middle, -1) <= self._right
            low, high = (middle, high) if fits else (low, middle)
        return low

    def _x(self, value: Decimal) -> float:
        return self._zero - float(value) * self._unit

    # --- the parts

    def _grid(self, bottom: float) -> None:
        canvas, grid = self._canvas, self._canvas.colour("chart_grid")
        for tick in self._scale.ticks:
            canvas.line((self._x(tick), self._top), (self._x(tick), bottom), stroke=grid, thickness=HAIRLINE)
        canvas.line((0, bottom), (self._right, bottom), stroke=canvas.colour("rule"), thickness=HAIRLINE)

    def _foot(self, bottom: float) -> float:
        """Draw the numbers of the scale, and beside them what it measures; return the lower edge."""
        canvas = self._canvas
        line = bottom + _FOOT_GAP + canvas.line_height() / 2
        edge = self._right
        for tick in self._marked():
            text = self._scale.text(tick)
            canvas.text(self._x(tick), line, text, "middle", colour="muted")
            edge = max(edge, self._x(tick) + canvas.lettering.width(text, canvas.size) / 2)
        if said := measure(self._chart):
            if canvas.width - canvas.lettering.width(said, canvas.size) < edge + _VALUE_GAP:
                line += canvas.line_height()
            canvas.text(canvas.width, line, said, colour="muted")
        return line + canvas.line_height() / 2

    def _marked(self) -> Iterator[Decimal]:
        """Yield the ticks that have numbers: those that would touch are thinned out, from the zero on."""
        ticks, lettering = self._scale.ticks, self._canvas.lettering
        widest = max(lettering.width(self._scale.text(tick), self._canvas.size) for tick in ticks)
        every = math.ceil((widest + 2 * _VALUE_GAP) / (float(ticks[1] - ticks[0]) * self._unit))
        zero = ticks.index(Decimal(0))
        yield from (tick for at, tick in enumerate(ticks) if (at - zero) % every == 0)

    def _row(self, row: int, middle: float) -> None:
        canvas = self._canvas
        entry: ChartRow = self._chart.entries[row]
        canvas.lines(canvas.width, middle, self._names.lines[row], bold=entry.strong)
        thick = self._step * (1 - _BETWEEN)
        for series, (text, number) in enumerate(zip(entry.texts, entry.numbers, strict=True)):
            at = middle + (series + 0.5 - len(entry.texts) / 2) * self._step
            end = self._x(number or Decimal(0))
            if end != self._zero:
                left, right = sorted((self._zero, end))
                canvas.bar(left, at - thick / 2, right, at + thick / 2, fill(self._chart, entry, series, canvas))
            if self._numbered:
                self._value(end, at, _shown(text), entry, behind=end > self._zero)

    def _value(self, end: float, middle: float, shown: str, entry: ChartRow, *, behind: bool) -> None:
        """Draw a number past the end of its bar, on a white box: no line of the scale crosses it."""
        canvas = self._canvas
        width = canvas.lettering.width(shown, canvas.size, bold=entry.strong)
        left = end + _VALUE_GAP if behind else end - _VALUE_GAP - width
        half = min(self._step, canvas.size) / 2 - 0.5
        canvas.box(left - 1, middle - half, left + width + 1, middle + half, canvas.colour("paper"))
        canvas.text(left + width, middle, shown, bold=entry.strong)


def _shown(text: str) -> str:
    return "—" if text in NOTHING else text
