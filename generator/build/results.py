"""What a command has done: files, problems, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.planned import Planned
from generator.build.selection import Choice
from generator.model.records.register import Entry
from generator.problems.errors import Problem

if TYPE_CHECKING:  # Judging files loads pikepdf, for which a check does not wait.
    from generator.inspection import Layout

OnProgress = Callable[[int, int, Planned], None]
"""Receives how many documents are done, of how many, and which one is next."""


@dataclass(slots=True)
class Result:
    """The result of a command: files written (in order), problems, tracebacks of bugs, the worst exit code, its choice.

    `inspected` are the files that were judged, `layouts` what they name of their pages.
    """

    written: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    exit_code: int = 0
    choice: Choice = field(default_factory=Choice)
    current: list[Path] = field(default_factory=list)
    """The files that were made before and are as a build would make them."""
    reasons: dict[str, list[str]] = field(default_factory=dict)
    """Why each document was made again: the names of the parts of its key that differ; none where nothing was known of it."""
    removed: list[Path] = field(default_factory=list)
    registered: list[Entry] = field(default_factory=list)
    """The finals that were issued."""
    same: dict[str, str] = field(default_factory=dict)
    """The finals whose text is that of the last one: by the name of the document the number of that."""
    inspected: list[Path] = field(default_factory=list)
    layouts: dict[Path, Layout] = field(default_factory=dict)

    def failed(self, problems: Iterable[Problem], exit_code: int) -> None:
        """Add the problems of one document."""
        self.problems += problems
        self.exit_code = max(self.exit_code, exit_code)


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Keep each problem once, in the order met: every document would report a fault in a shared record again."""
    return list(dict.fromkeys(problems))
