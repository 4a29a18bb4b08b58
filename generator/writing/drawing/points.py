"""Numbered points: a disc with a number at each place, and the names by number below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.persian import numeral
from generator.writing.drawing.canvas import Canvas

RADIUS = 7.0
_ASIDE, _AWAY = 20, 6
"""The most steps of half a radius that a point moves out of the way of others: aside, and up or down."""

Spot = tuple[float, float]


def draw(canvas: Canvas, spot: Spot, number: int) -> None:
    """Draw a disc with a number."""
    canvas.disc(*spot, RADIUS, canvas.colour("chart_1"), "ffffff", 0.8)
    canvas.text(*spot, numeral(number), "middle", bold=True, colour="paper")


def free(spot: Spot, placed: Sequence[Spot], across: tuple[float, float], down: tuple[float, float]) -> Spot:
    """Return the nearest place within bounds where a disc covers no other, aside rather than up or down."""
    around = list(_around(*spot, across, down))
    apart = (
        place for place in around if all((place[0] - u) ** 2 + (place[1] - v) ** 2 >= (1.9 * RADIUS) ** 2 for u, v in placed)
    )
    return next(apart, around[0])


def _around(x: float, y: float, across: tuple[float, float], down: tuple[float, float]) -> Iterator[Spot]:
    steps = [(aside, away) for aside in range(-_ASIDE, _ASIDE + 1) for away in range(-_AWAY, _AWAY + 1)]
    for aside, away in sorted(steps, key=lambda step: (abs(step[0]) + 4 * abs(step[1]), step)):
        yield (
            min(max(x + aside * RADIUS / 2, across[0] + RADIUS), across[1] - RADIUS),
            min(max(y + away * RADIUS / 2, down[0] + RADIUS), down[1] - RADIUS),
        )


def names(canvas: Canvas, labels: Sequence[str], top: float) -> float:
    """Draw the names by their numbers, in columns from the right; return their lower edge."""
    shown = [f"{numeral(number)}- {label}" for number, label in enumerate(labels, 1)]
    widest = max(canvas.lettering.width(text, canvas.size) for text in shown) + 14
    count = max(1, min(len(shown), int((canvas.width + 14) // widest)))
    rows = -(-len(shown) // count)
    for number, text in enumerate(shown):
        column, row = divmod(number, rows)
        canvas.text(canvas.width - column * canvas.width / count, top + (row + 0.5) * canvas.line_height(), text)
    return top + rows * canvas.line_height() + 2
