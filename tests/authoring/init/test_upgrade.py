"""An upgrade renews what the program has put into a project, and touches neither its data nor what people have set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.authoring import init
from generator.problems.errors import UsageError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    init.begin(tmp_path / "older")
    return tmp_path / "older"


def files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_what_is_new_needs_nothing(project: Path) -> None:
    before = files(project)

    assert init.upgrade(project) == ([], ())
    assert files(project) == before


def test_what_is_old_or_gone_is_renewed_and_no_data_with_it(project: Path) -> None:
    wanted = files(project)
    data = project / "plans" / "neighbourhoods" / "z1-radeh" / "neighbourhood.yaml"
    data.write_text(data.read_text(encoding="utf-8") + "# دیدیم\n", encoding="utf-8")
    (project / "plans" / "bodies.yaml").write_bytes(wanted["plans/bodies.yaml"] + b"# x\n")
    changed = {"plans/bodies.yaml", "plans/neighbourhoods/z1-radeh/neighbourhood.yaml"}
    kept = {name: files(project)[name] for name in changed}
    (project / "plans" / ".schema" / "plan.json").write_text("{}")
    (project / "plans" / ".schema" / "calls.json").unlink()
    (project / "docs" / "data.fa.md").write_text("کهنه", encoding="utf-8")
    (project / ".vscode" / "tasks.json").unlink()
    (project / "sanad.yaml").unlink()

    renewed, problems = init.upgrade(project)

    assert problems == ()
    assert {path.relative_to(project).as_posix() for path in renewed or ()} == {
        "plans/.schema/plan.json", "plans/.schema/calls.json", "docs/data.fa.md", ".vscode/tasks.json", "sanad.yaml",
    }  # fmt: skip
    assert files(project) == {**wanted, **kept}


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        init.upgrade(tmp_path)

    assert [told.code for told in refused.value.problems] == ["no-folder"]


def test_what_people_have_set_in_the_editor_stays(project: Path) -> None:
    file = project / ".vscode" / "settings.json"
    settings = json.loads(file.read_text(encoding="utf-8"))
    ours = json.loads(file.read_text(encoding="utf-8"))
    del settings["yaml.schemas"]["./plans/.schema/plan.json"], settings["yaml.schemaStore.enable"]
    settings["yaml.schemas"] |= {"./plans/.schema/gone.json": "plans/gone.yaml", "./mine.json": "mine.yaml"}
    settings |= {"editor.fontSize": 18}
    settings["[yaml]"]["editor.wordWrap"] = "off"
    file.write_text(json.dumps(settings), encoding="utf-8")
    tasks = project / ".vscode" / "tasks.json"
    mine = {"label": "از من", "type": "shell", "command": "true"}
    tasks.write_text(json.dumps({"version": "2.0.0", "tasks": [mine]}), encoding="utf-8")

    renewed, problems = init.upgrade(project)

    assert (problems, renewed) == ((), [file, tasks])
    after = json.loads(file.read_text(encoding="utf-8"))
    assert after["yaml.schemas"] == {**ours["yaml.schemas"], "./mine.json": "mine.yaml"}
    assert (after["editor.fontSize"], after["[yaml]"]["editor.wordWrap"]) == (18, "off")
    assert after["yaml.schemaStore.enable"] is False
    labels = [task["label"] for task in json.loads(tasks.read_text(encoding="utf-8"))["tasks"]]
    assert labels == ["بررسی", "ساختن سندها", "از من"]
    assert init.upgrade(project) == ([], ())


def test_settings_with_comments_are_left_alone_and_told_at_their_line(project: Path) -> None:
    file = project / ".vscode" / "settings.json"
    file.write_text("{\n  // قلم\n}\n", encoding="utf-8")

    renewed, (told,) = init.upgrade(project)

    assert renewed == []
    assert (told.code, str(told.place)) == ("editor-settings-foreign", f"{file}:2:3")
    assert file.read_text(encoding="utf-8") == "{\n  // قلم\n}\n"
