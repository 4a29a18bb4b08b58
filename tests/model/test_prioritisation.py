"""Scores come of weights and values alone; what is missing is named and nothing stands in for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.records.indicators import Indicators
from generator.model.records.workspace import Dossier
from generator.model.views.prioritisation import rank
from tests import plans

ACCESS, HARM = "دسترسی به امکانات شهری", "ناهنجاری‌های اجتماعی"


def indicator(id_: str, dimension: str, weight: str | None, direction: str = "بیشتر فوری‌تر") -> dict[str, Any]:
    given = {"id": id_, "title": "شاخص", "dimension": dimension, "unit": "متر", "direction": direction}
    return given | ({"weight": weight} if weight else {})


def indicators(*listed: dict[str, Any], **more: Any) -> Indicators:
    return Indicators.model_validate({"indicators": list(listed), "access_weight": "۶۰", "harm_weight": "۴۰", **more})


THREE = (
    indicator("school", ACCESS, "۷۵"),
    indicator("park", ACCESS, "۲۵", "کمتر فوری‌تر"),
    indicator("jobless", HARM, "۱۰۰"),
)
CUTS = [{"level": "۱", "score": "۷۰"}, {"level": "۲", "score": "۴۰"}]


def dossier(name: str, **values: str) -> Dossier:
    measured = [{"indicator": id_, "value": value, "source": "برداشت", "year": "۱۴۰۲"} for id_, value in values.items()]
    identity = {"id": name, "zone": "z1", "rank": "۱", "text": name, "name": name, "lines": []}
    priority = {"level": "۱", "access": "کم", "harm": "زیاد", "values": measured}
    return Dossier.model_validate({"neighbourhood": identity, "priority": priority if values else None})


FAR = dossier("z1-far", school="۱۰۰۰", park="۰", jobless="۲۰")
NEAR = dossier("z1-near", school="۲۰۰", park="۸", jobless="۱۰")
BETWEEN = dossier("z1-between", school="۶۰۰", park="۴", jobless="۲۰")


def test_the_most_pressing_comes_first_with_scores_between_least_and_greatest() -> None:
    scored = rank([NEAR, BETWEEN, FAR], indicators(*THREE, cuts=CUTS)).scored
    assert [(each.neighbourhood, each.access, each.harm, each.total, each.level) for each in scored] == [
        ("z1-far", 100, 100, 100, "۱"),
        ("z1-between", 50, 100, 70, "۱"),
        ("z1-near", 0, 0, 0, "۳"),
    ]


def test_a_level_is_given_by_cuts_only() -> None:
    assert {each.level for each in rank([NEAR, FAR], indicators(*THREE)).scored} == {None}
    below = rank([NEAR, BETWEEN, FAR], indicators(*THREE, cuts=[{"level": "۱", "score": "۷۱"}, {"level": "۲", "score": "۷۰"}]))
    assert [each.level for each in below.scored] == ["۱", "۲", "۳"]


def test_a_missing_value_takes_the_score_that_needs_it_and_is_named() -> None:
    lacking = dossier("z1-lacking", school="۱۰۰۰", jobless="۱۵")
    (scored,) = [each for each in rank([FAR, NEAR, lacking], indicators(*THREE)).scored if each.neighbourhood == "z1-lacking"]
    assert (scored.access, scored.harm, scored.total, scored.unmeasured) == (None, 50, None, ("park",))
    unmeasured = rank([FAR, dossier("z1-none")], indicators(*THREE)).scored[-1]
    assert (unmeasured.neighbourhood, unmeasured.unmeasured) == ("z1-none", ("school", "park", "jobless"))


def test_a_missing_weight_takes_the_score_of_its_dimension_and_is_named() -> None:
    ranking = rank([FAR, NEAR], indicators(indicator("school", ACCESS, None), THREE[2]))
    assert ranking.unweighted == ("school",)
    assert [(each.access, each.harm, each.total) for each in ranking.scored] == [(None, 100, None), (None, 0, None)]


def test_what_is_the_same_everywhere_tells_none_from_another() -> None:
    same = rank([dossier("z1-a", jobless="۱۰"), dossier("z1-b", jobless="۱۰")], indicators(THREE[2]))
    assert [each.harm for each in same.scored] == [Decimal(50), Decimal(50)]


def test_nothing_is_scored_by_the_published_indicators_which_nobody_has_weighed() -> None:
    workspace = plans.project().workspace
    assert workspace is not None
    ranking = rank(workspace.dossiers, workspace.catalogue.indicators)
    assert len(ranking.scored) == 66
    assert {(each.access, each.harm, each.total, each.level) for each in ranking.scored} == {(None, None, None, None)}
    assert set(ranking.unweighted) == {each.id for each in workspace.catalogue.indicators.indicators}
