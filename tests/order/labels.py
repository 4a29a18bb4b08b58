"""The cases as labels of a chart, whose letters are outlines: a sign is known by its shape, all else is a Persian letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.style.style import Style
from generator.writing.drawing import PathStep
from generator.writing.drawing.lettering import Lettering
from tests.order.cases import MIRRORED, visible

_LETTERS = "ـ"
_PERSIAN = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+")
_EXACTLY = 6400.3
"""Outlines are made of points that stand at whole parts of an em: at none that is rounded up here and down there."""

_Turn = tuple[str, tuple[int, ...]]
"""The letter of a step and how far it goes from the point before."""


def without_letters(text: str) -> str:
    """A text with one sign for Persian letters side by side, without spaces."""
    return _PERSIAN.sub(_LETTERS, text.replace(" ", ""))


class Labels:
    """Reads what a chart of a look would show of a text."""

    def __init__(self, style: Style) -> None:
        self._lettering = Lettering(style)
        self._known: dict[str, tuple[_Turn, ...]] = {}

    def seen(self, text: str) -> str:
        """What is seen from left to right of a text, without its letters."""
        steps = self._lettering.path(text).steps
        return without_letters(visible("".join(sign for _, sign in sorted(self._signs(steps, self._shapes(text))))))

    def _shapes(self, text: str) -> dict[_Turn, list[tuple[tuple[_Turn, ...], str]]]:
        """The shapes of the signs of a text, the longest first, by their second step: the first has nothing before it."""
        shapes: dict[_Turn, list[tuple[tuple[_Turn, ...], str]]] = {}
        for sign in {*text, *text.translate(MIRRORED)}:
            if not _PERSIAN.match(sign) and (shape := self._shape(sign)):
                shapes.setdefault(shape[0], []).append((shape, sign))
        for of_a_beginning in shapes.values():
            of_a_beginning.sort(key=lambda entry: -len(entry[0]))
        return shapes

    def _shape(self, sign: str) -> tuple[_Turn, ...]:
        if sign not in self._known:
            # Alone a bracket reads from the right.
            self._known[sign] = _turns(self._lettering.path(sign.translate(MIRRORED)).steps)[1:]
        return self._known[sign]

    @staticmethod
    def _signs(
        steps: Sequence[PathStep], shapes: dict[_Turn, list[tuple[tuple[_Turn, ...], str]]]
    ) -> Iterator[tuple[float, str]]:
        """Where each sign begins, and for what is none a letter."""
        turns = _turns(steps)
        at = 0
        while at < len(turns):
            following = turns[at + 1 : at + 2]
            fits = (
                (len(shape) + 1, sign)
                for shape, sign in (shapes.get(following[0], ()) if following else ())
                if turns[at + 1 : at + 1 + len(shape)] == shape
            )
            length, sign = next(fits, (1, "ا"))
            if steps[at][1]:
                yield min(x for _, points in steps[at : at + length] for x in points[::2]), sign
            at += length


def _turns(steps: Sequence[PathStep]) -> tuple[_Turn, ...]:
    turns: list[_Turn] = []
    x, y = 0.0, 0.0
    for letter, points in steps:
        turns.append((letter, tuple(round((value - (y if index % 2 else x)) * _EXACTLY) for index, value in enumerate(points))))
        x, y = points[-2:] or (x, y)
    return tuple(turns)
