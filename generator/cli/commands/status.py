"""`sanad status`: how the neighbourhoods, their records and their documents stand."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli import options
from generator.cli.invocation import Invocation, code_of
from generator.cli.usage import Command
from generator.problems.errors import Severity


@click.command(
    cls=Command,
    help="برای هر محله می‌گوید تا کدام گام رسیده و نوبت کیست، چه پرونده‌ها و سندهایی دارد، و کدام سند کهنه است.\n"
    "شمار کمبودهای هر سند هم گفته می‌شود.\nچیزی نمی‌سازد.",
    examples=[("sanad status", "همهٔ محله‌ها"), ("sanad status گلشهر", "یک محله، سند به سند")],
)
@options.neighbourhoods
@options.look
def status(run: Invocation, *, names: Sequence[str], look: str | None) -> int:
    """Tell how some neighbourhoods stand, all without names."""
    from generator.build import naming
    from generator.build.overview import Overview
    from generator.build.project import Project
    from generator.build.provincial import places
    from generator.cli import standings

    project = Project.remembered(run.folders, look)
    errors = [found for found in project.problems if found.severity is Severity.ERROR]
    if project.planner is None or project.style is None:
        run.finish(errors, [])
        return code_of(errors)
    chosen = naming.ids_or_all(names, naming.neighbourhoods(project.reading), "unknown-neighbourhood")
    named = [each for each in places(project.planner.workspace) if each in chosen]
    found = [*Overview(project, project.planner, project.style).places(named)]
    project.store.commit()
    run.results.show(standings.lines(found, project.planner.workspace.catalogue, in_full=bool(names)))
    run.finish(errors, standings.as_rows(found))
    return code_of(errors)
