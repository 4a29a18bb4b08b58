"""The word lists, and the search for a word in them with the endings that Persian adds without a half-space.

`lexicon/` is derived from Lilak and Hazm by `tools/build-word-list`; `lexicon/README.md` names versions and licences.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from generator.persian import ZWNJ

# Letters that do not join the one after them: a half-space behind them shows nothing.
NON_JOINING = frozenset("اآأإٱدذرزژوؤءة")

PLURALS = ("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست")

_CLITICS = ("م", "ت", "ش", "مان", "تان", "شان")
_ENDINGS = (
    *("ی", "یی", "ست", "یم", "ید", "ند", "ان", "انی", "یان", "ات"),
    *_CLITICS,
    *(f"ی{clitic}" for clitic in _CLITICS),
)
_COPULAS = frozenset(("ست", "یم", "ید", "ند"))
_COMPARISONS = ("تر", "ترین", "تری", "ترها", "ترین‌ها")

# What follows a half-space without being a word of its own.
SUFFIXES = frozenset(
    (*PLURALS, "ی", "ای", "ام", "ات", "اش", "ایم", "اید", "اند", "است", *_CLITICS, *_COMPARISONS, "گانه", "گان", "مند")
)

# Endings that join any letter but a silent ه: «کارگر», «خردمند», but «علاقه‌مند».
JOINING_ENDINGS = frozenset(("گر", "گار", "گاه", "وار", "واره", "مند", "بان", "ناک", "ستان"))

_MIN_STEM = 2

# How many listed compounds end in a part, by its length, before it is taken to form new ones: short ones deceive.
_PRODUCTIVE = {1: 1000, 2: 1000, 3: 40}
_PRODUCTIVE_LONG = 9
_PRODUCTIVE_BOUND = 5
_LONG_ENOUGH = 3
_FREQUENT = 15

# Joined to what follows by custom («اینجا», «هیچکس», «همچنین»), apart in the lists: neither is damage. «هم» is apart
# from a vowel alone.
_JOINED_BY_CUSTOM = ("این", "آن", "هیچ", "یک", "چه", "همه", "به", "هر")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and compounds with their classes (`n`, `a`, `h`, `+`: `lexicon/README.md`), and what follows «می‌».

    `fused` maps a compound without its half-spaces to its spellings. `seconds` are the second parts that form so many
    compounds that they may form one more, `bound` those that are not met alone, `homographs` the names of actions that
    are also words of their own («بخشی»).
    """

    words: dict[str, str]
    compounds: dict[str, str]
    verbs: frozenset[str]
    fused: dict[str, tuple[str, ...]]
    seconds: frozenset[str]
    bound: frozenset[str]
    homographs: frozenset[str]


def _lines(name: str) -> list[str]:
    file = resources.files("generator.persian.orthography") / "lexicon" / name
    return file.read_text(encoding="utf-8").split("\n")[:-1]


def _classed(name: str) -> dict[str, str]:
    return {word: classes for word, _, classes in (line.partition("\t") for line in _lines(name))}


@cache
def lexicon() -> Lexicon:
    """Read the lists, once."""
    compounds = _classed("compounds.txt")
    fused: dict[str, tuple[str, ...]] = {}
    seconds: Counter[str] = Counter()
    for compound in compounds:
        seconds[compound.split(ZWNJ)[-1]] += 1
    for compound, classes in compounds.items():
        first, *_, last = compound.split(ZWNJ)
        by_custom = first in _JOINED_BY_CUSTOM or (first == "هم" and compound[3] not in "اآ")
        by_custom = by_custom or (last in JOINING_ENDINGS and not first.endswith("ه"))
        # Infinitives stay apart or joined by custom («نگهداشتن»), and a short part that is rare is mostly chance.
        chance = not classes and seconds[last] < _PRODUCTIVE.get(len(last), 0)
        if not (by_custom or chance or last.endswith(("تن", "دن"))):
            key = compound.replace(ZWNJ, "")
            fused[key] = (*fused.get(key, ()), compound)
    words = _classed("words.txt") | dict.fromkeys(_lines("terms.txt"), "n+")
    frequent = [part for part, count in seconds.items() if count >= _FREQUENT]
    bound = frozenset(part for part in frequent if not {"+", "h"} & set(words.get(part, "")))
    homographs = frozenset(part for part in frequent if part.endswith("ی")) - bound
    productive = _productive(seconds, words)
    return Lexicon(words, compounds, frozenset(_lines("verbs.txt")), fused, productive, bound, homographs)


def _productive(seconds: Counter[str], words: dict[str, str]) -> frozenset[str]:
    """Return the second parts that form new compounds; of those that are no words in common use fewer compounds are proof."""

    def proof(part: str) -> int:
        bound = len(part) > _LONG_ENOUGH and "+" not in words.get(part, "")
        return _PRODUCTIVE_BOUND if bound else _PRODUCTIVE.get(len(part), _PRODUCTIVE_LONG)

    return frozenset(part for part, count in seconds.items() if count >= proof(part))


@cache
def group(name: str) -> frozenset[str]:
    """Return a closed group of words of `lexicon/groups.txt` that a rule names (KeyError for no such group)."""
    rows = (line.partition("\t") for line in _lines("groups.txt"))
    return {row: frozenset(words.split()) for row, _, words in rows}[name]


def joined(word: str, ending: str) -> str:
    """Join a word and what is added to it: with a half-space where its last letter would join, else without."""
    return word + ending if word[-1] in NON_JOINING else f"{word}{ZWNJ}{ending}"


def is_listed(word: str) -> bool:
    """Return whether a word is listed as written, with a class: words that Lilak has without one may be damage themselves."""
    return bool(lexicon().words.get(word, "").strip("h"))


def is_common_noun(word: str) -> bool:
    """Return whether a word is listed as a noun in common use."""
    return {"n", "+"} <= set(lexicon().words.get(word, ""))


@lru_cache(maxsize=2**16)
def is_word(word: str) -> bool:
    """Return whether a word without half-spaces is right as written: listed, or a listed word with an ending."""
    known = lexicon()
    if word in known.words or word in known.verbs or _is_of_silent_he(word):
        return True
    return any(_takes(stem, ending) for stem, ending in _stems(word))


def _is_of_silent_he(word: str) -> bool:
    """Return whether a silent ه became گ before an ending: «آمادگان», «آمادگی»."""
    stems = (word.removesuffix(ending) + "ه" for ending in ("گان", "گانی", "گی") if word.endswith(ending))
    return any("h" in lexicon().words.get(stem, "") for stem in stems)


@lru_cache(maxsize=2**16)
def is_usual(word: str, copulas: bool = True) -> bool:
    """Return whether a word is in common use, as written or without an ending; `copulas` when «ند» and its like count."""
    words = lexicon().words
    if "+" in words.get(word, ""):
        return True
    stems = [(stem, ending) for stem, ending in _stems(word) if copulas or ending not in _COPULAS]
    return any("+" in words.get(stem, "") and _takes(stem, ending) for stem, ending in stems)


def _stems(word: str) -> list[tuple[str, str]]:
    endings = (*_ENDINGS, *_COMPARISONS, *PLURALS)
    return [(word[: -len(end)], end) for end in endings if word.endswith(end) and len(word) - len(end) >= _MIN_STEM]


def _takes(stem: str, ending: str) -> bool:
    classes = lexicon().words.get(stem)
    if classes is None:
        return ending in PLURALS and stem[-1] in NON_JOINING and is_word(stem)
    if ending in PLURALS:
        return stem[-1] in NON_JOINING and "n" in classes
    if ending in _COMPARISONS:
        return "a" in classes
    return "h" not in classes
