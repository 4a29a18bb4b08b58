"""`sanad list`: what there is, what would be built, what is due, how far each neighbourhood is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import candidates, options
from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line
from generator.cli.usage import Command, Entry, Group
from generator.cli.values import FILE, Number, day_of
from generator.problems.errors import DataError, Severity

if TYPE_CHECKING:
    from generator.build.project import Project
    from generator.model.records.workspace import Dossier, Workspace

_HERE = "generator.cli.commands.listing"

listing = Group(
    "list",
    entries={
        "kinds": Entry(f"{_HERE}:kinds", "گونه‌های سند، با نام کوتاه آن‌ها"),
        "looks": Entry(f"{_HERE}:looks", "ظاهرها و قلم‌های هر یک"),
        "neighbourhoods": Entry(f"{_HERE}:neighbourhoods", "محله‌ها با شناسه"),
        "agencies": Entry(f"{_HERE}:agencies", "دستگاه‌ها با شناسه"),
        "documents": Entry(f"{_HERE}:documents", "سندهایی که ساخته می‌شود، و آنچه محله برای هر سند دیگر ندارد"),
        "due": Entry(f"{_HERE}:due", "آنچه سررسید آن گذشته یا در پیش است"),
        "states": Entry(f"{_HERE}:states", "هر محله تا کدام گام طرح رسیده است"),
        "completeness": Entry(f"{_HERE}:completeness", "از هر پرونده چند دانسته معلوم است و چند تا نیست"),
    },
    help="یکی از فهرست‌ها را نشان می‌دهد.",
    examples=[
        ("sanad list documents گلشهر", "سندهای یک محله، و آنچه ندارد"),
        ('sanad list agencies "شهرداری مشهد"', "شناسهٔ یک دستگاه"),
    ],
)


def _list(name: str, metavar: str, offered: Callable[..., Any], said: str, *examples: tuple[str, str]) -> Callable[[Any], Any]:
    """Declare a list that can be narrowed to some names."""
    command = click.command(name, cls=Command, help=said, examples=examples)
    names = click.argument("names", nargs=-1, metavar=metavar, shell_complete=offered)
    return lambda function: command(names(function))


@_list("kinds", "[گونه ...]", candidates.kinds, "گونه‌های سند: شناسه، عنوان و نام کوتاه هر یک.")
def kinds(run: Invocation, *, names: Sequence[str]) -> int:
    """List the kinds of documents."""
    from generator.authoring.init import copies
    from generator.build import naming

    project = _project(run)
    known = naming.kinds(project.kinds)
    chosen = naming.ids_or_all(names, known, "unknown-kind", allowed=naming.shown(known, known))
    found = [kind for kind in project.kinds if kind.id in chosen]
    whose = {kind.id: copies.origin(project.folders, kind) for kind in found}
    titled = ((kind.id, f"{kind.title} ({kind.short})" if kind.short else kind.title) for kind in found)
    run.results.table([(name, f"{title}، {copies.ORIGINS[whose[name]]}") for name, title in titled])
    rows = [{"name": kind.id, "title": kind.title, "short": kind.short or None, "origin": whose[kind.id]} for kind in found]
    run.finish([], rows)
    return 0


@click.command(cls=Command, help="ظاهرهای سندها: نام هر یک و قلم‌هایی که می‌خواهد.")
def looks(run: Invocation) -> int:
    """List the looks with their faces."""
    from generator.style import looks as found

    folders = _project(run).folders
    of_looks = found.families(folders.templates, folders.packaged).items()
    faces = {name: [family.name for family in families] for name, families in of_looks}
    run.results.table([(name, "، ".join(names)) for name, names in faces.items()])
    run.finish([], [{"name": name, "faces": names} for name, names in faces.items()])
    return 0


@_list("neighbourhoods", "[محله ...]", candidates.neighbourhoods, "محله‌ها: شناسه و نام هر یک.")
def neighbourhoods(run: Invocation, *, names: Sequence[str]) -> int:
    """List the neighbourhoods in the order of their zones and ranks."""
    from generator.build import naming

    project = _project(run)
    workspace = _workspace(project)
    chosen = naming.ids_or_all(names, naming.neighbourhoods(project.reading), "unknown-neighbourhood")
    return _names(run, ((each.id, each.neighbourhood.name) for each in workspace.dossiers if each.id in chosen))


@_list("agencies", "[دستگاه ...]", candidates.agencies, "دستگاه‌ها: شناسه و نام هر یک.")
def agencies(run: Invocation, *, names: Sequence[str]) -> int:
    """List the agencies in their order."""
    from generator.build import naming

    project = _project(run)
    workspace = _workspace(project)
    chosen = naming.ids_or_all(names, naming.agencies(project.reading), "unknown-agency")
    return _names(run, ((each.id, each.name) for each in workspace.catalogue.agencies if each.id in chosen))


@click.command(
    cls=Command,
    help="سندهایی که «sanad build» می‌سازد با وضعیت هر یک (پیش‌نویس، نهایی، امضاشده، باطل)، و برای هر گونهٔ دیگر آنچه محله ندارد.",
    examples=[("sanad list documents گلشهر", "سندهای یک محله")],
)
@options.neighbourhoods
@options.with_samples
def documents(run: Invocation, *, names: Sequence[str], with_samples: bool) -> int:
    """List the drafts that a build would write, how each stands, and the kinds that a neighbourhood does not get."""
    from generator.build import pipeline, registry, selection
    from generator.build.output import path_of
    from generator.persian import to_persian
    from generator.writing.writers import FORMATS

    project = _project(run)
    finals = _workspace(project).finals
    choice = pipeline.choose(project, pipeline.Selection(names, with_samples=with_samples))
    stand = {each.name: registry.standing(finals, each) for each in choice.documents}
    said = {name: f"{state} {to_persian(number)}".strip() for name, (state, number) in stand.items()}
    rows = [(str(path_of(each, suffix, final=False)), said[each.name]) for each in choice.documents for suffix in FORMATS]
    run.results.table(rows)
    run.problems.show(Line(line) for line in selection.lines(choice, names))
    run.finish([], selection.as_rows(choice, stand))
    return 0


@click.command(
    cls=Command,
    help="گزارش، ارزیابی، مصوبه، پاسخ نامه، تأیید، راهکار، پرداخت، تضمین و مجوزی که سررسید آن گذشته یا در پیش است\n"
    "(بی نام محله: همه، و آنچه دربارهٔ همهٔ استان است). سررسیدی که در روز تعطیل است به نخستین روز کاری پس از آن می‌رود.",
    examples=[
        ("sanad list due گلشهر --on ۱۴۰۵/۰۱/۱۰", "یک محله در آن روز"),
        ('sanad list due --agency "شهرداری مشهد" --within ۳۰', "آنچه یک دستگاه تا سی روز دیگر باید انجام دهد"),
        ("sanad list due --to due.ics", "برای تقویم رایانه یا تلفن؛ «due.xlsx» برای Excel"),
    ],
)
@options.neighbourhoods
@options.keeper
@click.option("--agency", metavar="دستگاه", shell_complete=candidates.agencies, help="فقط آنچه با این دستگاه یا مرجع است")
@click.option("--within", type=Number(3660), metavar="روز", help="فقط آنچه گذشته است یا تا این چند روز دیگر می‌رسد")
@click.option("--on", metavar="تاریخ", help="در این روز، مانند ۱۴۰۵/۰۱/۱۰ (اگر داده نشود: امروز)")
@click.option("--to", type=FILE, metavar="پرونده", help="در این پرونده هم نوشته شود: .ics برای تقویم، .xlsx برای Excel")
def due(
    run: Invocation,
    *,
    names: Sequence[str],
    keeper: str | None,
    agency: str | None,
    within: int | None,
    on: str | None,
    to: Path | None,
) -> int:
    """List what is overdue and what is to come."""
    from generator.build import naming, output
    from generator.cli import due as dues
    from generator.cli import due_files

    project = _project(run)
    workspace = _workspace(project)
    day = day_of(on)
    write = due_files.writer(to) if to is not None else None
    of = naming.ids_or_all([agency], naming.owners(project.reading), "unknown-agency") if agency is not None else ()
    chosen, dossiers = _dossiers(project, workspace, names, keeper)
    province = workspace.province if not names and keeper is None else None
    found = dues.items(dossiers, province, workspace.catalogue, day, dues.Wanted(of, within))
    run.results.show(dues.lines(found, day, workspace.catalogue))
    if to is not None and write is not None:
        run.name([output.replace(to, write(found, day))])
    return _finish(run, project, chosen, dues.as_rows(found))


@click.command(
    cls=Command,
    help="هر محله تا کدام گام طرح رسیده است، گواه آن، و گام‌های پیشین که گواهی ندارد (بی نام محله: همه).",
    examples=[("sanad list states گلشهر", "یک محله")],
)
@options.neighbourhoods
@options.keeper
def states(run: Invocation, *, names: Sequence[str], keeper: str | None) -> int:
    """List how far the neighbourhoods are, and what proves it."""
    from generator.cli import states as reached

    project = _project(run)
    workspace = _workspace(project)
    chosen, dossiers = _dossiers(project, workspace, names, keeper)
    order = project.settings.steps
    run.results.show(reached.lines(dossiers, project.reading.positions, order, workspace.catalogue))
    return _finish(run, project, chosen, reached.as_rows(dossiers, order))


@click.command(
    cls=Command,
    help="از هر پروندهٔ محله چند دانسته معلوم است، چند تا نامعلوم و چند متن هنوز نوشتنی است (بی نام محله: همه).",
    examples=[("sanad list completeness گلشهر", "یک محله")],
)
@options.neighbourhoods
@options.keeper
def completeness(run: Invocation, *, names: Sequence[str], keeper: str | None) -> int:
    """List how complete the records of the neighbourhoods are."""
    from generator.cli import completeness as counted

    project = _project(run)
    chosen, dossiers = _dossiers(project, _workspace(project), names, keeper)
    run.results.show(counted.lines(dossiers))
    return _finish(run, project, chosen, counted.as_rows(dossiers))


def _project(run: Invocation) -> Project:
    from generator.build.project import Project

    return Project.remembered(run.folders)


def _workspace(project: Project) -> Workspace:
    """Return the data; DataError when the catalogues are wrong."""
    if project.workspace is None:
        raise DataError(list(project.problems))
    return project.workspace


def _names(run: Invocation, found: Iterable[tuple[str, str]]) -> int:
    rows = list(found)
    run.results.table(rows)
    run.finish([], [{"name": name, "title": title} for name, title in rows])
    return 0


def _dossiers(
    project: Project, workspace: Workspace, names: Sequence[str], keeper: str | None
) -> tuple[Sequence[str], list[Dossier]]:
    """Return the neighbourhoods that are asked for, of one keeper if one is named, and the dossiers that can be read whole.

    A report that cannot be read would count as owed, and its state as not reached.
    """
    from generator.build import naming

    chosen = naming.ids_or_all(names, naming.neighbourhoods(project.reading), "unknown-neighbourhood")
    if keeper is not None:
        kept = set(naming.ids_or_all([keeper], naming.keepers(project.reading), "unknown-keeper"))
        of_them = {name for each in workspace.catalogue.keepers.keepers if each.id in kept for name in each.neighbourhoods}
        chosen = [name for name in chosen if name in of_them]
    broken = project.reading.broken
    return chosen, [each for each in workspace.dossiers if each.id in chosen and each.id not in broken]


def _finish(run: Invocation, project: Project, chosen: Sequence[str], rows: object) -> int:
    """End a list of dossiers: with the errors, when one that was asked for cannot be read."""
    broken = [name for name in project.reading.broken if name in chosen]
    errors = [each for each in project.problems if each.severity is Severity.ERROR] if broken else []
    run.finish(errors, rows, closing="" if errors else None)
    return int(bool(errors))
