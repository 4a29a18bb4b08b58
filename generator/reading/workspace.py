"""The folder `plans/` -> the workspace, the places of its fields, and every problem of every file in one run.

A neighbourhood with an error is left out and named in `broken`; the others are read on. Only an error in a catalogue,
which every document may cite, leaves no workspace.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import checks, plainfiles
from generator.checks import Case, Catalogues, Finding, Names
from generator.errors import Place, Problem, Severity
from generator.messages import problem, remedy
from generator.model.catalogue import Agency, Catalogue, Zones
from generator.model.neighbourhood import Neighbourhood
from generator.model.outlines import Outline
from generator.model.workspace import Dossier, Workspace
from generator.persian import near_matches, to_persian
from generator.reading import outlines, pictures, records
from generator.reading.layout import Layout
from generator.reading.positions import Positions
from generator.reading.records import SUFFIX

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the workspace (None when a catalogue is wrong), the places, the problems in the order of the files.

    `broken` are the ids of neighbourhoods that have an error and are not in the workspace.
    """

    workspace: Workspace | None
    positions: Positions
    problems: tuple[Problem, ...]
    broken: tuple[str, ...]


def read(plans: Path) -> Reading:
    """Read a whole folder of plans; nothing that is wrong in it raises."""
    return _Reader(plans).read()


@dataclass(slots=True)
class _Reader:
    plans: Path
    layout: Layout = field(init=False)
    positions: Positions = field(default_factory=Positions)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.layout = Layout(self.plans, self.problems)

    def read(self) -> Reading:
        stems = {*records.CATALOGUES, *records.OPTIONAL_CATALOGUES, "schema"}
        folders = {records.AGENCIES, records.NEIGHBOURHOODS, pictures.FOLDER}
        self._refuse_unknown("", stems, folders, beside={outlines.FILE})
        readable = self._schema()
        parts = self._catalogues()
        faults = self._tell([*checks.of_catalogues(parts), *pictures.of_catalogues(parts, self.plans)])
        sound = readable and not any(fault.severity is Severity.ERROR for fault in faults)
        cases = list(self._cases(checks.names_of_catalogues(parts)))
        for case in cases:
            self._judge([*checks.of_dossier(case), *pictures.of_dossier(case, self.plans)])
        self._judge(checks.of_neighbours(parts, cases))
        catalogue = parts.whole()
        workspace = self._workspace(catalogue, cases) if catalogue and sound else None
        return Reading(workspace, self.positions, tuple(sorted(self.problems, key=_order)), tuple(sorted(self.broken)))

    def _workspace(self, catalogue: Catalogue, cases: list[Case]) -> Workspace:
        rows = {zone.id: row for row, zone in enumerate(catalogue.zones.zones)}
        whole = [case.dossier for case in cases if case.dossier.id not in self.broken]
        whole.sort(key=lambda dossier: (rows[dossier.neighbourhood.zone], dossier.neighbourhood.rank))
        return Workspace(catalogue=catalogue, dossiers=tuple(whole))

    def _load(self, key: str, model: type[M]) -> M | None:
        if self.layout.is_told(key):
            return None
        record, problems = records.load(self.plans, key, model, self.positions)
        self.problems += problems
        return record

    def _schema(self) -> bool:
        """Whether the data is in the form that this program reads."""
        schema = self._load(f"schema{SUFFIX}", records.Schema)
        if schema and schema.version != records.VERSION:
            values = {"found": to_persian(str(schema.version)), "known": to_persian(str(records.VERSION))}
            code = "schema-newer" if schema.version > records.VERSION else "schema-older"
            self._tell([Finding(code, f"schema{SUFFIX}", ("version",), values)])
        return schema is not None and schema.version == records.VERSION

    def _catalogues(self) -> Catalogues:
        parts: dict[str, Any] = {stem: self._load(f"{stem}{SUFFIX}", model) for stem, model in records.CATALOGUES.items()}
        for stem, model in records.OPTIONAL_CATALOGUES.items():
            there = self.layout.has(f"{stem}{SUFFIX}")
            parts[stem] = self._load(f"{stem}{SUFFIX}", model) if there else model()
        parts["outlines"] = self._outlines(parts["zones"])
        agencies: list[Agency] = []
        unread: set[str] = set()
        for stem in self._stems(records.AGENCIES):
            agency = self._load(f"{records.AGENCIES}/{stem}{SUFFIX}", Agency)
            if agency is None or not self._named_as_its_file(agency.id, stem, f"{records.AGENCIES}/{stem}{SUFFIX}", "id"):
                unread.add(stem)
            else:
                agencies.append(agency)
        unread |= {Path(name).stem for name in self.layout.told_in(records.AGENCIES)}
        agencies.sort(key=lambda agency: agency.order)
        parts |= {"unread": frozenset(unread), "neighbourhoods": tuple(self._folders(records.NEIGHBOURHOODS))}
        return Catalogues(**parts, agencies=tuple(agencies), agencies_listed=not self.layout.is_told(records.AGENCIES))

    def _outlines(self, zones: Zones | None) -> tuple[Outline, ...] | None:
        """Where the zones lie: none without the file, None when the file is wrong."""
        file = self.plans / outlines.FILE
        if not self.layout.has(outlines.FILE):
            return ()
        if self.layout.is_told(outlines.FILE):
            return None
        found, problems = outlines.read(file, {zone.id: zone.name for zone in zones.zones} if zones else None)
        self.problems += problems
        return found

    def _cases(self, names: Names) -> Iterator[Case]:
        """Each neighbourhood whose own file could be read, even when another file of it could not."""
        folders = self._folders(records.NEIGHBOURHOODS)
        self._refuse_unknown(records.NEIGHBOURHOODS, (), folders)
        for folder in folders:
            before = len(self.problems)
            case = self._case(folder, names)
            if any(found.severity is Severity.ERROR for found in self.problems[before:]):
                self.broken.add(folder)
            if case:
                yield case

    def _case(self, name: str, names: Names) -> Case | None:
        folder = f"{records.NEIGHBOURHOODS}/{name}"
        self._refuse_unknown(folder, {*records.RECORDS, records.IDENTITY}, records.SERIES)
        key = f"{folder}/{records.IDENTITY}{SUFFIX}"
        neighbourhood = self._load(key, Neighbourhood)
        parts: dict[str, Any] = {
            stem: self._load(f"{folder}/{stem}{SUFFIX}", model)
            for stem, model in records.RECORDS.items()
            if self.layout.has(f"{folder}/{stem}{SUFFIX}")
        }
        unread = {stem for stem, record in parts.items() if record is None}
        for series in records.SERIES:
            parts[series], whole = self._series(folder, series)
            unread |= set() if whole else {series}
        if neighbourhood is None or not self._named_as_its_file(neighbourhood.id, name, key, "id"):
            return None
        return checks.case_of(Dossier(neighbourhood=neighbourhood, **parts), names, frozenset(unread))

    def _series(self, folder: str, series: str) -> tuple[tuple[Any, ...], bool]:
        """The records of a folder whose files are named by their ids, and whether all of them could be read."""
        model, id_key = records.SERIES[series]
        found: list[Any] = []
        stems = self._stems(f"{folder}/{series}")
        for stem in stems:
            key = f"{folder}/{series}/{stem}{SUFFIX}"
            record: Any = self._load(key, model)
            if record and self._named_as_its_file(record.id, stem, key, id_key):
                found.append(record)
        whole = len(found) == len(stems) and not self.layout.is_told(f"{folder}/{series}")
        return tuple(found), whole and not self.layout.told_in(f"{folder}/{series}")

    def _named_as_its_file(self, record_id: str, name: str, key: str, path: str) -> bool:
        """Whether an id is the name of its file or folder, by which people and references find it."""
        if record_id != name:
            self._tell([Finding("id-not-file-name", key, (path,), {"id": record_id, "name": name})])
        return record_id == name

    def _tell(self, findings: Iterable[Finding]) -> list[Problem]:
        told = [self.positions.told(finding) for finding in findings]
        self.problems += told
        return told

    def _judge(self, findings: Iterable[Finding]) -> None:
        """Tell findings about dossiers, and leave out those with an error."""
        for finding in findings:
            if any(told.severity is Severity.ERROR for told in self._tell([finding])):
                self.broken.add(finding.record.split("/")[1])

    def _stems(self, folder: str) -> list[str]:
        """The stems of the files of a folder whose files are named by their ids; other entries are refused."""
        if folder != records.AGENCIES and not self.layout.has(folder):
            return []
        self._refuse_unknown(folder, None, set())
        return [entry.stem for entry in self.layout.entries(folder) if not entry.is_folder and entry.suffix == SUFFIX]

    def _folders(self, folder: str) -> list[str]:
        return [entry.name for entry in self.layout.entries(folder) if entry.is_folder]

    def _refuse_unknown(
        self, folder: str, stems: Collection[str] | None, folders: Collection[str], *, beside: Collection[str] = ()
    ) -> None:
        """Tell what has no place in a folder: a misspelt file would otherwise be left out without a word."""
        entries = self.layout.entries(folder)
        if not plainfiles.is_folder(self.plans / folder) and not self.layout.is_told(folder):
            self.problems.append(problem("folder-missing", Place(self.plans / folder)))
        for entry in entries:
            known = sorted(folders) if entry.is_folder else sorted(stems) if stems is not None else [entry.stem]
            suffix = "" if entry.is_folder else SUFFIX
            allowed = [f"{name}{suffix}" for name in known]
            if entry.name not in allowed and (entry.is_folder or entry.name not in beside):
                code = "unknown-folder" if entry.is_folder else "unknown-file"
                near = near_matches(entry.name if entry.is_folder else entry.stem, known, 1)
                hint = remedy([f"{name}{suffix}" for name in near], allowed)
                self.problems.append(problem(code, Place(self.plans / folder / entry.name), name=entry.name, remedy=hint))


def _order(found: Problem) -> tuple[str, int, int]:
    place = found.place or Place(Path())
    return str(place.file), place.line, place.column
