"""The characters that the faces of a look cannot draw: no engine is given one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.problems.errors import DataError, Place
from generator.problems.messages import problem
from generator.style.faces import measured
from generator.style.faces.glyphs import Uncovered
from generator.style.style import Style

Met = Mapping[str, Mapping[str, Iterable[Place | None]]]
"""The characters that each face stack must draw, with the places where each is met."""


class Noted:
    """Notes the texts of a document, by the stack that draws each; what is asked for seldom is found when it is asked."""

    def __init__(self) -> None:
        self._texts: dict[str, list[tuple[str, Place | None]]] = {}

    def note(self, stack: str, text: str, place: Place | None) -> None:
        """Note a text that a stack draws."""
        self._texts.setdefault(stack, []).append((text, place))

    @property
    def met(self) -> Met:
        """The characters of each stack, with the places where each is met."""
        return {stack: _Places(texts) for stack, texts in self._texts.items()}


class _Places(Mapping[str, Iterable[Place | None]]):
    """The characters of texts, each with the places of those that have it."""

    def __init__(self, texts: Sequence[tuple[str, Place | None]]) -> None:
        self._texts = texts
        self._characters: set[str] = set().union(*(text for text, _ in texts))

    def __getitem__(self, character: str) -> Iterable[Place | None]:
        if character not in self._characters:
            raise KeyError(character)
        return dict.fromkeys(place for text, place in self._texts if character in text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._characters)

    def __len__(self) -> int:
        return len(self._characters)


def uncovered(met: Met, style: Style, lacking: Uncovered) -> Iterator[tuple[str, Iterable[Place | None]]]:
    """Yield the characters that no face of their stack has, each with its places; `lacking` knows what a stack lacks."""
    for name, known in met.items():
        for character in sorted(lacking("".join(known), style.stacks[name].faces)):
            yield character, known[character]


def require(met: Met, style: Style) -> None:
    """Raise DataError with a problem for each character that no face of its stack has, at the first of its places."""
    problems = [
        problem("character-undrawable", next(iter(places)), character=character, code=f"U+{ord(character):04X}")
        for character, places in uncovered(met, style, measured.uncovered)
    ]
    if problems:
        raise DataError(problems)
