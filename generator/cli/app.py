"""The command `sanad`: read the arguments, run the command, end with an exit code.

0 done, 1 problems in the data, 2 wrong usage, 3 problem in a template, 4 the machine, 130 interrupted, 70 a bug (the only
case with a traceback).
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from generator import __version__
from generator.cli.commands import COMMANDS, Invocation
from generator.cli.help import HELP
from generator.cli.reporting.cards import show
from generator.cli.reporting.terminal import Order, Screen
from generator.problems.errors import GeneratorError, UsageError
from generator.problems.messages import meant, problem


class _Parser(argparse.ArgumentParser):
    """A parser whose refusals are Persian problems; those of argparse are English."""

    def error(self, message: str) -> NoReturn:
        raise UsageError([problem("bad-usage", None, given=" ".join(sys.argv[1:]) or message)])


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="sanad", add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--root", type=Path)
    for folder in ("plans", "templates", "output"):
        parser.add_argument(f"--{folder}", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--terminal")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--with-samples", action="store_true")
    parser.add_argument("--attach", action="store_true")
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--format", action="append", default=[])
    parser.add_argument("--look")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--upgrade", action="store_true")
    parser.add_argument("--jobs")
    parser.add_argument("--on")
    parser.add_argument("command", nargs="?")
    parser.add_argument("names", nargs="*")
    return parser


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    given, extra = parser.parse_known_intermixed_args(list(arguments))
    if extra:
        options = [name for action in parser._actions for name in action.option_strings]
        raise UsageError([problem("unknown-option", None, given=name, near=meant(name, options)) for name in extra])
    if given.terminal is not None and given.terminal not in tuple(Order):
        raise UsageError([problem("unknown-terminal", None, given=given.terminal, near=meant(given.terminal, Order))])
    return given


def _order(arguments: Sequence[str]) -> Order:
    """Return the order asked for, also where the rest of the arguments is wrong."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, _, value = word.partition("=")
        if name == "--terminal" and (value or following) in tuple(Order):
            return Order(value or following)
    return Order.AUTO


def _run(arguments: Sequence[str], results: Screen, problems: Screen) -> int:
    given = _parse(arguments)
    if given.version:
        print(f"sanad {__version__}")
        return 0
    if given.help or given.command == "help":
        results.manual(HELP)
        return 0
    if given.command is None:
        raise UsageError([problem("no-command")])
    if given.command not in COMMANDS:
        allowed = "، ".join(COMMANDS)
        near = meant(given.command, COMMANDS)
        raise UsageError([problem("unknown-command", None, given=given.command, allowed=allowed, near=near)])
    invocation = Invocation(given, results, problems)
    try:
        return COMMANDS[given.command](invocation)
    except GeneratorError as error:
        show(error.problems, problems, for_programs=given.json, limits=invocation.limits)
        return error.exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    order = _order(words)
    problems = Screen.of(sys.stderr, order)
    try:
        return _run(words, Screen.of(sys.stdout, order), problems)
    except GeneratorError as error:
        show(error.problems, problems, for_programs="--json" in words)
        return error.exit_code
    except KeyboardInterrupt:
        problems.say("به درخواست شما متوقف شد.")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:  # the one place where anything may be caught: a bug is printed with its traceback
        traceback.print_exc()
        problems.say("این یک خطای برنامه است، نه خطای شما. متن بالا را برای نگه‌دارندگان برنامه بفرستید.")
        return 70
