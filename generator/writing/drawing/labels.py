"""Names on a map: along a street or beside a place, where they cover nothing; what finds no room gets a number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from generator.writing.drawing import PathStep
from generator.writing.drawing.canvas import Canvas
from generator.writing.drawing.points import RADIUS, Spot

DOT = 2.6
"""The radius of a place."""

_HALO = 2.4
_MIDDLE = 0.27
"""Where the middle of Persian letters lies above the base line, in em."""

_BENT = 2.0
"""Points by which a street may leave the straight line of its name."""

_STRETCHED = 0.97
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)

_AROUND = ((-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1))
"""Where a name stands beside its dot, the best first."""

_AWAY = ((0.0, 0.0), *((away, turn * math.pi / 8) for away in (11.0, 15.0, 20.0, 26.0, 33.0, 41.0, 50.0) for turn in range(16)))
"""How far a number is from its spot, and in which direction, the nearest first."""

Disc = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place: the middle of its line, and how far it is turned (in radians, clockwise)."""

    text: str
    middle: Spot
    turn: float = 0.0
    along: float = 0.0
    """How much of the line below it is hidden, so that the letters are not struck through."""


@dataclass(slots=True)
class Labels:
    """Places names within the edges of a map (left, top, right, bottom), each where it covers nothing that is there."""

    canvas: Canvas
    edges: tuple[float, float, float, float]
    taken: list[Disc] = field(default_factory=list)

    def along(self, text: str, line: Sequence[Spot]) -> Label | None:
        """Place a name along a line, where that is straight and long enough."""
        width = self.canvas.lettering.width(text, self.canvas.size)
        lengths = [0.0, *accumulate(math.dist(a, b) for a, b in pairwise(line))]
        for share in _ALONG:
            start, end = share * lengths[-1] - width / 2, share * lengths[-1] + width / 2
            if start >= 0 and end <= lengths[-1]:
                stretch = _between(line, lengths, start, end)
                if _straight(stretch, width):
                    (x, y), (u, v) = stretch[0], stretch[-1]
                    turn = math.atan((v - y) / (u - x)) if abs(u - x) > 1e-9 else -math.pi / 2
                    if label := self._free(Label(text, ((x + u) / 2, (y + v) / 2), turn, width + 2), width):
                        return label
        return None

    def beside(self, text: str, spot: Spot) -> Label | None:
        """Place a name at the left, at the right, above or below a dot."""
        width = self.canvas.lettering.width(text, self.canvas.size)
        aside, away = width / 2 + DOT + 3, self.canvas.size * 0.6 + DOT + 1
        for across, down in _AROUND:
            middle = spot[0] + across * aside, spot[1] + down * away
            if label := self._free(Label(text, middle), width):
                return label
        return None

    def number(self, spot: Spot) -> Spot:
        """Return the nearest place for a number that covers nothing; the spot itself where there is none."""
        left, top, right, bottom = self.edges
        for away, turn in _AWAY:
            x, y = spot[0] + away * math.cos(turn), spot[1] + away * math.sin(turn)
            inside = left + RADIUS <= x <= right - RADIUS and top + RADIUS <= y <= bottom - RADIUS
            if inside and all(math.dist((x, y), each[:2]) >= RADIUS + each[2] for each in self.taken):
                self.take((x, y), RADIUS)
                return x, y
        return spot

    def take(self, spot: Spot, radius: float) -> None:
        """Keep names away from a dot or a number."""
        self.taken.append((*spot, radius))

    def _free(self, label: Label, width: float) -> Label | None:
        """Return a label that covers nothing, and keep others away from it."""
        discs = [*_discs(label, width, self.canvas.size * 0.55)]
        left, top, right, bottom = self.edges
        inside = all(left + r <= x <= right - r and top + r <= y <= bottom - r for x, y, r in discs)
        if not inside or any(math.dist(a[:2], b[:2]) < a[2] + b[2] for a in discs for b in self.taken):
            return None
        self.taken += discs
        return label


def draw(canvas: Canvas, label: Label) -> None:
    """Draw a name over a seam of paper, which parts it from what is below."""
    path, size = canvas.lettering.path(label.text), canvas.size
    cos, sin = math.cos(label.turn), math.sin(label.turn)
    shift = (path.left + path.right) / 2
    turned: list[PathStep] = []
    for letter, flat in path.steps:
        spots = ((x - shift, y + _MIDDLE) for x, y in zip(flat[::2], flat[1::2], strict=True))
        moved = ((label.middle[0] + size * (x * cos - y * sin), label.middle[1] + size * (x * sin + y * cos)) for x, y in spots)
        turned.append((letter, tuple(value for spot in moved for value in spot)))
    if label.along:
        (x, y), half = label.middle, label.along / 2
        ends = (x - half * cos, y - half * sin), (x + half * cos, y + half * sin)
        canvas.line(*ends, stroke=canvas.colour("paper"), thickness=2 * _BENT + 2)
    if turned:
        canvas.path(turned, "", canvas.colour("paper"), _HALO)
        canvas.path(turned, canvas.colour("ink"))


def _between(line: Sequence[Spot], lengths: Sequence[float], start: float, end: float) -> list[Spot]:
    """Return the stretch of a line from one length along it to another."""
    inner = [spot for spot, length in zip(line, lengths, strict=True) if start < length < end]
    return [_at(line, lengths, start), *inner, _at(line, lengths, end)]


def _at(line: Sequence[Spot], lengths: Sequence[float], length: float) -> Spot:
    for (a, b), (low, high) in zip(pairwise(line), pairwise(lengths), strict=True):
        if low <= length <= high and high > low:
            share = (length - low) / (high - low)
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
    return line[-1]


def _straight(stretch: Sequence[Spot], width: float) -> bool:
    (x, y), (u, v) = stretch[0], stretch[-1]
    chord = math.dist((x, y), (u, v))
    if chord < width * _STRETCHED:
        return False
    return all(abs((u - x) * (y - b) - (x - a) * (v - y)) / chord <= _BENT for a, b in stretch)


def _discs(label: Label, width: float, radius: float) -> Iterator[Disc]:
    """Yield discs that cover a label."""
    count = max(1, math.ceil(width / radius))
    for number in range(count + 1):
        along = (number / count - 0.5) * width
        yield label.middle[0] + along * math.cos(label.turn), label.middle[1] + along * math.sin(label.turn), radius
