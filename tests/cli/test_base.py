"""The program as it is installed without an extra: every command works, and the one engine that is lacking is asked for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from generator.build import settings
from generator.cli.app import COMPLETE
from generator.cli.commands import COMMANDS
from generator.problems import remedies
from generator.problems.errors import MachineError
from tests.cli.harness import Sanad

ROOT = Path(__file__).parents[2]
REMEDY = remedies.installing("weasyprint")
REFUSED = f"خطا: موتور PDF «weasyprint» نصب نیست. [engine-missing]\n    فرمان «{REMEDY}» را اجرا کنید، یا"

Run = Callable[..., subprocess.CompletedProcess[str]]


def locked(lock: str) -> set[str]:
    return {*map(canonicalize_name, re.findall(r"^([a-z0-9._-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))}


@cache
def modules_of_the_extra() -> list[str]:
    """What can be imported here only because of the extra, and the wheel that it has elsewhere."""
    base, others = locked("requirements-base.lock"), locked("requirements.lock")
    found = packages_distributions().items()
    return [name for name, packages in found if {*map(canonicalize_name, packages)} <= others - base - {"setuptools"}]


@pytest.fixture
def run(sanad: Sanad, tmp_path: Path) -> Run:
    """Runs the command in a process, over the project of the harness, in which nothing of the extra can be imported."""
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    lines = [f"sys.modules[{name!r}] = None" for name in modules_of_the_extra()]
    (hidden / "sitecustomize.py").write_text("\n".join(["import sys", *lines]), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": f"{hidden}{os.pathsep}{ROOT}"}

    def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        # By the environment, so that the workers of a build are without the extra too.
        command = [sys.executable, "-m", "generator", "--templates", str(sanad.root / "templates"), *words]
        return subprocess.run(
            command,
            cwd=sanad.root,
            env=environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    return run


def test_what_the_extra_brings_is_known() -> None:
    assert {"weasyprint", "cffi", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen"} <= {*modules_of_the_extra()}
    assert not {"fontTools", "PIL", "typst", "lxml"} & {*modules_of_the_extra()}


@pytest.mark.proof
def test_every_command_works_without_the_extra(run: Run, sanad: Sanad) -> None:
    asked = [
        ["init", "fresh"],
        ["check"],
        ["new", "agency", "water", "شرکت آب و فاضلاب"],
        ["format"],
        ["list", "kinds"],
        ["build", "--jobs", "2"],
        ["inspect"],
        ["renumber", "--help"],
        ["schema"],
        ["doctor"],
        ["completion", "bash"],
        ["help", "build"],
        ["menu"],
    ]
    assert {words[0] for words in asked} == set(COMMANDS)

    for words in asked:
        done = run(*words)
        assert (done.returncode, "Traceback" in done.stderr, "engine-missing" in done.stderr) == (0, False, False), done
    assert sorted(file.name for file in (sanad.root / "output").rglob("note*")) == ["note-draft.docx", "note-draft.pdf"]


def test_the_engine_that_is_lacking_is_asked_for_in_one_message_before_anything_is_made(run: Run, sanad: Sanad) -> None:
    sanad.kind("letter", title="نامه", short="نامه", order="20")
    by_option = run("build", "--engine", "weasyprint")
    (sanad.root / settings.FILE).write_text("engine: weasyprint\n", encoding="utf-8")
    by_setting = run("build")

    for done in (by_option, by_setting):
        assert (done.returncode, done.stdout) == (MachineError.exit_code, "")
        assert done.stderr.startswith(REFUSED)
        assert done.stderr.count("خطا:") == 1
    assert not [*(sanad.root / "output").rglob("*.docx")]
    assert run("check").returncode == 0
    assert run("build", "--engine", "typst").returncode == 0


def test_a_kind_of_the_engine_that_is_lacking_keeps_back_no_other(run: Run, sanad: Sanad) -> None:
    sanad.kind("letter", title="نامه", short="نامه", order="20")
    (sanad.root / settings.FILE).write_text("engine_of: {letter: weasyprint}\n", encoding="utf-8")

    done = run("build")

    assert done.returncode == MachineError.exit_code
    assert REFUSED in done.stderr
    assert sorted(file.name for file in (sanad.root / "output").rglob("*.pdf")) == ["note-draft.pdf"]
    assert run("build", "--kind", "letter", "--format", "docx").returncode == 0


def test_doctor_names_the_engine_that_is_lacking_and_completion_still_offers_it(run: Run) -> None:
    usual, chosen = run("doctor"), run("doctor", "--engine", "weasyprint")

    assert (usual.returncode, chosen.returncode) == (0, MachineError.exit_code)
    assert "موتورهای PDF که اینجا کار می‌کنند: typst.\n" in usual.stdout
    assert re.search(r"^✗ موتور PDF «weasyprint».*\n    موتور PDF «weasyprint» نصب نیست\.$", chosen.stdout, re.MULTILINE)
    assert REMEDY in chosen.stdout
    assert re.findall("^. موتور PDF «(.*)»", usual.stdout, re.MULTILINE) == ["typst"]
    offered = run(**{COMPLETE: "bash_complete", "COMP_WORDS": "sanad build --engine w", "COMP_CWORD": "3"})
    assert offered.stdout == "plain,weasyprint\n"
