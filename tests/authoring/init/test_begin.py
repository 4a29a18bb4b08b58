"""A new project works at once, holds nothing that is not real unless it is asked for, and never takes the place of anything."""

from __future__ import annotations

import json
import re
import resource
from itertools import product
from pathlib import Path

import pytest

from generator.authoring import init
from generator.build import packaged, pipeline, standing
from generator.build.project import Folders, Project
from generator.cli import app
from generator.cli.reporting.cards import cards
from generator.problems import remedies
from generator.problems.errors import MachineError, Place, Problem, Severity, UsageError
from generator.problems.messages import is_standing
from generator.problems.sentences.command import UNTOLD
from generator.style.faces import files


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it begins, which nobody changes."""
    folder = tmp_path_factory.mktemp("new") / "mashhad"
    init.begin(folder)
    return folder


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no face but those of the program."""
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: ())
    monkeypatch.setattr(remedies, "this_system", lambda: "debian")


def test_it_has_the_published_data_and_no_record_of_a_neighbourhood(begun: Path) -> None:
    workspace = Project.read(Folders.under(begun)).workspace

    assert workspace is not None
    assert len(workspace.dossiers) == 66
    assert {file.name for file in (begun / "plans/neighbourhoods").rglob("*.yaml")} == {"neighbourhood.yaml"}
    assert len(workspace.catalogue.agencies) == 14


def test_its_check_ends_without_error_in_three_lines(
    begun: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begun)
    assert app.main(["check"]) == 0

    told = capsys.readouterr()
    assert len((told.out + told.err).splitlines()) <= 3
    assert told.err == f"{UNTOLD.format(count='۱۰')}مشکلی دیده نشد.\n"


def test_a_warning_about_a_file_that_was_changed_is_told_in_full(tmp_path: Path) -> None:
    init.begin(tmp_path / "new")
    folders = Folders.under(tmp_path / "new")
    file = folders.plans / "agencies" / "municipality.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# دیده شد\n", encoding="utf-8")

    told, untold = standing.apart(folders, Project.read(folders).problems)

    assert {found.place.file for found in told if found.place} == {file}
    assert len(told) + untold == 10
    assert untold


def test_it_has_every_kind_and_look_without_a_template_of_its_own(begun: Path) -> None:
    project = Project.read(Folders.under(begun))

    assert not (begun / "templates").exists()
    assert [kind.id for kind in project.kinds] == [
        "contract",
        "contract-review",
        "action-plan",
        "agency-sheet",
        "notification",
        "participatory-document",
        "residents-leaflet",
        "residents-poster",
        "residents-invitation",
        "evaluation-report",
        "letter",
        "follow-up",
        "invitation",
        "minutes",
        "local-minutes",
        "report-letter",
        "quarterly-report",
        "programme-status",
        "letters-register",
        "distribution-list",
    ]
    assert project.style is not None


def test_the_sample_comes_only_when_it_is_asked_for(tmp_path: Path) -> None:
    init.begin(tmp_path / "new", with_sample=True)
    project = Project.read(Folders.under(tmp_path / "new"))

    records = {file.parent.name for file in (tmp_path / "new/plans/neighbourhoods").glob("*/plan.yaml")}
    assert records == {"z3-golshahr"}
    chosen = pipeline.choose(project, pipeline.Selection(("z3-golshahr",)))
    assert {subject.kind.id for subject in chosen.documents} >= {"contract", "action-plan"}


@pytest.mark.usefixtures("bare")
def test_where_the_faces_of_the_default_look_are_missing_it_begins_with_the_look_that_needs_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert app.main(["init", "new", "--sample"]) == 0

    told = capsys.readouterr().err
    assert "new/sanad.yaml:9:1: هشدار: از قلم‌های ظاهر پیش‌فرض" in told
    assert told.count("«Nazli» (یا «B Nazanin»)، «Titr» (یا «B Titr»)؛ پس ظاهر پروژه «amiri» شد") == 1
    assert told.count("sudo apt install fonts-farsiweb") == 1
    settings = (tmp_path / "new" / "sanad.yaml").read_text(encoding="utf-8")
    *comment, line = settings.splitlines()[5:9]
    assert (line, all(each.startswith("# ") for each in comment)) == ("look: amiri", True)
    assert "این‌ها هنگام آغاز پروژه روی رایانه نبود: «Nazli» (یا «B Nazanin»)، «Titr» (یا «B Titr»)" in settings
    project = Project.read(Folders.under(tmp_path / "new"))
    assert project.settings.look == "amiri"
    assert not [found for found in project.problems if not is_standing(found.code)]


@pytest.mark.proof
@pytest.mark.usefixtures("bare")
def test_a_project_that_began_without_faces_is_checked_and_built_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "new"
    init.begin(folder, with_sample=True)
    monkeypatch.chdir(folder)

    assert app.main(["check", "z3-golshahr"]) == 0
    assert app.main(["build", "z3-golshahr", "--kind", "contract", "--format", "pdf", "--jobs", "1"]) == 0
    assert app.main(["doctor"]) == 0
    assert app.main(["build", "z3-golshahr", "--kind", "contract", "--look", "style"]) == 4
    assert "«look: amiri»" in capsys.readouterr().err


def test_where_the_faces_are_there_its_settings_are_those_that_travel_with_the_program(begun: Path) -> None:
    assert (begun / "sanad.yaml").read_text(encoding="utf-8") == (packaged.root() / "sanad.yaml").read_text(encoding="utf-8")


def test_a_folder_with_anything_in_it_is_refused_with_a_way_out_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("نامه", encoding="utf-8")

    with pytest.raises(UsageError) as refused:
        init.begin(tmp_path)

    (told,) = refused.value.problems
    assert (told.code, "letter.txt" in told.message, "--upgrade" in told.hint) == ("begin-not-empty", True, True)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("")

    with pytest.raises(UsageError) as refused:
        init.begin(tmp_path / "new")

    assert [told.code for told in refused.value.problems] == ["begin-not-folder"]


def test_the_environment_of_the_program_may_be_there_before(tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)

    init.begin(tmp_path)

    assert (tmp_path / "sanad.yaml").is_file()
    assert (tmp_path / ".venv" / "bin").is_dir()


@pytest.mark.parametrize("is_there", [True, False])
def test_of_what_the_disk_does_not_take_whole_nothing_is_left(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "new"
    if is_there:
        (folder / ".venv").mkdir(parents=True)
        (folder / "desktop.ini").touch()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(MachineError) as refused:
            init.begin(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert [told.code for told in refused.value.problems] == ["cannot-write"]
    assert sorted(tmp_path.rglob("*")) == ([folder, folder / ".venv", folder / "desktop.ini"] if is_there else [])


def test_an_empty_folder_is_taken_and_the_command_says_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert app.main(["init", "."]) == 0

    assert "sanad check" in capsys.readouterr().err
    assert {file.name for file in tmp_path.iterdir()} == {
        "plans",
        "docs",
        ".vscode",
        ".gitattributes",
        "sanad.yaml",
        "README.md",
    }
    assert app.main(["init"]) == 2


def test_what_its_pages_name_is_there(begun: Path) -> None:
    for page in ("README.md", *packaged.GUIDES):
        text = (begun / page).read_text(encoding="utf-8")
        assert ".venv" not in text
        assert [
            link for link in re.findall(r"\]\(([^)#:]+)[)#]", text) if not (begun / page).parent.joinpath(link).exists()
        ] == []


def test_the_tasks_find_the_place_of_every_problem_in_what_a_pipe_is_given(begun: Path) -> None:
    tasks = json.loads((begun / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    assert [task["command"] for task in tasks] == ["sanad check 2>&1 | cat", "sanad build 2>&1 | cat"]

    file = begun / "plans" / "bodies.yaml"
    expected = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "info"}
    for task, (severity, named) in product(tasks, expected.items()):
        patterns = {each["severity"]: re.compile(each["pattern"]["regexp"]) for each in task["problemMatcher"]}
        found = Problem("code", severity, Place(file, 7, 3), "متن", "راه درست", "مرجع ← نام")
        lines = [" " * line.indent + line.head + line.text for line in cards([found], joined=True)]
        hits = [(name, hit.groups()) for name, each in patterns.items() for line in lines if (hit := each.match(line))]

        assert [(name, place) for name, (*place, _) in hits] == [(named, [str(file), "7", "3"])]
        assert "متن" in hits[0][1][3]


def test_what_windows_leaves_in_a_folder_is_in_nobodys_way_and_stays(tmp_path: Path) -> None:
    left = [tmp_path / "desktop.ini", tmp_path / "Thumbs.db"]
    for file in left:
        file.write_bytes(b"[.ShellClassInfo]")

    begun, _ = init.begin(tmp_path)

    assert (tmp_path / "sanad.yaml") in (begun or [])
    assert [file.read_bytes() for file in left] == [b"[.ShellClassInfo]"] * 2
