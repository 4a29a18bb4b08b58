"""A legal rate is that of the day on which it is asked for."""

from __future__ import annotations

import pytest

from generator.model.known import UNKNOWN
from generator.model.records.legal import Legal
from generator.model.records.secretariat import Secretariat
from generator.persian import parse_date


def vat(value: str, **interval: str) -> dict[str, str]:
    return {"id": "vat", "title": "مالیات", "value": value, "law": "قانون", **interval}


LEGAL = Legal.model_validate(
    {
        "rates": [
            vat("10", valid_from="1403/01/01"),
            vat("9", valid_from="1400/10/13", valid_to="1402/12/29"),
            {"id": "ban", "title": "منع مداخله", "law": "قانون"},
        ]
    }
)


@pytest.mark.parametrize(("day", "value"), [("1400/10/13", 9), ("1402/12/29", 9), ("1403/01/01", 10), ("1410/01/01", 10)])
def test_the_interval_that_holds_on_the_day_gives_the_rate(day: str, value: int) -> None:
    assert LEGAL.rate("vat", parse_date(day)).value == value


def test_without_a_day_and_while_it_is_unknown_the_latest_interval_gives_the_rate() -> None:
    assert LEGAL.rate("vat").value == 10
    assert LEGAL.rate("vat", UNKNOWN).value == 10


def test_a_rate_without_dates_holds_on_every_day() -> None:
    assert LEGAL.rate("ban", parse_date("1350/01/01")).law == "قانون"


@pytest.mark.parametrize(("rate_id", "day"), [("vat", "1400/10/12"), ("other", "1404/01/01")])
def test_no_rate_is_made_up_for_a_day_without_one(rate_id: str, day: str) -> None:
    with pytest.raises(KeyError):
        LEGAL.rate(rate_id, parse_date(day))


def test_the_signatory_is_the_one_of_the_day() -> None:
    secretariat = Secretariat.model_validate(
        {
            "name": "دبیرخانه",
            "organisation": ["استانداری"],
            "director_post": "مدیرکل",
            "signatories": [
                {"id": "first", "post": "مدیرکل", "valid_from": "1402/01/01", "valid_to": "1403/12/30"},
                {"id": "second", "post": "سرپرست", "valid_from": "1404/01/01"},
            ],
        }
    )
    found = [secretariat.signatory(parse_date(day)) for day in ("1401/12/29", "1403/12/30", "1404/01/01")]
    assert [signatory and signatory.id for signatory in found] == [None, "first", "second"]
