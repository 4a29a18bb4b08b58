"""`zones.geojson`: the boundaries of the zones.

A FeatureCollection with one Polygon or MultiPolygon for each zone, whose property `zone` is the zone's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from generator.model.records.boundaries import ZoneBoundary
from generator.persian import Refused, group, quotable
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.reading import geojson

FILE = "zones.geojson"

_LONGITUDES, _LATITUDES = (44.0, 64.0), (25.0, 40.0)
"""The bounds of Iran: a point outside has its two numbers exchanged, or is in metres."""


def read(file: Path, zones: Mapping[str, str] | None, most: int = LIMITS.problems_of_file) -> Outcome[tuple[ZoneBoundary, ...]]:
    """Read the boundaries of a file, in its order, or every problem of it. `zones` are names by id, None when unknown."""
    return geojson.read(file).then(lambda found: _boundaries(found.features, zones, file, most))


def _boundaries(
    features: list[tuple[Any, Place]], zones: Mapping[str, str] | None, file: Path, most: int
) -> Outcome[tuple[ZoneBoundary, ...]]:
    """Return the boundaries of all features, or the problems of them."""
    boundaries: dict[str, ZoneBoundary] = {}
    found = _problems(features, zones, boundaries)
    problems = list(islice(found, most))
    if len(problems) == most and next(found, None):
        problems.append(problem("yaml-more-problems", problems[-1].place, count=group(most)))
    missing = [] if zones is None else [name for zone, name in zones.items() if zone not in boundaries]
    if missing and not problems:
        problems.append(problem("outlines-zone-missing", Place(file), zones="، ".join(f"«{name}»" for name in missing)))
    return Outcome.of(None if problems else tuple(boundaries.values()), problems)


def _problems(
    features: list[tuple[Any, Place]], zones: Mapping[str, str] | None, boundaries: dict[str, ZoneBoundary]
) -> Iterator[Problem]:
    """Yield the problems of the features; put the boundaries of the others into `boundaries`."""
    for feature, place in features:
        try:
            boundary = _boundary(feature)
        except Refused as refused:
            yield problem(refused.code, place, where="", **refused.values)
            continue
        if zones is not None and boundary.zone not in zones:
            yield problem("outlines-zone-unknown", place, zone=quotable(boundary.zone), near=meant(boundary.zone, zones))
        elif boundary.zone in boundaries:
            yield problem("outlines-zone-repeated", place, zone=boundary.zone)
        else:
            boundaries[boundary.zone] = boundary


def _boundary(feature: Any) -> ZoneBoundary:
    zone = geojson.properties(feature).get("zone")
    if not isinstance(zone, str) or not zone:
        raise Refused("outlines-zone-unnamed")

    def in_iran(point: geojson.Point) -> None:
        for number, (least, most) in zip(point, (_LONGITUDES, _LATITUDES), strict=True):
            if not least <= number <= most:
                raise Refused("outlines-out-of-range", zone=zone, point=", ".join(map(str, point)))

    try:
        return ZoneBoundary(zone, geojson.area(feature, in_iran))
    except geojson.GeometryError as error:
        raise Refused("outlines-ring-wrong" if error.ring else "outlines-not-polygon", zone=zone) from None
