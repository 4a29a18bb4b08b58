"""Directions of the compass as people write them: «شمال شرق», «جنوب غربی», «شرق و جنوب شرق»."""

from __future__ import annotations

import math

_QUARTERS = {"شمال": 0.0, "شرق": 90.0, "جنوب": 180.0, "غرب": 270.0}
_CENTRE = ("مرکز", "مرکزی")

CENTRE = -1.0
"""The bearing of the middle."""


def bearing(text: str) -> float | None:
    """Return the bearing in degrees from the north, the mean of several joined by «و»; None for other words."""
    parts = [_one(part.split()) for part in text.replace("‌", " ").split(" و ")]
    found = [part for part in parts if part is not None]
    if len(found) != len(parts):
        return None
    return found[0] if len(found) == 1 else _mean(found)


def _one(words: list[str]) -> float | None:
    if words and all(word in _CENTRE for word in words):
        return CENTRE
    angles = [_QUARTERS.get(word.removesuffix("ی")) for word in words]
    found = [angle for angle in angles if angle is not None]
    return _mean(found) if found and len(found) == len(angles) else None


def _mean(angles: list[float]) -> float | None:
    """Return the mean direction; None where the directions cancel out."""
    turns = [math.radians(angle) for angle in angles]
    east, north = sum(map(math.sin, turns)), sum(map(math.cos, turns))
    if math.hypot(east, north) < 1e-9 or CENTRE in angles:
        return None
    return round(math.degrees(math.atan2(east, north)) % 360, 3)
