"""The register on the disk: read as it is now, and appended to, under its own lock.

The file of a year is written anew beside the old one and moved over it: whoever is killed in between has either written down
the whole line or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.records.register import Entry, Register
from generator.persian import numeral, to_persian
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, Problem, Severity, worst
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.reader import Reader
from generator.reading.records import REGISTER, SUFFIX
from generator.reading.store import Store
from generator.reading.yamltext.parse import MAX_REGISTER
from generator.records import disk, lines

_WAIT = 60
"""Seconds to wait for who issues at this moment."""


@dataclass(slots=True)
class OpenRegister:
    """The register while it is locked: what it holds, and what is appended to it."""

    plans: Path
    register: Register
    seen: dict[str, bytes] = field(default_factory=dict)
    """The files that it was read from, as they were then or were written since."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Write some entries down, each in the file of the year of its day; MachineError when the disk does not let it."""
        for year in sorted({entry.date.year for entry in entries}):
            self._append(year, [entry for entry in entries if entry.date.year == year])
        self.register = self.register.with_entries(entries)

    def _append(self, year: int, entries: Sequence[Entry]) -> None:
        file = self.plans / REGISTER / f"{year}{SUFFIX}"
        written = [lines.line(entry) for entry in entries]
        for text, entry in zip(written, entries, strict=True):
            if not lines.reads_back(text, entry):
                raise DataError([problem("register-unwritable", None, number=to_persian(entry.about))])
        try:
            before = plainfiles.read(file).decode("utf-8") if file.exists() else lines.head(year)
        except OSError as error:
            raise MachineError([problem("cannot-read", None, path=file, reason=messages.reason(error))]) from None
        ended = before if before.endswith("\n") else f"{before}\n"
        after = (ended + "".join(written)).encode("utf-8")
        if len(after) > MAX_REGISTER:
            raise DataError([problem("register-year-full", None, year=numeral(year))])
        disk.put(file, after)
        disk.sync(file.parent)
        self.seen[file.name] = after


@contextmanager
def opened(plans: Path, before: OpenRegister | None = None) -> Iterator[OpenRegister]:
    """Lock the register and read it as it is now; DataError with all its problems when it is wrong.

    What was opened `before`, and nobody has written into since, is not read again. Waits a minute for another program that has
    it; MachineError when it has it still.
    """
    with disk.lock(plans / REGISTER, "register-locked", _WAIT):
        files = _files(plans)
        yield before if before is not None and before.seen == files else OpenRegister(plans, read(plans), files)


def _files(plans: Path) -> dict[str, bytes]:
    """Return the bytes of the files of the register; MachineError when one cannot be read."""
    try:
        return {file.name: plainfiles.read(file) for file in sorted((plans / REGISTER).glob(f"*{SUFFIX}"))}
    except OSError as error:
        reason = messages.reason(error)
        raise MachineError([problem("cannot-read", None, path=plans / REGISTER, reason=reason)]) from None


def faults(problems: Iterable[Problem], plans: Path) -> Iterator[Problem]:
    """Yield the errors of the register among the problems of a project."""
    for found in problems:
        if found.severity is Severity.ERROR and found.place and found.place.file.is_relative_to(plans / REGISTER):
            yield found


def read(plans: Path) -> Register:
    """Read the register as it is now; DataError with all its problems when it is wrong."""
    reader = Reader(plans, 50, Store.none())
    register = reader.register()
    if worst(reader.problems) is Severity.ERROR:
        raise DataError([*reader.problems, problem("register-broken")])
    return register
