"""The path of a document, and how it is written there: inside the output folder, whole or not at all.

A document is written to a unique temporary file in its own folder, synced, and moved over the old one, so that a full disk,
a kill or a fault leaves the good document as it was (`make proof`: 200 kills, no broken file). A lock keeps two builds apart.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.build.subjects import Subject
from generator.problems import messages
from generator.problems.errors import MachineError, Place, Problem
from generator.problems.messages import problem
from generator.writing.writers import Format

_TEMPORARY = ".sanad-"
_WAITING = "-تازه-sanad"
"""Ends the name of a document that waits for its place; no id has it, and nobody calls a file of his own so."""
_LOCKED = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""How POSIX and Windows say that somebody else has the lock."""


DRAFT, SAMPLE = "-draft", "-sample"
"""The endings of the names of what is not final, and of a final document of sample data; no id ends so."""


def path_of(subject: Subject, suffix: Format, *, final: bool) -> Path:
    """Return the path of a subject's document under the output folder: its name, and what it is if it is not simply final.

    One subject in the place: the kind names the file; many: the kind names a folder.
    """
    ending = DRAFT if not final else SAMPLE if subject.sample else ""
    return Path(f"{subject.name}{ending}.{suffix}")


def remaining_drafts(
    root: Path, chosen: Iterable[Subject], formats: Iterable[Format], written: Sequence[Path]
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
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    if not target.resolve().is_relative_to(root.resolve()):
        raise MachineError([problem("outside-output", None, path=target)])
    waiting = target.with_name(f"{target.stem}{_WAITING}{target.suffix}")
    _put(target, data, waiting if may_wait else None)
    with contextlib.suppress(OSError):  # An older one that could not be put in place; if it stays, the next build sees it.
        waiting.unlink(missing_ok=True)
    return target


def replace(target: Path, data: bytes) -> Path:
    """Put a file that the user named in its place, atomically, in a folder that exists; MachineError like `write`."""
    _put(target, data, None)
    return target


def _put(target: Path, data: bytes, waiting: Path | None) -> None:
    try:
        temporary = _temporary(target, data)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    try:
        temporary.replace(target)
    except OSError as error:
        try:
            # Windows gives this error for a file that is open elsewhere, and for a folder.
            if waiting is not None and isinstance(error, PermissionError) and not target.is_dir():
                temporary.replace(waiting)
                in_use = problem("file-in-use", None, path=target, beside=waiting.name, reason=messages.reason(error))
                raise MachineError([in_use]) from None
        except OSError:
            pass  # Then it cannot be put beside either, and the first error says why.
        _discard(temporary)
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    except BaseException:
        _discard(temporary)
        raise


def _temporary(target: Path, data: bytes) -> Path:
    """Write a new file with this content in the folder of the target, on the disk; its mode is what the umask leaves."""
    path = target.with_name(f"{_TEMPORARY}{secrets.token_hex(8)}{target.suffix}")
    # Not made by `tempfile`, whose files only their owner may read whatever the umask says.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        _discard(path)
        raise
    return path


def _discard(path: Path) -> None:
    """Remove a temporary file, or leave it to the next build, which sweeps."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def settle(root: Path) -> list[Problem]:
    """Clear up after earlier builds: remove half-written files, put waiting documents in place. Only under the lock.

    Returns a problem for each that does not let itself be moved or removed.
    """
    problems = []
    for folder, _, names in os.walk(root):
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(_TEMPORARY):
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    problems.append(problem("stray-stays", None, path=path, reason=messages.reason(error)))
            elif path.stem.endswith(_WAITING) and not path.is_symlink():
                target = path.with_name(f"{path.stem.removesuffix(_WAITING)}{path.suffix}")
                try:
                    path.replace(target)
                except OSError as error:
                    reason = messages.reason(error)
                    problems.append(problem("file-still-beside", None, path=target, beside=name, reason=reason))
    return problems


@contextlib.contextmanager
def lock(root: Path) -> Iterator[None]:
    """Lock the output folder for one build; MachineError when another build has locked it, or when it cannot be locked."""
    path = root / ".lock"
    try:
        root.mkdir(parents=True, exist_ok=True)
        descriptor = _opened(path)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=root, reason=messages.reason(error))]) from None
    with os.fdopen(descriptor, "rb"):
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in _LOCKED:
                raise MachineError([problem("output-locked", None, path=root)]) from None
            raise MachineError([problem("lock-impossible", None, path=root, reason=messages.reason(error))]) from None
        yield


def _opened(path: Path) -> int:
    """Open the lock's file, and make it if it is not there; never through a link, without emptying it or waiting for a pipe.

    Windows knows neither O_NOFOLLOW nor O_NONBLOCK; it has no pipes among files, and the link is looked for beforehand.
    """
    plain = problem("lock-not-plain", None, path=path)
    if path.is_symlink():
        raise MachineError([plain])
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags, 0o666)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO) or path.is_dir():
            raise MachineError([plain]) from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise MachineError([plain])
    return descriptor


def _lock(descriptor: int) -> None:
    """Lock an open file or raise OSError, without waiting."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
