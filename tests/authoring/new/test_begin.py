"""A new file is commented, accepted as it stands, and never over another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.authoring import new
from generator.build import pipeline
from generator.build.project import Folders, Project
from generator.cli import app
from generator.model.known import Unknown
from generator.model.views import states
from generator.model.views.due import due
from generator.persian import JalaliDate
from generator.problems.errors import DataError, GeneratorError, Severity, UsageError
from generator.problems.messages import SENTENCES
from generator.reading.workspace import read
from tests import plans

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    """The real data and templates, to begin new files among."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return Folders.under(tmp_path)


def begin(project: Folders, *names: str) -> list[Path]:
    return new.begin(project, names)


def codes(project: Folders) -> set[str]:
    return {found.code for found in read(project.plans).problems}


BEFORE = {found.code for found in plans.project().reading.problems}


def test_the_command_writes_what_is_begun_and_leaves_a_clean_check(
    project: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(project.plans.parent)]
    for words in (
        ["agency", "sport", "اداره کل ورزش"],
        ["evaluation", "z3-golshahr", "1405-h1"],
        ["quarter", "z7-torogh", "1405-q1"],
    ):
        assert app.main(["new", *words, *root]) == 0
    written = capsys.readouterr().out.split()
    assert [Path(path).name for path in written] == ["sport.yaml", "1405-h1.yaml", "1405-q1.yaml"]
    problems = pipeline.check(Project.read(project))
    assert {found.code for found in problems if found.severity is not Severity.GAP} == BEFORE
    assert "text-to-write" in {found.code for found in problems}


NEW = {
    "neighbourhood": ("z3-omid", "امید"),
    "agency": ("sport", "اداره کل ورزش و جوانان استان: خراسان رضوی"),
    "evaluation": ("z3-golshahr", "1405-h1"),
    "quarter": ("z3-golshahr", "1405-q1"),
}


@pytest.mark.parametrize("what", NEW)
def test_what_is_begun_is_commented_and_leaves_only_gaps(project: Folders, what: str) -> None:
    (file,) = begin(project, what, *NEW[what])
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=") and lines[1].startswith("# ")
    assert "@@" not in "\n".join(lines)
    found = read(project.plans)
    assert found.workspace is not None and not found.broken
    assert {each.code for each in found.problems} - BEFORE <= {"text-to-write"}
    assert SENTENCES["text-to-write"].severity is Severity.GAP


def test_a_contract_is_begun_with_the_guarantees_of_the_law_and_everything_else_unknown(project: Folders) -> None:
    (project.plans / "neighbourhoods/z3-golshahr/contract.yaml").unlink()
    begin(project, "contract", "z3-golshahr")
    reading = read(project.plans)
    assert codes(project) - BEFORE <= {"text-to-write"} and reading.workspace is not None
    contract = reading.workspace.dossier("z3-golshahr").contract
    assert contract is not None
    assert [guarantee.rate for guarantee in contract.guarantees] == ["performance-guarantee", "advance-guarantee"]
    assert contract.share_total == 100
    assert all(isinstance(value, Unknown) for value in (contract.number, contract.amount, contract.employer.name))


def test_a_neighbourhood_gets_the_next_rank_of_its_zone_and_no_line_of_the_published_plan(project: Folders) -> None:
    begin(project, "neighbourhood", "z3-omid", "شهرک امید")
    workspace = read(project.plans).workspace
    assert workspace is not None
    new = workspace.dossier("z3-omid").neighbourhood
    ranks = [each.neighbourhood.rank for each in workspace.dossiers if each.neighbourhood.zone == "z3"]
    assert (new.zone, new.rank, new.name, new.lines) == ("z3", max(ranks), "شهرک امید", ())


def test_an_evaluation_names_every_action_and_at_a_year_s_end_the_year_after(project: Folders) -> None:
    begin(project, "evaluation", "z3-golshahr", "شش‌ماههٔ دوم ۱۴۰۵")
    workspace = read(project.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier("z3-golshahr")
    new = {each.id: each for each in dossier.evaluations}["1405-h2"]
    assert dossier.plan is not None
    assert [line.action for line in new.progress] == [action.id for action in dossier.plan.actions]
    planned = [(indicator.id, indicator.baseline) for action in dossier.plan.actions for indicator in action.indicators]
    assert [(value.indicator, value.value) for line in new.progress for value in line.measured] == planned
    assert [(line.start.year, line.end.month) for line in new.next_year] == [(1406, 12)]
    assert isinstance(new.prepared_on, Unknown)


def test_an_evaluation_begins_where_the_one_before_it_ended(project: Folders) -> None:
    begin(project, "evaluation", "z3-golshahr", "1405-h1")
    workspace = read(project.plans).workspace
    assert workspace is not None
    *_, before, new = workspace.dossier("z3-golshahr").evaluations
    assert (before.id, new.id) == ("1404-h2", "1405-h1")
    assert {line.action: line.values for line in new.progress} == {line.action: line.values for line in before.progress}


def test_a_quarter_names_every_leading_agency(project: Folders) -> None:
    begin(project, "quarter", "z8-sisabad", "1405-q1")
    workspace = read(project.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier("z8-sisabad")
    assert dossier.plan is not None
    assert {note.agency for note in dossier.quarters[-1].agencies} == {action.lead for action in dossier.plan.actions}


def test_a_report_that_is_begun_is_still_due_and_proves_nothing(project: Folders) -> None:
    def owed_and_reached() -> tuple[set[str], set[states.Proof]]:
        workspace = read(project.plans).workspace
        assert workspace is not None
        dossier = workspace.dossier("z3-golshahr")
        found = {each.record for each in due(dossier, JalaliDate(1405, 8, 15)) if each.kind in ("quarter", "evaluation")}
        return found, {each.proof for each in states.history(dossier)}

    before = owed_and_reached()
    assert {"evaluations/1405-h1", "quarters/1405-q1"} <= before[0]
    begin(project, "evaluation", "z3-golshahr", "1405-h1")
    begin(project, "quarter", "z3-golshahr", "1405-q1")
    assert owed_and_reached() == before


def test_a_kind_is_built_as_it_stands(project: Folders) -> None:
    declaration, template = begin(project, "kind", "neighbourhood-note", "یادداشت محله: آغاز")
    assert (declaration.name, template.name) == ("kind.yaml", "document.html.j2")
    chosen = pipeline.Selection(("z3-golshahr",), ("neighbourhood-note",), ("docx",))
    result = pipeline.build(project, chosen, 1)
    assert [path.name for path in result.written] == ["neighbourhood-note-draft.docx"]
    assert not [found for found in result.problems if found.severity is Severity.ERROR]
    assert "یادداشت محله: آغاز" in declaration.read_text(encoding="utf-8")


def test_a_final_document_is_refused_while_a_text_is_to_be_written(project: Folders) -> None:
    begin(project, "evaluation", "z3-golshahr", "1405-h1")
    chosen = pipeline.Selection(("z3-golshahr",), ("evaluation-report",), ("docx",), final=True, with_samples=True)
    result = pipeline.build(project, chosen, 1)
    refused = [found.message for found in result.problems if found.code == "final-refused" and "1405-h1" in found.message]
    assert len(refused) == 1
    assert "مقدمه را بنویسید" in " ".join(
        found.message + found.hint for found in result.problems if found.code == "final-refused"
    )


def test_nothing_is_written_over_what_is_there(project: Folders) -> None:
    file = project.plans / "neighbourhoods/z3-golshahr/contract.yaml"
    before = file.read_bytes()
    with pytest.raises(UsageError) as refused:
        begin(project, "contract", "z3-golshahr")
    assert [found.code for found in refused.value.problems] == ["start-exists"]
    assert file.read_bytes() == before


WRONG = {
    "nothing": ((), "start-what"),
    "something else": (("neighbourhod", "z3-a", "الف"), "start-what"),
    "no name": (("neighbourhood", "z3-a"), "start-names"),
    "a blank name": (("neighbourhood", "z3-a", "  "), "start-names"),
    "a word too many": (("contract", "z3-golshahr", "۱۴۰۴"), "start-names"),
    "an id in capitals": (("agency", "Sport", "ورزش"), "bad-id"),
    "an id that leaves the folder": (("agency", "../sport", "ورزش"), "bad-id"),
    "no zone": (("neighbourhood", "omid", "امید"), "start-zone"),
    "a neighbourhood that is not there": (("contract", "z3-golshar"), "unknown-neighbourhood"),
    "a neighbourhood without an office": (("contract", "z1-altimur"), "start-record-needed"),
    "a neighbourhood without a plan": (("evaluation", "z1-altimur", "1405-h1"), "start-record-needed"),
    "a quarter for a half": (("evaluation", "z3-golshahr", "1405-q1"), "period-not-half"),
    "no period": (("quarter", "z3-golshahr", "بهار"), "period-not-understood"),
}


@pytest.mark.parametrize(("names", "code"), WRONG.values(), ids=WRONG)
def test_wrong_words_are_told_in_persian_and_write_nothing(names: tuple[str, ...], code: str) -> None:
    files = {path for path in (ROOT / "plans").rglob("*") if path.is_file()}
    with pytest.raises(GeneratorError) as refused:
        new.begin(Folders.under(ROOT), names)
    assert [found.code for found in refused.value.problems] == [code]
    assert refused.value.problems[0].hint
    assert {path for path in (ROOT / "plans").rglob("*") if path.is_file()} == files


def test_nothing_is_begun_beside_records_that_cannot_be_read(project: Folders) -> None:
    (project.plans / "neighbourhoods/z3-golshahr/plan.yaml").write_text("actions: [", encoding="utf-8")
    with pytest.raises(DataError):
        begin(project, "quarter", "z3-golshahr", "1405-q1")
    assert not (project.plans / "neighbourhoods/z3-golshahr/quarters/1405-q1.yaml").exists()
