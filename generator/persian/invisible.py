"""Characters that nobody sees: joiners, direction marks, controls, and what Unicode draws as nothing."""

from __future__ import annotations

import re
import unicodedata

ZWNJ = "\u200c"
ZWJ = "\u200d"
LRM = "\u200e"
RLM = "\u200f"
NBSP = "\u00a0"

DIRECTION_CONTROLS = f"{LRM}{RLM}\u202a-\u202e\u2066-\u2069"
"""The marks, embeddings, overrides and isolates of direction, for a class of a regular expression."""

# What Unicode draws as nothing or fills a place with, spaces and joiners apart.
_DRAWN_AS_NOTHING = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_EMPTY = re.compile(f"[\\s{ZWNJ}{ZWJ}{_DRAWN_AS_NOTHING}]")
_NAMED = re.compile(
    f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_DRAWN_AS_NOTHING}]"
    # A half-space within a Persian word is spelling; anywhere else it only makes two words look equal.
    r"|(?:^|(?<=\s))[\u200c\u200d]|[\u200c\u200d](?=\s|$)|(?<![\u0620-\u06ff])[\u200c\u200d](?![\u0620-\u06ff])"
)


def unseen(text: str) -> bool:
    """Return whether nothing of a text can be seen: white space, invisible characters, marks without a letter."""
    return all(unicodedata.category(letter).startswith("M") for letter in _EMPTY.sub("", text))


def visible(text: str) -> str:
    """Write each character that is not seen, or turns what follows, as its code point: U+202E.

    So a message neither hides a fault nor is turned round by one.
    """
    return _NAMED.sub(lambda found: f"U+{ord(found[0]):04X}", text)
