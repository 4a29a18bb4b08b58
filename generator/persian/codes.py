"""Official numbers: ids of persons and companies, bank accounts, telephones, postal codes.

Each parser returns the number in its canonical form, Western digits without spaces, and refuses one that cannot be
right. A control digit proves only that nobody mistyped it, not that the number was given to anyone.
"""

from __future__ import annotations

import re

from generator.persian.digits import numeral, to_persian, to_western
from generator.persian.letters import normalise
from generator.persian.refusal import Refused

_BETWEEN = re.compile(r"[\s\u200c\u200e\u200f\-–_]")

_LEGAL_WEIGHTS = (29, 27, 23, 19, 17, 29, 27, 23, 19, 17)


def parse_legal_id(text: str) -> str:
    """Read a national id of a legal person (شناسهٔ ملی): 11 digits, the last a control digit."""
    digits = _digits(text, 11, "legal-id-form")
    numbers = [int(digit) for digit in digits]
    shift = numbers[9] + 2
    total = sum((number + shift) * weight for number, weight in zip(numbers, _LEGAL_WEIGHTS, strict=False))
    if len(set(digits)) == 1 or total % 11 % 10 != numbers[10]:
        raise Refused("legal-id-control", text=text)
    return digits


def parse_national_code(text: str) -> str:
    """Read a national code of a person (کد ملی): 10 digits, the last a control digit."""
    digits = _digits(text, 10, "national-code-form")
    numbers = [int(digit) for digit in digits]
    rest = sum(number * (10 - place) for place, number in enumerate(numbers[:9])) % 11
    if len(set(digits)) == 1 or numbers[9] != (rest if rest < 2 else 11 - rest):
        raise Refused("national-code-control", text=text)
    return digits


def parse_economic_code(text: str) -> str:
    """Read an economic code (کد اقتصادی): 12 digits, 14 in the newer series; a legal person's may be its national id."""
    compact = _compact(text)
    if re.fullmatch(r"[0-9]{11}", compact):
        return parse_legal_id(text)
    if not re.fullmatch(r"[0-9]{12}|[0-9]{14}", compact) or len(set(compact)) == 1:
        raise Refused("economic-code-form", text=text)
    return compact


def parse_sheba(text: str) -> str:
    """Read a bank account number (شبا): IR and 24 digits, checked by ISO 7064 mod 97-10."""
    compact = _compact(text).upper()
    if not re.fullmatch(r"IR\d{24}", compact):
        code = "sheba-without-ir" if re.fullmatch(r"\d{24}", compact) else "sheba-form"
        raise Refused(code, text=text, example=f"IR{compact}" if compact.isdecimal() else "")
    # ISO 13616: country letters as numbers (I=18, R=27) and the check digits go to the end.
    if int(compact[4:] + "1827" + compact[2:4]) % 97 != 1:
        raise Refused("sheba-control", text=text)
    return compact


def parse_telephone(text: str) -> str:
    """Read a telephone number with its area code, or a mobile number: 11 digits that begin with 0; +98 becomes 0."""
    compact = re.sub(r"[()/.]", "", _compact(text))
    compact = re.sub(r"^(?:\+|00)98", "0", compact)
    if re.fullmatch(r"[1-9]\d{7}", compact):
        raise Refused("telephone-without-area", text=text, example=to_persian(f"051-{compact}"))
    if not re.fullmatch(r"0(?:9\d{9}|[1-8]\d[1-9]\d{7})", compact):
        raise Refused("telephone-form", text=text)
    return compact


def parse_postal_code(text: str) -> str:
    """Read a postal code: 10 digits, the first not zero and not all the same."""
    digits = _digits(text, 10, "postal-code-form")
    if digits[0] == "0" or len(set(digits)) == 1:
        raise Refused("postal-code-impossible", text=text)
    return digits


KIND_CODE = "[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]{1,3}"
"""The letters that stand for a kind of document in the numbers of the register."""


def parse_register_number(text: str) -> str:
    """Read a number of the programme's register (`1404/ق/12`): year, letters of the kind, count."""
    compact = re.sub(r"[\s\u200c\u200e\u200f]", "", to_western(normalise(text)))
    if not re.fullmatch(rf"1[34][0-9]{{2}}/{KIND_CODE}/[1-9][0-9]{{0,5}}", compact):
        raise Refused("register-number-form", text=text)
    return compact


def _compact(text: str) -> str:
    return _BETWEEN.sub("", to_western(normalise(text)))


def _digits(text: str, count: int, code: str) -> str:
    compact = _compact(text)
    if not re.fullmatch(r"[0-9]+", compact) or len(compact) != count:
        found = sum(character in "0123456789" for character in compact)
        raise Refused(code, text=text, count=numeral(found))
    return compact
