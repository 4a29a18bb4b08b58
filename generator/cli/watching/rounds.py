"""One round after each change: the problems, then the documents that it touches."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import pipeline
from generator.build.output import path_of
from generator.build.planning import Planned
from generator.build.project import Folders, Project
from generator.cli.watching.pages import Board, Shown
from generator.problems.errors import GeneratorError, Problem, Severity
from generator.problems.messages import is_standing


@dataclass
class Rounds:
    """Checks and builds the documents of some names, again and again, with one process that stays warm."""

    folders: Folders
    names: Sequence[str]
    look: str | None
    board: Board
    _executor: ProcessPoolExecutor | None = field(default=None, init=False)

    @property
    def places(self) -> list[Path]:
        """What is watched: data, templates and settings."""
        settings = [self.folders.settings] if self.folders.settings else []
        return [self.folders.plans, self.folders.templates, *settings]

    def run(self, tell: Callable[[Sequence[Problem]], object]) -> list[Path]:
        """Tell the problems of the data, build what has changed, and put both on the board; what is wrong ends nothing."""
        asked = pipeline.Selection(tuple(self.names), formats=("pdf",), look=self.look)
        try:
            first = pipeline.check(Project.remembered(self.folders, self.look), asked.places, data_only=True)
            tell(_worth_telling(first))
            result = pipeline.build(self.folders, asked, 1, executor=self._warm())
        except GeneratorError as error:
            self._show([], [], error.problems)
            tell(error.problems)
            return []
        problems = _worth_telling([*first, *result.problems])
        self._show(result.choice.documents, [*result.written, *result.current], problems, result.written)
        tell(problems)
        return result.written

    def close(self) -> None:
        """End the process."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _warm(self) -> ProcessPoolExecutor:
        """Return the process that makes documents, a new one where it fell."""
        if self._executor is None or getattr(self._executor, "_broken", False):
            self.close()
            self._executor = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        return self._executor

    def _show(
        self, documents: Sequence[Planned], ready: Sequence[Path], problems: Sequence[Problem], written: Sequence[Path] = ()
    ) -> None:
        board, made, fresh = self.board, set(ready), set(written)
        with board.lock:
            known = {each.name: each for each in board.documents}
            for planned in documents:
                file = self.folders.output / path_of(planned, "pdf", final=False)
                if planned.name not in known and file.exists():
                    title = "، ".join(filter(None, (planned.place_name, planned.kind.title, planned.title)))
                    known[planned.name] = Shown(planned.name, title, file)
            asked = {planned.name for planned in documents}
            for shown in known.values():
                shown.version += shown.file in fresh
                shown.is_old = shown.file not in made if shown.name in asked or not documents else True
            board.documents = [*known.values()]
            board.problems = [*problems]
            board.round += 1


def _worth_telling(found: Sequence[Problem]) -> list[Problem]:
    """Return the problems without what is only not known yet, and what is said of the published data each time."""
    return [each for each in pipeline.unique(found) if each.severity is not Severity.GAP and not is_standing(each.code)]
