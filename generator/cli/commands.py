"""The commands of `sanad`: each asks the pipeline, prints in Persian and returns the exit code."""

from __future__ import annotations

import argparse
import datetime
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring import formatting, init, new
from generator.authoring.init import copies
from generator.authoring.schema import folder as schemas
from generator.build import pipeline, selection, standing
from generator.build.output import path_of
from generator.build.project import Folders, Project, find_root
from generator.build.settings import Settings
from generator.cli import due, states
from generator.cli.reporting import report as reports
from generator.cli.reporting.cards import counted, show
from generator.cli.reporting.layout import Direction, Line
from generator.cli.reporting.terminal import Screen
from generator.model.records.workspace import Workspace
from generator.persian import JalaliDate, Refused, numeral, parse_date
from generator.problems.errors import DataError, Problem, Severity, TemplateError, UsageError
from generator.problems.limits import RunLimits
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.problems.sentences.command import BEGUN, RENEWED, UNTOLD
from generator.style import faces, looks
from generator.writing.writers import FORMATS

LISTS = ("kinds", "looks", "neighbourhoods", "agencies", "documents", "due", "states")
"""The lists of `sanad list`."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """One run of the command: its options, and the screens for results and for problems."""

    options: argparse.Namespace
    results: Screen
    problems: Screen

    @property
    def folders(self) -> Folders:
        """Return the folders that the options name; the rest are under the root, by their usual names."""
        given = self.options
        try:
            under = Folders.under(given.root if given.root is not None else _near_path(find_root(Path.cwd())))
        except UsageError:
            if None in (given.plans, given.templates, given.output):
                raise
            return Folders(given.plans, given.templates, given.output)
        named = (given.plans or under.plans, given.templates or under.templates, given.output or under.output)
        return Folders(*named, under.settings, None if given.templates else under.packaged)

    @property
    def settings(self) -> Outcome[Settings]:
        """The settings of the project; the defaults outside of one."""
        try:
            return self.folders.read_settings()
        except UsageError:
            return Outcome(Settings())

    @property
    def limits(self) -> RunLimits:
        """The limits of the project; the defaults where its settings are wrong."""
        return (self.settings.value or Settings()).limits.run

    def report(self, found: Sequence[Problem], closing: str = "") -> None:
        """Print problems, then how many there are; for programs only the problems."""
        show(found, self.problems, for_programs=self.options.json, limits=self.limits)
        if not self.options.json:
            self.problems.say(f"{closing}{counted(found)}.")

    def trace(self, tracebacks: Sequence[str]) -> None:
        """Print the tracebacks of bugs, for the maintainers of the program."""
        for text in tracebacks:
            print(text, file=self.problems.stream)

    def code(self, found: Sequence[Problem]) -> int:
        """Return the exit code of a run with these problems."""
        failing = {Severity.ERROR, Severity.WARNING} if self.options.strict else {Severity.ERROR}
        return int(any(each.severity in failing for each in found))


def _near_path(path: Path) -> Path:
    """Shorten a path as a person in this folder would write it, for the places in messages."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _jobs(given: str | None) -> int:
    if given is None:
        return os.cpu_count() or 1
    if not given.isdecimal() or not 1 <= int(given) <= 64:
        raise UsageError([problem("bad-number", None, given=given, option="--jobs")])
    return int(given)


def _build(invocation: Invocation) -> int:
    given = invocation.options
    wrong = [name for name in given.format if name not in FORMATS]
    if wrong:
        raise UsageError([problem("unknown-format", None, given=name, allowed=" و ".join(FORMATS)) for name in wrong])
    chosen = tuple(name for name in FORMATS if not given.format or name in given.format)
    asked = pipeline.Selection(given.names, given.kind, chosen, given.final, given.with_samples, given.attach, given.look)
    result = pipeline.build(invocation.folders, asked, _jobs(given.jobs), lambda path: print(path, flush=True))
    invocation.trace(result.tracebacks)
    if not given.json:
        invocation.problems.show(Line(line) for line in selection.lines(result.choice, given.names))
    invocation.report(result.problems, f"{numeral(len(result.written))} پرونده ساخته شد؛ ")
    return result.exit_code or invocation.code(result.problems)


def _check(invocation: Invocation) -> int:
    report = invocation.options.report
    if report is not None:
        reports.refuse_foreign(report)
    checked = Project.read(invocation.folders, invocation.options.look)
    problems = pipeline.unique([*pipeline.check(checked), *schemas.outdated(checked), *copies.outdated(checked.folders)])
    if report is not None:
        reports.write(problems, report, invocation.limits)
    told, untold = (problems, 0) if invocation.options.json else standing.apart(checked.folders, problems)
    invocation.report(told, UNTOLD.format(count=numeral(untold)) if untold else "")
    if report is not None:
        print(report)
    return invocation.code(problems)


def _list(invocation: Invocation) -> int:
    given = invocation.options
    what = given.names[0] if given.names else "documents"
    project = Project.read(invocation.folders)
    if what in ("due", "states") and project.workspace is not None:
        return _list_dossiers(invocation, project, project.workspace)
    if what == "kinds":
        origins = ["" if given.json else f" ({copies.ORIGINS[copies.origin(project.folders, kind)]})" for kind in project.kinds]
        rows = [(kind.id, kind.title + origin) for kind, origin in zip(project.kinds, origins, strict=True)]
    elif what == "looks":
        rows = [
            (name, "، ".join(found))
            for name, found in looks.families(invocation.folders.templates, invocation.folders.packaged).items()
        ]
    elif project.workspace is None:
        invocation.report(project.problems)
        return 1
    elif what == "neighbourhoods":
        rows = [(dossier.id, dossier.neighbourhood.name) for dossier in project.workspace.dossiers]
    elif what == "agencies":
        rows = [(agency.id, agency.name) for agency in project.workspace.catalogue.agencies]
    elif what == "documents":
        return _list_documents(invocation, project)
    else:
        near = meant(what, LISTS)
        raise UsageError([problem("unknown-command", None, given=f"list {what}", allowed="، ".join(LISTS), near=near)])
    if given.json:
        print(json.dumps([{"name": name, "title": title} for name, title in rows], ensure_ascii=False, indent=1))
    else:
        invocation.results.table(rows)
    return 0


def _list_documents(invocation: Invocation, project: Project) -> int:
    """Print the drafts that a build would write, and the kinds of document that a neighbourhood does not get."""
    names = invocation.options.names[1:]
    choice = pipeline.choose(project, pipeline.Selection(names, with_samples=invocation.options.with_samples))
    if invocation.options.json:
        print(selection.as_json(choice))
    else:
        invocation.results.table(
            [(str(path_of(each, suffix, final=False)), "") for each in choice.subjects for suffix in FORMATS]
        )
        invocation.problems.show(Line(line) for line in selection.lines(choice, names))
    return 0


def _list_dossiers(invocation: Invocation, project: Project, workspace: Workspace) -> int:
    """Print what is due in some neighbourhoods or all, or their states; problems of those that cannot be read follow."""
    what, *names = invocation.options.names
    known = {dossier.id for dossier in workspace.dossiers}
    broken = [name for name in project.reading.broken if not names or name in names]
    strange = [name for name in names if name not in known and name not in broken]
    if strange:
        raise UsageError([problem("unknown-neighbourhood", None, given=name, near=meant(name, known)) for name in strange])
    # A report that cannot be read would count as owed, and its state as not reached.
    dossiers = [each for each in workspace.dossiers if each.id not in broken and (not names or each.id in names)]
    if what == "due":
        day = _day(invocation.options.on)
        found = due.items(dossiers, workspace.catalogue, day)
        text, lines = due.as_json(found), due.lines(found, day)
    else:
        order = project.settings.steps
        text, lines = states.as_json(dossiers, order), states.lines(dossiers, project.reading.positions, order)
    if invocation.options.json:
        print(text)
    else:
        invocation.results.show(lines)
    if not broken:
        return 0
    invocation.report([each for each in project.problems if each.severity is Severity.ERROR])
    return 1


def _day(given: str | None) -> JalaliDate:
    """Return the day that is asked about, today when none is given."""
    if given is None:
        return JalaliDate.from_gregorian(datetime.date.today())
    try:
        return parse_date(given)
    except Refused as refused:
        raise UsageError([problem(refused.code, None, where="", **refused.values)]) from None


def _format(invocation: Invocation) -> int:
    given = invocation.options
    result = formatting.run(invocation.folders.plans, [Path(name) for name in given.names], write=given.write)
    for diff in result.diffs:
        invocation.results.show(Line(row, direction=Direction.LTR) for row in diff.text.split("\n"))
    values, files = (numeral(count) for count in (sum(diff.values for diff in result.diffs), len(result.diffs)))
    done = f"{values} متن در {files} پرونده ویرایش شد" if given.write else f"{values} متن در {files} پرونده ویرایش می‌خواهد"
    how = "؛ برای نوشتن آن‌ها «--write» را بیفزایید" if result.diffs and not given.write else ""
    found = [*result.errors, *result.warnings]
    invocation.report(found, f"{done}{how}. " if result.diffs else "متنی برای ویرایش نبود؛ ")
    return invocation.code(found)


def _new(invocation: Invocation) -> int:
    folders = invocation.folders
    for path in new.begin(folders, invocation.options.names):
        print(path)
    schemas.write(folders, None)  # An editor offers the new ids at once.
    return 0


def _schema(invocation: Invocation) -> int:
    target = Path(invocation.options.names[0]) if invocation.options.names else None
    for path in schemas.write(invocation.folders, target):
        print(path)
    return 0


def _inspect(invocation: Invocation) -> int:
    files = [Path(name) for name in invocation.options.names] or [invocation.folders.output]
    result = pipeline.inspect(files, invocation.limits)
    invocation.trace(result.tracebacks)
    problems = [*invocation.settings.problems, *result.problems]
    invocation.report(problems)
    return result.exit_code or invocation.code(problems)


def _doctor(invocation: Invocation) -> int:
    from generator.build import doctor

    text, ready = doctor.report(Path("output"), *_needed(invocation))
    invocation.results.say(text)
    return 0 if ready else 4


def _needed(invocation: Invocation) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the faces of the look that is asked for, and those of each other look; outside a project the default look's."""
    try:
        templates, packaged = invocation.folders.templates, invocation.folders.packaged
    except UsageError:
        return faces.FAMILIES, {}
    settings, wrong = invocation.settings
    if settings is None:
        raise DataError(list(wrong))
    asked = invocation.options.look or settings.look
    others = looks.families(templates, packaged)
    if asked not in others and asked != looks.DEFAULT:
        raise TemplateError(list(looks.load(templates, asked, packaged).problems))
    return others.pop(asked, faces.FAMILIES), others


def _init(invocation: Invocation) -> int:
    given = invocation.options
    folder = Path(given.names[0]) if given.names else None
    if given.upgrade:
        renewed, problems = init.upgrade(folder or find_root(Path.cwd()))
        for path in renewed or ():
            print(path)
        invocation.report(problems, RENEWED.format(count=numeral(len(renewed or ()))))
        return invocation.code(problems)
    if folder is None:
        raise UsageError([problem("begin-where")])
    init.begin(folder, with_sample=given.sample)
    invocation.problems.say(BEGUN.format(folder=folder.resolve()))
    return 0


COMMANDS: dict[str, Callable[[Invocation], int]] = {
    "build": _build,
    "check": _check,
    "list": _list,
    "init": _init,
    "new": _new,
    "format": _format,
    "schema": _schema,
    "inspect": _inspect,
    "doctor": _doctor,
}
"""The commands by name."""
