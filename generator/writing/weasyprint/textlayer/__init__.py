"""The text of a PDF as readers find it: one glyph, one letter.

WeasyPrint says of each glyph which letters it stands for, and every reader (poppler, pdfium, MuPDF) gathers glyphs from left to
right and turns round what is written from the right. So a glyph for two letters («لا») is turned the wrong way, a mark that is
drawn above the line («هٔ») falls out of its word, and a half-space, for which nothing is drawn, is lost. A line is drawn so:

    lines.read --> naming.name --> percent.join --> order.keep --> placing.settle --> writing.write

The glyphs that this needs are added to the embedded face (`faces`, `embedding`). Nothing is drawn twice, and nothing moves.
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.draw import text
from weasyprint.pdf.fonts import Font

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.writing.pdf.textlayer import embedding, order, percent
from generator.writing.weasyprint.textlayer import lines, naming, placing, writing
from generator.writing.weasyprint.textlayer.faces import additions, next_number

_KNOWN = "70."
"""The version whose inner parts this relies on."""

_draw = text.draw_first_line
_clean = Font.clean


def install() -> None:
    """Replace functions of WeasyPrint; raises MachineError for a version that these were not made for."""
    if not weasyprint.__version__.startswith(_KNOWN):
        raise MachineError([problem("library-version", name="WeasyPrint", version=weasyprint.__version__, needed=f"{_KNOWN}*")])
    text.draw_first_line = _draw_first_line
    Font.clean = _clean_and_grow
    Font.get_unused_glyph_id = _unused_number


def _draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    """Do as the original, which returns the list of emojis to draw."""
    whole = text_overflow != "ellipsis" and block_ellipsis == "none"
    if not whole or not textbox.style["font_size"] or not textbox.text.strip():
        return _draw(stream, textbox, text_overflow, block_ellipsis, matrix)
    layout = textbox.pango_layout
    # The original does this too, and Pango lays the text out anew only when it is a change.
    text.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    runs = lines.read(line, layout.text, stream, textbox.style["font_size"])
    if not runs:
        return _draw(stream, textbox, text_overflow, block_ellipsis, matrix)
    for run in runs:
        naming.name(run)
    if not percent.SIGNS.isdisjoint(textbox.text):
        percent.join(runs)
    order.keep(runs)
    placing.settle(runs)
    writing.write(stream, runs, matrix)
    return []


def _clean_and_grow(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    """Do as the original, with the added glyphs; raises MachineError for a face whose names WeasyPrint does not write."""
    composites = additions(font).composites
    if not composites:
        _clean(font, to_unicode, hinting)
        return
    if font.used_in_forms:
        raise MachineError([problem("face-in-form", family=font.family)])
    used = {number for glyph in composites.values() for number in (*glyph.widths, *(each[0] for each in glyph.components))}
    own = {number: letter for number, letter in to_unicode.items() if number not in composites}
    own.update(dict.fromkeys(used - composites.keys() - own.keys(), ""))
    _clean(font, own, hinting)
    font.file_content = embedding.grown(font.file_content, composites)


def _unused_number(font: Any, codepoint: int) -> int:
    """Do as the original, but return no number of an added glyph."""
    if codepoint not in font.missing:
        font.missing[codepoint] = next_number(font)
    number: int = font.missing[codepoint]
    return number
