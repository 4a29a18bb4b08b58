"""The account of a contract: deductions at the rates of the day, the net sum, and the sums to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.known import NotListedError, Unknown
from generator.model.views.handing import holdings
from generator.model.views.payments import Account, account
from tests.reading.plans_tree import CONTRACT, HANDOVER, PAYMENT, PlansTree

SECOND = PAYMENT.replace("p1", "p2")
MILLION = 1_000_000


@pytest.fixture
def plans(tmp_path: Path) -> PlansTree:
    return PlansTree(tmp_path / "plans")


def accounted(plans: PlansTree) -> Account:
    workspace = plans.read().workspace
    assert workspace is not None
    dossier = workspace.dossier("z1-alef")
    assert dossier.contract is not None
    return account(dossier, dossier.contract, workspace.catalogue.legal)


def millions(found: Account, payment: str, column: str) -> dict[str, object]:
    """The lines of a payment in millions of rials."""
    lines = {line.id: getattr(line, column) for line in found.of(payment).lines}
    return {name: amount / MILLION if isinstance(amount, int) else amount for name, amount in lines.items()}


def test_a_payment_is_the_approved_sum_less_what_is_held_back_and_the_tax_on_top(plans: PlansTree) -> None:
    found = accounted(plans)
    assert millions(found, "p1", "this") == {
        "gross": 300, "amortised": 0, "retention": 30, "deposit": 0, "penalty": 0, "others": 5, "vat": 30, "net": 295,
    }  # fmt: skip
    assert (found.approved, found.paid, found.remaining) == (300 * MILLION, 295 * MILLION, 1100 * MILLION)


def test_sums_to_date_add_what_was_before_in_the_order_of_the_instalments(plans: PlansTree) -> None:
    plans.files[SECOND] = "id: p2\ninstalment: i2\nclaimed_on: ۱۴۰۴/۰۱/۰۵\namortised: ۵۰ میلیون ریال\npenalty: ۱۰ میلیون ریال\n"
    plans.plant(CONTRACT, "supervisor:", "advance: {share: ۱۰٪}\nsupervisor:")
    plans.plant(CONTRACT, "staff:\n", "  - {id: g9, kind: تضمین, rate: performance-guarantee, base: پیش‌پرداخت}\nstaff:\n")
    found = accounted(plans)
    assert millions(found, "p2", "this") == {
        "gross": 450, "advance": 0, "amortised": 50, "retention": 40, "deposit": 20, "penalty": 10, "others": 0, "vat": 45,
        "net": 375,
    }  # fmt: skip
    assert millions(found, "p2", "before") == millions(found, "p1", "to_date")
    assert millions(found, "p2", "to_date")["net"] == 670
    assert [each.payment.id for each in found.statements] == ["p1", "p2"]
    # It is claimed and not yet paid.
    assert (found.approved, found.paid) == (750 * MILLION, 295 * MILLION)


def test_a_rate_is_that_of_the_day_of_the_payment(plans: PlansTree) -> None:
    dated = "law: قانون مالیات, valid_from: ۱۴۰۳/۰۱/۰۱, valid_to: ۱۴۰۳/۰۷/۰۵}\n"
    later = "  - {id: vat, title: ارزش افزوده, value: ۱۲٪, law: قانون تازه, valid_from: ۱۴۰۳/۰۷/۰۶}\n"
    plans.plant("legal.yaml", "law: قانون مالیات, valid_from: ۱۴۰۳/۰۱/۰۱}\n", dated + later).plant(
        PAYMENT, "stated_net: ۲۹۵", "stated_net: ۳۰۱"
    )
    line = next(line for line in accounted(plans).of("p1").lines if line.id == "vat")
    assert (line.this, line.rate, line.law) == (36 * MILLION, 12, "قانون تازه")


def test_a_sum_that_rests_on_what_is_unknown_is_unknown(plans: PlansTree) -> None:
    plans.plant("legal.yaml", "value: ۱۰٪, law: قانون مالیات", "law: قانون مالیات")
    found = accounted(plans)
    assert isinstance(found.of("p1").net.this, Unknown) and isinstance(found.paid, Unknown)
    plans.plant(PAYMENT, "[سپردهٔ بیمه]", "[سپردهٔ بیمه, مالیات بر ارزش افزوده]").plant(
        PAYMENT, "stated_net: ۲۹۵", "stated_net: ۲۶۵"
    )
    assert accounted(plans).of("p1").net.this == 265 * MILLION


def test_lateness_is_counted_from_the_day_that_the_months_are_counted_from(plans: PlansTree) -> None:
    assert accounted(plans).of("p1").days_late == 0
    plans.plant(PAYMENT, "delivered_on: ۱۴۰۳/۰۷/۰۱", "delivered_on: ۱۴۰۳/۰۷/۰۴")
    assert accounted(plans).of("p1").days_late == 3
    plans.plant(CONTRACT, "counted_from: تاریخ شروع", "counted_from: صورتجلسهٔ شروع به کار")
    assert accounted(plans).of("p1").days_late == 2
    plans.plant(HANDOVER, "date: ۱۴۰۳/۰۷/۰۲\nplace", "place")
    assert isinstance(accounted(plans).of("p1").days_late, Unknown)


def test_a_payment_that_is_not_there_has_no_statement(plans: PlansTree) -> None:
    with pytest.raises(NotListedError):
        accounted(plans).of("p9")


def test_what_an_operator_holds_is_what_was_given_less_what_came_back(plans: PlansTree) -> None:
    end = (
        plans.files[HANDOVER]
        .replace("id: start", "id: end")
        .replace("شروع به کار", "پایان کار")
        .replace("count: ۴", "count: ۱")
    )
    plans.files[HANDOVER.replace("start", "end")] = end
    workspace = plans.read().workspace
    assert workspace is not None
    (desk,) = holdings(workspace.dossier("z1-alef")).goods
    assert (desk.given, desk.returned, desk.held) == (4, 1, 3)
