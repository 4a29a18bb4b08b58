"""The path of a document, and how it is written there: inside the output folder, whole or not at all.

`records.disk` puts it in place, so that a full disk, a kill or a fault leaves the good document as it was (`make proof`: 200
kills, no broken file). A lock keeps two builds apart.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from generator.build.planned import Planned
from generator.build.subjects import Subject
from generator.problems import messages
from generator.problems.errors import MachineError, Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.store import FOLDER
from generator.records import disk
from generator.writing.writers import Format

_WAITING = "-تازه-sanad"
"""Ends the name of a document that waits for its place; no id has it, and nobody calls a file of his own so."""
DRAFT, SAMPLE = "-draft", "-sample"
"""The endings of the names of what is not final, and of a final document of sample data; no id ends so."""


def path_of(subject: Subject | Planned, suffix: Format, *, final: bool) -> Path:
    """Return the path of a subject's document under the output folder: its name, and what it is if it is not simply final.

    One subject in the place: the kind names the file; many: the kind names a folder.
    """
    ending = DRAFT if not final else SAMPLE if subject.sample else ""
    return Path(f"{subject.name}{ending}.{suffix}")


def remaining_drafts(
    root: Path, chosen: Iterable[Planned], formats: Iterable[Format], written: Sequence[Path]
) -> Iterator[Problem]:
    """Report the drafts of finals that were written: they are left, since somebody may have filled them in."""
    for subject in chosen:
        for suffix in formats:
            final, draft = (root / path_of(subject, suffix, final=each) for each in (True, False))
            if final in written and draft.exists():
                yield problem("draft-beside-final", Place(draft), final=final.name)


def write(root: Path, relative: Path, data: bytes, *, may_wait: bool = True) -> Path:
    """Put a finished document in its place, atomically; MachineError when the disk or a lock on the file does not let it.

    Where another program holds the old file open, as Word does on Windows, the new one is put beside it and told; `settle`
    puts it in place before the next build. Unless it `may_wait`, nothing is put beside.
    """
    target = root / relative
    try:
        if plainfiles.leads_out(root, relative):
            raise MachineError([problem("outside-output", None, path=target)])
        target.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # A loop of links is a RuntimeError of pathlib up to Python 3.12.
        reason = messages.reason(error if isinstance(error, OSError) else OSError(errno.ELOOP, ""))
        raise MachineError([problem("cannot-write", None, path=target, reason=reason)]) from None
    waiting = target.with_name(f"{target.stem}{_WAITING}{target.suffix}")
    disk.put(target, data, waiting if may_wait else None)
    with contextlib.suppress(OSError):  # An older one that could not be put in place; if it stays, the next build sees it.
        disk.again(partial(waiting.unlink, missing_ok=True))
    return target


def remove(root: Path, relative: Path) -> None:
    """Remove a document, and the folders that it leaves empty; MachineError when it cannot be removed."""
    target = root / relative
    try:
        if plainfiles.leads_out(root, relative):
            raise MachineError([problem("outside-output", None, path=target)])
        disk.again(target.unlink)
    except (OSError, RuntimeError) as error:
        reason = messages.reason(error if isinstance(error, OSError) else OSError(errno.ELOOP, ""))
        raise MachineError([problem("cannot-remove", None, path=target, reason=reason)]) from None
    for folder in target.parents:
        if folder == root or any(folder.iterdir()):
            break
        with contextlib.suppress(OSError):
            folder.rmdir()


def forget(root: Path) -> None:
    """Remove the folder of a build that was refused and made it: only what the program remembers lies in it."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    with contextlib.suppress(OSError):
        root.rmdir()


def replace(target: Path, data: bytes) -> Path:
    """Put a file that the user named in its place, atomically, in a folder that exists; MachineError like `write`."""
    disk.put(target, data)
    return target


def settle(root: Path) -> list[Problem]:
    """Clear up after earlier builds: remove half-written files, put waiting documents in place. Only under the lock.

    Returns a problem for each that does not let itself be moved or removed.
    """
    problems = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not plainfiles.is_link(Path(folder, name))]
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(disk.TEMPORARY):
                try:
                    disk.again(partial(path.unlink, missing_ok=True))
                except OSError as error:
                    problems.append(problem("stray-stays", None, path=path, reason=messages.reason(error)))
            elif path.stem.endswith(_WAITING) and not path.is_symlink():
                target = path.with_name(f"{path.stem.removesuffix(_WAITING)}{path.suffix}")
                try:
                    disk.again(path.replace, target)
                except OSError as error:
                    reason = messages.reason(disk.plainer(error, target))
                    problems.append(problem("file-still-beside", None, path=target, beside=name, reason=reason))
    return problems


def lock(root: Path) -> AbstractContextManager[None]:
    """Lock the output folder for one build; MachineError when another build has locked it, or when it cannot be locked."""
    return disk.lock(root, "output-locked")
