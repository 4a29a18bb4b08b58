"""Run tasks in processes that can be killed: one that takes too long, takes too much memory or crashes costs only itself.

A worker does one task at a time. It ends when its parent does, however that ended, and hears no Ctrl-C of its own. A task
whose worker was killed from outside (for want of memory, it may be) is tried once more when all others are done, alone.
What libraries keep for a moment is in a temporary folder of each worker, which goes with it, whatever ended it.

On each system: workers are spawned, not forked, and wait for the handle of their parent, so Windows and macOS do the same
as Linux. The limit of time holds everywhere. The limit of memory is RLIMIT_DATA on Linux and the limit of a job on Windows;
macOS keeps none, and there a task that takes too much ends by the limit of time or by the system, which is told as a killed
worker. A request to end (a closed terminal or window, a shutdown, Ctrl-Break) ends a run as Ctrl-C does.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any, TypeVar

from generator.build import windows
from generator.build.serving import Bug, Lost, remove, serve
from generator.problems.limits import Bounds

__all__ = ["Bug", "Lost", "Pool", "each", "kept"]

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")


_HARDLY = 0.05
"""Of the time by the clock: a process that shares the processor with a dozen others has more."""
_LATEST = 4
"""How many times its limit a task may take by the clock, however busy the machine is."""
_MOST_ON_WINDOWS = 30
"""Workers: Windows waits for 63 handles at once, and each worker has two."""
_ENDS = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""The signals that ask a program to end, as far as a system has them."""


def each(
    work: Callable[[C, T], R], common: C, tasks: Sequence[T], jobs: int, bounds: Bounds
) -> Iterator[tuple[int, R | Lost | Bug]]:
    """Yield the result of `work(common, task)` for every task, with its position.

    They come in the order of the tasks, but for those that are tried again, which come last. `work` is a function of a module
    and everything travels pickled. OSError when not one process can be started.
    """
    with kept(work, common, jobs, bounds) as pool:
        yield from pool.results(tasks)


@contextlib.contextmanager
def kept(work: Callable[[C, Any], Any], common: C, jobs: int, bounds: Bounds) -> Iterator[Pool]:
    """Keep the processes of a pool from one run of tasks to the next, and end them at last."""
    pool = Pool(ForkingPickler.dumps((work, common)), jobs, bounds)
    if sys.platform != "win32":
        # Started with the first process, it would let in the signals that are put off until that one is there.
        resource_tracker.ensure_running()
    with _asked_to_end(), windows.leaving(pool.abandon):
        try:
            yield pool
        finally:
            pool.end()


@contextlib.contextmanager
def _asked_to_end() -> Iterator[None]:
    """Take what asks this process to end for Ctrl-C, so that it clears up; not where somebody else has decided about it."""
    mine = threading.current_thread() is threading.main_thread()
    numbers = [number for name in _ENDS if mine and (number := getattr(signal, name, None)) is not None]
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    try:
        for number in taken:
            signal.signal(number, signal.default_int_handler)
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off what asks this process to end, and keep it from one that is started meanwhile, which this one ends."""
    with windows.unheard():
        if sys.platform == "win32":
            yield
        else:
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
            try:
                yield
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """One process and the task that it has."""

    def __init__(self, preparation: memoryview, bounds: Bounds) -> None:
        context = multiprocessing.get_context("spawn")
        self._seconds = bounds.seconds
        self._unsent = [preparation]
        self._sender: threading.Thread | None = None
        self._folder = _temporary_folder()
        self.channel, end = context.Pipe()
        # What is given here is small: a process that falls while it starts must not block or break the one that starts it.
        self.process = context.Process(target=serve, args=(end, bounds.memory, self._folder), daemon=True)
        try:
            self.process.start()
        except BaseException:
            remove(self._folder)
            raise
        finally:
            end.close()  # Else the channel would not end with the worker.
        self.task: int | None = None
        self._begun, self._worked = 0.0, 0.0
        self.deadline = 0.0

    def give(self, position: int, task: object) -> None:
        """Hand over a task; its time begins."""
        self.task, self._begun, self._worked = position, time.monotonic(), _processor_seconds(self.process.pid)
        self.deadline = self._begun + self._seconds
        self._unsent.append(ForkingPickler.dumps(task))
        # In a thread, since a worker that is stopped or not yet there takes no more than a pipe holds.
        sender = threading.Thread(target=self._send, daemon=True)
        sender.start()
        self._sender = sender  # Now it can be waited for; Ctrl-C may come between any two steps.

    def _send(self) -> None:
        with contextlib.suppress(OSError):  # A worker that is gone is met when its answer is awaited.
            while self._unsent:
                self.channel.send_bytes(self._unsent.pop(0))

    def answer(self) -> Any:
        """Return the result of the task; None while there is none."""
        try:
            if self.channel.poll():
                return self.channel.recv()
        except (EOFError, OSError):
            return Lost.KILLED
        if not self.process.is_alive():
            return Lost.KILLED
        return None if time.monotonic() < self.deadline or self._is_starved() else Lost.SLOW

    def _is_starved(self) -> bool:
        """Return whether the task is late because others had the processor; then it gets the rest of its time.

        One that did hardly anything waits for something that does not come, and is late.
        """
        passed, worked = time.monotonic() - self._begun, _processor_seconds(self.process.pid) - self._worked
        if worked >= self._seconds or worked < _HARDLY * passed or passed >= _LATEST * self._seconds:
            return False
        self.deadline = time.monotonic() + max(1.0, self._seconds - worked)
        return True

    def end(self) -> None:
        """Kill the process, and give back what was held for it."""
        self.fall()
        if self._sender is not None:
            self._sender.join()
        self.channel.close()

    def fall(self) -> None:
        """Kill the process, wait until it is gone, and remove what it kept for a moment."""
        self.process.kill()
        self.process.join()
        remove(self._folder)


class Pool:
    """Workers, the tasks that wait for one, and those to be tried again."""

    def __init__(self, preparation: memoryview, jobs: int, bounds: Bounds) -> None:
        self._start = partial(_Worker, preparation, bounds)
        self._jobs = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
        self._workers: list[_Worker] = []
        self._is_abandoned = False
        self._begin(())

    def _begin(self, tasks: Sequence[object]) -> None:
        self._tasks = tasks
        self._waiting = deque(range(len(tasks)))
        self._again: deque[int] = deque()
        self._retried: set[int] = set()

    def results(self, tasks: Sequence[object]) -> Generator[tuple[int, Any], None, None]:
        """Yield the result of each task with its position, as `each` does; whoever leaves earlier ends what is under way."""
        self._begin(tasks)
        try:
            yield from self._results()
        finally:
            self._drop([worker for worker in self._workers if worker.task is not None])

    def _results(self) -> Iterator[tuple[int, Any]]:
        done: dict[int, Any] = {}
        turn, left = 0, len(self._tasks)
        while left:
            self._hand_out()
            done |= self._answers()
            while turn in done or turn in self._retried:
                turn += 1  # What is tried again keeps nobody waiting.
            for position in sorted(each for each in done if each < turn):
                left -= 1
                yield position, done.pop(position)

    def _hand_out(self) -> None:
        busy = [worker for worker in self._workers if worker.task is not None]
        if not self._waiting and not busy and self._again:
            self._give(self._again.popleft())
        while self._waiting and len(busy) < self._jobs:
            try:
                busy.append(self._give(self._waiting[0]))
            except OSError:
                if not busy:
                    raise
                return  # The system has no more processes to give; those that there are go on.
            self._waiting.popleft()

    def _give(self, position: int) -> _Worker:
        self._drop([each for each in self._workers if each.task is None and not each.process.is_alive()])
        worker = next((each for each in self._workers if each.task is None), None)
        if self._is_abandoned:
            raise KeyboardInterrupt
        if worker is None:
            with _undisturbed():
                worker = self._start()
                self._workers.append(worker)
        worker.give(position, self._tasks[position])
        return worker

    def _answers(self) -> dict[int, Any]:
        busy = {worker.task: worker for worker in self._workers if worker.task is not None}
        first = min(worker.deadline for worker in busy.values())
        handles: list[Any] = [handle for each in busy.values() for handle in (each.channel, each.process.sentinel)]
        wait(handles, timeout=max(0.0, first - time.monotonic()))
        found: dict[int, Any] = {}
        for position, worker in busy.items():
            result = worker.answer()
            if result is None:
                continue
            worker.task = None
            if isinstance(result, Lost):
                self._drop([worker])
            if result is Lost.KILLED and position not in self._retried:
                self._retried.add(position)
                self._again.append(position)
            else:
                found[position] = result
        return found

    def abandon(self) -> None:
        """Let every worker fall and start no other; from any thread."""
        self._is_abandoned = True
        for worker in [*self._workers]:
            worker.fall()

    def end(self) -> None:
        """End every worker, also in the middle of a task."""
        with _undisturbed():
            self._drop(self._workers)

    def rest(self) -> None:
        """End all workers but one, which is ready for the next run."""
        with _undisturbed():
            self._drop(self._workers[1:])

    def _drop(self, workers: Sequence[_Worker]) -> None:
        for worker in [*workers]:
            worker.end()
            self._workers.remove(worker)


def _processor_seconds(process: int | None) -> float:
    """Return the processor time of a process on Linux; elsewhere 0, and the clock alone counts."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0.0


def _temporary_folder() -> str:
    """Make a folder for what one worker keeps for a moment; its name is empty where none can be made."""
    with contextlib.suppress(OSError):
        return tempfile.mkdtemp(prefix="sanad-")
    return ""
