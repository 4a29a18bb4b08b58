"""The rows of an output folder on the disk: a text by the name of each file, written only by who holds the folder's lock.

They have a file of their own, apart from the store: a check or a watch that runs beside a build may keep the store busy, and a
row that could not be kept would stand beside a newer file, which would then look as if somebody had changed it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.reading.store import FOLDER

_FILE = "manifest.sqlite"
_WAIT = 20
"""Seconds to wait for who reads the rows at this moment."""
_TABLE = "CREATE TABLE IF NOT EXISTS rows (name TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an output folder. What is wrong with their file raises nothing: then they are none."""

    output: Path

    def read(self) -> dict[str, str]:
        """Return all rows by their names."""
        if not self._file.is_file():
            return {}
        try:
            with self._opened() as connection:
                found = connection.execute("SELECT name, text FROM rows ORDER BY name").fetchall()
        except (sqlite3.Error, OSError):
            return {}
        return {name: text for name, text in found if isinstance(name, str) and isinstance(text, str)}

    def keep(self, rows: Mapping[str, str | None], *, lasting: bool = True) -> None:
        """Keep some rows, and forget those that are None; `lasting` ones outlive a fall of the system.

        Where that cannot be done all are forgotten: with none the documents are made anew, with old ones nobody knows.
        """
        for again in (True, False):
            try:
                self._put(rows, lasting=lasting)
            except (sqlite3.Error, OSError):
                self._forget()
                if not again:
                    return
            else:
                return

    def _put(self, rows: Mapping[str, str | None], *, lasting: bool) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._opened() as connection:
            connection.execute(f"PRAGMA synchronous = {'FULL' if lasting else 'OFF'}")
            connection.execute(_TABLE)
            with connection:
                connection.executemany("DELETE FROM rows WHERE name = ?", [(name,) for name in rows])
                kept = [(name, text) for name, text in rows.items() if text is not None]
                connection.executemany("INSERT INTO rows VALUES (?, ?)", kept)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        if self._file.parent.is_symlink() or self._file.is_symlink():
            raise OSError(f"a link: {self._file}")
        with contextlib.closing(sqlite3.connect(self._file, timeout=_WAIT)) as connection:
            yield connection

    def _forget(self) -> None:
        for file in self._file.parent.glob(f"{_FILE}*"):
            with contextlib.suppress(OSError):
                file.unlink()

    @property
    def _file(self) -> Path:
        return self.output / FOLDER / _FILE
