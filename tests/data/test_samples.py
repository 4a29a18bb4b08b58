"""The illustrative dossiers: marked as such, complete, different from each other, and without anybody who could be real."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import pytest

from generator.model.known import Unknown
from generator.model.records.evaluation import Evaluation
from generator.model.records.workspace import Dossier
from generator.persian import fold, to_western
from generator.problems.errors import Severity
from tests import plans

PLANS = plans.ROOT / "plans"
READING = plans.project().reading
assert READING.workspace is not None
CATALOGUE = READING.workspace.catalogue
SAMPLES = tuple(dossier for dossier in READING.workspace.dossiers if dossier.sample)
EVALUATED = tuple((dossier, evaluation) for dossier in SAMPLES for evaluation in dossier.evaluations)
MAPPED = "z3-golshahr"
"""The sample that has a map; the others show what a paper prints without one."""

each_sample = pytest.mark.parametrize("dossier", SAMPLES, ids=lambda dossier: dossier.id)


def files(dossier: Dossier) -> list[Path]:
    return sorted((PLANS / "neighbourhoods" / dossier.id).rglob("*.yaml"))


def test_there_are_no_errors_in_the_plans() -> None:
    assert [told for told in READING.problems if told.severity is Severity.ERROR] == []


def test_three_neighbourhoods_of_three_zones_are_samples() -> None:
    assert len(SAMPLES) == 3
    assert len({dossier.neighbourhood.zone for dossier in SAMPLES}) == 3


@each_sample
def test_every_record_of_a_sample_says_that_it_is_one(dossier: Dossier) -> None:
    assert all(record.sample for record in dossier.records())
    for file in files(dossier):
        comments = takewhile(lambda line: line.startswith("#"), file.read_text(encoding="utf-8").splitlines())
        assert file.name == "neighbourhood.yaml" or "نمونه" in " ".join(comments), file


@each_sample
def test_a_sample_is_complete(dossier: Dossier) -> None:
    missing = [name for name in type(dossier).model_fields if getattr(dossier, name) is None]
    assert missing == ([] if dossier.id == MAPPED else ["map"])
    assert [evaluation.id for evaluation in dossier.evaluations] == ["1404-h1", "1404-h2"]


@each_sample
def test_a_year_programme_carries_on_the_evaluation_before_it(dossier: Dossier) -> None:
    (programme,), evaluation = dossier.programmes, dossier.evaluations[-1]
    assert (programme.year, programme.evaluation) == (evaluation.period.year + 1, evaluation.id)
    unfinished = {line.action for line in evaluation.progress if line.actual < 100}
    assert {line.action for line in programme.lines if line.action} == unfinished
    assert programme.stated_total == sum(line.amount for line in programme.lines)


@each_sample
def test_every_rial_of_a_plan_has_somebody_who_pays_it(dossier: Dossier) -> None:
    assert dossier.plan is not None
    assert [line.id for action in dossier.plan.actions for line in action.budget if not line.has_payer] == []


def test_the_survey_that_an_evaluation_speaks_of_has_its_answers() -> None:
    golshahr = next(dossier for dossier in SAMPLES if dossier.id == "z3-golshahr")
    satisfaction = next(survey for survey in golshahr.surveys if survey.id in golshahr.evaluations[-1].surveys)
    assert satisfaction.sample_size == 210
    assert all(question.answered for question in satisfaction.questions)


@each_sample
def test_the_age_groups_of_a_profile_are_its_men_and_women(dossier: Dossier) -> None:
    profile = dossier.profile
    assert profile is not None
    assert sum(group.men for group in profile.age_groups) == profile.men
    assert sum(group.women for group in profile.age_groups) == profile.women


@each_sample
def test_a_plan_has_eighteen_actions_over_three_axes_led_by_every_agency(dossier: Dossier) -> None:
    assert dossier.plan is not None
    assert len(dossier.plan.actions) >= 18
    assert {action.axis for action in dossier.plan.actions} == {"اجتماعی", "اقتصادی", "محیطی"}
    assert {action.lead for action in dossier.plan.actions} == {agency.id for agency in CATALOGUE.agencies}


@each_sample
def test_a_profile_counts_every_resident_once_and_fits_in_its_zone(dossier: Dossier) -> None:
    profile = dossier.profile
    assert profile is not None
    assert profile.men + profile.women == profile.population
    assert profile.population < CATALOGUE.zone(dossier.neighbourhood.zone).population
    assert len(profile.figures) >= 12
    assert all(group.count < profile.population for group in profile.group_counts)


@each_sample
def test_every_need_is_met_by_an_action_and_every_group_takes_part(dossier: Dossier) -> None:
    assert dossier.plan and dossier.needs and dossier.community
    assert {need.id for need in dossier.needs.needs} == {need for action in dossier.plan.actions for need in action.needs}
    acting = {role.group for action in dossier.plan.actions for role in action.roles}
    assert {group.id for group in dossier.community.groups} <= acting


@pytest.mark.parametrize(("dossier", "evaluation"), EVALUATED, ids=lambda value: value.id)
def test_an_evaluation_stays_within_the_budget_and_measures_every_indicator(dossier: Dossier, evaluation: Evaluation) -> None:
    assert dossier.plan is not None
    for line in evaluation.progress:
        action = dossier.plan.action(line.action)
        assert line.spent <= line.allocated <= action.total, line.action
        assert [value.indicator for value in line.measured] == [indicator.id for indicator in action.indicators]


@each_sample
def test_progress_never_shrinks(dossier: Dossier) -> None:
    first, second = dossier.evaluations
    for line in first.progress:
        later = second.of(line.action)
        assert later is not None
        for name in ("planned", "actual", "allocated", "spent"):
            assert getattr(line, name) <= getattr(later, name), (line.action, name)


@each_sample
def test_solutions_are_due_after_the_report_that_asks_for_them(dossier: Dossier) -> None:
    for evaluation in dossier.evaluations:
        assert all(solution.deadline > evaluation.prepared_on for solution in evaluation.solutions)


@each_sample
def test_persons_and_numbers_that_identify_them_stay_unknown(dossier: Dossier) -> None:
    assert dossier.office and dossier.contract and dossier.community and dossier.calls
    operator = {name: value for name, value in dossier.office.operator if name != "id"}
    employer = dict(dossier.contract.employer)
    names = [member.name for evaluation in dossier.evaluations for member in evaluation.committee]
    names += [partner.name for partner in dossier.community.partners]
    names += [group.representative for group in dossier.community.groups]
    names += [attendee.name for meeting in dossier.meetings for attendee in meeting.attendance]
    names += [applicant.name for call in dossier.calls for applicant in call.applicants]
    names += [dossier.office.manager, dossier.office.address, *operator.values(), *employer.values()]
    assert all(isinstance(value, Unknown) for value in names)


@each_sample
def test_nothing_in_a_sample_looks_like_an_identity_number_a_telephone_or_an_account(dossier: Dossier) -> None:
    for file in files(dossier):
        text = to_western(file.read_text(encoding="utf-8"))
        assert not re.search(r"\d{8,}|IR\d", text), file


def test_samples_are_no_copies_of_each_other() -> None:
    titles = [{fold(action.title) for action in dossier.plan.actions} for dossier in SAMPLES if dossier.plan]
    needs = [{fold(need.title) for need in dossier.needs.needs} for dossier in SAMPLES if dossier.needs]
    amounts = [{line.amount for a in dossier.plan.actions for line in a.budget} for dossier in SAMPLES if dossier.plan]
    for at, first in enumerate(titles):
        for other in range(at + 1, len(titles)):
            assert not first & titles[other]
            assert not needs[at] & needs[other]
            assert len(amounts[at] & amounts[other]) < len(amounts[at]) / 3
