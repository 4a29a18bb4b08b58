"""Vertical bars: the first row and the scale at the right, as a Persian reader follows time."""

from __future__ import annotations

from decimal import Decimal

from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.scale import fill, legend, measure, scale

_HEIGHT = 150.0
_THICKEST = 40.0
_GAP = 4.0


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw a group of bars for each entry."""
    along = scale(chart)
    said = measure(chart)
    top = legend(canvas, chart) + canvas.line_height() * (2 if said else 1)
    bottom = top + _HEIGHT
    if said:
        canvas.text(canvas.width, top - canvas.line_height() * 1.5, said, colour="muted")
    right = canvas.width - max(canvas.lettering.width(along.text(tick), canvas.size) for tick in along.ticks) - _GAP

    def y(value: Decimal) -> float:
        return bottom - along.share(value) * _HEIGHT

    for tick in along.ticks:
        canvas.line((0, y(tick)), (right, y(tick)), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
        canvas.text(canvas.width, y(tick), along.text(tick), colour="muted")
    step = right / len(chart.entries)
    thick = min(_THICKEST, step * 0.75 / len(chart.titles))
    highest = 0
    for number, entry in enumerate(chart.entries):
        middle = right - (number + 0.5) * step
        edge = middle + thick * len(chart.titles) / 2
        for series, (text, value) in enumerate(zip(entry.texts, entry.numbers, strict=True)):
            head = y(Decimal(0) if value is None else value)
            if value:
                canvas.bar(
                    edge - thick, min(head, y(Decimal(0))), edge, max(head, y(Decimal(0))), fill(chart, entry, series, canvas)
                )
            shown = "—" if text in NOTHING else text
            size = min(canvas.size, canvas.size * thick / max(canvas.lettering.width(shown, canvas.size), 1e-9) * 0.96)
            canvas.text(edge - thick / 2, min(head, y(Decimal(0))) - canvas.line_height(size) / 2, shown, "middle", size=size)
            edge -= thick
        lines = canvas.lettering.lines(entry.label, step - _GAP, canvas.size)
        highest = max(highest, len(lines))
        for at, line in enumerate(lines):
            canvas.text(middle, bottom + _GAP + (at + 0.5) * canvas.line_height(), line, "middle")
    canvas.line((0, y(Decimal(0))), (right, y(Decimal(0))), stroke=canvas.colour("ink"))
    return bottom + _GAP + highest * canvas.line_height() + 2
