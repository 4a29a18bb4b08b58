"""What people at Windows click twice in the folder of a project: a file of commands that starts the menu there.

It has no labels and is plain from top to bottom, since `cmd` finds its place in a file by bytes and has lost it in UTF-8 ones.
Its messages are in the order that a console needs, which turns no Persian round. The `cmd` of Wine reads them in its own code
page, whatever `chcp` says, and shows other letters.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PureWindowsPath

from generator.cli.reporting.layout import Line, visual
from generator.problems.sentences import launcher as words

NAME = "سند.cmd"

_HERE = r".venv\Scripts\python.exe"
"""The Python of a project with an environment of its own."""

_WIDTH = 78

_FOLDERS = ("LOCALAPPDATA", "USERPROFILE", "ProgramFiles")
"""The folders in which Python is on most machines, for each user another one."""


def texts(folder: Path) -> dict[Path, str]:
    """Return the file for a project by its name in it; none but on Windows."""
    if sys.platform != "win32":
        return {}
    return {Path(NAME): text(PureWindowsPath(sys.executable), PureWindowsPath(folder.absolute()), os.environ)}


def text(python: PureWindowsPath, folder: PureWindowsPath, environment: Mapping[str, str]) -> str:
    """Return the file for a project in a folder: first the Python that runs now is tried, then the project's, then any."""
    lines = [
        "@echo off",
        "chcp 65001 >nul",
        "title sanad",
        'pushd "%~dp0"',
        'set "WRONG="',
        f'set "PYTHON={_named(python, folder, environment)}"',
        _unless_it_runs(f"PYTHON={_HERE}"),
        _unless_it_runs("PYTHON=py"),
        _unless_it_runs("WRONG=gone"),
        'if not exist "sanad.yaml" if not exist "plans" set "WRONG=moved"',
        'if not defined WRONG "%PYTHON%" -P -m generator menu',
        "if not defined WRONG if not errorlevel 1 exit /b",
        *_said("moved", words.MOVED),
        *_said("gone", words.GONE),
        *(f"echo {row}" for row in _rows(words.WAIT)),
        "pause >nul",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _unless_it_runs(setting: str) -> str:
    return f'"%PYTHON%" -P -c "import generator.cli" 2>nul || set "{setting}"'


def _said(wrong: str, sentence: str) -> Iterator[str]:
    yield from (f'if "%WRONG%"=="{wrong}" echo {row}' for row in _rows(sentence))


def _rows(sentence: str) -> Iterator[str]:
    """Yield the rows of a sentence as a narrow console shows them."""
    for part in sentence.split("\n"):
        yield from (row.text for row in visual(Line(part), _WIDTH))


def _named(python: PureWindowsPath, folder: PureWindowsPath, environment: Mapping[str, str]) -> str:
    """Write the path of Python as it holds in other places too: from the project, or from a folder of whoever works."""
    if python.is_relative_to(folder):
        return _escaped(python.relative_to(folder))
    for name in _FOLDERS:
        if environment.get(name) and python.is_relative_to(environment[name]):
            return f"%{name}%\\{_escaped(python.relative_to(environment[name]))}"
    return _escaped(python)


def _escaped(path: PureWindowsPath) -> str:
    return str(path).replace("%", "%%")
