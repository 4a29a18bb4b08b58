"""Apply all rules until nothing changes: a second run finds nothing to do."""

from __future__ import annotations

import re

from generator.persian import ZWNJ, spelled, without_stray
from generator.persian.orthography.apart import attached
from generator.persian.orthography.fused import readings
from generator.persian.orthography.lexicon import SUFFIXES
from generator.persian.orthography.spacing import spaced, with_persian_digits

WORD = re.compile("[ء-غف-يپچژکگی\u0654\u064b-\u0652\u0670\u200c]+")
NEIGHBOURS = re.compile(f"(?<![^\\s(«»،؛])({WORD.pattern}) (?=({WORD.pattern}))")
_MARKS = re.compile("[\u0654\u064b-\u0652\u0670]")
_ROUNDS = 8


def spell(text: str) -> str:
    """Give each character its one spelling: ی and ک, no tatweel, plain spaces, nothing unseen; spaces and words stay."""
    return without_stray(spelled(text))


def tidy(text: str) -> str:
    """Correct a text where the correction is sure; what is in other letters than Persian, and every doubtful word, stays."""
    for _ in range(_ROUNDS):
        corrected = _once(text)
        if corrected == text:
            break
        text = corrected
    return text


def _once(text: str) -> str:
    text = with_persian_digits(spaced(spell(text)))
    text = WORD.sub(lambda word: _unfused(word[0]), text)
    return _attach(text)


def _unfused(word: str) -> str:
    if _MARKS.search(word):
        return word
    return ZWNJ.join(_segment(part) for part in word.split(ZWNJ))


def _segment(part: str) -> str:
    if part in SUFFIXES:
        return part
    found = readings(part)
    return found[0] if len(found) == 1 else part


def _attach(text: str) -> str:
    at = 0
    while found := NEIGHBOURS.search(text, at):
        whole = attached(found[1], found[2])
        if whole is None:
            at = found.start(2)
        else:
            text = text[: found.start()] + whole + text[found.end(2) :]
            at = found.start()
    return text
