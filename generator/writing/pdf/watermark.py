"""Draws a line of text across each page behind its content: one drawing for all pages, no text to be read or copied."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing import watermarks
from generator.writing.drawing import PathStep

_NAME = "/Watermark"


@dataclass(frozen=True, slots=True)
class Watermark:
    """A line of text as a path of one em height, its ink as six hexadecimal digits, its turn in degrees against the clock.

    `sizes` is the em, in points, on each page.
    """

    steps: Sequence[PathStep]
    ink: str
    turn: float
    sizes: Sequence[float]


def across(document: Document, style: Style, sides: Sequence[float]) -> Watermark | None:
    """Return the marks of a document across its pages, of a size for the shorter side of each, which is in millimetres.

    None where the document has no marks.
    """
    if not document.furniture.marks:
        return None
    from generator.writing.drawing import lettering

    words = watermarks.text(document.furniture.marks)
    steps = lettering.of_role(words, style, watermarks.ROLE, bold=False).steps
    sizes = [watermarks.band(words, side, style).size for side in sides]
    return Watermark(steps, style.colour(watermarks.COLOUR), watermarks.TURN, sizes)


def put(file: pikepdf.Pdf, watermark: Watermark) -> None:
    """Draw it at the middle of every page, before all else and as an artifact (ISO 32000-1, 14.8.2.2.2)."""
    xs = [x for _, points in watermark.steps for x in points[::2]]
    ys = [-y for _, points in watermark.steps for y in points[1::2]]
    drawing = pikepdf.Stream(file, _path(watermark).encode())
    drawing.Type, drawing.Subtype = Name.XObject, Name.Form
    drawing.BBox = Array([round(side, 3) for side in (min(xs), min(ys), max(xs), max(ys))])
    drawing.Resources = Dictionary()
    drawing = file.make_indirect(drawing)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    for page, size in zip(file.pages, watermark.sizes, strict=True):
        name = page.add_resource(drawing, Name.XObject, Name(_NAME))
        page.contents_add(_content(name, _matrix(page, size, watermark.turn, middle)).encode(), prepend=True)


def _matrix(page: pikepdf.Page, size: float, turn: float, middle: tuple[float, float]) -> tuple[float, ...]:
    """Return the matrix from the path to the page, middle on middle."""
    cos, sin = size * math.cos(math.radians(turn)), size * math.sin(math.radians(turn))
    left, bottom, right, top = (float(side) for side in page.mediabox)
    x, y = middle
    return cos, sin, -sin, cos, (left + right) / 2 - cos * x + sin * y, (bottom + top) / 2 - sin * x - cos * y


def _content(name: pikepdf.Name, matrix: tuple[float, ...]) -> str:
    placed = " ".join(f"{value:.3f}" for value in matrix)
    return f"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q {placed} cm {name} Do Q EMC"


def _path(watermark: Watermark) -> str:
    red, green, blue = (int(watermark.ink[at : at + 2], 16) / 255 for at in (0, 2, 4))
    drawn = [f"{red:.3f} {green:.3f} {blue:.3f} rg"]
    here = (0.0, 0.0)
    for letter, flat in watermark.steps:
        points = [(x, -y) for x, y in zip(flat[::2], flat[1::2], strict=True)]
        if letter == "Q":
            letter, points = "C", _cubic(here, *points)
        here = points[-1] if points else here
        numbers = " ".join(f"{x:.4f} {y:.4f}" for x, y in points)
        drawn.append(f"{numbers} {_OPERATORS[letter]}".strip())
    return "\n".join([*drawn, "f"])


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _cubic(start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Return a quadratic curve as the cubic one that PDF knows."""
    (x, y), (a, b), (c, d) = start, control, end
    return [(x + 2 / 3 * (a - x), y + 2 / 3 * (b - y)), (c + 2 / 3 * (a - c), d + 2 / 3 * (b - d)), end]
