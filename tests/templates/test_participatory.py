"""The technical part of the participatory document: each thing once, by its code from then on, with its dates."""

from __future__ import annotations

import dataclasses

import pytest

from generator.model.records.pictures import Photograph
from generator.model.views.parts import answering
from generator.tree.nodes import Blank, Figure, Keep, Picture
from generator.tree.walk import plain_text, walk
from tests.templates.test_residents import PLACES, said, tables

KIND = "participatory-document"


@pytest.fixture
def changed(builder, subject_of):
    """The tree of the document with some records changed."""

    def make(**records):
        subject = subject_of(KIND, PLACES[0])
        return builder.tree(dataclasses.replace(subject, dossier=subject.dossier.model_copy(update=records)))[0]

    return make


@pytest.mark.parametrize("place", PLACES)
def test_a_title_is_said_in_the_table_of_actions_and_on_its_sheet_and_nowhere_else(project, tree, place):
    plan, text = project.workspace.dossier(place).plan, said(tree(KIND, place))
    assert {action.id: text.count(action.title) for action in plan.actions if text.count(action.title) > 1} == {}


@pytest.mark.parametrize("place", PLACES)
def test_sheets_cite_needs_by_the_codes_that_their_table_has(project, tree, place):
    dossier, found = project.workspace.dossier(place), tables(tree(KIND, place))
    codes = {need.id: need.code for need in dossier.needs.needs}
    assert {row[0] for row in found["needs"]} == set(codes.values())
    for action in dossier.plan.actions:
        why = found[f"sheet/{action.id}/facts"][0][1]
        assert set(why.partition("؛")[0].split("، ")) == {codes[need] for need in action.needs}


def test_a_sheet_names_an_agency_once_for_all_its_duties_and_goals_by_their_numbers(tree):
    facts = tables(tree(KIND, PLACES[0]))["sheet/a26/facts"]
    assert facts[0][1].endswith("؛ هدف‌های ۱ و ۴")
    (duties,) = [row[1] for row in facts if row[0] == "وظیفه"]
    assert duties == "شهرداری مشهد، بندهای ۱ و ۳"
    (alone,) = [row[1] for row in tables(tree(KIND, PLACES[0]))["sheet/a18/facts"] if row[0] == "وظیفه"]
    assert alone == "شهرداری مشهد، بند ۶"


def test_the_foreword_and_who_signs_it_are_on_one_page(project, tree):
    signer = project.workspace.dossier(PLACES[0]).participatory.foreword_by
    kept = [visit.node for visit in walk(tree(KIND, PLACES[0])) if isinstance(visit.node, Keep)]
    (whole,) = [keep for keep in kept if any(plain_text(getattr(block, "children", ())) == signer for block in keep.blocks)]
    assert len(whole.blocks) > 1


def test_each_need_and_strategy_names_the_actions_that_answer_it(project, tree):
    dossier, found = project.workspace.dossier(PLACES[0]), tables(tree(KIND, PLACES[0]))
    need = dossier.needs.needs[0]
    answering = [action.code for action in dossier.plan.actions if need.id in action.needs]
    (row,) = [row for row in found["needs"] if need.title in row]
    assert len(row[-1].split("، ")) == len(answering)
    for strategy, cells in zip(dossier.participatory.strategies, found["strategies-table"], strict=True):
        assert cells[2].split("؛ ") == list(strategy.rests_on)
        assert cells[3]
        assert cells[4] != "—"


def test_the_last_measured_value_stands_beside_the_baseline_with_its_day(tree):
    rows = tables(tree(KIND, PLACES[0]))["sheet/a04/facts"]
    (text,) = [row[1] for row in rows if row[0] == "شاخص‌ها"]
    assert "وضع مبنا ۴۵۰، آخرین سنجش" in text
    assert "(۱۴۰۴/۱۲/۲۹)، هدف ۳٬۲۰۰" in text


def test_without_an_evaluation_there_is_no_measured_value(changed):
    assert "آخرین سنجش" not in said(changed(evaluations=()))


@pytest.mark.parametrize("place", PLACES)
def test_each_body_and_agency_confirms_once(project, tree, place):
    plan, rows = project.workspace.dossier(place).plan, tables(tree(KIND, place))["confirmed"]
    catalogue = project.workspace.catalogue
    leads = {each.id for action in plan.actions for each in answering(action, catalogue)}
    bodies = [body for body in catalogue.bodies.bodies if body.confirms_actions]
    assert len(rows) == len(leads) + len(bodies)
    assert [row[1] for row in rows[: len(bodies)]] == ["همهٔ اقدام‌ها"] * len(bodies)
    blanks = [visit.node for visit in walk(tree(KIND, place)) if isinstance(visit.node, Blank)]
    assert len(blanks) <= 100


def test_a_body_that_confirmed_all_by_one_paper_has_its_number_and_day(project, changed):
    plan = project.workspace.dossier(PLACES[0]).plan
    actions = [
        action.model_copy(
            update={
                "confirmations": tuple(
                    each.model_copy(update={"number": "۷۷", "date": plan.date}) if each.body == "governorate" else each
                    for each in action.confirmations
                )
            }
        )
        for action in plan.actions
    ]
    rows = tables(changed(plan=plan.model_copy(update={"actions": tuple(actions)})))["confirmed"]
    assert rows[0][1:4] == ["همهٔ اقدام‌ها", "۷۷", str(plan.date)]


def test_counts_of_groups_have_their_units(tree):
    rows = tables(tree(KIND, PLACES[0]))["group-counts"]
    assert {row[-1] for row in rows} == {"نفر", "خانواده", "خانوار"}


def test_only_annexes_that_exist_are_there(project, tree, changed):
    def annexes(document):
        return [plain_text(section.blocks[0].children) for section in document.sections if section.annex]

    assert annexes(tree(KIND, PLACES[0])) == ["نقشه‌های محله", "صورتجلسه‌ها و نمایندگان ساکنان"]
    profile = project.workspace.dossier(PLACES[0]).profile.model_copy(update={"maps": ()})
    assert annexes(changed(profile=profile)) == ["صورتجلسه‌ها و نمایندگان ساکنان"]


def test_the_zones_of_the_city_are_drawn_only_where_there_is_no_map(tree):
    kinds = {
        place: {visit.node.kind for visit in walk(tree(KIND, place)) if isinstance(visit.node, Figure)} for place in PLACES
    }
    assert kinds == {PLACES[0]: {"bars"}, PLACES[1]: {"bars", "zones"}, PLACES[2]: {"bars", "zones"}}


def test_a_photograph_without_the_consent_of_those_on_it_is_not_on_the_cover(project, tree, changed):
    def pictures(document):
        return {visit.node.key for visit in walk(document) if isinstance(visit.node, Picture)}

    profile = project.workspace.dossier(PLACES[0]).profile
    (known, *_) = profile.photographs
    shown = Photograph.model_validate(known.model_dump() | {"people": True, "consent": ""})
    assert "cover-photograph" in pictures(tree(KIND, PLACES[0]))
    assert "cover-photograph" not in pictures(changed(profile=profile.model_copy(update={"photographs": (shown,)})))
