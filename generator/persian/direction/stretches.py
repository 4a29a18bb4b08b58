"""Split a text into stretches of either direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.persian.direction import rules
from generator.persian.direction.bidirectional import resolve

_WITHOUT_LATIN = re.compile("[ -@\\[-`{-~\u00a0\u00ab\u00bb\u0600-\u06ff\u200c\u200d\u2010-\u2027\u2030-\u205e\u2212]*")
"""Most texts: only their numbers may run from the left."""

_UNSURE = re.compile("[٫٬][.,:/،]|[.,:/،][٫٬]")
"""Decimal signs next to separators: whether the algorithm takes them for one number depends on the letters before."""

_LEVELS = {"L": "ltr", "EN": "ltr", "AN": "ltr", "R": "rtl"}


class Stretch(NamedTuple):
    """A stretch of a text; `ltr` where it runs from left to right as a whole."""

    text: str
    ltr: bool


def split(text: str, cuts: Iterable[int] = ()) -> list[Stretch]:
    """Split a text into stretches of either direction, in order; nothing is added or lost, no two of one direction touch.

    Numbers whose order no reader mistakes stay in the Persian text. At a cut (an index) the writer begins a box of its own, so
    a number that holds one is a stretch from the left.
    """
    cuts = tuple(cuts)
    if all(_between_words(text, cut) for cut in cuts) and _WITHOUT_LATIN.fullmatch(text) and not _UNSURE.search(text):
        spans = rules.numbers_of(text)
    else:
        spans = list(_spans(text, cuts))
    stretches: list[Stretch] = []
    at = 0
    for start, end in spans:
        stretches += [Stretch(text[at:start], False)] if start > at else []
        stretches.append(Stretch(text[start:end], True))
        at = end
    return [*stretches, Stretch(text[at:], False)] if at < len(text) else stretches


def _between_words(text: str, cut: int) -> bool:
    """Return whether a space or a Persian letter is beside a cut, so that it is in no number."""
    return any(unicodedata.bidirectional(character) in ("WS", "AL") for character in text[cut - 1 : cut + 1])


def _spans(text: str, cuts: Sequence[int]) -> Iterator[rules.Span]:
    kinds, numbers = rules.directed(text)
    resolved = resolve(text, kinds)
    marked = [kind == "L" for kind in resolved]
    for start, end in _runs([_LEVELS[kind] for kind in resolved], "ltr"):
        if any(marked[start:end]) or _UNSURE.search(text, start, end) or any(start < cut < end for cut in cuts):
            marked[start:end] = [True] * (end - start)
    for start, end in numbers:
        marked[start:end] = [True] * (end - start)
    return _runs(marked, True)


def _runs(values: Sequence[object], wanted: object) -> Iterator[rules.Span]:
    """Return the ranges in which a value is repeated without a break."""
    at = 0
    for value, group in groupby(values):
        end = at + sum(1 for _ in group)
        if value == wanted:
            yield at, end
        at = end
