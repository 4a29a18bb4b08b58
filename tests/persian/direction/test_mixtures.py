"""The order of random mixtures against python-bidi: never worse than the plain algorithm, and equal in all formats."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence

import pytest

from generator.persian import spelled
from generator.persian.direction import RLM, Stretch, after_ltr, between, fixed, marked, split
from tests.persian.direction.mixtures import BRACKETS, DIFFERENCES, KEYBOARDS, differences_meant, mixtures, order, page_order

LRE, PDF = "\u202a", "\u202c"

# An input of each kind, and its neighbour that is none.
EXAMPLES = {
    "a number glued to Latin is Latin": ("دما ۲۵°C است", "دما ۲۵ C است"),
    "a sign stands at the left of its number": ("کاهش -۵ درصد", "کاهش - ۵ درصد"),
    "a number at the start is ordered as after a Persian letter": ("۲-۱ متن", "متن ۲-۱"),
    "a number joined to a variable is Latin": ("اگر 3 + x باشد", "اگر 3 x باشد"),
    "a long number runs from the left": ("تلفن ۰۵۱-۳۸۴۵۶۷۸۹", "تلفن ۳۸۴۵۶۷۸۹"),
    "a power runs from the left": ("مقدار 10⁻³ متر", "مقدار 103 متر"),
    "a sign before Latin belongs to it": ("پوشه /home است", "پوشه / home است"),
    "a sign after Latin belongs to it": ("زبان C++ است", "زبان C است"),
    "a Persian mark ends Latin": ("Excel، Word", "Excel, Word"),
    "a Persian number after Latin and a space is Persian": ("سازمان NGO ۵ نفر", "سازمان NGO 5 نفر"),
    "a stop before the bracket that closes Latin is Latin": ("شرکت (Alpha Ltd.) است", "شرکت (Alpha Ltd) است"),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_each_difference_from_the_plain_algorithm_is_meant_and_ends_where_it_should(name: str) -> None:
    inside, outside = EXAMPLES[name]
    assert differences_meant(inside) == [name]
    assert page_order(split(inside)) != order(inside)
    assert differences_meant(outside) == []
    assert page_order(split(outside)) == order(outside)


def _hold(seed: int, number: int) -> tuple[Counter[str], Counter[str]]:
    """Compare so many mixtures; the characters met, and how many mixtures were of each kind (`""`: of any)."""
    print(f"seed {seed}")
    met: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for typed in mixtures(random.Random(seed), number):
        met.update(typed)
        text = spelled(typed).strip()
        stretches = split(text)
        on_page, meant = page_order(stretches), differences_meant(text)
        kinds.update([*meant, *([""] if meant else [])])
        assert meant or on_page == order(text), (seed, text)
        # LibreOffice runs the algorithm over the whole paragraph, Word takes the direction of each run first.
        assert order(marked(stretches)) == on_page, (seed, text)
        assert order(_runs(stretches)) == on_page, (seed, text)
    return met, kinds


def _runs(stretches: Sequence[Stretch]) -> str:
    """The runs of a Word file: neutrals in a run from the right stay in it, each run from the left is an embedding."""
    runs: list[str] = []
    for index, (text, ltr) in enumerate(stretches):
        marks = (LRE, PDF) if ltr else (RLM, RLM)
        content = "".join(fixed(text)) if ltr else after_ltr(between(text)) if index else between(text)
        runs.append(content.join(marks))
    return "".join(runs)


def test_outside_the_differences_that_are_meant_the_order_is_that_of_the_plain_algorithm() -> None:
    _, kinds = _hold(seed=time.time_ns() % 1_000_000, number=2_000)

    assert kinds[""] <= 0.06 * 2_000


@pytest.mark.proof
def test_so_it_is_over_a_hundred_thousand_mixtures_with_every_sign_of_both_keyboards() -> None:
    number = 100_000
    met, kinds = _hold(seed=time.time_ns() % 1_000_000, number=number)

    for name in ("", *DIFFERENCES):
        print(f"{100 * kinds[name] / number:6.2f} %  {name or 'together'}")
    assert {sign: met[sign] for sign in KEYBOARDS + "".join(BRACKETS) if met[sign] < 500} == {}
    assert kinds[""] <= 0.05 * number


def test_an_order_that_is_turned_round_is_seen() -> None:
    stretches = split("منبع: Roe, P. (2018) است")
    assert page_order(stretches[::-1]) != order("منبع: Roe, P. (2018) است")
