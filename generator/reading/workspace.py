"""Read the folder `plans/` as the workspace, with the places of its fields and every problem of every file.

A record with an error is left out of its dossier and named in `broken`; a neighbourhood whose identity has one is left out
whole. The others are read on. Only an error in a catalogue, which every document may cite, leaves no workspace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import checks
from generator.checks import Case, Catalogues, Finding, Names, ProvinceCase
from generator.model.records import joining
from generator.model.records.agencies import Agency
from generator.model.records.boundaries import ZoneBoundary
from generator.model.records.catalogue import Catalogue
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.province import Zones
from generator.model.records.workspace import Dossier, Dossiers, ProvinceDossier, Workspace
from generator.persian import near_matches, numeral
from generator.problems.errors import Place, Problem, Severity
from generator.problems.limits import LIMITS
from generator.problems.messages import problem, remedy
from generator.problems.outcome import Outcome
from generator.reading import asked, boundaries, maps, misnamed, pictures, plainfiles, records
from generator.reading.contents import Contents
from generator.reading.listing import Listing
from generator.reading.positions import Positions, Source
from generator.reading.records import SUFFIX
from generator.reading.store import Store, digest
from generator.reading.store import names as parts_of
from generator.reading.yamltext.nodes import texts

M = TypeVar("M", bound=BaseModel)

_MAP = "map"
"""The dossier's attribute for `maps.FILE`."""
_PLACE = "place"
"""The sort of values in a store that are neighbourhoods, with what their rules asked."""
_NOTHING = ProvinceDossier()
PROVINCE = "province"
"""The key of the province among the places whose records have an error."""


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What was read of a neighbourhood, without its records: its problems, what is broken, and what it is known by.

    `files` are the digests of its files by their keys, `digests` those of its records by their names (`plan`, `meetings/hq-1`)
    with what they have from the province; `sources` the keys of its files that have nodes.
    """

    id: str
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    files: Mapping[str, str]
    digests: Mapping[str, str]
    sources: tuple[str, ...]
    names: tuple[str, ...]
    """What it is called, the first one as it is shown; none where its own file has no nodes."""
    case: Case | None
    """What the rules over all neighbourhoods see of it; None where its own file could not be read."""
    fingerprint: str = ""
    """The digest of all that this depends on."""


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
    places: Mapping[str, PlaceReading] = field(default_factory=dict)
    """The neighbourhoods that have a folder, by their ids."""


def read(plans: Path, most: int = LIMITS.problems_of_file, store: Store | None = None) -> Reading:
    """Read a whole folder of plans, naming `most` problems of a file; nothing that is wrong in it raises.

    What a store has of files that did not change is not read again; what is read is put there.
    """
    return _WorkspaceReader(plans, most, store or Store.none()).read()


@dataclass(slots=True)
class _WorkspaceReader:
    plans: Path
    most: int
    store: Store
    listing: Listing = field(init=False)
    positions: Positions = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    broken: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    contents: Contents = field(init=False)
    bytes_of: dict[str, str] = field(default_factory=dict)
    """The digests of the files of the province's records, in which rules over a neighbourhood may name a line."""
    loaded: dict[str, Dossier] = field(default_factory=dict)
    """The dossiers that no store keeps."""

    def __post_init__(self) -> None:
        self.positions = Positions(self.plans)
        self.listing = Listing(self.plans, self.problems)
        self.contents = Contents(self.plans)

    def read(self) -> Reading:
        stems = {*records.CATALOGUES, *records.OPTIONAL_CATALOGUES, "schema"}
        folders = {records.AGENCIES, records.NEIGHBOURHOODS, pictures.FOLDER, *records.PROVINCE_SERIES}
        self._refuse_unknown("", stems, folders, files={boundaries.FILE})
        readable = self._schema()
        parts = self._catalogues()
        faults = self._report([*checks.of_catalogues(parts, self.most), *pictures.of_catalogues(parts, self.plans)])
        sound = readable and not any(fault.severity is Severity.ERROR for fault in faults)
        province = self._province(checks.names_of_catalogues(parts))
        self._report(checks.of_province(province, self.most))
        places = {place.id: place for place in self._places(province)}
        cases = [place.case for place in places.values() if place.case is not None]
        self._report(checks.of_neighbours(parts, cases))
        catalogue = parts.whole()
        self._spread()
        workspace = self._workspace(catalogue, province.province, places) if catalogue and sound else None
        broken = {name: frozenset(found) for name, found in sorted(self.broken.items()) if found}
        explained = misnamed.explained(self.problems, self.positions)
        return Reading(workspace, self.positions, tuple(sorted(explained, key=_order)), broken, places)

    def _spread(self) -> None:
        """Mark what may be wrong in every neighbourhood where a record of the province is: nobody knows whom it concerns."""
        spoiled = set(self.broken.get(PROVINCE, ()))
        spoiled |= {"approvals" for key in spoiled if key.partition("/")[0] == "meetings"}
        for folder in self._folders(records.NEIGHBOURHOODS) if spoiled else ():
            self.broken[folder] |= spoiled

    def _workspace(self, catalogue: Catalogue, province: ProvinceDossier, places: Mapping[str, PlaceReading]) -> Workspace:
        rows = {zone.id: row for row, zone in enumerate(catalogue.zones.zones)}
        known = [place.case.dossier.neighbourhood for place in places.values() if place.case]
        sound = [each for each in known if records.IDENTITY not in self.broken.get(each.id, ())]
        sound.sort(key=lambda each: (rows[each.zone], each.rank))
        broken = {name: frozenset(found) for name, found in self.broken.items()}
        shares = joining.shares(province)

        def load(name: str) -> Dossier:
            whole = self.loaded.get(name) or self._again(places[name], shares.get(name, _NOTHING))
            return whole.without(broken.get(name, ()))

        dossiers = Dossiers([each.id for each in sound], load)
        left = province.without(self.broken.get(PROVINCE, ()))
        return Workspace(catalogue=catalogue, province=left, dossiers=dossiers)

    def _again(self, place: PlaceReading, share: ProvinceDossier) -> Dossier:
        """Return the dossier of a neighbourhood from the store, of the bytes that were read; else read it once more."""
        folder = f"{records.NEIGHBOURHOODS}/{place.id}/"
        parts: dict[str, Any] = {name: [] for name in records.SERIES}
        for key, content in sorted(place.files.items()):
            name, _, entry = key.removeprefix(folder).removesuffix(SUFFIX).partition("/")
            model = records.model_of(key)
            if key == f"{folder}{maps.FILE}":
                parts[_MAP] = self._kept_map(key, content)[0]
            elif model is not None:
                kept = self.store.get(records.SORT, records.kept_as(self.plans / key, content, self.most))
                record: Any = (
                    kept[0][0] if kept else records.load(self.plans, key, model, Positions(self.plans), self.most).value
                )
                if entry and record is not None and record.id == entry:
                    parts[name].append(record)
                elif not entry:
                    parts[name] = record
        series = {name: tuple(parts[name]) for name in records.SERIES}
        return joining.joined(Dossier(**{**parts, **series}), share)

    def _load(self, key: str, model: type[M]) -> M | None:
        if self.listing.is_reported(key):
            self._spoil(key)
            return None
        content = self.contents.of(key)
        if key.partition("/")[0] in records.PROVINCE_SERIES:
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

    def _places(self, province: ProvinceCase) -> Iterator[PlaceReading]:
        """Yield each neighbourhood that has a folder, from the store when nothing that concerns it has changed."""
        folders = self._folders(records.NEIGHBOURHOODS)
        self._refuse_unknown(records.NEIGHBOURHOODS, (), folders)
        shares, common = joining.shares(province.province), self._common(province)
        for folder in folders:
            yield self._place(folder, province, shares.get(folder, _NOTHING), common)

    def _common(self, province: ProvinceCase) -> str:
        """Return a digest of what concerns every neighbourhood beside the names that it may cite."""
        shared = self.listing.files(pictures.FOLDER)
        pictured = (part for key in shared for part in (key, self.contents.digest(key)))
        return digest(str(self.plans), str(self.most), asked.of_whole(province.names), *sorted(province.unread), "", *pictured)

    def _place(self, name: str, province: ProvinceCase, share: ProvinceDossier, common: str) -> PlaceReading:
        folder = f"{records.NEIGHBOURHOODS}/{name}"
        files = {key: self.contents.digest(key) for key in self.listing.files(folder)}
        wrong = self.listing.reported_below(folder)
        fingerprint = digest(common, name, *parts_of(files), "", *sorted(wrong), "", *self._bytes_of(share))
        kept = self.store.get(_PLACE, fingerprint)
        if kept is not None and asked.same(kept[0], province.names):
            place: PlaceReading = kept[1]
            for key in place.sources:
                model = records.model_of(key)
                if model is not None:
                    self.positions.sources[key] = Source(self.plans / key, model, self.positions.nodes)
            self.problems += place.problems
            self.broken[name] |= place.broken
        else:
            questions = asked.Asking(province.names)
            place = self._visit(name, replace(province, names=questions.names), share, files)
            place = replace(place, fingerprint=digest(fingerprint, *parts_of(place.digests)))
            self.store.put(_PLACE, fingerprint, (questions.answers, place), name)
        self.contents.forget()
        return place

    def _bytes_of(self, share: ProvinceDossier) -> Iterator[str]:
        """Yield the files of the province's records that concern a neighbourhood, with the digests of their bytes."""
        for name, _ in checks.records_of(share):
            key = f"{name}{SUFFIX}"
            yield from (key, self.bytes_of.get(key, ""))

    def _visit(self, name: str, province: ProvinceCase, share: ProvinceDossier, files: Mapping[str, str]) -> PlaceReading:
        """Read the files of a neighbourhood, and hold them to the rules."""
        before = len(self.problems)
        case = self._case(name, province, share)
        if case:
            self._report([*checks.of_dossier(case, self.most), *pictures.of_dossier(case, self.plans)], name)
            entries = self.listing.entries(f"{records.NEIGHBOURHOODS}/{name}/{pictures.FOLDER}")
            self.problems += pictures.unused(case, self.plans, [entry.name for entry in entries if not entry.is_folder])
            if not self.store.is_there:
                self.loaded[name] = case.dossier
        found = tuple(self.problems[before:])
        digests = {record: digest(held.model_dump_json()) for record, held in checks.records_of(case.dossier)} if case else {}
        sources = tuple(key for key in files if key in self.positions.sources)
        identity = self.positions.sources.get(f"{records.NEIGHBOURHOODS}/{name}/{records.IDENTITY}{SUFFIX}")
        called = tuple(texts(identity.node, "name", "text", "aliases")) if identity else ()
        return PlaceReading(
            name, found, frozenset(self.broken[name]), files, digests, sources, called, _outline(case) if case else None
        )

    def _case(self, name: str, province: ProvinceCase, share: ProvinceDossier) -> Case | None:
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
        dossier = joining.joined(Dossier(neighbourhood=neighbourhood, **parts), share)
        return checks.case_of(dossier, province.names, frozenset(unread | province.unread))

    def _map(self, folder: str) -> NeighbourhoodMap | None:
        """Return the map of a neighbourhood, None when its file is wrong."""
        key = f"{folder}/{maps.FILE}"
        found, problems = (None, ()) if self.listing.is_reported(key) else self._kept_map(key, self.contents.digest(key))
        self.problems += problems
        if found is None:
            self._spoil(f"{folder}/{_MAP}")
        return found

    def _kept_map(self, key: str, content: str) -> Outcome[NeighbourhoodMap]:
        name = records.kept_as(self.plans / key, content, self.most)
        kept = self.store.get(_MAP, name)
        if kept is not None:
            return Outcome(*kept)
        outcome = maps.read(self.plans / key, self.most)
        self.store.put(_MAP, name, tuple(outcome), key)
        return outcome

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


def _outline(case: Case) -> Case:
    """Return of a case what the rules over all neighbourhoods see: its identity and its office."""
    dossier = Dossier(neighbourhood=case.dossier.neighbourhood, office=case.dossier.office)
    return Case(dossier, Names({}, {}), case.unread)


def _order(found: Problem) -> tuple[str, int, int]:
    place = found.place or Place(Path())
    return str(place.file), place.line, place.column
