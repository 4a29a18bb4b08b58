"""Reads files of `plans/` as records one after the other, and keeps what is wrong with them and whom it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import checks
from generator.checks import Finding
from generator.model.records.register import Register, RegisterYear
from generator.model.records.workspace import Dossier
from generator.persian import near_matches
from generator.problems.errors import Place, Problem, Severity
from generator.problems.messages import problem, remedy
from generator.reading import plainfiles, records
from generator.reading.contents import Contents
from generator.reading.kept import Kept
from generator.reading.listing import Listing
from generator.reading.positions import Positions
from generator.reading.records import SUFFIX
from generator.reading.store import Store

M = TypeVar("M", bound=BaseModel)

PROVINCE = "province"
"""The key of the province among the places whose records have an error."""


@dataclass(slots=True)
class Reader:
    """Reads the files of one folder of plans; what is wrong in them raises nothing."""

    plans: Path
    most: int
    store: Store
    kept: Kept = field(init=False)
    listing: Listing = field(init=False)
    positions: Positions = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    broken: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    contents: Contents = field(init=False)
    bytes_of: dict[str, str] = field(default_factory=dict)
    """The digests of the files that are of no neighbourhood; in those of the province rules over one may name a line."""
    loaded: dict[str, Dossier] = field(default_factory=dict)
    """The dossiers that no store keeps."""

    def __post_init__(self) -> None:
        self.kept = Kept(self.plans, self.most, self.store)
        self.positions = Positions(self.plans)
        self.listing = Listing(self.plans, self.problems)
        self.contents = Contents(self.plans)

    def _load(self, key: str, model: type[M]) -> M | None:
        if self.listing.is_reported(key):
            self._spoil(key)
            return None
        content = self.contents.of(key)
        if not key.startswith(f"{records.NEIGHBOURHOODS}/"):
            self.bytes_of[key] = self.contents.digest(key)
        record, problems = records.load(self.plans, key, model, self.positions, self.most, self.store, content)
        self._note(problems, key)
        return record

    def _note(self, problems: Iterable[Problem], key: str, place: str = "") -> None:
        """Keep problems; an error marks the record of the key as broken."""
        for found in problems:
            self.problems.append(found)
            if found.severity is Severity.ERROR:
                self._spoil(key, place)

    def _spoil(self, key: str, place: str = "") -> None:
        """Mark a record as broken: one of the province in the neighbourhood `place` alone, where only that finds it wrong."""
        if key.startswith(f"{records.NEIGHBOURHOODS}/"):
            _, place, record = key.removesuffix(SUFFIX).split("/", 2)
            self.broken[place].add(record)
        elif key.partition("/")[0] in records.PROVINCE_SERIES:
            self.broken[place or PROVINCE].add(key.removesuffix(SUFFIX))
            if place and key.startswith(("meetings/", "letters/")):
                self.broken[place].add("approvals")

    def register(self) -> Register:
        """Return the register as far as it could be read; what is wrong with it stops no document but finals."""
        years, _ = self._series(records.REGISTER, RegisterYear, "year")
        found = Register(years=years)
        self._report(checks.of_register(found, self.most))
        return found

    def _series(self, folder: str, model: type[Any], id_key: str) -> tuple[tuple[Any, ...], bool]:
        """Return the records of a folder whose files are named by their ids, and whether all of them could be read."""
        found: list[Any] = []
        stems = self._stems(folder)
        for stem in stems:
            key = f"{folder}/{stem}{SUFFIX}"
            record: Any = self._load(key, model)
            if record and self._named_as_its_file(record.id, stem, key, id_key):
                found.append(record)
        unread = self.listing.is_reported(folder) or self.listing.reported_in(folder)
        if unread:
            self._spoil(folder)
        return tuple(found), len(found) == len(stems) and not unread

    def _named_as_its_file(self, record_id: str, name: str, key: str, path: str) -> bool:
        """Return whether an id is the name of its file or folder, by which people and references find it."""
        if record_id != name:
            self._report([Finding("id-not-file-name", key, (path,), {"id": record_id, "name": name})])
        return record_id == name

    def _report(self, findings: Iterable[Finding], place: str = "") -> list[Problem]:
        reported = [(self.positions.problem(finding), finding.record) for finding in findings]
        for found, record in reported:
            self._note([found], record, place)
        return [found for found, _ in reported]

    def _stems(self, folder: str) -> list[str]:
        """Return the stems of the files of a folder whose files are named by their ids; other entries are refused."""
        if folder != records.AGENCIES and not self.listing.has(folder):
            return []
        self._refuse_unknown(folder, None, set(), spoils=folder)
        return [entry.stem for entry in self.listing.entries(folder) if not entry.is_folder and entry.suffix == SUFFIX]

    def _folders(self, folder: str) -> list[str]:
        return [entry.name for entry in self.listing.entries(folder) if entry.is_folder]

    def _refuse_unknown(
        self,
        folder: str,
        stems: Collection[str] | None,
        folders: Collection[str],
        *,
        files: Collection[str] = (),
        spoils: str = "",
    ) -> None:
        """Report entries that do not belong in a folder: a misspelt file would otherwise be left out without a word."""
        entries = self.listing.entries(folder)
        if not plainfiles.is_folder(self.plans / folder) and not self.listing.is_reported(folder):
            self._note([problem("folder-missing", Place(self.plans / folder))], spoils)
        for entry in entries:
            known = sorted(folders) if entry.is_folder else sorted(stems) if stems is not None else [entry.stem]
            suffix = "" if entry.is_folder else SUFFIX
            allowed = [f"{name}{suffix}" for name in known]
            if entry.name not in allowed and (entry.is_folder or entry.name not in files):
                code = "unknown-folder" if entry.is_folder else "unknown-file"
                near = near_matches(entry.name if entry.is_folder else entry.stem, known, 1)
                hint = remedy([f"{name}{suffix}" for name in near], allowed)
                file = self.plans / folder / entry.name
                self._note([problem(code, Place(file), name=entry.name, remedy=hint)], spoils)
