"""What a font file can draw and how wide: its characters and the advances of joined Persian text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from arabic_reshaper import ArabicReshaper
from fontTools.ttLib import TTFont

from generator.style.faces.files import Face

# Drawn as nothing by every layout engine, whether the face has a glyph or not: format characters (half-space, marks of
# direction) and the breaks that layout takes away.
_INVISIBLE_CATEGORIES = frozenset({"Cf", "Cc", "Zl", "Zp"})
# Format characters that are drawn all the same: the signs around numbers and verses, those that join hieroglyphs.
_DRAWN = frozenset(
    map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440)))
)


class _Settings(dict[str, bool]):
    """The settings of a reshaper, read once: it asks for six at each word, which takes a `ConfigParser` most of the time."""

    def getboolean(self, name: str) -> bool:
        return self[name.lower()]


_reshaper = ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
_reshaper.configuration = _Settings(
    {name: _reshaper.configuration.getboolean(name) for name in _reshaper.configuration if name != "language"}
)


@lru_cache(maxsize=64)
def _advances(path: Path) -> Mapping[int, float]:
    """Return the advance of each character of a file, in em."""
    with TTFont(path, lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


@lru_cache(maxsize=64)
def covers(path: Path) -> frozenset[int]:
    """Return the code points that a font file has a glyph for."""
    return frozenset(_advances(path))


def invisible(character: str) -> bool:
    """Return whether a character needs no glyph."""
    return unicodedata.category(character) in _INVISIBLE_CATEGORIES and character not in _DRAWN


def uncovered(text: str, stack: tuple[Face, ...]) -> set[str]:
    """Return the characters of text that no face of a stack has in all its weights."""
    return {character for character in set(text) if not invisible(character) and not _drawable(ord(character), stack)}


def _drawable(code: int, stack: tuple[Face, ...]) -> bool:
    return any(all(code in covers(file) for file in face.files) for face in stack)


def advance(text: str, stack: tuple[Path, ...]) -> float:
    """Width of a line of text in em, each character from the first file of the stack that has it.

    Letters are joined and lam-alef is one glyph, through the presentation forms that Persian faces carry. Kerning and the
    ligatures that a face keeps in its own tables («الله») are left out.
    """
    return sum(map(_measuring(stack), _words(text)))


def _words(text: str) -> list[str]:
    """Words and the spaces between them, apart: words come back again and again, lines do not."""
    first, *rest = text.split(" ")
    return [first, *(part for word in rest for part in (" ", word))]


# One function for each stack, since to hash the paths of a stack takes longer than to look a word up.
@lru_cache(maxsize=64)
def _measuring(stack: tuple[Path, ...]) -> Callable[[str], float]:
    """Return what measures a word in em."""

    @lru_cache(maxsize=4096)
    def of_character(form: str) -> float:
        if invisible(form) or unicodedata.combining(form):
            return 0.0
        width = _first_advance(form, stack)
        if width is not None:
            return width
        # A face without presentation forms joins through its own tables; the plain letters are near enough there.
        return sum(_first_advance(letter, stack) or 0.0 for letter in unicodedata.normalize("NFKC", form))

    @lru_cache(maxsize=65536)
    def of_word(word: str) -> float:
        return sum(map(of_character, _reshaper.reshape(word)))

    return of_word


def _first_advance(character: str, stack: tuple[Path, ...]) -> float | None:
    """Return the advance in the first file that has the character, None when none has."""
    return next((found for path in stack if (found := _advances(path).get(ord(character))) is not None), None)
