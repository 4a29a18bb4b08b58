"""`python -m tests.visual` from its arguments to what it prints, with documents that are made at once, not built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import pytest

from generator.writing.writers import DEFAULT_ENGINE
from tests.visual import DOCUMENTS, __main__, approved, building, comparing, formats, machine, picturing
from tests.visual.approved import Commit, NotDrawnError
from tests.visual.bars import bars

NAME = "torture"
Run = Callable[..., tuple[int, str]]


class Project:
    """What the document is now, and what it was at the approved commit; nothing where there is no git."""

    now: tuple[int, ...] = (100, 200, 300)
    golden: tuple[int, ...] = (100, 200, 300)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = Project()

    def write(folder: Path, documents: Iterable[str], places: tuple[int, ...]) -> None:
        for document in documents:
            for suffix in formats(document):
                bars(building.sheets(folder, document, suffix), *places)

    def build(folder: Path, documents: Collection[str]) -> None:
        write(folder, documents, made.now)

    def commit_of(file: Path) -> Commit:
        if not made.golden:
            raise NotDrawnError(f"nobody knows {file.name}")
        return Commit("0123456789abcdef", first=True)

    monkeypatch.setattr(comparing, "GOLDEN", tmp_path / "golden")
    monkeypatch.setattr(picturing, "SEEN", tmp_path / "seen")
    monkeypatch.setattr(machine, "here", lambda: machine.DRAWN_ON)
    monkeypatch.setattr(building, "build", build)
    monkeypatch.setattr(approved, "commit_of", commit_of)
    monkeypatch.setattr(approved, "build", lambda _, documents, folder: write(folder, documents, made.golden))
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["tests.visual", *arguments])
        try:
            code = __main__.main()
        except SystemExit as end:
            code = int(end.code or 0)
        return code, "".join(capsys.readouterr())

    return command


def seen(tmp_path: Path) -> list[str]:
    """The pictures of what differs in the PDF."""
    return sorted(file.name for file in (tmp_path / "seen" / NAME / DEFAULT_ENGINE).glob("*.png"))


@pytest.mark.usefixtures("project")
def test_approval_asks_for_the_documents_that_are_meant(run: Run, tmp_path: Path) -> None:
    assert run("--update")[0] == 2
    assert "`all`" in run("--update")[1]
    assert run("--update", "no-such-document")[0] == 2
    assert not (tmp_path / "golden").exists()

    assert run("--update", NAME)[0] == 0
    assert [file.name for file in (tmp_path / "golden").rglob("*.txt")] == [f"{NAME}.txt"]
    assert run("--update", "all")[0] == 0
    assert len(list((tmp_path / "golden").rglob("*.txt"))) == len(DOCUMENTS)
    assert run()[0] == 0


def test_what_differs_is_drawn_beside_the_approved_commit(project: Project, run: Run, tmp_path: Path) -> None:
    run("--update", NAME)
    project.now = (100, 204)
    code, told = run(NAME)

    assert code == 1
    assert f"{NAME}.{DEFAULT_ENGINE}, 2 pages: changed 2; gone 3" in told
    assert f"drawing {NAME} of commit 0123456789; the history ends there" in told
    assert "not what was approved" not in told
    assert seen(tmp_path) == ["02.png", "03.png"]

    project.now = project.golden
    assert run(NAME)[0] == 0
    assert seen(tmp_path) == []


def test_a_commit_that_does_not_draw_what_was_approved_is_named(project: Project, run: Run) -> None:
    run("--update", NAME)
    project.now, project.golden = (100, 204, 300), (100, 200, 310)
    code, told = run(NAME)

    assert code == 1
    assert f"the golden pictures are not what was approved: {NAME}.{DEFAULT_ENGINE}, 3 pages: changed 3" in told


def test_without_the_approved_commit_the_present_pages_are_drawn_alone(project: Project, run: Run, tmp_path: Path) -> None:
    run("--update", NAME)
    project.now, project.golden = (100, 204, 300), ()
    code, told = run(NAME)

    assert code == 1
    assert f"{NAME}: the golden pages are not drawn: nobody knows {NAME}.txt" in told
    assert seen(tmp_path) == ["02.png"]


def test_another_machine_draws_both_and_approves_nothing(
    project: Project, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "here", lambda: {**machine.DRAWN_ON, "system": "debian 13"})
    code, told = run("--update", NAME)
    assert (code, "system is debian 13" in told) == (2, True)

    assert run(NAME)[0] == 0
    project.now = (100, 204, 300)
    code, told = run(NAME)
    assert (code, f"{NAME}.{DEFAULT_ENGINE}, 3 pages: changed 2" in told) == (1, True)
    assert seen(tmp_path) == ["02.png"]

    project.golden = ()
    assert run(NAME)[0] == 1
