"""The schedule of a plan."""

from __future__ import annotations

from generator.model.views.schedule import MOST_COLUMNS, chart
from generator.persian import Half, Quarter, Year


def test_columns_run_from_the_first_start_to_the_last_end_grouped_by_year(action, plan):
    first, second = action("a01", start="1404/09", end="1404/10"), action("a02", start="1404/12", end="1405/04")
    schedule = chart(plan(first, second))
    assert [(year.year, [tuple(column) for column in year.columns]) for year in schedule.years] == [
        (1404, [(Quarter(1404, 3), "پاییز"), (Quarter(1404, 4), "زمستان")]),
        (1405, [(Quarter(1405, 1), "بهار"), (Quarter(1405, 2), "تابستان")]),
    ]
    assert len(schedule.columns) == 4


def test_a_cell_is_filled_when_the_action_runs_in_a_month_of_its_quarter(action, plan):
    schedule = chart(plan(action("a01", start="1404/01", end="1404/12"), action("a02", start="1404/03", end="1404/07")))
    assert [row.cells for row in schedule.rows] == [(True, True, True, True), (True, True, True, False)]
    assert [row.action.id for row in schedule.rows] == ["a01", "a02"]


def test_an_action_of_one_month_has_one_cell(action, plan):
    assert [row.cells for row in chart(plan(action(start="1404/12", end="1404/12"))).rows] == [(True,)]


def test_a_long_plan_is_charted_in_halves_and_a_longer_one_in_years(action, plan):
    five_years = chart(plan(action(start="1404/01", end="1408/12")))
    assert len(five_years.columns) == MOST_COLUMNS
    six_years = chart(plan(action(start="1404/04", end="1409/12")))
    assert six_years.columns[0] == (Half(1404, 1), "نیمهٔ اول")
    assert len(six_years.columns) == 12
    longer = chart(plan(action(start="1404/01", end="1424/12")))
    assert longer.columns[0] == (Year(1404), "سال")
    assert len(longer.columns) == 21
