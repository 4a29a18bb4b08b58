"""`sanad renumber`: put the numbers of a contract right that came back as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.invocation import Invocation, code_of
from generator.cli.usage import Command
from generator.cli.values import FILE
from generator.persian import numeral
from generator.problems.sentences.renumbering import CHANGED, NOTHING, TRACKED, WRITTEN

_ENDING = "-renumbered"


@click.command(
    cls=Command,
    help="شمارهٔ ماده‌ها، بندها، تبصره‌ها و پیوست‌های قراردادی را که در Word ویرایش شده است، و هر ارجاع به آن‌ها را، در پرونده‌ای\n"
    "تازه درست می‌کند و می‌گوید چه عوض شد؛ به پروندهٔ آمده دست نمی‌زند. مادهٔ قانون‌ها عوض نمی‌شود.\n"
    "«--output» در این فرمان نام پروندهٔ تازه است، یا پوشه‌ای که در آن نوشته شود.",
    examples=[
        ("sanad renumber contract.docx", "پروندهٔ تازه: contract-renumbered.docx در همان پوشه"),
        ("sanad renumber contract.docx --output final.docx", "پروندهٔ تازه با نامی دیگر"),
    ],
)
@click.argument("file", type=FILE, metavar="پرونده")
@click.option("--force", is_flag=True, help="اگر پروندهٔ تازه از پیش هست، روی آن نوشته شود")
@options.strict
def renumber(run: Invocation, *, file: Path, force: bool, strict: bool) -> int:
    """Write the contract with right numbers beside the one that came, and list what was changed and what is to be looked at."""
    from generator.build import pipeline

    target = _target(file, run.shared.output)
    result, done = pipeline.renumber(file, target, run.limits, force=force)
    run.trace(result.tracebacks)
    if done is None:
        run.finish(result.problems)
        return result.exit_code
    for change in done.changes:
        run.results.say(CHANGED[change.what].format(old=change.old, new=change.new, where=change.where))
    run.name(result.written)
    if done.tracked:
        run.problems.say(TRACKED)
    rows = [{"what": each.what, "old": each.old, "new": each.new, "where": each.where} for each in done.changes]
    said = {"written": [str(path) for path in result.written], "tracked": done.tracked, "changes": rows}
    closing = WRITTEN.format(count=numeral(len(rows))) if rows else NOTHING
    run.finish(result.problems, said, closing=closing)
    return code_of(result.problems, strict=strict)


def _target(file: Path, given: Path | None) -> Path:
    """Return the new file: as it was named, in the folder that was named, or beside the one that came."""
    name = f"{file.stem}{_ENDING}{file.suffix}"
    if given is None:
        return file.with_name(name)
    return given / name if given.is_dir() else given
