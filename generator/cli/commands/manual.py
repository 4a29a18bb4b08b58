"""`sanad help`: the help of a command by its name."""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.invocation import Invocation
from generator.cli.usage import Command, Group, Usage


@click.command(
    "help", cls=Command, help="راهنمای برنامه، یا راهنمای یک فرمان.", examples=[("sanad help build", "راهنمای ساختن")]
)
@click.argument("words", nargs=-1, metavar="[فرمان]")
def manual(run: Invocation, *, words: Sequence[str]) -> int:
    """Show the help of a command."""
    ctx = click.get_current_context().find_root()
    rest = [*words]
    while rest and isinstance(ctx.command, Group):
        name, command, rest = ctx.command.resolve_command(ctx, rest)
        assert command is not None
        ctx = click.Context(command, parent=ctx, info_name=name, obj=ctx.obj)
    assert isinstance(ctx.command, Usage)
    text = ctx.command.manual(ctx)
    run.results.manual(text)
    run.finish([], {"text": text})
    return 0
