"""Which of the characters that a PDF has to draw no face of their stack has: the same for every engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems.errors import DataError, Place
from generator.problems.messages import problem
from generator.style import faces
from generator.style.style import Style
from generator.writing.writers import Characters


def uncovered(characters: Characters, style: Style) -> Iterator[tuple[str, Iterable[Place | None]]]:
    """Yield the characters that no face of their stack has, each with its places."""
    for name, known in characters.items():
        for character in sorted(faces.uncovered("".join(known), style.stacks[name].faces)):
            yield character, known[character]


def require(characters: Characters, style: Style) -> None:
    """Raise DataError with a problem for each character that no face of its stack has."""
    problems = [
        problem("character-undrawable", next(iter(places)), character=character, code=f"U+{ord(character):04X}")
        for character, places in uncovered(characters, style)
    ]
    if problems:
        raise DataError(problems)
