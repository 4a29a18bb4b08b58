"""Writes the texts of a page anew, in the order of what readers take for one line: texts that touch are a row.

What readers need to find a row in its order is what they need in a file of the other engine (`pdf.textlayer`): signs of
direction, a percent sign that is drawn with its number. Most pieces of a row need nothing and are written as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.writing.pdf.textlayer import order, percent
from generator.writing.pdf.textlayer.glyphs import Glyph, Run
from generator.writing.pdf.textlayer.letters import JOINERS
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.faces import Face
from generator.writing.typst.textlayer.joining import TOUCHES, WIDEST, Joined
from generator.writing.typst.textlayer.operands import LEAST, Operand, settle
from generator.writing.typst.textlayer.pieces import Piece


def written(texts: Iterable[Joined]) -> Iterator[tuple[Joined, bytes]]:
    """Yield texts with what is written for them, row by row."""
    band: list[Joined] = []
    for text in texts:
        if band and not _is_level(band[-1], text):
            yield from _band(band)
            band = []
        band.append(text)
    yield from _band(band)


def _is_level(before: Joined, text: Joined) -> bool:
    """Whether two texts of one size are on one line, with nothing drawn between them."""
    one, other = before.origin, text.origin
    return (
        text.texts[0].follows
        and abs(one.y - other.y) < TOUCHES
        and one.body.size == other.body.size
        and one.frame == other.frame
    )


def _band(band: list[Joined]) -> Iterator[tuple[Joined, bytes]]:
    if len(band) == 1:
        yield from _row(band)
        return
    row: list[Joined] = []
    for text in sorted(band, key=lambda each: each.left):
        if row and not _touches(row[-1], text):
            yield from _row(row)
            row = []
        row.append(text)
    yield from _row(row)


def _touches(left: Joined, right: Joined) -> bool:
    gap = right.left - left.right
    if abs(gap) < TOUCHES:
        return True
    is_space = left.drawn.letters[-1:] == " " or right.drawn.letters[:1] == " "
    return is_space and 0 < gap < WIDEST * left.origin.body.size


def _row(row: Sequence[Joined]) -> Iterator[tuple[Joined, bytes]]:
    if len(row) == 1:
        (text,) = row
        if text.drawn.alone is None:
            (text.drawn.alone,) = _contents([text.drawn])
        yield text, text.drawn.alone
    else:
        yield from zip(row, _contents([text.drawn for text in row]), strict=True)


@dataclass(slots=True, eq=False)
class _Slot:
    """A piece at its place in a text, as wide as it is far from the next one; its glyphs where they are not as ever."""

    face: Face
    place: float
    width: float
    piece: Piece
    run: Run | None = None

    def glyphs(self, leftwards: bool) -> Run:
        """Return its glyphs, to be changed."""
        if self.run is None:
            self.run = Run(self.face, leftwards, self.piece.glyphs())
            _widen(self.run, self.width)
        return self.run


def _widen(run: Run, width: float) -> None:
    """Give the last glyph with a width what is left to the next piece."""
    more = width - sum([glyph.width for glyph in run.glyphs])
    last = next((glyph for glyph in reversed(run.glyphs) if glyph.width), None)
    if last is not None and abs(more) > LEAST:
        last.width += more


def _contents(row: Sequence[Drawn]) -> list[bytes]:
    """Return how the texts of a row are written."""
    if _needs_whole_runs(row):
        return _of_runs(row)
    marked = _marked(row)
    contents: list[bytes] = []
    after = 0
    for number in range(len(row) - 1, -1, -1):
        drawn = row[number]
        if number in marked or (after and drawn.is_moved_by_narrow):
            content, after = _of_slots(drawn, marked.get(number) or _slots(drawn), after)
        else:
            if drawn.plain is None:
                drawn.plain, _ = _of_slots(drawn, _slots(drawn), 0)
            content, after = drawn.plain, drawn.narrow_at_left
        contents.append(content)
    return contents[::-1]


def _of_slots(drawn: Drawn, slots: Sequence[_Slot], after: int) -> tuple[bytes, int]:
    """Return how a text is written, after which so many glyphs without width follow, and how many are at its left."""
    for slot in reversed(slots):
        if after and slot.run is None and slot.piece.is_moved_by_narrow:
            slot.glyphs(drawn.leftwards)
        after = slot.piece.narrow_at_left if slot.run is None else settle(drawn.face, slot.run.glyphs, after)
    operand = Operand()
    for slot in slots:
        if slot.run is None:
            operand.put(slot.piece.content, slot.place + slot.piece.start, slot.place + slot.piece.end)
        else:
            operand.add(drawn.face, slot.run.glyphs, slot.place)
    return operand.content(), after


def _slots(drawn: Drawn) -> list[_Slot]:
    ends = [place for place, _ in drawn.parts[1:]]
    return [
        _Slot(drawn.face, place, end - place, piece)
        for (place, piece), end in zip(drawn.parts, [*ends, drawn.end], strict=True)
    ]


def _marked(row: Sequence[Drawn]) -> dict[int, list[_Slot]]:
    """Return the pieces of the texts in which readers need signs of direction, with these, by the number of the text."""
    letters = "".join([drawn.letters for drawn in row])
    found = order.gaps("".join([drawn.kinds for drawn in row]), letters)
    marked: dict[int, list[_Slot]] = {}
    if found:
        glyph = _Finder(row, len(letters), marked).glyph
        for gap in found:
            order.mark(glyph(gap - 1), glyph(gap))
    return marked


class _Finder:
    """Finds the glyphs of a row by their number in it, before signs are added."""

    def __init__(self, row: Sequence[Drawn], count: int, found: dict[int, list[_Slot]]) -> None:
        self._row = row
        self._count = count
        self._found = found
        self._starts = [0, *accumulate([len(drawn.letters) for drawn in row])]
        self._runs: dict[tuple[int, int], tuple[Run, list[Glyph]]] = {}

    def glyph(self, place: int) -> tuple[Run, Glyph] | None:
        """Return the glyph and the piece of it, to be changed."""
        if not 0 <= place < self._count:
            return None
        number = bisect_right(self._starts, place) - 1
        drawn = self._row[number]
        if number not in self._found:
            self._found[number] = _slots(drawn)
        slots = self._found[number]
        place -= self._starts[number]
        at = 0
        while place >= len(slots[at].piece.letters):
            place -= len(slots[at].piece.letters)
            at += 1
        if (number, at) not in self._runs:
            run = slots[at].glyphs(drawn.leftwards)
            self._runs[number, at] = run, [*run.glyphs]
        run, glyphs = self._runs[number, at]
        return run, glyphs[place]


def _needs_whole_runs(row: Sequence[Drawn]) -> bool:
    """Whether glyphs of a row are put together, or go from one text to another."""
    return any(drawn.has_percent or drawn.is_in_parts for drawn in row) or any(
        left.leftwards and not right.leftwards and right.letters[-1:] in JOINERS for left, right in pairwise(row)
    )


def _of_runs(row: Sequence[Drawn]) -> list[bytes]:
    runs = [_run(drawn) for drawn in row]
    widths = [sum([glyph.width for glyph in run.glyphs]) for run in runs]
    percent.join(runs)
    order.keep(runs)
    contents: list[bytes] = []
    after = 0
    for drawn, run, width in zip(reversed(row), reversed(runs), reversed(widths), strict=True):
        place = drawn.parts[0][0]
        if not run.leftwards:
            # What was added at the left of a number is drawn there: its right end stays.
            place += width - sum([glyph.width for glyph in run.glyphs])
        after = settle(drawn.face, run.glyphs, after)
        operand = Operand()
        operand.add(drawn.face, run.glyphs, place)
        contents.append(operand.content())
    return contents[::-1]


def _run(drawn: Drawn) -> Run:
    run = Run(drawn.face, drawn.leftwards)
    for slot in _slots(drawn):
        run.glyphs += slot.glyphs(drawn.leftwards).glyphs
    return run
