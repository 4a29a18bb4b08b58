"""`sanad doctor`: is this machine ready."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.invocation import Invocation
from generator.cli.usage import Command
from generator.problems.errors import DataError, MachineError, TemplateError, UsageError
from generator.problems.remedies import FREE_LOOK
from generator.writing.writers import Engine

if TYPE_CHECKING:
    from generator.style.faces import Family


@click.command(
    cls=Command,
    help="می‌گوید این رایانه برای ساختن سندها آماده است یا نه، و چه باید نصب شود.",
    examples=[
        ("sanad doctor --look amiri", "قلم‌های ظاهری دیگر"),
        ("sanad doctor --engine weasyprint", "موتور PDF دیگری"),
    ],
)
@options.look
@options.engine
def doctor(run: Invocation, *, look: str | None, engine: Engine | None) -> int:
    """Report on Python, libraries, engines, faces, the output folder, and in a clone the tools of tests."""
    from generator.build import doctor as examining

    settings, wrong = run.settings
    if settings is None:
        raise DataError(list(wrong))
    faces, others = _needed(run, look, settings.look)
    things = examining.examine(_output(run), faces, others, settings.engines(engine).chosen)
    text, ready = examining.report(things)
    run.results.say(text)
    rows = [{"subject": thing.subject, "detail": thing.detail, "found": thing.problem is None} for thing in things]
    if run.shared.json:
        run.finish(
            [thing.problem for thing in things if thing.problem],
            {"ready": ready, "engines": examining.able(things), "things": rows},
        )
    return 0 if ready else MachineError.exit_code


def _output(run: Invocation) -> Path:
    try:
        return run.folders.output
    except UsageError:
        return run.shared.output or Path("output")


def _needed(run: Invocation, look: str | None, usual: str) -> tuple[tuple[Family, ...], dict[str, tuple[Family, ...]]]:
    """Return the faces of the look that is asked for or `usual`, and those of each other look.

    Outside a project it is the look that a new one would begin with here.
    """
    from generator.build import packaged as carried
    from generator.build.doctor import lacking
    from generator.style import looks

    source = carried.root() / carried.TEMPLATES
    try:
        templates, packaged = run.folders.templates, run.folders.packaged
    except UsageError:
        templates, packaged, usual = source, None, FREE_LOOK if lacking() else looks.DEFAULT
    asked, others = look or usual, looks.families(templates, packaged)
    if asked not in others and asked != looks.DEFAULT:
        raise TemplateError(list(looks.load(templates, asked, packaged).problems))
    return others.pop(asked, ()) or looks.families(source).get(looks.DEFAULT, ()), others
