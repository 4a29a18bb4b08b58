"""`zones.geojson`: the boundaries of the zones as programs for maps write them (GeoJSON, RFC 7946).

A FeatureCollection with one Polygon or MultiPolygon for each zone, whose property `zone` is the zone's id.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from generator.model.records.boundaries import Ring, ZoneBoundary
from generator.persian import Refused, group, numeral, quotable
from generator.problems import messages
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.reading import plainfiles
from generator.reading.yamltext.parse import MAX_BYTES

FILE = "zones.geojson"

_LONGITUDES, _LATITUDES = (44.0, 64.0), (25.0, 40.0)
"""The bounds of Iran: a point outside has its two numbers exchanged, or is in metres."""

_DECIMALS = 6
"""Decimals of a degree: a tenth of a metre."""

_LIST = re.compile(r'"features"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")


def read(file: Path, zones: Mapping[str, str] | None, most: int = LIMITS.problems_of_file) -> Outcome[tuple[ZoneBoundary, ...]]:
    """Read the boundaries of a file, in its order, or every problem of it. `zones` are names by id, None when unknown."""
    content = _content(file)
    return content.then(lambda text: _features(text, file)).then(lambda found: _boundaries(found, zones, file, most))


def _content(file: Path) -> Outcome[bytes]:
    try:
        content = plainfiles.read(file, MAX_BYTES + 1)
    except OSError as error:
        return Outcome.of(None, [problem("yaml-file-unreadable", Place(file), reason=messages.reason(error))])
    if len(content) > MAX_BYTES:
        return Outcome.of(None, [problem("outlines-too-large", Place(file), limit=numeral(MAX_BYTES // 2**20))])
    return Outcome(content)


def _features(content: bytes, file: Path) -> Outcome[list[tuple[Any, Place]]]:
    """Return the features with the places where they begin."""
    try:
        text = content.decode("utf-8-sig")
        whole = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return Outcome.of(None, [problem("outlines-not-json", Place(file, error.lineno, error.colno))])
    except (ValueError, RecursionError):
        return Outcome.of(None, [problem("outlines-not-json", Place(file))])
    features = whole.get("features") if isinstance(whole, dict) and whole.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        return Outcome.of(None, [problem("outlines-not-collection", Place(file), where="")])
    return Outcome(list(zip(features, _places(text, len(features), file), strict=True)))


def _refuse(constant: str) -> None:
    """Refuse NaN and the infinities, which Python's reader takes and JSON does not have."""
    raise ValueError(constant)


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


def _places(text: str, count: int, file: Path) -> list[Place]:
    """Return where each feature begins; the beginning of the file where another member is called `features` too."""
    found = _LIST.search(text)
    at, places = found.end() if found else 0, []
    decoder = json.JSONDecoder()
    try:
        for _ in range(count):
            places.append(Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))
            between = _BETWEEN.match(text, decoder.raw_decode(text, at)[1])
            at = between.end() if between else at
    except ValueError:
        return [Place(file)] * count
    return places


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
    properties = feature.get("properties") if isinstance(feature, dict) else None
    zone = properties.get("zone") if isinstance(properties, dict) else None
    if not isinstance(zone, str) or not zone:
        raise Refused("outlines-zone-unnamed")
    geometry = feature.get("geometry")
    shape = geometry.get("type") if isinstance(geometry, dict) else None
    if shape not in ("Polygon", "MultiPolygon"):
        raise Refused("outlines-not-polygon", zone=zone)
    coordinates = geometry.get("coordinates")
    polygons = _list([coordinates] if shape == "Polygon" else coordinates, zone)
    rings = [_ring(ring, zone, hole=at > 0) for polygon in polygons for at, ring in enumerate(_list(polygon, zone))]
    return ZoneBoundary(zone, tuple(rings))


def _list(value: Any, zone: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise Refused("outlines-not-polygon", zone=zone)
    return value


def _ring(value: Any, zone: str, *, hole: bool) -> Ring:
    """Turn a ring counter-clockwise, that of a hole clockwise."""
    ring = tuple(_point(point, zone) for point in _list(value, zone))
    turn = sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))
    if len(ring) < 4 or ring[0] != ring[-1] or abs(turn) < 10**-_DECIMALS * 1e-3:
        raise Refused("outlines-ring-wrong", zone=zone)
    return ring if (turn > 0) is not hole else ring[::-1]


def _point(value: Any, zone: str) -> tuple[float, float]:
    numbers = _list(value, zone)[:2]
    if len(numbers) < 2 or not all(isinstance(number, int | float) and not isinstance(number, bool) for number in numbers):
        raise Refused("outlines-not-polygon", zone=zone)
    for number, (least, most) in zip(numbers, (_LONGITUDES, _LATITUDES), strict=True):
        if not least <= number <= most:
            raise Refused("outlines-out-of-range", zone=zone, point=", ".join(map(str, numbers)))
    return round(float(numbers[0]), _DECIMALS), round(float(numbers[1]), _DECIMALS)
