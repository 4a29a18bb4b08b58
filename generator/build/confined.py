"""Read files that may be anything, in a process of its own with limits of time and memory for each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import inspection, renumbering
from generator.build.processes import Bug, Lost, each
from generator.inspection import UNTOLD, Layout
from generator.inspection.texts import Told
from generator.inspection.texts import read as read_texts
from generator.persian import group
from generator.problems.errors import MachineError, Place, Problem
from generator.problems.limits import MIB, RunLimits
from generator.problems.messages import problem, reason
from generator.problems.sentences.renumbering import MEND
from generator.renumbering import NoContractError, Renumbered, UnreadableError


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
            yield result if isinstance(result, Judged) else _lost(result, place, limits)
    except OSError as error:
        raise MachineError([problem("no-process", None, reason=reason(error))]) from None


def renumber(file: Path, limits: RunLimits) -> Renumbered | Judged:
    """Return a contract with right numbers and what was changed, or why that cannot be had."""
    try:
        (_, result), *_ = each(_renumber, None, [file], 1, limits.inspection)
    except OSError as error:
        raise MachineError([problem("no-process", None, reason=reason(error))]) from None
    return result if isinstance(result, Renumbered | Judged) else _lost(result, Place(file), limits)


def texts(file: Path, limits: RunLimits) -> Told | Judged:
    """Return what a file says, or why that cannot be had."""
    try:
        (_, result), *_ = each(_texts, None, [file], 1, limits.inspection)
    except OSError as error:
        raise MachineError([problem("no-process", None, reason=reason(error))]) from None
    return result if isinstance(result, Told | Judged) else _lost(result, Place(file), limits)


def _lost(result: Bug | Lost, place: Place, limits: RunLimits) -> Judged:
    """Say why a file could not be read to its end."""
    if isinstance(result, Bug):
        return Judged([problem("file-bug", place)], 70, result.traceback)
    if result is Lost.SLOW:
        return Judged([problem("file-slow", place, where="", limit=group(round(limits.inspection.seconds)))])
    return Judged([problem("file-heavy", place, where="", limit=group(limits.inspection.memory // MIB))])


def _renumber(_: None, file: Path) -> Renumbered | Judged:
    try:
        data = inspection.read(file)
        if len(data) > inspection.LARGEST:
            return Judged([problem("file-large", Place(file))], 1)
        return renumbering.renumber(data)
    except UnreadableError as error:
        return Judged([replace(error.defect.problem(file), hint=MEND)], 1)
    except NoContractError:
        return Judged([problem("renumber-no-articles", Place(file))], 1)
    except MachineError as error:
        return Judged(error.problems, error.exit_code)


def _texts(_: None, file: Path) -> Told | Judged:
    try:
        data = inspection.read(file)
        if len(data) > inspection.LARGEST:
            return Judged([problem("file-large", Place(file))], 1)
        return read_texts(data)
    except UnreadableError as error:
        return Judged([error.defect.problem(file)], 1)
    except MachineError as error:
        return Judged(error.problems, error.exit_code)


def _judge(most: int, file: Path) -> Judged:
    try:
        problems = [found.problem(file) for found in inspection.inspect(file, most=most)]
        return Judged(problems, layout=inspection.layout(file))
    except MachineError as error:
        return Judged(error.problems, error.exit_code)
