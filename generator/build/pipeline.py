"""The facade: one function per command, the only part that knows every stage from a YAML value to paper.

plans/ --reading--> Workspace --subjects--> Subject --templating--> markup --reader--> tree
tree --passes--> tree --writing--> DOCX and PDF bytes --output--> files
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from generator.build import embedding, executors, finals, issuing, output, registrars, registry
from generator.build import selection as selecting
from generator.build.checking import check as check
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.intended import Intended
from generator.build.issuing import Issuing
from generator.build.judging import inspect as inspect
from generator.build.judging import renumber as renumber
from generator.build.making import Making
from generator.build.planned import Planned
from generator.build.planning import Subjects
from generator.build.project import Folders, Project, open_store
from generator.build.results import OnProgress, Result
from generator.build.results import unique as unique
from generator.build.selection import Choice
from generator.build.selection import Selection as Selection
from generator.build.subjects import Subject
from generator.build.workers import Warm, run
from generator.problems.errors import (
    DataError,
    GeneratorError,
    MachineError,
    Problem,
    Severity,
    TemplateError,
    UsageError,
    worst,
)
from generator.problems.limits import RunLimits
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.style import faces
from generator.style.style import Style
from generator.writing.writers import FORMATS, WRITERS, Format


def by_ids(project: Project, selection: Selection) -> Selection:
    """Return a selection with ids in the place of names; UsageError for a wrong name."""
    return selecting.of_project(project, selection)


def choose(project: Project, selection: Selection) -> Choice:
    """Choose the documents that a selection means, and name the kinds that are left out; UsageError for a wrong name."""
    asked = by_ids(project, selection)
    if project.planner is None:
        return Choice()
    return selecting.choose(project.planner, project.kinds, asked)


def select(project: Project, selection: Selection) -> list[Subject]:
    """List the subjects that a selection means, in the order of kinds and places; UsageError for a name that does not exist.

    DataError when one that was asked for by name cannot be built.
    """
    choice = choose(project, selection)
    selecting.demand(choice, selection)
    return [project.planner.subject(each) for each in choice.documents] if project.planner else []


def build(
    folders: Folders,
    selection: Selection,
    jobs: int,
    on_written: Callable[[Path], None] = lambda _: None,
    limits: RunLimits | None = None,
    on_progress: OnProgress = lambda *_: None,
    executor: Executor | Warm | None = None,
) -> Result:
    """Build what is selected and is not there as it would be made; a document with a problem is not written, every other is.

    `executor` takes the place of processes of this build alone.
    """
    is_new = not plainfiles.is_folder(folders.output)
    store = open_store(folders)
    try:
        return make(Project.read(folders, selection.look, store), selection, jobs, on_written, limits, on_progress, executor)
    except GeneratorError:
        store.close()
        if is_new:
            output.forget(folders.output)
        raise
    finally:
        store.close()


def make(
    project: Project,
    selection: Selection,
    jobs: int,
    on_written: Callable[[Path], None] = lambda _: None,
    limits: RunLimits | None = None,
    on_progress: OnProgress = lambda *_: None,
    executor: Executor | Warm | None = None,
) -> Result:
    """Build as `build` does, of a project that was read already."""
    folders, style = project.folders, _look_of(project)
    faces.activate(style.families())
    result = Result(problems=list(project.problems), choice=choose(project, selection))
    selecting.demand(result.choice, selection)
    project.store.commit()  # A check beside this build may keep what it finds, too.
    chosen = result.choice.documents
    if not chosen and worst(result.problems) is not Severity.ERROR:
        raise UsageError([problem("nothing-to-build")])
    ready = _finals(project, selection, result) if selection.final else chosen
    allowed = limits or project.settings.limits.run
    builder = DocumentBuilder.of(project, style, selection, _embedded(project, style, selection))
    with output.lock(folders.output):
        if unsettled := output.settle(folders.output):
            result.failed(unsettled, MachineError.exit_code)
        making = Making(project, builder, selection, result, on_written)
        waiting = making.waiting(ready)
        builder.engines.demand((each.kind.id for each in waiting), FORMATS if selection.final else selection.formats)
        builder = making.moment()

        def made_by(maker: DocumentBuilder, chosen: Sequence[Planned], formats: Sequence[Format]) -> Made:
            common = maker, Subjects(making.planner, chosen), formats, selection.final
            if isinstance(executor, Executor):
                return executors.run(executor, *common, allowed)
            return (executor.run if executor else run)(*common, jobs, allowed)

        with contextlib.closing(_pairs(making, waiting, builder, made_by)) as pairs:
            for planned, done in _announced(pairs, waiting, on_progress):
                making.put(planned, done)
        making.finish()
        if selection.final:
            result.problems += output.remaining_drafts(
                folders.output, ready, selection.formats, [*result.written, *result.current]
            )
    result.problems = unique([*result.problems, *([] if selection.final else gaps(chosen))])
    if worst(result.problems) is Severity.ERROR:
        result.exit_code = max(result.exit_code, 1)
    return result


def gaps(chosen: Iterable[Planned]) -> list[Problem]:
    """List what is not yet known of the chosen documents and would stop a final one, each at its place."""
    return [found for planned in chosen for found in planned.gaps]


def _finals(project: Project, selection: Selection, result: Result) -> list[Planned]:
    """Return the documents that can be final, and tell why the others cannot."""
    assert project.planner is not None, "it has a look and data"
    ready = []
    if broken := [*registry.faults(project)]:
        raise DataError([*broken, problem("register-broken")])
    for planned in result.choice.documents:
        subject = project.planner.subject(planned)
        refused = finals.refusal(subject, project.reading.positions, with_samples=selection.with_samples)
        result.problems += refused
        ready += [] if refused else [planned]
    return ready


def _embedded(project: Project, style: Style, selection: Selection) -> Mapping[str, faces.Face]:
    """Return the faces to put into the files of a build, none where no format takes any."""
    if not any(writer.takes_faces for writer in WRITERS if writer.format in selection.formats):
        return {}
    return embedding.chosen(style, project.settings.embed_faces, project.folders.settings)


Made = Generator[BuiltDocument, None, None]
MadeBy = Callable[[DocumentBuilder, Sequence[Planned], Sequence[Format]], Made]
Pair = tuple[Planned, BuiltDocument]


def _pairs(
    making: Making, waiting: Sequence[Planned], builder: DocumentBuilder, made_by: MadeBy
) -> Generator[Pair, None, None]:
    """Yield each document as it is made; a final when it is issued."""
    selection = making.selection
    if selection.final:
        registrar = registrars.find(making.project, selection.by)

        def run_final(intended: Mapping[str, Intended], chosen: Sequence[Planned]) -> Made:
            return made_by(replace(builder, intended=intended), chosen, FORMATS if intended else selection.formats)

        yield from Issuing(making, registrar, selection.on or issuing.today(), run_final).documents(waiting)
        if making.result.registered and not registrar.by:
            making.result.problems.append(problem("final-by-nobody"))
    else:
        with contextlib.closing(made_by(builder, waiting, selection.formats)) as made:
            yield from zip(waiting, made, strict=False)


def _announced(making: Iterable[Pair], ready: Sequence[Planned], on_progress: OnProgress) -> Iterator[Pair]:
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
