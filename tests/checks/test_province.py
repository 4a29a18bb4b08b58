"""Sessions, letters and calls of the province: entered once, read in every neighbourhood that they concern."""

from __future__ import annotations

import pytest

from generator.problems.errors import Severity
from tests.reading.plans_tree import (
    APPROVALS,
    LETTER,
    MEETING,
    PLAN,
    SENDING,
    SESSION,
    WHOLE_QUARTER,
    YEAR,
    PlansTree,
    reported,
)

DECIDED = """\
id: hq-1
title: جلسهٔ ستاد
neighbourhoods: [z1-alef, z2-be]
purpose: تصویب
body: secretariat
number: ۲۰
date: ۱۴۰۳/۰۹/۲۱
place: استانداری
agenda: [برنامه‌ها]
attendance:
  - {id: head, post: استاندار, represents: secretariat}
  - {id: clerk, post: کارشناس, represents: secretariat}
chair: head
secretary: clerk
decisions:
  - {id: d1, title: برنامهٔ دو محله تصویب شد., approves: برنامه اقدام, owner: secretariat}
  - {id: d2, title: سند یک محله تصویب شد., approves: سند مشارکتی, neighbourhoods: [z2-be], owner: secretariat}
"""
KEY = "meetings/hq-1.yaml"
FIRST_APPROVAL = "  - {id: first, body: committee, about: شناسنامه نیازها, subject: نیازها, number: ۱۲, date: ۱۴۰۳/۰۸/۱۰}\n"
SECOND = "  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, number: ۱۸, date: ۱۴۰۳/۰۹/۲۰}\n"


def test_a_session_over_many_neighbourhoods_is_entered_once_and_approves_in_each(plans: PlansTree) -> None:
    plans.files[KEY] = DECIDED
    plans.files["neighbourhoods/z2-be/approvals.yaml"] = f"approvals:\n{FIRST_APPROVAL}"
    reading = plans.plant(APPROVALS, SECOND, "").plant(YEAR, "approval: second", "approval: hq-1-d1").read()

    assert [found for found in reading.problems if found.severity is Severity.ERROR] == []
    assert reading.workspace is not None
    first, second = (reading.workspace.dossier(place).approvals for place in ("z1-alef", "z2-be"))
    assert first is not None and second is not None
    given = first.approval("hq-1-d1")
    assert (given.body, given.about, given.number, str(given.date)) == ("secretariat", "برنامه اقدام", "۲۰", "۱۴۰۳/۰۹/۲۱")
    assert [each.id for each in second.approvals] == ["first", "hq-1-d1", "hq-1-d2"]
    assert [each.id for each in first.approvals if each.derived] == ["hq-1-d1"]


def test_an_approval_that_names_its_decision_has_number_and_date_from_there(plans: PlansTree) -> None:
    plans.files[KEY] = DECIDED
    named = "  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, decision: hq-1/d1}\n"
    reading = plans.plant(APPROVALS, SECOND, named).read()

    assert reading.workspace is not None
    approvals = reading.workspace.dossier("z1-alef").approvals
    assert approvals is not None
    assert (approvals.approval("second").number, [each.id for each in approvals.approvals if each.derived]) == ("۲۰", [])


def test_an_approval_by_letter_has_number_and_date_from_it(plans: PlansTree) -> None:
    named = "  - {id: second, body: secretariat, about: برنامه اقدام, subject: برنامه, letter: notify-welfare}\n"
    reading = plans.plant(APPROVALS, SECOND, named).read()

    assert reading.workspace is not None
    approvals = reading.workspace.dossier("z1-alef").approvals
    assert approvals is not None
    assert (approvals.approval("second").number, str(approvals.approval("second").date)) == ("۹۵۲", "۱۴۰۳/۰۹/۲۵")


def test_a_session_that_cannot_be_read_breaks_the_approvals_of_every_neighbourhood(plans: PlansTree) -> None:
    plans.files[KEY] = DECIDED.replace("purpose: تصویب", "purpose: نامعلوم")
    reading = plans.read()

    assert {place: "approvals" in broken and "meetings/hq-1" in broken for place, broken in reading.broken.items()} == {
        "province": False, "z1-alef": True, "z2-be": True,
    }  # fmt: skip


MISTAKES = {
    "an approval that says another number than its session": (
        APPROVALS,
        SECOND,
        SECOND.replace("subject: برنامه, number: ۱۸, date: ۱۴۰۳/۰۹/۲۰", "subject: برنامه, decision: hq-1/d1, number: §۱۸"),
        "approval-differs",
    ),
    "an approval that is awaited though it was given": (
        APPROVALS,
        SECOND,
        SECOND.replace("number: ۱۸, date: ۱۴۰۳/۰۹/۲۰", "§number: {unknown: هنوز نرسیده است}"),
        "approval-given",
    ),
    "a letter older than the decision that it makes known": (
        LETTER,
        "agency: welfare",
        "agency: welfare\ndecisions: [§session/d1]",
        "letter-before-decision",
    ),
    "a letter to a post that nobody knows": (
        LETTER,
        "agency: welfare",
        "agency: welfare\nrecipients: [§nobody]",
        "reference-unknown",
    ),
    "a reminder to two posts": (
        LETTER,
        "kind: ابلاغ\n",
        "kind: پیگیری\nrecipients: [welfare-head, §city-head]\n",
        "letter-of-several",
    ),
    "a notification of two plans": (
        LETTER,
        "neighbourhoods: [z1-alef]",
        "neighbourhoods: [z1-alef, §z2-be]",
        "notification-of-several-plans",
    ),
    "a report that is sent by a letter of another kind": (
        WHOLE_QUARTER,
        "letter: send-quarter",
        "letter: §notify-welfare",
        "report-letter-other-kind",
    ),
    "a reply before its letter": (LETTER, "agency: welfare", "agency: welfare\nreply_by: §۱۴۰۳/۰۹/۲۴", "schedule-reversed"),
    "a decision over a neighbourhood that its session does not name": (
        SESSION,
        "neighbourhoods: [z1-alef], owner",
        "neighbourhoods: [§z2-be], owner",
        "decision-elsewhere",
    ),
    "a local session with the id of one of the province": (MEETING, "id: review", "id: §session", "duplicate-id"),
    "a decision on an action that the neighbourhood does not have": (
        SESSION,
        "title: تکمیل گزارش,",
        "title: تکمیل گزارش, action: §a99,",
        "reference-unknown",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_record_of_the_province_is_told_once_at_its_place(plans: PlansTree, name: str) -> None:
    key, old, new, code = MISTAKES[name]
    if key == APPROVALS:
        plans.files[KEY] = DECIDED
    plans.plant(key, old, new)
    if key == MEETING:
        plans.files["neighbourhoods/z1-alef/meetings/session.yaml"] = plans.files.pop(MEETING)
        found = [each for each in plans.read().problems if each.code == code]
        assert len(found) == 1
        return
    found = [each for each in reported(plans.read().problems, plans.root) if each[0] == code]
    assert found == [(code, key, *plans.marked[key])]


def test_a_report_is_sent_by_one_letter_of_its_own_and_after_it_was_written(plans: PlansTree) -> None:
    quarter = plans.files[WHOLE_QUARTER]
    codes = lambda: {each.code for each in plans.read().problems if each.code.startswith("report-letter-")}  # noqa: E731

    assert codes() == set()
    plans.files[SENDING] = plans.files[SENDING].replace("date: ۱۴۰۴/۰۴/۱۲", "date: ۱۴۰۴/۰۴/۰۹")
    assert codes() == {"report-letter-early"}
    plans.files[SENDING] = plans.files[SENDING].replace("date: ۱۴۰۴/۰۴/۰۹", "date: ۱۴۰۴/۰۸/۰۱")
    some = plans.files[SENDING] + "neighbourhoods: [z1-alef]\n"
    whole, plans.files[SENDING] = plans.files[SENDING], some
    assert codes() == {"report-letter-of-some"}
    plans.files[SENDING] = whole
    plans.files["quarters/1404-q2.yaml"] = quarter.replace("1404-q1", "1404-q2").replace("۱۴۰۴/۰۴/۱۰", "۱۴۰۴/۰۷/۱۰")
    assert codes() == {"report-letter-twice"}


def test_a_plan_without_the_neighbourhood_s_letters_is_read_as_before(plans: PlansTree) -> None:
    """What the province's folders lack is no fault: every one of them may be absent."""
    for key in [key for key in plans.files if key.partition("/")[0] in ("meetings", "quarters")]:
        del plans.files[key]
    reading = plans.read()
    assert [found for found in reading.problems if found.severity is Severity.ERROR] == []
    assert PLAN in plans.files
