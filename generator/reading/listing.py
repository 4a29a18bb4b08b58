"""The entries of the folders of `plans/`: plain files and folders, and a problem for everything else.

Every entry is a file, a folder or reported: a link to nothing or out of the folder, a pipe, a device, a folder that cannot be
listed or entered. Nothing is left out without a word but what systems and office programs leave (`plainfiles.is_byproduct`).
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.problems import messages
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles


class DirectoryEntry(NamedTuple):
    """A file or folder by its name."""

    name: str
    is_folder: bool

    @property
    def stem(self) -> str:
        """The name without its last suffix."""
        return Path(self.name).stem

    @property
    def suffix(self) -> str:
        """The last suffix of the name, with its dot."""
        return Path(self.name).suffix


@dataclass(slots=True)
class Listing:
    """The entries of folders, each listed once. Keys are paths under `plans/` with slashes, empty for itself."""

    plans: Path
    problems: list[Problem] = field(default_factory=list)
    """What was found that is neither file nor folder."""
    _listed: dict[str, tuple[DirectoryEntry, ...]] = field(default_factory=dict)
    _reported: set[str] = field(default_factory=set)

    def entries(self, folder: str) -> tuple[DirectoryEntry, ...]:
        """Return the readable entries of a folder, by name; none where there is no such folder."""
        if folder not in self._listed:
            self._listed[folder] = ()
            self._listed[folder] = tuple(sorted(self._list(folder)))
        return self._listed[folder]

    def has(self, key: str) -> bool:
        """Return whether there is an entry of this key, readable or reported."""
        folder, _, name = key.rpartition("/")
        return any(entry.name == name for entry in self.entries(folder)) or self.is_reported(key)

    def is_reported(self, key: str) -> bool:
        """Return whether a problem was reported for this entry or for a folder that it is in."""
        if not key:
            return key in self._reported
        folder, _, _ = key.rpartition("/")
        self.entries(folder)
        return key in self._reported or self.is_reported(folder)

    def reported_in(self, folder: str) -> list[str]:
        """Return the names of the reported entries of a folder."""
        return [name for name in self.reported_below(folder) if "/" not in name]

    def reported_below(self, folder: str) -> list[str]:
        """Return the keys, from a folder on, of the reported entries in it and in those of its folders that were listed."""
        self.entries(folder)
        return [key.removeprefix(f"{folder}/") for key in self._reported if key.startswith(f"{folder}/")]

    def files(self, folder: str) -> list[str]:
        """Return the keys of the readable files in a folder and in the folders in it, in their order."""
        found: list[str] = []
        for entry in self.entries(folder):
            key = f"{folder}/{entry.name}"
            found += self.files(key) if entry.is_folder else [key]
        return found

    def _list(self, folder: str) -> list[DirectoryEntry]:
        around, _, name = folder.rpartition("/")
        if self.is_reported(folder) or (folder and DirectoryEntry(name, True) not in self.entries(around)):
            return []
        path = self.plans / folder
        try:
            with os.scandir(path) as found:
                rows = [row for row in found if not plainfiles.is_byproduct(row.name)]
            if not plainfiles.can_enter(path):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except FileNotFoundError:
            return []
        except OSError as error:
            self._report(folder, "folder-unreadable", reason=messages.reason(error))
            return []
        kinds = [(row.name, self._is_folder(row, f"{folder}/{row.name}".lstrip("/"))) for row in rows]
        return [DirectoryEntry(name, is_folder) for name, is_folder in kinds if is_folder is not None]

    def _is_folder(self, row: os.DirEntry[str], key: str) -> bool | None:
        """Return whether an entry is a folder or a file; report what is neither, and return None."""
        try:
            if plainfiles.is_link(row) and not Path(row.path).resolve(strict=True).is_relative_to(self.plans.resolve()):
                self._report(key, "link-outside", name=row.name)
                return None
            if row.is_dir() or row.is_file():
                return row.is_dir()
        except (OSError, RuntimeError) as error:  # A loop of links is a RuntimeError of pathlib up to Python 3.12.
            said = messages.reason(error) if isinstance(error, OSError) else messages.reason(OSError(errno.ELOOP, ""))
            self._report(key, "link-broken" if row.is_symlink() else "entry-unreadable", name=row.name, reason=said)
            return None
        self._report(key, "not-plain-file", name=row.name)
        return None

    def _report(self, key: str, code: str, **values: str) -> None:
        self._reported.add(key)
        self.problems.append(problem(code, Place(self.plans / key), where="", **values))
