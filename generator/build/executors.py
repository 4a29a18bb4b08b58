"""Make documents by an executor of others, such as a cluster of machines: many subjects a task, an answer for each.

What runs elsewhere cannot be killed from here, so the limits of time and memory of a document are the cluster's own. Bytes
depend on the program, its libraries and the faces: a task first compares those of its machine with those of this one.
"""

from __future__ import annotations

import contextlib
import importlib
import pickle
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import lru_cache
from math import ceil

from generator.build import keys, workers
from generator.build.document import BuiltDocument, DocumentBuilder
from generator.build.serving import Bug, Lost
from generator.build.subjects import Subject
from generator.build.workers import Common, in_place_of, make
from generator.problems.errors import MachineError, UsageError
from generator.problems.limits import LIMITS, RunLimits
from generator.problems.messages import meant, problem, reason
from generator.writing.writers import Format

_MOST = 16
"""Subjects a task: a lost one costs them, and what goes along once a task is then little beside them."""
_TASKS = 32
"""Tasks that a build is divided into where it has few subjects, so that each of many machines gets some."""
_UNDER_WAY = 64
"""Tasks handed over and not yet fetched, so that the subjects and files of a large build are not all in memory."""

Answer = BuiltDocument | Bug
Made = list[Answer] | tuple[str, ...]
"""The answers of a task, or the names of what its machine has otherwise."""


@contextlib.contextmanager
def named(given: str) -> Iterator[Executor]:
    """Open the executor that `KIND=ADDRESS` means (`dask=tcp://HOST:PORT`); UsageError for an unknown one, MachineError."""
    kind, _, address = given.partition("=")
    if kind not in _KINDS or not address:
        allowed = "، ".join(f"{name}=tcp://HOST:PORT" for name in _KINDS)
        raise UsageError([problem("unknown-executor", None, given=given, allowed=allowed, near=meant(kind, _KINDS))])
    with _KINDS[kind](address) as executor:
        yield executor


@contextlib.contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise MachineError([problem("executor-missing", None, name="dask", command='pip install "distributed"')]) from None
    try:
        client = distributed.Client(address, timeout=10, set_as_default=False)
    except (OSError, ValueError) as error:  # TimeoutError is an OSError; ValueError: no address at all.
        why = reason(error) if isinstance(error, OSError) and error.errno else str(error)
        raise MachineError([problem("executor-absent", None, address=address, reason=why)]) from None
    with client:
        yield client.get_executor(pure=False)


_KINDS: Mapping[str, Callable[[str], contextlib.AbstractContextManager[Executor]]] = {"dask": _dask}


def run(
    executor: Executor,
    builder: DocumentBuilder,
    chosen: Sequence[Subject],
    formats: Sequence[Format],
    final: bool,
    limits: RunLimits = LIMITS,
) -> Generator[BuiltDocument, None, None]:
    """Build every chosen document in their order; one whose task was lost is tried once more alone, then has a problem.

    MachineError when a machine has another program, other libraries or other faces.
    """
    given = (pickle.dumps((builder, formats, final)), keys.of_machine(builder.style))
    size = max(1, min(_MOST, ceil(len(chosen) / _TASKS)))
    waiting: deque[tuple[range, list[str], Future[Made] | None]] = deque()
    left = deque(range(first, min(first + size, len(chosen))) for first in range(0, len(chosen), size))
    while left or waiting:
        while left and len(waiting) < _UNDER_WAY:
            part = left.popleft()
            subjects = [chosen[at] for at in part]
            waiting.append((part, [each.name for each in subjects], _submitted(executor, given, subjects)))
        part, names, future = waiting.popleft()
        answers: list[Answer | Lost] = [*(_fetched(future) or (_alone(executor, given, chosen[at]) for at in part))]
        yield from (in_place_of(answer, name, limits) for answer, name in zip(answers, names, strict=True))


_Given = tuple[bytes, Mapping[str, str]]


def _submitted(executor: Executor, given: _Given, subjects: Sequence[Subject]) -> Future[Made] | None:
    """Hand over a task; None where the executor takes none any more."""
    try:
        return executor.submit(_task, *given, tuple(subjects))
    except (BrokenExecutor, RuntimeError):
        return None


def _fetched(future: Future[Made] | None) -> list[Answer] | None:
    """Wait for a task; None when it was lost. MachineError when its machine is another one."""
    try:
        made = future.result() if future is not None else None
    except Exception:  # Whatever became of the machine: the executors of others have exceptions of their own.
        return None
    if isinstance(made, tuple):
        raise MachineError([problem("executor-other", None, parts="، ".join(keys.NAMES[name] for name in made))])
    return made


def _alone(executor: Executor, given: _Given, subject: Subject) -> Answer | Lost:
    answers = _fetched(_submitted(executor, given, (subject,)))
    return answers[0] if answers else Lost.KILLED


def _task(common: bytes, standing: Mapping[str, str], subjects: Sequence[Subject]) -> Made:
    """Make the documents of a task on the machine of the executor."""
    ready, here = _prepared(common)
    if other := tuple(name for name, digest in standing.items() if here[name] != digest):
        return other
    return [_answer(ready, subject) for subject in subjects]


def _answer(common: Common, subject: Subject) -> Answer:
    try:
        return make(common, subject)
    except Exception:  # A bug of one document keeps back no other.
        return Bug(traceback.format_exc())


@lru_cache(maxsize=1)
def _prepared(common: bytes) -> tuple[Common, Mapping[str, str]]:
    """Return what is common to the tasks of a build, made once a process, and what this machine has."""
    given = workers.prepared(common)
    return given, keys.of_machine(given[0].style)
