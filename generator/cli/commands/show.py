"""`sanad show`: open a document, made first where it is not up to date."""

from __future__ import annotations

import click

from generator.cli import candidates
from generator.cli.invocation import Invocation, code_of
from generator.cli.opening import open_path
from generator.cli.usage import Command
from generator.cli.values import OneOf
from generator.problems.errors import UsageError
from generator.problems.messages import problem
from generator.writing.writers import FORMATS


@click.command(
    cls=Command,
    help="یک سند را با برنامهٔ آن باز می‌کند؛ اگر نیست یا کهنه است نخست پیش‌نویس آن ساخته می‌شود.\nنشانی پرونده هم نوشته می‌شود.",
    examples=[
        ("sanad show گلشهر/قرارداد", "PDF پیش‌نویس قرارداد"),
        ("sanad show golshahr/contract --format docx", "همان در Word"),
    ],
)
@click.argument("document", metavar="محله/گونه", shell_complete=candidates.neighbourhoods)
@click.option(
    "--format", "chosen", type=OneOf(FORMATS, "unknown-format"), default="pdf", metavar="|".join(FORMATS), help="قالب سند"
)
@click.option("--final", is_flag=True, help="نسخهٔ نهایی")
def show(run: Invocation, *, document: str, chosen: str, final: bool) -> int:
    """Make a document if it must be, name its file and open it."""
    from generator.build import pipeline
    from generator.build.output import path_of

    formats = tuple(name for name in FORMATS if name == chosen)
    result = pipeline.build(run.folders, pipeline.Selection((document,), formats=formats, final=final), 1)
    if len(result.choice.documents) != 1:
        names = "، ".join(each.name for each in result.choice.documents)
        raise UsageError([problem("show-several", None, given=document, documents=names)])
    run.trace(result.tracebacks)
    file = run.folders.output / path_of(result.choice.documents[0], formats[0], final=final)
    ready = file in (*result.written, *result.current) or file.exists()
    run.finish([each for each in result.problems if code_of([each])], {"file": str(file) if ready else None})
    if ready:
        run.name([] if run.shared.json else [file])
        open_path(file)
    return result.exit_code or code_of(result.problems)
