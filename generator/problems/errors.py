"""Problems with a place, and the four kinds of failure.

A `Problem` is one thing to fix. A `GeneratorError` carries all the problems of a run; its class decides the exit code of
the command. Anything else that escapes is a bug (exit 70, the only case with a traceback).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from generator.persian import visible


class Severity(StrEnum):
    """What a problem stops: `error` every document that uses it, `gap` a final only, `warning` nothing."""

    ERROR = "error"
    GAP = "gap"
    WARNING = "warning"


SEVERITY_NAMES = {Severity.ERROR: "خطا", Severity.GAP: "کمبود", Severity.WARNING: "هشدار"}
"""The severities in Persian."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point in a text file; line and column count from 1, a column counts characters."""

    file: Path
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `path:line:column`, for people and editors; characters that are not seen are written by their codes."""
        return f"{visible(str(self.file))}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix: a code of `messages`, its place, and its Persian sentences.

    `where` names the record and field in Persian or by path («اقدام a07 ← duties»), `message` says what is wrong, `hint`
    what would be right (empty when there is nothing to say).
    """

    code: str
    severity: Severity
    place: Place | None
    message: str
    hint: str = ""
    where: str = ""

    def line(self) -> str:
        """Return one line: `path:line:column: severity: where: message hint [code]`, the place first for editors."""
        place = f"{self.place}: " if self.place else ""
        where = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{SEVERITY_NAMES[self.severity]}: {where}{self.message}{hint} [{self.code}]"


@dataclass
class GeneratorError(Exception):
    """A run that cannot go on, with every problem found until then; the class gives the exit code."""

    problems: list[Problem] = field(default_factory=list)
    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        return "\n".join(problem.line() for problem in self.problems)


class DataError(GeneratorError):
    """The data is wrong: exit 1."""

    exit_code = 1


class UsageError(GeneratorError):
    """The command has wrong arguments: exit 2."""

    exit_code = 2


class TemplateError(GeneratorError):
    """A template or the look is wrong: exit 3."""

    exit_code = 3


class MachineError(GeneratorError):
    """The machine cannot do it (disk, lock, permission, missing face): exit 4."""

    exit_code = 4


def worst(problems: Iterable[Problem]) -> Severity | None:
    """Return the gravest severity among problems, None when there are none."""
    present = {problem.severity for problem in problems}
    return next((severity for severity in Severity if severity in present), None)
