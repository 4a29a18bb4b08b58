"""Writes the glyphs of a line as operators of a PDF's content, as WeasyPrint does but for what moves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.writing.pdf.textlayer.glyphs import Glyph
from generator.writing.weasyprint.textlayer.lines import EMPTY, LaidRun


def write(stream: Any, runs: Sequence[LaidRun], matrix: Any) -> None:
    """Write the glyphs of a line, whose origin is that of the matrix."""
    stream.set_text_matrix(*matrix.values)
    row, face = _Row(), None
    for run in runs:
        if run.face is not face:
            row.show(stream)
            face = run.face
            stream.set_font_size(face.name, face.size)
        for glyph in run.glyphs:
            row.add(run, glyph)
    row.show(stream)


class _Row:
    """The content of one `TJ`: glyphs, and between them steps to the left in thousandths of the size."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._step = 0.0

    def add(self, run: LaidRun, glyph: Glyph) -> None:
        """Add a glyph; steps are computed as WeasyPrint does (`draw_first_line`), whole thousandths after a glyph."""
        size = run.face.size
        if glyph.number == EMPTY:
            self._step -= glyph.width / size
            return
        offset = glyph.x / size
        self._step += glyph.apart - offset
        if self._step:
            self._parts.append(f">{_number(self._step)}<")
        self._parts.append(f"{glyph.number:04x}")
        self._step = int(run.face.width(glyph.number) + offset - glyph.width * 1000 / 1024 / size) - glyph.apart

    def show(self, stream: Any) -> None:
        """Write what was added, if anything, and begin anew."""
        if self._parts or self._step:
            end = f">{_number(self._step)}" if self._step else ">"
            stream.show_text(f"<{''.join(self._parts)}{end}".replace("<>", ""))
        self._parts, self._step = [], 0.0


def _number(step: float) -> str:
    """Return a number as a PDF has it: without an exponent, to a thousandth."""
    return f"{step:.3f}".rstrip("0").rstrip(".")
