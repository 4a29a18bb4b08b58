"""Read plain files from outside, without waiting for another program, and know what is no work of people among them.

A pipe would never end and a device may never stop; both are refused after they were opened and looked at, so that nothing can
change in between. Windows has no such files in its folders and no O_NONBLOCK; there the look alone remains.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


_BYPRODUCTS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_OWNED = "~$"
"""Begins the name of the small file by which Word and its like say who has a document open."""
_UNSAVED = "#"
"""Begins and ends the name of the copy that Emacs keeps while somebody types."""
_ELSEWHERE = re.compile(
    r'[<>:"\\|?*\x00-\x1f]|[^/.][. ]+(?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)', re.IGNORECASE
)


class NotPlainError(OSError):
    """What was opened is a pipe, a device or the like."""


def is_byproduct(name: str) -> bool:
    """Return whether a file of this name is left by the system, an office program or an editor beside the files of people.

    What begins with a dot is hidden anyway: the locks of LibreOffice, the swap files of Vim, the folders of macOS and OneDrive.
    """
    unsaved = name.startswith(_UNSAVED) and name.endswith(_UNSAVED)
    return unsaved or name.startswith((".", _OWNED)) or name.casefold() in _BYPRODUCTS


def is_portable(name: str) -> bool:
    """Return whether a path with slashes names the same file on every system.

    Windows takes some names for devices, a colon for a drive or a hidden part of a file, and drops dots and spaces at an end.
    """
    return _ELSEWHERE.search(name) is None


def read(file: Path, most: int = -1) -> bytes:
    """Read at most so many bytes of a plain file; OSError when it cannot be read, NotPlainError when it is no plain file."""
    try:
        # O_NONBLOCK, since opening a pipe would wait for its writer.
        descriptor = os.open(file, _FLAGS)
    except PermissionError:
        if is_folder(file):  # Windows opens none, and says no more.
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file)) from None
        raise
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


def is_link(path: str | os.PathLike[str]) -> bool:
    """Return whether a path is a symbolic link, or a junction, by which Windows puts a folder into another."""
    found = os.lstat(path)
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(found.st_mode) or (junction is not None and getattr(found, "st_reparse_tag", 0) == junction)


def leads_out(folder: Path, name: str | os.PathLike[str]) -> bool:
    """Return whether a path in a folder leaves it, by `..` or by a link; OSError or RuntimeError for a link that has no end."""
    parts = Path(name).parts
    ways = [folder.joinpath(*parts[: count + 1]) for count in range(len(parts))]
    links = [way for way in ways if os.path.lexists(way) and is_link(way)]
    return ".." in parts or Path(name).anchor != "" or any(not real(link).is_relative_to(real(folder)) for link in links)


def real(path: Path) -> Path:
    """Return where a path leads, links followed; the path itself where the system does not tell (some drives of Windows)."""
    try:
        return path.resolve()
    except OSError:
        return path.absolute()


def can_enter(folder: Path) -> bool:
    """Return whether the entries of a folder can be opened, which its list does not say but on Windows."""
    effective = os.access in os.supports_effective_ids
    return os.access(folder, os.R_OK | os.X_OK, effective_ids=effective)
