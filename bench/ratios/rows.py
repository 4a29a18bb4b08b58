"""A row of the table: two things that were measured in turn in fresh processes, and what their ratio is to be."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.performance.fresh import ROOT, FailedError

Job = Callable[[], "Seconds"]


@dataclass(frozen=True, slots=True)
class Seconds:
    """Seconds of all processors that a job took, and by the clock."""

    processor: float
    wall: float


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside what, and the ratio; `most` and `least` bound it, and a number that misses has a reason."""

    what: str
    beside: str
    first: Seconds
    second: Seconds
    by_clock: bool = False
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """The first by the second, of the processors or by the clock."""
        return self.first.wall / self.second.wall if self.by_clock else self.first.processor / self.second.processor

    @property
    def missed(self) -> bool:
        """Whether the ratio is beyond its bound."""
        over = self.most is not None and self.ratio > self.most
        return over or (self.least is not None and self.ratio < self.least)


@dataclass(frozen=True, slots=True)
class Absent:
    """What could not be measured here, and why."""

    what: str
    beside: str
    why: str


Found = Row | Absent


def in_turn(jobs: Sequence[Job], runs: int) -> list[Seconds]:
    """Run jobs in turn, so many times, and return the median of each."""
    found: list[list[Seconds]] = [[] for _ in jobs]
    for _ in range(runs):
        for job, seconds in zip(jobs, found, strict=True):
            seconds.append(job())
    return [median(seconds) for seconds in found]


def median(found: Sequence[Seconds]) -> Seconds:
    """Return the middle of some runs, of the processors and of the clock each by itself."""
    return Seconds(statistics.median(each.processor for each in found), statistics.median(each.wall for each in found))


def command(
    *words: str, folder: Path = ROOT, variables: Mapping[str, str] | None = None, ends: Sequence[int] = (0,)
) -> Seconds:
    """Run a command and return what it and the processes that it waited for took; FailedError when it ends otherwise."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(variables or {})
    began = time.monotonic()
    process = subprocess.Popen(
        words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ends:
        raise FailedError(f"{said.decode(errors='replace')[-2000:]}\n{' '.join(words)} ended with {process.returncode}.")
    return Seconds(used.ru_utime + used.ru_stime, wall)


def python(code: str, *words: str, folder: Path = ROOT) -> Seconds:
    """Run a piece of Python in a fresh process."""
    return command(sys.executable, "-c", code, *words, folder=folder)


def sanad(*words: str, folder: Path, ends: Sequence[int] = (0,)) -> Seconds:
    """Run the program in a project."""
    return command(sys.executable, "-m", "generator", *words, folder=folder, ends=ends)


def table(found: Sequence[Found]) -> str:
    """Return the table as Markdown."""
    head = ("measured", "beside", "seconds", "beside", "by", "ratio", "to be")
    lines = [head, ("---",) * len(head), *(_cells(each) for each in found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def notes(found: Sequence[Found]) -> Iterator[str]:
    """Yield a sentence for each row that has something to say."""
    yield from (f"- {each.what}: {each.note}" for each in found if isinstance(each, Row) and each.note)


def _cells(each: Found) -> tuple[str, ...]:
    if isinstance(each, Absent):
        return (each.what, each.beside, "", "", "", f"not measured: {each.why}", "")
    by = "the clock" if each.by_clock else "processors"
    first, second = (getattr(side, "wall" if each.by_clock else "processor") for side in (each.first, each.second))
    wanted = (
        f"at most {each.most:g}" if each.most is not None else f"at least {each.least:g}" if each.least is not None else "—"
    )
    missed = " (missed)" if each.missed else ""
    return (each.what, each.beside, f"{first:.2f}", f"{second:.2f}", by, f"{each.ratio:.2f}{missed}", wanted)
