"""What pictures are made of: filled and stroked paths on a sheet measured in points, the origin at the top left.

Everything is a path, texts too, so that each program draws the same; hatching is drawn as lines, since not every program
draws the patterns of SVG.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.style.style import Style
from generator.tree.charts.arranged import AXES
from generator.writing.drawing import Outline, PathStep, Placed
from generator.writing.drawing.lettering import Letters

Anchor = Literal["right", "middle", "left"]
Hatch = Literal["", "rising", "falling"]

HAIRLINE, LINE = 0.4, 0.7

_EDGE = 2.0

# Where the middle of Persian letters lies above the base line, in em.
_MIDDLE = 0.27
# How far control points stand off for a quarter of a circle.
_ARC = 0.5522847498


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with its fill and stroke (six hexadecimal digits, empty for none), put together from outlines of a size.

    `text` is the text that it draws, if any: its outlines are glyphs, which are met again and again.
    """

    pieces: tuple[Placed, ...]
    size: float = 1.0
    fill: str = ""
    stroke: str = ""
    thickness: float = LINE
    dashes: tuple[float, ...] = ()
    text: str = ""

    @property
    def steps(self) -> tuple[PathStep, ...]:
        """The whole path, in points."""
        return tuple(step for piece in self.pieces for step in piece.steps(self.size))

    def magnified(self, times: float) -> Shape:
        """Return the shape so many times as large, its strokes with it."""
        pieces = tuple(Placed(piece.outline, piece.x * times, piece.y * times) for piece in self.pieces)
        dashes = tuple(dash * times for dash in self.dashes)
        return replace(self, pieces=pieces, size=self.size * times, thickness=self.thickness * times, dashes=dashes)


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing on a white ground, through which no mark of the page is seen; size in points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def magnified(self, times: float) -> Picture:
        """Return the drawing so many times as large."""
        if times == 1:
            return self
        return Picture(self.width * times, self.height * times, tuple(shape.magnified(times) for shape in self.shapes))


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of a series: a colour, and lines over it that distinguish it in grey too."""

    colour: str
    hatch: Hatch = ""
    lines: str = ""


class Canvas:
    """A sheet of a width, in the colours and faces of a look; `room` is the height that its page has.

    With `measuring` nothing is kept: whoever asks for a height, or for the texts, has it in a third of the time.
    """

    def __init__(self, width: float, style: Style, lettering: Letters, room: float, *, measuring: bool = False) -> None:
        self.width = width - 2 * _EDGE
        self.room = room
        self.size = lettering.size
        self.lettering = lettering
        self._style = style
        self._measuring = measuring
        self._shapes: list[Shape] = []

    def picture(self, height: float) -> Picture:
        """Return what was drawn, with a little white at the edges, where strokes would be cut."""
        return Picture(self.width + 2 * _EDGE, height + 2 * _EDGE, tuple(self._shapes))

    def colour(self, name: str) -> str:
        """Return a colour of the look."""
        return self._style.colour(name)

    def series(self, count: int) -> tuple[Fill, ...]:
        """Return the fills of so many series; of several the first, what was planned or given, is the pale one."""
        dark, pale = Fill(self.colour("chart_1")), Fill(self.colour("chart_2"), "rising", self.colour("chart_1"))
        third = Fill(self.colour("chart_3"))
        fourth = Fill(self.colour("chart_4"), "falling", self.colour("chart_3"))
        return (dark,) if count == 1 else (pale, dark, third, fourth)[:count]

    def axis(self, name: str) -> Fill:
        """Return the fill of an axis, the same in all papers; the middle one is hatched."""
        colour = self.colour(f"axis_{AXES[name]}")
        return Fill(colour, "rising", self.colour("ink")) if AXES[name] == "economic" else Fill(colour)

    def deviation(self, *, behind: bool, pale: bool) -> Fill:
        """Return the fill of a bar at one side of zero; what is behind is hatched, strong unless it is to be pale."""
        if not behind:
            return Fill(self.colour("chart_2"))
        return Fill(self.colour("late_fill" if pale else "chart_late"), "falling", self.colour("ink"))

    # --- shapes

    def path(
        self,
        steps: Sequence[PathStep],
        fill: str = "",
        stroke: str = "",
        thickness: float = LINE,
        *,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Draw a path of steps."""
        if self._measuring:
            return
        whole = Placed(Outline(tuple(steps)), _EDGE, _EDGE)
        self._shapes.append(Shape((whole,), 1.0, fill, stroke, thickness, dashes))

    def line(self, *points: tuple[float, float], stroke: str, thickness: float = LINE, dashes: tuple[float, ...] = ()) -> None:
        """Draw a line through points."""
        if self._measuring:
            return
        self.path(_through(points), "", stroke, thickness, dashes=dashes)

    def polygon(self, *points: tuple[float, float], fill: str = "", stroke: str = "", thickness: float = LINE) -> None:
        """Draw a closed polygon."""
        self.path([*_through(points), ("Z", ())], fill, stroke, thickness)

    def box(
        self, left: float, top: float, right: float, bottom: float, fill: str = "", stroke: str = "", thickness: float = LINE
    ) -> None:
        """Draw a rectangle."""
        self.polygon((left, top), (right, top), (right, bottom), (left, bottom), fill=fill, stroke=stroke, thickness=thickness)

    def bar(self, left: float, top: float, right: float, bottom: float, fill: Fill) -> None:
        """Draw a rectangle of a series with an edge of ink."""
        if self._measuring:
            return
        self.box(left, top, right, bottom, fill.colour)
        for points in _hatching(left, top, right, bottom, fill.hatch):
            self.line(*points, stroke=fill.lines, thickness=HAIRLINE)
        self.box(left, top, right, bottom, "", self.colour("ink"), HAIRLINE)

    def disc(self, x: float, y: float, radius: float, fill: str = "", stroke: str = "", thickness: float = LINE) -> None:
        """Draw a circle."""
        arm = radius * _ARC
        steps: list[PathStep] = [("M", (x + radius, y))]
        for turn in range(4):
            cos, sin = round(math.cos(turn * math.pi / 2)), round(math.sin(turn * math.pi / 2))
            ends = ((radius, arm), (arm, radius), (0.0, radius))
            steps.append(("C", tuple(value for u, v in ends for value in (x + u * cos - v * sin, y + u * sin + v * cos))))
        self.path([*steps, ("Z", ())], fill, stroke, thickness)

    # --- texts

    def text(
        self,
        x: float,
        y: float,
        text: str,
        anchor: Anchor = "right",
        *,
        bold: bool = False,
        colour: str = "ink",
    ) -> None:
        """Draw a line of text; its middle is at the height `y`, and its right end, middle or left end at `x`."""
        path = self.lettering.path(text, bold=bold)
        if self._measuring:
            return
        size = self.size
        edge = {"right": path.right, "middle": (path.left + path.right) / 2, "left": path.left}[anchor]
        left, base = _EDGE + x - edge * size, _EDGE + y + _MIDDLE * size
        # What has no ink, such as a space, is left out.
        glyphs = tuple(
            Placed(glyph.outline, left + glyph.x * size, base + glyph.y * size) for glyph in path.glyphs if glyph.outline.steps
        )
        self._shapes.append(Shape(glyphs, size, self.colour(colour), text=text))

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        anchor: Anchor = "right",
        *,
        bold: bool = False,
        colour: str = "ink",
    ) -> None:
        """Draw lines of text around the height `y`."""
        step = self.line_height()
        for number, line in enumerate(lines):
            self.text(x, y + (number - (len(lines) - 1) / 2) * step, line, anchor, bold=bold, colour=colour)

    def line_height(self) -> float:
        """Return the distance from one line of text to the next."""
        return self.size * 1.25


def _through(points: Sequence[tuple[float, float]]) -> list[PathStep]:
    return [("L" if number else "M", point) for number, point in enumerate(points)]


_HATCH_STEP = 4.0


def _hatching(
    left: float, top: float, right: float, bottom: float, hatch: Hatch
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return lines of 45 degrees within a rectangle, on one raster for the whole picture."""
    if not hatch:
        return []
    lines = []
    flip = -1 if hatch == "rising" else 1
    # x - flip * y is constant on a line.
    ends = sorted((left - flip * top, left - flip * bottom, right - flip * top, right - flip * bottom))
    constant = math.ceil(ends[0] / _HATCH_STEP) * _HATCH_STEP
    while constant < ends[-1]:
        low, high = sorted(((left - constant) * flip, (right - constant) * flip))
        low, high = max(low, top), min(high, bottom)
        if high - low > 1e-6:
            lines.append(((constant + flip * low, low), (constant + flip * high, high)))
        constant += _HATCH_STEP
    return lines
