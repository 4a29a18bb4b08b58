"""Writes the texts of a page anew, in the order of what readers take for one line: texts that touch are a row.

What readers need to find a row in its order is what they need in a file of the other engine (`pdf.textlayer`): signs of
direction, a percent sign that is drawn with its number. Most pieces of a row need nothing and are written as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from generator.writing.pdf.textlayer import order, percent
from generator.writing.pdf.textlayer.glyphs import Glyph, Run
from generator.writing.pdf.textlayer.letters import JOINERS
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.joining import Joined
from generator.writing.typst.textlayer.operands import LEAST, Operand, settle


def written(texts: Iterable[Joined]) -> Iterator[tuple[Joined, bytes]]:
    """Yield texts with what is written for them, row by row."""
    band: list[Joined] = []
    for text in texts:
        if band and not text.is_level_with(band[-1]):
            yield from _band(band)
            band = []
        band.append(text)
    if band:
        yield from _band(band)


def _band(band: list[Joined]) -> Iterator[tuple[Joined, bytes]]:
    if len(band) == 1:
        yield from _row(band)
        return
    row: list[Joined] = []
    for text in sorted(band, key=lambda each: each.left):
        if row and not row[-1].reaches(text):
            yield from _row(row)
            row = []
        row.append(text)
    yield from _row(row)


def _row(row: Sequence[Joined]) -> Iterator[tuple[Joined, bytes]]:
    if len(row) == 1:
        (text,) = row
        if text.drawn.alone is None:
            (text.drawn.alone,) = _contents([text.drawn])
        yield text, text.drawn.alone
    else:
        key = tuple([text.drawn for text in row])
        known = key[0].face.rows
        if key not in known:
            known[key] = _contents(key)
        yield from zip(row, known[key], strict=True)


Changed = dict[int, Run]
"""The glyphs of those pieces of a text that are not written as ever, by the number of the piece."""


def _glyphs(drawn: Drawn, number: int) -> Run:
    """Return the glyphs of a piece, to be changed, as wide as it is far from the next one."""
    place, piece = drawn.parts[number]
    end = drawn.parts[number + 1][0] if number + 1 < len(drawn.parts) else drawn.end
    run = Run(drawn.face, drawn.leftwards, piece.glyphs())
    _widen(run, end - place)
    return run


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
            content, after = _of_pieces(drawn, marked.get(number, {}), after)
        else:
            if drawn.plain is None:
                drawn.plain, _ = _of_pieces(drawn, {}, 0)
            content, after = drawn.plain, drawn.narrow_at_left
        contents.append(content)
    return contents[::-1]


def _of_pieces(drawn: Drawn, changed: Changed, after: int) -> tuple[bytes, int]:
    """Return how a text is written, after which so many glyphs without width follow, and how many are at its left."""
    if changed or after or drawn.has_narrow:
        for number in range(len(drawn.parts) - 1, -1, -1):
            piece = drawn.parts[number][1]
            if after and number not in changed and piece.is_moved_by_narrow:
                changed[number] = _glyphs(drawn, number)
            after = settle(drawn.face, changed[number].glyphs, after) if number in changed else piece.narrow_at_left
    operand = Operand()
    done = 0
    for number in sorted(changed):
        operand.put(drawn.parts[done:number])
        operand.add(drawn.face, changed[number].glyphs, drawn.parts[number][0])
        done = number + 1
    operand.put(drawn.parts[done:])
    return operand.content(), after


def _marked(row: Sequence[Drawn]) -> dict[int, Changed]:
    """Return the pieces of the texts in which readers need signs of direction, with these, by the number of the text."""
    if len(row) == 1:
        letters, kinds = row[0].letters, row[0].kinds
    else:
        letters, kinds = "".join([drawn.letters for drawn in row]), "".join([drawn.kinds for drawn in row])
    marked: dict[int, Changed] = {}
    if found := order.gaps(kinds, letters):
        glyph = _Finder(row, len(letters), marked).glyph
        for gap in found:
            order.mark(glyph(gap - 1), glyph(gap))
    return marked


class _Finder:
    """Finds the glyphs of a row by their number in it, before signs are added."""

    def __init__(self, row: Sequence[Drawn], count: int, found: dict[int, Changed]) -> None:
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
        place -= self._starts[number]
        at = 0
        while place >= len(drawn.parts[at][1].letters):
            place -= len(drawn.parts[at][1].letters)
            at += 1
        if (number, at) not in self._runs:
            run = self._found.setdefault(number, {})[at] = _glyphs(drawn, at)
            self._runs[number, at] = run, [*run.glyphs]
        run, glyphs = self._runs[number, at]
        return run, glyphs[place]


def _needs_whole_runs(row: Sequence[Drawn]) -> bool:
    """Whether glyphs of a row are put together, or go from one text to another."""
    for drawn in row:
        if drawn.has_percent or drawn.is_in_parts:
            return True
    return len(row) > 1 and any(
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
    for number in range(len(drawn.parts)):
        run.glyphs += _glyphs(drawn, number).glyphs
    return run
