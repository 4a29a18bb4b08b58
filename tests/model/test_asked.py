"""What a plan asks of those who decide."""

from __future__ import annotations

from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.reviews import AgencyReview
from generator.model.records.workspace import Dossier
from generator.model.views.asked import ask
from generator.persian import JalaliMonth


def dossier(*reviews):
    made = tuple(AgencyReview.model_validate(each) for each in reviews)
    return Dossier.model_construct(neighbourhood=Neighbourhood.model_construct(id="z1-place"), reviews=made)


def test_works_of_the_first_quarter_are_to_begin_first(action, plan, catalogue):
    actions = (
        action("a01", start="1404/02", end="1404/09"),
        action("a02", start="1404/03", end="1404/09", lead="municipality"),
        action("a03", start="1404/04", end="1404/09"),
    )
    found = ask(dossier(), plan(*actions), catalogue)
    assert [each.id for each in found.starting] == ["a01", "a02"]
    assert (found.until, found.amount) == (JalaliMonth(1404, 3), 2000)
    assert list(found.starters) == ["راه و شهرسازی", "شهرداری"]


def test_what_is_not_there_before_a_work_is_asked_of_who_gives_it(action, plan, catalogue):
    catalogue = catalogue.model_copy(update={"bodies": type("None", (), {"bodies": ()})()})
    needed = [
        {"id": "p1", "kind": "مجوز", "title": "پروانه", "owner": "municipality"},
        {"id": "p2", "kind": "زمین", "title": "زمین"},
        {"id": "p3", "kind": "زمین", "title": "زمین", "ready_on": "1404/01/20"},
    ]
    found = ask(dossier(), plan(action(prerequisites=needed)), catalogue)
    assert [(each.prerequisite.id, each.owner) for each in found.awaited] == [("p1", "شهرداری"), ("p2", "")]


def test_duties_that_nothing_serves_are_counted_with_their_agencies(action, plan, catalogue):
    found = ask(dossier(), plan(action()), catalogue)
    assert found.unserved == 2
    assert [each.id for each in found.unserving] == ["roads-urban", "municipality"]


def test_an_agency_that_was_asked_and_did_not_answer_is_silent(action, plan, catalogue):
    answered = {"agency": "roads-urban", "asked_on": "1403/07/15", "replied_on": "1403/08/01"}
    found = ask(dossier(answered, {"agency": "municipality", "no_reply": "پاسخی نرسید."}), plan(action()), catalogue)
    assert [each.id for each in found.silent] == ["municipality"]
