"""The boundary of a zone in longitude and latitude."""

from __future__ import annotations

from typing import NamedTuple

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees (WGS 84), the last point the first again; clockwise for a hole."""


class ZoneBoundary(NamedTuple):
    """The boundary of a zone (its id): rings, those of holes turned the other way. No record: it comes from a map."""

    zone: str
    rings: tuple[Ring, ...]

    @property
    def points(self) -> str:
        """The rings as the markup of a chart takes them: `59.61,36.28 59.63,36.28 …; …`."""
        return "; ".join(" ".join(f"{longitude},{latitude}" for longitude, latitude in ring) for ring in self.rings)
