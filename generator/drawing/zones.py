"""A schematic map: circles around a centre in the direction that each has, as large as its number. The north is at the top."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from generator.drawing.canvas import HAIRLINE, Canvas
from generator.tree.compass import CENTRE, bearing
from generator.tree.figures import NOTHING, Chart, Entry

_SIDE = 300.0
_CITY, _ORBIT = 42.0, 100.0
_LARGEST, _SMALLEST = 30.0, 9.0
_COMPASS = (("شمال", 0.0), ("شرق", 90.0), ("جنوب", 180.0), ("غرب", 270.0))


@dataclass(frozen=True, slots=True)
class _Circle:
    entry: Entry
    turn: float
    radius: float


def draw(chart: Chart, canvas: Canvas) -> float:
    """The centre, the circles around it with their names, and the four directions at the edges."""
    line = canvas.line_height()
    middle_x, middle_y = canvas.width / 2, _SIDE / 2
    reach_x = min(canvas.width / 2 - 90, _ORBIT * 1.45)
    canvas.disc(middle_x, middle_y, _CITY, canvas.colour("label_fill"), canvas.colour("rule"))
    for name, degrees in _COMPASS:
        x = middle_x + math.sin(math.radians(degrees)) * (canvas.width / 2 - 16)
        y = middle_y - math.cos(math.radians(degrees)) * (_SIDE / 2 - line / 2)
        canvas.text(x, y, name, "middle", colour="muted", bold=True)
    circles = _circles(chart)
    for circle in circles:
        far = 0.0 if circle.turn == CENTRE else 1.0
        turn = math.radians(max(circle.turn, 0.0))
        x, y = middle_x + far * math.sin(turn) * reach_x, middle_y - far * math.cos(turn) * _ORBIT
        if far:
            start = middle_x + math.sin(turn) * _CITY, middle_y - math.cos(turn) * _CITY
            canvas.line(start, (x, y), stroke=canvas.colour("rule"), thickness=HAIRLINE, dashes=(2, 2))
    for circle in circles:
        _circle(circle, canvas, (middle_x, middle_y), reach_x, chart.unit)
    return _SIDE + 1


def _circle(circle: _Circle, canvas: Canvas, middle: tuple[float, float], reach: float, unit: str) -> None:
    far = 0.0 if circle.turn == CENTRE else 1.0
    turn = math.radians(max(circle.turn, 0.0))
    x, y = middle[0] + far * math.sin(turn) * reach, middle[1] - far * math.cos(turn) * _ORBIT
    canvas.disc(x, y, circle.radius, canvas.colour("chart_2"), canvas.colour("chart_1"), 1.0)
    shown = circle.entry.texts[1]
    lines = [*canvas.lettering.lines(circle.entry.label, 96, canvas.size, bold=True)]
    number = "" if shown in NOTHING else f"{shown} {unit}".strip()
    step = canvas.line_height()
    if abs(math.sin(turn)) < 0.35:
        up = -1 if math.cos(turn) > 0 else 1
        base = y + up * (circle.radius + 3 + step * (len(lines) + bool(number)) / 2)
        anchor_x, anchor = x, "middle"
    else:
        side = 1 if math.sin(turn) > 0 else -1
        base, anchor_x = y, x + side * (circle.radius + 4)
        anchor = "left" if side > 0 else "right"
    first = base - step * (len(lines) + bool(number) - 1) / 2
    for at, text in enumerate(lines):
        canvas.text(anchor_x, first + at * step, text, anchor, bold=True)  # type: ignore[arg-type]
    if number:
        canvas.text(anchor_x, first + len(lines) * step, number, anchor, colour="muted")  # type: ignore[arg-type]


def _circles(chart: Chart) -> list[_Circle]:
    """Circles by direction; those of one direction fan out around it."""
    most = max(number for entry in chart.entries if (number := entry.numbers[1]) is not None)
    by_turn: defaultdict[float, list[Entry]] = defaultdict(list)
    for entry in chart.entries:
        turn = bearing(entry.texts[0])
        by_turn[CENTRE if turn is None else turn].append(entry)
    circles = []
    for turn, entries in by_turn.items():
        for place, entry in enumerate(entries):
            spread = 0.0 if turn == CENTRE else (place - (len(entries) - 1) / 2) * 34
            value = entry.numbers[1]
            radius = _SMALLEST if not value or most <= 0 else max(_SMALLEST, _LARGEST * math.sqrt(float(value / most)))
            circles.append(_Circle(entry, turn if turn == CENTRE else (turn + spread) % 360, radius))
    return circles
