"""The command `sanad`: read the words, run the command that they name, end with an exit code.

0 done, 1 problems in the data, 2 wrong usage, 3 problem in a template, 4 the machine, 130 interrupted, 70 a bug (the only
case with a traceback).
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from generator import __version__
from generator.build import windows
from generator.cli.commands import COMMANDS
from generator.cli.double_click import has_own_window
from generator.cli.invocation import Screens, print_object
from generator.cli.reporting.cards import show
from generator.cli.reporting.terminal import Order, Screen
from generator.cli.usage import Group
from generator.problems.errors import GeneratorError, Problem
from generator.problems.messages import problem

PROGRAM = "sanad"
COMPLETE = "_SANAD_COMPLETE"
"""The variable by which the script of a shell asks for completions."""

NEW_OBJECTS = 200_000
"""How many there are before Python searches them for garbage: records and trees hold none, and to search them takes a tenth of
the time."""


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        print(f"{PROGRAM} {__version__}")
        ctx.exit()


SANAD = Group(
    PROGRAM,
    entries=COMMANDS,
    params=[
        click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="نسخهٔ برنامه")
    ],
    help="سندهای محله را از پرونده‌های YAML پوشهٔ plans می‌سازد.",
    epilog="راهنمای هر فرمان: «sanad build --help» یا «sanad help build».\n"
    'به جای شناسه، نام هم پذیرفته است: «گلشهر»، «قرارداد»، "شهرداری مشهد".\n'
    "کد پایان: ۰ انجام شد، ۱ خطای داده، ۲ فرمان نادرست، ۳ خطای قالب، ۴ مشکل رایانه، ۱۳۰ توقف، ۷۰ خطای برنامه",
    examples=[
        ("sanad check", "همهٔ داده‌ها درست است؟"),
        ("sanad build گلشهر --kind قرارداد", "پیش‌نویس قرارداد یک محله"),
    ],
)
"""The command itself."""


def _order(words: Sequence[str]) -> Order:
    """Return the order asked for, also where the rest of the words is wrong."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        name, _, value = word.partition("=")
        if name == "--terminal" and (value or following) in tuple(Order):
            return Order(value or following)
    return Order.AUTO


def _run(words: Sequence[str], screens: Screens) -> int:
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(SANAD, {}, PROGRAM, COMPLETE, instruction)
    try:
        with SANAD.make_context(PROGRAM, [*words], obj=screens) as ctx:
            code: int = SANAD.invoke(ctx)
            return code
    except click.exceptions.Exit as end:
        return end.exit_code


def _prepare_streams() -> None:
    """Let the standard streams take every character, whatever the code page of a console is, and a pipe the same on any system.

    A program that is started without a console has none of them on Windows: then what is said goes nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (to the end of the run)
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline=None if stream.isatty() else "\n")


def _is_unread(error: Exception) -> bool:
    """Return whether who read the output is gone, as when `sanad list documents | more` is left; Windows has no word for it."""
    if sys.platform == "win32" and isinstance(error, OSError):
        return error.errno in (errno.EPIPE, errno.EINVAL) and error.winerror is None and error.filename is None
    return isinstance(error, BrokenPipeError)


def _write_out() -> None:
    """Write out what was printed; where its reader is gone, into nothing: Python would complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            if _is_unread(error):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _report(found: Sequence[Problem], words: Sequence[str], screens: Screens) -> None:
    """Report problems of the words themselves or of the program, before or outside a run."""
    if "--json" in words:
        print_object(found, None)
    elif screens.listener is not None:
        screens.listener(found, None)
    else:
        show(found, screens.problems)


def run(words: Sequence[str], screens: Screens) -> int:
    """Run a command, tell whatever stops it, and return the exit code."""
    try:
        return _run(words, screens)
    except GeneratorError as error:
        _report(error.problems, words, screens)
        return error.exit_code
    except KeyboardInterrupt:
        with contextlib.suppress(OSError):  # A terminal that was closed hears nothing any more.
            screens.problems.say("به درخواست شما متوقف شد.")
        return 130
    except Exception as error:  # the one place where anything may be caught: a bug is printed with its traceback
        if _is_unread(error):
            return 0
        traceback.print_exc()
        _report([problem("program-fault")], words, screens)
        return 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return the exit code; the menu when it was started by a double click."""
    words = sys.argv[1:] if arguments is None else arguments
    gc.set_threshold(NEW_OBJECTS)
    windows.allow_long_paths()
    _prepare_streams()
    order = _order(words)
    screens = Screens(Screen.of(sys.stdout, order), Screen.of(sys.stderr, order))
    code = run(words or (["menu"] if has_own_window() else []), screens)
    _write_out()
    return code
