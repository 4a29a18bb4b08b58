"""Letters that count the items of a list."""

from __future__ import annotations

import pytest

from generator.persian import Refused, counting_letter


@pytest.mark.parametrize(
    ("number", "letter"),
    [(1, "الف"), (2, "ب"), (3, "پ"), (32, "ی"), (33, "الف\u200cالف"), (34, "الف\u200cب"), (65, "ب\u200cالف")],
)
def test_items_are_counted_by_the_letters_of_the_alphabet(number: int, letter: str) -> None:
    assert counting_letter(number) == letter


def test_there_is_no_letter_before_the_first() -> None:
    with pytest.raises(Refused):
        counting_letter(0)
