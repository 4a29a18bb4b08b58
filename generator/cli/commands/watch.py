"""`sanad watch`: problems and pages as somebody writes."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options
from generator.cli.invocation import Invocation
from generator.cli.opening import open_address
from generator.cli.usage import Command
from generator.persian import numeral
from generator.problems.errors import UsageError
from generator.problems.messages import problem
from generator.problems.sentences import watching as words

if TYPE_CHECKING:
    from generator.cli.watching.rounds import Done

_AGAIN = (2.0, 4.0, 8.0, 16.0, 30.0)
"""The seconds until what the machine kept from its end is tried again, once and again."""
_NAMED = 2
"""Changed files that are named; the others are counted."""


@click.command(
    cls=Command,
    help="پروژه را می‌پاید: با هر ذخیره نخست مشکل‌های تازه را می‌گوید، سپس پیش‌نویس سندهایی را که تغییر کرده‌اند\n"
    "می‌سازد و در مرورگر تازه می‌کند.\n"
    "تا داده‌ای خطا دارد، نسخهٔ پیشین سند می‌ماند. صفحه را تنها مرورگر همین رایانه می‌بیند. پایان: Ctrl-C.",
    examples=[
        ("sanad watch گلشهر/قرارداد", "یک سند"),
        ("sanad watch گلشهر", "همهٔ سندهای یک محله"),
        ("sanad watch --no-browser", "همهٔ محله‌ها؛ نشانی صفحه نوشته می‌شود و مرورگر باز نمی‌شود"),
    ],
)
@options.neighbourhoods
@options.look
@click.option("--no-browser", is_flag=True, help="مرورگر باز نشود؛ نشانی صفحه در هر حال نوشته می‌شود")
def watch(run: Invocation, *, names: Sequence[str], look: str | None, no_browser: bool) -> int:
    """Watch a project until Ctrl-C."""
    if run.shared.json:
        raise UsageError([problem("watch-for-people")])
    from generator.cli.watching.board import Board
    from generator.cli.watching.changes import Watch
    from generator.cli.watching.rounds import Rounds
    from generator.cli.watching.server import Server
    from generator.cli.watching.telling import Telling

    board = Board()
    rounds = Rounds(run.folders, names, look, board, Telling(run.problems, run.limits))
    rounds.begin()
    try:
        with Server(board) as server:
            run.problems.say(words.ADDRESS_FOLLOWS)
            print(server.first, file=run.results.stream, flush=True)
            if not no_browser:
                open_address(server.first)
            watched = Watch(rounds.places)
            done, tries = rounds.run(), 0
            _say(run, [], done)
            run.problems.say(words.WAITS)
            while True:
                changed = watched.changed(_AGAIN[min(tries, len(_AGAIN) - 1)] if done.try_again else None)
                done = rounds.run()
                tries = tries + 1 if done.try_again and not changed else 0
                _say(run, changed, done)
                gc.collect()  # The project as it was read before; Python looks for it seldom (`cli.app`).
    except KeyboardInterrupt:
        return 0
    finally:
        rounds.end()


def _say(run: Invocation, changed: Sequence[Path], done: Done) -> None:
    """Name the files that were made, after those that were changed."""
    run.trace(done.tracebacks)
    if changed:
        said = "، ".join(each.name for each in changed[:_NAMED])
        if more := len(changed) - _NAMED if len(changed) > _NAMED else 0:
            said = words.AND_OTHERS.format(files=said, count=numeral(more))
        made = words.MADE.format(count=numeral(len(done.written))) if done.written else words.NOTHING_MADE
        run.problems.say(words.CHANGED.format(files=said, made=made))
    run.name(done.written)
