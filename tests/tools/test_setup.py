"""The set-up, with programs that only write down what they are asked for in the place of those that install."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ONLY_FOR_TESTS = {
    "fontconfig",
    "libreoffice-writer-nogui",
    "mupdf-tools",
    "poppler-utils",
}

INSTALLED = {"fonts-farsiweb", "libharfbuzz-subset0", "libpango-1.0-0", "libpangoft2-1.0-0", *ONLY_FOR_TESTS}
"""What a machine that was set up has, on Debian 12."""


class Machine:
    """A folder of stand-in programs, and what they were asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.log.write_text("")
        for program in ("bash", "env", "grep", "mkdir", "touch", "rm", "dirname", "make", "cat"):
            found = shutil.which(program)
            assert found, program
            (folder / program).symlink_to(found)
        self.program("id", "echo ${FAKE_UID:-0}")
        self.program("python3", "exit 0")

    def program(self, name: str, body: str) -> Path:
        path = self.folder / name
        path.write_text(f"#!/bin/bash\n{body}\n")
        path.chmod(0o755)
        return path

    def logging(self, name: str, body: str = "") -> None:
        self.program(name, f'echo "{name} $*" >> {self.log}\n{body}')

    def debian(self, installed: set[str]) -> None:
        """Make it a Debian machine with these packages."""
        lines = "\n".join(f'[ "${{@: -1}}" = {name} ] && printf installed' for name in installed)
        self.program("dpkg-query", f"{lines}\nexit 0")
        self.logging("apt-get")

    def run(self, *command: str | Path, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.folder), "HOME": str(self.folder), **variables}
        return subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True)

    @property
    def asked(self) -> list[str]:
        return self.log.read_text().splitlines()

    @property
    def packages(self) -> set[str]:
        """The packages that apt-get was told to install."""
        (line,) = [line for line in self.asked if " install " in line]
        return {word for word in line.split(" install ")[1].split() if not word.startswith("-")}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    folder = tmp_path / "bin"
    folder.mkdir()
    return Machine(folder)


PACKAGES = ROOT / "tools/install-system-packages"


def test_a_machine_that_has_every_package_is_not_touched(machine: Machine) -> None:
    machine.debian(INSTALLED)

    done = machine.run(PACKAGES, "build", "test", FAKE_UID="1000")

    assert (done.returncode, done.stderr, machine.asked) == (0, "", [])


def test_only_missing_packages_are_installed(machine: Machine) -> None:
    machine.debian(INSTALLED - {"fonts-farsiweb", "poppler-utils"})

    done = machine.run(PACKAGES, "build", "test")

    assert done.returncode == 0
    assert machine.packages == {"fonts-farsiweb", "poppler-utils"}


def test_what_only_tests_need_is_not_installed_for_a_build(machine: Machine) -> None:
    machine.debian(set())

    machine.run(PACKAGES, "build")

    assert machine.packages == INSTALLED - ONLY_FOR_TESTS


def test_a_python_without_ensurepip_gets_its_package(machine: Machine) -> None:
    machine.debian(INSTALLED)
    machine.program("python3", "exit 1")

    machine.run(PACKAGES, "build")

    assert machine.packages == {"python3-venv"}


def test_a_user_who_is_not_root_installs_through_sudo(machine: Machine) -> None:
    machine.debian(INSTALLED - {"fonts-farsiweb"})
    machine.logging("sudo", '"$@"')

    done = machine.run(PACKAGES, "build", FAKE_UID="1000")

    assert done.returncode == 0
    assert [line.split()[0] for line in machine.asked] == ["sudo", "apt-get", "sudo", "apt-get"]


def test_without_root_and_sudo_the_missing_packages_are_named(machine: Machine) -> None:
    machine.debian(INSTALLED - {"fonts-farsiweb"})

    done = machine.run(PACKAGES, "build", FAKE_UID="1000")

    assert done.returncode == 1
    assert "fonts-farsiweb" in done.stderr
    assert machine.asked == []


def test_elsewhere_than_debian_it_says_what_is_needed_and_goes_on(machine: Machine) -> None:
    done = machine.run(PACKAGES, "build", "test")

    assert done.returncode == 0
    assert all(word in done.stderr for word in ("Pango", "Nazli", "LibreOffice", "sanad doctor"))


ENVIRONMENT = ROOT / "tools/create-environment"


def test_a_python_that_is_too_old_is_refused_with_the_way_to_name_another(machine: Machine, tmp_path: Path) -> None:
    machine.program("old", "cat >/dev/null; exit 1")

    done = machine.run(ENVIRONMENT, "old", tmp_path / "venv")

    assert done.returncode == 1
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize(("whole", "asked"), [(False, ["python -m venv --clear venv"]), (True, [])])
def test_an_environment_is_made_unless_a_whole_one_is_there(
    machine: Machine, tmp_path: Path, whole: bool, asked: list[str]
) -> None:
    (tmp_path / "venv/bin").mkdir(parents=True)
    (tmp_path / "venv/bin/python").symlink_to(machine.program("python-inside", "exit 0"))
    if whole:
        (tmp_path / "venv/bin/pip").write_text("")
    machine.program("python", f'[ "$1" = - ] || echo "python $*" >> {machine.log}')

    assert machine.run(ENVIRONMENT, "python", "venv", cwd=tmp_path).returncode == 0

    assert machine.asked == asked


@pytest.fixture
def project(machine: Machine, tmp_path: Path) -> Path:
    """The Makefile in a project whose tools and Python only write down what they are asked for."""
    folder = tmp_path / "project"
    (folder / "tools/ooxml-validator").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("requirements.lock", "requirements-test.lock", "pyproject.toml", "tools/ooxml-validator/package-lock.json"):
        (folder / name).write_text("")
        os.utime(folder / name, (1, 1))
    python = machine.program(
        "logged-python", f'echo "pip ${{@: -1}}" >> {machine.log}; [ ! -e broken ] || [ "${{@: -1}}" != "$(cat broken)" ]'
    )
    for name, body in (
        ("install-system-packages", ""),
        ("install-ooxml-validator", f"echo validator >> {machine.log}"),
        (
            "create-environment",
            f'echo venv >> {machine.log}; mkdir -p "$2/bin"; touch "$2/bin/pip"; ln -sf {python} "$2/bin/python"',
        ),
    ):
        path = folder / "tools" / name
        path.write_text(f"#!/bin/bash\n{body}\n")
        path.chmod(0o755)
        os.utime(path, (1, 1))
    os.utime(python, (1, 1))
    (machine.folder / "ln").symlink_to(shutil.which("ln") or "/bin/ln")
    return folder


WHOLE = ["venv", "pip requirements.lock", "pip .", "pip requirements-test.lock", "validator"]


def make(machine: Machine, project: Path, target: str) -> list[str]:
    """Run a target; what it installed, each once and in order."""
    machine.log.write_text("")
    machine.run("make", target, cwd=project)
    return list(dict.fromkeys(machine.asked))


def test_a_second_run_installs_nothing(machine: Machine, project: Path) -> None:
    assert make(machine, project, "setup-test") == WHOLE
    assert make(machine, project, "setup-test") == []
    assert make(machine, project, "setup") == []


def test_a_build_needs_nothing_of_the_tests(machine: Machine, project: Path) -> None:
    assert make(machine, project, "setup") == WHOLE[:3]


def test_a_step_that_broke_is_repeated_and_those_before_it_are_not(machine: Machine, project: Path) -> None:
    (project / "broken").write_text("requirements-test.lock")
    assert make(machine, project, "setup-test") == WHOLE[:4]

    (project / "broken").unlink()
    assert make(machine, project, "setup-test") == WHOLE[3:]


@pytest.mark.parametrize(
    ("changed", "repeated"),
    [
        ("requirements.lock", WHOLE[1:]),
        ("pyproject.toml", ["pip ."]),
        ("requirements-test.lock", WHOLE[3:]),
        ("tools/ooxml-validator/package-lock.json", ["validator"]),
    ],
)
def test_what_depends_on_a_changed_file_is_installed_again(
    machine: Machine, project: Path, changed: str, repeated: list[str]
) -> None:
    make(machine, project, "setup-test")
    time.sleep(0.02)  # a file system may keep times to some milliseconds only
    (project / changed).touch()

    assert make(machine, project, "setup-test") == repeated


def test_a_removed_environment_is_made_again(machine: Machine, project: Path) -> None:
    make(machine, project, "setup-test")
    shutil.rmtree(project / ".venv")

    assert make(machine, project, "setup-test") == WHOLE


def test_every_script_is_executable_and_parses() -> None:
    scripts = [ROOT / ".ci/run", *(path for path in (ROOT / "tools").iterdir() if path.is_file())]

    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert os.access(script, os.X_OK), script
        if text.startswith("#!/usr/bin/env python3\n"):
            compile(text, str(script), "exec")
            continue
        assert text.startswith("#!/usr/bin/env bash\n"), script
        assert re.search(r"^set -euo pipefail$", text, re.MULTILINE), script
        assert subprocess.run(["bash", "-n", str(script)], capture_output=True).stderr == b"", script
