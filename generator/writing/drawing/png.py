"""A picture as PNG, for programs that do not draw SVG."""

from __future__ import annotations

from generator.writing.drawing.canvas import Picture

DOTS_PER_INCH = 300


def write(picture: Picture) -> bytes:
    """The picture at 300 dots an inch, which the file says itself; equal pictures give equal bytes."""
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
