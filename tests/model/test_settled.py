"""Posts have the holder of the day, terms the amount of the day, and a question is as settled as its answer."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.known import UNKNOWN, NotListedError
from generator.model.records.bodies import Bodies
from generator.model.records.catalogue import Catalogue
from generator.model.records.contacts import Contact, Contacts
from generator.model.records.keepers import Keepers
from generator.model.records.operators import Operators
from generator.model.records.statements import Statement
from generator.model.records.terms import Term, Terms
from generator.model.views.due import DAYS_TO_REPORT, REPORT_TERM
from generator.persian import parse_date
from tests import plans

RULING = {"by": "headquarters", "number": "۱۲", "date": "۱۴۰۳/۱۲/۰۱"}


def contact(*holders: dict[str, str], **more: str) -> Contact:
    given = {
        "id": "head",
        "post": "مدیرکل",
        "of": "roads-urban",
        "addressed_as": "مدیرکل محترم",
        "holders": list(holders),
        **more,
    }
    return Contact.model_validate(given)


def term(**more: Any) -> Term:
    return Term.model_validate({"id": "reply", "title": "پاسخ", "unit": "روز", "amount": "۱۵", **more})


HEAD = contact(
    {"name": "نام نخست", "honorific": "جناب آقای", "valid_to": "۱۴۰۳/۰۶/۳۱"},
    {"name": "نام دوم", "honorific": "سرکار خانم", "valid_from": "۱۴۰۳/۰۸/۰۱"},
)


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("1403/06/31", "جناب آقای نام نخست"),
        ("1403/07/15", ""),
        ("1403/08/01", "سرکار خانم نام دوم"),
    ],
)
def test_a_letter_of_a_day_names_who_held_the_post_on_it(day: str, line: str) -> None:
    assert HEAD.salutation(parse_date(day)) == line


def test_a_letter_without_a_day_names_the_present_holder() -> None:
    assert HEAD.salutation() == HEAD.salutation(UNKNOWN) == "سرکار خانم نام دوم"


@pytest.mark.parametrize("known", [{}, {"name": "نام"}, {"honorific": "سرکار خانم"}], ids=["nothing", "name", "honorific"])
def test_a_holder_who_is_not_wholly_known_is_not_named(known: dict[str, str]) -> None:
    assert contact(known).salutation() == ""
    assert contact().holder() is None


def test_an_envelope_bears_the_organisation_of_the_post_or_its_own_words(catalogue: Catalogue) -> None:
    parts = {"bodies": Bodies(bodies=()), "operators": Operators(), "contacts": Contacts(contacts=(HEAD,))}
    whole = catalogue.model_copy(update=parts)
    assert whole.organisation(whole.contact("head")) == "راه و شهرسازی"
    assert whole.organisation(contact(organisation="دفتر الف")) == "دفتر الف"
    with pytest.raises(NotListedError):
        whole.contact("tail")


def test_a_term_has_the_amount_of_the_day() -> None:
    terms = Terms(terms=(term(valid_to="۱۴۰۳/۱۲/۳۰"), term(amount="۱۰", valid_from="۱۴۰۴/۰۱/۰۱")))
    amounts = [terms.term("reply", day).amount for day in (parse_date("1403/12/30"), parse_date("1404/01/01"), UNKNOWN, None)]
    assert amounts == [15, 10, 10, 10]
    with pytest.raises(NotListedError):
        terms.term("replies")


@pytest.mark.parametrize(
    ("more", "basis"),
    [
        ({"law": "ماده ۱", "usual": "بله"}, "قانون"),
        ({"ruling": RULING, "usual": "بله"}, "مصوب"),
        ({"lines": ["۲۷۲"]}, "سند"),
        ({"usual": "بله"}, "معمول"),
        ({}, "پیشنهاد"),
    ],
)
def test_a_term_rests_on_the_strongest_that_it_names(more: dict[str, Any], basis: str) -> None:
    assert term(**more).basis == basis


@pytest.mark.parametrize(
    ("more", "state"),
    [({}, "باز"), ({"answer": "ستاد"}, "پیشنهاد"), ({"answer": "ستاد", "ruling": RULING}, "مصوب")],
)
def test_a_question_is_open_until_answered_and_a_proposal_until_decided(more: dict[str, Any], state: str) -> None:
    assert Statement.model_validate({"id": "q", "question": "چه کسی؟", **more}).state == state


def test_a_neighbourhood_has_the_keeper_who_names_it_or_none() -> None:
    keepers = Keepers.model_validate({"keepers": [{"id": "east", "post": "کارشناس", "neighbourhoods": ["z1-alef"]}]})
    found = keepers.keeper_of("z1-alef")
    assert found is not None and found.id == "east"
    assert keepers.keeper_of("z2-be") is None


def test_the_days_of_a_report_are_those_of_the_published_term() -> None:
    workspace = plans.project().workspace
    assert workspace is not None
    assert workspace.catalogue.term(REPORT_TERM).amount == DAYS_TO_REPORT
