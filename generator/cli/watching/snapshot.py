"""What the files of a project look like at a moment, so that any change is seen by comparing two moments.

Nothing is told by the system: network drives tell nothing, and what happened while a lid was closed is told nobody. Editors
save through files of their own beside the real one; none of these has a name that counts here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.reading import plainfiles

_COUNTING = frozenset({".yaml", ".geojson", ".png", ".jpg", ".jpeg", ".j2"})
"""The endings of the files that documents come from."""

Snapshot = Mapping[Path, tuple[int, int]]
"""Of each file its size and when it was written, in nanoseconds."""

EVERY = 0.25
"""Seconds between two looks."""


def take(places: Iterable[Path]) -> Snapshot:
    """Look at some files and folders with all in them; what is not there is no error."""
    return {file: seen for place in places for file, seen in _seen(place)}


def _seen(place: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    try:
        if not plainfiles.is_folder(place):
            found = place.stat()
            yield place, (found.st_size, found.st_mtime_ns)
            return
        with os.scandir(place) as entries:
            inside = sorted(entry.name for entry in entries if not plainfiles.is_byproduct(entry.name))
    except OSError:
        return
    for name in inside:
        path = place / name
        if path.suffix.lower() in _COUNTING or plainfiles.is_folder(path):
            yield from _seen(path)


def changes(places: Iterable[Path], before: Snapshot, wait: Callable[[float], object] = time.sleep) -> Snapshot:
    """Wait until something has changed and nothing changes any more, and return what it looks like then.

    A burst of saves is one change: of a file that is being written the end is waited for.
    """
    watched = [*places]
    now = take(watched)
    while now == before:
        wait(EVERY)
        now = take(watched)
    while True:
        wait(EVERY)
        again = take(watched)
        if again == now:
            return now
        now = again
