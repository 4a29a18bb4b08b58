"""The project of this repository, read once in each process of a run."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generator.build.project import Folders, Project

ROOT = Path(__file__).parents[1]


@cache
def project() -> Project:
    """Everything of the repository, which nobody changes."""
    return Project.read(Folders.under(ROOT))


def only(place: str) -> Callable[[str, list[str]], list[str]]:
    """What `shutil.copytree` leaves out of `plans/` so that only one neighbourhood, and what concerns it, is in it."""

    def left_out(folder: str, names: list[str]) -> list[str]:
        here = Path(folder)
        if here.name == "neighbourhoods" and here.parent.name == "plans":
            return [name for name in names if name != place]
        if here.name in ("meetings", "letters", "calls", "quarters") and here.parent.name == "plans":
            return [name for name in names if concerned(here / name) != {place}]
        return []

    return left_out


def concerned(file: Path) -> set[str]:
    """The neighbourhoods that a record of the province names."""
    rows = re.findall(r"^ *neighbourhoods: \[(.*)\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {name for row in rows for name in re.split(r", *", row)}
