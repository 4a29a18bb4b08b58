"""Reads the glyphs of a line as Pango places them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from weasyprint.text.ffi import ffi, pango

from generator.writing.pdf.textlayer.glyphs import Glyph, Run
from generator.writing.weasyprint.textlayer.faces import EmbeddedFace, share

EMPTY: int = pango.PANGO_GLYPH_EMPTY
"""Pango's glyph of a sign without one: a half-space, a direction mark."""

_UNKNOWN: int = pango.PANGO_GLYPH_UNKNOWN_FLAG
_SAYS_NO_SIZE = pango.pango_version() < 14802
"""Pango's own sizes were wrong before 1.48.2, as WeasyPrint knows too (gitlab.gnome.org/GNOME/pango/-/issues/530)."""
_FIELDS = ffi.sizeof("PangoGlyphInfo") // 4
"""The 32-bit numbers of a glyph in Pango's memory: itself, width, x, y, attributes."""


@dataclass(slots=True, eq=False)
class LaidRun(Run):
    """A run as Pango has it; widths and offsets (y downwards) in Pango's units, 1024 a pixel."""

    face: EmbeddedFace
    clusters: list[tuple[str, list[Glyph]]] = field(default_factory=list)
    """The characters and glyphs of each of Pango's clusters."""


def is_drawn(glyph: Glyph) -> bool:
    """Whether it is a glyph of the face."""
    return glyph.number != EMPTY


def read(line: Any, text: str, stream: Any, size: float) -> list[LaidRun]:
    """Read the runs of a line from left to right; none when a face draws pictures or has no glyph of a character.

    `size` is that of the style, in pixels of CSS.
    """
    written = text.encode()
    runs: list[LaidRun] = []
    font, face = None, None
    node = line.runs[0]
    while node != ffi.NULL:
        drawn = node.data
        item = drawn.item
        if face is None or item.analysis.font != font:
            font = item.analysis.font
            face = _face(font, stream, size)
            if face.has_pictures:
                return []
        characters = written[item.offset : item.offset + item.length]
        leftwards = bool(item.analysis.level % 2)
        clusters = _clusters(drawn.glyphs, characters, leftwards)
        if clusters is None:
            return []
        runs.append(LaidRun(face, leftwards, clusters=clusters))
        node = node.next
    return runs


def _face(pango_font: Any, stream: Any, size: float) -> EmbeddedFace:
    font, known = stream.add_font(pango_font)
    share(font, stream._fonts.values())
    return EmbeddedFace(font, size if _SAYS_NO_SIZE else known, pango_font, stream)


def _clusters(string: Any, written: bytes, leftwards: bool) -> list[tuple[str, list[Glyph]]] | None:
    """Read the characters and glyphs of each cluster of a run; None if a glyph is missing."""
    count = string.num_glyphs
    flat = ffi.unpack(ffi.cast("gint *", string.glyphs), count * _FIELDS)
    if max(flat[::_FIELDS], default=0) & _UNKNOWN:
        return None
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
