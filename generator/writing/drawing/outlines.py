"""A true map: the outlines of zones, each with a number inside, the names below. The north is at the top.

Longitudes are shortened by the cosine of the middle latitude; over a city nothing else of a projection can be seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.persian import to_persian
from generator.tree.charts.figures import NOTHING, Chart, ChartRow
from generator.tree.nodes import Ring
from generator.writing.drawing import PathStep, points
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.points import Spot

_HIGHEST, _SHARE = 330.0, 0.6
"""The greatest height of a map, in points and of the height of its page."""

_STRIP = 40.0
"""At the left, for the arrow to the north."""

_APART = 0.3
"""Points of an outline nearer to each other than this (in points) are one in print."""

_KILOMETRES = 111.2
"""Kilometres of a degree of latitude."""

_LENGTHS = ("100", "50", "20", "10", "5", "2", "1")
_BAR_SHARE = 0.25
_SCAN_LINES = 24


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw the outlines, their numbers, an arrow to the north, a bar of kilometres, and the names."""
    sheet = _sheet(chart, canvas)
    drawn = [[sheet.ring(ring) for ring in entry.outline] for entry in chart.entries]
    for rings in drawn:
        canvas.path(_steps(rings), canvas.colour("chart_2"), canvas.colour("ink"))
    placed: list[Spot] = []
    for number, rings in enumerate(drawn, 1):
        for inside in (point_within(piece, rings) for piece in _pieces(rings)):
            placed.append(points.free(inside, placed, (_STRIP, canvas.width), (0, sheet.height)))
            if placed[-1] != inside:
                canvas.line(inside, placed[-1], stroke=canvas.colour("ink"), thickness=HAIRLINE)
            points.draw(canvas, placed[-1], number)
    north(canvas)
    foot = _bar(canvas, sheet)
    return points.names(canvas, [_name(entry, chart.unit) for entry in chart.entries], foot + 4)


def north(canvas: Canvas) -> None:
    """Draw an arrow to the north at the upper left."""
    line, x = canvas.line_height(), 16.0
    canvas.text(x, line / 2, "شمال", "middle", colour="muted", bold=True)
    top = line + 2
    canvas.polygon((x, top), (x - 5, top + 12), (x, top + 9), (x + 5, top + 12), fill=canvas.colour("muted"))
    canvas.line((x, top + 9), (x, top + 22), stroke=canvas.colour("muted"), thickness=1.2)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The projection from degrees to the canvas: the north-west corner, and the points of a degree of latitude."""

    west: float
    north: float
    shortening: float
    scale: float
    left: float
    height: float

    def ring(self, ring: Ring) -> list[Spot]:
        """Project a ring to the canvas, without points that are one in print."""
        kept: list[Spot] = []
        for longitude, latitude in ring:
            spot = (
                self.left + (longitude - self.west) * self.shortening * self.scale,
                (self.north - latitude) * self.scale,
            )
            if not kept or math.dist(spot, kept[-1]) >= _APART:
                kept.append(spot)
        return kept


def _sheet(chart: Chart, canvas: Canvas) -> _Sheet:
    every = [point for entry in chart.entries for ring in entry.outline for point in ring]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, top = min(y for _, y in every), max(y for _, y in every)
    shortening = math.cos(math.radians((south + top) / 2))
    wide, high = (east - west) * shortening, top - south
    room = canvas.width - _STRIP
    scale = min(room / wide, min(_HIGHEST, canvas.room * _SHARE) / high)
    return _Sheet(west, top, shortening, scale, _STRIP + (room - wide * scale) / 2, high * scale)


def _steps(rings: Sequence[Sequence[Spot]]) -> list[PathStep]:
    """Join all rings in one path; a hole stays white, since it runs the other way."""
    steps: list[PathStep] = []
    for ring in rings:
        steps += [("L" if number else "M", spot) for number, spot in enumerate(ring)]
        steps.append(("Z", ()))
    return steps


def _name(entry: ChartRow, unit: str) -> str:
    number = "" if entry.texts[1] in NOTHING else f": {entry.texts[1]} {unit}".rstrip()
    return f"{entry.label}{number}"


def _bar(canvas: Canvas, sheet: _Sheet) -> float:
    """Draw the longest bar of a round number of kilometres within a part of the width; return its lower edge."""
    kilometre = sheet.scale / _KILOMETRES
    shown = next((length for length in _LENGTHS if float(length) * kilometre <= canvas.width * _BAR_SHARE), _LENGTHS[-1])
    end, y = float(shown) * kilometre, max(sheet.height, _STRIP) + 12
    muted = canvas.colour("muted")
    canvas.line((0, y - 3), (0, y), (end, y), (end, y - 3), stroke=muted, thickness=1.0)
    canvas.text(end + 6, y - 2, f"{to_persian(shown)} کیلومتر", "left", colour="muted")
    return y + canvas.line_height() / 2


def _pieces(rings: Sequence[Sequence[Spot]]) -> Iterator[Sequence[Spot]]:
    """Yield the pieces that get a number: each that can hold it, and the largest in any case."""
    # Downwards on paper is southwards on the map, so that what went against the clock goes with it: pieces are negative.
    pieces = sorted((ring for ring in rings if _moments(ring)[0] <= 0), key=lambda ring: _moments(ring)[0])
    for number, piece in enumerate(pieces):
        if not number or -_moments(piece)[0] >= points.RADIUS**2:
            yield piece


def point_within(piece: Sequence[Spot], rings: Sequence[Sequence[Spot]]) -> Spot:
    """Return a point in a piece and in no hole: the centroid, or the middle of the widest stretch across the piece."""
    area, x, y = _moments(piece)
    if area and any(start < x / area < end for start, end in _stretches(rings, y / area)):
        return x / area, y / area
    low, high = min(v for _, v in piece), max(v for _, v in piece)
    found = []
    for number in range(_SCAN_LINES):
        level = low + (high - low) * (number + 0.5) / _SCAN_LINES
        own = _stretches([piece], level)
        for start, end in _stretches(rings, level):
            if any(left <= start and end <= right for left, right in own):
                found.append((end - start, (start + end) / 2, level))
    return max(found)[1:] if found else piece[0]


def _moments(ring: Sequence[Spot]) -> tuple[float, float, float]:
    """Return the area of a ring and its moments: area times the middle."""
    area = across = down = 0.0
    for (x, y), (u, v) in pairwise([*ring, ring[0]]):
        turn = x * v - u * y
        area, across, down = area + turn / 2, across + (x + u) * turn / 6, down + (y + v) * turn / 6
    return area, across, down


def _stretches(rings: Iterable[Sequence[Spot]], level: float) -> list[tuple[float, float]]:
    """Return the parts of a level line that are inside the rings."""
    cuts = sorted(
        x + (level - y) * (u - x) / (v - y)
        for ring in rings
        for (x, y), (u, v) in pairwise([*ring, ring[0]])
        if (y > level) is not (v > level)
    )
    return list(zip(cuts[::2], cuts[1::2], strict=False))
