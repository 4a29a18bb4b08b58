"""One round after each edit: first the problems of the data, then the documents that it touches, as drafts."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import checking, output, pipeline
from generator.build.document import DocumentBuilder
from generator.build.planned import Planned
from generator.build.planning import Subjects
from generator.build.project import Folders, Project, open_store
from generator.build.results import Result
from generator.build.workers import Warm
from generator.cli.reporting.report import articles
from generator.cli.watching.board import Board, Shown, State
from generator.cli.watching.telling import Telling
from generator.problems.errors import GeneratorError, MachineError, Problem, Severity
from generator.problems.messages import is_standing
from generator.writing.writers import Format

_FORMAT: Format = "pdf"
"""What a browser can show; Word files are made by `sanad build`."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a round: the files made, the traceback of bugs, and whether the machine alone kept it from its end."""

    written: Sequence[Path] = ()
    tracebacks: Sequence[str] = ()
    try_again: bool = False


@dataclass
class Rounds:
    """Checks and makes the documents of some names, again and again, with a process that stays warm."""

    folders: Folders
    names: Sequence[str]
    look: str | None
    board: Board
    telling: Telling
    _warm: Warm = field(default_factory=Warm, init=False)
    _is_warm: bool = field(default=False, init=False)
    _jobs: int = field(default_factory=lambda: os.cpu_count() or 1, init=False)

    @property
    def places(self) -> list[Path]:
        """What is watched: data, templates and settings."""
        settings = [self.folders.settings] if self.folders.settings else []
        return [self.folders.plans, self.folders.templates, *settings]

    def begin(self) -> None:
        """Show which documents there will be; UsageError where a name means nothing, or there is no project."""
        project = Project.remembered(self.folders, self.look)
        self.board.show(map(self._shown, pipeline.choose(project, self._selection()).documents))

    def run(self) -> Done:
        """Tell the problems of the data, make what has changed, show both; what is wrong in the project ends nothing."""
        self.board.begin()
        with closing(open_store(self.folders)) as store:
            try:
                return self._make(Project.read(self.folders, self.look, store))
            except GeneratorError as error:
                self._finish(error.problems, {})
                return Done(try_again=isinstance(error, MachineError))

    def end(self) -> None:
        """End the process."""
        self._warm.end()

    def _selection(self) -> pipeline.Selection:
        return pipeline.Selection(tuple(self.names), formats=(_FORMAT,), look=self.look)

    def _make(self, project: Project) -> Done:
        asked = pipeline.by_ids(project, self._selection())
        found = _worth_telling(checking.of_data(project, asked.places))
        self.telling.begin(found)
        self.board.tell(articles(found, self.telling.limits))
        try:
            self.board.show(map(self._shown, pipeline.choose(project, asked).documents))
            made = pipeline.make(project, asked, self._jobs, self.board.renew, executor=self._warm)
        except GeneratorError as error:
            self._finish([*found, *checking.concerning(error.problems, self.folders.plans, asked.places)], {})
            return Done(try_again=isinstance(error, MachineError))
        of_project = set(project.problems)
        self._finish([*found, *(each for each in made.problems if each not in of_project)], self._states(made))
        self._warm_up(project, asked, made)
        return Done(made.written, made.tracebacks, made.exit_code == MachineError.exit_code)

    def _warm_up(self, project: Project, asked: pipeline.Selection, made: Result) -> None:
        """Let one document be made for nothing where none was, so that the next one finds all loaded."""
        if not made.written and not self._is_warm and project.planner and project.style and made.choice.documents:
            builder = DocumentBuilder.of(project, project.style, asked)
            subjects = Subjects(project.planner, made.choice.documents[:1])
            deque(self._warm.run(builder, subjects, asked.formats, False, self._jobs, project.settings.limits.run), maxlen=0)
        self._is_warm = True

    def _shown(self, planned: Planned) -> Shown:
        title = "، ".join(filter(None, (planned.kind.title, planned.title)))
        file = self._file(planned)
        state = State.FRESH if file.exists() else State.ABSENT  # As far as is known before it is made.
        return Shown(planned.name, title, planned.place_name, file, state)

    def _file(self, planned: Planned) -> Path:
        return self.folders.output / output.path_of(planned, _FORMAT, final=False)

    def _states(self, made: Result) -> dict[str, State]:
        ready = {*made.written, *made.current}
        return {each.name: State.FRESH for each in made.choice.documents if self._file(each) in ready}

    def _finish(self, found: Iterable[Problem], states: dict[str, State]) -> None:
        told = _worth_telling(found)
        self.telling.finish(told)
        self.board.tell(articles(told, self.telling.limits))
        self.board.finish(states)


def _worth_telling(found: Iterable[Problem]) -> list[Problem]:
    """Return the problems without what is only not known yet, and what is said of the published data each time."""
    return [each for each in pipeline.unique(found) if each.severity is not Severity.GAP and not is_standing(each.code)]
