"""What the secretariat settles itself: posts, terms, open questions, keepers, indicators, and the log of an office."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import ACTIVITIES, PlansTree, reported

PRIORITY = "neighbourhoods/z1-alef/priority.yaml"

MANAGER = "contacts:\n  - {id: manager, post: مدیر دفتر, of: office, addressed_as: مدیر محترم دفتر}\n"

REFERENCES = {
    "question of a body": ("bodies.yaml", "statements: [chair]", "statements: [§chairs]"),
    "body that decided a term": ("terms.yaml", "by: committee", "by: §comittee"),
    "body that decided a question": ("statements.yaml", "by: committee", "by: §comittee"),
    "neighbourhood of a keeper": ("keepers.yaml", "[z1-alef]", "[z1-alef, §z1-alf]"),
    "whose post it is": ("contacts.yaml", "of: welfare", "of: §welfar"),
    "office whose post it is": ("contacts.yaml", "contacts:\n", MANAGER.replace("of: office", "of: §offices")),
    "indicator of a value": (PRIORITY, "indicator: school", "indicator: §scool"),
    "service of an activity": (ACTIVITIES, "services: [s2-1-1]", "services: [§s2-1-9]"),
    "group of an activity": (ACTIVITIES, "groups: [women]", "groups: [§woman]"),
    "agency of an activity": (ACTIVITIES, "agencies: [welfare,", "agencies: [§welfar,"),
}


@pytest.mark.parametrize(("key", "old", "new"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_nothing_is_reported_at_the_reference(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [("reference-unknown", key, *plans.marked[key])]


ERRORS = {
    "a holder who leaves before he comes": (
        "contacts.yaml",
        "valid_from: ۱۴۰۳/۰۷/۰۱",
        "valid_from: ۱۴۰۳/۰۷/۰۱, valid_to: §۱۴۰۳/۰۶/۰۱",
        "schedule-reversed",
    ),
    "a second holder on the days of the first": (
        "contacts.yaml",
        "- {name: نام دوم, honorific: سرکار خانم, valid_from: ۱۴۰۳/۰۷/۰۱}",
        "- §{name: نام دوم, honorific: سرکار خانم, valid_from: ۱۴۰۳/۰۶/۳۱}",
        "holders-overlap",
    ),
    "a term whose days meet": (
        "terms.yaml",
        "- id: reply\n    title: پاسخ\n    amount: ۱۰\n    unit: روز\n    valid_from: ۱۴۰۴/۰۱/۰۱",
        "- id: §reply\n    title: پاسخ\n    amount: ۱۰\n    unit: روز\n    valid_from: ۱۴۰۳/۱۲/۳۰",
        "term-overlaps",
    ),
    "a rate of the law among the terms": (
        "terms.yaml",
        "terms:\n",
        "terms:\n  - {id: §change-ceiling, title: سقف تغییر, amount: ۲۵, unit: درصد}\n",
        "term-is-rate",
    ),
    "a decision without an answer": (
        "statements.yaml",
        "    answer: کمیته\n    ruling: {by: committee, number: ۱۳, date: ۱۴۰۳/۱۲/۰۱}",
        "    §ruling: {by: committee, number: ۱۳, date: ۱۴۰۳/۱۲/۰۱}",
        "statement-unanswered",
    ),
    "a neighbourhood with two keepers": ("keepers.yaml", "[z2-be]", "[z2-be, §z1-alef]", "keepers-two"),
    "weights that are no whole": ("indicators.yaml", "weight: ۴۰٪", "weight: §۵۰٪", "weights-sum"),
    "dimensions that are no whole": ("indicators.yaml", "harm_weight: ۵۰٪", "harm_weight: §۴۰٪", "weights-sum"),
    "a second level above the first": ("indicators.yaml", "score: ۴۰", "score: §۸۰", "cuts-out-of-order"),
    "an indicator measured twice": (
        PRIORITY,
        "year: ۱۴۰۲}\n",
        "year: ۱۴۰۲}\n  - {indicator: §school, value: ۹۰۰, source: برداشت, year: ۱۴۰۲}\n",
        "reference-twice",
    ),
    "an activity that ends before it begins": (ACTIVITIES, "end: ۱۴۰۳/۱۰/۲۰", "end: §۱۴۰۳/۱۰/۰۹", "schedule-reversed"),
    "more certificates than people": (ACTIVITIES, "certificates: ۱۵", "certificates: §۲۱", "certificates-many"),
    "a person among the heads of a network": (
        ACTIVITIES,
        "task: دعوت",
        "task: §دعوت با آقای احمدی",
        "person-in-sensitive-list",
    ),
    "a question twice": ("statements.yaml", "- id: recipient", "- id: §chair", "duplicate-id"),
    "a contact twice": (
        "contacts.yaml",
        "  - id: welfare-head\n",
        "  - {id: welfare-head, post: مدیر, of: welfare, addressed_as: مدیر محترم}\n  - id: §welfare-head\n",
        "duplicate-id",
    ),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), ERRORS.values(), ids=ERRORS)
def test_a_broken_rule_is_reported_once_at_its_place(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    reading = plans.plant(key, old, new).read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.ERROR


def test_an_activity_before_the_office_opened_warns(plans: PlansTree) -> None:
    reading = plans.plant(ACTIVITIES, "date: ۱۴۰۳/۱۰/۰۶", "date: §۱۴۰۳/۰۷/۰۴").read()
    assert reported(reading.problems, plans.root) == [("activity-before-office", ACTIVITIES, *plans.marked[ACTIVITIES])]
    assert reading.workspace is not None


@pytest.mark.parametrize("stem", ("contacts", "terms", "statements", "keepers", "indicators"))
def test_a_project_may_lack_each_of_these_files(plans: PlansTree, stem: str) -> None:
    del plans.files[f"{stem}.yaml"]
    plans.plant("bodies.yaml", "    statements: [chair]\n", "").plant(
        PRIORITY, plans.files[PRIORITY], "level: ۱\naccess: کم\nharm: زیاد\n"
    )
    reading = plans.read()
    assert reading.problems == ()
    assert reading.workspace is not None and getattr(reading.workspace.catalogue, stem) is not None


def test_a_post_may_be_of_the_office_of_a_neighbourhood(plans: PlansTree) -> None:
    assert plans.plant("contacts.yaml", "contacts:\n", MANAGER).read().problems == ()


def test_whose_post_it_is_is_not_asked_while_an_office_could_not_be_read(plans: PlansTree) -> None:
    plans.plant("contacts.yaml", "contacts:\n", MANAGER).plant(
        "neighbourhoods/z1-alef/office.yaml", "phase: ۱", "phase: §یک و نیم"
    )
    codes = [code for code, *_ in reported(plans.read().problems, plans.root)]
    assert "reference-unknown" not in codes
