"""Make the documents of a build in processes that can be killed: one task a document, each without effect on the others."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace

from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.processes import Bug, Lost, each
from generator.build.subjects import Subject
from generator.persian import group
from generator.problems.errors import MachineError, Problem
from generator.problems.limits import MIB, RunLimits
from generator.problems.messages import problem, reason
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
