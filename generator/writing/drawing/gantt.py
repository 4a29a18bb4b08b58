"""A schedule: names at the right, time from there to the left, a band from the first filled cell of a row to the last."""

from __future__ import annotations

import math
from itertools import groupby

from generator.tree.charts.figures import Chart
from generator.writing.drawing.canvas import HAIRLINE, LINE, Canvas
from generator.writing.drawing.scale import labels

_ROW, _BAND = 16.0, 9.0
_NAME_GAP = 8.0


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw a row for each entry, columns under their heads and the heads above those."""
    names = labels(canvas, chart, 0.4)
    right = canvas.width - names.width - _NAME_GAP
    step = right / len(chart.titles)
    line = canvas.line_height() + 3
    top = line * (2 if any(chart.groups) else 1) + 2
    heights = [max(_ROW, names.height(canvas, row) + 4) for row in range(len(chart.entries))]
    bottom = top + sum(heights)
    _heads(chart, canvas, right, step, bottom)
    at = top
    for row, (entry, height) in enumerate(zip(chart.entries, heights, strict=True)):
        canvas.line((0, at), (canvas.width, at), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
        middle = at + height / 2
        canvas.lines(canvas.width, middle, names.lines[row])
        place = 0
        for tone, run in groupby(entry.tones):
            length = len(list(run))
            if tone:
                ends = right - (place + length) * step + 1, right - place * step - 1
                canvas.box(
                    ends[0],
                    middle - _BAND / 2,
                    ends[1],
                    middle + _BAND / 2,
                    canvas.colour(f"{tone}_fill"),
                    canvas.colour("ink"),
                    HAIRLINE,
                )
            place += length
        at += height
    canvas.line((0, bottom), (canvas.width, bottom), stroke=canvas.colour("rule"))
    canvas.line((right, 0), (right, bottom), stroke=canvas.colour("rule"))
    return bottom + 1


def _heads(chart: Chart, canvas: Canvas, right: float, step: float, bottom: float) -> None:
    line = canvas.line_height() + 3
    second = line if any(chart.groups) else 0.0
    place = 0
    for group, run in groupby(chart.groups):
        length = len(list(run))
        x = right - (place + length / 2) * step
        if group:
            canvas.text(x, line / 2, group, "middle", bold=True)
        place += length
        canvas.line((right - place * step, 0), (right - place * step, bottom), stroke=canvas.colour("rule"), thickness=LINE)
    # Titles that would touch are thinned out.
    every = math.ceil((max(canvas.lettering.width(title, canvas.size) for title in chart.titles) + 2) / step)
    for number, title in enumerate(chart.titles):
        if number % every == 0:
            canvas.text(right - (number + 0.5) * step, second + line / 2, title, "middle")
        edge = right - (number + 1) * step
        canvas.line((edge, second), (edge, bottom), stroke=canvas.colour("chart_grid"), thickness=HAIRLINE)
