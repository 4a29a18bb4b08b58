"""Text as XML: the one gate through which every character of a document passes on its way into a part."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def escape(text: str) -> str:
    """Text for element content or a double-quoted attribute.

    A character that XML forbids is a ValueError: the character policy of the YAML reader keeps it out, so its arrival is a bug.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"character U+{ord(found.group()):04X} cannot stand in a Word file: {text[:60]!r}")
    return text.translate(_ENTITIES)
