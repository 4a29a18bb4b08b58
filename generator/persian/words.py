"""Numbers in words, as banknotes and cheques have them, and ordinals.

In a contract the words prevail over the figures, so two numbers never have the same words.
"""

from __future__ import annotations

from generator.persian.invisible import ZWNJ
from generator.persian.refusal import Refused

LIMIT = 10**15

_BELOW_TEN = ("صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه")
_TEENS = ("ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده")
_BELOW_TWENTY = _BELOW_TEN + _TEENS
_TENS = ("", "ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_SCALES = ((10**9, "میلیارد"), (10**6, "میلیون"), (10**3, "هزار"))

# Letters that do not join the next one: after them a half-space is neither needed nor allowed.
_NON_JOINING = "اآدذرزژو"


def in_words(number: int) -> str:
    """Write a whole number in words, as on banknotes: `1250000000` -> «یک میلیارد و دویست و پنجاه میلیون», `100` -> «یکصد».

    Above a milliard the milliards are counted («یک هزار و دویست میلیارد»), as offices do; there is no «تریلیون».
    A negative number begins with «منفی». Refuses 10**15 and beyond («number-too-large»).
    """
    if abs(number) >= LIMIT:
        raise Refused("number-too-large", text=str(number))
    if number < 0:
        return "منفی " + in_words(-number)
    return " و ".join(_parts(number)) if number else _BELOW_TWENTY[0]


def ordinal(number: int) -> str:
    """Write the ordinal of a positive number: «اول», «دوم», «سی‌ام», «بیست‌وسوم», «یکصد و بیست‌ویکم».

    One alone is «اول» (جلسهٔ اول); at the end of a compound it is «یکم». Refuses zero and negative numbers.
    """
    if number < 1:
        raise Refused("ordinal-not-positive", text=str(number))
    if number == 1:
        return "اول"
    *before, last = in_words(number).split(" و ")
    last = _ordinal_of_word(last)
    if before and before[-1] in _TENS:
        tens = before.pop()
        last = f"{tens}{'' if tens[-1] in _NON_JOINING else ZWNJ}و{last}"
    return " و ".join([*before, last])


def _parts(number: int) -> list[str]:
    """Return the words of a positive number that «و» joins, greatest first."""
    parts: list[str] = []
    for scale, name in _SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(f"{in_words(count)} {name}")
    if number >= 100:
        parts.append(_HUNDREDS[number // 100])
        number %= 100
    if number >= 20:
        parts.append(_TENS[number // 10])
        number %= 10
    if number:
        parts.append(_BELOW_TWENTY[number])
    return parts


def _ordinal_of_word(word: str) -> str:
    if word.endswith("سه"):
        return word[:-2] + "سوم"
    if word.endswith("سی"):
        return f"{word}{ZWNJ}ام"
    return word + "م"
