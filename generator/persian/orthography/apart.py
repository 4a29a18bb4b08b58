"""Words whose half-space was typed as a space: «برنامه های», «می شود», «حاشیه نشین», «شده اند»."""

from __future__ import annotations

from generator.persian import ZWNJ
from generator.persian.orthography.lexicon import NON_JOINING, PLURALS, group, is_usual, is_word, joined, lexicon

_MI = ("می", "نمی", "همی")
_PREFIXED_MI = tuple(f"{prefix}{mi}" for prefix in ("بر", "در", "باز", "فرا", "فرو", "وا", "ور") for mi in ("می", "نمی"))
_AFTER_SILENT_HE = ("ای", "اش", "ایم", "اید", "اند")
_FIRSTS = frozenset(("زیر", "خود", "غیر", "پیش"))
_HAMZA = "\u0654"


def attached(first: str, second: str) -> str | None:
    """Join two neighbours to one word, or return None when they may well be two."""
    rules = (_verb, _plural, _he, _compared, _compound)
    return next((found for rule in rules if (found := rule(first, second))), None)


def _verb(first: str, second: str) -> str | None:
    if first not in _MI and first not in _PREFIXED_MI:
        return None
    parts = second.split(ZWNJ)
    sure = parts[0] in lexicon().verbs and all(part in _AFTER_SILENT_HE or part == "ام" for part in parts[1:])
    return f"{first}{ZWNJ}{second}" if sure else None


def _plural(first: str, second: str) -> str | None:
    return joined(first, second) if second in PLURALS and first not in PLURALS and first not in group("no-stem") else None


def _he(first: str, second: str) -> str | None:
    last = first.split(ZWNJ)[-1]
    if first in group("no-stem") or "h" not in lexicon().words.get(last, ""):
        return None
    if second in _AFTER_SILENT_HE:
        return joined(first, second)
    return first + _HAMZA if second == "ی" else None


def _compared(first: str, second: str) -> str | None:
    sure = second in ("تر", "ترین") and "a" in lexicon().words.get(first, "")
    return joined(first, second) if sure else None


def _compound(first: str, second: str) -> str | None:
    """Join a compound whose second part is no word by itself: «بین المللی», «اطلاع رسانی», «توانمند سازی»."""
    known = lexicon()
    whole = joined(first, second)
    if ZWNJ in second:
        return None
    if first in group("no-stem"):
        if whole not in known.compounds or is_word(second):
            return None
        return first + _HAMZA if second == "ی" and first.endswith("ه") else whole
    if second in group("action") and is_usual(first):
        return whole
    if not _is_bound(second):
        return None
    if first[-1] in NON_JOINING:
        return whole if "+" in known.words.get(whole, "") else None
    return whole if whole in known.compounds else None


def _is_bound(word: str) -> bool:
    """Return whether a word is only used as the second part of a compound."""
    known = lexicon()
    return word not in known.verbs and (word in known.bound or not is_word(word))


def may_be_attached(first: str, second: str) -> str | None:
    """Join neighbours to the listed compound that they may be, when both are words too: «توان بخشی», «زیر ساخت»."""
    known = lexicon()
    whole = joined(first, second)
    if second == "قابل" or "h" in known.words.get(second, ""):
        return None
    if not (first in _FIRSTS or (second in known.homographs and first not in group("no-stem"))):
        return None
    listed = known.words if first[-1] in NON_JOINING else known.compounds
    return whole if "+" in listed.get(whole, "") else None
