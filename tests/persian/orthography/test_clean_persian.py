"""Clean Persian stays as it is; of damage done to it most is corrected or reported, and next to none is made worse.

The damage is made here from texts that no rule and no word list was taken from, so its numbers are those of words that the
rules have not seen.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.persian.orthography import suspicions, tidy
from generator.persian.orthography.lexicon import NON_JOINING, is_usual
from tests.persian.orthography.clean_persian import SOURCES, changes, errata, units, words_in

ZWNJ = "\u200c"
_WORD = re.compile("[ء-غف-يپچژکگی\u200c]+")
_EZAFE = re.compile(f"{ZWNJ}ی$")


def _every_unit() -> Iterator[str]:
    for source in SOURCES:
        yield from units(source)


def _words() -> Iterator[str]:
    for unit in _every_unit():
        yield from (word.strip(ZWNJ) for word in _WORD.findall(unit))


def _chosen(text: str, one_of: int) -> bool:
    """Whether a text is in a sample that does not change from run to run."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % one_of == 0


@pytest.mark.parametrize("source", SOURCES)
def test_a_sample_of_clean_persian_is_left_alone_but_for_its_known_mistakes(source: str) -> None:
    sample = [unit for unit in units(source) if _chosen(unit, 12)]
    assert words_in(sample) > 1_000
    assert set(changes(sample)) <= set(errata())


@pytest.mark.proof
def test_nothing_changes_in_100000_words_of_clean_persian_but_its_known_mistakes() -> None:
    assert words_in(_every_unit()) >= 100_000
    assert changes(_every_unit()) == Counter(errata())


@pytest.mark.proof
def test_clean_persian_with_its_mistakes_corrected_does_not_change_again() -> None:
    corrected = [tidy(unit) for unit in _every_unit()]
    assert words_in(corrected) >= 100_000
    assert not changes(corrected)


@pytest.mark.proof
def test_doubts_about_clean_persian_are_fewer_than_eight_in_a_thousand_words() -> None:
    doubts = sum(len(suspicions(tidy(unit))) for unit in _every_unit())
    assert doubts / words_in(_every_unit()) < 0.008


@pytest.mark.proof
@pytest.mark.parametrize(("between", "least"), [("", 0.80), (" ", 0.75)])
def test_most_half_spaces_that_are_dropped_come_back_and_fewer_than_one_in_a_hundred_comes_back_wrong(
    between: str, least: float
) -> None:
    outcomes: Counter[str] = Counter()
    for word in _words():
        parts = word.split(ZWNJ)
        shows = len(parts) > 1 and all(part and part[-1] not in NON_JOINING for part in parts[:-1]) and parts[-1]
        if not shows or tidy(word) != word:
            continue
        damaged = between.join(parts)
        corrected = tidy(damaged)
        # «خانهٔ» and «خانه‌ی» are two ways to write the same.
        right = {word, _EZAFE.sub("\u0654", word)}
        outcomes["corrected" if corrected in right else "kept" if corrected == damaged else _kind_of(corrected, word)] += 1
    every = sum(outcomes.values())
    assert every > 10_000
    assert outcomes["corrected"] / every >= least
    assert outcomes["wrong"] / every < 0.01


def _kind_of(corrected: str, word: str) -> str:
    """`part` when every half-space that came back was one of the word's, `wrong` for any other."""
    letters = [re.sub("[ \u200c]", "", text) for text in (corrected, word)]
    marks = [{len(re.sub("[ \u200c]", "", text[: at.start()])) for at in re.finditer(ZWNJ, text)} for text in (corrected, word)]
    return "part" if letters[0] == letters[1] and marks[0] <= marks[1] else "wrong"


@pytest.mark.proof
def test_most_words_that_were_glued_are_reported_and_most_of_these_split_rightly() -> None:
    counted: Counter[str] = Counter()
    for unit in _every_unit():
        for first, second in zip(words := _WORD.findall(unit), words[1:], strict=False):
            # Only where the letter before does not join does a dropped space go unseen.
            if f"{first} {second}" in unit and first[-1] in NON_JOINING and _chosen(f"{first}{second}", 20):
                doubts = suspicions(tidy(first + second))
                counted["all"] += 1
                counted["reported"] += bool(doubts)
                counted["right"] += any(f"{first} {second}" in doubt.suggestions for doubt in doubts)
    assert counted["all"] > 500
    assert counted["reported"] / counted["all"] >= 0.6
    assert counted["right"] / counted["reported"] >= 0.8


@pytest.mark.proof
def test_most_slips_in_words_of_common_use_are_reported() -> None:
    counted: Counter[str] = Counter()
    for word in sorted(set(_words())):
        if len(word) >= 5 and is_usual(word) and _chosen(word, 4):
            at = hashlib.sha256(word.encode()).digest()[5] % (len(word) - 2) + 1
            slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if slipped != word:
                counted["all"] += 1
                counted["reported"] += bool(suspicions(tidy(slipped)))
    assert counted["all"] > 300
    assert counted["reported"] / counted["all"] >= 0.6
