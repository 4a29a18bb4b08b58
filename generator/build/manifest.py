"""What earlier builds left in the output folder: for each file the key that it was made with, and the digest of its bytes.

A row says nothing that the files do not show: of one that lacks, is damaged or disagrees with its file, the document is made
again. What somebody wrote into a file himself is seen by its digest and is not overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.build.keys import Key
from generator.build.rows import Rows
from generator.checks import Finding
from generator.problems.errors import Place, Problem, Severity
from generator.reading import plainfiles
from generator.reading.store import Store

_CHECKS = "check"
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


R = TypeVar("R", bound=Row)


class State(Enum):
    """What is to do about a file: nothing, make it, or leave it to who has changed it."""

    CURRENT = auto()
    STALE = auto()
    CHANGED = auto()


@dataclass
class Manifest:
    """The rows of an output folder."""

    output: Path
    root: Path
    """The folder of the project, under which the files of problems are."""
    _rows: dict[str, FileRow] = field(init=False)
    _touched: set[str] = field(default_factory=set)
    """The files that the system says were written since, with the bytes that they had before."""

    def __post_init__(self) -> None:
        self._kept = Rows(self.output)
        self._rows = dict(_sound(self._kept.read(), FileRow))

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
        row = self._rows.get(name)
        try:
            found = (self.output / name).stat()
        except OSError:
            return None
        if row is not None and (found.st_size, found.st_mtime_ns) == (row.size, row.mtime):
            return row.sha256
        seen = self.read(self.output / name)
        if row is not None and seen == row.sha256:
            self._touched.add(name)
        return seen

    def read(self, path: Path) -> str | None:
        """Return the digest of the bytes of any file; None when it is not there or cannot be read."""
        try:
            return digest_of(plainfiles.read(path))
        except OSError:
            return None

    def begin(self, rows: Mapping[str, FileRow | None]) -> None:
        """Keep what files are about to be, beside what they are; of one without a row nothing is known from now on."""
        before = {name: self.seen(name) or "" for name in rows}
        begun: dict[str, FileRow | None] = {
            name: row.model_copy(update={"before": before[name], "size": -1, "mtime": -1}) if row else None
            for name, row in rows.items()
        }
        self._keep(begun, lasting=True)

    def end(self, names: Iterable[str]) -> None:
        """Keep that files are in their places, as long as they still are what was put there."""
        self._keep({name: row for name in names if (row := self._settled(name))}, lasting=False)

    def refresh(self) -> None:
        """Keep when files were written that are as they were, so that their bytes need not be read again."""
        self.end(sorted(self._touched))
        self._touched.clear()

    def _settled(self, name: str) -> FileRow | None:
        row = self._rows.get(name)
        with contextlib.suppress(OSError):
            found = (self.output / name).stat()
            # Somebody may have written into it since.
            if row is not None and self.read(self.output / name) == row.sha256:
                return row.model_copy(update={"before": "", "size": found.st_size, "mtime": found.st_mtime_ns})
        return None

    def drop(self, name: str) -> None:
        """Forget a file."""
        self._keep({name: None}, lasting=True)

    def _keep(self, rows: Mapping[str, FileRow | None], *, lasting: bool) -> None:
        for name, row in rows.items():
            if row is None:
                self._rows.pop(name, None)
            else:
                self._rows[name] = row
        if rows:
            texts = {name: None if row is None else row.model_dump_json() for name, row in rows.items()}
            self._kept.keep(texts, lasting=lasting)

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
        self._rows = dict(_sound(self.store.rows(_CHECKS), Row))

    def of(self, name: str) -> Row | None:
        """Return the row of a document."""
        return self._rows.get(name)

    def put(self, name: str, row: Row | None) -> None:
        """Keep the row of a document, or forget it."""
        if row is None:
            self.store.drop_row(_CHECKS, name)
        else:
            self.store.set_row(_CHECKS, name, row.model_dump_json())
        self.store.commit()


def _sound(rows: Mapping[str, str], model: type[R]) -> Iterator[tuple[str, R]]:
    """Yield the rows that are of a form, by their names; any other counts for nothing."""
    for name, text in rows.items():
        with contextlib.suppress(ValidationError):
            yield name, model.model_validate_json(text)


def _below(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file.absolute()).as_posix()


def unasked(manifest: Manifest, planned: Sequence[str]) -> list[str]:
    """Return the files whose documents no subject asks for any more."""
    known = set(planned)
    return [name for name, row in manifest.files.items() if row.document not in known]


__all__ = ["Checked", "FileRow", "Manifest", "Row", "State", "digest_of", "row_of", "unasked"]
