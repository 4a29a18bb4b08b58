"""`map.geojson` of a neighbourhood: its boundary, its streets and its places, each a feature with a `role` and a `name`.

A boundary says what it rests on (`state`), an approved one by whom (`source`), so that none is taken for more than it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, get_args

from generator.model.records.maps import MapFeature, MapRole, MapState, NeighbourhoodMap
from generator.persian import Refused, fold, group, near_matches, unseen
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import problem, remedy
from generator.problems.outcome import Outcome
from generator.reading import geojson
from generator.reading.yamltext.characters import ESCAPED

FILE = "map.geojson"

MOST_FEATURES, MOST_POINTS, LONGEST_NAME = 200, 20_000, 60
"""Of one map; more is not to be read on a page."""

_LONGITUDES, _LATITUDES = (59.2, 60.1), (35.9, 36.7)
"""Mashhad with its surroundings."""

_DEGREES = 180

_READERS: dict[MapRole, tuple[Callable[[Any, geojson.Check], tuple[geojson.Line, ...]], str]] = {
    "boundary": (geojson.area, "«Polygon» یا «MultiPolygon»"),
    "street": (geojson.way, "«LineString» یا «MultiLineString»"),
    "place": (geojson.spot, "«Point»"),
}

_STATES: tuple[MapState, ...] = tuple(state for state in get_args(MapState) if state)
_SAMPLE: MapState = "نمونه"
_APPROVED: MapState = "مصوب"


def read(file: Path, most: int = LIMITS.problems_of_file) -> Outcome[NeighbourhoodMap]:
    """Read the map of a file, or every problem of it."""
    return geojson.read(file).then(lambda found: _map(found, file, most))


def _map(collection: geojson.Collection, file: Path, most: int) -> Outcome[NeighbourhoodMap]:
    if len(collection.features) > MOST_FEATURES:
        return Outcome.of(None, [problem("map-too-many-features", Place(file), limit=group(MOST_FEATURES))])
    features: list[MapFeature] = []
    found = _problems(collection, features)
    problems = list(islice(found, most))
    if len(problems) == most and next(found, None):
        problems.append(problem("yaml-more-problems", problems[-1].place, count=group(most)))
    if not problems:
        problems += _of_whole(features, file)
    if problems:
        return Outcome.of(None, problems)
    sample = _is_sample(collection.members) or any(
        feature.state == _SAMPLE or _is_sample(geojson.properties(raw))
        for feature, (raw, _) in zip(features, collection.features, strict=True)
    )
    return Outcome(NeighbourhoodMap(sample=sample, features=tuple(features)))


def _is_sample(members: dict[str, Any]) -> bool:
    return members.get("sample") is True


def _of_whole(features: list[MapFeature], file: Path) -> Iterator[Problem]:
    if not any(feature.role == "boundary" for feature in features):
        yield problem("map-boundary-missing", Place(file))
    if sum(len(line) for feature in features for line in feature.lines) > MOST_POINTS:
        yield problem("map-too-many-points", Place(file), limit=group(MOST_POINTS))


def _problems(collection: geojson.Collection, features: list[MapFeature]) -> Iterator[Problem]:
    """Yield the problems of the features; put the others into `features`."""
    for feature, place in collection.features:
        try:
            features.append(_feature(feature))
        except Refused as refused:
            yield problem(refused.code, place, where="", **refused.values)
    if "sample" in collection.members and not isinstance(collection.members["sample"], bool) and collection.features:
        yield problem("map-sample-wrong", collection.features[0][1])


def _feature(feature: Any) -> MapFeature:
    properties = geojson.properties(feature)
    role = _role(properties.get("role"))
    name = _text(properties, "name") or _missing("map-name-missing", role=role)
    reader, wanted = _READERS[role]
    if not isinstance(properties.get("sample", False), bool):
        raise Refused("map-sample-wrong")

    def check(point: geojson.Point) -> None:
        _near_mashhad(point, name)

    try:
        lines = reader(feature, check)
    except geojson.GeometryError as error:
        raise Refused("map-ring-wrong" if error.ring else "map-geometry-wrong", name=name, wanted=wanted) from None
    return MapFeature(role, name, lines, *(_rests_on(properties, name) if role == "boundary" else ()))


def _role(given: object) -> MapRole:
    for role in _READERS:
        if given == role:
            return role
    near = near_matches(given, _READERS, 1) if isinstance(given, str) else []
    raise Refused("map-role-unknown", remedy=remedy(near, _READERS))


def _rests_on(properties: dict[str, Any], name: str) -> tuple[MapState, str]:
    """Return the state of a boundary and its source."""
    given = properties.get("state")
    state = next((each for each in _STATES if isinstance(given, str) and fold(each) == fold(given)), None)
    if state is None:
        raise Refused("map-state-missing", name=name)
    source = _text(properties, "source")
    if state == _APPROVED and not source:
        raise Refused("map-source-missing", name=name)
    return state, source


def _text(properties: dict[str, Any], key: str) -> str:
    """Return a short text among the properties; empty where there is none."""
    value = properties.get(key)
    if value is None or (isinstance(value, str) and unseen(value)):
        return ""
    if not isinstance(value, str) or ESCAPED.search(value):
        raise Refused("map-text-wrong", key=key)
    text = " ".join(value.split())
    if len(text) > LONGEST_NAME:
        raise Refused("map-text-long", key=key, text=text, limit=group(LONGEST_NAME))
    return text


def _missing(code: str, **values: str) -> str:
    raise Refused(code, **values)


def _near_mashhad(point: geojson.Point, name: str) -> None:
    """Refuse a point that lies elsewhere, and say what would be right."""
    if _inside(*point):
        return
    longitude, latitude = point
    shown = f"{longitude}, {latitude}"
    if _inside(latitude, longitude):
        raise Refused("map-swapped", name=name, point=shown, right=f"{latitude}, {longitude}")
    if max(abs(longitude), abs(latitude)) > _DEGREES:
        raise Refused("map-in-metres", name=name, point=shown)
    raise Refused("map-far", name=name, point=shown)


def _inside(longitude: float, latitude: float) -> bool:
    return _LONGITUDES[0] <= longitude <= _LONGITUDES[1] and _LATITUDES[0] <= latitude <= _LATITUDES[1]
