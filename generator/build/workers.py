"""Make the documents of a build in processes that can be killed: one task a document, each without effect on the others."""

from __future__ import annotations

import pickle
import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.processes import Bug, Lost, Pool, each, kept
from generator.build.subjects import Subject
from generator.persian import group
from generator.problems.errors import MachineError, Problem
from generator.problems.limits import MIB, RunLimits
from generator.problems.messages import problem, reason
from generator.style import faces
from generator.writing.writers import Format

Common = tuple[DocumentBuilder, Sequence[Format], bool]
"""What is common to the documents of a build: the builder, the formats, and whether they are final."""


def run(
    builder: DocumentBuilder, chosen: Sequence[Subject], formats: Sequence[Format], final: bool, jobs: int, limits: RunLimits
) -> Generator[BuiltDocument, None, None]:
    """Build every chosen document with `jobs` processes; one that is lost has a problem in the place of files.

    MachineError when the system gives no process at all.
    """
    common: Common = (builder, formats, final)
    try:
        for position, result in each(make, common, chosen, jobs, limits.document):
            yield in_place_of(result, chosen[position].name, limits)
    except OSError as error:
        raise MachineError([problem("no-process", None, reason=reason(error))]) from None


@dataclass
class Warm:
    """Processes that stay from one build to the next, with all that they have loaded; each can be killed as any other."""

    _stack: ExitStack = field(default_factory=ExitStack, init=False)
    _pool: tuple[Pool, object] | None = field(default=None, init=False)
    """With what it was begun by."""

    def run(
        self,
        builder: DocumentBuilder,
        chosen: Sequence[Subject],
        formats: Sequence[Format],
        final: bool,
        jobs: int,
        limits: RunLimits,
    ) -> Generator[BuiltDocument, None, None]:
        """Build as `run` does."""
        common = pickle.dumps((builder, formats, final))
        try:
            pool = self._kept(jobs, limits)
            try:
                with closing(pool.results(_Tasks(common, chosen))) as results:
                    for position, result in results:
                        yield in_place_of(result, chosen[position].name, limits)
            finally:
                pool.rest()
        except OSError as error:
            raise MachineError([problem("no-process", None, reason=reason(error))]) from None

    def _kept(self, jobs: int, limits: RunLimits) -> Pool:
        given = jobs, limits.document
        if self._pool is None or self._pool[1] != given:
            self.end()
            self._pool = self._stack.enter_context(kept(_made, None, jobs, limits.document)), given
        return self._pool[0]

    def end(self) -> None:
        """End the processes."""
        self._pool = None
        self._stack.close()


class _Tasks(Sequence[tuple[bytes, Subject]]):
    """Each subject with what is common to all, since a process that stays does not know it yet."""

    def __init__(self, common: bytes, chosen: Sequence[Subject]) -> None:
        self._common, self._chosen = common, chosen

    def __len__(self) -> int:
        return len(self._chosen)

    def __getitem__(self, position: Any) -> Any:
        return self._common, self._chosen[position]


def _made(_: None, task: tuple[bytes, Subject]) -> BuiltDocument:
    common, subject = task
    return make(prepared(common), subject)


@lru_cache(maxsize=1)
def prepared(common: bytes) -> Common:
    """Return what is common to the documents of a build, made once for each in a process."""
    given: Common = pickle.loads(common)  # From the one who gives this process its work.
    faces.activate(given[0].style.families())
    return given


def make(common: Common, subject: Subject) -> BuiltDocument:
    """Make the document of a subject."""
    builder, formats, final = common
    begun = time.perf_counter()
    done = builder.build(subject, formats, final=final)
    return replace(done, seconds=time.perf_counter() - begun)


def in_place_of(result: BuiltDocument | Bug | Lost, name: str, limits: RunLimits) -> BuiltDocument:
    """Return the outcome for the document of a name: what was made, or the problems of one that was not."""
    if isinstance(result, BuiltDocument):
        return result
    not_built = problem("not-built", None, document=name)
    if isinstance(result, Bug):
        found = problem("document-bug", None, document=name)
        return BuiltDocument(problems=(found, not_built), exit_code=70, traceback=result.traceback)
    return BuiltDocument(problems=(_problem_of(result, name, limits), not_built), exit_code=MachineError.exit_code)


def _problem_of(lost: Lost, name: str, limits: RunLimits) -> Problem:
    if lost is Lost.SLOW:
        return problem("document-slow", None, document=name, limit=group(round(limits.document.seconds)))
    if lost is Lost.LARGE:
        return problem("document-large", None, document=name, limit=group(limits.document.memory // MIB))
    return problem("worker-lost", None, document=name)
