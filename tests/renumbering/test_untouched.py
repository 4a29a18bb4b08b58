"""A contract that nobody edited needs nothing: not a byte of it is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import renumbering
from generator.style import looks
from tests.renumbering.contracts import SMALL, written


@pytest.mark.parametrize("markup", [SMALL, SMALL.replace("<h1 key", "<page-break/><h1 key")])
def test_nothing_is_done_to_a_small_contract(markup: str) -> None:
    data = written(markup)
    done = renumbering.renumber(data)
    assert done.data is data and done.changes == () and done.doubts == ()


def test_the_styles_that_are_looked_for_are_those_of_every_look() -> None:
    folder = Path(__file__).parents[2] / "templates/fa"
    for name in looks.find(folder):
        look, problems = looks.load(folder, name)
        assert look is not None, problems
        names = {
            "article": "ماده",
            "clause": "بند",
            "note": "تبصره",
            "list": "فهرست",
            "body": "متن",
            "figure-caption": "عنوان شکل",
        }
        assert {role: look.roles[role].name for role in names} == names
