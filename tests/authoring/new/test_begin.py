"""A new file is commented, accepted as it stands, and never over another."""

from __future__ import annotations

import resource
import shutil
from pathlib import Path

import pytest

from generator.authoring import new
from generator.build import finals, subjects
from generator.build.kinds import find_kinds
from generator.build.project import Folders, Project
from generator.build.subjects import Subject
from generator.model.known import Unknown
from generator.model.records.workspace import Workspace
from generator.model.views import states
from generator.model.views.due import due
from generator.model.views.parts import Part, divide
from generator.persian import JalaliDate
from generator.problems.errors import DataError, GeneratorError, MachineError, Severity, UsageError
from generator.problems.messages import SENTENCES
from generator.reading.workspace import read
from tests.authoring.new.conftest import BARE, FULL, codes


def begin(project: Folders, *names: str) -> list[Path]:
    return list(new.begin(project, names).written)


def workspace_of(project: Folders) -> Workspace:
    """The data after what was begun, in which nothing is wrong."""
    reading = read(project.plans)
    assert reading.workspace is not None and not reading.broken
    return reading.workspace


def subject_of(project: Folders, kind_id: str, subject_id: str) -> tuple[Project, Subject]:
    read_all = Project.read(project)
    assert read_all.workspace is not None
    kind = next(kind for kind in read_all.kinds if kind.id == kind_id)
    return read_all, next(each for each in subjects.find(kind, read_all.workspace) if each.id == subject_id)


NEW = {
    "neighbourhood": ("z3-omid", "امید"),
    "agency": ("sport", "اداره کل ورزش و جوانان استان: خراسان رضوی"),
    "operators": (),
}


@pytest.mark.parametrize("what", NEW)
def test_what_is_begun_is_commented_and_leaves_only_gaps(bare: Folders, before: frozenset[str], what: str) -> None:
    (file,) = begin(bare, what, *NEW[what])
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=") and lines[1].startswith("# ")
    assert "@@" not in "\n".join(lines)
    found = read(bare.plans)
    assert found.workspace is not None and not found.broken
    assert codes(found) - before <= {"text-to-write"}
    assert SENTENCES["text-to-write"].severity is Severity.GAP


def test_a_contract_is_begun_with_the_guarantees_of_the_law_and_everything_else_unknown(project: Folders) -> None:
    place = project.plans / "neighbourhoods" / FULL
    (place / "contract.yaml").unlink()  # Payments and handovers cite it still.
    begin(project, "contract", FULL)
    workspace = read(project.plans).workspace
    assert workspace is not None
    contract = workspace.dossier(FULL).contract
    assert contract is not None
    assert [guarantee.rate for guarantee in contract.guarantees] == ["performance-guarantee", "performance-retention"]
    assert contract.share_total == 100
    assert all(isinstance(value, Unknown) for value in (contract.number, contract.amount, contract.employer.name))
    assert (contract.basis, contract.sample) == (("hq-1-d1",), False)


def test_a_neighbourhood_gets_the_next_rank_of_its_zone_and_no_line_of_the_published_plan(project: Folders) -> None:
    begin(project, "neighbourhood", "z3-omid", "شهرک امید")
    workspace = workspace_of(project)
    begun = workspace.dossier("z3-omid").neighbourhood
    ranks = [each.neighbourhood.rank for each in workspace.dossiers if each.neighbourhood.zone == "z3"]
    assert (begun.zone, begun.rank, begun.name, begun.lines) == ("z3", max(ranks), "شهرک امید", ())


def test_an_evaluation_names_every_action(project: Folders) -> None:
    begin(project, "evaluation", FULL, "شش‌ماههٔ دوم ۱۴۰۵")
    workspace = read(project.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier(FULL)
    begun = {each.id: each for each in dossier.evaluations}["1405-h2"]
    assert dossier.plan is not None
    assert [line.action for line in begun.progress] == [action.id for action in dossier.plan.actions]
    planned = [(indicator.id, indicator.baseline) for action in dossier.plan.actions for indicator in action.indicators]
    assert [(value.indicator, value.value) for line in begun.progress for value in line.measured] == planned
    assert isinstance(begun.prepared_on, Unknown)


def test_an_evaluation_answers_each_solution_of_the_one_before_it(project: Folders) -> None:
    begin(project, "evaluation", FULL, "1405-h1")
    workspace = read(project.plans).workspace
    assert workspace is not None
    *_, before, begun = workspace.dossier(FULL).evaluations
    assert [each.solution for each in begun.follow_up] == [solution.id for solution in before.solutions]


def test_a_programme_of_a_year_carries_on_what_the_evaluation_before_it_found_unfinished(project: Folders) -> None:
    (project.plans / f"neighbourhoods/{FULL}/programmes/1405.yaml").unlink()
    begin(project, "programmes", FULL, "1405")
    workspace = read(project.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier(FULL)
    (programme,), evaluation = dossier.programmes, dossier.evaluations[-1]
    assert programme.evaluation == evaluation.id
    assert [line.action for line in programme.lines] == [line.action for line in evaluation.progress if line.actual < 100]


def test_an_evaluation_begins_where_the_one_before_it_ended(project: Folders, before: frozenset[str]) -> None:
    begin(project, "evaluation", FULL, "1405-h1")
    reading = read(project.plans)
    assert reading.workspace is not None and codes(reading) - before <= {"text-to-write"}
    *_, past, begun = reading.workspace.dossier(FULL).evaluations
    assert (past.id, begun.id) == ("1404-h2", "1405-h1")
    assert {line.action: line.values for line in begun.progress} == {line.action: line.values for line in past.progress}


def test_a_quarter_names_every_leading_agency(project: Folders) -> None:
    begin(project, "quarter", FULL, "1405-q1")
    dossier = workspace_of(project).dossier(FULL)
    assert dossier.plan is not None
    assert {note.agency for note in dossier.quarters[-1].agencies} == {action.lead for action in dossier.plan.actions}


def test_a_report_that_is_begun_is_still_due_and_proves_nothing(project: Folders) -> None:
    def owed_and_reached() -> tuple[set[str], set[states.Proof]]:
        dossier = workspace_of(project).dossier(FULL)
        found = {each.record for each in due(dossier, JalaliDate(1405, 8, 15)) if each.kind in ("quarter", "evaluation")}
        return found, {each.proof for each in states.history(dossier)}

    earlier = owed_and_reached()
    assert {"evaluations/1405-h1", "quarters/1405-q1"} <= earlier[0]
    begin(project, "evaluation", FULL, "1405-h1")
    begin(project, "quarter", FULL, "1405-q1")
    assert owed_and_reached() == earlier


def test_a_kind_is_one_of_the_kinds_as_it_stands(project: Folders, tmp_path: Path) -> None:
    shutil.copytree(project.templates, tmp_path / "templates/fa", ignore=shutil.ignore_patterns("*.j2", "looks", "*.svg"))
    own = Folders(project.plans, tmp_path / "templates/fa", project.output)
    declaration, template = begin(own, "kind", "neighbourhood-note", "یادداشت محله: آغاز")
    assert (declaration.name, template.name) == ("kind.yaml", "document.html.j2")
    *_, last = find_kinds(own.templates).value or ()
    assert (last.id, last.title, last.needed) == ("neighbourhood-note", "یادداشت محله: آغاز", ())
    assert "@@" not in template.read_text(encoding="utf-8")


def test_a_final_document_is_refused_while_a_text_is_to_be_written(project: Folders) -> None:
    begin(project, "evaluation", FULL, "1405-h1")
    read_all, subject = subject_of(project, "evaluation-report", "1405-h1")
    found = finals.refusal(subject, read_all.reading.positions, with_samples=True)
    assert [each.code for each in found].count("final-refused") == 1
    assert "مقدمه را بنویسید" in " ".join(each.message for each in found)


def test_a_record_with_examples_in_it_makes_no_final_until_they_are_replaced(bare: Folders) -> None:
    new.begin(bare, (BARE,), ("action-plan",))
    read_all, subject = subject_of(bare, "action-plan", "")
    (found,) = finals.refusal(subject, read_all.reading.positions, with_samples=False)
    assert found.code == "final-of-sample" and found.place is not None
    line = found.place.file.read_text(encoding="utf-8").splitlines()[found.place.line - 1]
    assert line.startswith("sample: بله") and "این سطر را پاک کنید" in found.hint


def test_nothing_is_written_over_what_is_there(project: Folders) -> None:
    file = project.plans / f"neighbourhoods/{FULL}/contract.yaml"
    text = file.read_bytes()
    with pytest.raises(UsageError) as refused:
        begin(project, "contract", FULL)
    assert [found.code for found in refused.value.problems] == ["start-exists"]
    assert file.read_bytes() == text


def test_when_one_file_cannot_be_written_none_is(bare: Folders) -> None:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3400, usual[1]))  # room for the first file, not for the contract
    try:
        with pytest.raises(MachineError) as refused:
            begin(bare, "contract", BARE)
        with pytest.raises(MachineError):
            new.begin(bare, ("neighbourhood", "z3-omid", "امید"), everything=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert "priority.yaml" not in refused.value.problems[0].message
    assert [file.name for file in (bare.plans / "neighbourhoods" / BARE).iterdir()] == ["neighbourhood.yaml"]
    assert not (bare.plans / "neighbourhoods/z3-omid").exists()


WRONG = {
    "nothing": ((), "start-what"),
    "something else": (("neighbourhod", "z3-a", "الف"), "start-what"),
    "no name": (("neighbourhood", "z3-a"), "start-names"),
    "a blank name": (("neighbourhood", "z3-a", "  "), "start-names"),
    "a word too many": (("contract", FULL, "۱۴۰۴"), "start-names"),
    "an id in capitals": (("agency", "Sport", "ورزش"), "bad-id"),
    "an id that leaves the folder": (("agency", "../sport", "ورزش"), "bad-id"),
    "an id of a meeting that leaves the folder": (("meetings", FULL, "../x"), "bad-id"),
    "no zone": (("neighbourhood", "omid", "امید"), "start-zone"),
    "a neighbourhood that is not there": (("contract", "z3-golshar"), "unknown-neighbourhood"),
    "a quarter for a half": (("evaluation", FULL, "1405-q1"), "period-not-half"),
    "no period": (("quarter", FULL, "بهار"), "period-not-understood"),
    "a title of two records": (("شناسنامه", FULL), "start-several"),
}


@pytest.mark.parametrize(("names", "code"), WRONG.values(), ids=WRONG)
def test_wrong_words_are_told_in_persian_and_write_nothing(untouched: Folders, names: tuple[str, ...], code: str) -> None:
    files = {path for path in untouched.plans.rglob("*") if path.is_file()}
    with pytest.raises(GeneratorError) as refused:
        new.begin(untouched, names)
    assert [found.code for found in refused.value.problems] == [code]
    assert refused.value.problems[0].hint
    assert {path for path in untouched.plans.rglob("*") if path.is_file()} == files


def test_nothing_is_begun_beside_records_that_cannot_be_read(project: Folders) -> None:
    (project.plans / f"neighbourhoods/{FULL}/plan.yaml").write_text("actions: [", encoding="utf-8")
    with pytest.raises(DataError) as refused:
        begin(project, "quarter", FULL, "1405-q1")
    assert {found.place.file.name for found in refused.value.problems if found.place} == {"plan.yaml"}
    assert not (project.plans / f"neighbourhoods/{FULL}/quarters/1405-q1.yaml").exists()


def test_each_recipient_of_a_plan_without_a_letter_gets_one(project: Folders) -> None:
    letters = project.plans / "letters"
    for file in letters.glob("golshahr-notify-*"):
        if not file.stem.endswith("-water"):  # The letter to one, and the one of the edition before that it follows.
            file.unlink()
    for file in letters.glob("golshahr-follow-up-*"):
        file.unlink()
    asked = {each.recipient.id for each in divide_of(project)}

    written = begin(project, "notifications", FULL)

    assert {file.stem for file in written} == {f"{FULL}-notify-2-{each}" for each in asked - {"water"}}
    workspace = workspace_of(project)
    letter = next(each for each in workspace.province.letters if each.id == f"{FULL}-notify-2-police")
    assert (letter.kind, letter.neighbourhoods, letter.agency, letter.recipients) == (
        "ابلاغ", (FULL,), "police", ("police-head",),
    )  # fmt: skip
    assert isinstance(letter.number, Unknown) and isinstance(letter.date, Unknown), "given when it is sent"
    assert letter.decisions == ("hq-3/d1",)
    with pytest.raises(UsageError) as told:
        begin(project, "notifications", FULL)
    assert [each.code for each in told.value.problems] == ["start-all-notified"]


def divide_of(project: Folders) -> list[Part]:
    """The parts of the plan of which something is asked."""
    workspace = workspace_of(project)
    plan = workspace.dossier(FULL).plan
    assert plan is not None
    return [each for each in divide(plan, workspace.catalogue) if each.is_asked]


def test_where_there_is_no_plan_nothing_can_be_made_known(bare: Folders) -> None:
    with pytest.raises(UsageError) as told:
        begin(bare, "notifications", BARE)

    assert [each.code for each in told.value.problems] == ["start-without-plan"]
