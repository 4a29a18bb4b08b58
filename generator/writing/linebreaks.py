"""Mends one fault of WeasyPrint 70.0: where only the last space of a text box overflows, it breaks after the first word.

The fault shows wherever text is followed by another inline box (bold, Latin, a blank): a line ends after one word, or words
stand one a line. Pango lets the space hang and reports a single line, WeasyPrint counts the space, finds the line too wide and
goes on as if no word fitted (`split_first_line`, step 3).
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.layout import inline

_FAULTY = "70.0"

_original = inline.split_first_line


def mend() -> None:
    """Put the mended function in place; another version of WeasyPrint is left as it is, and judged by the tests."""
    if weasyprint.__version__ == _FAULTY:
        inline.split_first_line = _split_first_line


def _split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float, **options: bool
) -> Any:
    """As the original, whose result is (layout, bytes on the line, bytes to skip or None, width, height, baseline)."""
    found = _original(text, style, context, max_width, justification_spacing, **options)
    words = text.rstrip(" ")
    if max_width is None or words == text or found[2] is None or " " not in words:
        return found
    if " " in text.encode()[: found[1]].decode().strip(" "):
        return found
    fits = _original(words, style, context, max_width, justification_spacing, **options)[2] is None
    return _original(text, style, context, None, justification_spacing, **options) if fits else found
