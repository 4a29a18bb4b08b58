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
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator import __version__
from generator.build.document import BuiltDocument
from generator.build.keys import Key
from generator.build.rows import Rows
from generator.checks import Finding
from generator.problems.errors import Place, Problem, Severity
from generator.reading import plainfiles

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
    """What is known of a file: its key, what was told when it was made, and what the system says of it until it is touched."""

    key: dict[str, str]
    problems: list[Told] = []
    findings: list[Found] = []
    document: str
    final: bool
    sha256: Digest
    before: str = ""
    """The digest of the file that this one takes the place of, until it is there; a build may be killed in between."""
    size: int = -1
    mtime: int = -1
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

    output: Path
    root: Path
    """The folder of the project, under which the files of problems are."""
    _rows: dict[str, Row] = field(init=False)
    _touched: set[str] = field(default_factory=set)
    """The files that the system says were written since, with the bytes that they had before."""

    def __post_init__(self) -> None:
        self._kept = Rows(self.output)
        self._rows = dict(_sound(self._kept.read()))

    @property
    def files(self) -> Mapping[str, Row]:
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

    def begin(self, rows: Mapping[str, Row | None]) -> None:
        """Keep what files are about to be, beside what they are; of one without a row nothing is known from now on."""
        before = {name: self.seen(name) or "" for name in rows}
        begun: dict[str, Row | None] = {
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

    def _settled(self, name: str) -> Row | None:
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

    def _keep(self, rows: Mapping[str, Row | None], *, lasting: bool) -> None:
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


def row_of(name: str, done: BuiltDocument, data: bytes, key: Key, root: Path, *, final: bool) -> Row | None:
    """Return the row of a file of a document that was made; None when a finding has values that no row keeps."""
    try:
        return Row(
            key=dict(key),
            problems=[Told.of(each, root) for each in done.problems],
            findings=[Found.of(each) for each in done.findings],
            document=name,
            final=final,
            sha256=digest_of(data),
            seconds=done.seconds,
            version=__version__,
        )
    except ValidationError:
        return None


def _sound(rows: Mapping[str, str]) -> Iterator[tuple[str, Row]]:
    """Yield the rows that are of the form, by their names; any other counts for nothing."""
    for name, text in rows.items():
        with contextlib.suppress(ValidationError):
            yield name, Row.model_validate_json(text)


def _below(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else file.absolute()).as_posix()


def unasked(manifest: Manifest, planned: Sequence[str]) -> list[str]:
    """Return the files whose documents no subject asks for any more."""
    known = set(planned)
    return [name for name, row in manifest.files.items() if row.document not in known]
