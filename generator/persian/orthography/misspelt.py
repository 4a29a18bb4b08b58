"""Find likely typos: a word that is not known but is one slip away from a word in common use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.persian.orthography.lexicon import is_common_noun, is_word, joined, lexicon

_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ"
# Letters that sound alike or differ by their dots: taken for each other more often than others.
_ALIKE = ("زژذضظ", "سصث", "تط", "هح", "قغ", "کگ", "بپ", "جچ", "اآع", "دذ", "رز", "سش")
_MIN_LENGTH = 4
_MOST_MEANT = 3


@lru_cache(maxsize=2**14)
def meant(word: str) -> tuple[str, ...]:
    """Return the words in common use that are one slip away, those of the likeliest slip only; empty when none or too many."""
    diminutive = word.endswith("ک") and is_word(word[:-1])
    if len(word) < _MIN_LENGTH or diminutive or is_word(word.replace("ئ", "ی")):
        return ()
    if lost := _without_he(word):
        return (lost,)
    for slips in (_alike, _swapped, _extra, _missing, _other):
        found = tuple(dict.fromkeys(other for other in slips(word) if other != word and _is_likely(other)))
        if found:
            return found if len(found) <= _MOST_MEANT else ()
    return ()


def has_slip(word: str) -> bool:
    """Return whether two letters changed places, or one was taken for another like it, in a word in common use."""
    return any(other != word and _is_likely(other) for slips in (_alike, _swapped) for other in slips(word))


def _is_likely(word: str) -> bool:
    words = lexicon().words
    return "+" in words.get(word, "") or (word.endswith("ی") and "n+" in words.get(word[:-1], ""))


def _without_he(word: str) -> str | None:
    """Return the plural of a word whose ه is missing: «دیدگاهای»."""
    stem = word.removesuffix("ای")
    silent = "h" in lexicon().words.get(stem, "h")
    return joined(stem, "های") if stem != word and not silent and is_common_noun(stem) and stem.endswith("ه") else None


def near_verbs(word: str) -> tuple[str, ...]:
    """Return the verbs after «می» that are one slip away, empty when none or too many."""
    slips = (*_alike(word), *_swapped(word), *_extra(word), *_missing(word))
    found = tuple(dict.fromkeys(other for other in slips if other in lexicon().verbs))
    return found if len(found) <= _MOST_MEANT else ()


def _alike(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for group in _ALIKE:
            if letter in group:
                yield from (word[:at] + other + word[at + 1 :] for other in group)


def _swapped(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _extra(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _missing(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in _LETTERS)


def _other(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield from (word[:at] + letter + word[at + 1 :] for letter in _LETTERS)
