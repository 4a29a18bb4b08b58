"""The quarter of the province: its totals equal sums over the neighbourhoods that are reckoned apart."""

from __future__ import annotations

import itertools

import pytest

from generator.model.known import Unknown
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views import quarterly, states
from generator.persian import Quarter
from tests import plans

PERIOD = Quarter(1404, 4)


@pytest.fixture(scope="module")
def dossiers() -> list[Dossier]:
    """Sixty-six neighbourhoods, each with the records of one of the three samples."""
    workspace = plans.project().workspace
    assert workspace is not None
    samples = itertools.cycle([workspace.dossier(name) for name in ("z3-golshahr", "z7-torogh", "z8-sisabad")])
    found = []
    for dossier, sample in zip(workspace.dossiers, samples, strict=False):
        held = {name: getattr(sample, name) for name in ("office", "contract", "plan", "evaluations", "quarters")}
        found.append(dossier.model_copy(update=held))
    return found


def report(dossiers: list[Dossier]) -> quarterly.QuarterReport:
    workspace = plans.project().workspace
    assert workspace is not None
    quarter = next(each for each in workspace.province.quarters if each.period == PERIOD)
    return quarterly.report(quarter, workspace.province, dossiers, workspace.catalogue)


def test_totals_over_sixty_six_neighbourhoods_equal_sums_reckoned_apart(dossiers: list[Dossier]) -> None:
    found = report(dossiers)

    assert len(dossiers) == 66
    assert found.neighbourhoods == 66
    assert found.money.budget == sum(line.amount for each in dossiers for action in each.plan.actions for line in action.budget)
    last = [max(each.evaluations, key=lambda one: one.period.end) for each in dossiers]
    assert found.money.allocated == sum(line.allocated for each in last for line in each.progress)
    assert found.money.spent == sum(line.spent for each in last for line in each.progress)
    own = [quarter for each in dossiers for quarter in each.quarters if quarter.period == PERIOD]
    assert found.actions == sum(len(each.actions) for each in own)
    assert len(found.reported) == len(own)
    assert sum(len(each.notes) for each in found.agencies) == sum(len(each.agencies) for each in own)
    assert len(found.obstacles) - len(quarterly_of().obstacles) == sum(len(each.obstacles) for each in own)
    assert sum(each.offices for each in found.zones) == found.offices == 66
    assert [each.agency.order for each in found.agencies] == sorted(each.agency.order for each in found.agencies)


def quarterly_of():  # type: ignore[no-untyped-def]
    workspace = plans.project().workspace
    assert workspace is not None
    return next(each for each in workspace.province.quarters if each.period == PERIOD)


def test_a_neighbourhood_with_an_office_and_no_report_is_named(dossiers: list[Dossier]) -> None:
    silent = dossiers[0].model_copy(update={"quarters": ()})

    found = report([silent, *dossiers[1:]])

    assert found.missing == (silent.neighbourhood.name,)
    assert silent.neighbourhood.name not in found.reported
    assert report(dossiers).missing == ()


def test_a_province_without_records_has_nothing_to_count(dossiers: list[Dossier]) -> None:
    workspace = plans.project().workspace
    assert workspace is not None
    bare = [each.model_copy(update={name: None if name != "evaluations" and name != "quarters" else () for name in
            ("office", "contract", "plan", "evaluations", "quarters")} | {"meetings": ()}) for each in dossiers]  # fmt: skip

    found = quarterly.report(quarterly_of(), ProvinceDossier(), bare, workspace.catalogue)

    assert (found.offices, found.contracts, found.sessions, found.open, found.reported, found.missing) == (0, 0, (), (), (), ())
    assert (found.money.plans, found.money.budget, found.without_office) == (0, 0, 66)


def test_a_session_counts_once_however_many_neighbourhoods_it_concerns() -> None:
    workspace = plans.project().workspace
    assert workspace is not None
    found = quarterly.report(
        quarterly_of().model_copy(update={"period": Quarter(1403, 4)}),
        workspace.province,
        [*workspace.dossiers],
        workspace.catalogue,
    )
    ids = [each.meeting.id for each in found.sessions]
    assert len(ids) == len(set(ids))
    assert "hq-2" in ids


@pytest.mark.parametrize("place", ["z3-golshahr", "z7-torogh", "z1-khatib"])
def test_a_transition_has_its_body_its_number_and_its_day(place: str) -> None:
    workspace = plans.project().workspace
    assert workspace is not None
    found = states.standing(workspace.dossier(place))

    by_id = {each.state.id: each for each in found.reached}
    if place == "z3-golshahr":
        assert (by_id["S10"].body, by_id["S10"].number, str(by_id["S10"].date)) == ("headquarters", "نمونه/۱۰۳", "۱۴۰۳/۱۱/۲۰")
        assert found.next is None
    if place == "z7-torogh":
        assert found.next is not None
        assert found.next.id == "S4"
        assert found.turn == ""
    if place == "z1-khatib":
        assert found.ids == ("S0",)
        assert (found.next.id if found.next else "") == "S1"
        assert found.since is None
    assert all(not isinstance(each.number, Unknown) for each in found.reached)
