"""Find neighbourhoods that may be one: names that a reader could take for each other (N-12, N-13)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product, takewhile
from operator import eq
from typing import NamedTuple

from generator.checks.scope import Case, Finding
from generator.model.records.neighbourhood import Neighbourhood
from generator.persian import fold

_GENERIC = frozenset(map(fold, ("کوی", "شهرک", "شهید", "محله", "محلهٔ", "روستای")))
_SETTLED = re.compile("[آا]باد$")
_DISTINCTIVE = 4
"""Letters that a name needs to be recognised in another: «مهر» is not «مهر مادر», «مهدی» may be «کوشک مهدی»."""
_LONG = 5
"""Letters of a name from which one letter may be a slip: «امید» is no «امیر», «محمد» may be «محمود»."""
_ENDING = 3
"""Letters in which names of one stem may end differently: «آزادی», «آزادگان»."""


class _Name(NamedTuple):
    """A name without the words that say only what kind of place it is, folded: its words without «آباد», whole, its numbers."""

    words: frozenset[str]
    whole: str
    numbers: tuple[str, ...]


def names_are_unlike(cases: Sequence[Case]) -> Iterator[Finding]:
    """Warn of similar names: a place entered twice would be two neighbourhoods, with two plans and two budgets.

    The published plan itself has names that are alike, of places that are not one: `distinct_from` of either says so. Told
    once for a pair: at the neighbourhood that the plan does not know, else at the one that was renamed, else at the second.
    """
    ordered = sorted(cases, key=lambda case: (not case.dossier.neighbourhood.lines, _renamed(case.dossier.neighbourhood)))
    known = [(case.dossier.neighbourhood, _names(case.dossier.neighbourhood)) for case in ordered]
    near = _near([names for _, names in known])
    for at, case in enumerate(ordered):
        neighbourhood, names = known[at]
        before = (known[other] for other in sorted(near[at]))
        alike = [other for other, others in before if _alike(names, others) and not _distinct(neighbourhood, other)]
        if alike:
            others = "، ".join(f"«{other.name}» ({other.id})" for other in alike)
            yield case.finding("names-alike", "neighbourhood", ("name",), name=neighbourhood.name, others=others)


def _renamed(neighbourhood: Neighbourhood) -> bool:
    return fold(neighbourhood.name) != fold(neighbourhood.text)


def _distinct(one: Neighbourhood, other: Neighbourhood) -> bool:
    return other.id in one.distinct_from or one.id in other.distinct_from


def _names(neighbourhood: Neighbourhood) -> tuple[_Name, ...]:
    return tuple(_named(name) for name in dict.fromkeys((neighbourhood.name, *neighbourhood.aliases)))


def _named(name: str) -> _Name:
    """Return the distinctive words of a name; where it has no others, those of its kind («شهرک»)."""
    every = [fold(word) for word in re.split(r"[\s\u200c]+", name)]
    distinctive = [word for word in every if word not in _GENERIC] or every
    bare = [word for word in (_SETTLED.sub("", word) for word in distinctive) if word] or distinctive
    return _Name(frozenset(bare), "".join(distinctive), tuple(word for word in distinctive if word.isdecimal()))


def _near(known: Sequence[tuple[_Name, ...]]) -> list[set[int]]:
    """Return for each place the earlier ones that may have a name like one of its own: to compare all with all is quadratic.

    Names that are alike share a key, or the words of one are some of the other's.
    """
    near: list[set[int]] = [set() for _ in known]
    sharing: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    of_words: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for at, names in enumerate(known):
        for key in {key for name in names for key in _keys(name)}:
            near[at].update(sharing[key])
            sharing[key].append(at)
        for words in {name.words for name in names}:
            of_words[words].append(at)
    for words, places in of_words.items():
        for part in _parts(words, of_words.keys()):
            for earlier, later in map(sorted, product(places, of_words[part])):
                near[later].add(earlier)
    return [others - {at} for at, others in enumerate(near)]  # A place may have a name that is a part of another of its own.


def _keys(name: _Name) -> Iterator[tuple[str, object]]:
    """Yield the keys of a name; one is shared by names that `_are_alike`, unless one is a part of the other."""
    whole = name.whole
    yield "words", name.words
    yield "slip", whole
    yield from (("slip", whole[:at] + whole[at + 1 :]) for at in range(len(whole)))
    if len(name.words) == 1:
        yield from (("stem", whole[:end]) for end in range(max(_DISTINCTIVE, len(whole) - _ENDING), len(whole) + 1))


def _parts(words: frozenset[str], known: Collection[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Yield the known sets of words that are a part of one, which has few parts where it has few words."""
    if 2 ** len(words) > len(known):
        yield from (each for each in known if each < words)
        return
    for size in range(1, len(words)):
        yield from (part for part in map(frozenset, combinations(words, size)) if part in known)


def _alike(names: Sequence[_Name], others: Sequence[_Name]) -> bool:
    return any(_are_alike(name, other) for name in names for other in others)


def _are_alike(one: _Name, other: _Name) -> bool:
    if one.words == other.words:
        return True
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False  # «طبرسی ۵۶» and «طبرسی ۵۸» differ in what is written to distinguish them.
    return _is_part(one, other) or _is_part(other, one) or _of_one_stem(one, other)


def _is_part(one: _Name, other: _Name) -> bool:
    return one.words < other.words and len("".join(one.words)) >= _DISTINCTIVE


def _of_one_stem(one: _Name, other: _Name) -> bool:
    """Return whether only one letter differs, or two single words differ only in their ending."""
    common = _common(one.whole, other.whole)
    rests = one.whole[common:], other.whole[common:]
    differing = max(map(len, rests)) - _common(rests[0][::-1], rests[1][::-1])
    if differing <= 1 and max(len(one.whole), len(other.whole)) >= _LONG:
        return True
    single = len(one.words) == len(other.words) == 1
    return single and common >= _DISTINCTIVE and max(map(len, rests)) <= _ENDING


def _common(one: str, other: str) -> int:
    """Count the letters with which both texts begin."""
    return sum(takewhile(bool, map(eq, one, other)))
