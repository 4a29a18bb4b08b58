"""Numbers in words, and ordinals."""

from __future__ import annotations

import random

import pytest

from generator.persian import Refused, in_words, ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (1, "یک"),
        (10, "ده"),
        (11, "یازده"),
        (16, "شانزده"),
        (18, "هجده"),
        (20, "بیست"),
        (21, "بیست و یک"),
        (100, "یکصد"),
        (101, "یکصد و یک"),
        (200, "دویست"),
        (345, "سیصد و چهل و پنج"),
        (500, "پانصد"),
        (600, "ششصد"),
        (999, "نهصد و نود و نه"),
        (1000, "یک هزار"),
        (1404, "یک هزار و چهارصد و چهار"),
        (100_000, "یکصد هزار"),
        (1_000_000, "یک میلیون"),
        (1_000_001, "یک میلیون و یک"),
        (1_250_000_000, "یک میلیارد و دویست و پنجاه میلیون"),
        (1_250_000_000_000, "یک هزار و دویست و پنجاه میلیارد"),
        (-12, "منفی دوازده"),
    ],
)
def test_a_number_has_its_words_in_banknote_form(number: int, words: str) -> None:
    assert in_words(number) == words


def _value(words: str) -> int:
    """The number that words say, read as a reader does: parts gather until a scale multiplies them."""
    small = {in_words(n): n for n in [*range(20), *range(20, 100, 10), *range(100, 1000, 100)]}
    scales = {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9}
    total = gathered = 0
    for word in words.replace(" و ", " ").split():
        if word == "میلیارد":
            total, gathered = (total + gathered) * scales[word], 0
        elif word in scales:
            total, gathered = total + gathered * scales[word], 0
        else:
            gathered += small[word]
    return total + gathered


def test_words_read_back_give_the_number_for_all_sizes() -> None:
    chance = random.Random(2)
    numbers = [*range(1, 2000), *(chance.randrange(10 ** chance.randrange(1, 16)) for _ in range(3000)), 10**15 - 1]
    assert [_value(in_words(number)) for number in numbers] == numbers


@pytest.mark.parametrize("number", [10**15, -(10**15), 10**30])
def test_a_number_beyond_all_budgets_has_no_words(number: int) -> None:
    with pytest.raises(Refused) as refusal:
        in_words(number)
    assert refusal.value.code == "number-too-large"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "اول"),
        (2, "دوم"),
        (3, "سوم"),
        (9, "نهم"),
        (10, "دهم"),
        (20, "بیستم"),
        (21, "بیست‌ویکم"),
        (23, "بیست‌وسوم"),
        (30, "سی‌ام"),
        (33, "سی‌وسوم"),
        (52, "پنجاه‌ودوم"),
        (75, "هفتادوپنجم"),
        (99, "نودونهم"),
        (100, "یکصدم"),
        (123, "یکصد و بیست‌وسوم"),
        (130, "یکصد و سی‌ام"),
        (1000, "یک هزارم"),
    ],
)
def test_an_ordinal_has_its_half_spaces(number: int, word: str) -> None:
    assert ordinal(number) == word


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_ordinal_below_one(number: int) -> None:
    with pytest.raises(Refused) as refusal:
        ordinal(number)
    assert refusal.value.code == "ordinal-not-positive"
