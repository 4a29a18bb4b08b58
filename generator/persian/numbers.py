"""Counts, decimals, percentages, amounts and yes/no as people write them.

Digits may be Persian, Arabic-Indic or Western. Between thousands stand «٬», «،» or «,», always three by three;
before decimals stands «٫» or «.», and «/» among Persian digits. What could be read in two ways is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.persian.digits import ARABIC_INDIC, PERSIAN, group, to_western
from generator.persian.invisible import ZWNJ
from generator.persian.letters import fold, normalise
from generator.persian.refusal import Refused

# Below 10**15 every number has its words, and with nine decimals it is still exact in `Decimal`.
_MOST_DIGITS = 15
_MOST_DECIMALS = 9
_DIRECTION_MARKS = re.compile(r"[\u200e\u200f]")
_MINUS = re.compile(r"^[-−–]\s*")
_WHOLE = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([٬،,])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"(?P<whole>[0-9٬،,]+)(?P<point>[٫./])(?P<decimals>[0-9]+)")
_EASTERN = re.compile(f"[{PERSIAN}{ARABIC_INDIC}]")
_PERCENT = re.compile(r"^[٪%]\s*(.+)$|^(.+?)\s*(?:[٪%]|درصد)$")


def parse_count(text: str) -> int:
    """Read a whole number, zero or more: «۱٬۲۵۰», `1,250`, ۱۲. Refuses decimals, negative numbers and units."""
    spelled = _spelled(text)
    if _MINUS.match(spelled):
        raise Refused("number-negative", text=text)
    if re.fullmatch(r"[0-9٬،,]+[٫./][0-9]+", to_western(spelled)):
        raise Refused("number-not-whole", text=text)
    return _whole(text, to_western(spelled))


def parse_decimal(text: str) -> Decimal:
    """Read an exact decimal, negative ones too: «۱۲٫۵», «۱۲/۵», `12.5`, «۱٬۲۳۴٫۵», «−۳».

    Refuses what could be two numbers: `12/5` in Western digits (a fraction?), «۱۲/۳۴۵» and «۱۲.۳۴۵» in Persian
    digits (thousands?). `12.345` in Western digits is a decimal, as in every data file.
    """
    spelled = _spelled(text)
    sign = -1 if _MINUS.match(spelled) else 1
    spelled = _MINUS.sub("", spelled)
    western = to_western(spelled)
    found = _DECIMAL.fullmatch(western)
    if not found:
        return Decimal(sign * _whole(text, western))
    eastern = _EASTERN.search(spelled) is not None
    if found["point"] == "/" and not eastern:
        raise Refused("number-slash-ambiguous", text=text)
    like_thousands = len(found["decimals"]) == 3 and 1 <= len(found["whole"].lstrip("0")) <= 3
    if eastern and found["point"] in "./" and like_thousands:
        raise Refused("number-point-ambiguous", text=text)
    if len(found["decimals"]) > _MOST_DECIMALS:
        raise Refused("number-too-fine", text=text)
    return sign * Decimal(f"{_whole(text, found['whole'])}.{found['decimals']}")


def parse_percent(text: str) -> Decimal:
    """Read a percentage as the number before the sign: «۱۲٫۵٪», `12.5%`, «٪۱۲», «۱۲ درصد» and plain `12.5`."""
    spelled = _DIRECTION_MARKS.sub("", normalise(text))
    found = _PERCENT.fullmatch(spelled)
    try:
        return parse_decimal(found[1] or found[2] if found else spelled)
    except Refused as refused:
        raise Refused(refused.code, **refused.values | {"text": text}) from refused


def parse_flag(text: str) -> bool:
    """Read yes or no: «بله»/«خیر» and their common synonyms, true/false."""
    folded = fold(text)
    if folded not in _FLAGS:
        raise Refused("flag-not-understood", text=text)
    return _FLAGS[folded]


_FLAGS = {fold(word): True for word in ("بله", "بلی", "آری", "yes", "true")} | {
    fold(word): False for word in ("خیر", "نه", "no", "false")
}

_SCALES = {"هزار": 10**3, "میلیون": 10**6, "ملیون": 10**6, "میلیارد": 10**9, "ملیارد": 10**9}
_SCALE_WORDS = "|".join(_SCALES)
_RIAL = re.compile(r"\s*(?:ریال|﷼|rials?|irr)$", re.IGNORECASE)
_TOMAN = re.compile(r"تومان|تومن|همت|toman", re.IGNORECASE)
_FOREIGN_MONEY = re.compile(r"دلار|یورو|درهم|\$|€|usd|eur", re.IGNORECASE)
_PART = re.compile(rf"(?P<number>\S+?)\s*(?P<scales>(?:(?:{_SCALE_WORDS})\s*)*)")


def parse_rials(text: str) -> int:
    """Read an amount in whole rials: «۱٬۲۵۰٬۰۰۰٬۰۰۰ ریال», «۱۲۵۰ میلیون ریال», or a bare whole number.

    «۱٫۲۵ میلیارد ریال» and «۱ میلیارد و ۲۵۰ میلیون ریال» are amounts too. Refuses toman, other money, a scale
    without its unit, and parts of a rial.
    """
    spelled = _spelled(text).replace(ZWNJ, " ")
    if _TOMAN.search(spelled):
        raise _toman(text, spelled)
    if _FOREIGN_MONEY.search(spelled):
        raise Refused("money-foreign", text=text)
    if _MINUS.match(spelled):
        raise Refused("number-negative", text=text)
    amount = _RIAL.sub("", spelled)
    if amount == spelled and re.search(_SCALE_WORDS, spelled):
        raise Refused("rials-unit-missing", text=text)
    return _amount(text, amount)


def _amount(text: str, amount: str) -> int:
    """Add number-and-scale parts joined by «و», each smaller than the one before."""
    total, before = Decimal(0), None
    for part in re.split(r"\s+و\s+", amount):
        found = _PART.fullmatch(part.strip())
        if not found or not re.search(r"[0-9]", to_western(found["number"])):
            raise Refused("rials-not-understood", text=text)
        scale = 1
        for word in re.findall(_SCALE_WORDS, found["scales"]):
            scale = min(scale * _SCALES[word], 10**_MOST_DIGITS)
        try:
            value = parse_decimal(found["number"]) * scale
        except Refused as refused:
            code = "rials-not-understood" if refused.code == "number-not-understood" else refused.code
            raise Refused(code, **refused.values | {"text": text}) from refused
        if before is not None and scale >= before:
            raise Refused("rials-not-understood", text=text)
        total, before = total + value, scale
    if total != int(total):
        raise Refused("rials-not-whole", text=text)
    if total >= 10**_MOST_DIGITS:
        raise Refused("number-too-large", text=text)
    return int(total)


def _toman(text: str, spelled: str) -> Refused:
    """Return the refusal of an amount in toman, with the rials that it may mean where that can be computed."""
    try:
        rials = 10 * _amount(text, _TOMAN.sub("", spelled).strip())
    except Refused:
        return Refused("money-toman", text=text, example=f"{group(1_250_000_000)} ریال")
    return Refused("money-toman", text=text, example=f"{group(rials)} ریال")


def _spelled(text: str) -> str:
    """Give a text one spelling, without direction marks, with its own digits."""
    return _DIRECTION_MARKS.sub("", normalise(text))


def _whole(text: str, western: str) -> int:
    """Return the value of digits with or without thousands separators; `text` is what a refusal quotes."""
    digits = re.sub(r"[٬،,]", "", western)
    if not _WHOLE.fullmatch(western) and not _GROUPED.fullmatch(western):
        raise Refused(_why_not_whole(western, digits), text=text)
    if len(digits.lstrip("0")) > _MOST_DIGITS:
        raise Refused("number-too-large", text=text)
    return int(digits)


def _why_not_whole(western: str, digits: str) -> str:
    if not western:
        return "number-empty"
    if digits.isascii() and digits.isdecimal():
        return "number-grouping"
    if re.match(r"[0-9٬،,٫./]*[0-9]\s*[^\W0-9_]", western):
        return "number-with-words"
    return "number-not-understood"
