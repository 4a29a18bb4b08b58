"""A neighbourhood from nothing to its first drafts, by one command that is not refused."""

from __future__ import annotations

import pytest

from generator.build import subjects
from generator.build.document import DocumentBuilder
from generator.build.project import Folders, Project
from generator.cli import app
from generator.problems.errors import Severity
from generator.style import faces
from tests.writing.word.opened import LOOK


def test_contract_plan_and_participatory_document_are_drafts_after_one_command(
    bare: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    root = [f"--{name}={getattr(bare, name)}" for name in ("plans", "templates", "output")]

    assert app.main(["new", "neighbourhood", "z3-omid", "شهرک امید", "--all", *root]) == 0
    written, told = capsys.readouterr()
    assert {path.rpartition("/")[2] for path in written.split()} >= {"neighbourhood.yaml", "contract.yaml", "plan.yaml"}
    assert "sanad check z3-omid" in told and "sanad build z3-omid" in told

    read = Project.read(bare)
    assert read.workspace is not None and read.style is not None
    assert not [found.line() for found in read.problems if found.severity is Severity.ERROR]

    faces.activate(LOOK.families())
    builder = DocumentBuilder(bare.templates, read.style)
    found = {
        kind.id: builder.tree(subject)[0]
        for kind in read.kinds
        for subject in subjects.find(kind, read.workspace)
        if subject.place == "z3-omid"
    }
    assert found.keys() == {
        "contract",
        "contract-review",
        "action-plan",
        "agency-sheet",
        "participatory-document",
        "residents-leaflet",
        "residents-poster",
    }
    assert all("شهرک امید" in repr(document) for document in found.values())


def test_an_editor_offers_a_new_agency_at_once(bare: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    root = [f"--{name}={getattr(bare, name)}" for name in ("plans", "templates", "output")]

    assert app.main(["new", "agency", "sport", "اداره کل ورزش", *root]) == 0
    assert "sanad check" in capsys.readouterr().err
    assert '"sport"' in (bare.plans / ".schema/plan.json").read_text(encoding="utf-8")


def test_without_words_the_command_lists_what_can_be_begun(bare: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["new", f"--plans={bare.plans}"]) == 0
    assert "sanad new plan محله" in capsys.readouterr().out
