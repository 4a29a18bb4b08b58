"""Sums of a plan's budget."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.views.budgets import share_of, summarise


def test_each_way_of_summing_adds_up_to_the_plans_total(action, plan, line, catalogue):
    budgets = summarise(
        plan(
            action("a01", budget=[line(100), line(33, "خیرین")]),
            action("a02", axis="محیطی", lead="municipality", budget=[line(200, "بودجه شهرداری", "municipality")]),
            action("a03", axis="محیطی", budget=[line(1, "مشارکت مردم")]),
        ),
        catalogue,
    )
    assert budgets.total == 334
    assert budgets.actions == 3
    for groups in (budgets.by_agency, budgets.by_axis, budgets.by_source):
        assert sum(group.amount for group in groups) == 334


def test_lead_agencies_come_in_the_catalogues_order_and_only_those_that_lead(action, plan, catalogue):
    both = summarise(plan(action("a01", lead="municipality"), action("a02"), action("a03")), catalogue)
    assert [(group.id, group.actions, group.amount) for group in both.by_agency] == [
        ("roads-urban", 2, 2000),
        ("municipality", 1, 1000),
    ]
    assert [group.id for group in summarise(plan(action()), catalogue).by_agency] == ["roads-urban"]


def test_all_three_axes_are_there_even_without_an_action(action, plan, catalogue):
    axes = summarise(plan(action(axis="محیطی")), catalogue).by_axis
    assert [(group.id, group.actions, group.amount) for group in axes] == [
        ("اجتماعی", 0, 0),
        ("اقتصادی", 0, 0),
        ("محیطی", 1, 1000),
    ]


def test_an_action_with_two_lines_of_one_source_counts_once_there(action, plan, line, catalogue):
    budgets = summarise(plan(action(budget=[line(70, "خیرین"), line(30, "خیرین")])), catalogue)
    assert [(group.id, group.actions, group.amount) for group in budgets.by_source] == [("خیرین", 1, 100)]


def test_a_plan_without_money_has_shares_of_zero(action, plan, line, catalogue):
    budgets = summarise(plan(action(budget=[line(0)])), catalogue)
    assert [group.share for group in budgets.by_axis] == [Decimal(0)] * 3


@pytest.mark.parametrize(
    ("amount", "total", "share"),
    [
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (13_800, 1_204_000, "1.1"),
        (194_300, 1_204_000, "16.1"),
        (1, 8, "12.5"),
        (5, 10_000, "0.1"),
    ],
)
def test_a_share_is_rounded_by_itself_half_up_to_tenths(amount, total, share):
    assert share_of(amount, total) == Decimal(share)


def test_shares_that_do_not_make_100_are_not_bent_until_they_do(action, plan, line, catalogue):
    axes = [action(f"a{number}", axis=axis, budget=[line(1)]) for number, axis in enumerate(("اجتماعی", "اقتصادی", "محیطی"))]
    assert [group.share for group in summarise(plan(*axes), catalogue).by_axis] == [Decimal("33.3")] * 3
