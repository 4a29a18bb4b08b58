"""Commands and groups of commands whose every word is Persian: their help, and what they refuse.

The parsing is that of click. What it would refuse in English becomes problems here, with the nearest name that is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

import click

from generator.cli import manual
from generator.cli.invocation import Invocation, Screens, Shared
from generator.cli.manual import Rows
from generator.cli.shared import SharedOption, shared
from generator.problems.errors import GeneratorError, Problem, UsageError
from generator.problems.messages import meant, problem


class Usage(click.Command):
    """What commands and groups have in common: Persian help and refusals."""

    examples: Rows = ()
    """Calls of it, each with what it does."""
    more: Callable[[], Rows] | None = None
    """Makes further lines of its help, which may take longer to know."""

    def get_help_option(self, _ctx: click.Context) -> click.Option:
        """Return the option that shows the help."""
        return _HELP

    def manual(self, ctx: click.Context) -> str:
        """Return the help as text."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        common = [each for each in options if isinstance(each, SharedOption) or each is _HELP]
        own = [each for each in options if each not in common]
        sections = [
            ("فرمان‌ها", self.commands_of(ctx)),
            ("چه چیزی", self.more() if self.more else ()),
            ("گزینه‌ها", _rows(own)),
            ("گزینه‌های همهٔ فرمان‌ها", _rows(common)),
            ("نمونه‌ها", self.examples),
        ]
        return manual.text(self.written(ctx), self.help or "", sections, self.epilog or "")

    def written(self, ctx: click.Context) -> str:
        """Return how it is written: its words, what follows them, its options."""
        following = [each.metavar or "" for each in self.params if isinstance(each, click.Argument)]
        return " ".join([ctx.command_path, *following, "[گزینه‌ها]"])

    def commands_of(self, _ctx: click.Context) -> Rows:
        """Return the commands in it; a command has none."""
        return ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words of the command line; UsageError with all unknown options, else with the first wrong word."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        self._refuse_without_value(ctx, args)
        words, unknown = [*args], list[str]()
        while True:
            try:
                rest = super().parse_args(ctx, [*words])
            except click.NoSuchOption as error:
                unknown.append(error.option_name)
                words, before = [word for word in words if word.partition("=")[0] != error.option_name], words
                if words == before:  # One of several letters behind one dash.
                    break
            except (click.UsageError, GeneratorError) as error:
                # A word after an unknown option is likely its value, and no mistake of its own.
                if unknown:
                    break
                raise UsageError(self._refused(ctx, error)) from None
            else:
                if unknown:
                    break
                return rest
        raise UsageError([_unknown_option(ctx, name) for name in unknown])

    def _refuse_without_value(self, ctx: click.Context, words: Sequence[str]) -> None:
        """Refuse an option whose value would be the next option, which click would take for it."""
        options = _options(self, ctx)
        wrong = [word for word, after in pairwise(words) if word in options and not options[word].is_flag and after in options]
        if wrong:
            raise UsageError([_lacks_value(word, options[word]) for word in wrong])

    def _refused(self, ctx: click.Context, error: click.UsageError | GeneratorError) -> list[Problem]:
        """Say in Persian what was refused."""
        options = _options(self, ctx)
        match error:
            case GeneratorError():
                return error.problems
            case click.MissingParameter(param=click.Parameter() as missing):
                what = missing.metavar or missing.opts[0]
                return [problem("argument-missing", None, what=what, usage=self.written(ctx))]
            case click.BadOptionUsage(option_name=name) if name in options:
                return [_takes_nothing(name) if options[name].is_flag else _lacks_value(name, options[name])]
            case _:
                return [problem("bad-usage", None, given=" ".join(ctx.args) or ctx.command_path, command=ctx.command_path)]


class Command(Usage):
    """A command: a function that takes an `Invocation` and the values of its own options, and returns the exit code."""

    def __init__(
        self,
        *args: Any,
        examples: Rows = (),
        more: Callable[[], Rows] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.examples, self.more = examples, more
        self.params += shared()
        self.allow_extra_args = True  # They are refused below, in Persian.

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words of the command line; UsageError for a word that has no place."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            options = _options(self, ctx)
            usage = self.written(ctx)
            raise UsageError(
                [problem("stray-word", None, given=word, usage=usage, near=meant(f"--{word}", options)) for word in rest]
            )
        return rest

    def invoke(self, ctx: click.Context) -> int:
        """Run the command and return its exit code."""
        given = {each.name: ctx.params.pop(each.name or "") for each in self.params if isinstance(each, SharedOption)}
        given.pop("terminal")  # The screens were made by it.
        screens: Screens = ctx.obj
        invocation = Invocation.of(Shared(**given), screens)
        assert self.callback is not None
        try:
            code: int = self.callback(invocation, **ctx.params)
        except GeneratorError as error:
            return invocation.fail(error)
        return code


class Entry(NamedTuple):
    """A command of a group: where it is, as `module:name`, and one line of help."""

    target: str
    short_help: str


class Group(Usage, click.Group):
    """A group of commands, each imported when it is asked for; alone it is its `usual` one, else its help."""

    def __init__(self, name: str, *, entries: Mapping[str, Entry], examples: Rows = (), usual: str = "", **kwargs: Any) -> None:
        super().__init__(name, invoke_without_command=True, **kwargs)
        self.entries, self.examples, self.usual = entries, examples, usual

    def written(self, ctx: click.Context) -> str:
        """Return how it is written: its words, and that a command follows."""
        return f"{ctx.command_path} فرمان [گزینه‌ها]"

    def commands_of(self, ctx: click.Context) -> Rows:
        """Return the commands in it."""
        return [(f"{ctx.command_path} {name}", entry.short_help) for name, entry in self.entries.items()]

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return [*self.entries]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.entries:
            return None
        module, _, name = self.entries[cmd_name].target.partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the options before the name of a command; those that all commands have are given to it."""
        words = _behind_the_name(args)
        if self.usual and not ctx.resilient_parsing and not (words and words[0] in (*self.entries, *_HELP.opts)):
            words = [self.usual, *args]
        if args and not words and not ctx.resilient_parsing:
            raise UsageError([problem("no-command", None, allowed="، ".join(self.list_commands(ctx)))])
        return super().parse_args(ctx, words)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names; UsageError for none."""
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing:
            names = self.list_commands(ctx)
            given = " ".join([*ctx.command_path.split()[1:], args[0]])
            near = meant(args[0], names)
            raise UsageError([problem("unknown-command", None, given=given, allowed="، ".join(names), near=near)])
        return (args[0] if command else None), command, args[1:]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named and return its exit code; without one show the help."""
        code = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            _show(ctx)
            return 0
        return code

    def every(self, ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
        """Yield every command in and under the group, with its words."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            assert command is not None
            if isinstance(command, Group):
                yield from ((f"{name} {words}", each) for words, each in command.every(ctx))
            else:
                yield name, command


def _help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        _show(ctx)
        ctx.exit()


def _show(ctx: click.Context) -> None:
    """Print the help of the command of a context."""
    screens: Screens = ctx.obj
    assert isinstance(ctx.command, Usage)
    screens.results.manual(ctx.command.manual(ctx))


_HELP = click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_help, help="همین راهنما")


def _behind_the_name(args: Sequence[str]) -> list[str]:
    """Move the shared options that stand before the name of a command behind it."""
    flags = {name: option.is_flag for option in shared() for name in option.opts}
    leading, rest = list[str](), [*args]
    while rest and rest[0].partition("=")[0] in flags:
        taken = 1 if flags[rest[0].partition("=")[0]] or "=" in rest[0] else 2
        leading, rest = [*leading, *rest[:taken]], rest[taken:]
    return [rest[0], *leading, *rest[1:]] if rest and not rest[0].startswith("-") else rest


def _options(command: click.Command, ctx: click.Context) -> dict[str, click.Option]:
    return {name: each for each in command.get_params(ctx) if isinstance(each, click.Option) for name in each.opts}


def _unknown_option(ctx: click.Context, given: str) -> Problem:
    """Say that a command has no such option: which one is like it, or which other commands have it."""
    root = ctx.find_root().command
    assert isinstance(root, Group)
    owners = [f"«sanad {words}»" for words, each in root.every(ctx.find_root()) if given in _options(each, ctx)]
    if owners:
        return problem("option-elsewhere", None, given=given, command=ctx.command_path, owners="، ".join(owners))
    return problem("unknown-option", None, given=given, command=ctx.command_path, near=meant(given, _options(ctx.command, ctx)))


def _takes_nothing(name: str) -> Problem:
    return problem("option-takes-nothing", None, option=name)


def _lacks_value(name: str, option: click.Option) -> Problem:
    return problem("option-lacks-value", None, option=name, value=option.metavar or "…")


def _rows(options: Sequence[click.Option]) -> Rows:
    names = [max(each.opts, key=len) for each in options]
    return [
        (name if each.is_flag else f"{name} {each.metavar}", each.help or "") for name, each in zip(names, options, strict=True)
    ]
