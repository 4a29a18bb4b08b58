"""Whether text can be read on a fill, by the contrast ratio of WCAG 2.1; colours are six hexadecimal digits."""

from __future__ import annotations

from functools import lru_cache

PAPER = "ffffff"

_READABLE = 4.5
"""The least contrast of text (level AA)."""


@lru_cache(maxsize=1024)
def readable_ink(ink: str, fill: str) -> str:
    """Return the ink, or the colour of paper where the fill is too dark for it and paper reads better."""
    own, paper = _contrast(ink, fill), _contrast(PAPER, fill)
    return ink if own >= _READABLE or own >= paper else PAPER


def _contrast(first: str, second: str) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
