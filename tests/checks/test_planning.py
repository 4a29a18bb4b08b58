"""The rules over duties, plans, their money and editions, reviews, surveys, follow-up and years: each planted mistake, once."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import NEEDS, PARTICIPATORY, PLAN, REVIEW, SECOND, SURVEY, YEAR, PlansTree, reported

REFERENCES = {
    "recipient": (PLAN, "recipients: [welfare]", "recipients: [§welfar]"),
    "part of a duty": (PLAN, "duty_parts: [welfare/1/1]", "duty_parts: [§welfare/1/9]"),
    "action that another follows": (PLAN, "along: [a02]", "along: [§a20]"),
    "owner of a prerequisite": (PLAN, "owner: municipality", "owner: §municipal"),
    "action that an edition changed": (PLAN, "ساکنان, action: a01", "ساکنان, action: §a10"),
    "change that the talks agreed on": (PLAN, "ساکنان, action: a01", "ساکنان, talks: [§t5]"),
    "approval of an edition": (PLAN, "approval: first", "approval: §frist"),
    "gathering of a need": (NEEDS, "gathering: g1", "gathering: §g5"),
    "need of a strategy": (PARTICIPATORY, "needs: [n01]", "needs: [§n10]"),
    "gathering of what was declined": (PARTICIPATORY, "اعتبار, gathering: g1", "اعتبار, gathering: §g5"),
    "survey of an evaluation": (SECOND, "surveys: [calm]", "surveys: [calm, §claim]"),
    "solution that is followed up": (SECOND, "solution: s1", "solution: §s4"),
    "solution that takes another up": (SECOND, "carried_by: s1", "carried_by: §s4"),
    "evaluation of a year": (YEAR, "evaluation: 1404-h1", "evaluation: §1404-h2"),
    "approval of a year": (YEAR, "approval: second", "approval: §secnd"),
    "partner of a line of a year": (YEAR, "partners: [municipality]", "partners: [§municipal]"),
    "solution of a line of a year": (YEAR, "solutions: [s1]", "solutions: [§s4]"),
    "action that stops": (YEAR, "action: a02, reason", "action: §a20, reason"),
    "need of an agency's work": (REVIEW, "needs: [n01]", "needs: [§n10]"),
    "letter of inquiry": (REVIEW, "inquiry: invite", "inquiry: §inviet"),
    "letter of reply": (REVIEW, "reply: invite", "reply: §inviet"),
    "partner of a duty": ("agencies/welfare.yaml", "owner: municipality", "owner: §municipal"),
}


@pytest.mark.parametrize(("key", "old", "new"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_nothing_is_reported_at_the_reference(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [("reference-unknown", key, *plans.marked[key])]


ERRORS = {
    "a strategy that rests on what the analysis does not say": (
        PARTICIPATORY,
        "rests_on: [همبستگی]",
        "rests_on: [همبستگی, §همدلی]",
        "strategy-rests-on-nothing",
    ),
    "a part of a duty that the action does not cite": (
        PLAN,
        "duties: [municipality/1, welfare/2]",
        "duties: [municipality/1, welfare/2]\n    duty_parts: [§welfare/1/1]",
        "part-of-other-duty",
    ),
    "a recipient of an agency that takes no part": (
        PLAN,
        "recipients: [welfare]",
        "recipients: [welfare, §municipality]",
        "recipient-of-other-agency",
    ),
    "milestones that do not weigh a whole": (
        PLAN,
        "    milestones:\n      - {id: first, title: دوره نخست, month: ۱۴۰۳/۱۰, weight: ۴۰٪}",
        "    §milestones:\n      - {id: first, title: دوره نخست, month: ۱۴۰۳/۱۰, weight: ۳۰٪}",
        "milestones-sum",
    ),
    "a milestone outside the time of its action": (PLAN, "month: ۱۴۰۳/۱۰", "month: §۱۴۰۴/۱۰", "milestone-outside"),
    "a milestone outside the time of a year's line": (YEAR, "month: 1405/۰۳", "month: §1405/۰۹", "milestone-outside"),
    "an action that follows itself": (PLAN, "along: [a02]", "along: [a02, §a01]", "action-after-itself"),
    "an agency and another payer of one line": (
        PLAN,
        "agency: welfare, amount",
        "agency: welfare, payer: §بانک, amount",
        "payer-beside-agency",
    ),
    "terms of a loan for other money": (PLAN, "in_kind: بله", "loan: §بازپرداخت", "loan-of-other-source"),
    "an edition that is not younger than the one before": (
        PLAN,
        "{number: ۰, date: ۱۴۰۳/۰۸/۱۵, approval: first}",
        "{number: ۰, date: ۱۴۰۳/۰۸/۱۵, approval: first}\n  - {number: ۰ب, date: §۱۴۰۳/۰۸/۱۵}",
        "edition-not-later",
    ),
    "two editions of one number": (PLAN, "{number: ۰, date", "{number: §۱, date", "edition-twice"),
    "a solution that is followed up twice": (
        SECOND,
        "carried_by: s1}",
        "carried_by: s1}\n  - {solution: §s1, status: انجام شد}",
        "duplicate-id",
    ),
    "more answers than people": (
        SURVEY,
        "{id: q1, text: راضی هستید؟, answers: [{text: آری, count: ۷۰}",
        "{id: q1, text: راضی هستید؟, §answers: [{text: آری, count: ۷۶}",
        "answers-above-sample",
    ),
    "one answer of more people than were asked": (SURVEY, "count: ۹۰", "count: §۱۰۱", "answers-above-sample"),
    "a survey that ends before it begins": (SURVEY, "end: ۱۴۰۴/۰۵/۱۰", "end: §۱۴۰۴/۰۴/۱۰", "schedule-reversed"),
    "an agency that answered and did not": (REVIEW, "reply_number: ۳۳", "no_reply: §پاسخی نرسید", "review-answered-and-not"),
    "a reply before the inquiry": (REVIEW, "replied_on: ۱۴۰۳/۰۴/۲۵", "replied_on: §۱۴۰۳/۰۴/۰۵", "reply-before-inquiry"),
    "a work that ends before it starts": (REVIEW, "end: ۱۴۰۲/۰۶", "end: §۱۴۰۱/۰۶", "schedule-reversed"),
    "an action that goes on in the year and stops": (
        YEAR,
        "  - {action: a02,",
        "  - {action: §a01, reason: علت}\n  - {action: a02,",
        "stopped-and-carried-on",
    ),
    "a quote that is not in its duty": (
        "agencies/welfare.yaml",
        "quote: بیمه",
        "quote: §وام",
        "quote-not-in-duty",
    ),
    "a priority that the duty does not state": (
        "agencies/welfare.yaml",
        "priority: با اولویت ویژه",
        "priority: §با اولویت بالا",
        "quote-not-in-duty",
    ),
    "a part under another duty's id": (
        "agencies/welfare.yaml",
        "{id: welfare/1/2,",
        "{id: §welfare/2/2,",
        "part-id-of-other-duty",
    ),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), ERRORS.values(), ids=ERRORS)
def test_a_broken_rule_is_reported_once_at_its_place(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    reading = plans.plant(key, old, new).read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.ERROR


CHANGES = "changes:\n  - {id: c1, title: افزایش آموزش, reason: خواست ساکنان, action: a01}\n"

PROGRESS = """\
progress:
  - action: a01
    planned: ۵۰٪
    actual: ۴۰٪
    allocated: ۴۰۰ میلیون ریال
    spent: ۳۰۰ میلیون ریال
    measured:
      - {indicator: trained, value: ۲۰}
"""

WARNINGS = {
    "money that nobody is named to pay": (
        PLAN,
        "source: تسهیلات بانکی, payer: بانک عامل",
        "source: §تسهیلات بانکی",
        "budget-without-payer",
    ),
    "firm credit without a document": (
        PLAN,
        "certainty: تعهد, document: ۱۴/۵",
        "certainty: §تعهد",
        "credit-without-document",
    ),
    "an edition that does not say what it changed": (
        PLAN,
        f"version: ۱\ndate: ۱۴۰۳/۰۹/۱۵\n{CHANGES}",
        "version: §۱\ndate: ۱۴۰۳/۰۹/۱۵\n",
        "edition-without-changes",
    ),
    "a change before the gathering that agreed on it": (
        PLAN,
        "ساکنان, action: a01",
        "ساکنان, talks: [§t1]",
        "change-before-gathering",
    ),
    "an action behind without a reason": (
        SECOND,
        PROGRESS + "    reason: کمبود مربی\n",
        f"§{PROGRESS}",
        "behind-without-reason",
    ),
    "an action behind without a remedy": (
        SECOND,
        PROGRESS + "    reason: کمبود مربی\n    remedy: جذب مربی\n",
        f"§{PROGRESS}    reason: کمبود مربی\n",
        "behind-without-remedy",
    ),
    "an unsettled solution without a reason": (
        SECOND,
        "status: در دست انجام, reason: نبود اعتبار",
        "status: §در دست انجام",
        "follow-up-without-reason",
    ),
    "more allocated to a work than was approved": (
        REVIEW,
        "allocated: ۴۰ میلیون",
        "allocated: §۹۵ میلیون",
        "allocated-above-budget",
    ),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), WARNINGS.values(), ids=WARNINGS)
def test_a_suspicion_warns_and_stops_nothing(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    reading = plans.plant(key, old, new).read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.WARNING


END = "    end: ۱۴۰۴/۰۳\n"

FOLLOWED = "follow_up:\n  - {solution: s1, status: در دست انجام, reason: نبود اعتبار, carried_by: s1}\n"

ELSEWHERE = {
    "actions that follow each other in a circle": (
        PLAN,
        "    end: ۱۴۰۴/۰۳\n",
        "    end: ۱۴۰۴/۰۶\n    along: [a01]\n",
        "action-after-itself",
        PLAN,
    ),
    "an action that ends before the one that it goes along with": (
        PLAN,
        "    end: ۱۴۰۴/۰۳\n",
        "    end: ۱۴۰۴/۰۹\n",
        "action-before-first",
        PLAN,
    ),
    "an action that begins before the end of the one that it waits for": (
        PLAN,
        "    along: [a02]\n",
        "    after: [a02]\n",
        "action-before-end",
        PLAN,
    ),
    "a solution that nobody followed up": (SECOND, FOLLOWED, "", "solutions-not-followed", SECOND),
    "a survey of the period that is not cited": (SECOND, "surveys: [calm]\n", "", "survey-not-cited", SECOND),
    "a survey that ended after the report that cites it": (
        SURVEY,
        "end: ۱۴۰۴/۰۵/۱۰",
        "end: ۱۴۰۴/۰۸/۲۰",
        "survey-after-report",
        SECOND,
    ),
    "an unfinished action that the year leaves out": (
        YEAR,
        "stopped:\n  - {action: a02, reason: پایان مهلت}\n",
        "",
        "actions-left-out-of-year",
        YEAR,
    ),
    "an agency of several recipients that names none": (
        "agencies/municipality.yaml",
        "head_title: شهردار}",
        "head_title: شهردار}\n  - {id: parks, name: سازمان فضای سبز, head_title: مدیرعامل}",
        "recipient-not-named",
        PLAN,
    ),
}
"""Mistakes that are found in what is not written, or in another file: the code, and the file of the finding."""


@pytest.mark.parametrize(("key", "old", "new", "code", "where"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_missing_is_found_once_in_the_file_that_lacks_it(
    plans: PlansTree, key: str, old: str, new: str, code: str, where: str
) -> None:
    found = reported(plans.plant(key, old, new).read().problems, plans.root)
    assert [each[:2] for each in found] == [(code, where)]


def test_a_key_of_an_older_form_is_told_where_it_is_written_now(plans: PlansTree) -> None:
    (found,) = plans.plant(SECOND, "conclusion:", "§next_year: []\nconclusion:").read().problems
    assert reported([found], plans.root) == [("key-moved", SECOND, *plans.marked[SECOND])]
    assert found.message == "کلید «next_year» دیگر در این بخش نوشته نمی‌شود."
    assert "programmes/" in found.hint


def test_a_year_that_spends_more_than_is_left_of_an_action_warns(plans: PlansTree) -> None:
    plans.plant(YEAR, "stated_total: ۱۵۰", "stated_total: ۲۵۱")
    (found,) = plans.plant(YEAR, "amount: ۱۰۰", "amount: §۲۰۱").read().problems
    assert reported([found], plans.root) == [("year-above-rest", YEAR, *plans.marked[YEAR])]
    assert "۲۰۰٬۰۰۰٬۰۰۰" in found.message
