"""`sanad format`: show or write what is certainly wrong in the spelling of the data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import options
from generator.cli.invocation import Invocation, code_of
from generator.cli.reporting.layout import Direction, Line
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral


@click.command(
    "format",
    cls=Command,
    help="نگارش متن‌های plans (نیم‌فاصله، فاصله، ی و ک، رقم) را نشان می‌دهد؛ واژهٔ مشکوک را فقط می‌گوید.",
    examples=[
        ("sanad format", "همهٔ پرونده‌ها؛ چیزی نوشته نمی‌شود"),
        ("sanad format --write plans/legal.yaml", "یک پرونده، همان‌جا"),
    ],
)
@click.argument("files", nargs=-1, type=FILE, metavar="[پرونده ...]")
@click.option("--write", is_flag=True, help="ویرایش‌ها را در همان پرونده‌ها می‌نویسد")
@options.strict
def tidy(run: Invocation, *, files: Sequence[Path], write: bool, strict: bool) -> int:
    """Show a diff for each file, or write them, and report what only a person can decide."""
    from generator.authoring import formatting

    result = formatting.run(run.folders.plans, files, write=write)
    for diff in result.diffs:
        run.results.show(Line(row, direction=Direction.LTR) for row in diff.text.split("\n"))
    values, count = (numeral(number) for number in (sum(diff.values for diff in result.diffs), len(result.diffs)))
    done = f"{values} متن در {count} پرونده ویرایش شد" if write else f"{values} متن در {count} پرونده ویرایش می‌خواهد"
    how = "؛ برای نوشتن آن‌ها «--write» را بیفزایید" if result.diffs and not write else ""
    found = [*result.errors, *result.warnings]
    rows = [{"file": str(diff.file), "values": diff.values, "diff": diff.text} for diff in result.diffs]
    closing = f"{done}{how}. " if result.diffs else "متنی برای ویرایش نبود؛ "
    run.finish(found, {"written": write, "files": rows}, closing=closing)
    return code_of(found, strict=strict)
