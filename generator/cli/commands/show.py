"""`sanad show`: open a document, made first where it is not up to date."""

from __future__ import annotations

import click

from generator.cli import candidates, options
from generator.cli.invocation import Invocation, code_of
from generator.cli.opening import open_path
from generator.cli.usage import Command
from generator.cli.values import OneOf
from generator.problems.errors import Severity, UsageError
from generator.problems.messages import problem
from generator.problems.sentences.menu import NOT_OPENED
from generator.writing.writers import FORMATS


@click.command(
    cls=Command,
    help="یک سند را با برنامهٔ آن باز می‌کند؛ اگر نیست یا کهنه است نخست پیش‌نویس آن ساخته می‌شود.\nنشانی پرونده هم نوشته می‌شود.",
    examples=[
        ("sanad show گلشهر/قرارداد", "PDF پیش‌نویس قرارداد"),
        ("sanad show golshahr/contract --format docx", "همان در Word"),
        ("sanad show golshahr/agency-sheet/education", "از سندهای یک گونه یکی"),
    ],
)
@click.argument("document", metavar="محله/گونه", shell_complete=candidates.neighbourhoods)
@click.option(
    "--format", "chosen", type=OneOf(FORMATS, "unknown-format"), default="pdf", metavar="|".join(FORMATS), help="قالب سند"
)
@options.look
def show(run: Invocation, *, document: str, chosen: str, look: str | None) -> int:
    """Make a document if it must be, name its file and open it."""
    from generator.build import checking, pipeline
    from generator.build.output import path_of
    from generator.build.project import Project

    formats = tuple(name for name in FORMATS if name == chosen)
    asked = pipeline.Selection((document,), formats=formats, look=look)
    project = Project.remembered(run.folders, look)
    asked = pipeline.by_ids(project, asked)
    meant = pipeline.choose(project, asked).documents
    if len(meant) > 1:
        raise UsageError([problem("show-several", None, given=document, documents="، ".join(each.name for each in meant))])
    result = pipeline.make(project, asked, 1)
    run.trace(result.tracebacks)
    files = [run.folders.output / path_of(each, formats[0], final=False) for each in meant]
    there = [file for file in files if file.exists()]
    errors = [each for each in result.problems if each.severity is Severity.ERROR]
    own = checking.concerning(errors, run.folders.plans, asked.places)
    run.finish(own, {"file": str(there[0]) if there else None})
    for file in there:
        opened = open_path(file)
        if not run.shared.json:
            if not opened:
                run.problems.say(NOT_OPENED)
            run.name([file])
    return (result.exit_code or code_of(own)) if own else 0
