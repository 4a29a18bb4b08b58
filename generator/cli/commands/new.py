"""`sanad new`: files to start from."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.invocation import Invocation
from generator.cli.usage import Command


def _kinds() -> list[tuple[str, str]]:
    from generator.authoring.new import WHAT

    return [(f"sanad new {' '.join([what, *usage])}", "") for what, (usage, _) in WHAT.items()]


@click.command(
    cls=Command,
    help="پرونده‌ای درست و همراه توضیح برای آغاز می‌نویسد؛ هرگز روی پروندهٔ موجود.",
    more=_kinds,
    examples=[
        ('sanad new neighbourhood z3-omid "شهرک امید"', "محله‌ای تازه"),
        ("sanad new contract گلشهر", "قرارداد دفتر یک محله"),
    ],
)
@click.argument("words", nargs=-1, metavar="چه [شناسه|محله] [نام|دوره]")
def new(run: Invocation, *, words: Sequence[str]) -> int:
    """Write what is begun and name its files."""
    from generator.authoring import new as beginning
    from generator.authoring.schema import folder as schemas

    folders = run.folders
    written = beginning.begin(folders, words)
    run.name(written)
    schemas.write(folders, None)  # An editor offers the new ids at once.
    run.finish([], {"written": [str(path) for path in written]})
    return 0
