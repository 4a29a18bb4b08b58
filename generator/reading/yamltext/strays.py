"""Characters of values and keys that nobody sees and no text needs, pasted from Word, a page or a sheet: each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from generator.persian.invisible import STRAY, ZWNJ, without_unseen

_MOST = 500
"""Characters of a file that are looked at; what a file full of them has beyond is the same mistake."""

# A half-space is spelling in a text; beside a Latin letter it may stand in an id.
_SUSPECT = re.compile(f"{STRAY.pattern}|{ZWNJ}(?:(?<=[a-z0-9/-]{ZWNJ})|(?=[a-z0-9/-]))")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_SHORT = {"\\t": "\t", "\\_": "\u00a0", "\\N": "\u0085"}
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class Stray(NamedTuple):
    """A character that is not seen: its first place in a value, how often it does, and the place of the value."""

    character: str
    line: int
    column: int
    times: int
    value: tuple[int, int]


def indexes(text: str) -> list[int]:
    """Return where the suspicious characters of a file's text are."""
    return [found.start() for found in islice(_SUSPECT.finditer(text), _MOST)]


def escaped(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the suspicious characters that escapes of the double-quoted `text[start:end]` write, with their indexes."""
    for found in islice(_ESCAPE.finditer(text, start, end), _MOST):
        written = found[0]
        character = _SHORT.get(written) or (chr(int(written[2:], 16)) if len(written) > 2 else "")
        if character and STRAY.fullmatch(character):
            yield character, found.start()


def of_key(key: str) -> tuple[int, str] | None:
    """Return the position of the first character of a key that is not seen, and the key without them; None for others.

    A key with a space in its place is not meant: that space may be an indent.
    """
    if key.isascii() or any(character.isspace() for character in key):
        return None
    clean = without_unseen(key)
    if clean == key or not _KEY.fullmatch(clean):
        return None
    return next(at for at, character in enumerate(key) if not without_unseen(character)), clean
