"""A matrix of two scores: each row a numbered point, the first score to the left, the second upwards; the names below."""

from __future__ import annotations

from decimal import Decimal

from generator.drawing.canvas import HAIRLINE, Canvas
from generator.drawing.scale import marks
from generator.persian import to_persian
from generator.persian.digits import decimal_text
from generator.tree.figures import Chart

_FIELD = 220.0
_RADIUS = 7.0
_GAP = 5.0


def draw(chart: Chart, canvas: Canvas) -> float:
    """The field in fourths, the points, and the names by number."""
    heads = chart.titles
    across, up = (_scale(chart, place) for place in (0, 1))
    top = canvas.line_height() + 4
    right = canvas.width - max(canvas.lettering.width(decimal_text(mark), canvas.size) for mark in up) - _GAP
    bottom = top + _FIELD

    def x(value: Decimal) -> float:
        return right - float((value - across[0]) / (across[-1] - across[0])) * right

    def y(value: Decimal) -> float:
        return bottom - float((value - up[0]) / (up[-1] - up[0])) * _FIELD

    canvas.box(0, top, right / 2, (top + bottom) / 2, canvas.colour("label_fill"))
    canvas.box(right / 2, (top + bottom) / 2, right, bottom, canvas.colour("label_fill"))
    for mark in across:
        canvas.text(
            x(mark),
            bottom + canvas.line_height() / 2 + 2,
            decimal_text(mark),
            "middle" if 0 < x(mark) < right else ("left" if x(mark) <= 0 else "right"),
            colour="muted",
        )
    for mark in up:
        canvas.text(canvas.width, y(mark), decimal_text(mark), colour="muted")
    canvas.line((right / 2, top), (right / 2, bottom), stroke=canvas.colour("rule"), thickness=HAIRLINE, dashes=(3, 2))
    canvas.line(
        (0, (top + bottom) / 2), (right, (top + bottom) / 2), stroke=canvas.colour("rule"), thickness=HAIRLINE, dashes=(3, 2)
    )
    canvas.box(0, top, right, bottom, "", canvas.colour("rule"))
    canvas.text(canvas.width, top - canvas.line_height() / 2 - 2, heads[1], bold=True)
    below = bottom + canvas.line_height() * 1.5 + 4
    canvas.text(0, below, heads[0], "left", bold=True)
    placed: list[tuple[float, float]] = []
    for number, entry in enumerate(chart.entries, 1):
        first, second = entry.numbers
        if first is None or second is None:
            continue
        spot = _free(x(first), y(second), placed, (_RADIUS, right - _RADIUS), (top + _RADIUS, bottom - _RADIUS))
        placed.append(spot)
        canvas.disc(*spot, _RADIUS, canvas.colour("chart_1"), "ffffff", 0.8)
        shown = to_persian(str(number))
        canvas.text(*spot, shown, "middle", size=canvas.size * 0.85, bold=True, colour="paper")
    return _names(chart, canvas, below + canvas.line_height())


def _scale(chart: Chart, place: int) -> list[Decimal]:
    values = [number for entry in chart.entries if (number := entry.numbers[place]) is not None]
    return list(marks(min(values), max(values), 6))


def _free(
    x: float, y: float, placed: list[tuple[float, float]], across: tuple[float, float], up: tuple[float, float]
) -> tuple[float, float]:
    """The nearest place to a point, on rings around it, where it covers no other."""
    offsets = [(0.0, 0.0)]
    for ring in range(1, 12):
        reach = ring * _RADIUS * 0.75
        offsets += [
            (reach * u, reach * v)
            for u, v in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
        ]
    for dx, dy in offsets:
        spot = min(max(x + dx, across[0]), across[1]), min(max(y + dy, up[0]), up[1])
        if all((spot[0] - u) ** 2 + (spot[1] - v) ** 2 >= (1.7 * _RADIUS) ** 2 for u, v in placed):
            return spot
    return min(max(x, across[0]), across[1]), min(max(y, up[0]), up[1])


def _names(chart: Chart, canvas: Canvas, top: float) -> float:
    """The names by their numbers, in columns from the right."""
    shown = [f"{to_persian(str(number))}- {entry.label}" for number, entry in enumerate(chart.entries, 1)]
    widest = max(canvas.lettering.width(text, canvas.size) for text in shown) + 14
    count = max(1, min(len(shown), int((canvas.width + 14) // widest)))
    rows = -(-len(shown) // count)
    for number, text in enumerate(shown):
        column, row = divmod(number, rows)
        canvas.text(canvas.width - column * canvas.width / count, top + (row + 0.5) * canvas.line_height(), text)
    return top + rows * canvas.line_height() + 2
