"""A value and its problems, joined in one place."""

from __future__ import annotations

import pickle

from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.problems.outcome import Outcome

FIRST, SECOND = problem("nothing-to-build"), problem("no-root", None, path="x")


def half(number: int) -> Outcome[int]:
    return Outcome(None, (SECOND,)) if number % 2 else Outcome(number // 2)


def test_the_problems_of_a_step_follow_those_before_it() -> None:
    assert Outcome(3, (FIRST,)).then(half) == (None, (FIRST, SECOND))
    assert Outcome(4, (FIRST,)).then(half) == (2, (FIRST,))


def test_without_a_value_no_further_step_is_taken() -> None:
    nothing: Outcome[int] = Outcome(None, (FIRST,))

    assert nothing.then(lambda number: half(number // 0)) == (None, (FIRST,))
    assert nothing.map(lambda number: number // 0) == (None, (FIRST,))


def test_a_value_that_counts_as_false_is_a_value() -> None:
    assert Outcome(0).then(half) == (0, ())
    assert Outcome(0, (FIRST,)).map(str) == ("0", (FIRST,))


def test_an_outcome_can_be_taken_apart_and_travels_between_processes() -> None:
    value, problems = Outcome.of("x", [FIRST])

    assert (value, problems) == ("x", (FIRST,))
    assert pickle.loads(pickle.dumps(Outcome.of("x", [FIRST]))) == ("x", (FIRST,))
    assert isinstance(problems[0], Problem)
