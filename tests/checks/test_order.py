"""The rules over the order of the programme's life: each planted disorder warns once, at its date, and names the other one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.problems.errors import Severity
from generator.problems.sentences.order import SENTENCES
from tests.plans import project
from tests.reading.plans_tree import (
    APPROVALS,
    CALL,
    CONTRACT,
    FIRST,
    LETTER,
    MEETING,
    NEEDS,
    OFFICE,
    PLAN,
    SECOND_LETTER,
    YEAR,
    PlansTree,
    reported,
)

PRIORITY = "neighbourhoods/z1-alef/priority.yaml"
DOCUMENT = "neighbourhoods/z1-alef/participatory.yaml"
PROGRAMME = YEAR.replace("1405", "1404")

_OPENED = "opened_on: ۱۴۰۳/۰۷/۰۵"
_NOT_YET_APPROVED = (
    (APPROVALS, ", number: ۱۸, date: ۱۴۰۳/۰۹/۲۰", ""),
    (LETTER, "number: ۹۵۲\ndate: ۱۴۰۳/۰۹/۲۵\n", ""),
    (SECOND_LETTER, "number: ۹۵۳\ndate: ۱۴۰۳/۰۹/۲۵\n", ""),
)


@dataclass(frozen=True)
class Disorder:
    """A date changed in a file (`old` to `new`, with the mark at it), what else is changed, and what must be said."""

    key: str
    old: str
    new: str
    code: str
    other: str
    also: tuple[tuple[str, str, str], ...] = ()


DISORDERS = {
    "a priority decided after the call": Disorder(
        PRIORITY,
        "access_score: ۴۲٫۵\n",
        "access_score: ۴۲٫۵\ndecided_on: §۱۴۰۳/۰۳/۰۲\n",
        "priority-too-late",
        "۱۴۰۳/۰۳/۰۱ در «calls/alef-1.yaml»",
    ),
    "a call that closes after the contract": Disorder(
        CALL,
        "deadline: ۱۴۰۳/۰۴/۰۱",
        "deadline: §۱۴۰۳/۰۶/۲۹",
        "call-too-late",
        "۱۴۰۳/۰۶/۲۸ در «contract.yaml»",
        ((CALL, "opening: {date: ۱۴۰۳/۰۴/۰۲, ", "opening: {"), (CALL, "number: ۶, date: ۱۴۰۳/۰۴/۱۰", "number: ۶")),
    ),
    "an office opened before the term of its contract": Disorder(
        OFFICE, _OPENED, "opened_on: §۱۴۰۳/۰۶/۳۱", "office-before-contract", "۱۴۰۳/۰۷/۰۱ در «contract.yaml»"
    ),
    "an office approved after it opened": Disorder(
        APPROVALS,
        "number: ۹, date: ۱۴۰۳/۰۵/۱۰",
        "number: ۹, date: §۱۴۰۳/۰۷/۰۶",
        "office-before-approval",
        "۱۴۰۳/۰۷/۰۵ در «office.yaml»",
        ((CONTRACT, "basis: [office]\n", ""),),
    ),
    "a review before the contract": Disorder(
        MEETING, "date: ۱۴۰۳/۰۸/۰۵", "date: §۱۴۰۳/۰۶/۲۷", "review-before-contract", "۱۴۰۳/۰۶/۲۸ در «contract.yaml»"
    ),
    "a gathering before the office opened": Disorder(
        DOCUMENT, "date: ۱۴۰۳/۱۱/۱۰", "date: §۱۴۰۳/۰۷/۰۴", "gathering-before-office", "۱۴۰۳/۰۷/۰۵ در «office.yaml»"
    ),
    "a gathering before the contract of an office not yet open": Disorder(
        DOCUMENT,
        "date: ۱۴۰۳/۱۱/۱۰",
        "date: §۱۴۰۳/۰۶/۲۷",
        "gathering-before-office",
        "۱۴۰۳/۰۶/۲۸ در «contract.yaml»",
        ((OFFICE, f"{_OPENED}\n", ""),),
    ),
    "a gathering after the document that tells of it": Disorder(
        DOCUMENT, "date: ۱۴۰۳/۱۱/۱۰", "date: §۱۴۰۴/۰۲/۱۱", "gathering-after-document", "۱۴۰۴/۰۲/۱۰ در «participatory.yaml»"
    ),
    "needs before the office opened (V2)": Disorder(
        NEEDS, "prepared_on: ۱۴۰۳/۰۸/۰۱", "prepared_on: §۱۴۰۳/۰۷/۰۴", "needs-before-office", "۱۴۰۳/۰۷/۰۵ در «office.yaml»"
    ),
    "needs approved before the office opened (V2)": Disorder(
        APPROVALS,
        "date: ۱۴۰۳/۰۸/۱۰",
        "date: §۱۴۰۳/۰۷/۰۴",
        "needs-before-office",
        "۱۴۰۳/۰۷/۰۵ در «office.yaml»",
        ((NEEDS, "prepared_on: ۱۴۰۳/۰۸/۰۱\n", ""),),
    ),
    "needs approved before they were written": Disorder(
        APPROVALS,
        "date: ۱۴۰۳/۰۸/۱۰",
        "date: §۱۴۰۳/۰۷/۳۰",
        "approved-before-written",
        "۱۴۰۳/۰۸/۰۱ تدوین شده است («needs.yaml»)",
    ),
    "a plan before the office opened": Disorder(
        PLAN,
        "{number: ۰, date: ۱۴۰۳/۰۸/۱۵",
        "{number: ۰, date: §۱۴۰۳/۰۷/۰۴",
        "plan-before-office",
        "۱۴۰۳/۰۷/۰۵ در «office.yaml»",
        (
            (MEETING, "date: ۱۴۰۳/۰۸/۰۵", "date: ۱۴۰۳/۰۷/۰۳"),
            (APPROVALS, ", number: ۱۲, date: ۱۴۰۳/۰۸/۱۰", ""),
            *_NOT_YET_APPROVED,
        ),
    ),
    "a plan before the review": Disorder(
        PLAN,
        "{number: ۰, date: ۱۴۰۳/۰۸/۱۵",
        "{number: ۰, date: §۱۴۰۳/۰۸/۰۴",
        "plan-before-review",
        "۱۴۰۳/۰۸/۰۵ در «meetings/review.yaml»",
        ((APPROVALS, "date: ۱۴۰۳/۰۸/۱۰", "date: ۱۴۰۳/۰۸/۰۳"),),
    ),
    "a plan without a review": Disorder(
        PLAN,
        "date: ۱۴۰۳/۰۹/۱۵",
        "date: §۱۴۰۳/۰۹/۱۵",
        "plan-without-review",
        "ثبت نشده است",
        ((MEETING, "purpose: بررسی برنامه‌های دستگاه‌ها", "purpose: پیگیری"),),
    ),
    "a plan before its needs are approved": Disorder(
        PLAN,
        "{number: ۰, date: ۱۴۰۳/۰۸/۱۵",
        "{number: ۰, date: §۱۴۰۳/۰۸/۰۹",
        "plan-before-needs",
        "۱۴۰۳/۰۸/۱۰ در «approvals.yaml»",
    ),
    "a participatory document before the plan": Disorder(
        DOCUMENT,
        "date: ۱۴۰۴/۰۲/۱۰",
        "date: §۱۴۰۳/۰۸/۱۴",
        "document-before-plan",
        "۱۴۰۳/۰۸/۱۵ در «plan.yaml»",
        ((DOCUMENT, "date: ۱۴۰۳/۱۱/۱۰", "date: ۱۴۰۳/۰۸/۰۱"),),
    ),
    "a plan approved before it was written": Disorder(
        APPROVALS,
        "number: ۱۸, date: ۱۴۰۳/۰۹/۲۰",
        "number: ۱۸, date: §۱۴۰۳/۰۹/۱۴",
        "approved-before-written",
        "۱۴۰۳/۰۹/۱۵ تدوین شده است («plan.yaml»)",
    ),
    "an evaluation of a half-year before the plan": Disorder(
        FIRST,
        "period: 1403-h2",
        "period: §1403-h2",
        "evaluated-before-plan",
        "۱۴۰۴/۰۱/۰۱ در «plan.yaml»",
        (
            (PLAN, "date: ۱۴۰۳/۰۹/۱۵", "date: ۱۴۰۴/۰۱/۰۲"),
            (PLAN, "{number: ۰, date: ۱۴۰۳/۰۸/۱۵", "{number: ۰, date: ۱۴۰۴/۰۱/۰۱"),
            *_NOT_YET_APPROVED,
        ),
    ),
    "a programme before its evaluation (V8)": Disorder(
        PROGRAMME,
        "prepared_on: ۱۴۰۴/۰۱/۲۰",
        "prepared_on: §۱۴۰۴/۰۱/۱۴",
        "programme-before-evaluation",
        "۱۴۰۴/۰۱/۱۵ در «evaluations/1403-h2.yaml»",
    ),
}


@pytest.mark.parametrize("disorder", DISORDERS.values(), ids=DISORDERS)
def test_a_disorder_warns_once_at_its_date_and_names_the_other_date_and_its_file(plans: PlansTree, disorder: Disorder) -> None:
    plans.plant(disorder.key, disorder.old, disorder.new)
    for change in disorder.also:
        plans.plant(*change)
    (found,) = plans.read().problems
    assert reported([found], plans.root) == [(disorder.code, disorder.key, *plans.marked[disorder.key])]
    assert found.severity is Severity.WARNING
    assert disorder.other in found.message


def test_every_sentence_about_order_has_a_disorder_that_brings_it() -> None:
    assert {disorder.code for disorder in DISORDERS.values()} == SENTENCES.keys()


def test_where_the_source_leaves_the_order_open_the_sentence_only_asks() -> None:
    asking = {code for code, (_, _, hint) in SENTENCES.items() if "فقط پرسش است" in hint}
    assert asking == {"review-before-contract", "plan-before-needs", "document-before-plan"}


def test_a_later_edition_of_a_plan_waits_for_its_own_approval_and_notification(plans: PlansTree) -> None:
    plans.plant(PLAN, "version: ۱\ndate: ۱۴۰۳/۰۹/۱۵", "version: ۲\ndate: ۱۴۰۴/۰۲/۲۵")
    second = "number: ۱۸, date: ۱۴۰۳/۰۹/۲۰}\n"
    plans.plant(APPROVALS, second, f"{second}  - {{id: third, body: secretariat, about: برنامه اقدام, subject: ویرایش دوم}}\n")
    assert plans.read().problems == ()
    plans.plant(APPROVALS, "subject: ویرایش دوم", "subject: ویرایش دوم, number: ۳۱, date: ۱۴۰۴/۰۳/۱۰")
    assert plans.read().problems == ()


def test_the_day_of_what_was_only_begun_is_an_example_and_out_of_no_order(plans: PlansTree) -> None:
    plans.plant(MEETING, "purpose: بررسی برنامه‌های دستگاه‌ها", "purpose: پیگیری")
    plans.plant(DOCUMENT, "date: ۱۴۰۴/۰۲/۱۰", "date: ۱۴۰۳/۰۸/۱۴").plant(DOCUMENT, "foreword: پیشگفتار", "foreword: … پیشگفتار")
    assert {found.code for found in plans.read().problems} == {"text-to-write", "plan-without-review"}
    plans.plant(PLAN, "  - {number: ۰, date: ۱۴۰۳/۰۸/۱۵, approval: first}", "  []")
    plans.plant(PLAN, "title: ساماندهی پسماند", "title: … ساماندهی پسماند")
    assert {found.code for found in plans.read().problems} == {"text-to-write"}


def test_the_samples_are_in_order() -> None:
    assert SENTENCES.keys() & {found.code for found in project().reading.problems} == set()
