"""A map says in words what it shows, and what cannot be drawn on it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.tree.nodes import Feature, Line, Map, Text
from generator.tree.passes import maps
from tests.tree.documents import at, blocks, document

RING: Line = ((59.65, 36.29), (59.66, 36.29), (59.66, 36.3), (59.65, 36.29))
BORDER = Feature("boundary", "گلشهر", (RING,), "مصوب", "کمیسیون نمونه/۱۰۱")
STREET = Feature("street", "بولوار یک", (RING[:2],))
PLACE = Feature("place", "مسجد", (RING[:1],))
MAP = Map((BORDER, STREET, PLACE, STREET), (Text("نقشهٔ محله"),), "map", place=at(7))


def summary(node: Map) -> str:
    made, problems = maps.run(document(node))
    (found,) = blocks(made)
    assert problems == [] and isinstance(found, Map)
    return found.summary


def test_the_alternative_text_names_the_border_what_it_rests_on_and_each_name_once() -> None:
    said = "نقشه – نقشهٔ محله. مرز گلشهر (مصوب، کمیسیون نمونه/۱۰۱). خیابان‌ها: بولوار یک. مکان‌ها: مسجد."
    assert summary(MAP) == said


def test_it_says_that_nothing_on_a_sample_is_real() -> None:
    assert "واقعی نیست" in summary(replace(MAP, sample=True)) and "واقعی نیست" not in summary(MAP)


def test_a_text_of_the_template_is_kept() -> None:
    assert summary(replace(MAP, summary="نقشه‌ای ساده")) == "نقشه‌ای ساده"


@pytest.mark.parametrize(
    ("features", "code"),
    [
        ((STREET, PLACE), "map-without-boundary"),
        ((replace(BORDER, state=""),), "map-boundary-without-state"),
        ((replace(BORDER, lines=(RING[:3],)),), "map-feature-wrong"),
        ((replace(BORDER, lines=((*RING[:3], RING[1]),)),), "map-feature-wrong"),
        ((BORDER, replace(STREET, lines=(RING[:1],))), "map-feature-wrong"),
        ((BORDER, replace(PLACE, lines=(RING[:2],))), "map-feature-wrong"),
        ((BORDER, replace(PLACE, lines=(RING[:1], RING[:1]))), "map-feature-wrong"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_the_template(features: tuple[Feature, ...], code: str) -> None:
    _, problems = maps.run(document(replace(MAP, features=features)))

    assert [(found.code, found.place) for found in problems] == [(code, at(7))]
