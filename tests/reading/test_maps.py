"""The map of a neighbourhood is read strictly, and nothing on it is taken for more than it is. All lines are made up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.problems.messages import SENTENCES
from generator.reading.maps import LONGEST_NAME, MOST_FEATURES
from tests.reading.plans_tree import PlansTree

PLACE = "z1-alef"
FILE = f"neighbourhoods/{PLACE}/map.geojson"
SQUARE = [[[59.65, 36.29], [59.66, 36.29], [59.66, 36.3], [59.65, 36.3], [59.65, 36.29]]]


def feature(role: object, name: object, kind: str, coordinates: object, **more: object) -> dict[str, Any]:
    properties = {"role": role, "name": name, **more}
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def boundary(**more: object) -> dict[str, Any]:
    return feature("boundary", "الف", "Polygon", SQUARE, **{"state": "پیشنهادی", **more})


def street(*points: list[float], name: object = "خیابان یک") -> dict[str, Any]:
    return feature("street", name, "LineString", [*points])


def text(*features: object, **members: object) -> str:
    """A collection, each feature on a line of its own from line 2."""
    begun = json.dumps({"type": "FeatureCollection", **members}).removesuffix("}")
    return f'{begun}, "features": [\n' + ",\n".join(json.dumps(each) for each in features) + "\n]}"


def planted(plans: PlansTree, content: str) -> PlansTree:
    plans.files[FILE] = content
    return plans


def test_a_map_is_read_into_the_dossier_with_its_points_for_the_markup(plans: PlansTree) -> None:
    place = feature("place", "مسجد", "Point", [59.655, 36.295])
    reading = planted(plans, text(boundary(), street([59.65, 36.29, 980], [59.66, 36.3]), place)).read()

    assert reading.problems == () and reading.workspace is not None
    found = reading.workspace.dossier(PLACE).map
    assert found is not None and not found.sample
    assert [(each.role, each.name, each.state) for each in found.features] == [
        ("boundary", "الف", "پیشنهادی"),
        ("street", "خیابان یک", ""),
        ("place", "مسجد", ""),
    ]
    assert [each.points for each in found.features[1:]] == ["59.65,36.29 59.66,36.3", "59.655,36.295"]


@pytest.mark.parametrize(
    "content",
    [
        text(boundary(state="نمونه")),
        text(boundary(), sample=True),
        text(boundary(), feature("place", "مسجد", "Point", [59.655, 36.295], sample=True)),
    ],
    ids=["state", "file", "feature"],
)
def test_a_map_of_which_anything_is_a_sample_makes_its_dossier_one(plans: PlansTree, content: str) -> None:
    reading = planted(plans, content).read()
    assert reading.workspace is not None and reading.problems == ()

    dossier = reading.workspace.dossier(PLACE)
    assert dossier.map is not None and dossier.map.sample
    assert any(record is dossier.map for record in dossier.records("map"))


WRONG = [
    (text(), "map-boundary-missing", 1),
    (text(street([59.65, 36.29], [59.66, 36.3])), "map-boundary-missing", 1),
    (text(boundary(), 7), "map-role-unknown", 3),
    (text(boundary(), feature("road", "یک", "Point", [])), "map-role-unknown", 3),
    (text(boundary(), street([59.65, 36.29], [59.66, 36.3], name=" ")), "map-name-missing", 3),
    (text(boundary(), street([59.65, 36.29], [59.66, 36.3], name=3)), "map-text-wrong", 3),
    (text(boundary(), street([59.65, 36.29], [59.66, 36.3], name="\u202eیک")), "map-text-wrong", 3),
    (text(boundary(), street([59.65, 36.29], [59.66, 36.3], name="ی" * (LONGEST_NAME + 1))), "map-text-long", 3),
    (text(boundary(state=None)), "map-state-missing", 2),
    (text(boundary(state="قطعی")), "map-state-missing", 2),
    (text(boundary(state="مصوب")), "map-source-missing", 2),
    (text(boundary(), street([59.65, 36.29])), "map-geometry-wrong", 3),
    (text(boundary(), street([59.65, 36.29], [59.65, 36.29])), "map-geometry-wrong", 3),
    (text(boundary(), street([59.65, 36.29], ["59.66", 36.3])), "map-geometry-wrong", 3),
    (text(feature("boundary", "الف", "LineString", SQUARE[0], state="نمونه")), "map-geometry-wrong", 2),
    (text(feature("boundary", "الف", "Polygon", [SQUARE[0][:-1]], state="نمونه")), "map-ring-wrong", 2),
    (text(boundary(), street([36.29, 59.65], [36.3, 59.66])), "map-swapped", 3),
    (text(boundary(), street([738000, 4019000], [738100, 4019100])), "map-in-metres", 3),
    (text(boundary(), street([51.4, 35.7], [51.41, 35.7])), "map-far", 3),
    (text(boundary(), sample="yes"), "map-sample-wrong", 2),
    (text(boundary(sample="yes")), "map-sample-wrong", 2),
    (text(*[boundary()] * (MOST_FEATURES + 1)), "map-too-many-features", 1),
    (text(boundary(), street(*[[59.65, 36.29], [59.66, 36.3]] * 10_001)), "map-too-many-points", 1),
    ("{\n  نقشه", "outlines-not-json", 2),
]


@pytest.mark.parametrize(("content", "code", "line"), WRONG, ids=[f"{code}-{at}" for at, (_, code, _) in enumerate(WRONG)])
def test_what_is_wrong_is_told_at_its_feature_and_leaves_the_map_out(
    plans: PlansTree, content: str, code: str, line: int
) -> None:
    reading = planted(plans, content).read()

    assert [(found.code, found.place and found.place.line) for found in reading.problems] == [(code, line)]
    assert reading.broken == {PLACE: frozenset({"map"})}
    assert reading.workspace is not None and reading.workspace.dossier(PLACE).map is None
    assert code in SENTENCES


def test_exchanged_numbers_are_told_with_what_would_be_right(plans: PlansTree) -> None:
    (found,) = planted(plans, text(boundary(), street([36.29, 59.65], [36.3, 59.66]))).read().problems

    assert "59.65, 36.29" in found.hint and "36.29, 59.65" in found.message


def test_an_approved_boundary_says_who_approved_it(plans: PlansTree) -> None:
    reading = planted(plans, text(boundary(state="مصوب", source="کمیسیون نمونه/۱۰۱"))).read()

    assert reading.problems == () and reading.workspace is not None
    found = reading.workspace.dossier(PLACE).map
    assert found is not None and (found.features[0].state, found.features[0].source) == ("مصوب", "کمیسیون نمونه/۱۰۱")


def test_a_map_of_a_misspelt_name_is_not_left_out_without_a_word(plans: PlansTree) -> None:
    plans.files[f"neighbourhoods/{PLACE}/maps.geojson"] = text(boundary())

    assert [found.code for found in plans.read().problems] == ["unknown-file"]
