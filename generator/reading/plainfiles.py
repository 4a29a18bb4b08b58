"""Read plain files from outside, without waiting for another program.

A pipe would never end and a device may never stop; both are refused after they were opened and looked at, so that nothing can
change in between. Windows has no such files in its folders and no O_NONBLOCK; there the look alone remains.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotPlainError(OSError):
    """What was opened is a pipe, a device or the like."""


def read(file: Path, most: int = -1) -> bytes:
    """Read at most so many bytes of a plain file; OSError when it cannot be read, NotPlainError when it is no plain file."""
    # O_NONBLOCK, since opening a pipe would wait for its writer.
    descriptor = os.open(file, _FLAGS)
    with os.fdopen(descriptor, "rb") as stream:  # A folder is refused here, as IsADirectoryError.
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotPlainError(errno.ENXIO, os.strerror(errno.ENXIO), str(file))
        return stream.read(most)


def is_file(path: Path) -> bool:
    """Return whether there is a plain file that can be examined."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Return whether there is a folder that can be examined."""
    try:
        return path.is_dir()
    except OSError:
        return False


def can_enter(folder: Path) -> bool:
    """Return whether the entries of a folder can be opened, which its list does not say but on Windows."""
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.R_OK | os.X_OK, effective_ids=effective)
