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
from generator.problems.sentences.inspection import LAID_OUT, LAYOUT, OF_FILES


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
    for format_, sentence in LAID_OUT.items():
        made = Counter(layout for path, layout in result.layouts.items() if path.suffix.casefold() == f".{format_}")
        if made:
            run.problems.say(sentence.format(made="؛ ".join(_said(*layout, count) for layout, count in made.most_common())))
    engines = {str(path): layout.engine for path, layout in result.layouts.items() if layout.engine}
    faces = {str(path): layout.faces for path, layout in result.layouts.items() if layout.faces}
    judged = [str(path) for path in result.inspected]
    run.finish(problems, {"files": judged, "engines": engines, "faces": faces}, closing="")
    return result.exit_code or code_of(problems, strict=strict)


def _said(engine: str, faces: Sequence[str], count: int) -> str:
    form = "both" if engine and faces else "engine" if engine else "faces"
    said = LAYOUT[form].format(engine=visible(engine), faces=visible("، ".join(faces)))
    return OF_FILES.format(layout=said, count=numeral(count))
