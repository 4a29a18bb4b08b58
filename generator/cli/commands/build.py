"""`sanad build`: make the documents."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence

import click

from generator.cli import built as told
from generator.cli import candidates, options
from generator.cli.invocation import Invocation, code_of
from generator.cli.reporting.layout import Line
from generator.cli.reporting.progress import READING, Progress
from generator.cli.usage import Command
from generator.cli.values import Number, OneOf, day_of
from generator.writing.writers import FORMATS, Engine


@click.command(
    cls=Command,
    help="سندها را در پوشهٔ output می‌سازد (بی نام محله: همه).\n"
    "محله و گونه را با شناسه یا نام بنویسید؛ «محله/گونه» یک سند است. آنچه خطا دارد ساخته نمی‌شود و بقیه ساخته می‌شود.\n"
    "سندی که به‌روز است دوباره ساخته نمی‌شود، و سندی که دستی تغییر کرده است دست‌نخورده می‌ماند.",
    examples=[
        ("sanad build", "همهٔ سندهای همهٔ محله‌ها"),
        ("sanad build گلشهر", "همهٔ سندهای یک محله"),
        ("sanad build گلشهر/قرارداد", "فقط قرارداد آن"),
        ("sanad build golshahr/agency-sheet/education", "از سندهای یک گونه تنها یکی، با شناسه یا نام آن"),
        ("sanad build z3-golshahr --final", "نسخهٔ نهایی، بی کمبود، با شمارهٔ ثبت امروز"),
        ('sanad build گلشهر/قرارداد --final --on ۱۴۰۴/۰۲/۱۰ --by "کارشناس دبیرخانه"', "با تاریخ و ثبت‌کنندهٔ دیگر"),
        ("sanad build --explain", "چرا هر سند دوباره ساخته می‌شود"),
    ],
)
@options.neighbourhoods
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="گونه",
    shell_complete=candidates.kinds,
    help="فقط این گونهٔ سند؛ چند بار هم نوشته می‌شود",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=OneOf(FORMATS, "unknown-format"),
    metavar="|".join(FORMATS),
    help="فقط این قالب؛ چند بار هم نوشته می‌شود",
)
@options.look
@options.engine
@click.option("--final", is_flag=True, help="نسخهٔ نهایی؛ بی داده و مصوبهٔ لازم ساخته نمی‌شود (بی این گزینه: پیش‌نویس)")
@options.day
@options.registrar
@options.with_samples
@click.option("--attach", is_flag=True, help="پرونده‌های YAML محله درون PDFهای آن گذاشته می‌شود")
@click.option("--force", is_flag=True, help="همه از نو ساخته شود، حتی سندهای به‌روز و سندهایی که دستی تغییر کرده‌اند")
@click.option("--explain", is_flag=True, help="بگوید هر سند چرا ساخته می‌شود")
@click.option("--prune", is_flag=True, help="پیش‌نویس‌هایی که دیگر از داده‌ها برنمی‌آیند برداشته شود؛ نسخهٔ نهایی هرگز")
@click.option(
    "--executor",
    metavar="dask=tcp://HOST:PORT",
    help="سندها روی رایانه‌های دیگر ساخته شود؛ کتابخانهٔ dask باید نصب باشد",
)
@click.option("--jobs", type=Number(), metavar="شمار", help="شمار پردازه‌های هم‌زمان")
@options.strict
@options.quiet
def build(
    run: Invocation,
    *,
    names: Sequence[str],
    kinds: Sequence[str],
    formats: Sequence[str],
    look: str | None,
    engine: Engine | None,
    final: bool,
    on: str | None,
    by: str,
    with_samples: bool,
    attach: bool,
    force: bool,
    explain: bool,
    prune: bool,
    executor: str | None,
    jobs: int | None,
    strict: bool,
    quiet: bool,
) -> int:
    """Make what is asked for; name each file when it is in place, then what is wrong."""
    from generator.build import executors, pipeline, selection

    chosen = tuple(name for name in FORMATS if not formats or name in formats)
    day = day_of(on) if final else None
    asked = pipeline.Selection(names, kinds, chosen, final, with_samples, attach, look, engine, force, prune, day, by)
    elsewhere = executors.named(executor) if executor else contextlib.nullcontext()
    with elsewhere as machines, Progress(run.problems, quiet=quiet) as progress:
        progress.begin(READING)
        result = pipeline.build(
            run.folders,
            asked,
            jobs or os.cpu_count() or 1,
            lambda path: progress.aside(lambda: run.name([] if quiet else [path])),
            on_progress=progress.document,
            executor=machines,
        )
    run.trace(result.tracebacks)
    if not quiet:
        run.problems.show(Line(line) for line in selection.lines(result.choice, names))
    rows = [row for row in selection.as_rows(result.choice) if row["name"] is None]
    if not quiet:
        run.problems.show(Line(line) for line in told.issued(result))
    if explain and not quiet:
        run.problems.show(Line(line) for line in told.reasons(result))
    outcome = {
        "written": [str(path) for path in result.written],
        "current": [str(path) for path in result.current],
        "removed": [str(path) for path in result.removed],
        "reasons": result.reasons,
        "registered": [told.registered(each) for each in result.registered],
        "same": result.same,
        "left_out": rows,
    }
    closing = None if quiet else told.closing(result)
    run.finish(result.problems, outcome, closing=closing)
    return result.exit_code or code_of(result.problems, strict=strict)
