"""The golden pages as pictures: which commit is drawn, and what is said when none can be."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.visual import approved
from tests.visual.approved import NotDrawnError, build, commit_of
from tests.visual.building import sheets

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed; only the pictures need it")

GOLDEN = "golden/document.txt"
BUILDING = """
import pathlib, sys
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
(folder / f"{sys.argv[2]}.pdf.pdf").write_text(pathlib.Path("look").read_text())
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose document is what its file `look` says: approved as «one», later «two» but not approved."""
    root = tmp_path / "project"
    (root / "golden").mkdir(parents=True)
    (root / "tests" / "visual").mkdir(parents=True)
    (root / "tests" / "visual" / "building.py").write_text(BUILDING)
    monkeypatch.setattr(approved, "ROOT", root)
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    git(root, "init", "--quiet")
    commit(root, look="nought")
    commit(root, look="one", golden="1")
    commit(root, look="two")
    return root


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path, look: str, golden: str = "") -> None:
    (root / "look").write_text(look)
    if golden:
        (root / GOLDEN).write_text(golden)
    git(root, "add", "--all")
    git(root, "commit", "--message", look)


def drawn(root: Path, folder: Path) -> str:
    """What the document says at the commit that was approved."""
    build(commit_of(root / GOLDEN), ["document"], folder)
    return sheets(folder, "document", "pdf").read_text()


def test_the_commit_in_which_the_fingerprints_changed_is_built_with_its_own_files(project: Path, tmp_path: Path) -> None:
    (project / "look").write_text("three")

    assert drawn(project, tmp_path / "golden") == "one"
    assert (project / "look").read_text() == "three"


def test_fingerprints_that_a_merge_approved_are_drawn_from_the_merge(project: Path, tmp_path: Path) -> None:
    git(project, "checkout", "--quiet", "-b", "other", "HEAD~1")
    commit(project, look="other", golden="2")
    git(project, "checkout", "--quiet", "-")
    git(project, "merge", "--no-commit", "--strategy", "ours", "other")
    commit(project, look="merged", golden="3")

    assert drawn(project, tmp_path / "golden") == "merged"


def test_a_shallow_history_is_known_to_end_before_the_approval(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not commit_of(project / GOLDEN).first
    git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "shallow")
    monkeypatch.setattr(approved, "ROOT", tmp_path / "shallow")

    assert commit_of(tmp_path / "shallow" / GOLDEN).first
    assert drawn(tmp_path / "shallow", tmp_path / "golden") == "two"


def test_a_document_that_no_commit_approved_has_no_golden_pages(project: Path) -> None:
    (project / "golden" / "other.txt").write_text("1")
    with pytest.raises(NotDrawnError, match=r"no commit has golden/other\.txt"):
        commit_of(project / "golden" / "other.txt")


def test_files_without_git_are_said_to_have_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approved, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NotDrawnError, match="not a git repository"):
        commit_of(tmp_path / GOLDEN)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotDrawnError, match="git is not installed"):
        commit_of(tmp_path / GOLDEN)


def test_a_commit_that_cannot_be_built_says_why(project: Path, tmp_path: Path) -> None:
    (project / "tests" / "visual" / "building.py").write_text("raise SystemExit('a package is missing')")
    commit(project, look="broken", golden="4")
    with pytest.raises(NotDrawnError, match=r"cannot be built(.|\n)*a package is missing"):
        build(commit_of(project / GOLDEN), ["document"], tmp_path / "golden")
