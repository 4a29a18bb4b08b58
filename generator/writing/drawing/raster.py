"""The only module that reaches into matplotlib, and of it takes Agg alone, which is in C++ and draws.

The package around it would be imported too: settings, a parser, scales. That takes longer than to draw a picture.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, FileFinder
from pathlib import Path
from typing import Any

import numpy as np

from generator.writing.drawing import Outline, Placed

_POINTS_PER_INCH = 72.0
_CODES = {"M": (1, 1), "L": (2, 1), "Q": (3, 2), "C": (4, 3), "Z": (79, 1)}
"""The code of matplotlib for each letter that SVG has for a step, and how many points belong to it."""


@cache
def _agg() -> Any:
    """Return the module of Agg, under its own name, so that it is the same for whoever imports matplotlib."""
    name = "matplotlib.backends._backend_agg"
    if name not in sys.modules:
        package = importlib.util.find_spec("matplotlib")
        assert package is not None and package.submodule_search_locations
        folder = Path(package.submodule_search_locations[0], "backends")
        found = FileFinder(str(folder), (ExtensionFileLoader, EXTENSION_SUFFIXES)).find_spec(name)
        assert found is not None and found.loader is not None
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        sys.modules[name] = module
    return sys.modules[name]


@dataclass(slots=True)
class _Path:
    """What Agg asks of a path of matplotlib, under the names that it asks for."""

    vertices: Any
    codes: Any
    should_simplify: bool = False
    simplify_threshold: float = 0.0


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
        self._renderer = _agg().RendererAgg(int(width * scale), int(height * scale), dots_per_inch)
        # Agg's origin is at the bottom.
        self._turned = np.array([[scale, 0, 0], [0, -scale, height * scale], [0, 0, 1]])
        self.pixels()[:] = 255

    def draw(self, pieces: Sequence[Placed], size: float, fill: str, stroke: str, line: float, dashes: Sequence[float]) -> None:
        """Fill and stroke outlines of a size as one path; colours are six hexadecimal digits, empty for none."""
        parts = [_vertices(piece.outline) for piece in pieces]
        vertices = np.concatenate([vertices for vertices, _ in parts])
        places = np.repeat([(piece.x, piece.y) for piece in pieces], [len(codes) for _, codes in parts], axis=0)
        path = _Path(vertices * size + places, np.concatenate([codes for _, codes in parts]))
        pen = _Pen(line if stroke else 0, _colour(stroke or "000000"), (0, dashes or None))
        self._renderer.draw_path(pen, path, self._turned, _colour(fill) if fill else None)

    def pixels(self) -> Any:
        """Return the colours of the pixels, row by row from the top, as an array of red, green, blue and 255."""
        return np.asarray(self._renderer)


@lru_cache(maxsize=256)
def _colour(digits: str) -> tuple[float, float, float, float]:
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue, 1.0


@lru_cache(maxsize=4096)
def _vertices(outline: Outline) -> tuple[Any, Any]:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for letter, flat in outline.steps:
        code, points = _CODES[letter]
        vertices += zip(flat[::2], flat[1::2], strict=True) if flat else [(0.0, 0.0)]
        codes += [code] * points
    return np.array(vertices).reshape(-1, 2), np.array(codes, dtype=np.uint8)
