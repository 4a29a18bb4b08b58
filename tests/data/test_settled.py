"""What the secretariat settles: every recipient has a post, every printed number its term, every inference its question."""

from __future__ import annotations

import re

import pytest

from generator.model.known import Unknown
from generator.persian import in_words
from tests import plans

WORKSPACE = plans.project().workspace
assert WORKSPACE is not None
CATALOGUE = WORKSPACE.catalogue

TEMPLATES = plans.ROOT / "templates" / "fa"
MONITORING = "action-plan/monitoring.html.j2"

MONITORED = {"agency-report", "late-agency-reason", "quarterly-report", "evaluation-interval", "year-programme"}
"""Terms that the action plan asks for by their ids."""

ELSEWHERE = {"report-after-period"}
"""Terms that no template prints: lists reckon with it."""


_SAID = re.compile(r"say\('([a-z-]+)'\)")


def _said_in_the_contract() -> set[str]:
    """The terms that the articles of the contract ask for by id; they type no number of their own."""
    return {term for file in (TEMPLATES / "contract").glob("*.j2") for term in _SAID.findall(file.read_text(encoding="utf-8"))}


def test_no_deadline_or_share_is_typed_into_the_contract() -> None:
    number = "|".join({in_words(each) for each in (*range(1, 101), 180, 365)} | {"[0-9۰-۹]+"})
    typed = re.compile(rf"(?<![\w\u200c])(?:{number})(?: |\u200c)?(?:روز|ماه|سال|هفته|بار|درصد|٪)")
    found = {
        file.name: typed.findall(re.sub(r"{[{%#].*?[}%#]}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL))
        for file in (TEMPLATES / "contract").glob("*.j2")
    }
    assert {name: words for name, words in found.items() if words} == {}
    assert typed.search("ظرف پانزده روز") and typed.search("۱۰٪") and len(_said_in_the_contract()) > 25


@pytest.mark.parametrize("term_id", sorted(MONITORED))
def test_a_number_of_the_monitoring_is_asked_for_by_the_id_of_its_term(term_id: str) -> None:
    assert f"said('{term_id}')" in (TEMPLATES / MONITORING).read_text(encoding="utf-8")


def test_every_term_is_printed_or_reckoned_with_and_rests_on_something_said() -> None:
    terms = CATALOGUE.terms.terms
    assert {term.id for term in terms} == MONITORED | ELSEWHERE | _said_in_the_contract()
    of_the_source = {term.id for term in terms if term.basis == "سند"}
    assert of_the_source == {"quarterly-report", "evaluation-interval", "year-programme"}
    assert {term.id for term in terms if term.basis == "پیشنهاد"} == {
        "agency-report",
        "late-agency-reason",
        "report-after-period",
    }


def test_every_recipient_of_letters_has_a_post_that_is_addressed_with_respect() -> None:
    contacts = CATALOGUE.contacts.contacts
    of = {contact.of for contact in contacts}
    recipients = [recipient.id for agency in CATALOGUE.agencies for recipient in agency.recipients]
    assert len(recipients) == 16 and of.issuperset(recipients)
    assert of.issuperset(body.id for body in CATALOGUE.bodies.bodies if not isinstance(body.chair, Unknown))
    assert [contact.id for contact in contacts if "محترم" not in contact.addressed_as] == []
    assert [contact.id for contact in contacts if not CATALOGUE.organisation(contact)] == []


def test_nobody_is_named_among_the_contacts_and_whom_to_ask_is_said() -> None:
    for contact in CATALOGUE.contacts.contacts:
        holder = contact.holder()
        assert holder is not None and isinstance(holder.name, Unknown) and holder.name.who, contact.id
        assert isinstance(contact.address, Unknown) and contact.address.who, contact.id


def test_what_a_body_does_not_know_or_was_inferred_is_a_question() -> None:
    for body in CATALOGUE.bodies.bodies:
        asked = set(body.statements)
        for fact in ("chair", "secretary", "members"):
            value = getattr(body, fact)
            if isinstance(value, Unknown) and value.reason:
                assert f"{body.id}-{fact}" in asked, (body.id, fact)
        parent = body.parent
        if body.id != "governorate" and isinstance(parent, Unknown):
            assert "bodies-outside-structure" in asked and parent.reason, body.id
    inferred = {body.id for body in CATALOGUE.bodies.bodies if any("parent" in each for each in body.statements)}
    assert inferred >= {
        "evaluation-committee",
        "facilitation-office",
        "strategic-committee",
        "county-committee",
        "headquarters",
    }


def test_nothing_that_the_source_leaves_open_is_said_to_be_decided() -> None:
    states = {statement.id: statement.state for statement in CATALOGUE.statements.statements}
    assert "مصوب" not in states.values()
    assert states["notification-sender"] == states["contract-employer"] == states["review-before-contract"] == "باز"
    assert states["quarterly-report-recipient"] == states["approved-by-headquarters"] == "پیشنهاد"
