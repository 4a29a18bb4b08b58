"""Characters that cannot be seen, shown by name, so that a message neither hides a fault nor is turned round by one."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
    # A half-space within a Persian word is spelling; anywhere else it only makes two words look equal.
    r"|(?:^|(?<=\s))[\u200c\u200d]|[\u200c\u200d](?=\s|$)|(?<![\u0620-\u06ff])[\u200c\u200d](?![\u0620-\u06ff])"
)


def visible(text: str) -> str:
    """The text with each character that is not seen, or turns what follows, written as its code point: U+202E."""
    return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", text)
