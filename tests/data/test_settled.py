"""What the secretariat settles: every recipient has a post, every printed number its term, every inference its question."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.known import Unknown
from generator.persian import in_words
from tests import plans

WORKSPACE = plans.project().workspace
assert WORKSPACE is not None
CATALOGUE = WORKSPACE.catalogue

TEMPLATES = plans.ROOT / "templates" / "fa"
DUTIES, TERMS = "contract/articles-duties.html.j2", "contract/articles-terms.html.j2"
MONITORING = "action-plan/monitoring.html.j2"

PRINTED = {
    "documents-to-operator": (DUTIES, "اسناد لازم برای انجام خدمات را ظرف {} روز"),
    "employer-reply": (DUTIES, "مکاتبات مجری ظرف {} روز"),
    "operator-progress-report": (DUTIES, "گزارش پیشرفت را هر {} ماه"),
    "operator-evaluation-data": (DUTIES, "ارزیابی را هر {} ماه"),
    "supervisor-opinion": (TERMS, "ناظر ظرف {} روز کاری"),
    "payment": (TERMS, "کارفرما ظرف {} روز کاری"),
    "repair": (TERMS, "مجری ظرف {} روز کاری"),
    "suspension-times": (TERMS, "قرارداد را {} بار"),
    "suspension": (TERMS, "حداکثر به مدت {} ماه"),
    "termination-warning": (DUTIES, "گذشت {} روز"),
    "late-start": (DUTIES, "آغاز کار بیش از {} روز"),
    "office-closed": (DUTIES, "رها کردن کار بیش از {} روز"),
    "settlement": (DUTIES, "تأیید ناظر رسیده است ظرف {} روز"),
    "notice-without-fault": (DUTIES, "اعلام کتبی {}‌روزه"),
    "force-majeure-notice": (DUTIES, "مراتب را ظرف {} روز"),
    "force-majeure-length": (DUTIES, "بیش از {} ماه ادامه"),
    "negotiation": (DUTIES, "حداکثر ظرف {} روز از تاریخ اعلام کتبی اختلاف"),
    "joint-commission": (DUTIES, "کمیسیون ظرف {} روز"),
    "address-change": (DUTIES, "نشانی خود را ظرف {} روز"),
}
"""Term -> the template that prints it, and the words around its amount."""

MONITORED = {"agency-report", "late-agency-reason", "quarterly-report", "evaluation-interval", "year-programme"}
"""Terms that the action plan asks for by their ids."""

ELSEWHERE = {"report-after-period"}
"""Terms that no template prints: lists reckon with it."""


@pytest.mark.parametrize("term_id", PRINTED)
def test_a_number_that_a_template_prints_is_that_of_its_term(term_id: str) -> None:
    term, (template, words) = CATALOGUE.term(term_id), PRINTED[term_id]
    assert isinstance(term.amount, Decimal)
    assert words.format(in_words(int(term.amount))) in (TEMPLATES / template).read_text(encoding="utf-8")


@pytest.mark.parametrize("term_id", MONITORED)
def test_a_number_of_the_monitoring_is_asked_for_by_the_id_of_its_term(term_id: str) -> None:
    assert f"said('{term_id}')" in (TEMPLATES / MONITORING).read_text(encoding="utf-8")


def test_every_term_is_printed_or_reckoned_with_and_rests_on_something_said() -> None:
    terms = CATALOGUE.terms.terms
    assert {term.id for term in terms} == PRINTED.keys() | MONITORED | ELSEWHERE
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
