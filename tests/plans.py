"""The project of this repository, read once in each process of a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.build.project import Folders, Project

ROOT = Path(__file__).parents[1]


@cache
def project() -> Project:
    """Everything of the repository, which nobody changes."""
    return Project.read(Folders.under(ROOT))
