"""The glyphs of a laid-out line as Pango places them, and other glyphs put in their place while WeasyPrint draws it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from weasyprint.text.ffi import ffi, pango

from generator.writing.textlayer.faces import Face

EMPTY: int = pango.PANGO_GLYPH_EMPTY
"""What Pango gives a sign without a glyph: a half-space, a direction mark."""

_UNKNOWN: int = pango.PANGO_GLYPH_UNKNOWN_FLAG
_FIELDS = ffi.sizeof("PangoGlyphInfo") // 4
"""The 32-bit numbers of a glyph in Pango's memory: itself, width, x, y, attributes."""


@dataclass(slots=True, eq=False)
class Glyph:
    """A glyph by its number in the face; width and offsets (y downwards) in Pango's units, 1024 a pixel."""

    number: int
    width: int = 0
    x: int = 0
    y: int = 0
    letter: str = ""
    """The one letter that it stands for; nothing for a sign that has no glyph."""

    @property
    def drawn(self) -> bool:
        """Whether it is a glyph of the face, not Pango's sign for one that is missing or not needed."""
        return self.number != EMPTY and not self.number & _UNKNOWN


@dataclass(slots=True, eq=False)
class Run:
    """Glyphs of one face and direction; everything from left to right."""

    face: Face
    leftwards: bool
    clusters: list[tuple[str, list[Glyph]]]
    """The characters and glyphs of each of Pango's clusters."""
    string: Any
    """Pango's own glyphs."""
    glyphs: list[Glyph] = field(default_factory=list)
    """What is to be drawn."""


def read(line: Any, text: str, stream: Any) -> list[Run]:
    """The runs of a line of Pango's, from left to right."""
    written = text.encode()
    runs: list[Run] = []
    font, face = None, None
    node = line.runs[0]
    while node != ffi.NULL:
        drawn = node.data
        item = drawn.item
        if face is None or item.analysis.font != font:
            font = item.analysis.font
            face = _face(font, stream)
        characters = written[item.offset : item.offset + item.length]
        leftwards = bool(item.analysis.level % 2)
        runs.append(Run(face, leftwards, _clusters(drawn.glyphs, characters, leftwards), drawn.glyphs))
        node = node.next
    return runs


def _face(pango_font: Any, stream: Any) -> Face:
    font, size = stream.add_font(pango_font)
    return Face(font, size, pango_font, stream)


def _clusters(string: Any, written: bytes, leftwards: bool) -> list[tuple[str, list[Glyph]]]:
    """The characters and glyphs of each cluster of a run: Pango says where in the text each begins."""
    count = string.num_glyphs
    flat = ffi.unpack(ffi.cast("gint *", string.glyphs), count * _FIELDS)
    starts = ffi.unpack(string.log_clusters, count)
    clusters: list[tuple[str, list[Glyph]]] = []
    start, end = -1, len(written)
    places = range(count) if leftwards else range(count - 1, -1, -1)
    for place in places:
        at = place * _FIELDS
        glyph = Glyph(flat[at], flat[at + 1], flat[at + 2], flat[at + 3])
        if starts[place] == start:
            clusters[-1][1].append(glyph)
            continue
        end, start = (start if start >= 0 else end), starts[place]
        clusters.append((written[start:end].decode(), [glyph]))
    if not leftwards:
        clusters.reverse()
        for _, glyphs in clusters:
            glyphs.reverse()
    return clusters


@contextmanager
def replaced(runs: Sequence[Run]) -> Iterator[None]:
    """Within the block Pango's glyphs are those of the runs; after it they are its own again, for it to free."""
    kept = []
    try:
        for run in runs:
            string, count = run.string, len(run.glyphs)
            glyphs, clusters = ffi.new("PangoGlyphInfo[]", max(1, count)), ffi.new("gint[]", max(1, count))
            flat = array("i")
            for glyph in run.glyphs:
                flat.extend((glyph.number, glyph.width, glyph.x, glyph.y, 1))
            ffi.memmove(glyphs, flat, len(flat) * flat.itemsize)
            kept.append((string, string.num_glyphs, string.glyphs, string.log_clusters, glyphs, clusters))
            string.num_glyphs, string.glyphs, string.log_clusters = count, glyphs, clusters
        yield
    finally:
        for string, number, own, own_clusters, *_ in kept:
            string.num_glyphs, string.glyphs, string.log_clusters = number, own, own_clusters
