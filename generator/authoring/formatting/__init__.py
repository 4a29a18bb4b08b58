"""`sanad format`: tidy the Persian of YAML files in place, and report what only a person can decide.

Only values that the model takes as free text are tidied, and never a text as published. A value is changed at its place in
the file's own text: what is not corrected stays as it was typed, to the byte, with its quotes, line breaks and comments.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.authoring.formatting.files import Formatted, formatted
from generator.build import output
from generator.problems.errors import Problem, UsageError
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.records import REGISTER, VERSIONS

__all__ = ["Diff", "FormatResult", "run"]

_CONTEXT_LINES = 1


@dataclass(frozen=True, slots=True)
class Diff:
    """The corrections in one file: its path, the number of values, and the change as a unified diff."""

    file: Path
    values: int
    text: str


@dataclass(slots=True)
class FormatResult:
    """The result of a run: the corrected files in order, what a person must decide, and the files that cannot be read.

    A file with errors of YAML is in no diff and is not written; `errors` says what is wrong in it, as `check` does.
    """

    diffs: list[Diff] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)


def run(plans: Path, files: Sequence[Path] = (), *, write: bool = False) -> FormatResult:
    """Tidy some files of a folder of plans (all of them when none is named); a file is written only when it changes.

    UsageError for no folder, or a path that is not a YAML file of it; MachineError when a file cannot be written (the ones
    before it are).
    """
    result = FormatResult()
    for file in _chosen(plans, files):
        done = formatted(file, file.relative_to(plans).as_posix())
        result.errors += done.errors
        result.warnings += done.warnings
        if done.changed:
            result.diffs.append(Diff(file, done.values, _diff(file, done)))
            if write:
                output.write(plans, file.relative_to(plans), done.after.encode("utf-8"), may_wait=False)
    return result


def _chosen(plans: Path, files: Sequence[Path]) -> list[Path]:
    """Return the files of the folder that are meant, each once, in order."""
    if not plans.is_dir():
        raise UsageError([problem("no-folder", None, path=plans)])
    if not files:
        return [file for file in sorted(plans.rglob("*.yaml")) if _is_written_by_people(file, plans)]
    problems: list[Problem] = []
    chosen: dict[Path, None] = {}
    for given in files:
        inside = _inside(plans, given)
        found = sorted(inside.rglob("*.yaml")) if inside and inside.is_dir() else [inside] if inside else []
        if not found:
            problems.append(problem("format-no-file", None, path=given, plans=plans))
        chosen |= dict.fromkeys(file for file in found if file is not None and _is_written_by_people(file, plans))
    if problems:
        raise UsageError(problems)
    return list(chosen)


def _is_written_by_people(file: Path, plans: Path) -> bool:
    """Return whether a file is none of the register, whose lines stay as they were written, nor of what is kept."""
    return file.relative_to(plans).parts[0] not in (REGISTER, VERSIONS)


def _inside(plans: Path, given: Path) -> Path | None:
    """Return the path in the folder of plans that is meant: as given, or named from that folder; None when it is not there."""
    root = plainfiles.real(plans)
    for path in (given, plans / given):
        real = plainfiles.real(path)
        if real.is_relative_to(root) and (real.is_dir() or (real.is_file() and real.suffix == ".yaml")):
            return plans / real.relative_to(root)
    return None


def _diff(file: Path, done: Formatted) -> str:
    lines = difflib.unified_diff(_lines(done.before), _lines(done.after), str(file), str(file), n=_CONTEXT_LINES, lineterm="")
    return "\n".join(lines)


def _lines(text: str) -> list[str]:
    return text.splitlines()
