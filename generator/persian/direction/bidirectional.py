"""The Unicode Bidirectional Algorithm (UAX #9) in one right-to-left paragraph without embeddings and isolates.

It takes the class of each character, so that a caller may decide some himself. Rules are named as the standard names them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

_EMBEDDING = "R"
_SEPARATORS = ("ES", "CS")
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_DEEPEST = 63
"""The number of open brackets that N0 considers (BD16)."""


def classes(text: str) -> list[str]:
    """Return the bidirectional class of each character."""
    return [unicodedata.bidirectional(character) or "L" for character in text]


def resolve(text: str, kinds: Sequence[str]) -> list[str]:
    """Return the direction of each character: `L`, `R`, or `EN` and `AN` for a number, which also runs from left to right.

    Characters that the algorithm passes over (`BN`: joiners, half-spaces) are of the direction that stands on both sides.
    """
    shown = [index for index, kind in enumerate(kinds) if kind != "BN"]
    resolved = [kinds[index] for index in shown]
    _weak(resolved)
    _brackets([text[index] for index in shown], resolved, [kinds[index] for index in shown])
    _neutral(resolved)
    of_all = [_EMBEDDING] * len(text)
    for index, kind in zip(shown, resolved, strict=True):
        of_all[index] = kind
    for before, after in pairwise(shown):
        if of_all[before] == of_all[after]:
            of_all[before + 1 : after] = [of_all[before]] * (after - before - 1)
    return of_all


def _weak(kinds: list[str]) -> None:
    """Apply W1 to W7, in place; what stays neutral is `ON`."""
    strong = before = _EMBEDDING
    for index, kind in enumerate(kinds):
        kind = before if kind == "NSM" else kind  # W1
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[index] = before = "AN" if kind == "EN" and strong == "AL" else kind  # W2
    _numbers(kinds)
    strong = _EMBEDDING
    for index, kind in enumerate(kinds):
        if kind == "AL":  # W3
            kinds[index] = "R"
        elif kind == "EN" and strong == "L":  # W7
            kinds[index] = "L"
        elif kind not in ("L", "R", "EN", "AN"):  # W6
            kinds[index] = "ON"
        if kinds[index] in ("L", "R"):
            strong = kinds[index]


def _numbers(kinds: list[str]) -> None:
    """Apply W4 and W5: a separator between two numbers, and signs next to a number, belong to it."""
    for index in range(1, len(kinds) - 1):
        kind, before, after = kinds[index], kinds[index - 1], kinds[index + 1]
        if before == after and ((kind in _SEPARATORS and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[index] = before
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for index in order:
            if kinds[index] == "ET" and kinds[index - order.step] == "EN":
                kinds[index] = "EN"


def _brackets(text: Sequence[str], kinds: list[str], originals: Sequence[str]) -> None:
    """Apply N0, in place: both brackets of a pair take one direction."""
    closed_at = dict(_pairs(text, kinds))
    if not closed_at:
        return
    lefts, rights = ([0, *accumulate(_STRONG.get(kind) == way for kind in kinds)] for way in ("L", "R"))
    context = _EMBEDDING
    for start in range(len(kinds)):
        end = closed_at.get(start)
        if end is not None and rights[end] > rights[start]:
            _set_bracket(kinds, originals, (start, end), _EMBEDDING)
        elif end is not None and lefts[end] > lefts[start]:
            _set_bracket(kinds, originals, (start, end), context)
        context = _STRONG.get(kinds[start], context)


def _set_bracket(kinds: list[str], originals: Sequence[str], pair: tuple[int, int], direction: str) -> None:
    """Give a direction to both brackets of a pair and to the marks on them."""
    for bracket in pair:
        kinds[bracket] = direction
        for index in range(bracket + 1, len(kinds)):
            if originals[index] != "NSM":
                break
            kinds[index] = direction


def _pairs(text: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of brackets (BD16)."""
    waiting: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if kinds[index] != "ON":
            continue
        if closing := closing_bracket(character):
            if len(waiting) == _DEEPEST:
                return
            waiting.append((closing, index))
        elif unicodedata.category(character) == "Pe":
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    yield waiting[depth][1], index
                    del waiting[depth:]
                    break


_SPREAD = {"[": "]", "{": "}", "\uff3b": "\uff3d", "\uff5b": "\uff5d", "\u298d": "\u2990", "\u298f": "\u298e"}


def closing_bracket(character: str) -> str:
    """Return the bracket that closes what a character opens, empty when it opens nothing (BidiBrackets.txt).

    The Unicode Character Database keeps the two beside each other but for `_SPREAD`.
    """
    if unicodedata.category(character) != "Ps" or not unicodedata.mirrored(character):
        return ""
    return _SPREAD.get(character, chr(ord(character) + 1))


def _neutral(kinds: list[str]) -> None:
    """Apply N1 and N2: neutrals between two of one direction take it, others that of the paragraph."""
    start = 0
    before = _EMBEDDING
    while start < len(kinds):
        if kinds[start] != "ON":
            before = _STRONG[kinds[start]]
            start += 1
            continue
        end = start
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        after = _STRONG[kinds[end]] if end < len(kinds) else _EMBEDDING
        kinds[start:end] = [before if before == after else _EMBEDDING] * (end - start)
        start = end
