"""A run whose tasks make a temporary folder each and never end: `python -m tests.build.endless` is ended from outside."""

from __future__ import annotations

import signal
import sys
import tempfile
import threading
from pathlib import Path

from generator.build.processes import each
from generator.problems.limits import MIB, Bounds

ENDED = 130
"""The exit code of the program that was asked to end, as that of `sanad`."""


def keep(_: None, number: int) -> int:
    """Keep something for a moment, and take much longer than that."""
    Path(tempfile.mkdtemp(), "kept.txt").write_text("something", encoding="utf-8")
    threading.Event().wait()
    return number


def main() -> int:
    """Run two tasks at once until this program is ended."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # A shell may have started it deaf.
    try:
        for _ in each(keep, None, range(2), 2, Bounds(600, 512 * MIB)):
            pass
    except KeyboardInterrupt:
        return ENDED
    return 0


if __name__ == "__main__":
    sys.exit(main())
