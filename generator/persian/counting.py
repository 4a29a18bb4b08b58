"""Letters that count the items of a list: «الف»، «ب»، «پ» …"""

from __future__ import annotations

from generator.persian.invisible import ZWNJ
from generator.persian.refusal import Refused

LETTERS: tuple[str, ...] = ("الف", *"بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی")


def counting_letter(number: int) -> str:
    """Return the letter of the nth item, from 1; after «ی» comes «الف‌الف».

    Refuses zero and negative numbers.
    """
    if number < 1:
        raise Refused("ordinal-not-positive", text=str(number))
    before, last = divmod(number - 1, len(LETTERS))
    return counting_letter(before) + ZWNJ + LETTERS[last] if before else LETTERS[last]
