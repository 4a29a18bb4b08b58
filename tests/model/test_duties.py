"""Which duties the actions of a plan serve."""

from __future__ import annotations

from generator.model.views.duties import coverage


def test_every_duty_of_every_agency_stands_once_served_or_not(action, plan, catalogue):
    covered = coverage(plan(action(duties=["roads-urban/2"])), catalogue)
    assert [each.agency.id for each in covered] == ["roads-urban", "municipality"]
    told = [served.duty.id for each in covered for served in each.served]
    told += [duty.id for each in covered for duty in each.unserved]
    assert sorted(told) == ["municipality/1", "roads-urban/1", "roads-urban/2"]
    assert [served.duty.id for served in covered[0].served] == ["roads-urban/2"]


def test_a_duty_names_its_actions_in_the_plans_order_whoever_leads_them(action, plan, catalogue):
    actions = (
        action("a02", lead="municipality", duties=["municipality/1", "roads-urban/1"]),
        action("a01"),
    )
    roads, municipality = coverage(plan(*actions), catalogue)
    assert roads.served[0].actions == actions
    assert municipality.served[0].actions == actions[:1]
    assert not municipality.unserved
