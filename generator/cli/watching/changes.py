"""What of a project's files has changed, by comparing what is in them, whatever the system says or does not say of it.

Nothing is told by the system, since network drives tell nothing, and what happened while a lid was closed is told nobody. So
the folders are looked through again and again. Sizes and times of files say where something may have changed; that it has,
only their content says: a saved file in which nothing changed is no change, and some drives know a time to two seconds only,
within which a digit can become another. Each look reads a few files more, so that after a minute every file was compared.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.reading import plainfiles

EVERY, _SLOWEST = 0.15, 0.5
"""Seconds between two looks, at least while somebody writes, and at most after a while without a change."""
_CALM = 120
"""How many times as long as it waits nothing must have changed."""
_SHARE = 5
"""How many times as long as a look takes is waited until the next one."""
_FRESH = 5.0
"""Seconds for which a file that was touched is read at every look."""
_ROUND = 400
"""Looks after which every file has been read once more."""
_GONE = 0.6
"""Seconds to wait for a file that is gone: programs that replace one have it away for a moment."""
_LATEST = 5.0
"""Seconds after which a file that is still being written is taken as it is."""
_DEEPEST = 12
"""Folders in one another; a link may lead round."""

_KEPT = ("versions", "signed")
"""The folders of `plans/` in which finals are kept: nothing is read there, and there is much of it."""

Stamp = tuple[int, int, int]
"""What the system says of a file: its size, when it was written and when it was changed, in nanoseconds."""
_UNREAD = b""


def look(places: Iterable[Path]) -> dict[Path, Stamp]:
    """Look at some files and folders with all in them that the program would read; what is not there is no error."""
    return {file: stamp for place in places for file, stamp in _seen(place)}


def _seen(place: Path) -> Iterator[tuple[Path, Stamp]]:
    with contextlib.suppress(OSError):
        if plainfiles.is_folder(place):
            yield from _inside(place, _DEEPEST)
        else:
            yield place, _stamp(place.stat())


def _inside(folder: Path, depth: int) -> Iterator[tuple[Path, Stamp]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if plainfiles.is_byproduct(entry.name):
            continue
        with contextlib.suppress(OSError):
            if not entry.is_dir():
                # Of the entry, since Windows lists a folder with all this and asks a drive of the network once for it.
                yield folder / entry.name, _stamp(entry.stat())
            elif depth and not _leads_round(entry) and not (depth == _DEEPEST and entry.name in _KEPT):
                yield from _inside(folder / entry.name, depth - 1)


def _leads_round(entry: os.DirEntry[str]) -> bool:
    """Return whether a folder is a link to one that it is in."""
    if not plainfiles.is_link(entry):
        return False
    real = plainfiles.real(Path(entry.path))
    return plainfiles.real(Path(entry.path).parent).is_relative_to(real)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _content(file: Path) -> bytes:
    """Return the digest of a file as it is; the same for all that cannot be read."""
    try:
        return hashlib.sha256(plainfiles.read(file)).digest()
    except OSError:
        return _UNREAD


@dataclass
class Watch:
    """Compares the files of some places with what they were when they were last compared."""

    places: Sequence[Path]
    wait: Callable[[float], object] = time.sleep
    now: Callable[[], float] = time.monotonic
    look: Callable[[Iterable[Path]], dict[Path, Stamp]] = look
    _stamps: dict[Path, Stamp] = field(default_factory=dict, init=False)
    _contents: dict[Path, bytes] = field(default_factory=dict, init=False)
    _touched: dict[Path, float] = field(default_factory=dict, init=False)
    """Until when each file that was touched is read at every look."""
    _turn: Iterator[Path] = field(default_factory=lambda: iter(()), init=False)
    pause: float = field(default=EVERY, init=False)
    """Seconds until the next look."""
    _last: float = field(default=0.0, init=False)
    """When something was different."""

    def __post_init__(self) -> None:
        self._stamps = self.look(self.places)
        self._contents = {file: _content(file) for file in self._stamps}
        self._last = self.now()
        # What was written just before may be written again within the time that its drive knows.
        self._touched = dict.fromkeys(self._stamps, self.now() + _FRESH)

    def changed(self, at_most: float | None = None) -> list[Path]:
        """Wait until some files have another content and none is being written any more; return them in their order.

        A burst of saves is one change. Returns none after `at_most` seconds.
        """
        until = None if at_most is None else self.now() + at_most
        while not (found := self._different()):
            if until is not None and self.now() >= until:
                return []
            self.wait(self.pause)
        found = self._settled(found)
        for file, content in found.items():
            if content is None:
                self._contents.pop(file, None)
            else:
                self._contents[file] = content
        return sorted(found)

    def _settled(self, found: dict[Path, bytes | None]) -> dict[Path, bytes | None]:
        """Return what is different when it is the same at two looks, some time apart."""
        latest = self.now() + _LATEST
        while self.now() < latest:
            self.wait(max(self.pause, _GONE) if None in found.values() else self.pause)
            again = self._different()
            if again == found:
                break
            found = again
        return found

    def _different(self) -> dict[Path, bytes | None]:
        """Return the present content of each file that has another one than when files were last compared; None: it is gone."""
        begun = self.now()
        stamps = self.look(self.places)
        for file, stamp in stamps.items():
            if self._stamps.get(file) != stamp:
                self._touched[file] = begun + _FRESH
        self._stamps = stamps
        # What cannot be read, as long as an editor on Windows has it open, is tried until it can.
        unread = (file for file, content in self._contents.items() if content == _UNREAD)
        doubtful = {*self._touched, *unread, *self._next(len(stamps) // _ROUND + 1)} & {*stamps}
        found: dict[Path, bytes | None] = {
            file: content for file in doubtful if (content := _content(file)) != self._contents.get(file)
        }
        self._touched |= dict.fromkeys(found, begun + _FRESH)
        self._touched = {file: end for file, end in self._touched.items() if end > begun}
        found |= dict.fromkeys(file for file in self._contents if file not in stamps)
        self._last = begun if found else self._last
        self.pause = max(EVERY, min(_SLOWEST, (begun - self._last) / _CALM), _SHARE * (self.now() - begun))
        return found

    def _next(self, count: int) -> list[Path]:
        """Return the next few of all files."""
        found = [*islice(self._turn, count)]
        if not found:
            self._turn = iter([*self._stamps])
        return found
