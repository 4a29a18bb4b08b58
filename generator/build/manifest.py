"""What earlier builds left in the output folder: for each file the key that it was made with, and the digest of its bytes.

A row says nothing that the files do not show: of one that lacks, is damaged or disagrees with its file, the document is made
again. What somebody wrote into a file himself is seen by its digest and is not overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.build.keys import Key
from generator.checks import Finding
from generator.problems.errors import Place, Problem, Severity
from generator.reading import plainfiles
from generator.reading.store import Store

_FILES, _CHECKS = "file", "check"
Digest = Annotated[str, Field(max_length=64)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Told(_Strict):
    """A problem as a row keeps it; its file is under the project's root where it can be."""

    code: str
    severity: str
    file: str | None
    line: int
    column: int
    message: str
    hint: str
    where: str

    @classmethod
    def of(cls, found: Problem, root: Path) -> Told:
        """Return what a row keeps of a problem."""
        place = found.place
        file = None if place is None else _below(place.file, root)
        line, column = (place.line, place.column) if place else (1, 1)
        return cls(
            code=found.code, severity=str(found.severity), file=file, line=line, column=column,
            message=found.message, hint=found.hint, where=found.where,
        )  # fmt: skip

    def problem(self, root: Path) -> Problem:
        """Return the problem."""
        place = None if self.file is None else Place(root / self.file, self.line, self.column)
        return Problem(self.code, Severity(self.severity), place, self.message, self.hint, self.where)


class Found(_Strict):
    """A finding about the records of a document as a row keeps it: its place is looked up when it is told."""

    code: str
    record: str
    path: list[str | int]
    values: dict[str, str | int]

    @classmethod
    def of(cls, finding: Finding) -> Found:
        """Return what a row keeps of a finding; ValidationError for values that are neither text nor number."""
        return cls(code=finding.code, record=finding.record, path=[*finding.path], values=dict(finding.values))  # type: ignore[arg-type]

    @property
    def finding(self) -> Finding:
        """The finding."""
        return Finding(self.code, self.record, tuple(self.path), dict(self.values))


class Row(_Strict):
    """What is known of a document: its key, and what was told when it was made."""

    key: dict[str, str]
    problems: list[Told] = []
    findings: list[Found] = []


class FileRow(Row):
    """What is known of a file: also its digest, and what the system says of it as long as nobody touches it."""

    document: str
    final: bool
    sha256: Digest
    before: str = ""
    """The digest of the file that this one takes the place of, until it is there; a build may be killed in between."""
    size: int
    mtime: int
    seconds: float
    """How long its document took to be made."""
    version: str
    """The version of the program that made it."""


class State(Enum):
    """What is to do about a file: nothing, make it, or leave it to who has changed it."""

    CURRENT = auto()
    STALE = auto()
    CHANGED = auto()


@dataclass
class Manifest:
    """The rows of an output folder."""

    store: Store
    output: Path
    root: Path
    """The folder of the project, under which the files of problems are."""
    _rows: dict[str, FileRow] = field(init=False)

    def __post_init__(self) -> None:
        self._rows = dict(_read(self.store, _FILES, FileRow))

    @property
    def files(self) -> Mapping[str, FileRow]:
        """The rows by the paths of their files under the output folder."""
        return self._rows

    def state(self, name: str, key: Key) -> State:
        """Return what is to do about a file whose document has a key."""
        row = self._rows.get(name)
        seen = self.seen(name)
        if row is None or seen is None or seen == row.before:
            return State.STALE
        if seen != row.sha256:
            return State.CHANGED
        return State.CURRENT if row.key == key else State.STALE

    def seen(self, name: str) -> str | None:
        """Return the digest of a file as it lies there; None when it does not, or cannot be read.

        Its bytes are read only where the system says that somebody has written it since.
        """
        path, row = self.output / name, self._rows.get(name)
        try:
            found = path.stat()
            if row is not None and (found.st_size, found.st_mtime_ns) == (row.size, row.mtime):
                return row.sha256
            return digest_of(plainfiles.read(path))
        except OSError:
            return None

    def put(self, name: str, row: FileRow) -> None:
        """Keep the row of a file."""
        self._rows[name] = row
        self.store.set_row(_FILES, name, row.model_dump_json())

    def read(self, path: Path) -> str | None:
        """Return the digest of the bytes of any file; None when it is not there or cannot be read."""
        try:
            return digest_of(plainfiles.read(path))
        except OSError:
            return None

    def begin(self, name: str, row: FileRow) -> None:
        """Keep what a file is about to be, beside what it is."""
        self.put(name, row.model_copy(update={"before": self.seen(name) or "", "size": -1, "mtime": -1}))
        self.store.commit()

    def end(self, name: str) -> None:
        """Keep that a file is in its place."""
        with contextlib.suppress(OSError):
            found = (self.output / name).stat()
            update = {"before": "", "size": found.st_size, "mtime": found.st_mtime_ns}
            self.put(name, self._rows[name].model_copy(update=update))

    def drop(self, name: str) -> None:
        """Forget a file."""
        self._rows.pop(name, None)
        self.store.drop_row(_FILES, name)

    def told(self, row: Row) -> list[Problem]:
        """Return the problems of a row that have a place already."""
        return [each.problem(self.root) for each in row.problems]


def digest_of(content: bytes) -> str:
    """Return the digest by which a file is known: SHA-256 of its bytes alone, as other programs reckon it."""
    return hashlib.sha256(content).hexdigest()


def row_of(key: Key, problems: Iterable[Problem], findings: Iterable[Finding], root: Path) -> Row | None:
    """Return a row; None when a finding has values that none keeps."""
    try:
        return Row(
            key=dict(key), problems=[Told.of(each, root) for each in problems], findings=[Found.of(each) for each in findings]
        )
    except ValidationError:
        return None


@dataclass
class Checked:
    """What earlier checks found of documents up to their trees."""

    store: Store
    root: Path
    _rows: dict[str, Row] = field(init=False)

    def __post_init__(self) -> None:
        self._rows = dict(_read(self.store, _CHECKS, Row))

    def of(self, name: str) -> Row | None:
        """Return the row of a document."""
        return self._rows.get(name)

    def put(self, name: str, row: Row | None) -> None:
        """Keep the row of a document, or forget it."""
        if row is None:
            self.store.drop_row(_CHECKS, name)
        else:
            self.store.set_row(_CHECKS, name, row.model_dump_json())


def _read(store: Store, sort: str, model: type[Any]) -> Iterable[tuple[str, Any]]:
    for name, text in store.rows(sort).items():
        try:
            yield name, model.model_validate_json(text)
        except (ValidationError, ValueError):
            store.drop_row(sort, name)


def _below(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file.absolute()).as_posix()


def unasked(manifest: Manifest, planned: Sequence[str]) -> list[str]:
    """Return the files whose documents no subject asks for any more."""
    known = set(planned)
    return [name for name, row in manifest.files.items() if row.document not in known]


__all__ = ["Checked", "FileRow", "Manifest", "Row", "State", "digest_of", "row_of", "unasked"]
