"""Check the features of each map, and write its alternative text where the template has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.tree.nodes import Document, Feature, Map
from generator.tree.walk import every_block, plain_text, rebuild_blocks

_LEAST = {"boundary": 4, "zone": 4, "street": 2, "place": 1}
"""The points of a line of a feature; a place has no more than one."""

_HEADS = (("street", "خیابان‌ها"), ("place", "مکان‌ها"))

_SAMPLE = "همهٔ آنچه در نقشه است نمونه است و واقعی نیست"


def run(document: Document) -> tuple[Document, list[Problem]]:
    """Return the document with alternative text for each map, and a problem for each feature that cannot be drawn."""
    if not any(isinstance(node, Map) for node in every_block(document)):
        return document, []
    problems: list[Problem] = []

    def visit(node: Any) -> Any:
        if not isinstance(node, Map):
            return rebuild_blocks(node, visit)
        problems.extend(_faults(node))
        return node if node.summary else replace(node, summary=_summary(node))

    return visit(document), problems


def _faults(node: Map) -> Iterator[Problem]:
    if not any(feature.role in ("boundary", "zone") for feature in node.features):
        yield problem("map-without-boundary", node.place, key=node.key)
    for feature in node.features:
        counts = [len(line) for line in feature.lines]
        area = feature.role in ("boundary", "zone")
        short = min(counts) < _LEAST[feature.role] or (feature.role == "place" and counts != [1])
        if short or (area and any(line[0] != line[-1] for line in feature.lines)):
            yield problem("map-feature-wrong", node.place, name=feature.name, role=feature.role)
        if feature.role == "boundary" and not feature.state:
            yield problem("map-boundary-without-state", node.place, name=feature.name)


def _summary(node: Map) -> str:
    """Say in words what a map shows: the border and what it rests on, then the names on it."""
    sentences = [f"نقشه – {plain_text(node.caption)}"]
    sentences += [f"مرز {boundary_title(feature)}" for feature in node.features if feature.role == "boundary"]
    sentences += [f"پیرامون آن {feature.name}" for feature in node.features if feature.role == "zone"]
    for role, head in _HEADS:
        names = dict.fromkeys(feature.name for feature in node.features if feature.role == role)
        sentences += [f"{head}: {'، '.join(names)}"] if names else []
    sentences += [_SAMPLE] if node.sample else []
    return ". ".join(sentences) + "."


def boundary_title(feature: Feature) -> str:
    """Return the name of a boundary and what it rests on: «گلشهر (پیشنهادی)»."""
    rests_on = "، ".join(filter(None, (feature.state, feature.source)))
    return f"{feature.name} ({rests_on})"
