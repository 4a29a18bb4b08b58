"""Likely typos: a word that is not known but is one slip away from a word in common use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.orthography.lexicon import is_word, lexicon

_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ"
# Letters that sound alike or differ by their dots: taken for each other more often than others.
_ALIKE = ("زژذضظ", "سصث", "تط", "هح", "قغ", "کگ", "بپ", "جچ", "اآع", "دذ", "رز", "سش")
_MIN_LENGTH = 4
_MOST_MEANT = 3


@lru_cache(maxsize=2**14)
def meant(word: str) -> tuple[str, ...]:
    """The words in common use that are one slip away, those of the likeliest slip only; empty when none or too many."""
    if len(word) < _MIN_LENGTH or is_word(word.replace("ئ", "ی")):
        return ()
    for slips in (_alike, _swapped_or_extra, _missing, _other):
        found = tuple(dict.fromkeys(other for other in slips(word) if other != word and _is_likely(other)))
        if found:
            return found if len(found) <= _MOST_MEANT else ()
    return ()


def _is_likely(word: str) -> bool:
    words = lexicon().words
    return "+" in words.get(word, "") or (word.endswith("ی") and "n+" in words.get(word[:-1], ""))


def _alike(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for group in _ALIKE:
            if letter in group:
                yield from (word[:at] + other + word[at + 1 :] for other in group)


def _swapped_or_extra(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _missing(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in _LETTERS)


def _other(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield from (word[:at] + letter + word[at + 1 :] for letter in _LETTERS)
