"""Mends one fault of WeasyPrint 70.0: the text of a PDF has no half-space (U+200C), so «می‌کند» is found as «میکند» only.

Pango gives the half-space an empty glyph, and WeasyPrint writes nothing for it. Here such a glyph is replaced, just before a
line is drawn, by one of the same face that has neither ink nor width; the text table of the PDF then says what it stands for.
The glyph that a face has for U+200C itself will not do: in Nazli, Titr and Liberation Serif it is a visible bar.

And one smaller: most faces draw the space and the no-break space with one glyph, which WeasyPrint names after the one that it
meets first. Here it is always a space, so that «۱۲ نفر» is found whichever of them holds its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import weasyprint
from weasyprint.draw import text
from weasyprint.text.ffi import ffi, pango

_FAULTY = "70.0"
_HALF_SPACE = "\u200c"
_NO_BREAK_SPACE = "\u00a0"

_original = text.draw_first_line
_silent: dict[str, int | None] = {}


def mend() -> None:
    """Put the mended function in place; another version of WeasyPrint is left as it is, and judged by the tests."""
    if weasyprint.__version__ == _FAULTY:
        text.draw_first_line = _draw_first_line


def _draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    """As the original, whose result is the list of emojis to draw."""
    visible = bool(textbox.style["font_size"])
    whole = text_overflow != "ellipsis" and block_ellipsis == "none"
    if visible and whole and _HALF_SPACE in textbox.text:
        layout = textbox.pango_layout
        # The original does this too, and Pango lays the text out anew only when it is a change.
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        line, _ = layout.get_first_line()
        written = layout.text.encode()
        for run in _runs(line):
            _name_half_spaces(run, written, stream)
    emojis = _original(stream, textbox, text_overflow, block_ellipsis, matrix)
    if visible and _NO_BREAK_SPACE in textbox.text:
        line, _ = textbox.pango_layout.get_first_line()
        for run in _runs(line):
            _name_spaces(run, stream)
    return emojis


def _runs(line: Any) -> Iterator[Any]:
    node = line.runs[0]
    while node != ffi.NULL:
        yield node.data
        node = node.next


def _name_half_spaces(run: Any, written: bytes, stream: Any) -> None:
    """Replace the empty glyphs of a run whose bytes in `written` are a half-space alone."""
    half_space = _HALF_SPACE.encode()
    glyphs = run.glyphs
    for number in range(glyphs.num_glyphs):
        if glyphs.glyphs[number].glyph != pango.PANGO_GLYPH_EMPTY:
            continue
        start = run.item.offset + glyphs.log_clusters[number]
        if written.startswith(half_space, start):
            silent = _silent_glyph(run.item.analysis.font, stream)
            if silent is not None:
                glyphs.glyphs[number].glyph = silent


def _name_spaces(run: Any, stream: Any) -> None:
    """Name what the face of a run has as no-break space a space."""
    font, _ = stream.add_font(run.item.analysis.font)
    font.to_unicode.update({glyph: " " for glyph, name in font.to_unicode.items() if name == _NO_BREAK_SPACE})


def _silent_glyph(pango_font: Any, stream: Any) -> int | None:
    """The first glyph of a face, after the one for what it lacks, without ink and width; None when it has none."""
    font, _ = stream.add_font(pango_font)
    if font.hash not in _silent:
        _silent[font.hash] = None
        for number in range(1, font.glyph_count):
            pango.pango_font_get_glyph_extents(pango_font, number, stream.ink_rect, stream.logical_rect)
            if not (stream.ink_rect.width or stream.ink_rect.height or stream.logical_rect.width):
                _silent[font.hash] = number
                break
    return _silent[font.hash]
