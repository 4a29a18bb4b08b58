"""A sentence in a frame, where a chart has nothing to show."""

from __future__ import annotations

from generator.writing.drawing.canvas import HAIRLINE, Canvas

_PADDING = 10.0


def draw(text: str, canvas: Canvas) -> float:
    """Draw a sentence in the middle of a frame as wide as the picture; return its height."""
    lines = canvas.lettering.lines(text, canvas.width - 2 * _PADDING, canvas.size)
    height = len(lines) * canvas.line_height() + 2 * _PADDING
    canvas.box(0, 0, canvas.width, height, canvas.colour("label_fill"), canvas.colour("rule"), HAIRLINE)
    canvas.lines(canvas.width / 2, height / 2, lines, "middle")
    return height
