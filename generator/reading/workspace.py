"""Read the folder `plans/` as the workspace, with the places of its fields and every problem of every file.

A record with an error is left out of its dossier and named in `broken`; a neighbourhood whose identity has one is left out
whole. The others are read on. Only an error in a catalogue, which every document may cite, leaves no workspace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import checks
from generator.checks import Case, Catalogues, Finding, Names, ProvinceCase
from generator.model.records.agencies import Agency
from generator.model.records.boundaries import ZoneBoundary
from generator.model.records.catalogue import Catalogue
from generator.model.records.joining import joined
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.province import Zones
from generator.model.records.workspace import Dossier, ProvinceDossier, Workspace
from generator.persian import near_matches, numeral
from generator.problems.errors import Place, Problem, Severity
from generator.problems.limits import LIMITS
from generator.problems.messages import problem, remedy
from generator.reading import boundaries, maps, misnamed, pictures, plainfiles, records
from generator.reading.listing import Listing
from generator.reading.positions import Positions
from generator.reading.records import SUFFIX

M = TypeVar("M", bound=BaseModel)

_MAP = "map"
"""The dossier's attribute for `maps.FILE`."""
PROVINCE = "province"
"""The key of the province among the places whose records have an error."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading: workspace (None when a catalogue is wrong), places, problems in the order of the files.

    `broken` holds, by the id of a neighbourhood, its records with an error (`plan`, `evaluations/1404-h1`), which its dossier
    does not hold. `neighbourhood` among them, or a file that has no place in its folder: it has no dossier at all.
    """

    workspace: Workspace | None
    positions: Positions
    problems: tuple[Problem, ...]
    broken: Mapping[str, frozenset[str]]


def read(plans: Path, most: int = LIMITS.problems_of_file) -> Reading:
    """Read a whole folder of plans, naming `most` problems of a file; nothing that is wrong in it raises."""
    return _WorkspaceReader(plans, most).read()


@dataclass(slots=True)
class _WorkspaceReader:
    plans: Path
    most: int
    listing: Listing = field(init=False)
    positions: Positions = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    broken: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.positions = Positions(self.plans)
        self.listing = Listing(self.plans, self.problems)

    def read(self) -> Reading:
        stems = {*records.CATALOGUES, *records.OPTIONAL_CATALOGUES, "schema"}
        folders = {records.AGENCIES, records.NEIGHBOURHOODS, pictures.FOLDER, *records.PROVINCE_SERIES}
        self._refuse_unknown("", stems, folders, files={boundaries.FILE})
        readable = self._schema()
        parts = self._catalogues()
        faults = self._report([*checks.of_catalogues(parts, self.most), *pictures.of_catalogues(parts, self.plans)])
        sound = readable and not any(fault.severity is Severity.ERROR for fault in faults)
        province = self._province(checks.names_of_catalogues(parts))
        cases = list(self._cases(province))
        self._report(checks.of_province(province, self.most))
        for case in cases:
            self._report([*checks.of_dossier(case, self.most), *pictures.of_dossier(case, self.plans)], case.dossier.id)
            files = self.listing.entries(f"{records.NEIGHBOURHOODS}/{case.dossier.id}/{pictures.FOLDER}")
            self.problems += pictures.unused(case, self.plans, [entry.name for entry in files if not entry.is_folder])
        self._report(checks.of_neighbours(parts, cases))
        catalogue = parts.whole()
        self._spread()
        workspace = self._workspace(catalogue, province.province, cases) if catalogue and sound else None
        broken = {name: frozenset(found) for name, found in sorted(self.broken.items())}
        explained = misnamed.explained(self.problems, self.positions)
        return Reading(workspace, self.positions, tuple(sorted(explained, key=_order)), broken)

    def _spread(self) -> None:
        """Mark what may be wrong in every neighbourhood where a record of the province is: nobody knows whom it concerns."""
        spoiled = set(self.broken.get(PROVINCE, ()))
        spoiled |= {"approvals" for key in spoiled if key.partition("/")[0] == "meetings"}
        for folder in self._folders(records.NEIGHBOURHOODS) if spoiled else ():
            self.broken[folder] |= spoiled

    def _workspace(self, catalogue: Catalogue, province: ProvinceDossier, cases: list[Case]) -> Workspace:
        rows = {zone.id: row for row, zone in enumerate(catalogue.zones.zones)}
        dossiers = [case.dossier for case in cases if records.IDENTITY not in self.broken.get(case.dossier.id, ())]
        sound = [dossier.without(self.broken.get(dossier.id, ())) for dossier in dossiers]
        sound.sort(key=lambda dossier: (rows[dossier.neighbourhood.zone], dossier.neighbourhood.rank))
        province = province.without(self.broken.get(PROVINCE, ()))
        return Workspace(catalogue=catalogue, province=province, dossiers=tuple(sound))

    def _load(self, key: str, model: type[M]) -> M | None:
        if self.listing.is_reported(key):
            self._spoil(key)
            return None
        record, problems = records.load(self.plans, key, model, self.positions, self.most)
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

    def _schema(self) -> bool:
        """Return whether the data is in the form that this program reads."""
        schema = self._load(f"schema{SUFFIX}", records.Schema)
        if schema and schema.version != records.VERSION:
            values = {"found": numeral(schema.version), "known": numeral(records.VERSION)}
            code = "schema-newer" if schema.version > records.VERSION else "schema-older"
            self._report([Finding(code, f"schema{SUFFIX}", ("version",), values)])
        return schema is not None and schema.version == records.VERSION

    def _catalogues(self) -> Catalogues:
        parts: dict[str, Any] = {stem: self._load(f"{stem}{SUFFIX}", model) for stem, model in records.CATALOGUES.items()}
        for stem, model in records.OPTIONAL_CATALOGUES.items():
            there = self.listing.has(f"{stem}{SUFFIX}")
            parts[stem] = self._load(f"{stem}{SUFFIX}", model) if there else model()
        parts["boundaries"] = self._boundaries(parts["zones"])
        agencies: list[Agency] = []
        unread: set[str] = set()
        for stem in self._stems(records.AGENCIES):
            agency = self._load(f"{records.AGENCIES}/{stem}{SUFFIX}", Agency)
            if agency is None or not self._named_as_its_file(agency.id, stem, f"{records.AGENCIES}/{stem}{SUFFIX}", "id"):
                unread.add(stem)
            else:
                agencies.append(agency)
        unread |= {Path(name).stem for name in self.listing.reported_in(records.AGENCIES)}
        agencies.sort(key=lambda agency: agency.order)
        parts |= {"unread": frozenset(unread), "neighbourhoods": tuple(self._folders(records.NEIGHBOURHOODS))}
        return Catalogues(**parts, agencies=tuple(agencies), agencies_listed=not self.listing.is_reported(records.AGENCIES))

    def _boundaries(self, zones: Zones | None) -> tuple[ZoneBoundary, ...] | None:
        """Return the boundaries of the zones: none without the file, None when the file is wrong."""
        file = self.plans / boundaries.FILE
        if not self.listing.has(boundaries.FILE):
            return ()
        if self.listing.is_reported(boundaries.FILE):
            return None
        names = {zone.id: zone.name for zone in zones.zones} if zones else None
        found, problems = boundaries.read(file, names, self.most)
        self.problems += problems
        return found

    def _province(self, names: Names) -> ProvinceCase:
        """Return the records of the province as far as they could be read."""
        parts: dict[str, Any] = {}
        unread: set[str] = set()
        for series, (model, id_key) in records.PROVINCE_SERIES.items():
            parts[series], whole = self._series(series, model, id_key)
            unread |= set() if whole else {series}
        return checks.case_of_province(ProvinceDossier(**parts), names, frozenset(unread))

    def _cases(self, province: ProvinceCase) -> Iterator[Case]:
        """Yield each neighbourhood whose own file could be read, even when another file of it could not."""
        folders = self._folders(records.NEIGHBOURHOODS)
        self._refuse_unknown(records.NEIGHBOURHOODS, (), folders)
        for folder in folders:
            case = self._case(folder, province)
            if case:
                yield case

    def _case(self, name: str, province: ProvinceCase) -> Case | None:
        folder = f"{records.NEIGHBOURHOODS}/{name}"
        key = f"{folder}/{records.IDENTITY}{SUFFIX}"
        # A misspelt file may be any record, so nothing of the neighbourhood is sure.
        folders = {*records.SERIES, pictures.FOLDER}
        self._refuse_unknown(folder, {*records.RECORDS, records.IDENTITY}, folders, files={maps.FILE}, spoils=key)
        known = {*folders, maps.FILE, *(f"{stem}{SUFFIX}" for stem in records.RECORDS)}
        if any(name not in known for name in self.listing.reported_in(folder)):
            self._spoil(key)
        neighbourhood = self._load(key, Neighbourhood)
        parts: dict[str, Any] = {
            stem: self._load(f"{folder}/{stem}{SUFFIX}", model)
            for stem, model in records.RECORDS.items()
            if self.listing.has(f"{folder}/{stem}{SUFFIX}")
        }
        if self.listing.has(f"{folder}/{maps.FILE}"):
            parts["map"] = self._map(folder)
        unread = {stem for stem, record in parts.items() if record is None}
        for series, (model, id_key) in records.SERIES.items():
            parts[series], whole = self._series(f"{folder}/{series}", model, id_key)
            unread |= set() if whole else {series}
        if neighbourhood is None or not self._named_as_its_file(neighbourhood.id, name, key, "id"):
            return None
        dossier = joined(Dossier(neighbourhood=neighbourhood, **parts), province.province)
        return checks.case_of(dossier, province.names, frozenset(unread | province.unread))

    def _map(self, folder: str) -> NeighbourhoodMap | None:
        """Return the map of a neighbourhood, None when its file is wrong."""
        key = f"{folder}/{maps.FILE}"
        found, problems = (None, ()) if self.listing.is_reported(key) else maps.read(self.plans / key, self.most)
        self.problems += problems
        if found is None:
            self._spoil(f"{folder}/{_MAP}")
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


def _order(found: Problem) -> tuple[str, int, int]:
    place = found.place or Place(Path())
    return str(place.file), place.line, place.column
