"""Each rule: one planted mistake gives the rule's code at its line and column, and no second problem."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import (
    APPROVALS,
    CONTRACT,
    FIRST,
    IDENTITY,
    NEEDS,
    PLAN,
    PROFILE,
    SECOND,
    PlansTree,
    reported,
)

REFERENCES = {
    "zone": (IDENTITY, "zone: z1", "zone: §z9"),
    "neighbourhood that another is not": (IDENTITY, "[z2-be]", "[§z2-ba]"),
    "goal": (PLAN, "goals: [goal-1]", "goals: [§goal-9]"),
    "need": (PLAN, "needs: [n01]", "needs: [n01, §n03]"),
    "lead agency": (PLAN, "lead: welfare", "lead: §welfaer"),
    "partner agency": (PLAN, "partners: [welfare]", "partners: [welfare, §police]"),
    "duty": (PLAN, "duties: [welfare/1]", "duties: [welfare/1, §welfare/12]"),
    "service": (PLAN, "services: [s1-1]", "services: [§s1-9]"),
    "group": (PLAN, "group: women", "group: §woman"),
    "partner": (PLAN, "partner: charity", "partner: §charities"),
    "agency that pays": (PLAN, "agency: welfare", "agency: §welfar"),
    "body that confirms": (PLAN, "body: committee", "body: §comittee"),
    "agency of a need": (NEEDS, "agencies: [welfare]", "agencies: [§wellfare]"),
    "body that approves": (APPROVALS, "body: committee", "body: §council"),
    "supervisor": (CONTRACT, "supervisor: secretariat", "supervisor: §secretary"),
    "approval that a contract rests on": (CONTRACT, "basis: [office]", "basis: [§ofice]"),
    "legal rate": (CONTRACT, "rate: performance-guarantee", "rate: §performance"),
    "action of an evaluation": (FIRST, "action: a02", "action: §a20"),
    "indicator": (FIRST, "indicator: waste", "indicator: §wastes"),
    "owner of a solution": (FIRST, "owner: secretariat", "owner: §nobody"),
    "parent of a body": ("bodies.yaml", "parent: secretariat", "parent: §secretariate"),
}


@pytest.mark.parametrize(("key", "old", "new"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_nothing_is_reported_at_the_reference(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [("reference-unknown", key, *plans.marked[key])]


ERRORS = {
    "a duty of an agency that takes no part (V4)": (
        PLAN,
        "duties: [welfare/1]",
        "duties: [welfare/1, §municipality/1]",
        "duty-of-other-agency",
    ),
    "the same duty twice": (PLAN, "duties: [welfare/1]", "duties: [welfare/1, §welfare/1]", "reference-twice"),
    "an action that ends before it starts": (PLAN, "end: ۱۴۰۴/۰۶", "end: §۱۴۰۳/۰۶", "schedule-reversed"),
    "an entry with the id of another": (CONTRACT, "id: i2", "id: §i1", "duplicate-id"),
    "an action that is evaluated twice": (
        FIRST,
        "criteria:",
        "  - {action: §a02, planned: ۱, actual: ۱, allocated: ۰, spent: ۰}\ncriteria:",
        "duplicate-id",
    ),
    "instalments that do not sum to the whole": (
        CONTRACT,
        "instalments:\n  - {id: i1, title: پیش‌پرداخت, deliverable: برنامه کار, share: ۲۵٪",
        "§instalments:\n  - {id: i1, title: پیش‌پرداخت, deliverable: برنامه کار, share: ۲۰٪",
        "instalments-sum",
    ),
    "an instalment after the end": (CONTRACT, "month: ۱۲", "month: §۱۳", "instalment-after-term"),
    "a contract that ends before it starts": (CONTRACT, "end: ۱۴۰۴/۰۶/۳۱", "end: §۱۴۰۳/۰۶/۳۱", "schedule-reversed"),
    "a population that is not men and women": (PROFILE, "population: ۶۰۰", "population: §۶۰۱", "population-parts"),
    "approvals whose dates decrease (V3)": (
        APPROVALS,
        "date: ۱۴۰۳/۰۹/۲۰}",
        "date: ۱۴۰۳/۰۹/۲۰}\n  - {id: third, body: secretariat, about: سایر, subject: تمدید, number: ۲۱, date: §۱۴۰۳/۰۹/۱۹}",
        "approvals-out-of-order",
    ),
    "a committee without the city council (V9)": (
        FIRST,
        "committee:\n  - {id: groups, represents: گروه‌های محلی, post: نماینده گروه‌ها}\n"
        "  - {id: secretary, represents: دبیرخانه, post: کارشناس, agency: welfare}\n"
        "  - {id: council, represents: شورای شهر, post: عضو شورا}\n",
        "§committee:\n  - {id: groups, represents: گروه‌های محلی, post: نماینده گروه‌ها}\n"
        "  - {id: secretary, represents: دبیرخانه, post: کارشناس, agency: welfare}\n",
        "committee-incomplete",
    ),
    "an action that the evaluation leaves out": (
        FIRST,
        "progress:\n  - action: a01\n    planned: ۵۰٪\n    actual: ۴۰٪\n    allocated: ۴۰۰ میلیون ریال\n"
        "    spent: ۳۰۰ میلیون ریال\n    measured:\n      - {indicator: trained, value: ۲۰}\n    reason: کمبود مربی\n"
        "    remedy: جذب مربی\n",
        "§progress:\n",
        "actions-not-evaluated",
    ),
    "a duty under another agency's id": (
        "agencies/welfare.yaml",
        "  - {id: welfare/2, text",
        "  - {id: welfare/2, text: متن, clean: متن, lines: [۱]}\n  - {id: §police/1, text",
        "duty-id-of-other-agency",
    ),
    "a service in two stages": (
        "services.yaml",
        "          - {id: s2-1-1,",
        "          - {id: §s1-1, text: متن, clean: متن, lines: [۱]}\n          - {id: s2-1-1,",
        "duplicate-id",
    ),
    "the code of another need": (NEEDS, "title: پسماند", "title: پسماند, code: §ن01", "need-code-twice"),
    "a recipient of two agencies": (
        "agencies/municipality.yaml",
        "recipients:\n  - {id: municipality,",
        "recipients:\n  - {id: §welfare,",
        "duplicate-id",
    ),
    "a merger into nothing": (
        IDENTITY,
        "rank: ۱\n",
        "rank: ۱\nended: {on: ۱۴۰۴/۱۲/۲۹, how: §ادغام}\n",
        "ended-into",
    ),
    "a neighbourhood that was closed into another one": (
        IDENTITY,
        "rank: ۱\n",
        "rank: ۱\nended: {on: ۱۴۰۴/۱۲/۲۹, how: تعطیل, into: §z2-be}\n",
        "ended-into",
    ),
    "a merger into itself": (
        IDENTITY,
        "rank: ۱\n",
        "rank: ۱\nended: {on: ۱۴۰۴/۱۲/۲۹, how: ادغام, into: §z1-alef}\n",
        "ended-into",
    ),
    "a zone that is not in the id (V15)": (IDENTITY, "zone: z1\nrank: ۱", "zone: §z2\nrank: ۲", "id-without-zone"),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), ERRORS.values(), ids=ERRORS)
def test_a_broken_rule_is_reported_once_at_its_place(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    reading = plans.plant(key, old, new).read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.ERROR


WARNINGS = {
    "more spent than allocated": (FIRST, "spent: ۳۰۰ میلیون", "spent: §۵۰۰ میلیون", "spent-above-allocated"),
    "a falling indicator that rises": (FIRST, "waste, value: ۳", "waste, value: §۷", "indicator-wrong-way"),
    "a target on the wrong side": (PLAN, "target: ۰,", "target: §۹,", "target-wrong-way"),
    "zones that do not sum to the stated area (V12)": (
        "zones.yaml",
        "stated_area_ha: ۱۰۰",
        "stated_area_ha: §۱۰۱",
        "sum-differs",
    ),
    "cities that do not sum to the stated total (V12)": (
        "province.yaml",
        "name: کل استان\n  neighbourhoods: ۲",
        "name: کل استان\n  neighbourhoods: §۳",
        "sum-differs",
    ),
    "printed shares that do not sum": (
        "province.yaml",
        "population_share_printed: ۵٪\n  lines",
        "population_share_printed: §۷٪\n  lines",
        "printed-shares-differ",
    ),
    "a mended share without a word why": (
        "province.yaml",
        "population_share_printed: ۵٪\n    lines",
        "population_share_printed: ۵٪\n    population_share: §۶٪\n    lines",
        "mended-unexplained",
    ),
    "an area share of the total that is no mean of areas": (
        "province.yaml",
        "area_share: ۱۰٪\n  population",
        "area_share: §۱۵٪\n  population",
        "area-share-unweighted",
    ),
}


@pytest.mark.parametrize(("key", "old", "new", "code"), WARNINGS.values(), ids=WARNINGS)
def test_a_suspicion_warns_and_stops_nothing(plans: PlansTree, key: str, old: str, new: str, code: str) -> None:
    reading = plans.plant(key, old, new).read()
    first = reported(reading.problems, plans.root)[-1]
    assert first == (code, key, *plans.marked[key])
    assert {found.severity for found in reading.problems} == {Severity.WARNING}
    assert reading.workspace is not None
    assert len(reading.workspace.dossiers) == 2


WRONG_WAYS = {
    "less is better and it rose again": ("waste, value: ۳", "waste, value: §۴", "indicator-fell-back"),
    "more is better and it fell back": ("trained, value: ۲۰", "trained, value: §۱۹٫۵", "indicator-fell-back"),
    "worse than the baseline too": ("waste, value: ۳", "waste, value: §۷", "indicator-wrong-way"),
}


@pytest.mark.parametrize(("old", "new", "code"), WRONG_WAYS.values(), ids=WRONG_WAYS)
def test_an_indicator_that_moves_the_wrong_way_is_reported_once(plans: PlansTree, old: str, new: str, code: str) -> None:
    (found,) = plans.plant(SECOND, old, new).read().problems
    assert reported([found], plans.root) == [(code, SECOND, *plans.marked[SECOND])]
    assert found.severity is Severity.WARNING


def test_an_indicator_is_reported_with_both_values_and_their_period(plans: PlansTree) -> None:
    (found,) = plans.plant(SECOND, "waste, value: ۳", "waste, value: ۴٫۵").read().problems
    sentence = "شاخص «نقاط آلوده»، ۴٫۵ نقطه، از ۳ در ارزیابی شش‌ماههٔ دوم سال ۱۴۰۳ بدتر است؛ جهت مطلوب آن کاهشی است."
    assert found.message == sentence


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (SECOND, "waste, value: ۳", "waste, value: ۲"),
        (SECOND, "trained, value: ۲۰", "trained, value: ۴۰"),
        (FIRST, "waste, value: ۳", "waste, value: ۵"),
        (FIRST, "    measured:\n      - {indicator: waste, value: ۳}\n", ""),
    ],
    ids=["less where less is better", "more where more is better", "still as at the start", "not measured before"],
)
def test_an_indicator_that_keeps_or_betters_its_value_is_left_alone(plans: PlansTree, key: str, old: str, new: str) -> None:
    assert plans.plant(key, old, new).read().problems == ()


def test_an_indicator_is_compared_with_the_half_year_before_and_no_other(plans: PlansTree) -> None:
    later = plans.files[SECOND].replace("1404-h1", "1405-h1").replace("۱۴۰۴/۰۸/", "۱۴۰۵/۰۸/")
    plans.files["neighbourhoods/z1-alef/evaluations/1405-h1.yaml"] = later.replace("waste, value: ۳", "waste, value: ۴")
    assert [found.code for found in plans.read().problems] == ["period-left-out"]


def test_corrected_shares_that_do_not_make_the_corrected_total_warn(plans: PlansTree) -> None:
    row = "population_share_printed: ۵٪\n    lines"
    plans.plant("province.yaml", row, row.replace("    lines", "    population_share: ۷٪\n    note: اصلاح رقم\n    lines"))
    total = "population_share_printed: ۵٪\n  lines"
    plans.plant("province.yaml", total, total.replace("  lines", "  population_share: §۵٪\n  lines"))
    (found,) = plans.read().problems
    assert reported([found], plans.root) == [("mended-shares-differ", "province.yaml", *plans.marked["province.yaml"])]
    assert (found.severity, "۷٪" in found.message) == (Severity.WARNING, True)


def test_an_office_needs_a_priority_and_its_contract_is_not_blamed_too(plans: PlansTree) -> None:
    del plans.files["neighbourhoods/z1-alef/priority.yaml"]
    problems = plans.read().problems
    assert reported(problems, plans.root) == [("no-priority", "neighbourhoods/z1-alef/office.yaml", 1, 1)]


def test_a_contract_alone_needs_a_priority_as_well(plans: PlansTree) -> None:
    del plans.files["neighbourhoods/z1-alef/priority.yaml"]
    del plans.files["neighbourhoods/z1-alef/office.yaml"]
    found = reported(plans.read().problems, plans.root)
    assert found == [("no-priority", CONTRACT, 1, 1), ("needs-without-office", NEEDS, 1, 1)]


def test_a_file_that_is_cited_and_not_there_is_missed_once_by_each_that_cites_it(plans: PlansTree) -> None:
    del plans.files[PLAN]
    found = [(problem.code, problem.place.file.name) for problem in plans.read().problems if problem.place]
    files = ["1403-h2.yaml", "1404-h1.yaml", "review.yaml", "1404.yaml", "1405.yaml", "1403-q4.yaml", "1404-q1.yaml"]
    assert found == [("record-needed", file) for file in files]


def test_a_half_year_left_out_between_two_evaluations_warns(plans: PlansTree) -> None:
    plans.files["neighbourhoods/z1-alef/evaluations/1405-h1.yaml"] = (
        plans.files[SECOND].replace("1404-h1", "1405-h1").replace("۱۴۰۴/۰۸/", "۱۴۰۵/۰۸/")
    )
    (found,) = plans.read().problems
    assert (found.code, found.severity) == ("period-left-out", Severity.WARNING)
    assert found.place is not None
    assert (found.place.file.name, found.place.line, found.place.column) == ("1405-h1.yaml", 3, 9)
    assert found.message == "ارزیابی شش‌ماههٔ دوم سال ۱۴۰۴ در میان نیست."


def test_two_neighbourhoods_of_a_zone_do_not_share_a_rank(plans: PlansTree) -> None:
    text = "id: z2-jim\nzone: z2\nrank: ۱\ntext: ج\nname: ج\nlines: [۲۱]\n"
    plans.files["neighbourhoods/z2-jim/neighbourhood.yaml"] = text
    plans.plant("zones.yaml", "stated_neighbourhoods: ۲", "stated_neighbourhoods: ۳")
    plans.plant("province.yaml", "neighbourhoods: ۲", "neighbourhoods: ۳")
    plans.plant("province.yaml", "neighbourhoods: ۲", "neighbourhoods: ۳")
    reading = plans.read()
    assert reported(reading.problems, plans.root) == [("rank-twice", "neighbourhoods/z2-jim/neighbourhood.yaml", 3, 7)]
    assert reading.broken == {"z2-jim": frozenset({"neighbourhood"})}


def test_the_populations_that_the_source_cannot_reconcile_are_warned_of_with_its_explanation(plans: PlansTree) -> None:
    plans.plant("zones.yaml", "stated_population: ۱٬۰۰۰", "stated_population: ۱٬۲۵۰")
    by_code = {found.code: found for found in plans.read().problems}
    assert set(by_code) == {"sum-differs-explained", "tables-disagree"}
    assert by_code["sum-differs-explained"].message == ("جمع جمعیت پهنه‌ها ۱٬۰۰۰ می‌شود، ولی ۱٬۲۵۰ اعلام شده است؛ تفاوت ۲۵۰ است.")
    assert by_code["sum-differs-explained"].hint == "توضیح سند: «توضیح جمعیت»."


def test_a_misspelt_duty_is_answered_with_the_nearest_one(plans: PlansTree) -> None:
    (found,) = plans.plant(PLAN, "duties: [welfare/1]", "duties: [welfaer/1]").read().problems
    assert found.message == "وظیفهٔ «welfaer/1» وجود ندارد."
    assert found.hint.startswith("منظورتان «welfare/1 (بهزیستی)»")
    assert found.where == "اقدام‌ها ← a01 ← وظایف مرجع"


def test_a_misspelt_action_in_an_evaluation_is_not_also_an_action_left_out(plans: PlansTree) -> None:
    (found,) = plans.plant(FIRST, "action: a01\n    planned", "action: a10\n    planned").read().problems
    assert found.code == "reference-unknown"
