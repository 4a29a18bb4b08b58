"""The `sanad` command: reads its arguments, calls the pipeline, prints in Persian, ends with an exit code.

0 done, 1 problems in the data, 2 wrong usage, 3 problem in a template, 4 the machine, 130 interrupted, 70 a bug (the only
case with a traceback).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from generator import __version__, faces, pipeline
from generator.errors import GeneratorError, Problem, Severity, UsageError
from generator.help import HELP
from generator.messages import problem
from generator.output import FORMATS, path_of
from generator.persian import near_matches, to_persian

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; every refusal of it becomes one of ours."""

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
    parser.add_argument("--with-samples", action="store_true")
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--format", action="append", default=[])
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--jobs")
    parser.add_argument("command", nargs="?")
    parser.add_argument("names", nargs="*")
    return parser


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    given, extra = parser.parse_known_intermixed_args(list(arguments))
    if extra:
        options = [name for action in parser._actions for name in action.option_strings]
        raise UsageError([problem("unknown-option", None, given=name, near=_near(name, options)) for name in extra])
    return given


def _near(name: str, known: Sequence[str]) -> str:
    matches = near_matches(name, list(known))
    return f" منظورتان «{matches[0]}» بود؟" if matches else ""


def _folders(given: argparse.Namespace) -> pipeline.Folders:
    if given.root is None and given.plans is not None and given.templates is not None and given.output is not None:
        return pipeline.Folders(given.plans, given.templates, given.output)
    root = given.root if given.root is not None else _near_path(pipeline.find_root(Path.cwd()))
    settled = pipeline.Folders.under(root)
    return pipeline.Folders(given.plans or settled.plans, given.templates or settled.templates, given.output or settled.output)


def _near_path(path: Path) -> Path:
    """A path as a person in this folder would write it, so that places in messages stay short."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _jobs(given: argparse.Namespace) -> int:
    if given.jobs is None:
        return os.cpu_count() or 1
    if not given.jobs.isdecimal() or not 1 <= int(given.jobs) <= 64:
        raise UsageError([problem("bad-number", None, given=given.jobs, option="--jobs")])
    return int(given.jobs)


def _tell(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Print problems to stderr, errors first met first; for programs as JSON, one list."""
    if as_json:
        rows = [
            {
                "code": found.code,
                "severity": found.severity.value,
                "file": str(found.place.file) if found.place else None,
                "line": found.place.line if found.place else None,
                "column": found.place.column if found.place else None,
                "where": found.where,
                "message": found.message,
                "hint": found.hint,
            }
            for found in problems
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1), file=sys.stderr)
        return
    for found in problems:
        print(found.line(), file=sys.stderr)


def _count(problems: Sequence[Problem]) -> str:
    by_severity = {severity: sum(found.severity is severity for found in problems) for severity in Severity}
    names = {Severity.ERROR: "خطا", Severity.GAP: "کمبود", Severity.WARNING: "هشدار"}
    parts = [f"{to_persian(str(count))} {names[severity]}" for severity, count in by_severity.items() if count]
    return " و ".join(parts) if parts else "مشکلی دیده نشد"


def _code(problems: Sequence[Problem], given: argparse.Namespace) -> int:
    failing = {Severity.ERROR, Severity.WARNING} if given.strict else {Severity.ERROR}
    return int(any(found.severity in failing for found in problems))


def _build(given: argparse.Namespace) -> int:
    wrong = [name for name in given.format if name not in FORMATS]
    if wrong:
        raise UsageError([problem("unknown-format", None, given=name) for name in wrong])
    chosen = tuple(name for name in FORMATS if not given.format or name in given.format)
    selection = pipeline.Selection(given.names, given.kind, chosen, given.final, given.with_samples)
    result = pipeline.build(_folders(given), selection, _jobs(given), lambda path: print(path, flush=True))
    _tell(result.problems, as_json=given.json)
    print(f"{to_persian(str(len(result.written)))} پرونده ساخته شد؛ {_count(result.problems)}.", file=sys.stderr)
    return result.exit_code or _code(result.problems, given)


def _check(given: argparse.Namespace) -> int:
    problems = pipeline.check(_folders(given))
    _tell(problems, as_json=given.json)
    if not given.json:
        print(f"{_count(problems)}.", file=sys.stderr)
    return _code(problems, given)


def _list(given: argparse.Namespace) -> int:
    what = given.names[0] if given.names else "documents"
    project = pipeline.read(_folders(given))
    if what == "kinds":
        rows = [f"{kind.id}\t{kind.title}" for kind in project.kinds]
    elif project.workspace is None:
        _tell(project.problems, as_json=given.json)
        return 1
    elif what == "neighbourhoods":
        rows = [f"{dossier.id}\t{dossier.neighbourhood.name}" for dossier in project.workspace.dossiers]
    elif what == "agencies":
        rows = [f"{agency.id}\t{agency.name}" for agency in project.workspace.catalogue.agencies]
    elif what == "documents":
        selection = pipeline.Selection(with_samples=given.with_samples)
        rows = [f"{path_of(subject, suffix)}" for subject in pipeline.select(project, selection) for suffix in FORMATS]
    else:
        allowed = "kinds، neighbourhoods، agencies، documents"
        raise UsageError([problem("unknown-command", None, given=f"list {what}", allowed=allowed, near="")])
    print("\n".join(rows))
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from generator import doctor

    text, ready = doctor.report()
    print(text)
    return 0 if ready else 4


COMMANDS: dict[str, Command] = {"build": _build, "check": _check, "list": _list, "doctor": _doctor}


def _run(arguments: Sequence[str]) -> int:
    given = _parse(arguments)
    if given.version:
        print(f"sanad {__version__}")
        return 0
    if given.help or given.command == "help":
        print(HELP)
        return 0
    if given.command is None:
        raise UsageError([problem("no-command")])
    if given.command not in COMMANDS:
        allowed = "، ".join(COMMANDS)
        near = _near(given.command, list(COMMANDS))
        raise UsageError([problem("unknown-command", None, given=given.command, allowed=allowed, near=near)])
    if given.command != "doctor":
        faces.activate()
    return COMMANDS[given.command](given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(words)
    except GeneratorError as error:
        _tell(error.problems, as_json="--json" in words)
        return error.exit_code
    except KeyboardInterrupt:
        print("به درخواست شما متوقف شد.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:  # the one place where anything may be caught: a bug is told with its traceback
        traceback.print_exc()
        print(
            "این یک خطای برنامه است، نه خطای شما. متن بالا را برای نگه‌دارندگان برنامه بفرستید.",
            file=sys.stderr,
        )
        return 70
