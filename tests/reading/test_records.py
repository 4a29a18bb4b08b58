"""One file to one record: each planted mistake gives its code at its line and column, and nothing else."""

from __future__ import annotations

import pytest

from tests.reading.plans_tree import CONTRACT, FIRST, IDENTITY, NEEDS, PLAN, PROFILE, PlansTree, reported

MISTAKES = {
    "a misspelt key, whose right name is not missed too": (PLAN, "    title: آموزش", "    §titel: آموزش", "unknown-key"),
    "a Persian key": (PLAN, "    axis: اقتصادی", "    §محور: اقتصادی", "unknown-key"),
    "a key too many": (IDENTITY, "rank: ۱", "rank: ۱\n§population: ۱۲", "unknown-key"),
    "a missing key": (PLAN, "  - id: a01\n    title: آموزش مهارت\n", "  - §id: a01\n", "missing-key"),
    "a value left empty": (PLAN, "description: شرح", "§description:", "value-empty"),
    "a list where a text is asked for": (PLAN, "location: محله", "§location: [محله]", "value-not-scalar"),
    "a text where a list is asked for": (PLAN, "goals: [goal-1]", "goals: §goal-1", "expected-list"),
    "a text where a record is asked for": (
        PLAN,
        "{actor: گروه محلی, group: women, level: اجرا, role: برگزاری}",
        "§گروه زنان",
        "expected-mapping",
    ),
    "a list with nothing in it": (PLAN, "duties: [welfare/1]", "§duties: []", "too-few"),
    "a word that is not in the list": (PLAN, "level: اجرا", "level: §اجرایی", "not-in-list"),
    "an id in capitals": (PLAN, "lead: welfare", "lead: §Welfare", "bad-id"),
    "a duty without its number": (PLAN, "duties: [welfare/1]", "duties: [§welfare]", "bad-duty-id"),
    "a month that the year has not": (PLAN, "start: ۱۴۰۳/۰۷", "start: §۱۴۰۳/۱۳", "month-out-of-range"),
    "an amount in toman": (PLAN, "amount: ۲۰۰ میلیون ریال", "amount: §۵۰ میلیون تومان", "money-toman"),
    "a number with words": (NEEDS, "priority: ۲", "priority: §زیاد", "number-not-understood"),
    "a number past its bound": (NEEDS, "priority: ۲", "priority: §۴", "number-above"),
    "a number below its bound": (CONTRACT, "copies: ۴", "copies: §۱", "number-below"),
    "a percentage above a hundred": (FIRST, "actual: ۴۰٪", "actual: §۱۴۰٪", "number-above"),
    "a share above a hundred": (CONTRACT, "share: ۲۵٪", "share: §۱۲۵٪", "number-above"),
    "a known fact of a wrong form": (CONTRACT, "start: ۱۴۰۳/۰۷/۰۱", "start: §۱۴۰۳/۰۷/۳۱", "day-out-of-month"),
    "an unknown fact in another form": (
        CONTRACT,
        "start: ۱۴۰۳/۰۷/۰۱",
        "§start: {unknown: نامعلوم, when: بعد}",
        "unknown-form",
    ),
    "a half-year that is none": (FIRST, "period: 1403-h2", "period: §1403-q2", "period-not-half"),
    "a count with decimals": (PROFILE, "households: ۱۵۰", "households: §۱۵۰٫۵", "number-not-whole"),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_once_at_its_place(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [(code, key, *plans.marked[key])]


def test_a_problem_names_the_titles_and_the_id_on_the_way_to_its_field(plans: PlansTree) -> None:
    (found,) = plans.plant(PLAN, "duties: [welfare/1]", "duties: [welfare/one]").read().problems
    assert found.where == "اقدام‌ها ← a01 ← وظایف مرجع"
    assert found.message == "«welfare/one» شناسهٔ درستی برای وظیفه نیست."


def test_an_entry_without_an_id_is_named_by_its_first_field(plans: PlansTree) -> None:
    (found,) = plans.plant(FIRST, "planned: ۲۰٪", "planned: بیست").read().problems
    assert found.where == "پیشرفت اقدام‌ها ← a02 ← پیشرفت برنامه‌ای"


def test_an_unknown_key_is_answered_with_the_nearest_key_and_its_title(plans: PlansTree) -> None:
    (found,) = plans.plant(PLAN, "    target_group: زنان", "    target_grup: زنان").read().problems
    assert found.message == "کلید «target_grup» در این بخش شناخته‌شده نیست."
    assert found.hint == "منظورتان «target_group (گروه هدف)» بود؟"


def test_a_word_outside_a_closed_list_is_answered_with_the_list(plans: PlansTree) -> None:
    (found,) = plans.plant(NEEDS, "axis: محیطی", "axis: محیتی").read().problems
    assert found.hint == "منظورتان «محیطی» بود؟ مقدارهای پذیرفته: «اجتماعی»، «اقتصادی»، «محیطی»."


def test_a_missing_key_is_named_with_its_title(plans: PlansTree) -> None:
    (found,) = plans.plant(PLAN, "    lead: welfare\n", "").read().problems
    assert found.message == "کلید «lead» (دستگاه مسئول) نوشته نشده است."
    assert found.where == "اقدام‌ها ← a01"


@pytest.mark.parametrize("value", ["", " ~", " {unknown: هنوز تعیین نشده, who: کارفرما}"])
def test_an_unknown_fact_may_be_left_empty_or_explained(plans: PlansTree, value: str) -> None:
    reading = plans.plant(CONTRACT, "amount: ۱۲۰۰ میلیون ریال", f"amount:{value}").read()
    assert reading.problems == ()
    assert reading.workspace is not None
    contract = reading.workspace.dossier("z1-alef").contract
    assert contract is not None
    assert not contract.amount
    assert contract.amount.prompt == "مبلغ قرارداد"  # type: ignore[union-attr]


def test_an_optional_list_left_empty_is_an_empty_list(plans: PlansTree) -> None:
    reading = plans.plant(PLAN, "    services: [s1-1]\n", "    services:\n").read()
    assert reading.problems == ()
    assert reading.workspace is not None
    plan = reading.workspace.dossier("z1-alef").plan
    assert plan is not None
    assert plan.action("a01").services == ()


def test_spellings_of_a_closed_list_that_look_alike_are_the_same_word(plans: PlansTree) -> None:
    assert plans.plant(PLAN, "    axis: محیطی", "    axis: كالبدي").read().problems == ()
