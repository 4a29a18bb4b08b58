"""Lengths as Word counts them: twips (twentieths of a point), half-points, eighths of a point."""

from __future__ import annotations

_TWIPS_PER_POINT = 20
_TWIPS_PER_MILLIMETRE = 1440 / 25.4


def twips(points: float) -> int:
    """Points as whole twips."""
    return round(points * _TWIPS_PER_POINT)


def twips_of_millimetres(millimetres: float) -> int:
    """Millimetres as whole twips."""
    return round(millimetres * _TWIPS_PER_MILLIMETRE)


def half_points(points: float) -> int:
    """A font size in points as whole half-points."""
    return round(points * 2)


def eighths(points: float) -> int:
    """The width of a rule in points as whole eighths of a point, which Word keeps between 2 and 96."""
    return min(max(round(points * 8), 2), 96)


def divide(total: int, shares: tuple[int, ...]) -> list[int]:
    """`total` cut in proportion to `shares` into whole numbers that sum to it exactly (the running sum is rounded)."""
    whole, running, done, parts = sum(shares), 0, 0, []
    for share in shares:
        running += share
        end = round(total * running / whole)
        parts.append(end - done)
        done = end
    return parts
