"""Draws charts and diagrams from tables of the tree, and maps, sharp in print and readable in grey.

Light to import: what draws is loaded when there is something to draw.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.problems.errors import Problem, TemplateError
from generator.style.style import Style
from generator.tree.nodes import Document, Figure, Map
from generator.tree.walk import every

ROLE, BOLD_ROLE = "cell-small", "cell-small-head"
"""The roles that give the texts of pictures their face and size."""

PictureFormat = Literal["svg", "png"]

PathStep = tuple[str, tuple[float, ...]]
"""A step of a path as SVG names it (M, L, Q, C, Z) and its coordinates, y downwards."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The steps of a path. Compared by identity: what is made of an outline once is found again by it."""

    steps: tuple[PathStep, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An outline, and where its origin stands."""

    outline: Outline
    x: float
    y: float

    def steps(self, size: float = 1.0) -> Iterator[PathStep]:
        """Yield the steps of the outline of a size at its place."""
        for letter, points in self.outline.steps:
            yield letter, tuple(value * size + (self.y if at % 2 else self.x) for at, value in enumerate(points))


def asset(key: str, suffix: PictureFormat) -> str:
    """Return the name of a figure's picture among the assets of a document; no file has such a name."""
    return f"/figure/{key}.{suffix}"


def pictures(document: Document, style: Style, formats: Sequence[PictureFormat]) -> Mapping[str, bytes]:
    """Draw every figure of a finished document, by `asset` name; equal documents give equal bytes.

    Both formats have the size of the figure in print (PNG at 300 dots an inch) and their texts as paths. Raises
    TemplateError for each figure that does not fit its page, MachineError for a face that this machine lacks.
    """
    if not _has_figures(document):
        return {}
    from generator.writing.drawing import figures

    drawn, problems = figures.draw_all(document, style)
    if problems:
        raise TemplateError(problems)
    return {asset(key, suffix): figures.WRITERS[suffix](picture) for key, picture in drawn.items() for suffix in formats}


def faults(document: Document, style: Style) -> list[Problem]:
    """Say why figures of a finished document cannot be drawn on any machine; no face is needed for that."""
    if not _has_figures(document):
        return []
    from generator.writing.drawing import figures

    return figures.faults(document, style)


def _has_figures(document: Document) -> bool:
    return any(isinstance(node, Figure | Map) for node in every(document))
