"""The file that people at Windows click twice: what it runs, wherever Python is, and that no code page can spoil it."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

import pytest

from generator.authoring import init
from generator.cli import launcher
from generator.cli.reporting.layout import cells
from generator.problems.sentences import launcher as words

HAMZA = "\u0654"
FOLDER = PureWindowsPath(r"D:\برنامه محله‌ها")
AROUND = {"LOCALAPPDATA": r"C:\Users\علی\AppData\Local", "USERPROFILE": r"C:\Users\علی", "ProgramFiles": r"C:\Program Files"}
PYTHON = PureWindowsPath(r"C:\Users\علی\AppData\Local\Programs\Python\Python313\python.exe")


def lines(python: PureWindowsPath = PYTHON) -> list[str]:
    return launcher.text(python, FOLDER, AROUND).split("\r\n")


@pytest.mark.parametrize(
    ("python", "named"),
    [
        (PYTHON, r"%LOCALAPPDATA%\Programs\Python\Python313\python.exe"),
        (FOLDER / r".venv\Scripts\python.exe", r".venv\Scripts\python.exe"),
        (PureWindowsPath(r"C:\Users\علی\sanad\Scripts\python.exe"), r"%USERPROFILE%\sanad\Scripts\python.exe"),
        (PureWindowsPath(r"C:\Program Files\Python313\python.exe"), r"%ProgramFiles%\Python313\python.exe"),
        (PureWindowsPath(r"E:\ابزار 100%\python.exe"), r"E:\ابزار 100%%\python.exe"),
    ],
)
def test_python_is_named_as_it_is_found_by_others_too(python: PureWindowsPath, named: str) -> None:
    assert f'set "PYTHON={named}"' in lines(python)


def test_all_that_it_runs_is_ascii_and_all_else_is_said_after_it() -> None:
    written = lines()
    started = next(at for at, line in enumerate(written) if line.endswith("-m generator menu"))

    assert [line for line in written[: started + 2] if not line.isascii()] == []
    assert [line for line in written if not line.isascii() and " echo " not in f" {line}"] == []
    assert written[1] == "chcp 65001 >nul"
    assert [line for line in written if line.startswith((":", "goto", "call"))] == [], "labels are lost in UTF-8 files"


def test_its_lines_end_as_those_of_windows() -> None:
    written = launcher.text(PYTHON, FOLDER, AROUND)

    assert written.count("\n") == written.count("\r\n") == len(lines()) - 1
    assert not written.startswith("\ufeff")


def test_what_it_says_is_shaped_and_fits_a_console_and_holds_no_mark_that_is_obeyed() -> None:
    said = [line.partition("echo ")[2] for line in lines() if "echo " in line and line != "@echo off"]

    assert len(said) >= 5
    assert [
        row
        for row in said
        if cells(row) > 79 or re.search('[&|<>^%()!"]', row) or re.search("[ا-يک-ی]", row.replace(HAMZA, ""))
    ] == []
    assert all(re.search("[\ufe80-\ufefc]", row) for row in said)
    assert {"moved", "gone"} <= set(re.findall('"%WRONG%"=="([a-z]+)"', "\n".join(lines())))


def test_after_anything_wrong_the_window_waits() -> None:
    assert lines()[-2:] == ["pause >nul", ""]
    assert [line for line in lines() if re.search(r"\bexit\b", line)] == ["if not defined WRONG if not errorlevel 1 exit /b"]


def test_only_a_project_on_windows_has_it(tmp_path: Path) -> None:
    assert launcher.texts(tmp_path) == {}


def test_a_new_project_has_it_and_an_upgrade_renews_it(tmp_path: Path) -> None:
    name, root = Path(launcher.NAME), tmp_path / "new"
    assert root / name in (init.begin(root, besides={name: "a\r\n"}).value or [])
    assert (root / name).read_bytes() == b"a\r\n"

    renewed, _ = init.upgrade(root, {name: "b\r\n"})
    assert renewed == [root / name]
    assert (root / name).read_bytes() == b"b\r\n"
    assert init.upgrade(root, {name: "b\r\n"}).value == []
    assert words.LAUNCHED.count(f"«{name.stem}»") == 1
