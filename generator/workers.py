"""Work on documents in several processes: one task a document, results in the order asked for.

A worker ends when its parent does (else a killed build leaves workers behind), and a worker lost to the system costs
only its document: the rest go on in this process.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from generator.assembly import Press, Produced, produce
from generator.messages import problem
from generator.output import Format, name_of
from generator.subjects import Subject


def run(press: Press, chosen: Sequence[Subject], formats: Sequence[Format], final: bool, jobs: int) -> Iterator[Produced]:
    """Produce every chosen document, with `jobs` processes (1: in this one)."""
    if jobs == 1 or len(chosen) < 2:
        yield from (produce(press, subject, formats, final) for subject in chosen)
        return
    context = multiprocessing.get_context("spawn")
    workers = min(jobs, len(chosen))
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(press, os.getpid())) as pool:
        tasks = [(subject, pool.submit(_task, subject, formats, final)) for subject in chosen]
        for subject, task in tasks:
            try:
                yield task.result()
            except BrokenProcessPool:
                yield Produced(problems=(problem("worker-lost", None, document=name_of(subject)),), exit_code=4)


_press: Press | None = None


def _start(press: Press, parent: int) -> None:
    global _press
    _press = press
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _task(subject: Subject, formats: Sequence[Format], final: bool) -> Produced:
    if _press is None:
        raise RuntimeError("worker not started")
    return produce(_press, subject, formats, final)
