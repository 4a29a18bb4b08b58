"""The only module that imports matplotlib (0.6 s, so it is imported late).

Its own settings and its list of the machine's fonts are kept out: nothing here asks for either.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from generator.style import faces
from generator.writing.drawing import PathStep

# matplotlib lists the fonts of the machine when it is loaded, though none of them is asked for here; the list, and words
# about it, belong in the program's own folder.
os.environ.setdefault("MPLCONFIGDIR", str(faces.cache_folder() / "matplotlib"))
logging.getLogger("matplotlib").setLevel(logging.ERROR)

from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import get_font  # noqa: E402
from matplotlib.patches import PathPatch  # noqa: E402
from matplotlib.path import Path  # noqa: E402
from matplotlib.textpath import TextToPath  # noqa: E402
from matplotlib.transforms import Affine2D  # noqa: E402
from PIL import Image  # noqa: E402

STEPS = {
    int(Path.MOVETO): ("M", 1),
    int(Path.LINETO): ("L", 1),
    int(Path.CURVE3): ("Q", 2),
    int(Path.CURVE4): ("C", 3),
    int(Path.CLOSEPOLY): ("Z", 1),
}
"""The letter that SVG has for each code of a path, and how many points belong to it."""

_CODES = {letter: code for code, (letter, _) in STEPS.items()}
_POINTS_PER_INCH = 72.0
_COLOURS = 256


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """A glyph: the codes and vertices of its path (y upwards), and its place."""

    codes: Sequence[int]
    vertices: Sequence[tuple[float, float]]
    x: float
    y: float


def glyphs(text: str, files: Sequence[str], em: float) -> Iterator[PlacedGlyph]:
    """Return the glyphs of a line of text in visual order, each from the first file that has the character."""
    font = get_font(tuple(files))
    font.set_size(em, _POINTS_PER_INCH)
    placed, paths, _ = _layout().get_glyphs_with_font(font, text)
    for name, x, y, _ in placed:
        vertices, codes = paths[name]
        yield PlacedGlyph(codes, vertices, x, y)


@lru_cache(maxsize=1)
def _layout() -> Any:
    return TextToPath()


@dataclass(frozen=True, slots=True)
class Layer:
    """A path to fill and stroke: letters with coordinates in points (y downwards), colours as `#rrggbb`, empty for none."""

    steps: Sequence[PathStep]
    fill: str
    stroke: str
    thickness: float
    dashes: tuple[float, ...]


def raster(layers: Sequence[Layer], width: float, height: float, dots_per_inch: int) -> bytes:
    """Draw layers on white paper as PNG, of a size in points."""
    figure = Figure(figsize=(width / _POINTS_PER_INCH, height / _POINTS_PER_INCH), dpi=dots_per_inch, facecolor="#ffffff")
    canvas: Any = FigureCanvasAgg(figure)
    scale = Affine2D().scale(1 / _POINTS_PER_INCH, -1 / _POINTS_PER_INCH).translate(0, height / _POINTS_PER_INCH)
    for layer in layers:
        style: Any = (0, layer.dashes) if layer.dashes else "solid"
        figure.add_artist(
            PathPatch(
                _path(layer.steps),
                facecolor=layer.fill or "none",
                edgecolor=layer.stroke or "none",
                linewidth=layer.thickness if layer.stroke else 0,
                linestyle=style,
                capstyle="butt",
                joinstyle="miter",
                transform=scale + figure.dpi_scale_trans,
            )
        )
    canvas.draw()
    image = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")
    buffer = BytesIO()
    # Few colours and their shades at the edges: a palette is a third as large, and looks the same.
    palette = image.quantize(_COLOURS, dither=Image.Dither.NONE)
    palette.save(buffer, format="PNG", optimize=True, dpi=(dots_per_inch, dots_per_inch))
    return buffer.getvalue()


def _path(steps: Sequence[PathStep]) -> Path:
    vertices: list[tuple[float, float]] = []
    codes: list[Any] = []
    for letter, points in steps:
        pairs = list(zip(points[::2], points[1::2], strict=True)) or [(0.0, 0.0)]
        vertices += pairs
        codes += [_CODES[letter]] * len(pairs)
    return Path(vertices, codes)
