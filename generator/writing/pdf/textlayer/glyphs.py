"""The glyphs of a line: runs of one face and direction, and each glyph with its one letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

Component = tuple[int, int, int]
"""A glyph of the face, and how far it is moved to the right and upwards, in units of the face."""


@dataclass(frozen=True, slots=True)
class Composite:
    """A glyph that draws others (none: a silent one) and is as wide as some of them together."""

    components: tuple[Component, ...]
    widths: tuple[int, ...]


class Face(Protocol):
    """A face as the PDF embeds it, at the size of a run."""

    def same(self, other: Any) -> bool:
        """Whether the other is this face at the same size."""

    def em(self, thousandths: float) -> int:
        """Turn thousandths of the size into units of the face."""

    def width(self, number: int) -> float:
        """Return the width of a glyph in thousandths of its size."""

    def silent(self, letter: str) -> int:
        """Return a glyph without ink and width that means a letter."""

    def composite(self, components: tuple[Component, ...], widths: tuple[int, ...], letter: str) -> int:
        """Return a glyph that draws others and means a letter; raises MachineError for a face that cannot grow."""


@dataclass(slots=True, eq=False)
class Glyph:
    """A glyph by its number in the face; its width and offsets from the pen in units of the engine."""

    number: int
    width: float = 0
    x: float = 0
    y: float = 0
    letter: str = ""
    """Its one letter; nothing for a sign that has no glyph."""
    apart: int = 0
    """The distance to the left of its place, in thousandths of the size; what follows is not moved."""


@dataclass(slots=True, eq=False)
class Run:
    """Glyphs of one face and direction, from left to right."""

    face: Face
    leftwards: bool
    glyphs: list[Glyph] = field(default_factory=list)
    """The glyphs to draw."""
