"""The characters that a data file may not have.

Control characters crash the Word writer, surrogates are no text, and the characters that embed or override direction
turn the text after them round without a trace on the screen. What is only useless is warned of (`strays`).
"""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab, line feed and carriage return
    "\u2028\u2029"  # line and paragraph separators: line breaks that editors do not show
    "\u202a-\u202e\u2066-\u2069"  # embedding, override and isolation of direction
    "\ud800-\udfff"  # halves of surrogate pairs
    "\ufdd0-\ufdef\ufffe\uffff]"  # never characters
)

# In a value that was read: a carriage return too, which only an escape can have put there.
ESCAPED = re.compile(f"{FORBIDDEN.pattern}|\r")

REPLACEMENT = "\ufffd"


def code_of(character: str) -> str:
    """Return the message code for a forbidden character."""
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        return "yaml-direction-character"
    return "yaml-control-character"
