"""The boundary of a zone in longitude and latitude."""

from __future__ import annotations

from typing import NamedTuple

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees (WGS 84); the last point repeats the first, and a hole runs clockwise."""


class ZoneBoundary(NamedTuple):
    """The boundary of a zone, by its id, as rings. No record: it comes from a map."""

    zone: str
    rings: tuple[Ring, ...]

    @property
    def points(self) -> str:
        """The rings in the markup of a chart: `59.61,36.28 59.63,36.28 …; …`."""
        return "; ".join(" ".join(f"{longitude},{latitude}" for longitude, latitude in ring) for ring in self.rings)
