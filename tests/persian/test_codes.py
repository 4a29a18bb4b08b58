"""Official numbers by form and control digit."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.persian import (
    Refused,
    parse_economic_code,
    parse_legal_id,
    parse_national_code,
    parse_postal_code,
    parse_sheba,
    parse_telephone,
)

GOOD = [
    (parse_legal_id, "10380284790", "10380284790"),
    (parse_legal_id, "۱۰۳۸۰۲۸۴۷۹۰", "10380284790"),
    (parse_legal_id, "1038-0284790", "10380284790"),
    (parse_legal_id, "14007650912", "14007650912"),
    (parse_legal_id, "10861677542", "10861677542"),
    (parse_national_code, "0084575948", "0084575948"),
    (parse_national_code, "۰۰۸-۴۵۷۵۹۴-۸", "0084575948"),
    (parse_national_code, "0499370899", "0499370899"),
    (parse_national_code, "0790419904", "0790419904"),
    (parse_economic_code, "411112345678", "411112345678"),
    (parse_economic_code, "۴۱۱۱-۱۲۳۴-۵۶۷۸", "411112345678"),
    (parse_economic_code, "41111234567812", "41111234567812"),
    (parse_economic_code, "۱۰۳۸۰۲۸۴۷۹۰", "10380284790"),
    (parse_sheba, "IR062960000000100324200001", "IR062960000000100324200001"),
    (parse_sheba, "ir06 2960 0000 0010 0324 2000 01", "IR062960000000100324200001"),
    (parse_sheba, "IR۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱", "IR062960000000100324200001"),
    (parse_telephone, "051-32123456", "05132123456"),
    (parse_telephone, "۰۵۱ ۳۲۱۲ ۳۴۵۶", "05132123456"),
    (parse_telephone, "(051) 32123456", "05132123456"),
    (parse_telephone, "+98 51 32123456", "05132123456"),
    (parse_telephone, "0098-915-123-4567", "09151234567"),
    (parse_telephone, "۰۹۱۵۱۲۳۴۵۶۷", "09151234567"),
    (parse_postal_code, "9137913316", "9137913316"),
    (parse_postal_code, "۹۱۳۷۹-۱۳۳۱۶", "9137913316"),
]

WRONG = [
    (parse_legal_id, "", "legal-id-form"),
    (parse_legal_id, "1038028479", "legal-id-form"),
    (parse_legal_id, "103802847901", "legal-id-form"),
    (parse_legal_id, "1038028479x", "legal-id-form"),
    (parse_legal_id, "10380284791", "legal-id-control"),
    (parse_legal_id, "10380284970", "legal-id-control"),
    (parse_legal_id, "11111111111", "legal-id-control"),
    (parse_national_code, "84575948", "national-code-form"),
    (parse_national_code, "00845759481", "national-code-form"),
    (parse_national_code, "۰۰۸۴۵۷۵۹۴²", "national-code-form"),
    (parse_national_code, "0084575949", "national-code-control"),
    (parse_national_code, "0084579548", "national-code-control"),
    (parse_national_code, "1111111111", "national-code-control"),
    (parse_economic_code, "", "economic-code-form"),
    (parse_economic_code, "41111234567", "legal-id-control"),
    (parse_economic_code, "4111123456781", "economic-code-form"),
    (parse_economic_code, "111111111111", "economic-code-form"),
    (parse_economic_code, "41111234567x", "economic-code-form"),
    (parse_sheba, "", "sheba-form"),
    (parse_sheba, "IR06296000000010032420000", "sheba-form"),
    (parse_sheba, "GB062960000000100324200001", "sheba-form"),
    (parse_sheba, "062960000000100324200001", "sheba-without-ir"),
    (parse_sheba, "IR062960000000100324200002", "sheba-control"),
    (parse_sheba, "IR602960000000100324200001", "sheba-control"),
    (parse_telephone, "32123456", "telephone-without-area"),
    (parse_telephone, "۰۵۱-۳۲۱۲۳۴۵۶-۸", "telephone-form"),
    (parse_telephone, "0513212345", "telephone-form"),
    (parse_telephone, "137", "telephone-form"),
    (parse_telephone, "0512123456x", "telephone-form"),
    (parse_telephone, "05102123456", "telephone-form"),
    (parse_postal_code, "913791331", "postal-code-form"),
    (parse_postal_code, "91379133160", "postal-code-form"),
    (parse_postal_code, "9137913O16", "postal-code-form"),
    (parse_postal_code, "0137913316", "postal-code-impossible"),
    (parse_postal_code, "1111111111", "postal-code-impossible"),
]


@pytest.mark.parametrize(("parse", "text", "canonical"), GOOD)
def test_a_right_number_comes_back_in_canonical_form(parse: Callable[[str], str], text: str, canonical: str) -> None:
    assert parse(text) == canonical


@pytest.mark.parametrize(("parse", "text", "code"), WRONG)
def test_a_wrong_number_is_refused_for_its_own_reason(parse: Callable[[str], str], text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text)
    assert refusal.value.code == code


def _mistyped(right: str) -> list[str]:
    """Every number that differs from the right one in a single digit."""
    places = [match.start() for match in re.finditer("[0-9]", right)]
    return [right[:place] + digit + right[place + 1 :] for place in places for digit in "0123456789" if digit != right[place]]


def _accepted(parse: Callable[[str], str], numbers: list[str]) -> int:
    accepted = 0
    for number in numbers:
        try:
            parse(number)
        except Refused:
            continue
        accepted += 1
    return accepted


def test_any_single_mistyped_digit_of_an_account_is_found() -> None:
    assert _accepted(parse_sheba, _mistyped("IR062960000000100324200001")) == 0


@pytest.mark.parametrize(("parse", "right"), [(parse_legal_id, "10380284790"), (parse_national_code, "0084575948")])
def test_nearly_every_mistyped_digit_of_an_id_is_found(parse: Callable[[str], str], right: str) -> None:
    # Modulo 11 leaves eleven remainders for ten digits, so that two of them share one control digit.
    wrong = _mistyped(right)
    assert _accepted(parse, wrong) <= len(wrong) // 10
