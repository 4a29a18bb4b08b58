"""Pictures that are drawn from no table: one from a file, and the map of a neighbourhood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.problems.errors import Place
from generator.tree.nodes.inline import Inline


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or a drawing from a file: `src` in the pictures of `folder` (a neighbourhood; empty for the usual place).

    `caption` stands below; the numbers pass fills `number` («شکل ۲»). `summary` is the alternative text, `width` the share of
    the text's width in percent, 0 for that of the picture itself. `wide` and `high`, in points, are filled when its dots are
    known.
    """

    src: str
    summary: str
    caption: tuple[Inline, ...]
    key: str = ""
    folder: str = ""
    width: int = 0
    number: str = ""
    wide: float = 0.0
    high: float = 0.0
    place: Place | None = field(default=None, compare=False)


FeatureRole = Literal["boundary", "street", "place", "zone"]
"""What a feature of a map is; a `zone` lies around the rest."""

BoundaryState = Literal["", "مصوب", "پیشنهادی", "نمونه"]
"""What a boundary rests on: only one that was approved is a border, and each says on paper which it is."""

Line = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a map, of one line or several: the rings of an area (clockwise for a hole), ways, or a point.

    `source` says who decided a boundary.
    """

    role: FeatureRole
    name: str
    lines: tuple[Line, ...]
    state: BoundaryState = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Map:
    """A map drawn from its features; `sample`: none of it is real, which is printed in it.

    `caption` stands below; the numbers pass fills `number`, a late pass `summary`, the alternative text, when it is empty.
    """

    features: tuple[Feature, ...]
    caption: tuple[Inline, ...]
    key: str
    summary: str = ""
    width: int = 100
    sample: bool = False
    number: str = ""
    place: Place | None = field(default=None, compare=False)
