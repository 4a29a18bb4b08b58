"""Order of the Persian alphabet, which is not the order of code points (پ، چ، ژ، ک، گ، ی)."""

from __future__ import annotations

import re
import unicodedata

from generator.persian.digits import to_western
from generator.persian.letters import normalise

ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"

_PLACE = {letter: place for place, letter in enumerate(ALPHABET)} | {
    "ء": -1,
    "أ": ALPHABET.index("ا"),
    "إ": ALPHABET.index("ا"),
    "ٱ": ALPHABET.index("ا"),
    "ؤ": ALPHABET.index("و"),
    "ئ": ALPHABET.index("ی"),
    "ة": ALPHABET.index("ه"),
}

_PIECE = re.compile(r"[0-9]+|.", re.DOTALL)
_SPACE, _SIGN, _NUMBER, _FOREIGN, _PERSIAN = range(5)

SortKey = tuple[tuple[tuple[int, int, str], ...], str]


def sort_key(text: str) -> SortKey:
    """Return a key for `sorted`: spaces, signs, numbers by value, foreign letters, then آ ا ب پ … ی.

    Half-spaces and diacritics decide only between texts that are otherwise equal.
    """
    spelled = normalise(text)
    bare = "".join(c for c in to_western(spelled).casefold() if unicodedata.category(c) not in ("Mn", "Cf"))
    return tuple(_weight(piece) for piece in _PIECE.findall(bare)), spelled


def _weight(piece: str) -> tuple[int, int, str]:
    if piece[0] in "0123456789":
        significant = piece.lstrip("0")
        return _NUMBER, len(significant), significant
    if piece in _PLACE:
        return _PERSIAN, _PLACE[piece], ""
    if piece.isspace():
        return _SPACE, 0, ""
    return (_FOREIGN if piece.isalpha() else _SIGN), ord(piece), ""
