"""Writes a picture as SVG (paths alone: every program draws it the same) and as PNG, for programs that draw no SVG."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.writing.drawing import Outline
from generator.writing.drawing.canvas import Picture, Shape

DOTS_PER_INCH = 300

_PARTS = 100
"""The parts of a point in which SVG counts."""


def svg(picture: Picture) -> bytes:
    """Write a picture as SVG; equal pictures give equal bytes."""
    width, height = _number(round(picture.width * _PARTS)), _number(round(picture.height * _PARTS))
    paths = "\n".join(_svg_path(shape) for shape in picture.shapes if shape.pieces)
    ground = f'<path d="M0 0h{width}v{height}h-{width}z" fill="#ffffff"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}">\n{ground}\n{paths}\n</svg>\n'
    ).encode()


def png(picture: Picture) -> bytes:
    """Write a picture as PNG at 300 dots an inch, which the file says itself; equal pictures give equal bytes."""
    from generator.writing.drawing import palettes, raster

    sheet = raster.Sheet(picture.width, picture.height, DOTS_PER_INCH)
    for shape in picture.shapes:
        if shape.pieces:
            sheet.draw(shape.pieces, shape.size, shape.fill, shape.stroke, shape.thickness, shape.dashes)
    colours = {digits for shape in picture.shapes for digits in (shape.fill, shape.stroke) if digits}
    return palettes.png(sheet.pixels(), colours, DOTS_PER_INCH)


def _svg_path(shape: Shape) -> str:
    known = _glyph if shape.text else _contours
    steps = "".join(
        f"M{_number(x + round(piece.x * _PARTS))} {_number(y + round(piece.y * _PARTS))}{rest}"
        for piece in shape.pieces
        for x, y, rest in known(piece.outline, shape.size)
    )
    fill = f"#{shape.fill}" if shape.fill else "none"
    stroke = f' stroke="#{shape.stroke}" stroke-width="{shape.thickness:g}"' if shape.stroke else ""
    dashes = f' stroke-dasharray="{" ".join(f"{dash:g}" for dash in shape.dashes)}"' if shape.dashes else ""
    return f'<path d="{steps}" fill="{fill}"{stroke}{dashes}/>'


def _contours(outline: Outline, size: float) -> tuple[tuple[int, int, str], ...]:
    """Return where each contour of an outline begins, and its further steps, which are relative: they fit at any place."""
    return tuple(_relative(outline, size))


_glyph = lru_cache(maxsize=4096)(_contours)


def _relative(outline: Outline, size: float) -> Iterator[tuple[int, int, str]]:
    start, here, written = (0, 0), (0, 0), ""
    for letter, points in outline.steps:
        counted = [round(value * size * _PARTS) for value in points]
        if letter == "M":
            if written:
                yield *start, written
            start, written = (counted[0], counted[1]), ""
        elif letter == "Z":
            written += "z"
        else:
            # Rounded before they are taken from each other, so that roundings do not add up.
            steps = (value - here[at % 2] for at, value in enumerate(counted))
            written += letter.lower() + " ".join(map(_number, steps))
        if points:
            here = (counted[-2], counted[-1])
    if written:
        yield *start, written


@lru_cache(maxsize=65536)
def _number(parts: int) -> str:
    return f"{parts / _PARTS:.2f}".rstrip("0").rstrip(".") if parts else "0"
