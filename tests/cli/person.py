"""A person at a terminal: types a line whenever the program waits for one, and sees what it shows."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]

PROMPT = b"> "
ENTER, INTERRUPT, END = "\n", "\x03", "\x04"

_OF_A_SCREEN = {"COLUMNS", "DISPLAY", "INSIDE_EMACS", "WAYLAND_DISPLAY"}
"""What would tell the program of another screen than this terminal."""

_PATIENCE = 120
"""In seconds, after which the program is taken for stuck; a test would wait for ever."""

_CONTROLS = re.compile(r"\x1b\[[0-9;? ]*[A-Za-z]|\r")


class Seen(NamedTuple):
    """What was shown between one prompt and the next, without controls, and the exit code."""

    pages: list[str]
    code: int


def sit(folder: Path, words: Sequence[str], typed: Sequence[str], **environment: str) -> Seen:
    """Start the command in a folder and a terminal of its own; each of `typed` is typed at a prompt, as it is."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(folder)
        arguments = [sys.executable, "-P", "-m", "generator", *words]
        os.execve(
            arguments[0], arguments, {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "mlterm", **environment}
        )
    left, pages = list(typed), list[str]()
    try:
        for page in _pages(terminal):
            pages.append(_CONTROLS.sub("", page))
            if left:
                _await_reader(process)
                os.write(terminal, left.pop(0).encode())
    finally:
        os.close(terminal)  # What still runs ends with its terminal.
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert not left, f"ended before it was told {left}"
    return Seen(pages, code)


def _await_reader(process: int) -> None:
    """Return when the program sleeps, since between its prompt and its reading an interruption would wait for a line."""
    while Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "S":
        os.sched_yield()


def joined(text: str) -> str:
    """A text without spaces, ends of lines and marks of direction, which the width of a terminal decides."""
    return "".join(re.sub("[\u200e\u200f]", "", text).split())


def _pages(terminal: int) -> Iterator[str]:
    """Yield what is shown before each prompt, and at last before the end."""
    shown = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], _PATIENCE)
        assert ready, f"stuck after {shown.decode()}"
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # On Linux this is how a terminal says that its program has ended.
            piece = b""
        shown += piece
        if not piece or shown.endswith(PROMPT):
            yield shown.decode()
            shown = b""
        if not piece:
            return
