"""The facade: one function per command, the only part that knows every stage from a YAML value to paper.

plans/ --reading--> Workspace --subjects--> Subject --templating--> markup --reading.markup--> tree
tree --passes--> tree --writing--> DOCX and PDF bytes --output--> files
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import drawing, faces, kinds, looks, messages, output, plainfiles, subjects
from generator.assembly import Press, Produced, missing_facts
from generator.errors import DataError, GeneratorError, MachineError, Place, Problem, Severity, TemplateError, UsageError
from generator.kinds import Kind
from generator.limits import LIMITS, Limits
from generator.messages import meant, problem
from generator.model.workspace import Workspace
from generator.output import FORMATS, Format
from generator.reading import workspace as reading
from generator.reading.pictures import FOLDER as PICTURES
from generator.reading.records import NEIGHBOURHOODS
from generator.schema.build import schemas
from generator.schema.files import FOLDER as SCHEMAS
from generator.style import Style
from generator.subjects import Subject
from generator.telling import report
from generator.workers import run


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project keeps its data, templates and documents."""

    plans: Path
    templates: Path
    output: Path

    @classmethod
    def under(cls, root: Path) -> Folders:
        """The folders of a project by their settled names."""
        return cls(root / "plans", root / "templates" / "fa", root / "output")


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds `plans/`; UsageError when there is none."""
    for folder in (start, *start.parents):
        if plainfiles.is_folder(folder / "plans"):
            return folder
    raise UsageError([problem("no-root", None, path=start)])


@dataclass(frozen=True, slots=True)
class Selection:
    """What a build is asked for; empty sequences mean everything."""

    neighbourhoods: Sequence[str] = ()
    kinds: Sequence[str] = ()
    formats: Sequence[Format] = FORMATS
    final: bool = False
    with_samples: bool = False
    attach: bool = False
    """Whether the YAML files of a neighbourhood go into its PDFs."""
    look: str = looks.DEFAULT


@dataclass(frozen=True, slots=True)
class Project:
    """Everything read: data, kinds, look, and the problems met while reading."""

    folders: Folders
    reading: reading.Reading
    kinds: tuple[Kind, ...]
    style: Style | None
    problems: tuple[Problem, ...]

    @property
    def workspace(self) -> Workspace | None:
        """The data, or None when the catalogues themselves are wrong."""
        return self.reading.workspace


@dataclass(slots=True)
class Result:
    """What a command did: files written (in order), every problem, the tracebacks of bugs, and the worst exit code."""

    written: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    exit_code: int = 0

    def failed(self, problems: Iterable[Problem], exit_code: int) -> None:
        """Note what is wrong with one document."""
        self.problems += problems
        self.exit_code = max(self.exit_code, exit_code)


def read(folders: Folders, name: str = looks.DEFAULT) -> Project:
    """Read the whole project with a look by its name; never raises for wrong data, its problems are in the result."""
    for folder in (folders.plans, folders.templates):
        if not plainfiles.is_folder(folder):
            raise UsageError([problem("no-folder", None, path=folder)])
    data = reading.read(folders.plans)
    look, look_problems = looks.load(folders.templates, name)
    found, kind_problems = kinds.find_kinds(folders.templates)
    return Project(folders, data, tuple(found), look, (*data.problems, *look_problems, *kind_problems))


def check(folders: Folders, look: str = looks.DEFAULT) -> list[Problem]:
    """Read everything, the other looks too, and make every document up to its tree and its figures; write nothing."""
    project = read(folders, look)
    others = (looks.load(folders.templates, name)[1] for name in looks.find(folders.templates))
    problems = unique([*project.problems, *(found for each in others for found in each)])
    if project.workspace is None or project.style is None:
        return problems
    faces.activate(project.style.families(), project.style.aliases())
    press = Press(folders.templates, project.style, pictures=folders.plans / PICTURES)
    chosen = select(project, Selection(with_samples=True))
    for subject in chosen:
        try:
            document, found = press.tree(subject)
            problems += [*found, *drawing.faults(document, project.style)]
        except GeneratorError as error:
            problems += error.problems
    problems += outdated_schemas(project)
    return unique([*problems, *gaps(project, chosen)])


def write_schemas(folders: Folders, target: Path | None) -> list[Path]:
    """Write the schemas for editors, by default where the files of `plans/` look for them; DataError without data."""
    data = reading.read(folders.plans)
    if data.workspace is None:
        raise DataError(list(data.problems))
    folder = target or folders.plans / SCHEMAS
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=folder, reason=messages.reason(error))]) from None
    texts = schemas(data.workspace.catalogue)
    return [output.replace(folder / name, text.encode()) for name, text in texts.items()]


def outdated_schemas(project: Project) -> list[Problem]:
    """A warning when the schemas for editors no longer say what the catalogues do; a folder without them needs none."""
    folder = project.folders.plans / SCHEMAS
    if project.workspace is None or not plainfiles.is_folder(folder):
        return []
    wanted = schemas(project.workspace.catalogue)
    old = [name for name, text in wanted.items() if not _holds(folder / name, text)]
    return [problem("schemas-outdated", Place(folder), files="، ".join(old))] if old else []


def _holds(file: Path, text: str) -> bool:
    try:
        return plainfiles.read(file, len(text.encode()) + 1) == text.encode()
    except OSError:
        return False


def refuse_foreign(path: Path) -> None:
    """UsageError when a report would take the place of something that is no report."""
    try:
        known = report.SIGNATURE.encode() in plainfiles.read(path, 2048)
    except FileNotFoundError:
        return
    except OSError:  # A folder, a pipe, or a file of somebody else: no report of this program.
        known = False
    if not known:
        raise UsageError([problem("report-foreign", None, path=path)])


def write_report(problems: Sequence[Problem], path: Path) -> Path:
    """Write the problems as a page at a path that the user named."""
    return output.replace(path, report.page(problems).encode())


def sources(project: Project) -> dict[str, dict[str, bytes]]:
    """The YAML files that were read of each neighbourhood, as they lie, by its id and their names in its folder.

    A folder in it goes into the name with a hyphen. MachineError for a file that is not there any more.
    """
    found: dict[str, dict[str, bytes]] = {}
    for key, source in project.reading.positions.sources.items():
        folder, _, rest = key.partition("/")
        place, _, name = rest.partition("/")
        if folder == NEIGHBOURHOODS:
            try:
                found.setdefault(place, {})[name.replace("/", "-")] = plainfiles.read(source.file)
            except OSError as error:
                raise MachineError([problem("cannot-read", None, path=source.file, reason=messages.reason(error))]) from None
    return found


def inspect(paths: Iterable[Path], limits: Limits = LIMITS) -> Result:
    """What is wrong with built files, whoever built them; a folder means every DOCX and PDF in it.

    One that cannot be read or judged keeps back no other.
    """
    from generator.inspection import confined

    chosen: list[Path] = []
    for path in paths:
        inside = (each for suffix in FORMATS for each in path.rglob(f"*.{suffix}"))
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
    return [project.reading.positions.told(found) for subject in chosen for found in missing_facts(subject)]


def select(project: Project, selection: Selection) -> list[Subject]:
    """The subjects that a selection means, in the order of kinds and places; UsageError for a name that does not exist."""
    workspace = project.workspace
    if workspace is None:
        return []
    known = [dossier.id for dossier in workspace.dossiers]
    hidden = set(project.reading.broken)
    problems = [
        problem("unknown-neighbourhood", None, given=name, near=meant(name, known))
        for name in selection.neighbourhoods
        if name not in known and name not in hidden
    ]
    names = [kind.id for kind in project.kinds]
    problems += [
        problem("unknown-kind", None, given=name, near=meant(name, names), allowed="، ".join(names))
        for name in selection.kinds
        if name not in names
    ]
    if problems:
        raise UsageError(problems)
    wanted = [kind for kind in project.kinds if not selection.kinds or kind.id in selection.kinds]
    found = [
        subject
        for kind in wanted
        for subject in subjects.find(kind, workspace, with_samples=selection.with_samples)
        if not selection.neighbourhoods or subject.place in selection.neighbourhoods
    ]
    if selection.neighbourhoods and selection.kinds:
        _refuse_lacking(workspace, wanted, selection.neighbourhoods)
    return found


def _refuse_lacking(workspace: Workspace, wanted: Iterable[Kind], names: Iterable[str]) -> None:
    """A document asked for by name that cannot be built is a problem, not silence."""
    problems = []
    for dossier in workspace.dossiers:
        for kind in wanted:
            missing = subjects.lacking(kind, dossier)
            if dossier.id in names and kind.subject != "province" and missing:
                files = "، ".join(f"{name}.yaml" for name in missing)
                name = dossier.neighbourhood.name
                problems.append(problem("records-lacking", None, kind=kind.title, neighbourhood=name, files=files))
    if problems:
        raise DataError(problems)


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order met: one fault in a shared record would else be told by every document."""
    return list(dict.fromkeys(problems))


def build(
    folders: Folders,
    selection: Selection,
    jobs: int,
    tell: Callable[[Path], None] = lambda _: None,
    limits: Limits = LIMITS,
) -> Result:
    """Build what is selected; a document with a problem is not written, every other one is."""
    project = read(folders, selection.look)
    result = Result(problems=list(project.problems))
    if project.style is None:
        raise TemplateError(result.problems)
    if project.workspace is None:
        raise DataError(result.problems)
    faces.activate(project.style.families(), project.style.aliases())
    chosen = select(project, selection)
    if not chosen and not any(found.severity is Severity.ERROR for found in result.problems):
        raise UsageError([problem("nothing-to-build")])
    attached = sources(project) if selection.attach else {}
    press = Press(folders.templates, project.style, attached, folders.plans / PICTURES)
    making = run(press, chosen, selection.formats, selection.final, jobs, limits)
    with output.lock(folders.output), contextlib.closing(making):
        if unsettled := output.settle(folders.output):
            result.failed(unsettled, MachineError.exit_code)
        for done in making:
            result.failed(done.problems, done.exit_code)
            result.tracebacks += [done.traceback] if done.traceback else []
            _write(folders.output, done, result, tell)
    result.problems = unique([*result.problems, *gaps(project, chosen)])
    if any(found.severity is Severity.ERROR for found in result.problems):
        result.exit_code = max(result.exit_code, 1)
    return result


def _write(folder: Path, done: Produced, result: Result, tell: Callable[[Path], None]) -> None:
    """Put the files of one document in place; one that cannot be written keeps back no other."""
    for relative, data in done.files:
        try:
            result.written.append(output.write(folder, relative, data))
        except MachineError as error:
            result.failed(error.problems, error.exit_code)
        else:
            tell(result.written[-1])
