"""How files are put in place, whole or not at all, and how a folder is kept to one program for a while.

A file is written to a unique temporary one in its own folder, synced, and moved over the old one, so that a full disk, a kill
or a fault leaves the good one as it was.

Windows lets nobody move or replace a file that a program has open: Word for as long as it shows it, a virus scanner for a
moment. So a move that it refuses is tried again for a second, before it is told who may have the file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.problems import messages
from generator.problems.errors import MachineError
from generator.problems.messages import problem

TEMPORARY = ".sanad-"
"""Begins the name of what is not in its place yet; nobody reads such a file."""
LOCK = ".lock"
"""The name of the file by which a folder is locked."""
_LOCKED = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""How POSIX and Windows say that somebody else has the lock."""
_HELD = (5, 32, 33)
"""How Windows says that somebody has a file open: access denied, sharing violation, lock violation."""
_WAITS = (0.05, 0.1, 0.2, 0.3, 0.4)
"""The seconds between the tries of a move, or of a removal, that Windows refuses so."""
_LOOKS = 0.05
"""The seconds between two looks whether a lock is free."""


def put(target: Path, data: bytes, waiting: Path | None = None) -> None:
    """Put a file in its place, atomically; where another program holds the old one open it is `waiting` beside it.

    MachineError, also for one that waits.
    """
    try:
        temporary = _temporary(target, data)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    try:
        again(temporary.replace, target)
    except OSError as refused:
        told = problem("cannot-write", None, path=target, reason=messages.reason(plainer(refused, target)))
        try:
            # Windows gives this error for a file that is open elsewhere, and for a folder.
            if waiting is not None and isinstance(refused, PermissionError) and not target.is_dir():
                again(temporary.replace, waiting)
                reason = messages.reason(plainer(refused, target))
                told = problem("file-in-use", None, path=target, beside=waiting.name, reason=reason)
        except OSError:
            pass  # Then it cannot be put beside either, and the first error says why.
        discard(temporary)
        raise MachineError([told]) from None
    except BaseException:
        discard(temporary)
        raise


def again(act: Callable[..., object], *given: Path) -> None:
    """Do what moves or removes a file; where Windows says that somebody has it open, once more after a moment, and so on."""
    for seconds in _WAITS:
        try:
            act(*given)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(seconds)
        else:
            return
    act(*given)


def plainer(error: OSError, target: Path) -> OSError:
    """Return why a file is not replaced: that it is open Windows says only to who would move it, here to its own place."""
    if getattr(error, "winerror", None) in _HELD:
        try:
            target.rename(target)
        except PermissionError as plainer:
            return plainer
        except OSError:
            pass
    return error


def _temporary(target: Path, data: bytes) -> Path:
    """Write a new file with this content in the folder of the target, on the disk; its mode is what the umask leaves."""
    path = target.with_name(f"{TEMPORARY}{secrets.token_hex(8)}{target.suffix}")
    # Not made by `tempfile`, whose files only their owner may read whatever the umask says.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        discard(path)
        raise
    return path


def sync(folder: Path) -> None:
    """Put the names of the files of a folder on the disk, where the system has a way to do so."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def discard(path: Path) -> None:
    """Remove a temporary file, or leave it to the next build, which sweeps."""
    with contextlib.suppress(OSError):
        again(partial(path.unlink, missing_ok=True))


@contextlib.contextmanager
def lock(root: Path, code: str, wait: float = 0) -> Iterator[None]:
    """Lock a folder, which is made if it is not there; MachineError when it cannot be locked.

    Where another program has it, and after `wait` seconds still, the problem has this code.
    """
    path = root / LOCK
    try:
        root.mkdir(parents=True, exist_ok=True)
        descriptor = _opened(path)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=root, reason=messages.reason(error))]) from None
    with os.fdopen(descriptor, "rb"):
        until = time.monotonic() + wait
        while not _is_locked(descriptor, root):
            if time.monotonic() > until:
                raise MachineError([problem(code, None, path=root)])
            time.sleep(_LOOKS)
        try:
            yield
        finally:
            _unlock(descriptor)


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


def _is_locked(descriptor: int, root: Path) -> bool:
    """Lock an open file without waiting; return whether that was done, MachineError where it never can be."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _LOCKED:
            return False
        raise MachineError([problem("lock-impossible", None, path=root, reason=messages.reason(error))]) from None
    return True


def _lock(descriptor: int) -> None:
    """Lock an open file or raise OSError, without waiting."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(descriptor: int) -> None:
    """Give the lock back where closing the file does so only some time later."""
    if sys.platform == "win32":
        import msvcrt

        with contextlib.suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
