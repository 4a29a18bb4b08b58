"""Writes a picture as SVG (paths alone: every program draws it the same) and as PNG, for programs that draw no SVG."""

from __future__ import annotations

from generator.writing.drawing.canvas import Picture, Shape

DOTS_PER_INCH = 300


def svg(picture: Picture) -> bytes:
    """Write a picture as SVG; equal pictures give equal bytes."""
    width, height = _number(picture.width), _number(picture.height)
    paths = "\n".join(_svg_path(shape) for shape in picture.shapes if shape.steps)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}">\n{paths}\n</svg>\n'
    ).encode()


def png(picture: Picture) -> bytes:
    """Write a picture as PNG at 300 dots an inch, which the file says itself; equal pictures give equal bytes."""
    from generator.writing.drawing import engine

    layers = [
        engine.Layer(
            shape.steps,
            f"#{shape.fill}" if shape.fill else "",
            f"#{shape.stroke}" if shape.stroke else "",
            shape.thickness,
            shape.dashes,
        )
        for shape in picture.shapes
        if shape.steps
    ]
    return engine.raster(layers, picture.width, picture.height, DOTS_PER_INCH)


def _svg_path(shape: Shape) -> str:
    steps = "".join(letter + " ".join(map(_number, points)) for letter, points in shape.steps)
    fill = f"#{shape.fill}" if shape.fill else "none"
    stroke = f' stroke="#{shape.stroke}" stroke-width="{_number(shape.thickness)}"' if shape.stroke else ""
    dashes = f' stroke-dasharray="{" ".join(map(_number, shape.dashes))}"' if shape.dashes else ""
    return f'<path d="{steps}" fill="{fill}"{stroke}{dashes}/>'


def _number(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
