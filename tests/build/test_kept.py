"""Processes that stay from one run of tasks to the next, whatever happens to them in between."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from generator.build.processes import Lost, Pool, kept
from generator.problems.limits import MIB, Bounds

SLOW = "slow"


def work(_: None, task: str) -> int:
    """Say which process it is, at once or never."""
    if task == SLOW:
        threading.Event().wait()
    return os.getpid()


@pytest.fixture
def pool() -> Iterator[Pool]:
    with kept(work, None, 2, Bounds(0.5, 512 * MIB)) as found:
        yield found


def one(pool: Pool) -> int:
    ((_, process),) = pool.results(["quick"])
    assert isinstance(process, int)
    return process


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_process_works_in_each_run_and_ends_with_the_pool() -> None:
    with kept(work, None, 1, Bounds(60, 512 * MIB)) as pool:
        process = one(pool)
        assert one(pool) == process
    assert not lives(process)


def test_of_several_one_stays(pool: Pool) -> None:
    processes = {process for _, process in pool.results(["quick"] * 6)}
    pool.rest()

    assert [process for process in processes if lives(process)] == [one(pool)]


def test_one_that_fell_in_between_is_replaced(pool: Pool) -> None:
    process = one(pool)
    os.kill(process, signal.SIGKILL)

    assert one(pool) != process


def test_a_task_that_takes_too_long_costs_its_process_and_not_the_next_run(pool: Pool) -> None:
    assert [*pool.results([SLOW])] == [(0, Lost.SLOW)]
    assert lives(one(pool))


def test_who_leaves_a_run_ends_what_is_under_way(pool: Pool) -> None:
    results = pool.results(["quick", SLOW])
    _, process = next(results)
    results.close()

    assert one(pool) == process
