"""A schematic map: circles around a centre in the direction that each has, as large as its number. The north is at the top."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.tree.charts.compass import CENTRE, bearing
from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.writing.drawing import outlines, projection
from generator.writing.drawing.canvas import HAIRLINE, Anchor, Canvas

_HEIGHT = 320.0
_CITY = 34.0
_NAME_ROOM = 120.0
"""The room for a name at either edge, outside the circles."""

_LARGEST, _SMALLEST = 27.0, 8.0
_GAP = 4.0
_UPRIGHT = 0.3
"""Circles this near to north or south (by the sine) have their names above or below."""

_TURN = 1.5
_PATIENCE = 400


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        across = self.left < other.right + _GAP and other.left < self.right + _GAP
        return across and self.top < other.bottom + _GAP and other.top < self.bottom + _GAP


@dataclass(frozen=True, slots=True)
class _Circle:
    """A circle at a bearing (degrees from the north, `CENTRE` for the middle), with the lines of its name and number."""

    turn: float
    radius: float
    names: tuple[str, ...]
    number: str
    strong: bool

    @property
    def sine(self) -> float:
        return 0.0 if self.turn == CENTRE else math.sin(math.radians(self.turn))


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw the true map where outlines are known; else the centre, named circles around it, an arrow to the north."""
    if any(entry.outline for entry in chart.entries):
        return outlines.draw(chart, canvas)
    sheet = _Sheet(canvas)
    circles = sheet.spread(_circles(chart, canvas))
    middle = sheet.middle
    canvas.disc(*middle, _CITY, canvas.colour("label_fill"), canvas.colour("rule"))
    if all(circle.turn != CENTRE for circle in circles):
        canvas.text(*middle, "مرکز", "middle", colour="muted")
    for circle in circles:
        if circle.turn != CENTRE:
            turn = math.radians(circle.turn)
            start = middle[0] + math.sin(turn) * _CITY, middle[1] - math.cos(turn) * _CITY
            canvas.line(start, sheet.spot(circle), stroke=canvas.colour("rule"), thickness=HAIRLINE, dashes=(2, 2))
    for circle in circles:
        sheet.draw(circle)
    projection.north(canvas)
    return max(middle[1] + _CITY, *(box.bottom for circle in circles for box in sheet.boxes(circle)))


def _circles(chart: Chart, canvas: Canvas) -> list[_Circle]:
    """Make the circles by bearing, those of one direction a little apart."""
    most = max(number for entry in chart.entries if (number := entry.numbers[1]) is not None)
    by_turn: defaultdict[float, list[ChartRow]] = defaultdict(list)
    for entry in chart.entries:
        turn = bearing(entry.texts[0])
        by_turn[CENTRE if turn is None else turn].append(entry)
    circles = []
    for turn, entries in by_turn.items():
        for place, entry in enumerate(entries):
            apart = 0.0 if turn == CENTRE else (place - (len(entries) - 1) / 2) * 8
            value = entry.numbers[1]
            share = math.sqrt(float(value / most)) if value and value > 0 else 0.0
            names = tuple(canvas.lettering.lines(entry.label, _NAME_ROOM - 2 * _LARGEST + 30, canvas.size, bold=True))
            shown = "" if entry.texts[1] in NOTHING else f"{entry.texts[1]} {chart.unit}".strip()
            circles.append(_Circle(turn + apart, max(_SMALLEST, _LARGEST * share), names, shown, entry.strong))
    return circles


class _Sheet:
    """Places circles and names on a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.middle = canvas.width / 2, _HEIGHT / 2
        self._reach = max(80.0, canvas.width / 2 - _NAME_ROOM), _HEIGHT / 2 - 62

    def spot(self, circle: _Circle) -> tuple[float, float]:
        """Return the middle of a circle."""
        if circle.turn == CENTRE:
            return self.middle
        turn = math.radians(circle.turn)
        return self.middle[0] + math.sin(turn) * self._reach[0], self.middle[1] - math.cos(turn) * self._reach[1]

    def spread(self, circles: Sequence[_Circle]) -> list[_Circle]:
        """Turn the circles apart, step by step, until none covers another or its name."""
        placed = sorted(circles, key=lambda circle: circle.turn)
        for _ in range(_PATIENCE):
            pairs = [(at, (at + 1) % len(placed)) for at in range(len(placed)) if len(placed) > 1]
            meeting = [(before, after) for before, after in pairs if self._meet(placed[before], placed[after])]
            if not meeting:
                break
            for before, after in meeting:
                for at, step in ((before, -_TURN), (after, _TURN)):
                    if placed[at].turn != CENTRE:
                        placed[at] = replace(placed[at], turn=(placed[at].turn + step) % 360)
        return placed

    def _meet(self, one: _Circle, other: _Circle) -> bool:
        return any(box.meets(others) for box in self.boxes(one) for others in self.boxes(other))

    def boxes(self, circle: _Circle) -> Iterator[_Box]:
        """Yield the boxes that a circle and its name cover."""
        x, y = self.spot(circle)
        yield _Box(x - circle.radius, y - circle.radius, x + circle.radius, y + circle.radius)
        canvas = self._canvas
        widths = [canvas.lettering.width(name, canvas.size, bold=True) for name in circle.names]
        widths.append(canvas.lettering.width(circle.number, canvas.size))
        at, first, anchor = self._name(circle)
        left = {"left": at, "middle": at - max(widths) / 2, "right": at - max(widths)}[anchor]
        top = first - canvas.line_height() / 2
        yield _Box(left, top, left + max(widths), top + self._lines(circle) * canvas.line_height())

    def _lines(self, circle: _Circle) -> int:
        return len(circle.names) + bool(circle.number)

    def _name(self, circle: _Circle) -> tuple[float, float, Anchor]:
        """Return the place of a name's first line: its edge, the height of its middle, and which edge that is."""
        x, y = self.spot(circle)
        step, lines = self._canvas.line_height(), self._lines(circle)
        if abs(circle.sine) < _UPRIGHT:
            below = circle.turn == CENTRE or 90 < circle.turn < 270
            middle = y + (1 if below else -1) * (circle.radius + 3 + step * lines / 2)
            return x, middle - step * (lines - 1) / 2, "middle"
        side = 1 if circle.sine > 0 else -1
        return x + side * (circle.radius + 4), y - step * (lines - 1) / 2, "left" if side > 0 else "right"

    def draw(self, circle: _Circle) -> None:
        """Draw a circle, its name and number."""
        canvas = self._canvas
        canvas.disc(
            *self.spot(circle),
            circle.radius,
            canvas.colour("chart_1" if circle.strong else "chart_2"),
            canvas.colour("chart_1"),
            1.0,
        )
        at, line, anchor = self._name(circle)
        for name in circle.names:
            canvas.text(at, line, name, anchor, bold=True)
            line += canvas.line_height()
        if circle.number:
            canvas.text(at, line, circle.number, anchor, colour="muted")
