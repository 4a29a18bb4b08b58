"""Keeps signs and marks at numbers in the order of reading, by silent marks of direction.

A reader gathers glyphs from left to right and knows nothing of the levels at which they were laid out, so it takes some of what
stands at a number's left for a part of it: «۱۴۰۴.» is found as «.۱۴۰۴», «سریعاً،» as «سریعا،ً», a hamza at the next number.
U+200F, without ink and width, says that the text goes on from the right. The search of Chrome leaves it out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from generator.persian.direction import RLM
from generator.writing.pdf.textlayer.glyphs import Glyph, Run

_NO_BREAK_SPACE = "\u00a0"
_JOINERS = ("\u200c", "\u200d")

LEFT, RIGHT, SPACE, WEAK, MARK, OTHER, EDGE = "LRSWMOE"
"""What a glyph is to a reader: of a number or Latin text (signs within it included), a Persian letter, a space, a sign that is
taken to a number («٪», «،», «.»), a sign on a letter, any other sign (a bracket, a dash); and the end of the text box."""

_KINDS = {
    **dict.fromkeys(("R", "AL"), RIGHT),
    **dict.fromkeys(("WS", "S", "B"), SPACE),
    **dict.fromkeys(("AN", "EN", "CS", "ES", "ET", "BN"), WEAK),
    "NSM": MARK,
}
_SIGN = re.compile(f"[{WEAK}{MARK}{OTHER}]")
_PERCENT = "٪%"


class _Kinds(dict[int, str]):
    """The kind of each letter of a right-to-left run, by its number, for `str.translate`."""

    def __missing__(self, number: int) -> str:
        self[number] = _KINDS.get(unicodedata.bidirectional(chr(number)), OTHER)
        return self[number]


_KIND_OF = _Kinds()


def keep(runs: Sequence[Run]) -> None:
    """Put silent marks of direction between glyphs where a reader would lose their order."""
    _join(runs)
    for run in runs:
        if not run.leftwards:
            _hold(run)
    letters = ["".join([glyph.letter for glyph in run.glyphs]) for run in runs]
    found = gaps("".join(map(kinds, letters, [run.leftwards for run in runs])), "".join(letters))
    if found:
        row = [(run, glyph) for run in runs for glyph in run.glyphs if glyph.letter]
        for gap in found:
            mark(row[gap - 1] if gap else None, row[gap] if gap < len(row) else None)


def kinds(letters: str, leftwards: bool) -> str:
    """Return the kind of each letter of a run."""
    return letters.translate(_KIND_OF) if leftwards else LEFT * len(letters)


def _join(runs: Sequence[Run]) -> None:
    """Bring the half-space after a Latin word («GIS‌ها») to the side where the Persian letters follow."""
    for left, run in pairwise(runs):
        if left.leftwards and not run.leftwards and run.glyphs and run.glyphs[-1].letter in _JOINERS:
            letter = run.glyphs.pop().letter
            left.glyphs.append(Glyph(left.face.silent(letter), letter=letter))


def _hold(run: Run) -> None:
    """Name the spaces within a number no-break spaces: pdfium turns the parts of «۰۵۱ ۳۸۴۵» round at a plain one."""
    for left, space, right in zip(run.glyphs, run.glyphs[1:], run.glyphs[2:], strict=False):
        if space.letter == " " and left.letter.isdigit() and right.letter.isdigit():
            space.number, space.letter = run.face.composite((), (space.number,), _NO_BREAK_SPACE), _NO_BREAK_SPACE


def mark(before: tuple[Run, Glyph] | None, after: tuple[Run, Glyph] | None) -> None:
    """Put U+200F between two glyphs of a line, of which one may be none, in the run of the one without width if there is one.

    pdfium makes a space between two runs where neither the last glyph of one nor the first of the other has a width.
    """
    behind = after is None or (before is not None and not before[1].width)
    neighbour = before if behind else after
    assert neighbour is not None
    run, glyph = neighbour
    run.glyphs.insert(run.glyphs.index(glyph) + behind, Glyph(run.face.silent(RLM), letter=RLM))


def gaps(row: str, letters: str) -> list[int]:
    """Return the places of glyphs, from the left, before which U+200F is needed; their number means the end.

    `row` are the kinds of the letters.
    """
    found: list[int] = []
    for match in _SIGN.finditer(row):
        place, here = match.start(), match[0]
        left, right = row[place - 1] if place else EDGE, row[place + 1 : place + 2] or EDGE
        # pdfium leaves two such signs side by side as they are.
        before = left in (WEAK, MARK) and here != OTHER and letters[place - 1] != letters[place]
        after = False
        if here == MARK:
            before = before or not _follows_persian(row, place, found)
        elif here == WEAK:
            after = right in (LEFT, EDGE)
            # poppler takes the space at the left of a percent sign to it, and a sign to the number that follows a space.
            before = before or row[:place].rstrip(SPACE)[-1:] in ("", LEFT) or (after and letters[place] in _PERCENT)
        else:
            before, after = left in (LEFT, EDGE), right in (LEFT, EDGE)
        if before and found[-1:] != [place]:
            found.append(place)
        if after:
            found.append(place + 1)
    return found


def _follows_persian(row: str, place: int, found: Sequence[int]) -> bool:
    """Whether the last letter to the left is a Persian one: MuPDF joins a mark to that, and to nothing else."""
    strong = max(row.rfind(RIGHT, 0, place), row.rfind(LEFT, 0, place))
    return (strong >= 0 and row[strong] == RIGHT) or bool(found and found[-1] > strong)
