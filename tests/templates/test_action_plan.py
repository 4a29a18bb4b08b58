"""The joint action plan on paper: every action, duty and rial once, sums that hold, bars that match the months."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.persian import decimal_text, group, quarter_of, to_persian
from generator.tree.nodes import Paragraph, Table
from generator.tree.walk import plain_text, walk

PLACES = ("z3-golshahr", "z7-torogh", "z8-sisabad")


def _nodes(document, kind):
    return [visit.node for visit in walk(document) if isinstance(visit.node, kind)]


def _cells(row):
    return [" ".join(plain_text(each.children) for each in _nodes(cell, Paragraph)) for cell in row.cells]


@pytest.fixture
def tables(tree):
    def find(place):
        return {table.key: table for table in _nodes(tree("action-plan", place), Table)}

    return find


@pytest.mark.parametrize("place", PLACES)
def test_every_action_has_a_row_in_each_table_of_actions(tables, subject_of, place):
    actions = subject_of("action-plan", place).dossier.plan.actions
    assert len(actions) >= 18
    codes = [to_persian(action.code) for action in actions]
    assert len(set(codes)) == len(codes)
    found = tables(place)
    assert [_cells(row)[1] for row in found["table-actions"].body] == codes
    for key in ("table-indicators", "table-money", "table-roles"):
        assert list(dict.fromkeys(_cells(row)[0] for row in found[key].body)) == codes


@pytest.mark.parametrize("place", PLACES)
def test_every_duty_of_all_fourteen_agencies_stands_once_served_or_not(tables, project, place):
    agencies = project.workspace.catalogue.agencies
    duties = [duty.id for agency in agencies for duty in agency.duties]
    assert (len(agencies), len(duties)) == (14, 36)
    found = tables(place)
    told = [row.key for key in ("table-served", "table-unserved") for row in found[key].body]
    assert sorted(told) == sorted(duties)
    counts = found["table-coverage"]
    assert len(counts.body) == 14
    assert _cells(counts.foot[0])[1] == "۳۶"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", ["table-by-agency", "table-by-axis", "table-by-source", "table-by-provider"])
def test_each_summary_of_the_budget_totals_the_plan_and_a_hundred_percent(tables, subject_of, place, key):
    total = sum(action.total for action in subject_of("action-plan", place).dossier.plan.actions)
    millions = decimal_text(Decimal(total) / 10**6)
    *_, amount, share = _cells(tables(place)[key].foot[0])
    assert (amount, share) == (millions, "۱۰۰٪")


@pytest.mark.parametrize("place", PLACES)
def test_bars_of_the_schedule_are_the_quarters_in_which_an_action_runs(tables, subject_of, place):
    actions = subject_of("action-plan", place).dossier.plan.actions
    table = tables(place)["table-schedule"]
    for action, row in zip(actions, table.body, strict=True):
        first, last = quarter_of(action.start.first), quarter_of(action.end.first)
        quarters = (last.year - first.year) * 4 + last.quarter - first.quarter + 1
        assert sum(cell.tone == "bar" for cell in row.cells) == quarters
        assert all(cell.label for cell in row.cells if cell.tone == "bar")


@pytest.mark.parametrize("place", PLACES)
def test_wide_tables_lie_on_landscape_pages(tree, place):
    landscape = [section for section in tree("action-plan", place).sections if section.page == "landscape"]
    keys = {table.key for section in landscape for table in _nodes(section, Table)}
    assert {"table-actions", "table-indicators", "table-money", "table-schedule"} <= keys


def test_all_sixteen_recipients_have_a_place_to_sign(tables, project):
    recipients = [each for agency in project.workspace.catalogue.agencies for each in agency.recipients]
    rows = tables("z3-golshahr")["table-members"].body
    assert [_cells(row)[:3] for row in rows] == [
        [group(number), recipient.name, recipient.head_title] for number, recipient in enumerate(recipients, 1)
    ]
