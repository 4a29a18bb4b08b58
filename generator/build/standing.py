"""What is known to be in doubt in the published data: nobody who has only begun with it can do anything about it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.build import packaged
from generator.build.project import Folders
from generator.problems.errors import Problem, Severity
from generator.reading import plainfiles


def apart(folders: Folders, problems: Iterable[Problem]) -> tuple[list[Problem], int]:
    """Take out the warnings about files that are as they came with the program; return the others, and how many were taken.

    The repository itself, whose files these are, is told each of them.
    """
    original = packaged.root() / packaged.PLANS
    if plainfiles.real(folders.plans) == original:
        return list(problems), 0
    untouched = cache(lambda file: _is_untouched(file, folders.plans, original))
    kept, taken = [], 0
    for found in problems:
        if found.severity is Severity.WARNING and found.place and untouched(found.place.file):
            taken += 1
        else:
            kept.append(found)
    return kept, taken


def _text(file: Path) -> bytes:
    """Read a file, with the ends of lines that it came with: an editor of Windows changes these alone."""
    return plainfiles.read(file).replace(b"\r\n", b"\n")


def _is_untouched(file: Path, plans: Path, original: Path) -> bool:
    try:
        return _text(file) == _text(original / file.relative_to(plans))
    except (OSError, ValueError):  # a file of the project's own, or one elsewhere
        return False
