"""Runs commands in a process of their own that notes each font file it opens, and that finds no face if it is told so.

    python -m tests.cli.faceless hidden '[["check", "--json"], ["list", "kinds"]]'

Prints the exit code and the output of each command, and the font files that were opened.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout

from generator.cli import app
from generator.style.faces import files

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".pfb")


def main(state: str, commands: Sequence[Sequence[str]]) -> dict[str, object]:
    """Run the commands; `state` is `hidden` or `shown`."""
    opened: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).lower().endswith(SUFFIXES):
            opened.append(str(arguments[0]))

    sys.addaudithook(note)
    if state == "hidden":
        files.machine_folders = files.packaged_folders = lambda: ()
    return {"ran": [run(words) for words in commands], "opened": opened}


def run(words: Sequence[str]) -> tuple[int, str]:
    """Run a command; return its exit code and what it printed."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(printed):
        code = app.main(words)
    printed.seek(0)
    return code, printed.read()


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], json.loads(sys.argv[2]))))
