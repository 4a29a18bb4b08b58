"""The complete project, read once, and a build of it in memory."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.problems.errors import Problem, Severity
from generator.writing.writers import Written
from tests.build.finals import PLACE, Given, complete


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build of finals left: the files under the output folder, its exit code, and its errors."""

    files: list[str]
    exit_code: int
    errors: list[Problem]


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A neighbourhood of which everything is known."""
    root = tmp_path_factory.mktemp("complete")
    return Given(Project.read(complete(root)), root / "spoilt")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Builds a project that has been read; the trees are made, their files are only a few bytes."""

    monkeypatch.setattr(DocumentBuilder, "written", lambda *_: {"docx": Written(b"made")})

    def run(project: Project, kind: str, *, final: bool = True, with_samples: bool = False) -> Outcome:
        output = tmp_path / "output"
        folders = Folders(project.folders.plans, project.folders.templates, output)
        monkeypatch.setattr(Project, "read", lambda *_: replace(project, folders=folders))
        chosen = pipeline.Selection([PLACE], [kind] if kind else [], ("docx",), final, with_samples, force=True)
        with ThreadPoolExecutor(1) as executor:
            result = pipeline.build(folders, chosen, 1, executor=executor)
        files = sorted(file.relative_to(output).as_posix() for file in output.rglob("*.docx"))
        return Outcome(files, result.exit_code, [each for each in result.problems if each.severity is Severity.ERROR])

    return run
