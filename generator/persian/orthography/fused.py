"""Words whose half-space was dropped and whose parts were joined: «برنامههای», «آگاهیرسانی», «میشود».

A word that is right as it stands is never taken apart. Of any other all readings are gathered; one reading is sure, two
are a person's to choose between («حرفهای»: حرف‌های or حرفه‌ای).
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.persian import ZWNJ
from generator.persian.orthography.lexicon import (
    JOINING_ENDINGS,
    NON_JOINING,
    PLURALS,
    is_common_noun,
    is_listed,
    is_usual,
    is_word,
    joined,
    lexicon,
)
from generator.persian.orthography.misspelt import has_slip

_MI = re.compile("(بر|در|باز|فرا|فرو|وا|ور|)(نمی|می)(.+)")
_AFTER_SILENT_HE = ("ای", "ام", "ات", "اش", "ایم", "اید", "اند", "مان", "تان", "شان")
_AFTER_COMPOUND = ("ی", "ان", "انی", "م", "ت", "ش", "مان", "تان", "شان")
_FIRSTS = frozenset(("بی", "کم", "پیش", "ذی", "نیم", "تک", "خوش"))
_AFTER_SECOND = ("", "ی", "یی", "ان", "انی")
# Apart in every spelling by rule, though lists have «ذینفع» too.
_NEVER_JOINED = "ذی"
_HAMZA = "\u0654"
_MIN_LENGTH = 4
_MIN_PART = 2
_MIN_FIRST = 3


@lru_cache(maxsize=2**16)
def readings(word: str) -> tuple[str, ...]:
    """Return the spellings that a word without half-spaces may mean, in order; empty when it may be right itself.

    Verbs come before listed compounds and words with endings, these before compounds that no list has: an earlier kind
    hides the later ones.
    """
    if len(word) < _MIN_LENGTH or (is_listed(word) and not word.startswith(_NEVER_JOINED)):
        return ()
    if verbs := _verbs(word):
        return () if is_usual(word, copulas=False) else tuple(verbs)
    if is_word(word):
        # Not in common use: right, or damage that the list took in; only two sure parts tell.
        if is_usual(word) and not word.startswith(_NEVER_JOINED):
            return ()
        return tuple(
            sorted(_listed_compounds(word) & _new_compounds(word, sure_only=True) | _with_endings(word, sure_only=True))
        )
    known = _listed_compounds(word) | _with_endings(word)
    # What is one slip away from a word is no compound: «شانسنامه» is «شناسنامه».
    return tuple(sorted(known or (() if has_slip(word) else _new_compounds(word))))


def _verbs(word: str) -> set[str]:
    found = _MI.fullmatch(word)
    if not found or found[3] not in lexicon().verbs:
        return set()
    return {f"{found[1]}{found[2]}{ZWNJ}{found[3]}"}


def _listed_compounds(word: str) -> set[str]:
    fused = lexicon().fused
    spelled = set(fused.get(word, ()))
    for ending in _AFTER_COMPOUND:
        if word.endswith(ending):
            spelled |= {compound + ending for compound in fused.get(word[: -len(ending)], ()) if compound[-1] not in "هاو"}
    return spelled


def _with_endings(word: str, *, sure_only: bool = False) -> set[str]:
    """Return the words with an ending that was fused to them; `sure_only` those of words in common use."""
    spelled: set[str] = set()
    for plural in PLURALS:
        stem = word.removesuffix(plural)
        if stem != word and len(stem) >= _MIN_PART:
            bases = _bases(stem) if not sure_only else {stem} if is_common_noun(stem) else set()
            spelled |= {joined(base, plural) for base in bases if base[-1] not in NON_JOINING or ZWNJ in base}
    for ending in _AFTER_SILENT_HE:
        stem = word.removesuffix(ending)
        if stem != word and _ends_in_silent_he(stem, sure_only):
            spelled.add(joined(stem, ending))
    stem = word.removesuffix("ی")
    if stem != word and _ends_in_silent_he(stem, sure_only):
        spelled.add(stem + _HAMZA)
    return spelled


def _ends_in_silent_he(stem: str, common_only: bool) -> bool:
    classes = lexicon().words.get(stem, "")
    return "h" in classes and ("+" in classes or not common_only)


def _bases(stem: str) -> set[str]:
    """Return the spellings of what a plural ending was fused to."""
    found = readings(stem)
    if found:
        return set(found) if len(found) == 1 else set()
    is_noun = is_word(stem) and stem not in lexicon().verbs
    return {stem} if is_noun or is_common_noun(stem) else set()


def _new_compounds(word: str, *, sure_only: bool = False) -> set[str]:
    """Return compounds that no list has, of a word in common use and a part that forms many: «آگاهی» and «رسانی».

    `sure_only` leaves out the short second parts, which «بزرگسال» and its like hold by custom.
    """
    spelled: set[str] = set()
    for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
        first, second = word[:cut], word[cut:]
        if first[-1] in NON_JOINING:
            continue
        long = len(first) >= _MIN_FIRST and (not sure_only or _is_long(second))
        sure = long and is_usual(first) and forms_compounds(first, second)
        sure = sure or (first in _FIRSTS and len(second) >= _MIN_FIRST and is_usual(second))
        sure = sure or (second.startswith("ال") and _is_arabic(first, second[2:]))
        sure = sure or (second.startswith("آ") and is_word(first) and is_word(second))
        if sure:
            spelled.add(first + ZWNJ + second)
    return spelled


def _is_arabic(first: str, second: str) -> bool:
    """Return whether «ال» may join two words, and is not the end of the first."""
    return is_usual(first) and is_listed(second) and not is_word(f"{first}ال")


def _is_long(second: str) -> bool:
    return all(len(second.removesuffix(ending)) > _MIN_FIRST for ending in ("", "ان", "انی"))


def forms_compounds(first: str, second: str) -> bool:
    """Return whether a second part forms compounds; the endings that join any letter do so only after a silent ه."""
    known = lexicon()
    stems = {second.removesuffix(ending) for ending in _AFTER_SECOND if second.endswith(ending)}
    stems |= {second.removesuffix(ending) + "ه" for ending in ("گان", "گی") if second.endswith(ending)}
    if stems & JOINING_ENDINGS:
        return "h" in known.words.get(first, "")
    return bool(stems & known.seconds)
