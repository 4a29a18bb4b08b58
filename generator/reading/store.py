"""What earlier runs found, in one file of the output folder: a value by its key.

Whatever is wrong with the file (missing, older, damaged, locked, not to be written) costs time and nothing else. Unpickling a
value runs what is in it, and projects are sent from person to person: so a value counts only with the seal of this user, made
with a secret that is kept outside every project.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import pickle
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = ".sanad"
_FILE = "cache.sqlite"
_SECRET = "cache.key"
_BYTES = 32
_FORM = 2
"""The form of the file; one of another form is begun anew."""
_TABLES = """
CREATE TABLE IF NOT EXISTS kept (
    number INTEGER PRIMARY KEY, owner TEXT, program TEXT, sort TEXT, thing TEXT, key BLOB, seal BLOB, value BLOB,
    UNIQUE (owner, sort, key)
);
CREATE INDEX IF NOT EXISTS things ON kept (owner, sort, thing);
"""
_VERSIONS = 4
"""How many values of a thing are kept, the last ones: an edit that is undone finds what was there before."""
_TO_UNPICKLE = (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError, KeyError)


class Store:
    """The values of one output folder; one that cannot be opened has none and keeps none."""

    def __init__(self, connection: sqlite3.Connection | None, secret: bytes, program: str) -> None:
        self._connection = connection
        self._secret = secret
        self._program = program
        self._owner = hashlib.sha256(b"owner" + secret).hexdigest()[:16]
        self._asked("DELETE FROM kept WHERE owner = ? AND program != ?", self._owner, program)

    @classmethod
    def none(cls) -> Store:
        """Return a store that has nothing and keeps nothing."""
        return cls(None, b"", "")

    @classmethod
    def open(cls, output: Path, home: Path, program: str) -> Store:
        """Open the store of an output folder; `home` is the user's own folder, `program` the digest of what makes values."""
        secret = _secret(home)
        for again in (True, False):
            try:
                return cls(_connected(output / FOLDER), secret, program)
            except sqlite3.DatabaseError as error:
                # One that waits for another process (OperationalError) is whole; any other is damaged and begun anew.
                if isinstance(error, sqlite3.OperationalError) or not again:
                    break
                _remove(output / FOLDER)
            except OSError:
                break
        return cls.none()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_there(self) -> bool:
        """Whether anything is kept."""
        return self._connection is not None

    def get(self, sort: str, key: str) -> Any:
        """Return a value that this user's program has kept, else None."""
        name = self._name(sort, key)
        words = "SELECT seal, value FROM kept WHERE owner = ? AND sort = ? AND key = ?"
        found = self._asked(words, self._owner, sort, name)
        if not self._secret or not found or not all(isinstance(each, bytes) for each in found[0]):
            return None
        seal, value = found[0]
        if not hmac.compare_digest(seal, self._seal(sort, name, value)):
            return None
        try:
            return pickle.loads(value)
        except _TO_UNPICKLE:
            return None

    def put(self, sort: str, key: str, value: object, thing: str) -> None:
        """Keep a value, of a thing of which only the last values are kept."""
        if self._connection is None or not self._secret:
            return
        name, content = self._name(sort, key), pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        row = (self._owner, self._program, sort, thing, name, self._seal(sort, name, content), content)
        self._asked("INSERT OR REPLACE INTO kept VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", *row)
        older = "SELECT number FROM kept WHERE owner = ? AND sort = ? AND thing = ? ORDER BY number DESC LIMIT -1 OFFSET ?"
        self._asked(f"DELETE FROM kept WHERE number IN ({older})", self._owner, sort, thing, _VERSIONS)

    def commit(self) -> None:
        """Put on the disk what was kept until now."""
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.commit()

    def close(self) -> None:
        """Put on the disk what was kept, and close the file."""
        self.commit()
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _name(self, sort: str, key: str) -> bytes:
        return hashlib.sha256("\0".join((self._program, sort, key)).encode("utf-8", "surrogatepass")).digest()

    def _seal(self, sort: str, name: bytes, value: bytes) -> bytes:
        return hmac.digest(self._secret, sort.encode() + b"\0" + name + value, "sha256")

    def _asked(self, words: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the answer of the file; none, and none from now on, when it does not work any more."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(words, values).fetchall()
        except (sqlite3.Error, OverflowError):
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
            return []


def _connected(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    if folder.is_symlink() or (folder / _FILE).is_symlink():
        raise OSError(f"a link: {folder}")
    connection = sqlite3.connect(folder / _FILE, timeout=2)
    try:
        # After a fall of the system the file may be damaged, which costs time; a whole one costs a second of each run.
        connection.execute("PRAGMA synchronous = OFF")
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        if form not in (0, _FORM):
            raise sqlite3.DatabaseError("another form")
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA user_version = {_FORM}")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(folder: Path) -> None:
    for file in folder.glob(f"{_FILE}*"):
        with contextlib.suppress(OSError):
            file.unlink()


def _secret(home: Path) -> bytes:
    """Return the secret of this user, made when there is none; empty when it can be neither read nor kept."""
    file = home / _SECRET
    with contextlib.suppress(OSError):
        if file.is_file():
            found = file.read_bytes()
            return found if len(found) == _BYTES else b""
        home.mkdir(parents=True, exist_ok=True)
        fresh = secrets.token_bytes(_BYTES)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with contextlib.suppress(FileExistsError), os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
            stream.write(fresh)
        found = file.read_bytes()
        if len(found) == _BYTES:
            return found
    return b""


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of some texts, each apart from the next, as hexadecimal digits."""
    whole = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()


def in_order(found: Mapping[str, str]) -> Iterator[str]:
    """Yield the names and values of a mapping in order, to be digested."""
    for name, value in sorted(found.items()):
        yield name
        yield value
