"""Words without the space between them: «شهرمشهد», «وبرنامه», «بادستگاههاونهادهای».

The space is only missed where the letter before it does not join, for elsewhere the eye would see it; and «ب» is met in
place of «به» («بصورت»).
"""

from __future__ import annotations

from functools import lru_cache

from generator.orthography.fused import forms_compounds, readings
from generator.orthography.lexicon import NON_JOINING, PLURALS, group, is_listed, is_usual, is_word, lexicon
from generator.persian import ZWNJ

_LITTLE_WORDS = frozenset(("و", "از", "در", "با", "بر", "تا", "هر", "یا", "را"))
_PRONOUNS = frozenset(("آنها", "اینها", "آنان", "اینان", "ایشان"))
_BE = "به"
_MIN_WORD = 3
_LONG_WORD = 4
_MAX_LENGTH = 40


def parted(word: str) -> str | None:
    """The word as several, their own half-spaces mended; None when it is one, or no sure way to part it is found."""
    if len(word) > _MAX_LENGTH or is_usual(word):
        return None
    if spelled := _with_be(word):
        return spelled
    if word.endswith("و") and word[:-1] in PLURALS:
        return f"{word[:-1]} و"
    if is_listed(word) or is_word(word) or readings(word) or is_close_compound(word):
        return None
    found = _parts(word)
    return " ".join(found) if found and len(found) > 1 and not _LITTLE_WORDS.issuperset(found) else None


@lru_cache(maxsize=2**12)
def is_close_compound(word: str) -> bool:
    """Whether a word is two that stand close by rule, since the first ends in a letter that does not join: «رهاشدن»."""
    cuts = (cut for cut in range(2, len(word) - 1) if word[cut - 1] in NON_JOINING)
    return any(_forms_one(word[:cut], word[cut:]) for cut in cuts)


def _forms_one(first: str, second: str) -> bool:
    if first in group("prefix"):
        return is_word(second)
    return first not in _LITTLE_WORDS and is_usual(first) and (second in group("light-verb") or forms_compounds(first, second))


def _with_be(word: str) -> str | None:
    rest = word[1:]
    known = lexicon()
    noun = "n" in known.words.get(rest, "") and "+" in known.words.get(rest, "")
    if any("+" in known.compounds.get(f"{_BE}{ZWNJ}{stem}", "") for stem in (rest, rest.removesuffix("ی"))):
        return f"{_BE}{ZWNJ}{rest}" if word.startswith("ب") and not is_usual(word) else None
    fits = rest in group("after-be") or (noun and len(rest) >= _LONG_WORD and not is_word(word))
    if not word.startswith("ب") or not fits or rest in known.verbs or word in known.verbs or is_usual(word):
        return None
    return f"{_BE} {rest}"


@lru_cache(maxsize=2**12)
def _parts(word: str) -> tuple[str, ...] | None:
    """The fewest words that make up the text, None when there are none."""
    best: tuple[str, ...] | None = None
    whole = _one(word)
    if whole is not None:
        return (whole,)
    for cut in range(1, len(word)):
        if word[cut - 1] not in NON_JOINING:
            continue
        first = _one(word[:cut])
        rest = _rest(first, word[cut:]) if first is not None else None
        if first is not None and rest is not None and (best is None or len(rest) + 1 < len(best)):
            best = (first, *rest)
    return best


def _rest(first: str, rest: str) -> tuple[str, ...] | None:
    """The words after a first one; after a little word any listed word of some length will do."""
    if first in _LITTLE_WORDS and len(rest) >= _LONG_WORD and rest in lexicon().words and rest not in lexicon().verbs:
        return (rest,)
    return _parts(rest)


def _one(word: str) -> str | None:
    """The spelling of a part that is one word in common use, None for another."""
    if word in _LITTLE_WORDS:
        return word
    if len(word) < _MIN_WORD:
        return None
    if word in _PRONOUNS or is_usual(word):
        return word
    found = readings(word)
    return found[0] if len(found) == 1 and all(is_word(part) for part in found[0].split(ZWNJ)[:1]) else None
