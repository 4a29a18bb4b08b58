"""`sanad check`: report everything that is wrong; of files it writes only a report that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import options
from generator.cli.invocation import Invocation, code_of
from generator.cli.reporting.layout import Line
from generator.cli.reporting.progress import READING, Progress
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral
from generator.problems.errors import Severity
from generator.problems.sentences.command import UNTOLD


@click.command(
    cls=Command,
    help="همهٔ داده‌ها و قالب‌ها را می‌خواند و هر خطا، کمبود و هشدار را با نشانی آن می‌گوید؛ سندی نمی‌سازد.\n"
    "با نام محله فقط آنچه به آن محله مربوط است: پرونده‌ها، سندها و کمبودهای آن؛ خطای فهرست‌های مشترک همیشه گفته می‌شود.",
    examples=[
        ("sanad check", "همهٔ محله‌ها"),
        ("sanad check گلشهر", "یک محله، و آنچه برای سندهایش ندارد"),
        ("sanad check --data", "تندتر: داده‌ها، بی ساختن سندها"),
        ("sanad check --report گزارش.html", "گزارشی برای فرستادن"),
    ],
)
@options.neighbourhoods
@options.look
@click.option(
    "--report",
    type=FILE,
    metavar="گزارش.html",
    help="گزارشی راست‌به‌چپ هم در این پرونده می‌نویسد تا برای دیگران فرستاده شود",
)
@click.option("--data", is_flag=True, help="فقط داده‌ها؛ هیچ سندی برای یافتن خطای قالب‌ها ساخته نمی‌شود")
@options.strict
@options.quiet
def check(
    run: Invocation,
    *,
    names: Sequence[str],
    look: str | None,
    report: Path | None,
    data: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Report the problems of a project or of some neighbourhoods, and what these lack for other documents."""
    from generator.authoring.init import copies
    from generator.authoring.schema import folder as schemas
    from generator.build import pipeline, selection, standing
    from generator.build.project import Project
    from generator.cli.reporting import report as reports

    if report is not None:
        reports.refuse_foreign(report)
    with Progress(run.problems, quiet=quiet, plain=False) as progress:
        progress.begin(READING)
        project = Project.remembered(run.folders, look)
        problems = pipeline.check(project, names, progress.document, data_only=data)
    of_files = [] if names else [*schemas.outdated(project), *copies.outdated(project.folders)]
    problems = pipeline.unique([*problems, *of_files])
    shown, unshown = (problems, 0) if run.shared.json else standing.apart(project.folders, problems)
    closing = UNTOLD.format(count=numeral(unshown)) if unshown else ""
    if names and not quiet:
        run.problems.show(Line(line) for line in selection.lines(pipeline.choose(project, pipeline.Selection(names)), names))
    if report is not None:
        reports.write(problems, report, run.limits)
    counts = {severity: sum(found.severity is severity for found in problems) for severity in Severity}
    outcome = {"counts": counts, "report": str(report) if report else None}
    run.finish(shown, outcome, closing=None if quiet else closing, in_full=not names)
    run.name([report] if report else [])
    return code_of(problems, strict=strict)
