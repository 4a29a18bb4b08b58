"""Words without the space between them: «شهرمشهد», «وبرنامه», «بادستگاههاونهادهای».

The space is only missed where the letter before it does not join, for elsewhere the eye would see it; and «ب» is met in
place of «به» («بصورت»).
"""

from __future__ import annotations

from functools import lru_cache

from generator.persian import ZWNJ
from generator.persian.orthography.fused import forms_compounds, readings
from generator.persian.orthography.lexicon import (
    NON_JOINING,
    PLURALS,
    group,
    is_common_noun,
    is_listed,
    is_usual,
    is_word,
    lexicon,
)
from generator.persian.orthography.misspelt import meant

_LITTLE_WORDS = frozenset(("و", "از", "در", "با", "بر", "تا", "هر", "یا", "را", "به", "که", "یک", "این", "آن"))
_PRONOUNS = frozenset(("آنها", "اینها", "آنان", "اینان", "ایشان"))
_BE = "به"
_MIN_WORD = 3
_LONG_WORD = 4
_MAX_LENGTH = 40


def separated(word: str) -> str | None:
    """Split a word into several, their half-spaces corrected; None when it is one, or no split is sure."""
    if len(word) > _MAX_LENGTH or is_usual(word):
        return None
    rules = (_with_be, _plural_and_more, _after_and, _several)
    return next((found for rule in rules if (found := rule(word))), None)


def _plural_and_more(word: str) -> str | None:
    """Split what a space before «ها» left over: «هاو»."""
    return f"{word[:-1]} و" if word.endswith("و") and word[:-1] in PLURALS else None


def _after_and(word: str) -> str | None:
    """Split «و» from a word in common use, or from one that must be corrected itself."""
    rest = word[1:]
    if not word.startswith("و") or len(rest) < _LONG_WORD or is_word(word) or readings(word):
        return None
    found = (rest,) if is_usual(rest) else readings(rest) or (() if is_word(rest) else meant(rest))
    return f"و {found[0]}" if len(found) == 1 else None


def _several(word: str) -> str | None:
    if is_listed(word) or readings(word) or is_close_compound(word):
        return None
    found = _parts(word)
    if not found or len(found) == 1 or _LITTLE_WORDS.issuperset(found):
        return None
    # A word that may be right as it is, though no common one, is only doubted when its parts leave no doubt.
    sure = all(part in _LITTLE_WORDS or (len(part) >= _LONG_WORD and is_common_noun(part)) for part in found)
    return " ".join(found) if sure or not is_word(word) else None


@lru_cache(maxsize=2**12)
def is_close_compound(word: str) -> bool:
    """Return whether a word is two written close by rule, since the first ends in a letter that does not join: «رهاشدن»."""
    cuts = (cut for cut in range(2, len(word) - 1) if word[cut - 1] in NON_JOINING)
    return any(_forms_one(word[:cut], word[cut:]) for cut in cuts)


def _forms_one(first: str, second: str) -> bool:
    if first in group("prefix"):
        return is_word(second)
    return first not in _LITTLE_WORDS and is_usual(first) and (second in group("light-verb") or forms_compounds(first, second))


def _with_be(word: str) -> str | None:
    """Split «ب» in place of «به», before a noun or in a compound: «بصورت», «بروزرسانی»; not the «ب» of a verb («بگذار»)."""
    known = lexicon()
    rest = word[1:]
    if not word.startswith("ب") or word in known.verbs or _is_verbal(rest):
        return None
    if any("+" in known.compounds.get(f"{_BE}{ZWNJ}{stem}", "") for stem in (rest, rest.removesuffix("ی"))):
        return f"{_BE}{ZWNJ}{rest}"
    noun = len(rest) >= _LONG_WORD and is_common_noun(rest) and not is_listed(word)
    return f"{_BE} {rest}" if noun or rest in group("after-be") else None


def _is_verbal(stem: str) -> bool:
    """Return whether a word is a stem or form of a verb, which has a «ب» of its own."""
    return bool({stem, f"{stem}د", f"{stem}م", f"{stem.removesuffix('ی')}د"} & lexicon().verbs)


@lru_cache(maxsize=2**12)
def _parts(word: str) -> tuple[str, ...] | None:
    """Split a text into the fewest words that make it up, None when there are none."""
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
    """Return the words after a first one; after a little word any listed word of some length will do, elsewhere a verb too."""
    if rest in lexicon().verbs and len(rest) >= _MIN_WORD and first not in _LITTLE_WORDS:
        return (rest,)
    if first in _LITTLE_WORDS and len(rest) >= _LONG_WORD and rest in lexicon().words and rest not in lexicon().verbs:
        return (rest,)
    return _parts(rest)


def _one(word: str) -> str | None:
    """Return the spelling of a part that is one word in common use, None for another."""
    if word in _LITTLE_WORDS:
        return word
    if len(word) < _MIN_WORD:
        return None
    if word in _PRONOUNS or is_usual(word) or (len(word) >= _LONG_WORD and is_listed(word)):
        return word
    found = readings(word)
    return found[0] if len(found) == 1 and all(is_word(part) for part in found[0].split(ZWNJ)[:1]) else None
