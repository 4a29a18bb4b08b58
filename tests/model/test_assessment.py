"""What an evaluation finds beside its figures: needs, indicators, the office, surveys, earlier solutions, the year ahead."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.records.activities import Activities
from generator.model.records.catalogue import Catalogue
from generator.model.records.contract import Contract
from generator.model.records.evaluation import Evaluation, FollowUp, Member, Solution
from generator.model.records.evaluation_parts import OfficeWork
from generator.model.records.needs import Needs
from generator.model.records.payment import Payment
from generator.model.records.surveys import Survey
from generator.model.records.workspace import Dossier
from generator.model.records.yearly import YearProgramme
from generator.model.views.assessment import assess
from generator.model.views.progress import compare
from generator.persian import Half
from tests.model.test_progress import progress

H1, H2 = Half(1404, 1), Half(1404, 2)


@pytest.fixture
def found(plan, catalogue):
    """The assessment of an evaluation of a plan of some actions, with other records of the dossier."""

    def make(actions, lines, period=H1, evaluations=(), legal=None, records=None, **evaluation):
        given = {"surveys": (), "committee": (), "solutions": (), "follow_up": (), "office": OfficeWork(), **evaluation}
        own = Evaluation.model_construct(period=period, progress=lines, **given)
        others = {"needs": None, "contract": None, "activities": None, "programmes": (), "payments": (), "surveys": ()}
        others |= {"handovers": (), **(records or {})}
        dossier = Dossier.model_construct(plan=plan(*actions), evaluations=(*evaluations, own), **others)
        whole = Catalogue.model_construct(agencies=catalogue.agencies, legal=legal)
        return assess(dossier, own, compare(dossier, own, None, whole), whole)

    return make


def test_pressing_needs_are_those_without_an_action_and_those_whose_actions_are_all_behind(found, action) -> None:
    common = {"axis": "اجتماعی", "evidence": "کارگاه", "proposal": "کار"}
    needs = [{"id": f"n{at}", "title": f"نیاز {at}", "priority": str(at // 4 + 1), **common} for at in range(1, 5)]
    actions = (action("a01", needs=["n1"]), action("a02", needs=["n2"]), action("a03", needs=["n2", "n4"]))
    lines = (progress("a01", "50", "40"), progress("a02", "50", "40"), progress("a03", "50", "60"))
    relevance = found(actions, lines, records={"needs": Needs.model_validate({"needs": needs})}).answers.relevance
    assert (relevance.needs, relevance.answered, len(relevance.urgent)) == (4, 3, 3)
    assert [each.need.id for each in relevance.behind] == ["n1"]
    assert [each.need.id for each in relevance.unanswered] == ["n3"]


def test_what_is_kept_after_its_end_is_counted_of_all_and_of_what_is_finished(found, action) -> None:
    actions = (action("a01", kept_by="گروه"), action("a02", recurrent_cost="7", roles=[_role("گروه محلی")]), action("a03"))
    lines = (progress("a01", "100", "100"), progress("a02", "100", "100"), progress("a03", "50", "0"))
    kept = found(actions, lines).answers.sustainability
    assert kept == (3, 1, 2, 1, 1, 7, 1)


def _role(actor):
    return {"actor": actor, "level": "اجرا", "role": "همکاری"}


def test_answers_are_shares_of_the_sample_and_who_was_silent_is_counted(found, action) -> None:
    questions = [
        {"id": "q1", "text": "پرسش", "answers": [{"text": "آری", "count": "30"}, {"text": "نه", "count": "15"}]},
        {
            "id": "q2",
            "text": "پرسش",
            "several": "بله",
            "answers": [{"text": "این", "count": "40"}, {"text": "آن", "count": "40"}],
        },
    ]
    texts = {"id": "s", "title": "ن", "kind": "پرسش‌نامه", "subject": "ک", "asked": "خ", "method": "ر"}
    survey = Survey.model_validate({**texts, "sample_size": "50", "questions": questions})
    other = survey.model_copy(update={"id": "other"})
    records = {"surveys": (survey, other)}
    (result,) = found((action("a01"),), (progress("a01", "1", "1"),), records=records, surveys=("s",)).surveys
    one, several = result.questions
    assert [given.share for given in one.answers] == [60, 30]
    assert (one.silent, one.silent_share, one.most) == (5, 10, one.answers[0])
    assert (several.silent, several.most) == (None, None)  # two were named as often


def test_a_solution_that_was_late_or_never_answered_says_so(found, action) -> None:
    def solution(name, day):
        return Solution.model_validate({"id": name, "title": name, "owner": "x", "deadline": day})

    past = Evaluation.model_construct(
        period=H1, progress=(), solutions=(solution("s1", "1404/08/10"), solution("s2", "1404/08/10"))
    )
    outcome = FollowUp.model_validate({"solution": "s1", "status": "انجام شد", "done_on": "1404/08/15", "carried_by": "t1"})
    new = (solution("t1", "1405/03/01"), solution("t2", "1405/02/01"))
    given = {"evaluations": (past,), "solutions": new, "follow_up": (outcome,)}
    result = found((action("a01"),), (progress("a01", "1", "1"),), H2, **given)
    assert [(each.days_late, each.outcome is None, each.carried) for each in result.followed] == [
        (5, False, new[0]),
        (None, True, None),
    ]
    assert result.settled == 1
    assert [each.id for each in result.asked] == ["t2", "t1"]


def test_members_of_agencies_that_lead_actions_are_named(found, action) -> None:
    def member(name, agency):
        return Member.model_validate({"id": name, "represents": "سایر", "post": name, "agency": agency})

    lines = (progress("a01", "1", "1"),)
    result = found((action("a01"),), lines, committee=(member("m1", "roads-urban"), member("m2", "municipality")))
    assert [(each.member.id, each.led) for each in result.involved] == [("m1", 1)]
    assert result.seats == (("سایر", 2),)


def test_the_office_is_held_to_the_contract_as_it_was_at_the_end_of_the_half_year(found, action, contract, legal) -> None:
    staff = {"post": "تسهیلگر", "qualification": "ک", "attendance": "تمام‌وقت"}
    fewer = [{"id": "f", "people": "2", **staff}]
    amended = {"id": "x", "date": "1404/08/01", "subject": "نیرو", "end": "1405/06/31", "staff": fewer}
    held: Contract = contract(staff=[{"id": "f", "people": "3", **staff}], amendments=[amended])
    paid = [
        {"id": "x1", "instalment": "p2", "delivered_on": "1404/04/05", "paid_on": "1404/07/20"},
        {"id": "x2", "instalment": "p3", "delivered_on": "1404/07/01"},
    ]
    days = enumerate(("1403/12/29", "1404/02/01"))
    log = [{"id": f"v{at}", "kind": "کارگاه", "title": "ک", "date": day, "participants": "9"} for at, day in days]
    records = {
        "contract": held,
        "payments": tuple(Payment.model_validate(each) for each in paid),
        "activities": Activities.model_validate({"activities": log}),
    }
    work = OfficeWork.model_validate({"presence": [{"line": "f", "present": "2.5"}]})
    office = found((action("a01"),), (progress("a01", "1", "1"),), legal=legal, records=records, office=work).office
    assert [(each.line.people, each.present, each.missing) for each in office.staff] == [(3, Decimal("2.5"), Decimal("0.5"))]
    assert [(each.owed.instalment.id, each.delivered, each.days_late or 0) for each in office.outputs][1:] == [
        ("p2", True, 5),
        ("p3", False, 0),  # it came after the half-year, as the payment of the other did
    ]
    assert not office.outputs[1].paid_on and (office.delivered, office.late) == (1, 1)
    assert (office.activities, office.participants, office.beyond) == (1, 9, False)


def test_a_year_names_what_it_leaves_out_and_compares_with_what_is_left(found, action, line) -> None:
    actions = [action(f"a0{at}", budget=[line(1000)]) for at in range(1, 5)]
    lines = tuple(progress(f"a0{at}", "50", actual, 600, 400) for at, actual in ((1, "40"), (2, "40"), (3, "40"), (4, "100")))
    rows = [
        {"id": "y1", "title": "ادامه", "action": "a01", "amount": "700"},
        {"id": "y2", "title": "تازه", "amount": "50"},
    ]
    common = {"owner": "x", "start": "1405/01", "end": "1405/06"}
    given = {"year": "1405", "evaluation": "1404-h2", "goals": ["هدف"], "lines": [{**row, **common} for row in rows]}
    stopped = {"stopped": [{"action": "a02", "reason": "زمین نبود"}]}
    records = {"programmes": (YearProgramme.model_validate({**given, **stopped}),)}
    year = found(actions, lines, H2, records=records).year
    assert [(each.row.action.id, each.reason) for each in year.left_out] == [("a02", "زمین نبود"), ("a03", "")]
    assert (year.carried, year.new, year.amount_carried, year.amount_new) == (1, 1, 700, 50)
    assert [(row.unspent, row.unallocated, row.beyond) for row in year.rows] == [(200, 400, 100), (None, None, 0)]
    assert found(actions, lines, H1, records=records).year is None
