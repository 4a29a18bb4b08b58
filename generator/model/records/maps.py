"""The map of a neighbourhood, from `map.geojson` of its folder."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import Field

from generator.model.records.neighbourhood import Sampled

MapRole = Literal["boundary", "street", "place"]

MapState = Literal["", "مصوب", "پیشنهادی", "نمونه"]
"""What a boundary rests on; nothing else has one."""


class MapFeature(NamedTuple):
    """What a map shows: a boundary by its rings, a street by its lines, a place by its point, in degrees (WGS 84).

    `source` says who decided a boundary, and where.
    """

    role: MapRole
    name: str
    lines: tuple[tuple[tuple[float, float], ...], ...]
    state: MapState = ""
    source: str = ""

    @property
    def points(self) -> str:
        """The lines in the markup of a map: `59.61,36.28 59.63,36.28 …; …`."""
        return "; ".join(" ".join(f"{longitude},{latitude}" for longitude, latitude in line) for line in self.lines)


class NeighbourhoodMap(Sampled, title="نقشهٔ محله"):
    """The map of a neighbourhood; a sample if any feature of it is."""

    features: tuple[MapFeature, ...] = Field(title="عارضه‌ها", description="مرز، خیابان‌ها و جاهای نقشه.")
