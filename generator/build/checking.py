"""Check a project up to the trees of its documents; what did not change since an earlier check is not rendered again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build import confirming, finals, pictures, undrawable
from generator.build import selection as selecting
from generator.build.document import DocumentBuilder
from generator.build.keying import Keys
from generator.build.keys import Key
from generator.build.planned import Planned
from generator.build.project import Project
from generator.build.results import OnProgress, unique
from generator.build.selection import Selection
from generator.checks import Finding
from generator.problems.errors import GeneratorError, Problem, Severity, worst
from generator.problems.messages import is_standing
from generator.reading.records import NEIGHBOURHOODS
from generator.style import looks
from generator.writing import drawing

_SORT = "check"
"""The sort of values in a store that are documents checked, each with the key that it had."""


def check(
    project: Project, names: Sequence[str] = (), on_progress: OnProgress = lambda *_: None, *, data_only: bool = False
) -> list[Problem]:
    """Find the problems of a project: of its looks, and of every document up to its tree and its figures.

    It says the same on every machine: no file of a face is opened, but for a look that names a face without recorded measures.

    With names only what concerns these neighbourhoods: their records, documents and gaps, and errors of what all share. With
    `data_only` no document is rendered.
    """
    folders = project.folders
    asked = selecting.of_project(project, Selection(names, with_samples=True))
    problems = of_data(project, asked.places)
    if project.planner is None or project.style is None:
        return problems
    problems += looks.unmeasured(folders.templates, project.look, folders.packaged)
    chosen = selecting.choose(project.planner, project.kinds, asked).documents
    if not data_only:
        problems += _Documents(project, asked).problems(chosen, on_progress)
    project.store.commit()
    return unique([*problems, *(found for planned in chosen for found in planned.gaps)])


def of_data(project: Project, places: Sequence[str]) -> list[Problem]:
    """Find the problems of the data and of all looks that concern some neighbourhoods, or any where none is named."""
    folders = project.folders
    of_all = looks.find(folders.templates, folders.packaged)
    others = (looks.load(folders.templates, name, folders.packaged)[1] for name in of_all)
    kept = project.kept.problems(project.workspace.finals) if project.workspace else ()
    found = unique([*project.problems, *(found for each in others for found in each), *kept])
    return concerning(found, folders.plans, places)


def concerning(found: Iterable[Problem], plans: Path, places: Sequence[str]) -> list[Problem]:
    """Return the problems of these neighbourhoods, errors of what all share, and standing ones; all where none is named."""
    return [each for each in found if not places or _concerns(each, plans, places)]


def _concerns(found: Problem, plans: Path, places: Sequence[str]) -> bool:
    if found.place is None or not found.place.file.is_relative_to(plans / NEIGHBOURHOODS):
        return found.severity is Severity.ERROR or is_standing(found.code)
    return found.place.file.relative_to(plans / NEIGHBOURHOODS).parts[:1] in [(place,) for place in places]


@dataclass(frozen=True, slots=True)
class _Checked:
    """What an earlier check found of a document, and the key that it had; the places of findings are looked up anew."""

    key: Key
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]


class _Documents:
    """Checks documents, and keeps what it finds."""

    def __init__(self, project: Project, asked: Selection) -> None:
        assert project.style is not None and project.workspace is not None, "it was looked for"
        self._project, self._style = project, project.style
        self._builder = DocumentBuilder.of(project, project.style, asked)
        self._keys = Keys(project, project.workspace, project.style, self._builder, None)

    def problems(self, chosen: Sequence[Planned], on_progress: OnProgress) -> Iterable[Problem]:
        """Yield the problems of some documents."""
        for done, planned in enumerate(chosen):
            on_progress(done, len(chosen), planned)
            kept: _Checked | None = self._project.store.get(_SORT, self._named(planned))
            if kept is not None and self._keys.of(planned, kept.key) == kept.key:
                yield from kept.problems
                yield from map(self._project.reading.positions.problem, kept.findings)
            else:
                yield from self._checked_anew(planned)

    def _named(self, planned: Planned) -> str:
        """Return the name of a document in the store; of templates elsewhere other places are told."""
        folders = self._project.folders
        return f"{planned.name}\0{folders.plans}\0{folders.templates}"

    def _checked_anew(self, planned: Planned) -> list[Problem]:
        assert self._project.planner is not None
        subject = self._project.planner.subject(planned).noting()
        try:
            document, told = self._builder.tree(subject)
            undrawn = self._builder.undrawn(document, subject)
            _, behind = finals.refused_blanks(document, subject)
            behind += confirming.outdated(document, subject)
            told = [*told, *drawing.faults(document, self._style)]
        except GeneratorError as error:
            return error.problems
        positions = self._project.reading.positions
        lacking = undrawable.problems(undrawn, positions)
        if not lacking and worst(told) is not Severity.ERROR:
            shown = pictures.digests(document, self._project.folders.plans, planned.place)
            kept = _Checked(self._keys.made(planned, subject.noted, shown), tuple(told), tuple(behind))
            self._project.store.put(_SORT, self._named(planned), kept, planned.name)
            self._project.store.commit()  # Else a build beside this check would wait for its end.
        return [*told, *map(positions.problem, behind), *lacking]
