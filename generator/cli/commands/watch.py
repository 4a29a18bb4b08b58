"""`sanad watch`: problems and pages as somebody writes."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence

import click

from generator.cli import options
from generator.cli.invocation import Invocation
from generator.cli.reporting.cards import show as show_cards
from generator.cli.usage import Command
from generator.persian import numeral
from generator.problems.errors import Problem


@click.command(
    cls=Command,
    help="پوشه را می‌پاید: با هر ذخیره نخست مشکلات و سپس سندهایی که تغییر کرده‌اند ساخته و در مرورگر تازه می‌شوند.\n"
    "تا وقتی داده خطا دارد، آخرین سند درست می‌ماند. صفحه فقط روی همین رایانه باز می‌شود. پایان: Ctrl-C.",
    examples=[
        ("sanad watch گلشهر/قرارداد", "یک سند"),
        ("sanad watch گلشهر --no-browser", "همهٔ سندهای یک محله، بی باز کردن مرورگر"),
    ],
)
@options.neighbourhoods
@options.look
@click.option("--no-browser", is_flag=True, help="مرورگر باز نشود؛ نشانی صفحه نوشته می‌شود")
def watch(run: Invocation, *, names: Sequence[str], look: str | None, no_browser: bool) -> int:
    """Watch a project until Ctrl-C."""
    from generator.cli.watching import snapshot
    from generator.cli.watching.pages import Board
    from generator.cli.watching.rounds import Rounds
    from generator.cli.watching.server import Server

    board = Board()
    rounds = Rounds(run.folders, names, look, board)
    last: list[Problem] = []

    def tell(found: Sequence[Problem]) -> None:
        if [*found] != last:
            last[:] = found
            if found:
                show_cards(found, run.problems, limits=run.limits)
            else:
                run.problems.say("مشکلی نیست.")

    with Server(board) as server:
        try:
            seen = snapshot.take(rounds.places)
            written = rounds.run(tell)
            run.name([server.address])
            run.problems.say(f"{numeral(len(written))} پرونده ساخته شد. با هر ذخیره دوباره؛ پایان: Ctrl-C.")
            if not no_browser:
                webbrowser.open(server.address)
            while True:
                seen = snapshot.changes(rounds.places, seen)
                written = rounds.run(tell)
                if written:
                    run.name(written)
        except KeyboardInterrupt:
            return 0
        finally:
            rounds.close()
