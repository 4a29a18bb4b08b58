"""The rules over the life of a contract: each planted mistake gives its rule's code at its place, and nothing else."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import CALL, COMMUNITY, CONTRACT, HANDOVER, PAYMENT, PlansTree, reported

LAST = PAYMENT.replace("p1", "p3")
SECOND = PAYMENT.replace("p1", "p2")
END = HANDOVER.replace("start", "end")

PAID = "id: {0}\ninstalment: {1}\napproval: {{number: ۱, date: ۱۴۰۴/۰۱/۰۲}}\ninvoice: ۷\npaid_on: ۱۴۰۴/۰۷/۰۵\n"
RETURNED = (
    "id: end\npurpose: پایان کار\ndate: ۱۴۰۴/۱۱/۰۱\nattendance:\n  - {id: a, side: کارفرما, post: کارشناس}\n"
    "  - {id: b, side: مجری, post: مدیر}\ngoods:\n  - {id: desk, title: میز, count: ۴}\n"
    "data: {title: بانک داده, handed_on: ۱۴۰۴/۱۰/۲۵, deleted_on: ۱۴۰۴/۱۰/۲۶}\n"
)
SECOND_INSTALMENTS = "subject: افزایش نیرو, amount: ۱۴۰۰ میلیون ریال"
ADDED = "subject: افزایش نیرو, amount: ۱۴۵۰ میلیون ریال, instalments: {0}"
ONE = "{id: i4, title: افزوده, deliverable: گزارش, share: ۱۰۰٪, month: ۱۵}"

REFERENCES = {
    "call of a contract": (CONTRACT, "call: alef-1", "call: §alef-9"),
    "rate of a supplementary guarantee": (
        CONTRACT,
        "kind: تضمین تکمیلی, rate: performance-guarantee",
        "kind: تضمین تکمیلی, rate: §performance",
    ),
    "instalment of a payment": (PAYMENT, "instalment: i1", "instalment: §i9"),
    "staff of a handover": (HANDOVER, "line: head", "line: §hed"),
    "guarantee of a handover": (HANDOVER, "guarantees: [g1]", "guarantees: [g1, §g9]"),
    "neighbourhood of a lot": (CALL, "neighbourhoods: [z1-alef]", "neighbourhoods: [§z1-alif]"),
    "lot of an applicant": (CALL, "lots: [lot-1],", "lots: [§lot-2],"),
    "criterion of points": (CALL, "{criterion: team,", "{criterion: §tem,"),
    "letter of an outcome": (CALL, "letter: invite", "letter: §invit"),
    "authority of a permit": (COMMUNITY, "authority: committee", "authority: §comittee"),
}


@pytest.mark.parametrize(("key", "old", "new"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_nothing_is_reported_at_the_reference(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert ("reference-unknown", key, *plans.marked[key]) in reported(problems, plans.root)


ERRORS = {
    "items that are not the whole price": (CONTRACT, "price_items:\n", "§price_items:\n", "price-sum"),
    "units that do not make their item": (CONTRACT, "amount: ۱۰۰۰ میلیون", "amount: §۱۰۰۰ میلیون", "price-item-product"),
    "a guarantee of an advance that nobody takes back": (
        CONTRACT,
        "rate: performance-guarantee, stated: ۱۲۰",
        "rate: performance-guarantee, base: §پیش‌پرداخت, stated: ۱۲۰",
        "guarantee-without-advance",
    ),
    "an advance without a guarantee": (
        CONTRACT,
        "supervisor: secretariat",
        "advance: {share: §۲۰٪}\nsupervisor: secretariat",
        "advance-without-guarantee",
    ),
    "a contract before its operator was chosen": (
        CONTRACT,
        "number: ۵, date: ۱۴۰۳/۰۵/۰۱",
        "number: ۵, date: §۱۴۰۳/۰۶/۲۹",
        "choice-after-contract",
    ),
    "an amendment before its approval": (
        CONTRACT,
        "number: ۹, date: ۱۴۰۴/۰۲/۲۵",
        "number: ۹, date: §۱۴۰۴/۰۶/۰۲",
        "amendment-before-approval",
    ),
    "an article that does not change": (CONTRACT, "new: پانزده ماه", "new: §دوازده\u200cماه", "article-unchanged"),
    "instalments of an amendment that adds nothing": (
        CONTRACT,
        SECOND_INSTALMENTS,
        f"{SECOND_INSTALMENTS}, §instalments: [{ONE}]",
        "amendment-adds-nothing",
    ),
    "instalments that are not all that is added": (
        CONTRACT,
        SECOND_INSTALMENTS,
        ADDED.format(f"[{ONE}]").replace("۱۰۰٪", "۹۰٪").replace("instalments", "§instalments"),
        "instalments-sum",
    ),
    "an added instalment after the end": (
        CONTRACT,
        SECOND_INSTALMENTS,
        ADDED.format(f"[{ONE}]").replace("month: ۱۵", "month: §۱۷"),
        "instalment-after-term",
    ),
    "an added instalment with the id of another": (
        CONTRACT,
        SECOND_INSTALMENTS,
        ADDED.format(f"[{ONE}]").replace("id: i4", "id: §i3"),
        "duplicate-id",
    ),
    "a supplementary guarantee that is too small": (
        CONTRACT,
        "subject: افزایش نیرو, amount: ۱۴۰۰ میلیون ریال",
        "subject: افزایش نیرو, amount: ۱۴۵۰ میلیون ریال",
        "guarantee-below",
    ),
    "a payment before its claim": (PAYMENT, "paid_on: ۱۴۰۳/۰۷/۱۰", "paid_on: §۱۴۰۳/۰۷/۰۲", "payment-out-of-order"),
    "a claim before the contract": (PAYMENT, "claimed_on: ۱۴۰۳/۰۷/۰۳", "claimed_on: §۱۴۰۳/۰۶/۲۰", "payment-out-of-order"),
    "an approval before the delivery": (PAYMENT, "  date: ۱۴۰۳/۰۷/۰۴", "  date: §۱۴۰۳/۰۶/۳۱", "payment-out-of-order"),
    "a payment that nobody approved": (PAYMENT, "approval:\n  number: ۱۲\n", "§approval:\n", "paid-unapproved"),
    "more approved than is owed": (
        PAYMENT,
        "  amount: ۳۰۰ میلیون ریال",
        "  amount: §۳۰۱ میلیون ریال",
        "approved-above-instalment",
    ),
    "a net sum that is another": (PAYMENT, "stated_net: ۲۹۵", "stated_net: §۲۹۶", "net-differs"),
    "more amortised than was advanced": (PAYMENT, "amortised: ۰", "amortised: §۳۰۱ میلیون ریال", "amortised-above-advance"),
    "penalties above their ceiling": (PAYMENT, "penalty: ۰", "penalty: §۱۵ میلیون ریال", "penalty-above-ceiling"),
    "a penalty above the ceiling of its instalment": (
        PAYMENT,
        "penalty: ۰",
        "penalty: §۴ میلیون ریال",
        "penalty-above-ceiling",
    ),
    "a start of work before the contract": (
        HANDOVER,
        "date: ۱۴۰۳/۰۷/۰۲\nplace",
        "date: §۱۴۰۳/۰۶/۲۰\nplace",
        "handover-before-contract",
    ),
    "data that was deleted before it was handed over": (
        HANDOVER,
        "deleted_on: ۱۴۰۳/۰۷/۰۳",
        "deleted_on: §۱۴۰۳/۰۷/۰۱",
        "data-deleted-early",
    ),
    "questions after the deadline": (
        CALL,
        "questions_until: ۱۴۰۳/۰۳/۱۵",
        "questions_until: §۱۴۰۳/۰۴/۰۵",
        "questions-after-deadline",
    ),
    "offers opened before the deadline": (
        CALL,
        "opening: {date: ۱۴۰۳/۰۴/۰۲",
        "opening: {date: §۱۴۰۳/۰۳/۲۵",
        "opened-before-deadline",
    ),
    "applicants judged before their offers were opened": (
        CALL,
        "number: ۶, date: ۱۴۰۳/۰۴/۱۰",
        "number: ۶, date: §۱۴۰۳/۰۴/۰۱",
        "judged-before-deadline",
    ),
    "points twice by one criterion": (
        CALL,
        "{criterion: team, points: ۸۶٫۲۵}",
        "{criterion: team, points: ۸۶٫۲۵}, {criterion: §past, points: ۸۱}",
        "criterion-twice",
    ),
    "a score that is not that of the points": (CALL, "score: ۸۲٫۵", "score: §۸۲", "score-differs"),
    "an applicant below the minimum": (CALL, "outcome: پذیرفته", "outcome: §پذیرفته", "accepted-below-minimum"),
    "rules reviewed before they were adopted": (
        COMMUNITY,
        "review_on: ۱۴۰۴/۰۸/۰۱",
        "review_on: §۱۴۰۳/۰۷/۰۱",
        "schedule-reversed",
    ),
    "a permit answered before it was asked for": (
        COMMUNITY,
        "answered_on: ۱۴۰۳/۱۰/۰۱",
        "answered_on: §۱۴۰۳/۰۸/۲۰",
        "permit-before-request",
    ),
    "a permit that ends before it begins": (
        COMMUNITY,
        "valid_until: ۱۴۰۶/۱۰/۰۱",
        "valid_until: §۱۴۰۲/۱۰/۰۱",
        "schedule-reversed",
    ),
}

EXTRA = {
    "items that are not the whole price": (CONTRACT, "amount: ۲۰۰ میلیون", "amount: ۲۱۰ میلیون"),
    "units that do not make their item": (CONTRACT, "unit_price: ۱۰۰ میلیون", "unit_price: ۱۰۱ میلیون"),
    "a supplementary guarantee that is too small": (
        CONTRACT,
        "kind: تضمین تکمیلی, rate: performance-guarantee",
        "kind: تضمین تکمیلی, rate: performance-guarantee, stated: §۵ میلیون ریال",
    ),
    "a payment before its claim": (PAYMENT, "  date: ۱۴۰۳/۰۷/۰۴", "  date: ۱۴۰۳/۰۷/۰۱"),
    "more approved than is owed": (PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", ""),
    "more amortised than was advanced": (PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", ""),
    "penalties above their ceiling": (PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", ""),
    "a penalty above the ceiling of its instalment": (PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", ""),
    "an applicant below the minimum": (CALL, "minimum_score: ۶۰", "minimum_score: ۸۵"),
}
ALSO = {
    "penalties above their ceiling": (CONTRACT, "copies: ۴\n", "copies: ۴\ndelay_ceiling: ۱٪\n"),
    "a penalty above the ceiling of its instalment": (
        CONTRACT,
        "copies: ۴\n",
        "copies: ۴\ndelay_ceiling: ۱٪\ndelay_base: مبلغ قسط\n",
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_broken_rule_is_reported_once_at_its_place(plans: PlansTree, name: str) -> None:
    key, old, new, code = ERRORS[name]
    plans.plant(key, old, new)
    for more in (EXTRA, ALSO):
        if name in more:
            plans.plant(*more[name])
    reading = plans.read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.ERROR


WARNINGS = {
    "a ceiling that no delay of the term reaches": (
        CONTRACT,
        "copies: ۴\n",
        "copies: ۴\ndelay_penalty: ۰٫۱٪\ndelay_ceiling: §۱۰٪\n",
        "delay-ceiling-out-of-reach",
    ),
    "a penalty that never grows": (
        CONTRACT,
        "copies: ۴\n",
        "copies: ۴\ndelay_penalty: ۰٪\ndelay_base: مبلغ قسط\ndelay_ceiling: §۱۰٪\n",
        "delay-ceiling-out-of-reach",
    ),
    "a policy that ends before the contract": (
        CONTRACT,
        "number: ۷۷, valid_until: ۱۴۰۴/۱۲/۰۱",
        "number: ۷۷, valid_until: §۱۴۰۴/۱۰/۲۹",
        "insurance-ends-early",
    ),
    "a supplementary guarantee that ends early": (
        CONTRACT,
        "kind: تضمین تکمیلی, rate: performance-guarantee",
        "kind: تضمین تکمیلی, rate: performance-guarantee, valid_until: §۱۴۰۴/۱۰/۲۹",
        "guarantee-ends-early",
    ),
    "a payment with an open defect": (
        PAYMENT,
        "title: فهرست ناقص, deadline: ۱۴۰۳/۰۷/۰۸, mended_on: ۱۴۰۳/۰۷/۰۶",
        "title: §فهرست ناقص, deadline: ۱۴۰۳/۰۷/۰۸",
        "paid-with-defects",
    ),
    "a payment without an invoice": (PAYMENT, "invoice: ۷۰۱\n", "", "paid-without-invoice"),
    "lateness that costs nothing": (
        PAYMENT,
        "delivered_on: ۱۴۰۳/۰۷/۰۱",
        "delivered_on: §۱۴۰۳/۰۷/۰۳",
        "late-without-penalty",
    ),
    "no rate on the day of a payment": (
        "legal.yaml",
        "valid_from: ۱۴۰۳/۰۱/۰۱",
        "valid_from: ۱۴۰۳/۰۱/۰۱, valid_to: ۱۴۰۳/۰۷/۰۵",
        "payment-rate-missing",
    ),
    "a handover by one side": (
        HANDOVER,
        "attendance:\n  - {id: employer, side: کارفرما, post: کارشناس}\n",
        "§attendance:\n",
        "handover-one-side",
    ),
    "an office that opened before it was handed over": (
        HANDOVER,
        "date: ۱۴۰۳/۰۷/۰۲\nplace",
        "date: §۱۴۰۳/۰۷/۰۶\nplace",
        "opened-before-handover",
    ),
    "fewer people than the contract asks for": (
        HANDOVER,
        "staff:\n  - {line: head, people: ۱",
        "§staff:\n  - {line: head, people: ۰",
        "staff-short",
    ),
    "a better applicant who was refused": (
        CALL,
        "reason: بیشترین امتیاز, letter: invite}\n",
        "reason: بیشترین امتیاز, letter: invite}\n  - {id: p2, score: ۹۰, outcome: §ردشده, lots: [lot-1]}\n",
        "better-one-refused",
    ),
    "a permit without its number": (COMMUNITY, "state: در دست بررسی", "state: §صادرشده", "permit-without-number"),
    "a request before the statute": (
        COMMUNITY,
        "number: ۳۱, date: ۱۴۰۳/۰۹/۰۱",
        "number: ۳۱, date: §۱۴۰۳/۰۸/۰۵",
        "request-before-statute",
    ),
}

MORE = {
    "a payment without an invoice": (PAYMENT, "paid_on:", "§paid_on:"),
    "lateness that costs nothing": (PAYMENT, "penalty_reason: بی تأخیر\n", ""),
    "no rate on the day of a payment": (PAYMENT, "paid_on:", "§paid_on:"),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_a_suspicion_warns_once_and_stops_nothing(plans: PlansTree, name: str) -> None:
    key, old, new, code = WARNINGS[name]
    plans.plant(key, old, new)
    if name in MORE:
        plans.plant(*MORE[name])
    reading = plans.read()
    ((marked, place),) = plans.marked.items()
    ((found, file, line, column),) = reported(reading.problems, plans.root)
    # A fact of a key is told at its value.
    assert (found, file, line) == (code, marked, place[0]) and column >= place[1]
    assert reading.problems[0].severity is Severity.WARNING
    assert reading.workspace is not None


def test_an_instalment_is_paid_once(plans: PlansTree) -> None:
    plans.files[SECOND] = PAID.format("p2", "i1")
    assert reported(plans.read().problems, plans.root) == [("instalment-paid-twice", SECOND, 2, 13)]


def test_the_last_instalment_is_not_paid_without_a_clearance(plans: PlansTree) -> None:
    plans.files[LAST] = PAID.format("p3", "i3")
    assert [found.code for found in plans.read().problems] == ["paid-without-clearance"]
    plans.files[LAST] += "clearance: {number: ۳۳, date: ۱۴۰۴/۰۷/۰۱}\n"
    assert plans.read().problems == ()


def test_another_instalment_is_the_last_once_an_amendment_adds_one(plans: PlansTree) -> None:
    plans.plant(CONTRACT, SECOND_INSTALMENTS, ADDED.format(f"[{ONE}]"))
    plans.files[LAST] = PAID.format("p3", "i3")
    assert plans.read().problems == ()


def test_what_was_handed_over_comes_back_at_the_end_and_no_more(plans: PlansTree) -> None:
    plans.files[END] = RETURNED
    assert plans.read().problems == ()
    plans.files[END] = RETURNED.replace("count: ۴", "count: ۳")
    (found,) = plans.read().problems
    assert (found.code, "«میز» (۱)" in found.message) == ("property-not-returned", True)
    plans.files[END] = RETURNED.replace("count: ۴", "count: ۵")
    assert [found.code for found in plans.read().problems] == ["property-returned-more"]


def test_the_end_of_work_says_what_became_of_the_data(plans: PlansTree) -> None:
    plans.files[END] = RETURNED.partition("data:")[0]
    assert [found.code for found in plans.read().problems] == ["end-without-data"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("valid_from: ۱۴۰۳/۰۱/۰۱}", "valid_from: ۱۴۰۳/۰۶/۲۹}"),
        ("value: ۱۰٪, law: قانون مالیات", "law: قانون مالیات"),
    ],
)
def test_a_year_without_a_rate_of_the_tax_is_a_gap_of_the_contract(plans: PlansTree, old: str, new: str) -> None:
    plans.plant("legal.yaml", old, new)
    plans.plant(PAYMENT, "stated_net: ۲۹۵ میلیون ریال\n", "")
    plans.plant(CONTRACT, "date: ۱۴۰۳/۰۶/۲۸", "date: §۱۴۰۳/۰۶/۲۸")
    found = [problem for problem in plans.read().problems if problem.code == "contract-tax-unknown"]
    assert reported(found, plans.root) == [("contract-tax-unknown", CONTRACT, *plans.marked[CONTRACT])]
    assert found[0].severity is Severity.GAP and "۱۴۰۳" in found[0].message


def test_a_ceiling_of_each_instalment_is_reached_and_not_warned_of(plans: PlansTree) -> None:
    plans.plant(CONTRACT, "copies: ۴\n", "copies: ۴\ndelay_penalty: ۰٫۱٪\ndelay_ceiling: ۱۰٪\ndelay_base: مبلغ قسط\n")
    assert "delay-ceiling-out-of-reach" not in {problem.code for problem in plans.read().problems}
