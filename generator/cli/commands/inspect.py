"""`sanad inspect`: judge built files, whatever program made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli import options
from generator.cli.invocation import Invocation, code_of
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral, visible
from generator.problems.sentences.inspection import LAID_OUT


@click.command(
    cls=Command,
    help="سندهای ساخته‌شده را می‌خواند و عیب آن‌ها را می‌گوید (بی نام پرونده: همهٔ پوشهٔ output).",
    examples=[("sanad inspect output/z3-golshahr/contract-draft.docx", "یک سند"), ("sanad inspect", "همهٔ output")],
)
@click.argument("files", nargs=-1, type=FILE, metavar="[پرونده ...]")
@options.strict
def inspect(run: Invocation, *, files: Sequence[Path], strict: bool) -> int:
    """Report what is wrong with the files, and with the settings whose limits they are judged in."""
    from generator.build import pipeline

    result = pipeline.inspect(files or [run.folders.output], run.limits)
    run.trace(result.tracebacks)
    problems = [*run.settings.problems, *result.problems]
    if result.engines:
        made = Counter(result.engines.values()).most_common()
        run.problems.say(
            LAID_OUT.format(engines="، ".join(f"{visible(name)} ({numeral(count)} پرونده)" for name, count in made))
        )
    named = {str(path): name for path, name in result.engines.items()}
    run.finish(problems, {"files": [str(path) for path in result.inspected], "engines": named}, closing="")
    return result.exit_code or code_of(problems, strict=strict)
