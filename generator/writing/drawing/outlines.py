"""A true map: the outlines of zones, each with a number inside, the names below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.tree.charts.figures import Chart
from generator.tree.charts.rows import NOTHING, ChartRow
from generator.writing.drawing import points, projection
from generator.writing.drawing.canvas import HAIRLINE, Canvas
from generator.writing.drawing.points import Spot

_SCAN_LINES = 24


def draw(chart: Chart, canvas: Canvas) -> float:
    """Draw the outlines, their numbers, an arrow to the north, a bar of kilometres, and the names."""
    sheet = projection.sheet([point for entry in chart.entries for ring in entry.outline for point in ring], canvas)
    drawn = [[sheet.line(ring) for ring in entry.outline] for entry in chart.entries]
    for entry, rings in zip(chart.entries, drawn, strict=True):
        canvas.path(projection.steps(rings), canvas.colour("chart_1" if entry.strong else "chart_2"), canvas.colour("ink"))
    placed: list[Spot] = []
    for number, rings in enumerate(drawn, 1):
        for inside in (point_within(piece, rings) for piece in _pieces(rings)):
            placed.append(points.free(inside, placed, (projection.STRIP, canvas.width), (0, sheet.height)))
            if placed[-1] != inside:
                canvas.line(inside, placed[-1], stroke=canvas.colour("ink"), thickness=HAIRLINE)
            points.draw(canvas, placed[-1], number)
    projection.north(canvas)
    foot = projection.bar(canvas, sheet, sheet.height)
    return points.names(canvas, [_name(entry, chart.unit) for entry in chart.entries], foot + 4)


def _name(entry: ChartRow, unit: str) -> str:
    number = "" if entry.texts[1] in NOTHING else f": {entry.texts[1]} {unit}".rstrip()
    return f"{entry.label}{number}"


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
