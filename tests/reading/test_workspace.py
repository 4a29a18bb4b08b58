"""The folder of plans as a whole: layout, names, what is left out, and what a broken file does to the rest."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator.checks import gaps
from generator.model.known import Unknown
from generator.persian import JalaliMonth
from generator.problems.errors import Severity
from generator.reading import listing
from generator.reading.workspace import read
from tests.reading.plans_tree import FIRST, IDENTITY, NEEDS, PLAN, PlansTree, reported

REAL_PLANS = Path(__file__).parents[2] / "plans"


def test_a_faultless_folder_is_read_whole_and_without_a_word(plans: PlansTree) -> None:
    reading = plans.read()
    assert reading.problems == ()
    assert reading.broken == {}
    assert reading.workspace is not None
    assert [dossier.id for dossier in reading.workspace.dossiers] == ["z1-alef", "z2-be"]
    alef = reading.workspace.dossier("z1-alef")
    assert alef.plan is not None
    assert alef.plan.action("a01").total == 500_000_000
    assert alef.plan.action("a01").start == JalaliMonth(1403, 7)
    assert [evaluation.id for evaluation in alef.evaluations] == ["1403-h2", "1404-h1"]
    assert alef.previous(alef.evaluations[1]) is alef.evaluations[0]
    assert alef.sample
    assert isinstance(alef.office.operator.name if alef.office else None, Unknown)


def test_dossiers_stand_in_the_order_of_zones_and_ranks(plans: PlansTree) -> None:
    for letter, name, rank in (("ج", "z1-jim", "۱۰"), ("د", "z1-dal", "۲")):
        text = f"id: {name}\nzone: z1\nrank: {rank}\ntext: {letter}\nname: {letter}\nlines: [۱]\n"
        plans.files[f"neighbourhoods/{name}/neighbourhood.yaml"] = text
    plans.plant("zones.yaml", "stated_neighbourhoods: ۲", "stated_neighbourhoods: ۴")
    plans.plant("province.yaml", "neighbourhoods: ۲", "neighbourhoods: ۴")
    plans.plant("province.yaml", "neighbourhoods: ۲", "neighbourhoods: ۴")
    reading = plans.read()
    assert reading.problems == ()
    assert reading.workspace is not None
    assert [dossier.id for dossier in reading.workspace.dossiers] == ["z1-alef", "z1-dal", "z1-jim", "z2-be"]


def test_agencies_stand_in_their_own_order_and_not_in_that_of_their_files(plans: PlansTree) -> None:
    workspace = plans.read().workspace
    assert workspace is not None
    assert [agency.id for agency in workspace.catalogue.agencies] == ["welfare", "municipality"]


def test_a_broken_identity_leaves_its_neighbourhood_out_and_does_not_hide_the_others(plans: PlansTree) -> None:
    reading = plans.plant(IDENTITY, "rank: ۱", "rank: یک").read()
    assert [found.code for found in reading.problems] == ["number-not-understood"]
    assert reading.broken == {"z1-alef": frozenset({"neighbourhood"})}
    assert reading.workspace is not None
    assert [dossier.id for dossier in reading.workspace.dossiers] == ["z2-be"]


@pytest.mark.parametrize(
    ("key", "old", "new", "broken"),
    [
        (PLAN, "axis: اقتصادی", "axis: فضایی", "plan"),  # the file cannot be read
        (PLAN, "end: ۱۴۰۴/۰۶", "end: ۱۴۰۳/۰۶", "plan"),  # a rule refuses it
        (FIRST, "deadline: ۱۴۰۴/۱۲/۰۱", "deadline: ۱۴۰۴/۱۲/۳۰", "evaluations/1403-h2"),
    ],
)
def test_a_broken_record_is_left_out_of_its_dossier_and_no_other_is(
    plans: PlansTree, key: str, old: str, new: str, broken: str
) -> None:
    reading = plans.plant(key, old, new).read()
    assert reading.broken == {"z1-alef": frozenset({broken})}
    assert reading.workspace is not None
    dossier = reading.workspace.dossier("z1-alef")
    assert (dossier.plan is None) == (broken == "plan")
    assert [each.id for each in dossier.evaluations] == [each for each in ("1403-h2", "1404-h1") if each not in broken]
    assert dossier.contract and dossier.needs


def test_a_file_without_a_place_leaves_its_neighbourhood_out_since_it_may_be_any_record(plans: PlansTree) -> None:
    plans.files["neighbourhoods/z1-alef/aprovals.yaml"] = "approvals: []\n"
    reading = plans.read()
    assert reading.broken == {"z1-alef": frozenset({"neighbourhood"})}
    assert reading.workspace is not None
    assert [dossier.id for dossier in reading.workspace.dossiers] == ["z2-be"]


def test_the_mistakes_of_all_files_are_reported_in_one_run(plans: PlansTree) -> None:
    plans.plant("legal.yaml", "۱۰٪", "ده")
    plans.plant(NEEDS, "priority: ۱", "priority: ۹")
    plans.plant(FIRST, "deadline: ۱۴۰۴/۱۲/۰۱", "deadline: ۱۴۰۴/۱۲/۳۰")
    plans.plant(PLAN, "lead: welfare", "lead: welfaer")
    reading = plans.read()
    found = [(problem.code, problem.place.file.name) for problem in reading.problems if problem.place]
    assert found == [
        ("number-not-understood", "legal.yaml"),
        ("day-out-of-month", "1403-h2.yaml"),
        ("number-above", "needs.yaml"),
        ("reference-unknown", "plan.yaml"),
    ]
    assert reading.workspace is None


def test_a_record_that_could_not_be_read_is_not_blamed_for_what_cites_it(plans: PlansTree) -> None:
    plans.plant(NEEDS, "priority: ۱", "priority: ۹")
    plans.plant("agencies/welfare.yaml", "order: ۱", "order: یک")
    plans.plant("neighbourhoods/z1-alef/priority.yaml", "level: ۱", "level: ۴")
    codes = [found.code for found in plans.read().problems]
    assert codes == ["number-not-understood", "number-above", "not-in-list"]


@pytest.mark.parametrize(
    ("key", "code", "hint"),
    [
        ("budget.yaml", "unknown-file", "یکی از این‌ها را بنویسید"),
        ("provinse.yaml", "unknown-file", "«province.yaml»"),
        ("agencies/welfare.yml", "unknown-file", "«welfare.yaml»"),
        ("agency/welfare.yaml", "unknown-folder", "agencies"),
        ("neighbourhoods/z1-alef/contrct.yaml", "unknown-file", "«contract.yaml»"),
        ("neighbourhoods/z1-alef/evaluation/1404-h2.yaml", "unknown-folder", "«evaluations»"),
    ],
)
def test_a_file_or_folder_without_a_place_is_reported_with_the_nearest_name(
    plans: PlansTree, key: str, code: str, hint: str
) -> None:
    plans.files[key] = "id: x\n"
    (found,) = plans.read().problems
    assert found.code == code
    assert hint in found.hint


def test_a_file_among_the_neighbourhoods_is_reported(plans: PlansTree) -> None:
    plans.files["neighbourhoods/z1-golshahr.yaml"] = "id: z1-golshahr\n"
    (found,) = plans.read().problems
    assert found.code == "unknown-file"


def test_files_that_the_system_hides_are_no_data(plans: PlansTree) -> None:
    plans.files[".DS_Store"] = "x"
    plans.files["neighbourhoods/.plan.yaml.swp"] = "x"
    assert plans.read().problems == ()


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        (IDENTITY, "id: z1-alef", "id: §z1-alf"),
        (FIRST, "period: 1403-h2", "period: §1404-h2"),
        ("agencies/municipality.yaml", "id: municipality\n", "id: §municipal\n"),
    ],
)
def test_an_id_that_is_not_the_name_of_its_file_is_reported_at_the_id(plans: PlansTree, key: str, old: str, new: str) -> None:
    problems = plans.plant(key, old, new).read().problems
    assert reported(problems, plans.root) == [("id-not-file-name", key, *plans.marked[key])]


@pytest.mark.parametrize(("version", "code"), [("۳", "schema-newer"), ("۱", "schema-older")])
def test_data_in_another_form_is_not_built_from(plans: PlansTree, version: str, code: str) -> None:
    reading = plans.plant("schema.yaml", "۲", f"§{version}").read()
    assert reported(reading.problems, plans.root) == [(code, "schema.yaml", *plans.marked["schema.yaml"])]
    assert reading.workspace is None


@pytest.mark.parametrize("key", ["legal.yaml", "schema.yaml", IDENTITY])
def test_a_file_that_must_be_there_is_missed(plans: PlansTree, key: str) -> None:
    del plans.files[key]
    assert reported(plans.read().problems, plans.root) == [("yaml-file-missing", key, 1, 1)]


def test_a_missing_folder_is_reported(plans: PlansTree) -> None:
    for key in [key for key in plans.files if key.startswith(("agencies/", "neighbourhoods/"))]:
        del plans.files[key]
    codes = [found.code for found in plans.read().problems if found.severity is Severity.ERROR]
    assert codes == ["folder-missing", "folder-missing"]


def test_a_folder_that_may_not_be_listed_is_reported_once(plans: PlansTree, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def scandir(folder: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if folder.name == "evaluations":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(listing.os, "scandir", scandir)
    reading = plans.read()
    assert reported(reading.problems, plans.root) == [("folder-unreadable", "neighbourhoods/z1-alef/evaluations", 1, 1)]
    assert reading.broken == {"z1-alef": frozenset({"evaluations"})}


def test_an_empty_file_is_reported(plans: PlansTree) -> None:
    plans.files[NEEDS] = "# هنوز چیزی نیست\n"
    assert reported(plans.read().problems, plans.root) == [("record-empty", NEEDS, 1, 1)]


def test_what_broken_yaml_leaves_out_is_not_missed_a_second_time(plans: PlansTree) -> None:
    problems = plans.plant(PLAN, "    lead: welfare\n", "    lead: &boss welfare\n    lead: municipality\n").read().problems
    assert {found.code for found in problems} <= {"yaml-anchor", "yaml-duplicate-key"}
    assert problems


def test_the_gaps_of_a_dossier_stand_at_their_fields(plans: PlansTree) -> None:
    reading = plans.plant("neighbourhoods/z1-alef/contract.yaml", "end: ۱۴۰۴/۰۶/۳۱\n", "end:\n").read()
    assert reading.workspace is not None
    found = gaps(reading.workspace.dossier("z1-alef"), {"contract.funding.source", "contract.end"})
    end, funding = [reading.positions.problem(gap) for gap in found]
    assert (end.code, end.place.line if end.place else 0, end.severity) == ("gap", 5, Severity.GAP)
    assert "تاریخ پایان" in end.message
    assert (funding.code, funding.place.line if funding.place else 0) == ("funding-unknown", 1)


def test_reading_grows_with_the_data_and_not_faster(plans: PlansTree) -> None:
    """Counts the rules' work, not seconds: a clock would fail on a busy machine."""
    counts = []
    for number in (10, 40):
        for at in range(number):
            text = f"id: z2-n{at}\nzone: z2\nrank: {at + 2}\ntext: م\nname: م\nlines: [۱]\n"
            plans.files[f"neighbourhoods/z2-n{at}/neighbourhood.yaml"] = text
            plans.files[f"neighbourhoods/z2-n{at}/needs.yaml"] = plans.files[NEEDS]
        counts.append(_calls(plans))
    assert counts[1] < counts[0] * 4


def _calls(plans: PlansTree) -> int:
    import sys

    count = 0

    def trace(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(trace)
    try:
        plans.read()
    finally:
        sys.setprofile(None)
    return count


def test_the_plans_of_the_province_are_read_without_an_error() -> None:
    reading = read(REAL_PLANS)
    assert [found.line() for found in reading.problems if found.severity is Severity.ERROR] == []
    assert reading.workspace is not None
    assert len(reading.workspace.dossiers) == 66
