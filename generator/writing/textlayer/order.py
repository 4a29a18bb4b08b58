"""Signs and marks beside numbers, kept in the order of reading by silent marks of direction.

A reader gathers glyphs from left to right and knows nothing of the levels at which they were laid out, so it takes some of what
stands at a number's left for a part of it: «۱۴۰۴.» is found as «.۱۴۰۴», «سریعاً،» as «سریعا،ً», a hamza at the next number.
U+200F, without ink and width, says that the text goes on from the right. The search of Chrome leaves it out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from itertools import pairwise

from generator.writing.textlayer.lines import Glyph, Run

RLM = "\u200f"
_JOINERS = ("\u200c", "\u200d")


class Kind(Enum):
    """What a glyph is to a reader."""

    EDGE = auto()
    """The end of the text box: what follows is not known."""
    LEFT = auto()
    """Of a number or Latin text, signs within it included."""
    RIGHT = auto()
    """A Persian letter."""
    SPACE = auto()
    WEAK = auto()
    """A sign that readers take to a number: «٪», «،», «.»."""
    MARK = auto()
    """A sign on a letter."""
    OTHER = auto()
    """A bracket, a dash."""


_KINDS = {
    **dict.fromkeys(("R", "AL"), Kind.RIGHT),
    **dict.fromkeys(("WS", "S", "B"), Kind.SPACE),
    **dict.fromkeys(("AN", "EN", "CS", "ES", "ET", "BN"), Kind.WEAK),
    "NSM": Kind.MARK,
}
_SIGNS = frozenset({Kind.WEAK, Kind.MARK, Kind.OTHER})
_PAIRED = frozenset({Kind.WEAK, Kind.MARK})
_UNKNOWN = frozenset({Kind.EDGE, Kind.LEFT})


@cache
def kind(letter: str) -> Kind:
    """What a letter of a right-to-left run is."""
    return _KINDS.get(unicodedata.bidirectional(letter), Kind.OTHER)


def keep(runs: Sequence[Run]) -> None:
    """Put silent marks of direction between the glyphs of a line where a reader would lose their order."""
    _join(runs)
    row = [(run, glyph) for run in runs for glyph in run.glyphs if glyph.letter]
    kinds = [kind(glyph.letter) if run.leftwards else Kind.LEFT for run, glyph in row]
    if _SIGNS.isdisjoint(kinds):
        return
    found = marks(kinds, [glyph.letter for _, glyph in row])
    for (run, glyph), (before, after) in zip(row, found, strict=True):
        if before or after:
            at = run.glyphs.index(glyph)
            run.glyphs[at : at + 1] = [*_silent(run, before), glyph, *_silent(run, after)]


def _join(runs: Sequence[Run]) -> None:
    """Bring the half-space after a Latin word («GIS‌ها») to the side where the Persian letters follow."""
    for left, run in pairwise(runs):
        if left.leftwards and not run.leftwards and run.glyphs and run.glyphs[-1].letter in _JOINERS:
            run.glyphs.insert(0, run.glyphs.pop())


def _silent(run: Run, wanted: bool) -> Iterator[Glyph]:
    if wanted:
        yield Glyph(run.face.silent(RLM), letter=RLM)


def marks(kinds: Sequence[Kind], letters: Sequence[str]) -> Iterator[tuple[bool, bool]]:
    """Whether each glyph of a line needs U+200F at its left and at its right."""
    persian = False
    """Whether the last letter to the left is a Persian one: MuPDF lays a mark to that, and to nothing else."""
    number = True
    """Whether only spaces and signs stand between here and a number or an end to the left."""
    left, letter = Kind.EDGE, ""
    for here, right, own in zip(kinds, [*kinds[1:], Kind.EDGE], letters, strict=True):
        swapped = left in _PAIRED and letter != own
        """pdfium leaves two of these side by side as they are."""
        if here is Kind.MARK:
            before, after = swapped or not persian, False
        elif here is Kind.WEAK:
            before, after = swapped or number, right in _UNKNOWN
        elif here is Kind.OTHER:
            before, after = left in _UNKNOWN, right in _UNKNOWN
        else:
            before = after = False
        yield before, after
        persian = before or after or here is Kind.RIGHT or (persian and here is not Kind.LEFT)
        number = not (before or after) and (here is Kind.LEFT or (number and here is Kind.SPACE))
        left, letter = here, own
