"""What each command of `sanad` does: asks the pipeline, prints in Persian, gives the exit code."""

from __future__ import annotations

import argparse
import datetime
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring import formatting, new
from generator.authoring.schema import folder as schemas
from generator.build import pipeline, selection
from generator.build.output import path_of
from generator.build.project import Folders, Project, find_root
from generator.cli import due
from generator.cli.reporting import report as reports
from generator.cli.reporting.cards import cards, counted
from generator.cli.reporting.excess import bounded
from generator.cli.reporting.layout import Direction, Line
from generator.cli.reporting.rows import as_json
from generator.cli.reporting.terminal import Screen
from generator.model.records.workspace import Workspace
from generator.persian import JalaliDate, Refused, numeral, parse_date
from generator.problems.errors import Problem, Severity, TemplateError, UsageError
from generator.problems.messages import meant, problem
from generator.style import faces, looks
from generator.writing.writers import FORMATS

LISTS = ("kinds", "looks", "neighbourhoods", "agencies", "documents", "due")
"""What `sanad list` can list."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the command: its options, where results are printed and where problems are told."""

    options: argparse.Namespace
    results: Screen
    problems: Screen

    @property
    def folders(self) -> Folders:
        """The folders that the options name; the rest under the root, by their settled names."""
        given = self.options
        if given.root is None and None not in (given.plans, given.templates, given.output):
            return Folders(given.plans, given.templates, given.output)
        root = given.root if given.root is not None else _near_path(find_root(Path.cwd()))
        under = Folders.under(root)
        return Folders(given.plans or under.plans, given.templates or under.templates, given.output or under.output)

    def tell(self, found: Sequence[Problem], closing: str = "") -> None:
        """Tell problems, then how many there are; for programs only the problems."""
        tell(found, self.problems, as_rows=self.options.json)
        if not self.options.json:
            self.problems.say(f"{closing}{counted(found)}.")

    def trace(self, tracebacks: Sequence[str]) -> None:
        """Print the tracebacks of bugs, which are for the keepers of the program."""
        for text in tracebacks:
            print(text, file=self.problems.stream)

    def code(self, found: Sequence[Problem]) -> int:
        """The exit code of a run with these problems."""
        failing = {Severity.ERROR, Severity.WARNING} if self.options.strict else {Severity.ERROR}
        return int(any(each.severity in failing for each in found))


def tell(found: Sequence[Problem], screen: Screen, *, as_rows: bool) -> None:
    """Print problems as cards, or for programs as one JSON list; of very many the first ones and their number."""
    found = bounded(found)
    if as_rows:
        print(as_json(found), file=screen.stream)
    else:
        screen.show(cards(found, joined=screen.width is None))


def _near_path(path: Path) -> Path:
    """A path as a person in this folder would write it, so that places in messages stay short."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _jobs(given: str | None) -> int:
    if given is None:
        return os.cpu_count() or 1
    if not given.isdecimal() or not 1 <= int(given) <= 64:
        raise UsageError([problem("bad-number", None, given=given, option="--jobs")])
    return int(given)


def _build(call: Call) -> int:
    given = call.options
    wrong = [name for name in given.format if name not in FORMATS]
    if wrong:
        raise UsageError([problem("unknown-format", None, given=name, allowed=" و ".join(FORMATS)) for name in wrong])
    chosen = tuple(name for name in FORMATS if not given.format or name in given.format)
    asked = pipeline.Selection(given.names, given.kind, chosen, given.final, given.with_samples, given.attach, given.look)
    result = pipeline.build(call.folders, asked, _jobs(given.jobs), lambda path: print(path, flush=True))
    call.trace(result.tracebacks)
    if not given.json:
        call.problems.show(Line(line) for line in selection.lines(result.choice, given.names))
    call.tell(result.problems, f"{numeral(len(result.written))} پرونده ساخته شد؛ ")
    return result.exit_code or call.code(result.problems)


def _check(call: Call) -> int:
    report = call.options.report
    if report is not None:
        reports.refuse_foreign(report)
    checked = Project.read(call.folders, call.options.look)
    problems = pipeline.unique([*pipeline.check(checked), *schemas.outdated(checked)])
    if report is not None:
        reports.write(problems, report)
    call.tell(problems)
    if report is not None:
        print(report)
    return call.code(problems)


def _list(call: Call) -> int:
    given = call.options
    what = given.names[0] if given.names else "documents"
    project = Project.read(call.folders)
    if what == "due" and project.workspace is not None:
        return _list_due(call, project, project.workspace)
    if what == "kinds":
        rows = [(kind.id, kind.title) for kind in project.kinds]
    elif what == "looks":
        rows = [(name, "، ".join(found)) for name, found in looks.families(call.folders.templates).items()]
    elif project.workspace is None:
        call.tell(project.problems)
        return 1
    elif what == "neighbourhoods":
        rows = [(dossier.id, dossier.neighbourhood.name) for dossier in project.workspace.dossiers]
    elif what == "agencies":
        rows = [(agency.id, agency.name) for agency in project.workspace.catalogue.agencies]
    elif what == "documents":
        return _list_documents(call, project)
    else:
        near = meant(what, LISTS)
        raise UsageError([problem("unknown-command", None, given=f"list {what}", allowed="، ".join(LISTS), near=near)])
    if given.json:
        print(json.dumps([{"name": name, "title": title} for name, title in rows], ensure_ascii=False, indent=1))
    else:
        call.results.table(rows)
    return 0


def _list_documents(call: Call, project: Project) -> int:
    """The drafts that a build would write, of some neighbourhoods or all, and the kinds that a neighbourhood does not get."""
    names = call.options.names[1:]
    choice = pipeline.choose(project, pipeline.Selection(names, with_samples=call.options.with_samples))
    if call.options.json:
        print(selection.as_json(choice))
    else:
        call.results.table([(str(path_of(each, suffix, final=False)), "") for each in choice.subjects for suffix in FORMATS])
        call.problems.show(Line(line) for line in selection.lines(choice, names))
    return 0


def _list_due(call: Call, project: Project, workspace: Workspace) -> int:
    """What is due in some neighbourhoods or all; those that cannot be read are told, since something may be due there too."""
    names, day = call.options.names[1:], _day(call.options.on)
    known = {dossier.id for dossier in workspace.dossiers}
    broken = [name for name in project.reading.broken if not names or name in names]
    strange = [name for name in names if name not in known and name not in broken]
    if strange:
        raise UsageError([problem("unknown-neighbourhood", None, given=name, near=meant(name, known)) for name in strange])
    # A report that cannot be read would be told as owed.
    whole = workspace.model_copy(update={"dossiers": tuple(each for each in workspace.dossiers if each.id not in broken)})
    found = due.entries(whole, names, day)
    if call.options.json:
        print(due.as_json(found))
    else:
        call.results.show(due.lines(found, day))
    if not broken:
        return 0
    call.tell([each for each in project.problems if each.severity is Severity.ERROR])
    return 1


def _day(given: str | None) -> JalaliDate:
    """The day that is asked about, today when none is given."""
    if given is None:
        return JalaliDate.from_gregorian(datetime.date.today())
    try:
        return parse_date(given)
    except Refused as refused:
        raise UsageError([problem(refused.code, None, where="", **refused.values)]) from None


def _format(call: Call) -> int:
    given = call.options
    result = formatting.run(call.folders.plans, [Path(name) for name in given.names], write=given.write)
    for diff in result.diffs:
        call.results.show(Line(row, direction=Direction.LTR) for row in diff.text.split("\n"))
    values, files = (numeral(count) for count in (sum(diff.values for diff in result.diffs), len(result.diffs)))
    done = f"{values} متن در {files} پرونده ویرایش شد" if given.write else f"{values} متن در {files} پرونده ویرایش می‌خواهد"
    how = "؛ برای نوشتن آن‌ها «--write» را بیفزایید" if result.diffs and not given.write else ""
    found = [*result.errors, *result.warnings]
    call.tell(found, f"{done}{how}. " if result.diffs else "متنی برای ویرایش نبود؛ ")
    return call.code(found)


def _new(call: Call) -> int:
    folders = call.folders
    for path in new.begin(folders.plans, folders.templates, call.options.names):
        print(path)
    schemas.write(folders, None)  # An editor offers the new ids at once.
    return 0


def _schema(call: Call) -> int:
    target = Path(call.options.names[0]) if call.options.names else None
    for path in schemas.write(call.folders, target):
        print(path)
    return 0


def _inspect(call: Call) -> int:
    result = pipeline.inspect([Path(name) for name in call.options.names] or [call.folders.output])
    call.trace(result.tracebacks)
    call.tell(result.problems)
    return result.exit_code or call.code(result.problems)


def _doctor(call: Call) -> int:
    from generator.build import doctor

    text, ready = doctor.report(Path("output"), *_needed(call))
    call.results.say(text)
    return 0 if ready else 4


def _needed(call: Call) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The faces of the look that is asked for, and those of each other look; outside a project the default look's."""
    asked = call.options.look
    try:
        templates = call.folders.templates
    except UsageError:
        return faces.FAMILIES, {}
    others = looks.families(templates)
    if asked not in others and asked != looks.DEFAULT:
        raise TemplateError(looks.load(templates, asked)[1])
    return others.pop(asked, faces.FAMILIES), others


COMMANDS: dict[str, Callable[[Call], int]] = {
    "build": _build,
    "check": _check,
    "list": _list,
    "new": _new,
    "format": _format,
    "schema": _schema,
    "inspect": _inspect,
    "doctor": _doctor,
}
"""The commands by name."""
