"""The facade: one function per command, the only part that knows every stage from a YAML value to paper.

plans/ --reading--> Workspace --subjects--> Subject --templating--> markup --reading.markup--> tree
tree --passes--> tree --writing--> DOCX and PDF bytes --output--> files
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.build import finals, output, undrawable
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
)
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.pictures import FOLDER as PICTURES
from generator.style import faces, looks
from generator.writing import drawing
from generator.writing.writers import WRITERS, Format


@dataclass(slots=True)
class Result:
    """What a command did: files written (in order), every problem, the tracebacks of bugs, the worst exit code, its choice."""

    written: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    exit_code: int = 0
    choice: Choice = field(default_factory=Choice)

    def failed(self, problems: Iterable[Problem], exit_code: int) -> None:
        """Note what is wrong with one document."""
        self.problems += problems
        self.exit_code = max(self.exit_code, exit_code)


def check(project: Project) -> list[Problem]:
    """Find the problems of a project: of its looks, and of every document up to its tree and its figures. Writes nothing."""
    folders = project.folders
    others = (looks.load(folders.templates, name)[1] for name in looks.find(folders.templates))
    problems = unique([*project.problems, *(found for each in others for found in each)])
    if project.workspace is None or project.style is None:
        return problems
    faces.activate(project.style.families(), project.style.aliases())
    pictures, limits = folders.plans / PICTURES, project.settings.limits.templates.limits
    builder = DocumentBuilder(folders.templates, project.style, pictures=pictures, limits=limits)
    chosen = select(project, Selection(with_samples=True))
    for subject in chosen:
        try:
            document, found = builder.tree(subject)
            undrawn = undrawable.find(document, project.style, subject)
            _, behind = finals.refused_blanks(document, subject)
            problems += [*found, *drawing.faults(document, project.style), *map(project.reading.positions.problem, behind)]
            problems += undrawable.problems(undrawn, project.reading.positions)
        except GeneratorError as error:
            problems += error.problems
    return unique([*problems, *gaps(project, chosen)])


def inspect(paths: Iterable[Path], limits: RunLimits = LIMITS) -> Result:
    """What is wrong with built files, whoever built them; a folder means every file in it of a format that can be judged.

    One that cannot be read or judged keeps back no other.
    """
    from generator.build import confined

    chosen: list[Path] = []
    for path in paths:
        inside = (each for writer in WRITERS if writer.inspected for each in path.rglob(f"*.{writer.format}"))
        files = sorted(inside) if plainfiles.is_folder(path) else [path]
        if not files:
            raise UsageError([problem("nothing-to-inspect", None, path=path)])
        chosen += files
    result = Result()
    for judged in confined.judge(chosen, limits):
        result.failed(judged.problems, judged.exit_code)
        result.tracebacks += [judged.traceback] if judged.traceback else []
    return result


def gaps(project: Project, chosen: Iterable[Subject]) -> list[Problem]:
    """What is not yet known of the chosen documents and would stop a final one, each at its place."""
    return [project.reading.positions.problem(found) for subject in chosen for found in finals.missing(subject)]


def choose(project: Project, selection: Selection) -> Choice:
    """The documents that a selection means, and the kinds that a neighbourhood does not get; UsageError for a wrong name."""
    if project.workspace is None:
        return Choice()
    return selecting.choose(project.workspace, project.reading.broken, project.kinds, selection)


def select(project: Project, selection: Selection) -> list[Subject]:
    """The documents that a selection means, in the order of kinds and places; UsageError for a name that does not exist.

    DataError when one that was asked for by name cannot be built.
    """
    choice = choose(project, selection)
    selecting.demand(choice, selection)
    return list(choice.subjects)


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order met: one fault in a shared record would else be told by every document."""
    return list(dict.fromkeys(problems))


def build(
    folders: Folders,
    selection: Selection,
    jobs: int,
    tell: Callable[[Path], None] = lambda _: None,
    limits: RunLimits | None = None,
) -> Result:
    """Build what is selected; a document with a problem is not written, every other one is."""
    project = Project.read(folders, selection.look)
    result = Result(problems=list(project.problems))
    if not project.is_configured:
        raise DataError(result.problems)
    if project.style is None:
        raise TemplateError(result.problems)
    if project.workspace is None:
        raise DataError(result.problems)
    faces.activate(project.style.families(), project.style.aliases())
    result.choice = choose(project, selection)
    selecting.demand(result.choice, selection)
    chosen = result.choice.subjects
    if not chosen and not any(found.severity is Severity.ERROR for found in result.problems):
        raise UsageError([problem("nothing-to-build")])
    refused = {output.name_of(each): _refusal(project, each, selection) if selection.final else [] for each in chosen}
    result.problems += [found for problems in refused.values() for found in problems]
    ready = [subject for subject in chosen if not refused[output.name_of(subject)]]
    attached = project.sources() if selection.attach else {}
    allowed = project.settings.limits
    builder = DocumentBuilder(folders.templates, project.style, attached, folders.plans / PICTURES, allowed.templates.limits)
    making = run(builder, ready, selection.formats, selection.final, jobs, limits or allowed.run)
    with output.lock(folders.output), contextlib.closing(making):
        if unsettled := output.settle(folders.output):
            result.failed(unsettled, MachineError.exit_code)
        for done in making:
            result.failed(_told(done, project), done.exit_code)
            result.tracebacks += [done.traceback] if done.traceback else []
            _write(folders.output, done, result, tell)
        if selection.final:
            result.problems += _drafts_beside(folders.output, ready, selection.formats, result.written)
    result.problems = unique([*result.problems, *([] if selection.final else gaps(project, chosen))])
    if any(found.severity is Severity.ERROR for found in result.problems):
        result.exit_code = max(result.exit_code, 1)
    return result


def _told(done: BuiltDocument, project: Project) -> list[Problem]:
    """The problems of one document, those of its records at their places."""
    positions = project.reading.positions
    behind = [replace(positions.problem(found), severity=Severity.ERROR) for found in done.findings]
    return [*undrawable.problems(done.undrawn, positions), *done.problems, *behind]


def _refusal(project: Project, subject: Subject, selection: Selection) -> list[Problem]:
    """Why a document cannot be final: that its data is a sample, or each thing that is missing, at its place."""
    name, positions = output.name_of(subject), project.reading.positions
    if subject.sample and not selection.with_samples:
        place = next(positions.place(key, ("sample",)) for key in finals.sample_records(subject))
        return [problem("final-of-sample", place, document=name)]
    missing = finals.missing(subject)
    if not missing:
        return []
    facts = "، ".join(dict.fromkeys(str(found.values["fact"]) for found in missing))
    # A draft can wait for them; of a final each is an error, and told with who is to give it.
    errors = [replace(positions.problem(found), severity=Severity.ERROR) for found in missing]
    return [problem("final-refused", None, document=name, facts=facts), *errors]


def _drafts_beside(
    root: Path, chosen: Iterable[Subject], formats: Iterable[Format], written: Sequence[Path]
) -> Iterator[Problem]:
    """That the draft of a final that was written is still there: it is left, since somebody may have filled it in."""
    for subject in chosen:
        for suffix in formats:
            final, draft = (root / output.path_of(subject, suffix, final=each) for each in (True, False))
            if final in written and draft.exists():
                yield problem("draft-beside-final", Place(draft), final=final.name)


def _write(folder: Path, done: BuiltDocument, result: Result, tell: Callable[[Path], None]) -> None:
    """Put the files of one document in place; one that cannot be written keeps back no other."""
    for relative, data in done.files:
        try:
            result.written.append(output.write(folder, relative, data))
        except MachineError as error:
            result.failed(error.problems, error.exit_code)
        else:
            tell(result.written[-1])
