"""Runs a job in a fresh process and tells what it cost; a job that fails ends the command."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.performance.clock import IMPORTS
from bench.performance.watched import RARE, REPORTS, ROAD

ROOT = Path(__file__).parents[2]
REST = "the rest"


class FailedError(Exception):
    """A job that failed, with the sentence that says so."""


class OverLimitError(Exception):
    """A job that took longer than it may."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The seconds of processors and of the clock, the most memory in bytes, the processor seconds by part, and the pages."""

    processor: float
    wall: float
    memory: int
    parts: Mapping[str, float] = field(default_factory=dict)
    pages: int = 0

    def of(self, names: Iterable[str]) -> Cost:
        """Return the cost with these parts alone, in order, imports and the rest after them.

        FailedError when one of them took no time: then what is watched for has another name.
        """
        names = (*names, IMPORTS)
        if unseen := [name for name in names if name not in self.parts and name not in RARE]:
            raise FailedError(f"No time was seen in: {', '.join(unseen)}. Tell watched.py what does it now.")
        seen = {name: self.parts.get(name, 0.0) for name in names}
        return replace(self, parts={**seen, REST: self.processor - sum(seen.values())})


def median(costs: Sequence[Cost]) -> Cost:
    """Return the cost of the run in the middle, so that its parts make its sum; wall time and memory have their own middle."""
    middle = sorted(costs, key=lambda cost: cost.processor)[len(costs) // 2]
    wall = statistics.median(cost.wall for cost in costs)
    return replace(middle, wall=wall, memory=int(statistics.median(cost.memory for cost in costs)))


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ended well: the cost of it and of those that it started, and what its job said."""

    cost: Cost
    said: Mapping[str, Any]

    @property
    def work(self) -> Cost:
        """The cost of the piece of work that the job measured, with the memory of the whole process."""
        said = self.said
        return Cost(said["processor"], said["wall"], self.cost.memory, said["parts"], said["pages"])


def run(
    *words: str,
    road: str = "",
    tree: Path = ROOT,
    python: str = sys.executable,
    limit: float | None = None,
    variables: Mapping[str, str] | None = None,
) -> Ended:
    """Run a job of `child` on a tree of the project; FailedError when it fails, OverLimitError when it is not done in time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = os.pathsep.join([str(tree), str(ROOT)])
        environment = os.environ | {"PYTHONPATH": paths, REPORTS: name, ROAD: road} | dict(variables or {})
        command = [python, "-m", "bench.performance.child", *words]
        with (folder / "words").open("w+b") as told:
            began = time.monotonic()
            process = subprocess.Popen(command, cwd=tree, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
            cost, code = _awaited(process, began, limit)
            told.seek(0)
            if code:
                raise FailedError(f"{told.read().decode(errors='replace').strip()[-2000:]}\n{words[0]} failed with {code}.")
        parts: Counter[str] = Counter()
        for file in folder.glob("*.parts.json"):
            parts.update(json.loads(file.read_text(encoding="utf-8")))
        said = folder / "said.json"
        return Ended(replace(cost, parts=parts), json.loads(said.read_text(encoding="utf-8")) if said.exists() else {})


def _awaited(process: subprocess.Popen[bytes], began: float, limit: float | None) -> tuple[Cost, int]:
    """Wait for a process and return its cost, with that of the processes that it waited for, and its exit code."""
    late = threading.Event()

    def end() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limit or threading.TIMEOUT_MAX, end)
    timer.daemon = True
    timer.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        raise
    finally:
        timer.cancel()
    wall = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if late.is_set():
        raise OverLimitError
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024), process.returncode
