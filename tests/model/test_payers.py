"""Who pays for a plan."""

from __future__ import annotations

from decimal import Decimal

from generator.model.records.agencies import Recipient
from generator.model.records.catalogue import Catalogue
from generator.model.views.payers import name


def companies(catalogue):
    """The catalogue, its municipality made of two companies."""
    two = tuple(Recipient(id=each, name=f"شرکت {each}", head_title="مدیرعامل") for each in ("water", "gas"))
    roads, municipality = catalogue.agencies
    return Catalogue.model_construct(agencies=(roads, municipality.model_copy(update={"recipients": two})))


def test_every_rial_is_somebodys_or_among_those_without_a_payer(action, plan, line, catalogue):
    lines = [
        line(40, agency="roads-urban"),
        {**line(25, "خیرین"), "payer": "خیر نمونه"},
        line(20, "مشارکت مردم"),
        line(15, "تسهیلات بانکی"),
    ]
    found = name(plan(action(budget=lines)), catalogue)
    assert [(payer.title, payer.amount, payer.share) for payer in found.all] == [
        ("راه و شهرسازی", 40, Decimal(40)), ("خیر نمونه", 25, Decimal(25)), ("ساکنان محله", 20, Decimal(20)),
    ]  # fmt: skip
    assert [(each.line.source, each.line.amount) for each in found.unpaid] == [("تسهیلات بانکی", 15)]
    assert sum(payer.amount for payer in found.all) + found.unpaid_amount == found.total == 100


def test_a_payer_has_the_sources_of_all_its_lines(action, plan, line, catalogue):
    own = line(40, agency="roads-urban")
    found = name(plan(action(budget=[own, own, line(5, "اعتبارات استانی", agency="roads-urban")])), catalogue)
    assert [payer.sources for payer in found.all] == [(own["source"], "اعتبارات استانی")]


def test_of_several_companies_the_one_that_answers_pays(action, plan, line, catalogue):
    asked = {"lead": "municipality", "budget": [line(7, agency="municipality")]}
    named = name(plan(action(**asked, recipients=["gas", "water"])), companies(catalogue))
    assert [(payer.id, payer.title) for payer in named.recipients] == [("gas", "شرکت gas")]
    none = name(plan(action(**asked)), companies(catalogue))
    assert (none.all, none.unpaid_amount) == ((), 7)


def test_only_what_is_allotted_or_promised_counts_as_firm(action, plan, line, catalogue):
    lines = [
        {**line(amount, agency="roads-urban"), "certainty": how} for amount, how in ((5, "قطعی"), (3, "تعهد"), (2, "پیش‌بینی"))
    ]
    found = name(plan(action(budget=[*lines, line(1, agency="roads-urban")])), catalogue)
    assert (found.firm, found.unsure, found.firm_share) == (8, 3, Decimal("72.7"))
    assert [(payer.firm, payer.unsure) for payer in found.all] == [(8, 3)]


def test_payers_come_by_their_amounts_and_recipients_before_others(action, plan, line, catalogue):
    lines = [line(90, "مشارکت مردم"), line(5, agency="roads-urban"), line(10, agency="municipality")]
    found = name(plan(action(budget=lines)), catalogue)
    assert [payer.title for payer in found.all] == ["شهرداری", "راه و شهرسازی", "ساکنان محله"]
