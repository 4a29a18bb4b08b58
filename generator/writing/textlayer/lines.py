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
    size: float
    """In pixels of CSS."""
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
    runs = []
    node = line.runs[0]
    while node != ffi.NULL:
        runs.append(_run(node.data, written, stream))
        node = node.next
    return runs


def _run(drawn: Any, written: bytes, stream: Any) -> Run:
    item, string = drawn.item, drawn.glyphs
    font, size = stream.add_font(item.analysis.font)
    count = string.num_glyphs
    flat = memoryview(ffi.buffer(string.glyphs, count * _FIELDS * 4)).cast("i").tolist()
    starts = ffi.unpack(string.log_clusters, count)
    ends = dict(zip(bounds := sorted(set(starts)), [*bounds[1:], item.length], strict=True))
    clusters: list[tuple[str, list[Glyph]]] = []
    before = -1
    for start, at in zip(starts, range(0, count * _FIELDS, _FIELDS), strict=True):
        number, width, x, y = flat[at : at + 4]
        glyph = Glyph(number, width, x, y)
        if start == before:
            clusters[-1][1].append(glyph)
        else:
            clusters.append((written[item.offset + start : item.offset + ends[start]].decode(), [glyph]))
        before = start
    return Run(Face(font, item.analysis.font, size, stream), size, bool(item.analysis.level % 2), clusters, string)


@contextmanager
def replaced(runs: Sequence[Run]) -> Iterator[None]:
    """Within the block Pango's glyphs are those of the runs; after it they are its own again, for it to free."""
    kept = []
    try:
        for run in runs:
            string, count = run.string, len(run.glyphs)
            glyphs, clusters = ffi.new("PangoGlyphInfo[]", max(1, count)), ffi.new("gint[]", max(1, count))
            flat = array("i", [part for glyph in run.glyphs for part in (glyph.number, glyph.width, glyph.x, glyph.y, 1)])
            ffi.memmove(glyphs, flat, len(flat) * flat.itemsize)
            kept.append((string, string.num_glyphs, string.glyphs, string.log_clusters, glyphs, clusters))
            string.num_glyphs, string.glyphs, string.log_clusters = count, glyphs, clusters
        yield
    finally:
        for string, number, own, own_clusters, *_ in kept:
            string.num_glyphs, string.glyphs, string.log_clusters = number, own, own_clusters
