"""Plan against actual: weights, differences that a reader can check, the half-year before, indicators."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model.records.evaluation import Evaluation, Measured, Progress
from generator.model.records.workspace import Dossier
from generator.model.views.progress import compare
from generator.persian import Half

H1, H2 = Half(1404, 1), Half(1404, 2)


def evaluation(period: Half, *lines: Progress) -> Evaluation:
    return Evaluation.model_construct(period=period, progress=lines)


def progress(action: str, planned: str, actual: str, allocated: int = 0, spent: int = 0, **more: Any) -> Progress:
    percents = {"planned": Decimal(planned), "actual": Decimal(actual)}
    return Progress.model_construct(action=action, **percents, allocated=allocated, spent=spent, note="", **more)


def compared(plan, catalogue, now, before=None):
    report = compare(Dossier.model_construct(plan=plan), now, before, catalogue)
    assert report is not None
    return report


def test_a_group_is_weighted_by_the_budgets_of_its_actions(plan, action, line, catalogue) -> None:
    two = plan(action("a01", budget=[line(3000)]), action("a02", budget=[line(1000)]))
    report = compared(two, catalogue, evaluation(H1, progress("a01", "100", "80"), progress("a02", "20", "40")))
    assert (report.total.planned, report.total.actual) == (Decimal("80.0"), Decimal("70.0"))
    assert report.total.deviation == Decimal("-10.0")


def test_actions_without_money_count_evenly(plan, action, line, catalogue) -> None:
    two = plan(action("a01", budget=[line(0)]), action("a02", budget=[line(0)]))
    report = compared(two, catalogue, evaluation(H1, progress("a01", "50", "10"), progress("a02", "50", "20")))
    assert report.total.actual == Decimal("15.0")


def test_a_difference_is_that_of_the_exact_figures_and_says_where_the_printed_ones_differ_otherwise(
    plan, action, line, catalogue
) -> None:
    three = plan(*(action(f"a0{n}", budget=[line(1000)]) for n in (1, 2, 3)))
    lines = [progress(f"a0{n}", planned, actual) for n, planned, actual in ((1, "10", "7"), (2, "11", "7"), (3, "11", "8"))]
    report = compared(three, catalogue, evaluation(H1, *lines))
    assert (report.total.planned, report.total.actual) == (Decimal(32) / 3, Decimal(22) / 3)
    assert report.total.deviation == Decimal("-3.3")  # printed beside 10.7 and 7.3
    assert report.rounded_apart
    assert not compared(three, catalogue, evaluation(H1, *(progress(f"a0{n}", "10", "7") for n in (1, 2, 3)))).rounded_apart


def test_a_difference_that_is_printed_as_nothing_is_neither_behind_nor_ahead(plan, action, catalogue) -> None:
    report = compared(plan(action("a01")), catalogue, evaluation(H1, progress("a01", "50", "49.96")))
    assert (report.behind, report.ahead, str(report.total.deviation)) == ((), (), "0.0")


def test_work_is_compared_with_the_money_spent_on_it(plan, action, line, catalogue) -> None:
    two = plan(action("a01", budget=[line(1000)]), action("a02", budget=[line(3000)]))
    lines = (progress("a01", "50", "40", 600, 550), progress("a02", "50", "50", 1500, 900))
    report = compared(two, catalogue, evaluation(H1, *lines))
    assert [(row.spent_share, row.ahead_of_money) for row in report.by_action] == [(55, -15), (30, 20)]
    assert [row.action.id for row in report.overspent] == ["a01"]
    assert (report.total.spent_share, report.total.allocated_share) == (Decimal("36.25"), Decimal("52.5"))
    assert report.total.ahead_of_money == Decimal("11.3")  # 47.5 less 36.25
    assert (report.total.behind, report.by_axis[0].behind) == (1, 1)


def test_without_a_half_year_before_nothing_is_compared_with_it(plan, action, catalogue) -> None:
    report = compared(plan(action("a01")), catalogue, evaluation(H1, progress("a01", "50", "40")))
    assert (report.by_action[0].before, report.by_action[0].change, report.total.change) == (None, None, None)


def test_the_change_is_counted_from_the_half_year_before_and_a_new_action_from_nothing(plan, action, catalogue) -> None:
    two = plan(action("a01"), action("a02"))
    now = evaluation(H2, progress("a01", "60", "55"), progress("a02", "30", "30"))
    report = compared(two, catalogue, now, evaluation(H1, progress("a01", "30", "25")))
    assert [(row.before, row.change) for row in report.by_action] == [(25, 30), (0, 30)]
    assert (report.total.before, report.total.change) == (Decimal("12.5"), Decimal("30.0"))


def test_money_is_summed_by_the_lead_agency_and_by_axis(plan, action, catalogue) -> None:
    two = plan(action("a01", lead="roads-urban"), action("a02", lead="municipality", duties=["municipality/1"]))
    lines = (progress("a01", "50", "50", 700, 300), progress("a02", "50", "50", 100, 50))
    report = compared(two, catalogue, evaluation(H1, *lines))
    assert [(row.id, row.allocated, row.spent) for row in report.by_agency] == [
        ("roads-urban", 700, 300),
        ("municipality", 100, 50),
    ]
    assert [(row.actions, row.allocated) for row in report.by_axis] == [(2, 800)]


def test_actions_behind_the_plan_come_gravest_first(plan, action, catalogue) -> None:
    three = plan(action("a01"), action("a02"), action("a03"))
    lines = (progress("a01", "50", "45"), progress("a02", "50", "0"), progress("a03", "100", "100"))
    report = compared(three, catalogue, evaluation(H1, *lines))
    assert [row.action.id for row in report.behind] == ["a02", "a01"]
    assert (report.ahead, report.finished, report.not_begun) == ((), 1, 1)


def test_an_indicator_has_gone_the_share_of_its_way_from_baseline_to_target(plan, action, catalogue) -> None:
    indicator = {"id": "i1", "title": "شاخص", "unit": "نفر", "baseline": "20", "target": "60"}
    one = plan(action("a01", indicators=[indicator]))
    measured = (Measured.model_construct(indicator="i1", value=Decimal(50)),)
    report = compared(one, catalogue, evaluation(H1, progress("a01", "50", "50", measured=measured)))
    assert [(row.value, row.before, row.reached) for row in report.measurements] == [(50, None, 75)]


def test_indicators_far_from_their_target_come_farthest_first_without_those_that_reached_it(plan, action, catalogue) -> None:
    ways = {"i1": ("0", "10"), "i2": ("80", "40"), "i3": ("0", "10"), "i4": ("5", "5")}
    indicators = [{"id": i, "title": i, "unit": "نفر", "baseline": start, "target": end} for i, (start, end) in ways.items()]
    values = {"i1": 5, "i2": 70, "i3": 10, "i4": 5}
    measured = tuple(Measured.model_construct(indicator=i, value=Decimal(value)) for i, value in values.items())
    one = plan(action("a01", indicators=indicators))
    report = compared(one, catalogue, evaluation(H1, progress("a01", "50", "50", measured=measured)))
    assert [(row.indicator.id, row.reached) for row in report.farthest] == [("i2", 25), ("i1", 50)]


def test_the_money_of_each_half_year_until_this_one_stands_in_order(plan, action, catalogue) -> None:
    first = evaluation(H1, progress("a01", "50", "50", 400, 100), progress("a02", "0", "0", 100, 100))
    second = evaluation(H2, progress("a01", "90", "90", 800, 600))
    dossier = Dossier.model_construct(plan=plan(action("a01"), action("a02")), evaluations=(second, first))
    for now, expected in ((first, [(500, 200, 40)]), (second, [(500, 200, 40), (800, 600, 75)])):
        report = compare(dossier, now, None, catalogue)
        assert report is not None
        assert [(row.allocated, row.spent, row.share) for row in report.periods] == expected
    nothing = compared(plan(action("a01")), catalogue, evaluation(H1, progress("a01", "0", "0")))
    assert [row.share for row in nothing.periods] == [None]
