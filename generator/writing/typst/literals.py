"""Values as Typst literals: the only way by which data gets into the source of a document.

A text is always a string literal, so nothing in it is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_SURROGATES = range(0xD800, 0xE000)
_REPLACEMENT = 0xFFFD


def string(text: str) -> str:
    """Return a text as a string literal."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character in '"\\':
        return "\\" + character
    code = ord(character)
    # Half a surrogate pair is no character, and no file can hold it.
    return f"\\u{{{_REPLACEMENT if code in _SURROGATES else code:x}}}"


def points(length: float) -> str:
    """Return a length in points."""
    return f"{length:.6g}pt"


def millimetres(length: float) -> str:
    """Return a length in millimetres."""
    return f"{length:.6g}mm"


def colour(digits: str) -> str:
    """Return a colour of six hexadecimal digits."""
    return f"rgb({string(digits)})"


def truth(value: bool) -> str:
    """Return a truth value."""
    return "true" if value else "false"


def array(items: Iterable[str]) -> str:
    """Return literals as an array, which one item alone is too."""
    return "(" + "".join(f"{item}, " for item in items).rstrip(" ") + ")"


def dictionary(entries: Mapping[str, str]) -> str:
    """Return literals by name as a dictionary; the names are those of Typst, not data."""
    return "(" + ", ".join(f"{name}: {value}" for name, value in entries.items()) + ")" if entries else "(:)"


def joined(parts: Iterable[str]) -> str:
    """Return expressions one after the other as one content; nothing as empty content."""
    written = [part for part in parts if part and part not in ('""', "[]")]
    if not written:
        return "[]"
    return written[0] if len(written) == 1 else "{" + ";".join(written) + "}"
