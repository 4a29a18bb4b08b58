"""Text as paths: Persian joined, ordered from the right and drawn with the faces of the look, by Typst.

The only module that loads fonts; it names their files, so that no other face can take their place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.persian import direction
from generator.style import faces
from generator.style.style import Style
from generator.writing.drawing import BOLD_ROLE, ROLE, Outline, PathStep, Placed, shaping

_MANY = 4096
"""The most texts that are kept when others are learned."""


@dataclass(frozen=True, slots=True)
class TextPath:
    """The glyphs of a line of text of one em height, and its left and right edge."""

    glyphs: tuple[Placed, ...]
    left: float
    right: float

    @property
    def steps(self) -> tuple[PathStep, ...]:
        """The whole line as one path."""
        return tuple(step for glyph in self.glyphs for step in glyph.steps())


class Letters(ABC):
    """Measures the texts of pictures, by the path of each."""

    def __init__(self, style: Style) -> None:
        self.size = style.roles[ROLE].size

    @abstractmethod
    def path(self, text: str, *, bold: bool = False) -> TextPath:
        """Return the path of a line of text, per em, its base line at zero."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a line of text at a size, in points."""
        path = self.path(text, bold=bold)
        return (path.right - path.left) * size

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """Break a text into lines no wider than a width, where its words allow that."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


class Lettering(Letters):
    """Draws and measures the texts of pictures in the faces of a look."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._files = {bold: _files(style, _role(bold), bold) for bold in (False, True)}

    def path(self, text: str, *, bold: bool = False) -> TextPath:
        """Return the path of a line of text, per em, its base line at zero."""
        return _path(text, self._files[bold], bold)

    def learn(self, noted: Iterable[tuple[str, bool]]) -> None:
        """Make the paths of texts, each with whether it is bold, in one go; `path` would make them one by one."""
        texts: dict[bool, list[str]] = {False: [], True: []}
        for text, bold in noted:
            texts[bold].append(text)
        for bold, several in texts.items():
            _learn(several, self._files[bold], bold)


class Noting(Letters):
    """Notes every text that a drawing asks for, and says at once about how wide it is, which needs no file of a face."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._style = style
        self.noted: dict[tuple[str, bool], TextPath] = {}

    def path(self, text: str, *, bold: bool = False) -> TextPath:
        """Return a path without glyphs that has about the width of a line of text."""
        if (text, bold) not in self.noted:
            width = faces.advance(text, self._style.stack(_role(bold)).faces, 1.0, bold)
            self.noted[text, bold] = TextPath((), 0.0, width)
        return self.noted[text, bold]


def _role(bold: bool) -> str:
    return BOLD_ROLE if bold else ROLE


def of_role(text: str, style: Style, role: str, *, bold: bool = False) -> TextPath:
    """Return the path of a line of text in the faces of a role; MachineError for a face that is missing."""
    return _path(text, _files(style, role, bold), bold)


def _files(style: Style, role: str, bold: bool) -> tuple[Path, ...]:
    stack = style.stack(role).faces
    found = faces.require(family for family in style.families() if family.name in stack)
    return tuple(file for family in stack if (file := found[family].file(bold)) is not None)


def _path(text: str, files: tuple[Path, ...], bold: bool) -> TextPath:
    known = _known(files, bold)
    if text not in known:
        _learn([text], files, bold)
    return known[text]


@lru_cache(maxsize=16)
def _known(_files: tuple[Path, ...], _bold: bool) -> dict[str, TextPath]:
    """Return the paths made in these faces, by their text; to be added to."""
    return {}


def _learn(texts: Iterable[str], files: tuple[Path, ...], bold: bool) -> None:
    known = _known(files, bold)
    if len(known) > _MANY:
        known.clear()
    if new := [*dict.fromkeys(text for text in texts if text not in known)]:
        made = shaping.lines([_directed(text) for text in new], files, bold=bold)
        known |= zip(new, map(_whole, made), strict=True)


def _whole(glyphs: tuple[Placed, ...]) -> TextPath:
    edges = [glyph.x + edge for glyph in glyphs for edge in _edges(glyph.outline)]
    return TextPath(glyphs, min(edges, default=0.0), max(edges, default=0.0))


@lru_cache(maxsize=4096)
def _edges(outline: Outline) -> tuple[float, ...]:
    """Return the left and right edge of a glyph; nothing where it has no ink."""
    xs = [x for _, points in outline.steps for x in points[::2]]
    return (min(xs), max(xs)) if xs else ()


def _directed(text: str) -> str:
    """Add the marks of direction that keep a text in order from the right, whatever it begins with."""
    stretches = (
        stretch if stretch.ltr else stretch._replace(text=stretch.text.translate(direction.MIRRORED_FOR_TYPST))
        for stretch in direction.split(text)
    )
    return direction.RLM + direction.marked(stretches)
