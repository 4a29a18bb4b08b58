"""`sanad new`: files to start from."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli import candidates
from generator.cli.invocation import Invocation
from generator.cli.reporting.layout import Line
from generator.cli.usage import Command


def _beginnings() -> list[tuple[str, str]]:
    from generator.authoring.new import beginnings

    return [(each.line, each.title) for each in beginnings()]


@click.command(
    cls=Command,
    help="پرونده‌ای درست و همراه توضیح برای آغاز می‌نویسد؛ هرگز روی پروندهٔ موجود.",
    more=_beginnings,
    examples=[
        ('sanad new neighbourhood z3-omid "شهرک امید" --all', "محله‌ای تازه، با هر چه سندهای آن می‌خواهند"),
        ("sanad new contract گلشهر", "قرارداد دفتر یک محله"),
        ("sanad new گلشهر --kind قرارداد", "هر چه یک سند محله کم دارد"),
    ],
)
@click.argument("words", nargs=-1, metavar="چه [شناسه|محله] [نام|دوره]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="گونه",
    shell_complete=candidates.kinds,
    help="هر پرونده‌ای که این گونهٔ سند می‌خواند",
)
@click.option("--all", "everything", is_flag=True, help="هر پرونده‌ای که سندها می‌خوانند، جز گزارش‌های دوره")
def new(run: Invocation, *, words: Sequence[str], kinds: Sequence[str], everything: bool) -> int:
    """Write what is begun, name its files and say what comes next."""
    from generator.authoring import new as beginning
    from generator.authoring.schema import folder as schemas

    if not (words or kinds or everything):
        offered = beginning.beginnings()
        run.results.table([(each.line, each.title) for each in offered])
        run.finish([], [{"name": each.name, "title": each.title, "usage": each.line} for each in offered])
        return 0
    begun = beginning.begin(run.folders, words, kinds, everything=everything)
    run.name(begun.written)
    if begun.offers_ids:
        schemas.write(run.folders, None)  # An editor offers the new ids at once.
    for step in begun.following:
        indent = 4 if step.deep else 2
        run.problems.show([Line(step.text, indent=indent)])
        if step.command:
            run.problems.show([Line(head=step.command, indent=indent + 4)])
    steps = [{"text": step.text, "command": step.command} for step in begun.following]
    run.finish([], {"written": [str(path) for path in begun.written], "next": steps})
    return 0
