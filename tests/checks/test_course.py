"""The rules over the course of the programme: each planted mistake gives its rule's code at its place, and nothing else."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import (
    APPROVALS,
    CALL,
    COMMUNITY,
    CONTRACT,
    FIRST,
    LETTER,
    MEETING,
    NEEDS,
    OFFICE,
    PLAN,
    PROFILE,
    QUARTER,
    SECOND,
    SECOND_LETTER,
    YEAR,
    PlansTree,
    reported,
)

REFERENCES = {
    "need of an issue": (NEEDS, "needs: [n02]", "needs: [§n20]"),
    "operator of an applicant": (CALL, "operator: charity-house", "operator: §charity"),
    "agency of a letter": (LETTER, "agency: welfare", "agency: §welfaer"),
    "letter that another follows": (LETTER, "letter: invite", "letter: §invitation"),
    "body of a meeting": (MEETING, "body: committee", "body: §comittee"),
    "whom an attendee represents": (MEETING, "represents: secretariat", "represents: §secretary"),
    "chair of a meeting": (MEETING, "chair: head", "chair: §had"),
    "owner of a decision": (MEETING, "owner: secretariat", "owner: §secretry"),
    "action of a decision": (MEETING, "action: a01", "action: §a10"),
    "action of a quarter": (QUARTER, "action: a01", "action: §a10"),
    "owner of an obstacle": (QUARTER, "owner: welfare", "owner: §welfar"),
    "owner of a proposal": (QUARTER, "owner: secretariat", "owner: §secretaria"),
    "action of a year": (YEAR, "action: a01", "action: §a10"),
    "owner of a line of a year": (YEAR, "owner: municipality", "owner: §municipal"),
}


@pytest.mark.parametrize(("key", "old", "new"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_nothing_is_reported_at_the_reference(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [("reference-unknown", key, *plans.marked[key])]


ERRORS = {
    "a contract of one party": (
        CONTRACT,
        "employer: {name: استانداری,",
        "employer: {name: استانداری, national_id: §۱۰۳۸۰۲۸۴۷۹۰,",
        "parties-are-one",
    ),
    "a contract made after its start": (CONTRACT, "date: ۱۴۰۳/۰۶/۲۸", "date: §۱۴۰۳/۰۷/۰۲", "contract-after-start"),
    "a contract that rests on what was not approved": (CONTRACT, "basis: [office]", "basis: [§third]", "basis-not-given"),
    "a contract that rests on a later approval": (CONTRACT, "basis: [office]", "basis: [§third]", "basis-after-contract"),
    "a letter that follows one letter twice": (
        LETTER,
        "  - {kind: عطف, number: ۱۲/۴",
        "  - §{kind: عطف, letter: invite}\n  - {kind: عطف, number: ۱۲/۴",
        "letter-cited-twice",
    ),
    "a letter that answers one letter of others twice": (
        LETTER,
        "copies:\n",
        "  - §{kind: بازگشت, number: ۱۲/۴, date: ۱۴۰۳/۰۸/۲۰}\ncopies:\n",
        "letter-cited-twice",
    ),
    "a copy to one reader twice": (
        LETTER,
        "attachments:\n",
        "  - §{recipient: فرمانداری, purpose: جهت استحضار}\nattachments:\n",
        "entry-twice",
    ),
    "a line of the agenda twice": (
        MEETING,
        "agenda: [گزارش نیازها]",
        "agenda: [گزارش نیازها, §گزارش نياز\u200cها]",
        "item-twice",
    ),
    "a line of the letterhead twice": (
        "secretariat.yaml",
        "organisation: [استانداری]",
        "organisation: [استانداری, §استانداری]",
        "item-twice",
    ),
    "a district of a zone twice": (
        "zones.yaml",
        "municipal_districts: [۵, ۶]",
        "municipal_districts: [۵, ۶, §۵]",
        "item-twice",
    ),
    "needs approved by the body of plans (V3)": (
        APPROVALS,
        "body: committee, about: شناسنامه نیازها",
        "body: §secretariat, about: شناسنامه نیازها",
        "approval-of-other-body",
    ),
    "a second approval without the first (V3)": (
        APPROVALS,
        "  - {id: first, body: committee, about: شناسنامه نیازها, subject: نیازها, number: ۱۲, date: ۱۴۰۳/۰۸/۱۰}\n"
        "  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, number: ۱۸, date: ۱۴۰۳/۰۹/۲۰}",
        "  - {id: first, body: committee, about: شناسنامه نیازها, subject: نیازها}\n"
        "  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, number: ۱۸, date: §۱۴۰۳/۰۹/۲۰}",
        "approval-without-first",
    ),
    "a plan notified before its approval (V3)": (
        LETTER,
        "number: ۹۵۲\ndate: ۱۴۰۳/۰۹/۲۵",
        "number: ۹۵۲\ndate: §۱۴۰۳/۰۹/۱۹",
        "notified-before-approval",
    ),
    "a notification to nobody": (
        SECOND_LETTER,
        "kind: ابلاغ",
        "kind: §ابلاغ",
        "notification-without-agency",
    ),
    "an action carried out without a confirmation (V6)": (
        PLAN,
        "    confirmations:\n      - {body: committee, number: ۵, date: ۱۴۰۳/۰۹/۲۵, name: نام, post: فرماندار}\n",
        "",
        "action-unconfirmed",
    ),
    "a confirmation after the action had begun (V6)": (
        PLAN,
        "number: ۵, date: ۱۴۰۳/۰۹/۲۵",
        "number: ۵, date: §۱۴۰۴/۰۱/۱۵",
        "confirmed-after-execution",
    ),
    "a guarantee that is too small": (CONTRACT, "stated: ۱۲۰ میلیون", "stated: §۱۱۹ میلیون", "guarantee-below"),
    "an amount changed beyond the ceiling": (
        CONTRACT,
        "amount: ۱۴۰۰ میلیون",
        "amount: §۱۵۰۱ میلیون",
        "amendment-above-ceiling",
    ),
    "an amount cut beyond the ceiling": (CONTRACT, "amount: ۱۴۰۰ میلیون", "amount: §۸۹۹ میلیون", "amendment-above-ceiling"),
    "an amendment before the contract": (
        CONTRACT,
        "number: ۷, date: ۱۴۰۴/۰۲/۰۱",
        "number: ۷, date: §۱۴۰۳/۰۶/۰۱",
        "amendment-out-of-order",
    ),
    "an amendment that ends before the start": (CONTRACT, "end: ۱۴۰۴/۰۹/۳۰", "end: §۱۴۰۳/۰۶/۳۰", "schedule-reversed"),
    "criteria that are no whole": (CALL, "criteria:", "§criteria:", "criteria-sum"),
    "a call that closes before it opens": (CALL, "deadline: ۱۴۰۳/۰۴/۰۱", "deadline: §۱۴۰۳/۰۲/۰۱", "schedule-reversed"),
    "a letter that follows nothing": (LETTER, "- {kind: پیرو, letter: invite}", "- §{kind: پیرو}", "letter-reference-empty"),
    "a letter that answers a later one": (
        LETTER,
        "- {kind: عطف, number: ۱۲/۴, date: ۱۴۰۳/۰۸/۲۰}",
        "- §{kind: عطف, number: ۱۲/۴, date: ۱۴۰۳/۰۹/۲۶}",
        "letter-reference-later",
    ),
    "a decision due before its meeting": (
        MEETING,
        "deadline: ۱۴۰۳/۰۹/۱۵",
        "deadline: §۱۴۰۳/۰۸/۰۴",
        "decision-due-before-meeting",
    ),
    "an attendee twice": (MEETING, "- {id: welfare, post", "- {id: §head, post", "duplicate-id"),
    "an action observed twice": (
        QUARTER,
        "agencies:\n",
        "  - {action: §a01, note: باز هم}\nagencies:\n",
        "duplicate-id",
    ),
    "a line of another year": (YEAR, "end: 1405/۰۶", "end: §1406/۰۶", "line-outside-year"),
    "a line that runs backwards": (YEAR, "end: 1405/۱۲", "end: §1405/۰۱", "schedule-reversed"),
    "a total of a year that is not its sum": (YEAR, "stated_total: ۱۵۰", "stated_total: §۱۵۱", "stated-total-differs"),
    "a total of a plan that is not its sum": (PLAN, "stated_total: ۸۰۰", "stated_total: §۸۰۱", "stated-total-differs"),
    "age groups that are not the men": (PROFILE, "age_groups:", "§age_groups:", "age-groups-sum"),
    "two rates on one day": (
        "legal.yaml",
        "valid_from: ۱۴۰۴/۰۱/۰۱",
        "valid_from: §۱۴۰۳/۱۲/۳۰",
        "rate-overlaps",
    ),
    "a rate that ends before it begins": ("legal.yaml", "valid_to: ۱۴۰۳/۱۲/۳۰", "valid_to: §۱۳۹۳/۱۲/۲۹", "schedule-reversed"),
    "two signers in one post": ("secretariat.yaml", "valid_from: ۱۴۰۳/۰۷/۰۱", "valid_from: §۱۴۰۳/۰۶/۳۱", "signatories-overlap"),
    "a name in a sensitive list (V17)": (PROFILE, "title: سالمندان تنها", "title: §آقای احمدی", "person-in-sensitive-list"),
    "a given name in a sensitive list (V17)": (
        COMMUNITY,
        "reasons: [امید به بهبود]",
        "reasons: [§به گفته حسین احمدی]",
        "person-in-sensitive-list",
    ),
    "a telephone in a sensitive list (V17)": (
        NEEDS,
        "title: اختلاف بر سر پارک",
        "title: §اختلاف (۰۹۱۵۱۲۳۴۵۶۷)",
        "person-in-sensitive-list",
    ),
}
ALSO = {
    "an action carried out without a confirmation (V6)": (PLAN, 10, 5),
}
"""Places of what a mistake leaves out, where no mark can stand."""

EXTRA = {
    "criteria that are no whole": ("weight: ۶۰", "weight: ۵۰"),
    "age groups that are not the men": ("men: ۱۶۰", "men: ۱۵۹"),
}

_OFFICE = "number: ۹, date: ۱۴۰۳/۰۵/۱۰}\n"
_THIRD = "  - {id: third, body: secretariat, about: سایر, subject: تمدید"

ELSEWHERE = {
    "a notification to nobody": (SECOND_LETTER, "agency: municipality\n", ""),
    "an agency that is not notified": (SECOND_LETTER, "kind: ابلاغ", "kind: پیگیری"),
    "a contract made after its office opened": (OFFICE, "۱۴۰۳/۰۷/۰۵", "۱۴۰۳/۰۶/۰۱"),
    "a contract of one party": (OFFICE, "{id: operator}", "{id: operator, national_id: ۱۰۳۸۰۲۸۴۷۹۰}"),
    "a contract that rests on what was not approved": (APPROVALS, _OFFICE, f"{_OFFICE}{_THIRD}}}\n"),
    "a contract that rests on a later approval": (
        APPROVALS,
        _OFFICE,
        f"{_OFFICE}{_THIRD}, number: ۲۱, date: ۱۴۰۳/۰۶/۳۰}}\n",
    ),
}


@pytest.mark.parametrize("name", ERRORS)
def test_a_broken_rule_is_reported_once_at_its_place(plans: PlansTree, name: str) -> None:
    key, old, new, code = ERRORS[name]
    plans.plant(key, old, new)
    if name in EXTRA:
        plans.plant(key, *EXTRA[name])
    if name in ELSEWHERE:
        plans.plant(*ELSEWHERE[name])
    reading = plans.read()
    place = (key, *plans.marked[key]) if key in plans.marked else ALSO[name]
    first, *others = reported(reading.problems, plans.root)
    assert (first, reading.problems[0].severity, others) == ((code, *place), Severity.ERROR, [])


WARNINGS = {
    "a contract made after its office opened": (
        CONTRACT,
        "date: ۱۴۰۳/۰۶/۲۸",
        "date: §۱۴۰۳/۰۶/۲۸",
        "contract-after-opening",
    ),
    "an agency that is not notified": (
        LETTER,
        "agency: welfare",
        "agency: §welfare",
        "agencies-not-notified",
    ),
    "a guarantee that ends early": (CONTRACT, "valid_until: ۱۴۰۵/۰۱/۰۱", "valid_until: §۱۴۰۴/۰۹/۰۱", "guarantee-ends-early"),
    "an amendment after the end": (
        CONTRACT,
        "number: ۸, date: ۱۴۰۴/۰۶/۰۱",
        "number: ۸, date: §۱۴۰۴/۱۰/۰۱",
        "amendment-after-end",
    ),
    "an amendment that changes nothing": (
        CONTRACT,
        "- {id: a1, number: ۷, date: ۱۴۰۴/۰۲/۰۱, subject: افزایش خدمات, amount: ۱۴۰۰ میلیون ریال, end: ۱۴۰۴/۰۹/۳۰}",
        "- §{id: a1, number: ۷, date: ۱۴۰۴/۰۲/۰۱, subject: افزایش خدمات}",
        "amendment-changes-nothing",
    ),
    "an application after the deadline": (CALL, "received_on: ۱۴۰۳/۰۳/۲۰", "received_on: §۱۴۰۳/۰۴/۰۲", "application-late"),
    "a decision that is done by half": (MEETING, "progress: ۱۰۰٪", "progress: §۹۰٪", "decision-progress"),
    "a report written before its period ended (V11)": (
        QUARTER,
        "prepared_on: ۱۴۰۴/۰۴/۱۰",
        "prepared_on: §۱۴۰۴/۰۳/۳۱",
        "prepared-before-end",
    ),
    "an agency without the indicator of agencies (V14)": (
        QUARTER,
        "agencies:\n  - {agency: welfare, note: آموزش, capacity_use: مربیان محله}\n",
        "§agencies:\n",
        "agency-indicator-missing",
    ),
    "more allocated than budgeted": (FIRST, "allocated: ۴۰۰ میلیون", "allocated: §۵۰۱ میلیون", "allocated-above-budget"),
    "a rate that nobody knows for a while": ("legal.yaml", "valid_from: ۱۴۰۴/۰۱/۰۱", "valid_from: §۱۴۰۴/۰۲/۰۱", "rate-gap"),
    "a duty in doubt": (
        "agencies/welfare.yaml",
        "{id: welfare/2, text: متن, clean: متن, lines: [۱۶]}",
        "{id: welfare/2, text: متن, clean: متن, lines: [۱۶], needs_review: §مرجع آن معلوم نیست}",
        "duty-in-doubt",
    ),
    "a no-break space (V16)": (PROFILE, "social: اجتماعی", "social: وضع§\u00a0اجتماعی", "text-stray-space"),
    "a narrow no-break space (V16)": (PROFILE, "social: اجتماعی", "social: وضع§\u202fاجتماعی", "text-stray-space"),
    "an error of a spreadsheet (V16)": (PROFILE, "social: اجتماعی", 'social: §"#REF! اجتماعی"', "text-spreadsheet-error"),
    "a value that a spreadsheet lacks (V16)": (PLAN, "description: شرح", 'description: §"شرح #N/A"', "text-spreadsheet-error"),
    "residue of a web page (V16)": (PROFILE, "social: اجتماعی", "social: §وضع اجتماعی <br>", "text-web-residue"),
    "words of a portal (V16)": (PROFILE, "social: اجتماعی", "social: §Link group not found.", "text-web-residue"),
    "a note of an editor (V16)": (PROFILE, "social: اجتماعی", "social: §اجتماعی (نمودار خانم احمدی)", "text-editor-note"),
    "a verb without its half-space (V16)": (PLAN, "description: شرح", "description: §اجرا می شود", "text-half-space-lost"),
    "a plural without its half-space (V16)": (PLAN, "description: شرح", "description: §برنامه ها.", "text-half-space-lost"),
    "a fused plural (V16)": (PLAN, "description: شرح", "description: §برنامههای محله", "text-half-space-lost"),
    "an adjective without its half-space (V16)": (
        PLAN,
        "description: شرح",
        "description: §کار منطقه ای",
        "text-half-space-lost",
    ),
    "digits of two kinds in a number (V16)": (PLAN, "description: شرح", "description: §۱2 کلاس", "text-mixed-digits"),
    "damage in an item of a list (V16)": (CALL, "conditions: [ثبت رسمی]", "conditions: [§ثبت می شود]", "text-half-space-lost"),
    "damage in a catalogue (V16)": ("bodies.yaml", "role: نظارت", "role: §نظارت و گزارش ها", "text-half-space-lost"),
}


@pytest.mark.parametrize("name", WARNINGS)
def test_a_suspicion_warns_once_and_stops_nothing(plans: PlansTree, name: str) -> None:
    key, old, new, code = WARNINGS[name]
    plans.plant(key, old, new)
    if name in ELSEWHERE:
        plans.plant(*ELSEWHERE[name])
    reading = plans.read()
    assert reported(reading.problems, plans.root) == [(code, key, *plans.marked[key])]
    assert reading.problems[0].severity is Severity.WARNING
    assert reading.workspace is not None
    assert len(reading.workspace.dossiers) == 2


def test_needs_are_surveyed_only_where_an_office_is_v2(plans: PlansTree) -> None:
    del plans.files["neighbourhoods/z1-alef/office.yaml"]
    assert reported(plans.read().problems, plans.root) == [("needs-without-office", NEEDS, 1, 1)]


def test_a_notification_without_a_second_approval_is_reported_at_the_first_letter_only_v3(plans: PlansTree) -> None:
    plans.plant(APPROVALS, "number: ۱۸, ", "").plant(SECOND_LETTER, "date: ", "date: §")
    (found,) = plans.read().problems
    assert reported([found], plans.root) == [("notified-without-approval", SECOND_LETTER, *plans.marked[SECOND_LETTER])]
    assert "«برنامه اقدام»" in found.message


def test_a_draft_of_a_notification_needs_no_approval_yet_v3(plans: PlansTree) -> None:
    plans.plant(APPROVALS, "number: ۱۸, ", "")
    plans.plant(LETTER, "number: ۹۵۲\ndate: ۱۴۰۳/۰۹/۲۵\n", "")
    plans.plant(SECOND_LETTER, "number: ۹۵۳\ndate: ۱۴۰۳/۰۹/۲۵\n", "")
    assert plans.read().problems == ()


def test_a_guarantee_asks_for_the_rate_of_the_contract_s_day(plans: PlansTree) -> None:
    plans.plant("legal.yaml", "    valid_from: ۱۳۹۴/۰۹/۲۲", "    valid_from: ۱۴۰۳/۰۶/۲۹")
    (found,) = plans.plant(CONTRACT, "rate: performance", "rate: §performance").read().problems
    assert reported([found], plans.root) == [("rate-not-in-force", CONTRACT, *plans.marked[CONTRACT])]


def test_two_intervals_without_a_beginning_are_two_rates_on_one_day(plans: PlansTree) -> None:
    plans.plant("legal.yaml", "    valid_from: ۱۳۹۴/۰۹/۲۲\n", "").plant("legal.yaml", ", valid_from: ۱۴۰۴/۰۱/۰۱", "")
    assert [found.code for found in plans.read().problems] == ["rate-overlaps"]


def test_the_year_after_an_evaluation_has_a_programme_v8(plans: PlansTree) -> None:
    del plans.files["neighbourhoods/z1-alef/programmes/1404.yaml"]
    (found,) = plans.read().problems
    assert (found.code, found.severity) == ("no-year-programme", Severity.WARNING)
    assert "programmes/1404.yaml" in found.hint


@pytest.mark.parametrize(
    ("folder", "old", "new", "missing"),
    [
        ("quarters", "1404-q1", "1404-q3", "گزارش سه‌ماههٔ دوم سال ۱۴۰۴ در میان نیست."),
        ("programmes", "1405", "1407", "برنامهٔ سال ۱۴۰۶ در میان نیست."),
    ],
)
def test_a_period_left_out_of_a_series_is_reported_v11(plans: PlansTree, folder: str, old: str, new: str, missing: str) -> None:
    old_key, new_key = (f"neighbourhoods/z1-alef/{folder}/{name}.yaml" for name in (old, new))
    text = plans.files[old_key].replace(old, new).replace("prepared_on: ۱۴۰۴", "prepared_on: ۱۴۰۵")
    plans.files[new_key] = text
    (found,) = plans.read().problems
    assert (found.code, found.message) == ("period-left-out", missing)


def test_two_reports_cannot_be_of_one_period_since_the_file_bears_its_name_v11(plans: PlansTree) -> None:
    plans.files["neighbourhoods/z1-alef/quarters/1404-q2.yaml"] = plans.files[QUARTER]
    assert [found.code for found in plans.read().problems] == ["id-not-file-name"]


@pytest.mark.parametrize(
    "text",
    [
        "زنان سرپرست خانوار",
        "ساکنان شهرک شهید مطهری",
        "خانوارهای مهدی آباد",
        "علی رغم همه تلاش‌ها",
        "زنان خیابان امام رضا",
        "سالمندان ۶۵ تا ۷۵ سال",
        "بیماران بیمارستان امام حسین و درمانگاه",
    ],
)
def test_a_group_or_a_place_is_no_person_v17(plans: PlansTree, text: str) -> None:
    assert plans.plant(PROFILE, "title: سالمندان تنها", f"title: {text}").read().problems == ()


def test_a_person_of_the_dossier_is_known_by_name_in_a_sensitive_list_v17(plans: PlansTree) -> None:
    plans.plant(FIRST, "post: عضو شورا}", "post: عضو شورا, name: بهنوش پاکزاد}")
    plans.plant(PROFILE, "title: سالمندان تنها", "title: §خانواده بهنوش پاکزاد")
    problems = plans.read().problems
    assert reported(problems, plans.root) == [("person-in-sensitive-list", PROFILE, *plans.marked[PROFILE])]


def test_texts_as_published_keep_their_damage_v16(plans: PlansTree) -> None:
    plans.plant("neighbourhoods/z1-alef/neighbourhood.yaml", "text: الف", "text: محله های الف")
    plans.plant("bodies.yaml", "name: کمیته, lines", "name: کمیته ها, lines")
    assert plans.read().problems == ()


def test_the_second_evaluation_compares_with_the_first_and_both_are_in_order(plans: PlansTree) -> None:
    assert plans.plant(SECOND, "value: ۲۰}", "value: ۲۵}").read().problems == ()
