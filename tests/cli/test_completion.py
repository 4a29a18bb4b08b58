"""Completion: shells are offered commands, options, ids and names, and nobody waits for a project to be read."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.app import COMPLETE, main
from tests.cli.harness import Sanad

ROOT = Path(__file__).parents[2]
HEAVY = ("pydantic", "jinja2", "typst", "lxml", "numpy", "PIL", "weasyprint", "yaml", "fontTools", "pikepdf", "matplotlib")


def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shell: str, *words: str) -> list[str]:
    """What a shell is offered for the last of the words."""
    monkeypatch.setenv(COMPLETE, f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["sanad", *words]))
    monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words)))
    assert main([]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["li"], ["list"]),
        (["list", "d"], ["documents", "due"]),
        (["build", "z1"], ["z1-alef"]),
        (["build", "ال"], ["الف"]),
        (["list", "agencies", "mun"], ["municipality"]),
        (["build", "--kind", "یا"], ["یاد"]),
        (["build", "--format", "d"], ["docx"]),
        (["build", "--engine", ""], ["typst", "weasyprint"]),
        (["doctor", "--engine", "w"], ["weasyprint"]),
        (["build", "--ki"], ["--kind"]),
        (["check", "--look", "s"], ["style"]),
        (["completion", "z"], ["zsh"]),
        (["--root", "nowhere", "build", "z1"], []),
    ],
)
def test_ids_names_and_options_are_offered(
    sanad: Sanad,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    found: list[str],
) -> None:
    templates = ["--templates", str(sanad.root / "templates")]
    assert offered(monkeypatch, capsys, "bash", *templates, *words) == [f"plain,{value}" for value in found]


def test_a_name_with_a_space_is_offered_by_its_id(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(monkeypatch, capsys, "bash", "list", "agencies", "شهر") == ["plain,municipality"]
    assert sanad.root.is_dir()


def test_other_shells_are_told_the_name_beside_the_id(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(monkeypatch, capsys, "zsh", "build", "z1") == ["plain", "z1-alef", "الف"]
    assert offered(monkeypatch, capsys, "powershell", "build", "z1") == ["plain", "z1-alef", "الف"]
    assert offered(monkeypatch, capsys, "fish", "build", "z1") == ["plain,z1-alef\tالف"]
    assert sanad.root.is_dir()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_a_script_that_asks_the_command(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert main(["completion", shell]) == 0
    script, said = capsys.readouterr()

    assert (f"{shell}_complete" in script, COMPLETE in script, said) == (True, True, "")


def test_bash_completes_by_the_script(sanad: Sanad) -> None:
    program = f'{sys.executable} -c "from generator.cli.app import main; main()"'
    script = f"""
sanad() {{ :; }}
source <({program} completion bash)
env() {{ command env "${{@:1:$#-1}}" PYTHONPATH={ROOT} {program}; }}
COMP_WORDS=(sanad build z1) COMP_CWORD=2
_sanad_completion sanad
echo "${{COMPREPLY[*]}}"
"""
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=sanad.root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
    )
    assert (done.stdout, done.stderr) == ("z1-alef\n", "")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["build", "--help"], ["list", "due", "--help"], []])
def test_neither_version_nor_help_loads_what_reads_or_writes_documents(words: list[str]) -> None:
    assert loaded(words, {}) == []


def test_completion_loads_nothing_either(sanad: Sanad) -> None:
    asked = {COMPLETE: "bash_complete", "COMP_WORDS": f"sanad --root {sanad.root} build z1", "COMP_CWORD": "4"}
    assert loaded([], asked) == []


def loaded(words: list[str], asked: dict[str, str]) -> list[str]:
    """Which of the heavy libraries a fresh process has loaded at its end."""
    code = f"""
import sys
from generator.cli.app import main
assert main({words!r}) == 0
print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **asked}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout
    return done.stderr.split()
