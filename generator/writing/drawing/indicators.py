"""Indicators: for each a track from its baseline, at the right, to its target, at the left, and its position on it.

Each has a scale of its own, as their units differ; the numbers stand beside the marks.
"""

from __future__ import annotations

from decimal import Decimal

from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.scale import labels

_TRACK = 9.0
_ROW_GAP = 6.0
_NAME_GAP = 10.0
_PAST = 0.15
"""The room past either end of the track, for what went back or beyond."""


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw a track for each entry: baseline, actual, target."""
    names = labels(canvas, chart, 0.42)
    right, left = canvas.width - names.width - _NAME_GAP, 6.0
    at = _legend(chart, canvas) + 4
    for row, entry in enumerate(chart.entries):
        height = max(names.height(canvas, row), _TRACK + 2 * canvas.line_height()) + _ROW_GAP
        middle = at + height / 2
        canvas.lines(canvas.width, middle, names.lines[row])
        _track(entry, canvas, left, right, middle)
        at += height
        if row < len(chart.entries) - 1:
            canvas.line((0, at), (canvas.width, at), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
    return at


def _legend(chart: Chart, canvas: Canvas) -> float:
    middle, right = canvas.line_height() / 2, canvas.width
    for title, mark in zip(chart.titles, (_baseline, _actual, _target), strict=True):
        mark(canvas, right - 6, middle)
        canvas.text(right - 16, middle, title)
        right -= canvas.lettering.width(title, canvas.size) + 34
    return canvas.line_height() + 4


def _track(entry: ChartRow, canvas: Canvas, left: float, right: float, middle: float) -> None:
    baseline, actual, target = entry.numbers
    way = (right - left) / (1 + 2 * _PAST)
    start, end = right - way * _PAST, left + way * _PAST
    canvas.line((left, middle), (right, middle), stroke=canvas.colour("chart_grid"), thickness=1.2)
    canvas.box(end, middle - _TRACK / 2, start, middle + _TRACK / 2, canvas.colour("chart_2"), canvas.colour("ink"), HAIRLINE)
    reached = _reached(baseline, actual, target)
    if reached is not None:
        stand = start - min(max(reached, -_PAST), 1 + _PAST) * way
        low, high = sorted((start, stand))
        canvas.box(low, middle - _TRACK / 4, high, middle + _TRACK / 4, canvas.colour("chart_1"))
        canvas.text(stand, middle - _TRACK / 2 - canvas.line_height() / 2, _shown(entry.texts[1]), "middle", bold=True)
    else:
        canvas.text(
            (start + end) / 2, middle - _TRACK / 2 - canvas.line_height() / 2, _shown(entry.texts[1]), "middle", bold=True
        )
    _baseline(canvas, start, middle)
    _target(canvas, end, middle)
    if reached is not None:
        _actual(canvas, stand, middle)
    below = middle + _TRACK / 2 + canvas.line_height() / 2 + 1
    canvas.text(start, below, _shown(entry.texts[0]), "middle", colour="muted")
    canvas.text(end, below, _shown(entry.texts[2]), "middle", colour="muted")


def _reached(baseline: Decimal | None, actual: Decimal | None, target: Decimal | None) -> float | None:
    """Return the part of the way that is done; None where a number is missing or there is no way."""
    if baseline is None or actual is None or target is None or target == baseline:
        return None
    return float((actual - baseline) / (target - baseline))


def _shown(text: str) -> str:
    return "—" if text in NOTHING else text


def _baseline(canvas: Canvas, x: float, y: float) -> None:
    canvas.disc(x, y, 5.4, "ffffff", canvas.colour("ink"), 1.0)


def _actual(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon(
        (x, y - 5), (x - 5, y), (x, y + 5), (x + 5, y), fill=canvas.colour("chart_1"), stroke="ffffff", thickness=0.8
    )


def _target(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 1.6, y - 6.5, x + 1.6, y + 6.5, canvas.colour("chart_3"), canvas.colour("ink"), HAIRLINE)
