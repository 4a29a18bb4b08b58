"""What a host runs, what a commit is held to and what an editor keeps to are the means of this project and no others."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOW = (ROOT / ".github" / "workflows" / "make.yml").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
TOOL = ROOT / "tools" / "refuse-large-files"

MIB = 2**20


def jobs() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(WORKFLOW, Loader=yaml.CBaseLoader)["jobs"]
    return found


def runs(job: str) -> list[str]:
    return [step["run"] for step in jobs()[job]["steps"] if "run" in step]


def test_every_change_runs_the_two_commands_on_bare_machines_named_by_release() -> None:
    images = jobs()["test"]["strategy"]["matrix"]["image"]

    assert runs("test")[1:] == ["make", "make test"]
    assert all(re.fullmatch(r"(debian:\d+|ubuntu:\d\d\.04)", image) for image in [*images, jobs()["long"]["container"]])
    assert {image.split(":")[0] for image in images} == {"debian", "ubuntu"}


def test_every_target_on_demand_is_one_of_make() -> None:
    options = yaml.load(WORKFLOW, Loader=yaml.CBaseLoader)["on"]["workflow_dispatch"]["inputs"]["target"]["options"]

    assert {"proof", "conformance"} <= set(options) <= TARGETS
    assert runs("long")[-1] == 'make "$TARGET"'


def test_the_host_may_only_read_and_takes_no_step_of_others_but_the_checkout() -> None:
    assert yaml.load(WORKFLOW, Loader=yaml.CBaseLoader)["permissions"] == {"contents": "read"}
    assert set(re.findall(r"uses: (\S+)", WORKFLOW)) == {"actions/checkout@v4"}
    assert "secrets" not in WORKFLOW


def test_hooks_run_the_programs_of_this_project_and_fetch_nothing() -> None:
    repos = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    programs = [hook["entry"].split()[0] for repo in repos for hook in repo["hooks"]]

    assert [repo["repo"] for repo in repos] == ["local"]
    assert set(programs) == {"tools/refuse-large-files", ".venv/bin/ruff"}
    assert any(each.startswith("ruff") for each in project["optional-dependencies"]["test"])


def test_a_file_over_the_cap_is_named_and_refused(tmp_path: Path) -> None:
    sizes = {"small": 10, "at the cap": MIB, "large": MIB + 1, "larger": 3 * MIB}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(b"x" * size)
    done = subprocess.run([TOOL, *(tmp_path / name for name in sizes), tmp_path / "gone"], capture_output=True, text=True)

    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [str(tmp_path / "large"), str(tmp_path / "larger")]


def test_files_within_the_cap_pass_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "small").write_text("x")
    done = subprocess.run([TOOL, tmp_path / "small"], capture_output=True, text=True)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_editors_break_lines_of_python_where_ruff_does() -> None:
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]

    assert f"[*.py]\nmax_line_length = {ruff['line-length']}\n" in (ROOT / ".editorconfig").read_text(encoding="utf-8")


def test_the_page_for_contributors_names_targets_of_make_that_are_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make +([a-z-]+)", page, re.MULTILINE))

    assert {"test", "check", "format"} <= named <= TARGETS
