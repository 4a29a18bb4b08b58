"""What is due: reports from the opening of the office on, open decisions, solutions and instalments to come."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.known import UNKNOWN
from generator.model.records.holidays import Holidays
from generator.model.records.letters import LetterReference
from generator.model.records.payment import SupervisorApproval
from generator.model.records.terms import Term, Terms
from generator.model.records.workspace import Dossier
from generator.model.views.due import ENDS, Rules, due
from generator.persian import days_between, parse_date
from tests.reading.plans_tree import CONTRACT, HANDOVER, IDENTITY, MEETING, OFFICE, PAYMENT, QUARTER, SECOND, PlansTree


@pytest.fixture
def plans(tmp_path: Path) -> PlansTree:
    return PlansTree(tmp_path / "plans")


def dossier(plans: PlansTree, name: str = "z1-alef") -> Dossier:
    workspace = plans.read().workspace
    assert workspace is not None
    return workspace.dossier(name)


def owed(of: Dossier, day: str, *kinds: str) -> list[tuple[str, str, int]]:
    """Record, day and lateness of what is due of these kinds."""
    on = parse_date(day)
    return [(each.record, str(each.day), each.late(on)) for each in due(of, on) if each.kind in kinds]


def test_reports_are_owed_for_every_period_that_has_ended_since_the_office_opened(plans: PlansTree) -> None:
    plans.plant(OFFICE, "۱۴۰۳/۰۷/۰۵", "۱۴۰۳/۰۶/۳۱")
    assert owed(dossier(plans), "1404/10/05", "quarter", "evaluation") == [
        ("quarters/1403-q2", "۱۴۰۳/۰۷/۳۰", 431),
        ("quarters/1403-q3", "۱۴۰۳/۱۰/۳۰", 341),
        ("quarters/1404-q2", "۱۴۰۴/۰۷/۳۰", 65),
        ("quarters/1404-q3", "۱۴۰۴/۱۰/۳۰", -25),
    ]


def test_a_report_is_not_owed_before_its_period_has_ended_nor_without_an_open_office(plans: PlansTree) -> None:
    assert "quarters/1404-q3" not in {record for record, _, _ in owed(dossier(plans), "1404/09/30", "quarter")}
    assert owed(dossier(plans, "z2-be"), "1404/09/30", "quarter", "evaluation") == []
    plans.plant(OFFICE, "opened_on: ۱۴۰۳/۰۷/۰۵\n", "")
    assert owed(dossier(plans), "1404/09/30", "quarter", "evaluation") == []


@pytest.mark.parametrize(
    ("key", "old", "new", "record"),
    [
        (SECOND, "prepared_on: ۱۴۰۴/۰۸/۱۵\n", "prepared_on:\n", "evaluations/1404-h1"),
        (SECOND, "introduction: مقدمه", "introduction: … مقدمه را بنویسید", "evaluations/1404-h1"),
        (SECOND, "strengths: [", "strengths: [… یک نقطهٔ قوت بنویسید, ", "evaluations/1404-h1"),
        (QUARTER, "prepared_on:", "prepared_on: # ", "quarters/1404-q1"),
        (QUARTER, "summary: ", "summary: … ", "quarters/1404-q1"),
    ],
)
def test_a_report_that_was_only_begun_is_still_owed(plans: PlansTree, key: str, old: str, new: str, record: str) -> None:
    found = due(dossier(plans.plant(key, old, new)), parse_date("1404/09/30"))
    assert record in {each.record for each in found if each.kind in ("quarter", "evaluation")}
    assert record not in {each.record for each in found if each.kind == "solution"}


@pytest.mark.parametrize(
    ("status", "open_"),
    [("در دست اقدام", True), ("انجام‌نشده", True), ("انجام‌شده, progress: ۱۰۰", False), ("منتفی", False)],
)
def test_a_decision_is_due_until_it_is_carried_out_or_dropped(plans: PlansTree, status: str, open_: bool) -> None:
    plans.plant(MEETING, "deadline: ۱۴۰۳/۰۹/۳۰, progress: ۵۰٪", f"deadline: ۱۴۰۳/۰۹/۳۰, status: {status}")
    found = [each for each in owed(dossier(plans), "1403/10/03", "decision") if each[0] == "meetings/review"]
    assert found == ([("meetings/review", "۱۴۰۳/۰۹/۳۰", 3)] if open_ else [])


def test_a_decision_without_a_day_is_due_on_none(plans: PlansTree) -> None:
    plans.plant(MEETING, "deadline: ۱۴۰۳/۰۹/۳۰, progress: ۵۰٪", "progress: ۵۰٪")
    assert "meetings/review" not in {record for record, _, _ in owed(dossier(plans), "1404/07/02", "decision")}


def test_a_solution_is_due_until_its_day(plans: PlansTree) -> None:
    assert owed(dossier(plans), "1404/12/01", "solution") == [("evaluations/1404-h1", "۱۴۰۴/۱۲/۰۱", 0)]
    assert owed(dossier(plans), "1404/12/02", "solution") == []


@pytest.mark.parametrize(
    ("answer", "is_owed"),
    [
        ("status: انجام شد}", False),
        ("status: منتفی, reason: علت}", False),
        ("status: در دست انجام, reason: علت, carried_by: s1}", False),
        ("status: انجام نشد, reason: علت}", True),
    ],
)
def test_a_solution_is_owed_after_its_day_until_it_is_settled_or_taken_up(plans: PlansTree, answer: str, is_owed: bool) -> None:
    plans.plant(SECOND, "status: در دست انجام, reason: نبود اعتبار, carried_by: s1}", answer)
    found = owed(dossier(plans), "1404/12/11", "solution")
    assert found == ([("evaluations/1403-h2", "۱۴۰۴/۱۲/۰۱", 10)] if is_owed else [])


def test_an_instalment_is_due_until_its_day_once_the_contract_is_concluded(plans: PlansTree) -> None:
    assert owed(dossier(plans), "1403/12/30", "instalment") == [("contract", "۱۴۰۳/۱۲/۳۰", 0), ("contract", "۱۴۰۴/۰۶/۳۱", -186)]
    del plans.files[PAYMENT]
    (plans.root / PAYMENT).unlink()
    assert owed(dossier(plans), "1404/01/01", "instalment") == [("contract", "۱۴۰۴/۰۶/۳۱", -185)]
    concluded = dossier(plans)
    assert concluded.contract is not None
    draft = concluded.contract.model_copy(update={"date": UNKNOWN})
    assert owed(concluded.model_copy(update={"contract": draft}), "1403/12/30", "instalment") == []


def test_an_instalment_has_no_day_while_the_start_is_unknown(plans: PlansTree) -> None:
    plans.plant(CONTRACT, "start: ۱۴۰۳/۰۷/۰۱\n", "")
    assert owed(dossier(plans), "1403/12/30", "instalment") == []


def test_what_is_due_comes_in_the_order_of_its_days_with_its_owner(plans: PlansTree) -> None:
    found = due(dossier(plans), parse_date("1403/07/05"))
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert {each.kind: each.owner for each in found} == {
        "decision": "secretariat",
        "solution": "secretariat",
        "instalment": None,
        **dict.fromkeys(("contract-end", "guarantee-end", "permit-end")),
    }


def test_an_instalment_is_owed_until_it_is_paid_where_payments_are_recorded(plans: PlansTree) -> None:
    assert owed(dossier(plans), "1404/01/01", "instalment") == [("contract", "۱۴۰۳/۱۲/۳۰", 1), ("contract", "۱۴۰۴/۰۶/۳۱", -185)]
    plans.files[PAYMENT.replace("p1", "p2")] = "id: p2\ninstalment: i2\nclaimed_on: ۱۴۰۴/۰۱/۰۵\n"
    assert len(owed(dossier(plans), "1404/01/10", "instalment")) == 2
    plans.plant(PAYMENT.replace("p1", "p2"), "claimed_on", "approval: {number: ۱, date: ۱۴۰۴/۰۱/۰۴}\npaid_on")
    assert owed(dossier(plans), "1404/01/10", "instalment") == [("contract", "۱۴۰۴/۰۶/۳۱", -176)]


def test_months_are_counted_from_the_day_that_the_contract_says(plans: PlansTree) -> None:
    plans.plant(CONTRACT, "counted_from: تاریخ شروع", "counted_from: صورتجلسهٔ شروع به کار")
    assert owed(dossier(plans), "1403/12/20", "instalment") == [
        ("contract", "۱۴۰۴/۰۱/۰۱", -11),
        ("contract", "۱۴۰۴/۰۷/۰۱", -197),
    ]
    plans.plant(CONTRACT, "counted_from: صورتجلسهٔ شروع به کار", "counted_from: ابلاغ قرارداد")
    assert owed(dossier(plans), "1403/12/20", "instalment")[0] == ("contract", "۱۴۰۳/۱۲/۲۸", -8)


def test_the_end_of_a_contract_is_owed_until_the_work_is_handed_over(plans: PlansTree) -> None:
    assert owed(dossier(plans), "1404/11/02", "contract-end") == [("contract", "۱۴۰۴/۱۰/۳۰", 2)]
    end = plans.files[HANDOVER].replace("id: start", "id: end").replace("شروع به کار", "پایان کار")
    plans.files[HANDOVER.replace("start", "end")] = end.replace("date: ۱۴۰۳/۰۷/۰۲\nplace", "date: ۱۴۰۴/۱۱/۰۱\nplace")
    assert owed(dossier(plans), "1404/11/02", "contract-end") == []


def test_a_guarantee_ends_on_its_last_day_unless_it_was_given_back(plans: PlansTree) -> None:
    assert owed(dossier(plans), "1404/12/25", "guarantee-end") == [("contract", "۱۴۰۵/۰۱/۰۱", -5)]
    plans.plant(CONTRACT, "valid_until: ۱۴۰۵/۰۱/۰۱", "valid_until: ۱۴۰۵/۰۱/۰۱, released_on: ۱۴۰۴/۱۰/۱۵")
    assert owed(dossier(plans), "1404/12/25", "guarantee-end") == []


def test_a_report_is_in_time_for_the_days_that_the_term_of_its_period_says() -> None:
    terms = Terms.model_validate(
        {
            "terms": [
                {"id": "report-after-period", "title": "گزارش", "amount": "۲۱", "unit": "روز", "valid_from": "1404/01/01"},
                {"id": "report-after-period", "title": "گزارش", "amount": "۱", "unit": "ماه", "valid_to": "1403/12/30"},
            ]
        }
    )
    opened = {"id": "office", "name": "دفتر", "phase": "۱", "opened_on": "1403/07/05", "operator": {"id": "operator"}}
    identity = {"id": "z1-alef", "zone": "z1", "rank": "۱", "text": "الف", "name": "الف", "lines": []}
    of = Dossier.model_validate({"neighbourhood": identity, "office": opened})
    days = {each.record: str(each.day) for each in due(of, parse_date("1404/07/05"), Rules(terms))}
    # An interval in another unit than days gives none, and the usual thirty hold.
    assert days["quarters/1403-q3"] == "۱۴۰۳/۱۰/۳۰"
    assert days["quarters/1404-q1"] == "۱۴۰۴/۰۴/۲۱"


def test_a_reply_is_due_until_a_letter_comes_that_answers(plans: PlansTree) -> None:
    of = dossier(plans)
    sent = of.letters[0].model_copy(
        update={"id": "asked", "reply_by": parse_date("1404/07/10"), "date": parse_date("1404/07/01")}
    )
    answer = sent.model_copy(
        update={"id": "answer", "reply_by": None, "references": (LetterReference(kind="عطف", letter="asked"),)}
    )
    assert owed(of.model_copy(update={"letters": (sent,)}), "1404/07/15", "reply") == [("letters/asked", "۱۴۰۴/۰۷/۱۰", 5)]
    assert owed(of.model_copy(update={"letters": (sent, answer)}), "1404/07/15", "reply") == []
    not_sent = sent.model_copy(update={"date": UNKNOWN})
    assert owed(of.model_copy(update={"letters": (not_sent,)}), "1404/07/15", "reply") == []


def test_a_payment_that_is_approved_is_due_after_the_working_days_of_its_term(plans: PlansTree) -> None:
    of = dossier(plans)
    approval = SupervisorApproval(date=parse_date("1404/11/18"))
    waiting = of.model_copy(
        update={"payments": (of.payments[0].model_copy(update={"approval": approval, "paid_on": UNKNOWN}),)}
    )
    term = Term.model_validate({"id": "payment", "title": "پرداخت", "amount": "۳", "unit": "روز کاری"})
    closed = Holidays.model_validate({"yearly": [{"month": "۱۱", "day": "۲۲", "title": "پیروزی انقلاب"}]})
    found = due(waiting, parse_date("1404/11/18"), Rules(Terms(terms=(term,)), closed))
    # Saturday the 18th, then Sunday, Monday, Tuesday; Wednesday the 22nd is closed and is not reached.
    assert [str(each.day) for each in found if each.kind == "payment"] == ["۱۴۰۴/۱۱/۲۱"]
    four = Term.model_validate({"id": "payment", "title": "پرداخت", "amount": "۴", "unit": "روز کاری"})
    found = due(waiting, parse_date("1404/11/18"), Rules(Terms(terms=(four,)), closed))
    assert [str(each.day) for each in found if each.kind == "payment"] == ["۱۴۰۴/۱۱/۲۳"]
    assert not [each for each in due(waiting, parse_date("1404/11/18")) if each.kind == "payment"]


def test_a_deadline_moves_to_the_next_open_day_and_an_end_does_not(plans: PlansTree) -> None:
    of = dossier(plans)
    friday = parse_date("1404/07/04")
    assert friday.weekday == "جمعه"
    found = due(of, friday, Rules(holidays=Holidays()))
    assert all(each.day.weekday != "جمعه" for each in found if each.kind not in ENDS)
    moved = [each for each in found if each.told]
    assert moved
    assert all(days_between(each.told, each.day) == 1 for each in moved if each.told)


def test_nothing_is_due_after_the_day_on_which_a_neighbourhood_was_merged(plans: PlansTree) -> None:
    before = due(dossier(plans), parse_date("1403/10/05"))
    plans.plant(IDENTITY, "rank: ۱\n", "rank: ۱\nended: {on: ۱۴۰۳/۱۰/۲۰, how: ادغام, into: z2-be}\n")
    ended = dossier(plans)
    while_it_was, after = (due(ended, parse_date(day)) for day in ("1403/10/05", "1403/10/21"))

    assert while_it_was == tuple(each for each in before if str(each.day) <= "۱۴۰۳/۱۰/۲۰")
    assert 0 < len(while_it_was) < len(before)
    assert after == ()
    assert ended.quarters == dossier(plans).quarters != ()
