"""The boundaries of zones are read, turned the same way round, and reported where they are wrong. All squares are made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.reading.yamltext.parse import MAX_BYTES
from tests.reading.plans_tree import PlansTree, reported

FILE = "zones.geojson"


def square(west: float, south: float, size: float = 0.02) -> list[list[float]]:
    """A made-up square, against the clock."""
    east, north = round(west + size, 6), round(south + size, 6)
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(zone: object, coordinates: object, kind: str = "Polygon") -> dict[str, Any]:
    return {"type": "Feature", "properties": {"zone": zone}, "geometry": {"type": kind, "coordinates": coordinates}}


FIRST, SECOND = feature("z1", [square(59.6, 36.3)]), feature("z2", [square(59.7, 36.2)])


def text(*features: object) -> str:
    """A collection, each feature on a line of its own from line 2."""
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(json.dumps(each) for each in features) + "\n]}"


def plant(plans: PlansTree, content: str | bytes) -> PlansTree:
    plans.root.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (plans.root / FILE).write_bytes(data)
    return plans


def found(plans: PlansTree) -> list[tuple[str, int, int]]:
    return [(code, line, column) for code, file, line, column in reported(plans.read().problems, plans.root) if file == FILE]


def test_without_the_file_nothing_is_known_of_where_zones_lie(plans: PlansTree) -> None:
    workspace = plans.read().workspace

    assert workspace is not None and workspace.catalogue.boundaries == ()


def test_boundaries_are_read_with_their_holes_turned_the_other_way(plans: PlansTree) -> None:
    hole = square(59.605, 36.305, 0.005)
    parts = [[square(59.7, 36.2)[::-1]], [square(59.8, 36.2)]]
    workspace = plant(plans, "\ufeff" + text(feature("z1", [square(59.6, 36.3), hole]), feature("z2", parts, "MultiPolygon")))
    reading = workspace.read()

    assert reading.problems == () and reading.workspace is not None
    first, second = reading.workspace.catalogue.boundaries
    assert first.zone == "z1"
    assert [[list(point) for point in ring] for ring in first.rings] == [square(59.6, 36.3), hole[::-1]]
    assert [[list(point) for point in ring] for ring in second.rings] == [square(59.7, 36.2), square(59.8, 36.2)]
    assert first.points.startswith("59.6,36.3 59.62,36.3 ") and first.points.count("; ") == 1


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("{\n  پهنه", "outlines-not-json", 2, 3),
        ("", "outlines-not-json", 1, 1),
        ('{"type": "FeatureCollection", "features": [NaN]}', "outlines-not-json", 1, 1),
        (b"\xff\xfe{", "outlines-not-json", 1, 1),
        ("[" * 100_000, "outlines-not-json", 1, 1),
        ("[]", "outlines-not-collection", 1, 1),
        ('{"type": "FeatureCollection"}', "outlines-not-collection", 1, 1),
        (" " * (MAX_BYTES + 1), "outlines-too-large", 1, 1),
        (text(FIRST), "outlines-zone-missing", 1, 1),
        (text(FIRST, SECOND, 7), "outlines-zone-unnamed", 4, 1),
        (text(FIRST, SECOND, feature(2, [])), "outlines-zone-unnamed", 4, 1),
        (text(FIRST, SECOND, feature("z3", [square(59.5, 36.3)])), "outlines-zone-unknown", 4, 1),
        (text(FIRST, SECOND, FIRST), "outlines-zone-repeated", 4, 1),
        (text(FIRST, feature("z2", [59.7, 36.2], "Point")), "outlines-not-polygon", 3, 1),
        (text(FIRST, feature("z2", {"x": 1})), "outlines-not-polygon", 3, 1),
        (text(FIRST, feature("z2", [[["59.7", 36.2]]])), "outlines-not-polygon", 3, 1),
        (text(FIRST, feature("z2", [square(59.7, 36.2)[:-1]])), "outlines-ring-wrong", 3, 1),
        (text(FIRST, feature("z2", [[[59.7, 36.2], [59.8, 36.2], [59.9, 36.2], [59.7, 36.2]]])), "outlines-ring-wrong", 3, 1),
        (text(FIRST, feature("z2", [square(36.2, 59.7)])), "outlines-out-of-range", 3, 1),
        (text(FIRST, feature("z2", [square(731_000, 4_020_000, 500)])), "outlines-out-of-range", 3, 1),
    ],
)
def test_a_wrong_file_is_reported_once_at_its_place(
    plans: PlansTree, content: str | bytes, code: str, line: int, column: int
) -> None:
    assert found(plant(plans, content)) == [(code, line, column)]
    assert plans.read().workspace is None


def test_a_name_like_a_zone_is_asked_for_and_a_missing_zone_is_named(plans: PlansTree) -> None:
    wrong = plant(plans, text(FIRST, feature("z22", [square(59.7, 36.2)]))).read()
    assert [problem.hint for problem in wrong.problems] == ["شناسه‌ها در «zones.yaml» آمده است. منظورتان «z2» بود؟"]
    missing = plant(plans, text(SECOND)).read()
    assert [problem.message for problem in missing.problems] == ["مرز این پهنه‌ها در پرونده نیست: «الف»."]


def test_features_of_another_member_do_not_lead_astray(plans: PlansTree) -> None:
    other = '{"about": {"features": ["a"]}, ' + text(FIRST, SECOND, FIRST)[1:]

    assert found(plant(plans, other)) == [("outlines-zone-repeated", 1, 1)]


def test_other_files_next_to_the_catalogues_are_still_refused(plans: PlansTree) -> None:
    plans.root.mkdir(parents=True)
    Path(plans.root / "zone.geojson").write_text("{}", encoding="utf-8")

    assert [problem.code for problem in plans.read().problems] == ["unknown-file"]
