"""The only module that imports matplotlib, and of it little more than what draws: Agg, which is in C++.

`backend_agg` and `figure`, which wrap it, would take twice as long to import, and list every font of the machine at first.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.style import faces
from generator.writing.drawing import Outline, Placed

# matplotlib keeps a folder of its own for settings and lists, which belongs in that of the program.
os.environ.setdefault("MPLCONFIGDIR", str(faces.cache_folder() / "matplotlib"))

import numpy as np
from matplotlib.backends._backend_agg import RendererAgg  # type: ignore[attr-defined]
from matplotlib.path import Path

_POINTS_PER_INCH = 72.0
_CODES = {
    "M": (Path.MOVETO, 1),
    "L": (Path.LINETO, 1),
    "Q": (Path.CURVE3, 2),
    "C": (Path.CURVE4, 3),
    "Z": (Path.CLOSEPOLY, 1),
}
"""The code of matplotlib for each letter that SVG has for a step, and how many points belong to it."""


@dataclass(slots=True)
class _Pen:
    """What Agg asks of a «graphics context» of matplotlib, under the names that it asks for; lengths in points."""

    _linewidth: float
    _rgb: tuple[float, float, float, float]
    _dashes: tuple[float, Sequence[float] | None]
    _alpha: float = 1.0
    _forced_alpha: bool = False
    _antialiased: int = 1
    _capstyle: str = "butt"
    _joinstyle: str = "miter"
    _cliprect: None = None

    def get_dashes(self) -> tuple[float, Sequence[float] | None]:
        return self._dashes

    def get_clip_path(self) -> tuple[None, None]:
        return None, None

    def get_hatch_color(self) -> tuple[float, float, float, float]:
        return self._rgb

    def get_hatch_linewidth(self) -> float:
        return 0.0

    def _nothing(self) -> None:
        return None

    get_snap = get_hatch_path = get_sketch_params = _nothing


class Sheet:
    """A sheet of white paper of a size in points, to draw outlines on."""

    def __init__(self, width: float, height: float, dots_per_inch: int) -> None:
        scale = dots_per_inch / _POINTS_PER_INCH
        self._renderer = RendererAgg(int(width * scale), int(height * scale), dots_per_inch)
        # Agg's origin is at the bottom.
        self._turned = np.array([[scale, 0, 0], [0, -scale, height * scale], [0, 0, 1]])
        corners = [(-1, -1), (width + 1, -1), (width + 1, height + 1), (-1, height + 1), (-1, -1)]
        self._renderer.draw_path(_Pen(0, _WHITE, (0, None)), Path(corners), self._turned, _WHITE)

    def draw(self, pieces: Sequence[Placed], size: float, fill: str, stroke: str, line: float, dashes: Sequence[float]) -> None:
        """Fill and stroke outlines of a size as one path; colours are six hexadecimal digits, empty for none."""
        parts = [_vertices(piece.outline) for piece in pieces]
        vertices = np.concatenate([part * size + (piece.x, piece.y) for (part, _), piece in zip(parts, pieces, strict=True)])
        path = Path(vertices, np.concatenate([codes for _, codes in parts]))
        pen = _Pen(line if stroke else 0, _colour(stroke or "000000"), (0, dashes or None))
        self._renderer.draw_path(pen, path, self._turned, _colour(fill) if fill else None)

    def pixels(self) -> Any:
        """Return the colours of the pixels, row by row from the top, as an array of red, green, blue and 255."""
        return np.asarray(self._renderer)


_WHITE = (1.0, 1.0, 1.0, 1.0)


@lru_cache(maxsize=256)
def _colour(digits: str) -> tuple[float, float, float, float]:
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue, 1.0


@lru_cache(maxsize=4096)
def _vertices(outline: Outline) -> tuple[Any, Any]:
    vertices: list[tuple[float, float]] = []
    codes: list[Any] = []
    for letter, flat in outline.steps:
        code, points = _CODES[letter]
        vertices += zip(flat[::2], flat[1::2], strict=True) if flat else [(0.0, 0.0)]
        codes += [code] * points
    return np.array(vertices).reshape(-1, 2), np.array(codes, dtype=Path.code_type)
