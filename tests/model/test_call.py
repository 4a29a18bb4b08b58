"""The points of applicants are the weighted sum of those by each criterion."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.known import Unknown
from generator.model.records.call import Call


def call(**changes: Any) -> Call:
    return Call.model_validate(
        {
            "id": "call-1",
            "subject": "فراخوان",
            "conditions": ["ثبت رسمی"],
            "documents": ["اساسنامه"],
            "submission": "تحویل",
            "criteria": [{"id": "past", "title": "سابقه", "weight": "60"}, {"id": "team", "title": "نیرو", "weight": "40"}],
            **changes,
        }
    )


def test_points_are_weighted_by_the_criteria() -> None:
    scores = [{"criterion": "past", "points": "80"}, {"criterion": "team", "points": "86.25"}]
    (judged,) = call(applicants=[{"id": "p1", "scores": scores}]).judged
    assert judged.points == Decimal("82.5")


def test_points_are_unknown_until_there_are_some_by_each_criterion() -> None:
    scores = [{"criterion": "past", "points": "80"}]
    (judged,) = call(applicants=[{"id": "p1", "scores": scores}]).judged
    assert isinstance(judged.points, Unknown)
    (free,) = call(criteria=[], applicants=[{"id": "p1"}]).judged
    assert isinstance(free.points, Unknown)
