"""A value together with the problems met on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from generator.problems.errors import Problem

T = TypeVar("T")
U = TypeVar("U")


class Outcome(NamedTuple, Generic[T]):
    """The result of a step: its value, None when there is none, and its problems in the order met.

    A value may come with problems (a warning, a part that was left out); without a value there is at least one.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, value: T | None, problems: Iterable[Problem] = ()) -> Outcome[T]:
        """Pair a value with its problems."""
        return cls(value, tuple(problems))

    def then(self, step: Callable[[T], Outcome[U]]) -> Outcome[U]:
        """Give the value to the next step, whose problems follow these; without a value the step is left out."""
        if self.value is None:
            return Outcome(None, self.problems)
        after = step(self.value)
        return Outcome(after.value, self.problems + after.problems)

    def map(self, change: Callable[[T], U]) -> Outcome[U]:
        """Change the value, if there is one, and keep the problems."""
        return Outcome(None if self.value is None else change(self.value), self.problems)
