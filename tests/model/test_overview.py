"""A plan at a glance."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.records.needs import Needs
from generator.model.records.neighbourhood import Approvals, Neighbourhood
from generator.model.records.workspace import Dossier
from generator.model.views.overview import MOST_AGENCIES, MOST_NEEDS, survey
from generator.persian import JalaliMonth


def need(need_id: str, priority: int, affected: int | None = None) -> dict[str, Any]:
    return {
        "id": need_id, "title": "نیاز", "axis": "محیطی", "priority": str(priority), "evidence": "منبع", "proposal": "پیشنهاد",
        "affected": None if affected is None else str(affected),
    }  # fmt: skip


@pytest.fixture
def dossier():
    def make(*needs, approvals=()):
        records: dict[str, Any] = {}
        if needs:
            records["needs"] = Needs.model_validate({"needs": needs})
        if approvals:
            records["approvals"] = Approvals.model_validate({"approvals": approvals})
        return Dossier.model_construct(neighbourhood=Neighbourhood.model_construct(id="z1-place"), **records)

    return make


def test_needs_come_by_priority_then_by_how_many_they_touch_with_the_actions_that_answer_them(dossier, action, plan, catalogue):
    needs = [need("n1", 2, 900), need("n2", 1), need("n3", 1, 50), need("n4", 1, 70), need("n5", 3, 1000)]
    seen = survey(dossier(*needs), plan(action("a01", needs=["n3", "n5"]), action("a02", needs=["n3"])), catalogue)
    assert [each.need.id for each in seen.needs] == ["n4", "n3", "n2", "n1"]
    assert [[done.id for done in each.actions] for each in seen.needs] == [[], ["a01", "a02"], [], []]
    assert (seen.all_needs, seen.urgent, seen.unanswered) == (5, 3, 3)
    assert len(seen.needs) == MOST_NEEDS


def test_agencies_come_by_the_actions_that_they_lead_then_by_their_money(dossier, action, plan, line, catalogue):
    seen = survey(
        dossier(),
        plan(
            action("a01", lead="roads-urban", partners=["municipality"]),
            action("a02", lead="municipality", budget=[line(7000)]),
        ),
        catalogue,
    )
    assert [(load.agency.id, load.leads, load.helps, load.amount) for load in seen.agencies] == [
        ("municipality", 1, 1, 7000),
        ("roads-urban", 1, 0, 1000),
    ]
    both = survey(
        dossier(), plan(action("a01"), action("a02"), action("a03", lead="municipality", budget=[line(9**9)])), catalogue
    )
    assert [load.agency.id for load in both.agencies] == ["roads-urban", "municipality"]
    assert len(both.agencies) <= MOST_AGENCIES


def test_an_agency_that_only_helps_is_not_among_those_that_lead(dossier, action, plan, catalogue):
    seen = survey(dossier(), plan(action(partners=["municipality"])), catalogue)
    assert [load.agency.id for load in seen.agencies] == ["roads-urban"]
    assert (seen.leading, seen.members) == (1, 2)


def test_it_runs_from_the_first_start_to_the_last_end_and_names_the_action_that_is_done_first(dossier, action, plan, catalogue):
    seen = survey(
        dossier(),
        plan(
            action("a01", start="1404/05", end="1406/02"),
            action("a02", start="1404/03", end="1405/01"),
            action("a03", start="1404/04", end="1405/01"),
        ),
        catalogue,
    )
    assert (seen.begins, seen.ends, seen.first_done.id) == (JalaliMonth(1404, 3), JalaliMonth(1406, 2), "a02")


def test_duties_without_an_action_are_open(dossier, action, plan, catalogue):
    assert survey(dossier(), plan(action(duties=["roads-urban/1"])), catalogue).unserved == 2


def test_a_dossier_without_needs_has_an_overview(dossier, action, plan, catalogue):
    seen = survey(dossier(), plan(action()), catalogue)
    assert (seen.needs, seen.all_needs) == ((), 0)
