"""What was read without a fault is read once a process: tests read the same files, or copies of them, a thousand times over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from generator.problems.outcome import Outcome
from generator.reading import plainfiles, records
from generator.reading.positions import Positions, Source

MOST = 2000
"""How many files are remembered; the first one is forgotten for one more."""

_LOAD = records.load
_KNOWN: dict[tuple[type, bytes], tuple[Any, Any]] = {}


@contextmanager
def remembering() -> Iterator[None]:
    """Within it the record that `records.load` makes of the bytes of a file, which it depends on alone, is remembered.

    What a file with any problem says is never remembered: its places are those of its own file.
    """
    records.load = _load
    try:
        yield
    finally:
        records.load = _LOAD


def _load(plans: Path, key: str, model: type[Any], positions: Positions, *given: Any) -> Outcome[Any]:
    file, really = plans / key, partial(_LOAD, plans, key, model, positions, *given)
    try:
        content = plainfiles.read(file)
    except OSError:
        return really()
    known = _KNOWN.get((model, content))
    if known is None:
        outcome = really()
        if outcome.value is not None and not outcome.problems:
            if len(_KNOWN) >= MOST:
                del _KNOWN[next(iter(_KNOWN))]
            _KNOWN[model, content] = positions.sources[key].node, outcome.value
        return outcome
    positions.sources[key] = Source.of(file, known[0], model)
    return Outcome(known[1])
