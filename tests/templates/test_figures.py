"""The pictures of the project's own documents: drawn from what is there, left out where there is nothing to draw."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.build import pipeline
from generator.build.subjects import Subject
from generator.model.known import Unknown
from generator.model.records.boundaries import ZoneBoundary
from generator.tree.charts.figures import read
from generator.tree.nodes import Document, Figure, Table
from generator.tree.walk import plain_text, walk


def figures(document: Document) -> dict[str, Figure]:
    return {visit.node.key: visit.node for visit in walk(document) if isinstance(visit.node, Figure)}


def shown(document: Document, key: str) -> Any:
    tables = {visit.node.key: visit.node for visit in walk(document) if isinstance(visit.node, Table)}
    figure = figures(document)[key]
    chart, problems = read(figure, tables[figure.of])
    assert problems == []
    return chart


def changed(subject: Subject, **records: Any) -> Subject:
    """The subject with some records of its dossier changed."""
    assert subject.dossier is not None
    return dataclasses.replace(subject, dossier=subject.dossier.model_copy(update=records))


def test_money_over_time_is_drawn_from_the_second_report_on(builder, project) -> None:
    chosen = pipeline.Selection(["z3-golshahr"], ["evaluation-report"])
    first, second = pipeline.select(project, chosen)
    assert "figure-periods" not in figures(builder.tree(first)[0])

    chart = shown(builder.tree(second)[0], "figure-periods")
    assert [entry.label for entry in chart.entries] == ["شش‌ماههٔ اول سال ۱۴۰۴", "شش‌ماههٔ دوم سال ۱۴۰۴"]
    assert (chart.titles, chart.unit) == (("تخصیص", "هزینه"), "میلیون ریال")


def test_at_most_eight_indicators_far_from_their_target_are_drawn(tree) -> None:
    chart = shown(tree("evaluation-report", "z3-golshahr"), "figure-farthest")

    assert len(chart.entries) == 8
    assert chart.titles == ("وضع موجود", "این دوره", "هدف")


def test_needs_are_drawn_from_the_most_people_down_where_these_are_known(builder, subject_of) -> None:
    subject = subject_of("participatory-document", "z3-golshahr")
    chart = shown(builder.tree(subject)[0], "figure-needs")
    assert len(chart.entries) == len(subject.dossier.needs.needs)

    unknown = [need.model_copy(update={"affected": Unknown()}) for need in subject.dossier.needs.needs]
    needs = subject.dossier.needs.model_copy(update={"needs": tuple(unknown)})
    assert "figure-needs" not in figures(builder.tree(changed(subject, needs=needs))[0])


def test_without_a_map_of_its_own_a_place_is_shown_among_zones_truly_once_their_boundaries_are_known(
    builder, subject_of
) -> None:
    subject = subject_of("participatory-document", "z7-torogh")
    schematic = figures(builder.tree(subject)[0])["map"]
    assert schematic.outlines == () and "جای تقریبی" in plain_text(schematic.caption)

    # Made-up squares beside each other.
    squares = [
        ZoneBoundary(zone=zone.id, rings=(((x, 36.0), (x + 0.5, 36.0), (x + 0.5, 36.5), (x, 36.5), (x, 36.0)),))
        for x, zone in enumerate(subject.catalogue.zones.zones, 50)
    ]
    known = dataclasses.replace(subject, catalogue=subject.catalogue.model_copy(update={"boundaries": tuple(squares)}))
    document = builder.tree(known)[0]
    drawn = figures(document)["map"]
    assert "جای تقریبی" not in plain_text(drawn.caption) and drawn.summary.startswith("نقشه از روی مرزها")
    assert [len(entry.outline) for entry in shown(document, "map").entries] == [1] * len(squares)
    assert known.content_hash != subject.content_hash
