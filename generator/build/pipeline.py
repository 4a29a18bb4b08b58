"""The facade: one function per command, the only part that knows every stage from a YAML value to paper.

plans/ --reading--> Workspace --subjects--> Subject --templating--> markup --reader--> tree
tree --passes--> tree --writing--> DOCX and PDF bytes --output--> files
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import confirming, embedding, finals, naming, output, undrawable
from generator.build import selection as selecting
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.project import Folders, Project
from generator.build.selection import Choice
from generator.build.selection import Selection as Selection
from generator.build.subjects import Subject
from generator.build.workers import run
from generator.problems.errors import (
    DataError,
    GeneratorError,
    MachineError,
    Place,
    Problem,
    Severity,
    TemplateError,
    UsageError,
    worst,
)
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import is_standing, problem
from generator.reading import plainfiles
from generator.reading.pictures import FOLDER as PICTURES
from generator.reading.positions import Positions
from generator.reading.records import NEIGHBOURHOODS
from generator.style import faces, looks
from generator.style.style import Style
from generator.writing import drawing
from generator.writing.writers import WRITERS

if TYPE_CHECKING:  # Judging files loads pikepdf, for which a check does not wait.
    from generator.inspection import Layout
    from generator.renumbering import Renumbered


@dataclass(slots=True)
class Result:
    """The result of a command: files written (in order), problems, tracebacks of bugs, the worst exit code, its choice.

    `inspected` are the files that were judged, `layouts` what they name of their pages.
    """

    written: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    exit_code: int = 0
    choice: Choice = field(default_factory=Choice)
    inspected: list[Path] = field(default_factory=list)
    layouts: dict[Path, Layout] = field(default_factory=dict)

    def failed(self, problems: Iterable[Problem], exit_code: int) -> None:
        """Add the problems of one document."""
        self.problems += problems
        self.exit_code = max(self.exit_code, exit_code)


OnProgress = Callable[[int, int, Subject], None]
"""Receives how many documents are done, of how many, and which one is next."""


def check(project: Project, names: Sequence[str] = (), on_progress: OnProgress = lambda *_: None) -> list[Problem]:
    """Find the problems of a project: of its looks, and of every document up to its tree and its figures. Writes nothing.

    It says the same on every machine: no file of a face is opened, but for a look that names a face without recorded measures.

    With names only what concerns these neighbourhoods: their records, documents and gaps, and errors of what all share.
    """
    folders = project.folders
    asked = by_ids(project, Selection(names, with_samples=True))
    of_all = looks.find(folders.templates, folders.packaged)
    others = (looks.load(folders.templates, name, folders.packaged)[1] for name in of_all)
    problems = unique([*project.problems, *(found for each in others for found in each)])
    problems = [found for found in problems if not names or _concerns(found, folders.plans, asked.places)]
    if project.workspace is None or project.style is None:
        return problems
    problems += looks.unmeasured(folders.templates, project.look, folders.packaged)
    builder = builder_of(project, project.style, asked)
    chosen = choose(project, asked).subjects
    for done, subject in enumerate(chosen):
        on_progress(done, len(chosen), subject)
        try:
            document, found = builder.tree(subject)
            undrawn = builder.undrawn(document, subject)
            _, behind = finals.refused_blanks(document, subject)
            behind += confirming.outdated(document, subject)
            problems += [*found, *drawing.faults(document, project.style), *map(project.reading.positions.problem, behind)]
            problems += undrawable.problems(undrawn, project.reading.positions)
        except GeneratorError as error:
            problems += error.problems
    return unique([*problems, *gaps(project, chosen)])


def _concerns(found: Problem, plans: Path, places: Sequence[str]) -> bool:
    """Return whether a problem is one of these neighbourhoods, an error of what all share, or a standing one."""
    if found.place is None or not found.place.file.is_relative_to(plans / NEIGHBOURHOODS):
        return found.severity is Severity.ERROR or is_standing(found.code)
    return found.place.file.relative_to(plans / NEIGHBOURHOODS).parts[:1] in [(place,) for place in places]


def inspect(paths: Iterable[Path], limits: RunLimits = LIMITS) -> Result:
    """Find what is wrong with built files, also of other programs; a folder means every file in it that can be judged.

    One that cannot be read or judged keeps back no other.
    """
    from generator.build import confined

    chosen: list[Path] = []
    for path in paths:
        suffixes = dict.fromkeys(writer.format for writer in WRITERS if writer.inspected)
        inside = (each for suffix in suffixes for each in path.rglob(f"*.{suffix}"))
        of_people = (each for each in inside if not plainfiles.is_byproduct(each.name))
        files = sorted(of_people) if plainfiles.is_folder(path) else [path]
        if not files:
            raise UsageError([problem("nothing-to-inspect", None, path=path)])
        chosen += files
    result = Result(inspected=chosen)
    for path, judged in zip(chosen, confined.judge(chosen, limits), strict=True):
        result.layouts |= {path: judged.layout} if any(judged.layout) else {}
        result.failed(judged.problems, judged.exit_code)
        result.tracebacks += [judged.traceback] if judged.traceback else []
    return result


def renumber(path: Path, target: Path, limits: RunLimits = LIMITS, *, force: bool = False) -> tuple[Result, Renumbered | None]:
    """Put the numbers of a contract right in a new file, unless all of them are; over one that is there only by `force`."""
    from generator.build import confined

    if plainfiles.real(target) == plainfiles.real(path):
        raise UsageError([problem("renumber-over-itself", Place(path))])
    if target.exists() and not force:
        raise UsageError([problem("renumber-exists", None, path=target)])
    done = confined.renumber(path, limits)
    result = Result()
    if isinstance(done, confined.Judged):
        result.failed(done.problems, done.exit_code or 1)
        result.tracebacks += [done.traceback] if done.traceback else []
        return result, None
    if done.changes:
        result.written.append(output.replace(target, done.data))
    doubts = [problem(doubt.code, Place(path), where=doubt.where, text=doubt.text) for doubt in done.doubts]
    result.failed(doubts, 0)
    return result, done


def gaps(project: Project, chosen: Iterable[Subject]) -> list[Problem]:
    """List what is not yet known of the chosen documents and would stop a final one, each at its place."""
    return [project.reading.positions.problem(found) for subject in chosen for found in finals.missing(subject)]


def by_ids(project: Project, selection: Selection) -> Selection:
    """Return a selection with ids in the place of names; UsageError for a wrong name."""
    return selecting.by_ids(naming.neighbourhoods(project.reading), project.kinds, selection)


def choose(project: Project, selection: Selection) -> Choice:
    """Choose the documents that a selection means, and name the kinds that are left out; UsageError for a wrong name."""
    asked = by_ids(project, selection)
    if project.workspace is None:
        return Choice()
    return selecting.choose(project.workspace, project.reading.broken, project.kinds, asked)


def select(project: Project, selection: Selection) -> list[Subject]:
    """List the documents that a selection means, in the order of kinds and places; UsageError for a name that does not exist.

    DataError when one that was asked for by name cannot be built.
    """
    choice = choose(project, selection)
    selecting.demand(choice, selection)
    return list(choice.subjects)


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Keep each problem once, in the order met: every document would report a fault in a shared record again."""
    return list(dict.fromkeys(problems))


def build(
    folders: Folders,
    selection: Selection,
    jobs: int,
    on_written: Callable[[Path], None] = lambda _: None,
    limits: RunLimits | None = None,
    on_progress: OnProgress = lambda *_: None,
) -> Result:
    """Build what is selected; a document with a problem is not written, every other one is."""
    project = Project.read(folders, selection.look)
    style = _look_of(project)
    faces.activate(style.families())
    result = Result(problems=list(project.problems), choice=choose(project, selection))
    selecting.demand(result.choice, selection)
    chosen = result.choice.subjects
    if not chosen and worst(result.problems) is not Severity.ERROR:
        raise UsageError([problem("nothing-to-build")])
    ready = list(chosen)
    if selection.final:
        positions = project.reading.positions
        refused = {each.name: finals.refusal(each, positions, with_samples=selection.with_samples) for each in chosen}
        result.problems += chain.from_iterable(refused.values())
        ready = [subject for subject in chosen if not refused[subject.name]]
    allowed = project.settings.limits
    builder = builder_of(project, style, selection, _embedded(project, style, selection))
    builder.engines.demand((subject.kind.id for subject in ready), selection.formats)
    making = run(builder, ready, selection.formats, selection.final, jobs, limits or allowed.run)
    with output.lock(folders.output), contextlib.closing(making):
        if unsettled := output.settle(folders.output):
            result.failed(unsettled, MachineError.exit_code)
        for done in _announced(making, ready, on_progress):
            result.failed(_problems_of(done, project.reading.positions), done.exit_code)
            result.tracebacks += [done.traceback] if done.traceback else []
            _write(folders.output, done, result, on_written)
        if selection.final:
            result.problems += output.remaining_drafts(folders.output, ready, selection.formats, result.written)
    result.problems = unique([*result.problems, *([] if selection.final else gaps(project, chosen))])
    if worst(result.problems) is Severity.ERROR:
        result.exit_code = max(result.exit_code, 1)
    return result


def _embedded(project: Project, style: Style, selection: Selection) -> Mapping[str, faces.Face]:
    """Return the faces to put into the files of a build, none where no format takes any."""
    if not any(writer.takes_faces for writer in WRITERS if writer.format in selection.formats):
        return {}
    return embedding.chosen(style, project.settings.embed_faces, project.folders.settings)


def builder_of(
    project: Project, style: Style, selection: Selection, embedded: Mapping[str, faces.Face] | None = None
) -> DocumentBuilder:
    """Return what makes the documents of a project."""
    folders, settings = project.folders, project.settings
    return DocumentBuilder(
        folders.templates,
        style,
        project.sources() if selection.attach else {},
        folders.plans / PICTURES,
        settings.limits.templates.limits,
        folders.packaged,
        settings.engines(selection.engine),
        embedded or {},
    )


def _announced(making: Iterable[BuiltDocument], ready: Sequence[Subject], on_progress: OnProgress) -> Iterator[BuiltDocument]:
    """Pass the documents on, announcing each before it is made."""
    if ready:
        on_progress(0, len(ready), ready[0])
    for count, done in enumerate(making, 1):
        yield done
        if count < len(ready):
            on_progress(count, len(ready), ready[count])


def _look_of(project: Project) -> Style:
    """Return the look of a project that can be built; the error of its exit code when it cannot."""
    if not project.is_configured:
        raise DataError(list(project.problems))
    if project.style is None:
        raise TemplateError(list(project.problems))
    if project.workspace is None:
        raise DataError(list(project.problems))
    return project.style


def _problems_of(done: BuiltDocument, positions: Positions) -> list[Problem]:
    """List the problems of one document, those of its records at their places."""
    behind = [positions.problem(found) for found in done.findings]
    if done.exit_code:  # What a draft can wait for has stopped this one.
        behind = [replace(found, severity=Severity.ERROR) for found in behind]
    return [*undrawable.problems(done.undrawn, positions), *done.problems, *behind]


def _write(folder: Path, done: BuiltDocument, result: Result, on_written: Callable[[Path], None]) -> None:
    """Put the files of one document in place; one that cannot be written keeps back no other."""
    for relative, data in done.files:
        try:
            result.written.append(output.write(folder, relative, data))
        except MachineError as error:
            result.failed(error.problems, error.exit_code)
        else:
            on_written(result.written[-1])
