"""What a contract promises to pay: the advance is taken back, nothing is lost to the rial, and days follow the notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.known import Unknown
from generator.model.records.contract import Contract
from generator.model.records.legal import Legal
from generator.model.records.workspace import Dossier
from generator.model.views.agreement import Agreement, agreed, days_to_ceiling
from generator.model.views.due import due
from generator.model.views.payments import account
from generator.persian import JalaliDate
from tests.plans import project
from tests.reading.plans_tree import CONTRACT, HANDOVER, PAYMENT, PlansTree

WORKSPACE = project().workspace
assert WORKSPACE is not None
LEGAL = WORKSPACE.catalogue.legal
SAMPLES = tuple(dossier for dossier in WORKSPACE.dossiers if dossier.contract)
ADVANCED = next(dossier for dossier in SAMPLES if dossier.contract and dossier.contract.advance)

each_sample = pytest.mark.parametrize("dossier", SAMPLES, ids=lambda dossier: dossier.id)


def of(dossier: Dossier, legal: Legal = LEGAL, **changes: object) -> tuple[Contract, Agreement]:
    assert dossier.contract is not None
    contract = dossier.contract.model_copy(update=changes)
    return contract, agreed(dossier, contract, legal)


def whole(amount: int | Unknown) -> int:
    assert isinstance(amount, int)
    return amount


@each_sample
def test_what_is_paid_and_what_is_held_make_the_amount_to_the_rial(dossier: Dossier) -> None:
    contract, found = of(dossier)
    totals = found.totals
    assert whole(totals.net) + whole(totals.retention) + whole(totals.deposit) == contract.amount == totals.gross
    assert sum(whole(line.amortised) for line in found.lines) == contract.advance_amount == totals.amortised
    for line in found.payments:
        assert whole(line.net) == whole(line.gross) - whole(line.amortised) - whole(line.retention) - whole(line.deposit) > 0


def test_an_advance_is_taken_back_by_shares_and_bears_no_retention() -> None:
    _, found = of(ADVANCED)
    assert found.advance is not None
    million = 1_000_000
    assert (found.advance.gross, found.advance.retention, found.advance.deposit) == (1940 * million, 0, 97 * million)
    assert [line.amortised for line in found.lines] == [291 * million, 873 * million, 776 * million]
    assert [line.taken_back for line in found.lines] == [-291 * million, -873 * million, -776 * million]
    assert [line.retention for line in found.lines] == [116_400_000, 349_200_000, 310_400_000]
    assert [line.net for line in found.lines] == [989_400_000, 2_968_200_000, 2_638_400_000]


@pytest.mark.parametrize("amount", [1, 999, 9_700_000_003, 123_456_789_012_345])
def test_an_amount_that_no_share_divides_is_paid_whole_all_the_same(amount: int) -> None:
    contract, found = of(ADVANCED, amount=amount)
    assert sum(whole(line.gross) for line in found.lines) == amount
    assert sum(whole(line.amortised) for line in found.lines) == contract.advance_amount == amount * 20 // 100
    assert whole(found.totals.net) + whole(found.totals.retention) + whole(found.totals.deposit) == amount


def test_what_rests_on_what_is_unknown_is_unknown() -> None:
    _, found = of(ADVANCED, amount=Unknown(prompt="مبلغ قرارداد"), start=Unknown(prompt="تاریخ شروع"))
    assert {type(getattr(line, name)) for line in found.payments for name in ("amortised", "retention", "net")} <= {
        int,
        Unknown,
    }
    assert isinstance(found.totals.net, Unknown) and isinstance(found.lines[0].expected, Unknown)


def test_a_contract_without_a_retention_holds_nothing_for_it() -> None:
    contract, found = of(ADVANCED, guarantees=())
    assert not found.retains and found.totals.retention == 0
    assert whole(found.totals.net) + whole(found.totals.deposit) == contract.amount


def test_the_tax_is_that_of_the_year_of_the_contract_and_unknown_for_a_year_without_a_rate() -> None:
    for year, rate, law in ((1403, 10, "۱۴۰۳"), (1404, 10, "۱۴۰۴")):
        _, found = of(ADVANCED, date=JalaliDate(year, 2, 1))
        assert found.vat == rate and isinstance(found.vat_law, str) and law in found.vat_law
    for year in (1402, 1405):
        assert isinstance(of(ADVANCED, date=JalaliDate(year, 2, 1))[1].vat, Unknown)


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"delay_base": "مبلغ قسط"}, 100),
        ({"delay_base": "مبلغ قرارداد"}, 223),
        ({"delay_penalty": Unknown(prompt="نرخ")}, Unknown(prompt="روزهای رسیدن به سقف جریمه")),
        ({"delay_penalty": 0, "delay_base": "مبلغ قسط"}, None),
    ],
)
def test_a_ceiling_is_reached_after_so_many_days(changes: dict[str, object], days: object) -> None:
    contract, _ = of(ADVANCED, **changes)
    assert days_to_ceiling(contract, contract.instalments[1]) == days


@pytest.mark.parametrize("event", ["تاریخ شروع", "ابلاغ قرارداد", "صورتجلسهٔ شروع به کار"])
def test_the_days_of_the_contract_of_what_is_due_and_of_the_account_are_the_same(tmp_path: Path, event: str) -> None:
    plans = PlansTree(tmp_path / "plans")
    plans.plant(CONTRACT, "counted_from: تاریخ شروع", f"counted_from: {event}")
    workspace = plans.read().workspace
    assert workspace is not None
    dossier = workspace.dossier("z1-alef")
    assert dossier.contract is not None
    found = agreed(dossier, dossier.contract, workspace.catalogue.legal)
    begun = {"تاریخ شروع": "۱۴۰۳/۰۷/۰۱", "ابلاغ قرارداد": "۱۴۰۳/۰۶/۲۹", "صورتجلسهٔ شروع به کار": "۱۴۰۳/۰۷/۰۲"}
    assert str(found.begins) == begun[event]
    owed = {each.title: each.day for each in due(dossier, JalaliDate(1403, 7, 5)) if each.kind == "instalment"}
    assert owed == {line.title: line.due for line in found.lines if line.title in owed} and len(owed) == 2
    (statement,) = account(dossier, dossier.contract, workspace.catalogue.legal).statements
    assert statement.due == found.lines[0].due
    printed = {payment.instalment.id: payment.due for payment in dossier.contract.payments}
    if event != "صورتجلسهٔ شروع به کار":
        assert printed == {line.id: line.due for line in found.lines}
    else:
        assert {type(day) for day in printed.values()} == {Unknown} and HANDOVER in plans.files


def test_an_advance_is_paid_before_the_instalments_that_take_it_back(tmp_path: Path) -> None:
    plans = PlansTree(tmp_path / "plans")
    plans.plant(CONTRACT, "supervisor:", "advance: {share: ۱۰٪}\nsupervisor:")
    plans.plant(CONTRACT, "staff:\n", "  - {id: g3, kind: تضمین, rate: performance-guarantee, base: پیش‌پرداخت}\nstaff:\n")
    advance = "id: p0\ninstalment: advance\nclaimed_on: ۱۴۰۳/۰۷/۰۲\n"
    plans.files[PAYMENT.replace("p1", "p0")] = advance
    plans.plant(PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", "").plant(PAYMENT, "amortised: ۰", "amortised: ۳۰ میلیون ریال")
    workspace = plans.read().workspace
    assert workspace is not None
    dossier = workspace.dossier("z1-alef")
    assert dossier.contract is not None
    found = account(dossier, dossier.contract, workspace.catalogue.legal)
    first, second = ({line.id: line.this for line in found.of(payment).lines} for payment in ("p0", "p1"))
    assert (first["gross"], first["advance"], first["retention"], first["vat"]) == (0, 120_000_000, 0, 0)
    assert first["net"] == 120_000_000 - whole(first["deposit"])
    assert (second["advance"], second["amortised"], second["gross"]) == (0, 30_000_000, 300_000_000)
    # What is approved is the work: the advance is no part of it.
    assert found.approved == 300_000_000
