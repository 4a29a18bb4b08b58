"""Digits and printed numbers: Persian digits, «٬» between thousands, «٫» before decimals, «٪» after."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
WESTERN = "0123456789"

THOUSANDS_SEPARATOR = "٬"
DECIMAL_SEPARATOR = "٫"
PERCENT_SIGN = "٪"
MINUS_SIGN = "−"

_NOT_PERSIAN = re.compile(f"[{WESTERN}{ARABIC_INDIC}]")
_TO_PERSIAN = str.maketrans(WESTERN + ARABIC_INDIC, PERSIAN * 2)
_TO_WESTERN = str.maketrans(PERSIAN + ARABIC_INDIC, WESTERN * 2)
_SIGNS = str.maketrans({",": THOUSANDS_SEPARATOR, ".": DECIMAL_SEPARATOR, "-": MINUS_SIGN})


def to_persian(text: str) -> str:
    """Change Western and Arabic-Indic digits to Persian ones, and nothing else."""
    return text.translate(_TO_PERSIAN) if _NOT_PERSIAN.search(text) else text  # the search is a tenth of the work


def numeral(number: int) -> str:
    """Print a whole number in Persian digits, without groups."""
    return to_persian(str(number))


def to_western(text: str) -> str:
    """Change Persian and Arabic-Indic digits to Western ones, and nothing else."""
    return text.translate(_TO_WESTERN)


def group(number: int) -> str:
    """Print a whole number in Persian digits, grouped by three: `1250000` -> «۱٬۲۵۰٬۰۰۰», `-5` -> «−۵» (U+2212)."""
    return _printed(f"{number:,}")


def decimal_text(number: Decimal, places: int | None = None) -> str:
    """Print a decimal in Persian digits: `1234.5` -> «۱٬۲۳۴٫۵».

    With `places` it is rounded half up to just so many decimals; without, all but trailing zeros are printed.
    """
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{number if number else abs(number):,f}"
    return _printed(text.rstrip("0").rstrip(".") if places is None and "." in text else text)


def percent_text(number: Decimal, places: int | None = None) -> str:
    """Print a percentage, its sign after the number without a space: `7.5` -> «۷٫۵٪»."""
    return decimal_text(number, places) + PERCENT_SIGN


def _printed(western: str) -> str:
    return to_persian(western.translate(_SIGNS))
