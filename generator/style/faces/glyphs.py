"""What a face has glyphs for and how wide it is, whether that is read from its files or from the data of `recorded`."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from arabic_reshaper import ArabicReshaper
from fontTools.ttLib import TTFont

from generator.style.faces.files import FOLDERS_VARIABLE, Face

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


Advance = Callable[[str, Sequence[str], float, bool], float]
"""Width in points of a text set in a stack of families at a size, bold or not."""

Uncovered = Callable[[str, Sequence[str]], set[str]]
"""The characters of a text that no face of a stack has."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One weight of a face, in units of which `em` are one em: the advance of each character that it has, by code point.

    `ascent` and `descent` are how far it reaches above and below its baseline.
    """

    em: int
    ascent: int
    descent: int
    advances: Mapping[int, int]

    def advance(self, character: str) -> float | None:
        """Return the advance of a character in em; None where the face lacks it."""
        units = self.advances.get(ord(character))
        return None if units is None else units / self.em


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """The upright weights of a face; one that it lacks is None."""

    regular: Cut | None
    bold: Cut | None

    @property
    def cuts(self) -> tuple[Cut, ...]:
        return tuple(cut for cut in (self.regular, self.bold) if cut is not None)

    def cut(self, bold: bool) -> Cut | None:
        """Return the weight that text is drawn with: the other one where a face has only one."""
        return (self.bold or self.regular) if bold else (self.regular or self.bold)

    def has(self, character: str) -> bool:
        """Return whether all the weights have a character."""
        return all(ord(character) in cut.advances for cut in self.cuts)


@lru_cache(maxsize=64)
def read(path: Path) -> Cut:
    """Measure a font file."""
    with TTFont(path, lazy=True) as font:
        widths, extents = font["hmtx"].metrics, font["hhea"]
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        return Cut(font["head"].unitsPerEm, extents.ascent, -extents.descent, advances)


def of_face(face: Face) -> Measures:
    """Measure the files of a face."""
    return Measures(*(None if file is None else read(file) for file in (face.regular, face.bold)))


class Measuring:
    """Measures text in stacks of families, of which `find` gives the measures; one that it does not know has none."""

    def __init__(self, find: Callable[[str], Measures | None]) -> None:
        self._find = find
        # Asked for every word and character of a document, so the answer is kept for each value of SANAD_FONTS.
        self._stack = lru_cache(maxsize=256)(self._found)
        self._word = lru_cache(maxsize=256)(self._of_word)

    def uncovered(self, text: str, stack: Sequence[str]) -> set[str]:
        """Return the characters of text that no face of a stack has in all its weights."""
        faces = self._stack(tuple(stack), _own_folders())
        return {each for each in set(text) if not invisible(each) and not any(face.has(each) for face in faces)}

    def advance(self, text: str, family: str | Sequence[str], size_pt: float, bold: bool = False) -> float:
        """Width of a line of text in points, set in a family or a stack of families at a size in points.

        Letters are joined and lam-alef is one glyph, through the presentation forms that Persian faces carry. Kerning and the
        ligatures that a face keeps in its own tables («الله») are left out: Latin text is exact to two per cent, and that word
        comes out wide.
        """
        families = (family,) if isinstance(family, str) else tuple(family)
        return sum(map(self._word(families, bold, _own_folders()), _words(text))) * size_pt

    def _found(self, families: tuple[str, ...], _own: str) -> tuple[Measures, ...]:
        return tuple(found for family in families if (found := self._find(family)) is not None)

    def _of_word(self, families: tuple[str, ...], bold: bool, own: str) -> Callable[[str], float]:
        return _measuring(cut for face in self._stack(families, own) if (cut := face.cut(bold)) is not None)


def _own_folders() -> str:
    return os.environ.get(FOLDERS_VARIABLE, "")


def invisible(character: str) -> bool:
    """Return whether a character needs no glyph."""
    return unicodedata.category(character) in _INVISIBLE_CATEGORIES and character not in _DRAWN


def _words(text: str) -> list[str]:
    """Words and the spaces between them, apart: words come back again and again, lines do not."""
    first, *rest = text.split(" ")
    return [first, *(part for word in rest for part in (" ", word))]


def _measuring(cuts: Iterable[Cut]) -> Callable[[str], float]:
    """Return what measures a word in em, each character in the first of these that has it."""
    stack = tuple(cuts)

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


def _first_advance(character: str, stack: tuple[Cut, ...]) -> float | None:
    """Return the advance in the first that has the character, None when none has."""
    return next((found for cut in stack if (found := cut.advance(character)) is not None), None)
