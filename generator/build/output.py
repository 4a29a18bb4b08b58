"""The path of a document, and how it is written there: inside the output folder, whole or not at all.

A document is written to a unique temporary file in its own folder, synced, and moved over the old one, so that a full disk,
a kill or a fault leaves the good document as it was (`make proof`: 200 kills, no broken file). A lock keeps two builds apart.

Windows lets nobody move or replace a file that a program has open: Word for as long as it shows it, a virus scanner for a
moment. So a move that it refuses is tried again for a second, before it is told who may have the file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from generator.build.planning import Planned
from generator.build.subjects import Subject
from generator.problems import messages
from generator.problems.errors import MachineError, Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.reading.store import FOLDER
from generator.writing.writers import Format

_TEMPORARY = ".sanad-"
_WAITING = "-تازه-sanad"
"""Ends the name of a document that waits for its place; no id has it, and nobody calls a file of his own so."""
_LOCKED = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""How POSIX and Windows say that somebody else has the lock."""
_HELD = (5, 32, 33)
"""How Windows says that somebody has a file open: access denied, sharing violation, lock violation."""
_WAITS = (0.05, 0.1, 0.2, 0.3, 0.4)
"""The seconds between the tries of a move, or of a removal, that Windows refuses so."""

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
    _put(target, data, waiting if may_wait else None)
    with contextlib.suppress(OSError):  # An older one that could not be put in place; if it stays, the next build sees it.
        _again(partial(waiting.unlink, missing_ok=True))
    return target


def remove(root: Path, relative: Path) -> None:
    """Remove a document, and the folders that it leaves empty; MachineError when it cannot be removed."""
    target = root / relative
    try:
        if plainfiles.leads_out(root, relative):
            raise MachineError([problem("outside-output", None, path=target)])
        _again(target.unlink)
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
    _put(target, data, None)
    return target


def _put(target: Path, data: bytes, waiting: Path | None) -> None:
    try:
        temporary = _temporary(target, data)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    try:
        _again(temporary.replace, target)
    except OSError as refused:
        told = problem("cannot-write", None, path=target, reason=messages.reason(_plainer(refused, target)))
        try:
            # Windows gives this error for a file that is open elsewhere, and for a folder.
            if waiting is not None and isinstance(refused, PermissionError) and not target.is_dir():
                _again(temporary.replace, waiting)
                reason = messages.reason(_plainer(refused, target))
                told = problem("file-in-use", None, path=target, beside=waiting.name, reason=reason)
        except OSError:
            pass  # Then it cannot be put beside either, and the first error says why.
        _discard(temporary)
        raise MachineError([told]) from None
    except BaseException:
        _discard(temporary)
        raise


def _again(act: Callable[..., object], *given: Path) -> None:
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


def _plainer(error: OSError, target: Path) -> OSError:
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
        _again(partial(path.unlink, missing_ok=True))


def settle(root: Path) -> list[Problem]:
    """Clear up after earlier builds: remove half-written files, put waiting documents in place. Only under the lock.

    Returns a problem for each that does not let itself be moved or removed.
    """
    problems = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not plainfiles.is_link(Path(folder, name))]
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(_TEMPORARY):
                try:
                    _again(partial(path.unlink, missing_ok=True))
                except OSError as error:
                    problems.append(problem("stray-stays", None, path=path, reason=messages.reason(error)))
            elif path.stem.endswith(_WAITING) and not path.is_symlink():
                target = path.with_name(f"{path.stem.removesuffix(_WAITING)}{path.suffix}")
                try:
                    _again(path.replace, target)
                except OSError as error:
                    reason = messages.reason(_plainer(error, target))
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
