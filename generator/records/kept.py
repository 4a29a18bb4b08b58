"""The store of finals: of each its files, the records that it was made from, what it says and how it was made.

    versions/<year>/<letters>/<count>/
        contract.pdf, contract.docx    the files, as they were issued
        records.zip                    the files under `plans/` that were read, by their keys
        text.json                      the blocks of the text, each with its key and its page
        made.json                      the line of the register, and digests of program, libraries, look and templates

A folder is filled beside its place and then moved there, so it is whole or not there; the line in the register comes after it.
"""

from __future__ import annotations

import hashlib
import io
import json
import secrets
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.model.records.register import Entry, Register, parts_of
from generator.persian import to_persian
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, Place, Problem
from generator.problems.messages import problem
from generator.reading import plainfiles
from generator.records import disk, lines

RECORDS, TEXT, MADE = "records.zip", "text.json", "made.json"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""In the place of a day, so that the same records make the same file."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document's text: the key of it or of what it stands in, the page where that begins, and its words."""

    key: str
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of a final beside its line in the register."""

    files: Mapping[str, bytes]
    """The files by their suffixes."""
    records: Mapping[str, bytes]
    """The files that were read, by their keys under `plans/`."""
    blocks: Sequence[Block]
    made_with: Mapping[str, str]
    """Digests of the program, its libraries, the look and each template, and the engine."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder in which finals are kept."""

    folder: Path

    def of(self, number: str) -> Path:
        """Return the folder of a final by its number."""
        year, letters, count = parts_of(number)
        return self.folder / str(year) / letters / str(count)

    def path(self, entry: Entry, suffix: str) -> Path:
        """Return the file of a final in one format."""
        return self.of(entry.about) / f"{str(entry.document).rpartition('/')[2]}.{suffix}"

    def put(self, entry: Entry, made: Made) -> None:
        """Keep a final that is about to be registered; what an issue that was killed left in its place goes.

        MachineError when the disk does not let it.
        """
        target, beside = self.of(entry.about), self.folder / f"{disk.TEMPORARY}{secrets.token_hex(8)}"
        try:
            for name, data in self._contents(entry, made).items():
                file = beside / name
                file.parent.mkdir(parents=True, exist_ok=True)
                disk.put(file, data)
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                shutil.rmtree(target)
            disk.again(beside.replace, target)
            disk.sync(target.parent)
        except OSError as error:
            raise MachineError([problem("cannot-write", None, path=target, reason=messages.reason(error))]) from None
        finally:
            shutil.rmtree(beside, ignore_errors=True)

    def _contents(self, entry: Entry, made: Made) -> dict[str, bytes]:
        found = {self.path(entry, suffix).name: data for suffix, data in made.files.items()}
        found[RECORDS] = _packed(made.records)
        found[TEXT] = _json([asdict(block) for block in made.blocks])
        found[MADE] = _json({"entry": lines.line(entry), "made_with": dict(made.made_with)})
        return found

    def sweep(self) -> None:
        """Remove what an issue that was killed left beside the places. Only under the lock of the register."""
        for stray in self.folder.glob(f"{disk.TEMPORARY}*"):
            shutil.rmtree(stray, ignore_errors=True)

    def read(self, entry: Entry, suffix: str) -> bytes:
        """Return the file of a final as it was issued; DataError when it is not there or is another one."""
        path = self.path(entry, suffix)
        values = {"number": to_persian(entry.about), "path": str(path)}
        try:
            data = plainfiles.read(path)
        except OSError:
            raise DataError([problem("kept-missing", None, **values)]) from None
        if hashlib.sha256(data).hexdigest() != entry.files.get(suffix):
            raise DataError([problem("kept-changed", None, **values)])
        return data

    def blocks(self, number: str) -> list[Block]:
        """Return what a final says, block by block; DataError when nothing is kept of it."""
        return [Block(**each) for each in self._json(number, TEXT)]

    def made_with(self, number: str) -> dict[str, str]:
        """Return the digests of what a final was made with; DataError when nothing is kept of it."""
        found: dict[str, str] = self._json(number, MADE)["made_with"]
        return found

    def records(self, number: str) -> dict[str, bytes]:
        """Return the files that a final was made from, by their keys under `plans/`; DataError when they are not kept."""
        path = self.of(number) / RECORDS
        try:
            with zipfile.ZipFile(path) as packed:
                return {name: packed.read(name) for name in packed.namelist()}
        except (OSError, zipfile.BadZipFile):
            raise DataError([problem("kept-missing", None, number=to_persian(number), path=path)]) from None

    def lay_out(self, number: str, folder: Path) -> None:
        """Put the files that a final was made from into an empty folder, as `plans/` has them; DataError as `records`."""
        for key, data in self.records(number).items():
            file = folder / key
            if plainfiles.leads_out(folder, key):
                raise DataError([problem("kept-changed", None, number=to_persian(number), path=self.of(number) / RECORDS)])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def _json(self, number: str, name: str) -> Any:
        path = self.of(number) / name
        try:
            return json.loads(plainfiles.read(path))
        except (OSError, ValueError):
            raise DataError([problem("kept-missing", None, number=to_persian(number), path=path)]) from None

    def problems(self, register: Register) -> Iterator[Problem]:
        """Yield a problem for each final that is not kept, or whose line is another than when it was issued.

        The bytes of the files are not read; `sanad verify` does that.
        """
        known = set()
        for entry in register.issued:
            folder = self.of(entry.about)
            known.add(folder)
            lacking = [
                path
                for path in (folder / MADE, folder / RECORDS, *(self.path(entry, each) for each in entry.files))
                if not path.is_file()
            ]
            if lacking:
                yield problem("kept-missing", None, number=to_persian(entry.about), path=lacking[0])
            elif self._json(entry.about, MADE)["entry"] != lines.line(entry):
                yield problem("kept-line-changed", None, number=to_persian(entry.about))
        for folder in sorted(self.folder.glob("[0-9]*/*/[0-9]*")):
            if folder not in known:
                yield problem("kept-unregistered", Place(folder), path=folder)


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Return files in one archive, in the order of their names."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for key, data in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(key, _NO_DAY), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"
