"""One run of a command: the options that every command has, its screens, and how it ends.

Light to import: what reads a project is loaded when a command asks for it, so that help and completion do not wait.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.reporting.cards import as_rows, counted, show
from generator.cli.reporting.excess import bounded
from generator.cli.reporting.terminal import Screen
from generator.persian import numeral
from generator.problems.errors import GeneratorError, Problem, Severity, UsageError
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import is_standing
from generator.problems.outcome import Outcome
from generator.problems.sentences.command import STANDING

if TYPE_CHECKING:
    from generator.build.project import Folders
    from generator.build.settings import Settings

VERSION = 1
"""The version of the object that `--json` prints."""


Listener = Callable[[Sequence[Problem], object], None]
"""Who is told the problems and the result of a command, in place of cards and a closing line."""


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens of a run: results go to the standard output, problems to the standard error."""

    results: Screen
    problems: Screen
    listener: Listener | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """The values of the options that every command has."""

    root: Path | None = None
    plans: Path | None = None
    templates: Path | None = None
    output: Path | None = None
    json: bool = False


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of a command: its shared options and its screens; for programs nothing is shown but the object at its end."""

    shared: Shared
    results: Screen
    problems: Screen
    listener: Listener | None = None

    @classmethod
    def of(cls, shared: Shared, screens: Screens) -> Invocation:
        """Make the run of a command."""
        if shared.json:
            return cls(shared, Screen.of(io.StringIO()), Screen.of(io.StringIO()))
        return cls(shared, screens.results, screens.problems, screens.listener)

    @property
    def folders(self) -> Folders:
        """Return the folders that the options name; the rest are under the root, by their usual names."""
        from generator.build.project import Folders, find_root

        given = self.shared
        try:
            under = Folders.under(given.root if given.root is not None else _near_path(find_root(Path.cwd())))
        except UsageError:
            if given.plans is None or given.templates is None or given.output is None:
                raise
            return Folders(given.plans, given.templates, given.output)
        named = (given.plans or under.plans, given.templates or under.templates, given.output or under.output)
        return Folders(*named, under.settings, None if given.templates else under.packaged)

    @property
    def settings(self) -> Outcome[Settings]:
        """The settings of the project; the defaults outside of one."""
        from generator.build.settings import Settings

        try:
            return self.folders.read_settings()
        except UsageError:
            return Outcome(Settings())

    @property
    def limits(self) -> RunLimits:
        """The limits of the project; the defaults where its settings are wrong."""
        settings = self.settings.value
        return settings.limits.run if settings else LIMITS

    def name(self, paths: Iterable[Path | str]) -> None:
        """Print the names of files or addresses, a line each and bare, for people and pipes alike."""
        for path in paths:
            print(path, file=self.results.stream, flush=True)

    def trace(self, tracebacks: Sequence[str]) -> None:
        """Print the tracebacks of bugs, for the maintainers of the program."""
        for text in tracebacks:
            print(text, file=sys.stderr)

    def finish(
        self, found: Sequence[Problem], result: object = None, *, closing: str | None = None, in_full: bool = False
    ) -> None:
        """Report the problems and, for programs, the result as one object; after `closing`, if any, the number of problems.

        Standing warnings are one line unless `in_full`.
        """
        if self.shared.json:
            print_object(found, result, self.limits)
            return
        shown = [each for each in found if in_full or not is_standing(each.code)]
        if self.listener is not None:
            self.listener(shown, result)
            return
        if shown:
            show(shown, self.problems, limits=self.limits)
        if standing := len(found) - len(shown):
            self.problems.say(STANDING.format(count=numeral(standing)))
        if closing is not None:
            self.problems.say(f"{closing}{counted(shown)}.")

    def fail(self, error: GeneratorError) -> int:
        """Report why the command cannot go on and return its exit code."""
        self.finish(error.problems)
        return error.exit_code


def print_object(found: Sequence[Problem], result: object, limits: RunLimits = LIMITS) -> None:
    """Print the one object for programs: its version, the problems, and the result (null when there is none)."""
    whole = {"version": VERSION, "problems": as_rows(bounded(found, limits)), "result": result}
    print(json.dumps(whole, ensure_ascii=False, indent=1), flush=True)


def code_of(found: Iterable[Problem], *, strict: bool = False) -> int:
    """Return the exit code of a run with these problems; `strict` counts warnings as errors."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in failing for each in found))


def _near_path(path: Path) -> Path:
    """Shorten a path as a person in this folder would write it, for the places in messages."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
