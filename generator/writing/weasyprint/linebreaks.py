"""Corrects three faults of WeasyPrint 70.0 at the ends of lines.

Where only the last space of a text box overflows, and another inline box (bold, Latin, a blank) follows, it breaks after the
first word: a line ends after one word, or words stand one a line. Pango lets the space hang and reports a single line,
WeasyPrint counts the space, finds the line too wide and goes on as if no word fitted (`split_first_line`, step 3).

Where it takes that space away from a right-to-left line, it moves the line by it, to make up for the space that its layout
still has at the left. Justifying makes a layout without the space, and the whole line stands out of the margin.

Where it breaks a word that is too long for a line, the letters fit as they are joined to the next. The last one of the line
then takes its final form, which is often wider, and reaches out of the line (step 5).
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

_FAULTY = "70.0"
_MOST_TRIALS = 8

_split = inline.split_first_line
_strip = inline.remove_last_whitespace


def install() -> None:
    """Put the corrected functions in place; another version of WeasyPrint is left as it is, and judged by the tests."""
    if weasyprint.__version__ == _FAULTY:
        inline.split_first_line = _split_first_line
        inline.remove_last_whitespace = _remove_last_whitespace


def _split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float, **options: bool
) -> Any:
    """Do as the original, which returns (layout, bytes on the line, bytes to skip or None, width, height, baseline)."""
    found = _split(text, style, context, max_width, justification_spacing, **options)
    if max_width is not None and _breaks_a_word(text, found) and found[3] > max_width:
        return _narrower(text, style, context, max_width, justification_spacing, found, **options)
    words = text.rstrip(" ")
    if max_width is None or words == text or found[2] is None or " " not in words:
        return found
    if " " in text.encode()[: found[1]].decode().strip(" "):
        return found
    fits = _split(words, style, context, max_width, justification_spacing, **options)[2] is None
    return _split(text, style, context, None, justification_spacing, **options) if fits else found


def _breaks_a_word(text: str, found: Any) -> bool:
    resumed = found[2] or 0
    return " " not in text.encode()[: found[1]].decode() and text.encode()[resumed : resumed + 1] not in (b"", b" ")


def _narrower(
    text: str, style: Any, context: Any, max_width: float, justification_spacing: float, found: Any, **options: bool
) -> Any:
    """Return the first line of a broken word, with as many letters as fit in the forms that they take there."""
    room = max_width
    for _ in range(_MOST_TRIALS):
        room -= found[3] - max_width
        other = _split(text, style, context, room, justification_spacing, **options) if room > 0 else found
        if not other[1] or not _breaks_a_word(text, other):
            return found
        found = other
        if found[3] <= max_width:
            return found
    return found


def _remove_last_whitespace(context: Any, line: Any) -> None:
    """Do as the original, but give what is left a layout without the space, and keep its place.

    The original moves every box of the line by the space: right of those before the last one, which go to where it ended.
    """
    box, around = line, []
    while isinstance(box, (boxes.LineBox, boxes.InlineBox)) and box.children:
        around.append(box)
        box = box.children[-1]
    text, width = getattr(box, "text", ""), box.width
    _strip(context, line)
    if not isinstance(box, boxes.TextBox) or box.text in ("", text):
        return
    if box.pango_layout.first_line_direction % 2:
        box.pango_layout = inline.split_text_box(context, box, None, 0)[0].pango_layout
        for moved in (*around[1:], box):
            moved.position_x += width - box.width
