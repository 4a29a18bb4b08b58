"""`sanad completion`: the script by which a shell completes commands, options, ids and names."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from generator.cli.invocation import Invocation
from generator.cli.usage import Command
from generator.cli.values import OneOf

SHELLS = ("bash", "zsh", "fish", "powershell")

_UTF8 = "[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()\n"
"""Windows PowerShell would read the Persian names in the code page of the machine."""


@click.command(
    cls=Command,
    help="برنامهٔ کوچکی برای پوسته چاپ می‌کند که با کلید Tab فرمان‌ها، گزینه‌ها، شناسه‌ها و نام‌ها را کامل می‌کند.\n"
    "آن را در پروندهٔ آغاز پوستهٔ خود بگذارید.",
    examples=[
        ('eval "$(sanad completion bash)"', "در .bashrc؛ برای zsh همین با zsh در .zshrc"),
        ("sanad completion fish | source", "در config.fish"),
        ("sanad completion powershell | Out-String | Invoke-Expression", "در پروندهٔ PROFILE"),
    ],
)
@click.argument("shell", type=OneOf(SHELLS, "unknown-shell"), metavar="|".join(SHELLS))
def completion(run: Invocation, *, shell: str) -> int:
    """Print the script of a shell."""
    from generator.cli.app import COMPLETE, PROGRAM, SANAD

    made = get_completion_class(shell)
    assert made is not None
    # Not its own `source`, which looks for a shell on this machine and speaks English of it.
    script = ShellComplete.source(made(SANAD, {}, PROGRAM, COMPLETE))
    text = f"{_UTF8 if shell == 'powershell' else ''}{script}"
    run.results.stream.write(text)
    run.finish([], {"script": text})
    return 0
