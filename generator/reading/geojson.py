"""GeoJSON (RFC 7946) as programs for maps write it, in WGS 84: a collection of features, each with its place in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from generator.persian import numeral
from generator.problems import messages
from generator.problems.errors import Place
from generator.problems.messages import problem
from generator.problems.outcome import Outcome
from generator.reading import plainfiles
from generator.reading.yamltext.parse import MAX_BYTES

DECIMALS = 6
"""Decimals of a degree: a tenth of a metre."""

_LIST = re.compile(r'"features"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"[\s,]*")

Point = tuple[float, float]
Line = tuple[Point, ...]
Check = Callable[[Point], None]
"""Refuses a point that lies where it cannot."""


class Collection(NamedTuple):
    """The features of a file with the places where they begin, and its other members."""

    features: list[tuple[Any, Place]]
    members: dict[str, Any]


class GeometryError(ValueError):
    """A geometry in another form than it says, or with `ring` an outline that encloses nothing."""

    def __init__(self, *, ring: bool = False) -> None:
        super().__init__()
        self.ring = ring


def read(file: Path) -> Outcome[Collection]:
    """Read the features of a file, or say why it holds none."""
    try:
        content = plainfiles.read(file, MAX_BYTES + 1)
    except OSError as error:
        return Outcome.of(None, [problem("yaml-file-unreadable", Place(file), reason=messages.reason(error))])
    if len(content) > MAX_BYTES:
        return Outcome.of(None, [problem("outlines-too-large", Place(file), limit=numeral(MAX_BYTES // 2**20))])
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
    placed = list(zip(features, _places(text, len(features), file), strict=True))
    return Outcome(Collection(placed, {name: value for name, value in whole.items() if name != "features"}))


def _refuse(constant: str) -> None:
    """Refuse NaN and the infinities, which Python's reader takes and JSON does not have."""
    raise ValueError(constant)


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


def properties(feature: Any) -> dict[str, Any]:
    """Return the properties of a feature; none where it has no such object."""
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def area(feature: Any, check: Check) -> tuple[Line, ...]:
    """Return the rings of a Polygon or MultiPolygon, counter-clockwise, holes clockwise; GeometryError for anything else."""
    shape, coordinates = _geometry(feature)
    if shape not in ("Polygon", "MultiPolygon"):
        raise GeometryError
    polygons = _list([coordinates] if shape == "Polygon" else coordinates)
    return tuple(_ring(ring, check, hole=at > 0) for polygon in polygons for at, ring in enumerate(_list(polygon)))


def way(feature: Any, check: Check) -> tuple[Line, ...]:
    """Return the lines of a LineString or MultiLineString; GeometryError for anything else."""
    shape, coordinates = _geometry(feature)
    if shape not in ("LineString", "MultiLineString"):
        raise GeometryError
    lines = tuple(_line(line, check) for line in _list([coordinates] if shape == "LineString" else coordinates))
    if any(len(set(line)) < 2 for line in lines):
        raise GeometryError
    return lines


def spot(feature: Any, check: Check) -> tuple[Line, ...]:
    """Return the point of a Point as a line of one; GeometryError for anything else."""
    shape, coordinates = _geometry(feature)
    if shape != "Point":
        raise GeometryError
    return (_line([coordinates], check),)


def _geometry(feature: Any) -> tuple[Any, Any]:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    return (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, dict) else (None, None)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise GeometryError
    return value


def _line(value: Any, check: Check) -> Line:
    return tuple(_point(point, check) for point in _list(value))


def _ring(value: Any, check: Check, *, hole: bool) -> Line:
    """Turn a ring counter-clockwise, that of a hole clockwise."""
    ring = _line(value, check)
    turn = sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))
    if len(ring) < 4 or ring[0] != ring[-1] or abs(turn) < 10**-DECIMALS * 1e-3:
        raise GeometryError(ring=True)
    return ring if (turn > 0) is not hole else ring[::-1]


def _point(value: Any, check: Check) -> Point:
    numbers = _list(value)[:2]
    if len(numbers) < 2 or not all(isinstance(number, int | float) and not isinstance(number, bool) for number in numbers):
        raise GeometryError
    check((numbers[0], numbers[1]))
    return round(float(numbers[0]), DECIMALS), round(float(numbers[1]), DECIMALS)
