"""How complete a record is: what is known of it, what is not, and what is still to be written."""

from __future__ import annotations

import pytest

from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.profile import Profile
from generator.model.records.workspace import Dossier
from generator.model.views.completeness import Completeness, completeness
from tests import plans

WORKSPACE = plans.project().workspace
assert WORKSPACE is not None
GOLSHAHR = WORKSPACE.dossier("z3-golshahr")
IDENTITY = {"id": "z1-a", "zone": "z1", "rank": "1", "text": "الف", "name": "الف", "lines": ["1"]}


def of(profile: dict[str, object]) -> Completeness:
    """The completeness of a profile."""
    dossier = Dossier(neighbourhood=Neighbourhood.model_validate(IDENTITY), profile=Profile.model_validate(profile))
    return next(each for each in completeness(dossier) if each.record == "profile")


def test_a_profile_of_which_nothing_is_known_can_be_kept_and_is_wholly_unknown() -> None:
    empty = of({})
    assert (empty.known, empty.to_write, empty.is_there, empty.is_complete) == (0, 0, True, False)
    assert empty.unknown > 15


def test_a_fact_that_becomes_known_moves_from_the_one_count_to_the_other() -> None:
    empty, counted = of({}), of({"population": "۱۲٬۰۰۰", "men": {"unknown": "شمارش نشده است"}})
    assert (counted.known, counted.unknown) == (1, empty.unknown - 1)


def test_a_text_to_write_is_neither_known_nor_unknown() -> None:
    begun = of({"description": "… معرفی محله را بنویسید", "capacities": ["… ظرفیت"]})
    assert (begun.known, begun.to_write) == (0, 2)


def test_facts_inside_lists_are_counted_and_what_may_be_left_out_counts_only_when_given() -> None:
    figure = {"id": "literacy", "title": "باسوادی", "value": "۸۵", "unit": "درصد"}
    empty, one = of({}), of({"figures": [figure]})
    assert (one.known, one.unknown - empty.unknown) == (4, 2)  # year and source are not known
    assert of({"figures": [figure | {"axis": "اجتماعی"}]}).known == 5


def test_a_payer_that_no_line_needs_is_not_missing() -> None:
    plan = next(each for each in completeness(GOLSHAHR) if each.record == "plan")
    assert GOLSHAHR.plan is not None
    without = GOLSHAHR.plan.actions[0].model_copy(update={"budget": ()})
    changed = GOLSHAHR.plan.model_copy(update={"actions": (without, *GOLSHAHR.plan.actions[1:])})
    fewer = next(each for each in completeness(GOLSHAHR.model_copy(update={"plan": changed})) if each.record == "plan")
    assert fewer.known < plan.known


@pytest.mark.parametrize("record", ["contract", "surveys"])
def test_a_record_or_a_series_that_is_not_there_is_told_once(record: str) -> None:
    bare = Dossier(neighbourhood=Neighbourhood.model_validate(IDENTITY))
    assert [each for each in completeness(bare) if each.record == record] == [Completeness(record, is_there=False)]


def test_every_record_of_a_dossier_is_counted_once() -> None:
    names = [each.record for each in completeness(GOLSHAHR)]
    assert len(names) == len(set(names))
    assert {"plan", "evaluations/1404-h2", "reviews/education", "surveys/satisfaction-1404"} <= set(names)
