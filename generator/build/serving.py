"""What a worker does in its process: one task after the other, until its parent asks no more or is gone."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.connection import Connection, wait
from typing import Any

from generator.build import windows

_TRIES = 3


class Lost(Enum):
    """The reasons why a task has no result: its worker was killed, it took too long, it took too much memory."""

    KILLED = auto()
    SLOW = auto()
    LARGE = auto()


@dataclass(frozen=True, slots=True)
class Bug:
    """A task that ended in an error that nobody foresaw; `traceback` is its text."""

    traceback: str


def serve(channel: Connection, memory: int, folder: str) -> None:
    """Do tasks until the parent closes the channel."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
    windows.allow_long_paths()
    if folder:
        tempfile.tempdir = folder
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    _confine(memory)
    with contextlib.suppress(EOFError):
        gc.disable()
        work, common = channel.recv()
        while True:
            channel.send(_result(work, common, channel.recv()))
            # Searched for between tasks alone, garbage takes a tenth less of their time; what is kept by now stays.
            gc.collect()
            gc.freeze()


def remove(folder: str) -> None:
    """Remove the temporary folder of a worker; more than once, since a worker that is still there may be writing into it."""
    for _ in range(_TRIES if folder else 0):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return


def _result(work: Callable[[Any, Any], Any], common: Any, task: Any) -> Any:
    try:
        return work(common, task)
    except MemoryError:
        return Lost.LARGE
    except Exception:  # A bug of one task is told with its traceback by the parent, and the others go on.
        return Bug(traceback.format_exc())


def _end_with_parent(folder: str) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        remove(folder)
        os._exit(1)


def _confine(memory: int) -> None:
    """Limit the memory that this process may take of its own, where the system has such a limit."""
    if sys.platform == "win32":
        # One thread: for each processor the library of numpy takes 30 MB, and the workers share the processors anyway.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        windows.confine(memory)
    else:
        import resource

        with contextlib.suppress(ValueError, OSError):  # A lower limit that was set from outside holds.
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
