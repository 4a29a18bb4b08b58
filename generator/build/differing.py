"""The changes of a document's records since its last final, and between two finals, for `sanad diff`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.build import changes, pipeline
from generator.build.changes import Change
from generator.build.issuing import records_of
from generator.build.project import Folders, Project
from generator.model.known import NotListedError
from generator.model.records.register import Entry
from generator.problems.errors import DataError, UsageError
from generator.problems.messages import problem


@dataclass(frozen=True, slots=True)
class Differing:
    """Two states of a document: a final, and a later one (None: the records as they are now)."""

    old: Entry
    new: Entry | None
    changes: tuple[Change, ...]


def of_document(folders: Folders, name: str) -> Differing | None:
    """Compare the records of a document as they are with those of its last final; None where it has none.

    UsageError for a name that means no document, or several.
    """
    project = Project.remembered(folders)
    if project.workspace is None:
        raise DataError(list(project.problems))
    chosen = pipeline.choose(project, pipeline.Selection((name,), with_samples=True)).documents
    if len(chosen) != 1:
        raise UsageError([problem("show-several", None, given=name, documents="، ".join(each.name for each in chosen))])
    last = project.workspace.finals.last(chosen[0].name)
    if last is None or project.planner is None:
        return None
    now = records_of(project, project.planner.subject(chosen[0]))
    return Differing(last, None, changes.between(project.kept.records(last.about), now))


def of_numbers(folders: Folders, one: str, other: str) -> Differing | None:
    """Compare the records of two finals by their numbers, the earlier one first; None where the register lacks one."""
    project = Project.remembered(folders)
    register = project.workspace.finals if project.workspace else None
    if register is None:
        raise DataError(list(project.problems))
    try:
        first, second = sorted((register.final(one), register.final(other)), key=lambda each: (each.date, each.version or 0))
    except NotListedError:
        return None
    return Differing(first, second, changes.between(project.kept.records(first.about), project.kept.records(second.about)))
