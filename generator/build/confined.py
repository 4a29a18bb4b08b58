"""Judge files that may be anything, in a process of its own with limits of time and memory for each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import inspection
from generator.build.processes import Bug, Lost, each
from generator.inspection import UNTOLD, Layout
from generator.persian import group
from generator.problems.errors import MachineError, Place, Problem
from generator.problems.limits import MIB, RunLimits
from generator.problems.messages import problem, reason


class Judged:
    """The result for one file: its problems, the exit code that they mean, the traceback of a bug, and its layout."""

    def __init__(self, problems: Sequence[Problem], exit_code: int = 0, traceback: str = "", layout: Layout = UNTOLD) -> None:
        self.problems = list(problems)
        self.layout = layout
        self.exit_code = exit_code
        self.traceback = traceback


def judge(files: Sequence[Path], limits: RunLimits) -> Iterator[Judged]:
    """Yield what is wrong with each file; one that cannot be judged has a problem that says why."""
    try:
        for position, result in each(_judge, limits.findings, files, 1, limits.inspection):
            place = Place(files[position])
            if isinstance(result, Judged):
                yield result
            elif isinstance(result, Bug):
                yield Judged([problem("file-bug", place)], 70, result.traceback)
            elif result is Lost.SLOW:
                yield Judged([problem("file-slow", place, where="", limit=group(round(limits.inspection.seconds)))])
            else:
                yield Judged([problem("file-heavy", place, where="", limit=group(limits.inspection.memory // MIB))])
    except OSError as error:
        raise MachineError([problem("no-process", None, reason=reason(error))]) from None


def _judge(most: int, file: Path) -> Judged:
    try:
        problems = [found.problem(file) for found in inspection.inspect(file, most=most)]
        return Judged(problems, layout=inspection.layout(file))
    except MachineError as error:
        return Judged(error.problems, error.exit_code)
