"""From degrees to a sheet with the north at the top, with the arrow and the bar that say so.

Longitudes are shortened by the cosine of the middle latitude; over a city nothing else of a projection can be seen.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.persian import numeral
from generator.tree.nodes import Line
from generator.writing.drawing import PathStep
from generator.writing.drawing.canvas import Canvas
from generator.writing.drawing.points import Spot

HIGHEST, SHARE = 330.0, 0.6
"""The greatest height of a map, in points and of the height of its page."""

STRIP = 40.0
"""At the left, for the arrow to the north."""

_APART = 0.3
"""Points of a line nearer to each other than this (in points) are one in print."""

_METRES = 111_200
"""Metres of a degree of latitude."""

_LENGTHS = tuple(step * 10**power for power in (5, 4, 3, 2, 1) for step in (5, 2, 1))
_BAR_SHARE = 0.25
_KILOMETRE = 1000

_SMALLEST = 1e-6
"""Degrees that the sheet has at least, so that a map of one point has a scale too."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The projection from degrees to the canvas: the north-west corner, and the points of a degree of latitude."""

    west: float
    north: float
    shortening: float
    scale: float
    left: float
    height: float
    top: float = 0.0

    def spot(self, longitude: float, latitude: float) -> Spot:
        """Project a point to the canvas."""
        return (
            self.left + (longitude - self.west) * self.shortening * self.scale,
            self.top + (self.north - latitude) * self.scale,
        )

    def line(self, line: Line) -> list[Spot]:
        """Project a line to the canvas, without points that are one in print."""
        kept: list[Spot] = []
        for point in line:
            spot = self.spot(*point)
            if not kept or math.dist(spot, kept[-1]) >= _APART:
                kept.append(spot)
        return kept


def sheet(every: Collection[tuple[float, float]], canvas: Canvas, *, margin: float = 0.0, top: float = 0.0) -> Sheet:
    """Fit points into the room of a map, with a margin around them and the map's upper edge at a height."""
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, north = min(y for _, y in every), max(y for _, y in every)
    shortening = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * shortening, _SMALLEST), max(north - south, _SMALLEST)
    room = canvas.width - STRIP - 2 * margin
    scale = min(room / wide, (min(HIGHEST, canvas.room * SHARE) - 2 * margin) / high)
    left = STRIP + margin + (room - wide * scale) / 2
    return Sheet(west, north, shortening, scale, left, high * scale + 2 * margin, top + margin)


def steps(rings: Sequence[Sequence[Spot]]) -> list[PathStep]:
    """Join all rings in one path; a hole stays white, since it runs the other way."""
    joined: list[PathStep] = []
    for ring in rings:
        joined += [("L" if number else "M", spot) for number, spot in enumerate(ring)]
        joined.append(("Z", ()))
    return joined


def north(canvas: Canvas, top: float = 0.0) -> None:
    """Draw an arrow to the north at the upper left."""
    line, x = canvas.line_height(), 16.0
    canvas.text(x, top + line / 2, "شمال", "middle", colour="muted", bold=True)
    tip = top + line + 2
    canvas.polygon((x, tip), (x - 5, tip + 12), (x, tip + 9), (x + 5, tip + 12), fill=canvas.colour("muted"))
    canvas.line((x, tip + 9), (x, tip + 22), stroke=canvas.colour("muted"), thickness=1.2)


def bar(canvas: Canvas, drawn: Sheet, below: float, shortest: int = _KILOMETRE) -> float:
    """Draw the longest bar of a round length within a part of the width, below a height; return its lower edge."""
    metre = drawn.scale / _METRES
    fitting = (length for length in _LENGTHS if length >= shortest and length * metre <= canvas.width * _BAR_SHARE)
    shown = next(fitting, shortest)
    end, y = shown * metre, max(below, STRIP) + 12
    muted = canvas.colour("muted")
    canvas.line((0, y - 3), (0, y), (end, y), (end, y - 3), stroke=muted, thickness=1.0)
    text = f"{numeral(shown // _KILOMETRE)} کیلومتر" if shown >= _KILOMETRE else f"{numeral(shown)} متر"
    canvas.text(end + 6, y - 2, text, "left", colour="muted")
    return y + canvas.line_height() / 2
