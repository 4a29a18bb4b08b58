"""Find what a person must decide: words with two readings, glued words, likely typos, doubled words. Nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from generator.persian import ZWNJ
from generator.persian.orthography.apart import may_be_attached
from generator.persian.orthography.fused import readings
from generator.persian.orthography.glued import is_close_compound, separated
from generator.persian.orthography.lexicon import SUFFIXES, group, is_usual, is_word, joined, lexicon
from generator.persian.orthography.misspelt import meant, near_verbs
from generator.persian.orthography.tidying import NEIGHBOURS, WORD

Kind = Literal["ambiguous", "glued", "typo", "doubled", "apart"]

# A short vowel before the letter of the long one: a mark that was left over («پذِیر»).
_IDLE_MARK = re.compile("\u0650(?=ی)|\u064f(?=و)")
_MARKS = re.compile("[\u0654\u064b-\u0652\u0670]")
_MI = ("می", "نمی")
_DOUBLED = re.compile(f"(?<!\\S)({WORD.pattern}) \\1(?![^\\s،؛.:!؟)»])")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A doubt about `text[start:end]`: its kind, the word, and what may be meant, likeliest first (may be empty)."""

    kind: Kind
    start: int
    end: int
    word: str
    suggestions: tuple[str, ...]


def suspicions(text: str) -> list[Suspicion]:
    """Return the doubts about a text that `tidy` has corrected, in order."""
    found = [
        Suspicion("doubled", twice.start(), twice.end(), twice[1], (twice[1],))
        for twice in _DOUBLED.finditer(text)
        if twice[1] not in group("reduplicated")
    ]
    for pair in NEIGHBOURS.finditer(text):
        joined = f"{pair[1]} {pair[2]}"
        found += (Suspicion(kind, pair.start(), pair.end(2), joined, words) for kind, words in _of_pair(pair[1], pair[2]))
    for word in WORD.finditer(text):
        found += (Suspicion(kind, word.start(), word.end(), word[0], words) for kind, words in _doubts(word[0]))
    return sorted(found, key=lambda doubt: doubt.start)


def _of_pair(first: str, second: str) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """Yield the doubts about two neighbours: a compound apart, «می» without its verb, or a word glued to «می»."""
    if whole := may_be_attached(first, second):
        yield "apart", (whole,)
    elif first in _MI:
        yield "typo", tuple(f"{first}{ZWNJ}{verb}" for verb in near_verbs(second))
    elif second.split(ZWNJ)[0] in lexicon().verbs and not is_word(first):
        before = ((first.removesuffix(mi), mi) for mi in _MI if first.endswith(mi))
        yield from [("glued", (f"{word} {mi}{ZWNJ}{second}",)) for word, mi in before if is_usual(word)][:1]


def _doubts(word: str) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    """Yield at most one doubt about a word, its half-spaces and endings set aside."""
    if _IDLE_MARK.search(word):
        yield "typo", (_IDLE_MARK.sub("", word),)
    if _MARKS.search(word):
        return
    first, *rest = word.split(ZWNJ)
    # Of a compound only the list could judge, and it has not all of them.
    if all(part in SUFFIXES for part in rest):
        for kind, found in _doubt(first):
            yield kind, tuple(reduce(joined, rest, other) for other in found)


def _doubt(part: str) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    several = readings(part)
    if len(several) > 1:
        yield "ambiguous", several
    elif apart := separated(part):
        yield "glued", (apart,)
    elif not several and not is_word(part) and not is_close_compound(part) and (words := meant(part)):
        yield "typo", words
