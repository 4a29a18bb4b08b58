"""The cases of `cases.yaml`, each with the characters that must be seen, from left to right.

The order is made by turning the text round, without any algorithm for mixed text, so that it can judge one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import yaml

BRACKETS = ("()", "[]", "{}", "<>", "«»", "≤≥")
"""Pairs of signs of which each is drawn as the other where text reads from the right."""

MIRRORED = str.maketrans({one: other for pair in BRACKETS for one, other in (pair, pair[::-1])})

EVERYWHERE = "everywhere"
"""The group whose cases stand in every place."""

_ISLAND = re.compile("⟦([^⟧]*)⟧|([۰-۹]+(?:[٫٬/:.,][۰-۹]+)*)")
_SPACES = re.compile("[ \u00a0]+")

# Readers of a PDF tell these apart no better: they have no direction, and an ellipsis is read as three stops.
_ALIKE = str.maketrans({"”": "“", "’": "‘", "…": "..."})


WRAPPED = "wrapped"
"""The group of long cases, which stand in lines of a narrow cell alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text: its markup, and how it reads, with ⟦ ⟧ around what is read from left to right."""

    name: str
    markup: str
    shown: str

    @property
    def seen(self) -> str:
        """What must be seen of it from left to right, in one line."""
        return seen(self.shown)

    def is_wrapped_into(self, lines: Sequence[str]) -> bool:
        """Whether these lines hold its words in order, each line ordered by itself; spaces do not count."""
        words = _words(self.shown)
        for line in lines:
            ends = range(len(words), 0, -1)
            end = next((end for end in ends if _squeezed(seen(_joined(words[:end]))) == _squeezed(line)), 0)
            if not end:
                return False
            words = words[end:]
        return not words


def visible(text: str) -> str:
    """The characters of a text that have a place of their own, with one space for several."""
    kept = "".join(character for character in text if unicodedata.category(character) not in ("Mn", "Cf", "Cc"))
    return _SPACES.sub(" ", kept).strip().translate(_ALIKE)


def seen(shown: str) -> str:
    """What is seen from left to right of a text that reads from the right but for what stands between ⟦ ⟧ and its numbers."""
    pieces: list[str] = []
    at = 0
    for island in _ISLAND.finditer(shown):
        pieces += [_turned(shown[at : island.start()]), island[1] or island[2]]
        at = island.end()
    pieces.append(_turned(shown[at:]))
    return visible("".join(reversed(pieces)))


def _words(shown: str) -> list[str]:
    """The words of a text, each with its own ⟦ ⟧."""
    words = shown
    for island in re.findall("⟦[^⟧]* [^⟧]*⟧", shown):
        words = words.replace(island, island.replace(" ", "⟧ ⟦"))
    return words.split()


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("⟧ ⟦", " ")


def _squeezed(text: str) -> str:
    return text.replace(" ", "")


def _turned(text: str) -> str:
    return text[::-1].translate(MIRRORED)


def _case(name: str, written: str | dict[str, str]) -> Case:
    if isinstance(written, str):
        written = {"shown": written}
    shown = written["shown"]
    typed = written.get("typed", re.sub("[⟦⟧]", "", shown))
    return Case(name, written.get("markup", escape(typed)), shown)


@cache
def groups() -> dict[str, tuple[Case, ...]]:
    """The cases by group, in the order of the file; a name is the group's and the case's."""
    read = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
    return {group: tuple(_case(f"{group}/{name}", case) for name, case in cases.items()) for group, cases in read.items()}
