"""Where a zone lies: its boundary in longitude and latitude."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Id
from generator.model.known import Record

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees (WGS 84), the last point the first again; clockwise for a hole."""


class Outline(Record):
    """The boundary of a zone: rings, those of a hole turned against the others."""

    zone: Id = Field(title="پهنه")
    rings: tuple[Ring, ...] = Field(title="مرزها", min_length=1)

    @property
    def points(self) -> str:
        """The rings as the markup of a chart takes them: `59.61,36.28 59.63,36.28 …; …`."""
        return "; ".join(" ".join(f"{longitude},{latitude}" for longitude, latitude in ring) for ring in self.rings)
