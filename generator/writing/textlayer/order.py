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
_PERCENT = "٪%"
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
    for gap in gaps(kinds, [glyph.letter for _, glyph in row]):
        _mark(row, gap)


def _mark(row: Sequence[tuple[Run, Glyph]], gap: int) -> None:
    """Put U+200F before a glyph of a line, or at its end, in the run of the neighbour without width if there is one.

    pdfium makes a space between two runs where neither the last glyph of one nor the first of the other has a width.
    """
    before, after = row[max(gap - 1, 0) : gap], row[gap : gap + 1]
    behind = not after or bool(before and not before[0][1].width)
    run, glyph = (before if behind else after)[0]
    run.glyphs.insert(run.glyphs.index(glyph) + behind, Glyph(run.face.silent(RLM), letter=RLM))


def _join(runs: Sequence[Run]) -> None:
    """Bring the half-space after a Latin word («GIS‌ها») to the side where the Persian letters follow."""
    for left, run in pairwise(runs):
        if left.leftwards and not run.leftwards and run.glyphs and run.glyphs[-1].letter in _JOINERS:
            letter = run.glyphs.pop().letter
            left.glyphs.append(Glyph(left.face.silent(letter), letter=letter))


def gaps(kinds: Sequence[Kind], letters: Sequence[str]) -> Iterator[int]:
    """The glyphs of a line, by their places from the left, before which U+200F is needed; their number stands for the end."""
    persian = False
    """Whether the last letter to the left is a Persian one: MuPDF lays a mark to that, and to nothing else."""
    number = True
    """Whether only spaces stand between here and a number or an end to the left."""
    left, letter, marked = Kind.EDGE, "", -1
    for place, (here, right, own) in enumerate(zip(kinds, [*kinds[1:], Kind.EDGE], letters, strict=True)):
        # pdfium leaves two such signs side by side as they are.
        swapped = left in _PAIRED and letter != own
        before = after = False
        if here is Kind.MARK:
            before = swapped or not persian
        elif here is Kind.WEAK:
            after = right in _UNKNOWN
            # poppler takes the space at the left of a percent sign to it.
            before = swapped or number or (after and own in _PERCENT)
        elif here is Kind.OTHER:
            before, after = left in _UNKNOWN, right in _UNKNOWN
        if before and marked != place:
            yield place
        if after:
            yield (marked := place + 1)
        persian = before or after or here is Kind.RIGHT or (persian and here is not Kind.LEFT)
        number = not (before or after) and (here is Kind.LEFT or (number and here is Kind.SPACE))
        left, letter = here, own
