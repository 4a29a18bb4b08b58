"""The part of each recipient in a plan, and what its sheets say."""

from __future__ import annotations

from generator.model.records.agencies import Recipient
from generator.model.records.catalogue import Catalogue
from generator.model.views.parts import divide
from generator.model.views.sheets import lay_out
from generator.persian import JalaliMonth


def with_companies(catalogue):
    """The catalogue, its roads made of two companies."""
    two = tuple(Recipient(id=each, name=f"شرکت {each}", head_title="مدیرعامل") for each in ("water", "gas"))
    roads, municipality = catalogue.agencies
    return Catalogue.model_construct(agencies=(roads.model_copy(update={"recipients": two}), municipality))


def codes(shares):
    return [share.action.id for share in shares]


def test_who_leads_and_who_helps_and_what_each_pays(action, plan, line, catalogue):
    actions = (
        action("a01", partners=["municipality"], budget=[line(70, agency="roads-urban"), line(30, agency="municipality")]),
        action("a02", lead="municipality", start="1404/02"),
    )
    roads, municipality = divide(plan(*actions), catalogue)
    assert (codes(roads.leads), codes(roads.helps), roads.amount) == (["a01"], [], 70)
    assert (codes(municipality.leads), codes(municipality.helps), municipality.amount) == (["a02"], ["a01"], 30)
    assert municipality.helps[0].answers == ("راه و شهرسازی",)
    assert municipality.begins == JalaliMonth(1404, 2)


def test_an_action_is_shared_where_its_leader_does_not_pay_all_of_it(action, plan, line, catalogue):
    alone = action("a01", budget=[line(70, agency="roads-urban")])
    with_others = action("a02", budget=[line(70, agency="roads-urban"), line(30, agency="municipality")])
    roads, _ = divide(plan(alone, with_others), catalogue)
    assert [share.shared for share in roads.leads] == [False, True]


def test_the_first_company_that_is_named_answers_and_the_other_helps(action, plan, catalogue):
    water, gas, _ = divide(plan(action("a01", recipients=["gas", "water"])), with_companies(catalogue))
    assert (codes(gas.leads), codes(gas.helps)) == (["a01"], [])
    assert (codes(water.leads), codes(water.helps)) == ([], ["a01"])
    assert water.helps[0].answers == ("شرکت gas",)


def test_a_duty_is_open_for_a_company_that_has_no_part_in_the_action_that_serves_it(action, plan, catalogue):
    water, gas, _ = divide(plan(action("a01", recipients=["water"])), with_companies(catalogue))
    assert [each.duty.id for each in water.served] == ["roads-urban/1"]
    assert [duty.id for duty in water.unserved] == ["roads-urban/2"]
    assert [duty.id for duty in gas.unserved] == ["roads-urban/1", "roads-urban/2"]
    assert gas.shares == ()


def test_what_it_has_still_to_give_counts_in_actions_of_others_too(action, plan, catalogue):
    needed = [
        {"id": "p1", "kind": "مجوز", "title": "پروانه", "owner": "municipality"},
        {"id": "p2", "kind": "زمین", "title": "زمین", "owner": "municipality", "ready_on": "1404/01/20"},
    ]
    _, municipality = divide(plan(action("a01", prerequisites=needed)), catalogue)
    assert [each.id for _, each in municipality.owes] == ["p1", "p2"]
    assert [(each.id, given.id) for each, given in municipality.lacking] == [("a01", "p1")]


def test_a_sheet_names_who_pays_and_what_follows_on_what(action, plan, line, catalogue):
    actions = (
        action("a01", partners=["municipality"], budget=[line(5, agency="municipality"), line(3, "خیرین")]),
        action("a02", after=["a01"]),
        action("a03", along=["a01"]),
    )
    first, second, third = lay_out(plan(*actions), catalogue)
    assert (first.answers, first.helps) == (("راه و شهرسازی",), ("شهرداری",))
    assert [each.payer for each in first.lines] == ["شهرداری", ""]
    assert [each.id for each in first.next] == ["a02", "a03"]
    assert ([each.id for each in second.before], [each.id for each in third.beside]) == (["a01"], ["a01"])
