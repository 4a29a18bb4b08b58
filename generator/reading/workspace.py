"""Read the folder `plans/` as the workspace, with the places of its fields and every problem of every file.

A record with an error is left out of its dossier and named in `broken`; a neighbourhood whose identity has one is left out
whole. The others are read on. Only an error in a catalogue, which every document may cite, leaves no workspace.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import checks
from generator.checks import Catalogues, Finding, Names, ProvinceCase
from generator.model.records import joining
from generator.model.records.agencies import Agency
from generator.model.records.boundaries import ZoneBoundary
from generator.model.records.catalogue import Catalogue
from generator.model.records.province import Zones
from generator.model.records.register import Register
from generator.model.records.workspace import Dossier, Dossiers, ProvinceDossier, Workspace
from generator.persian import numeral
from generator.problems.errors import Place, Problem, Severity
from generator.problems.limits import LIMITS
from generator.reading import boundaries, misnamed, pictures, records
from generator.reading.neighbourhoods import NeighbourhoodsReader
from generator.reading.places import PlaceReading, Reading
from generator.reading.reader import PROVINCE
from generator.reading.records import SUFFIX
from generator.reading.store import Store

_NOTHING = ProvinceDossier()


def read(plans: Path, most: int = LIMITS.problems_of_file, store: Store | None = None) -> Reading:
    """Read a whole folder of plans, naming `most` problems of a file; nothing that is wrong in it raises.

    What a store has of files that did not change is not read again; what is read is put there.
    """
    return _WorkspaceReader(plans, most, store or Store.none()).read()


@dataclass(slots=True)
class _WorkspaceReader(NeighbourhoodsReader):
    def read(self) -> Reading:
        stems = {*records.CATALOGUES, *records.OPTIONAL_CATALOGUES, "schema"}
        folders = {records.AGENCIES, records.NEIGHBOURHOODS, pictures.FOLDER, *records.PROVINCE_SERIES}
        folders |= {records.REGISTER, records.VERSIONS, records.SIGNED}
        self._refuse_unknown("", stems, folders, files={boundaries.FILE})
        readable = self._schema()
        parts = self._catalogues()
        faults = self._report([*checks.of_catalogues(parts, self.most), *pictures.of_catalogues(parts, self.plans)])
        sound = readable and not any(fault.severity is Severity.ERROR for fault in faults)
        province = self._province(checks.names_of_catalogues(parts))
        self._report(checks.of_province(province, self.most))
        register = self.register()
        places = {place.id: place for place in self._places(province)}
        cases = [place.case for place in places.values() if place.case is not None]
        self._report(checks.of_neighbours(parts, cases))
        catalogue = parts.whole()
        self._spread()
        workspace = self._workspace(catalogue, province.province, register, places) if catalogue and sound else None
        broken = {name: frozenset(found) for name, found in sorted(self.broken.items()) if found}
        explained = misnamed.explained(self.problems, self.positions)
        found = tuple(sorted(explained, key=_order))
        return Reading(workspace, self.positions, found, broken, places, self.bytes_of)

    def _spread(self) -> None:
        """Mark what may be wrong in every neighbourhood where a record of the province is: nobody knows whom it concerns."""
        spoiled = set(self.broken.get(PROVINCE, ()))
        spoiled |= {"approvals" for key in spoiled if key.partition("/")[0] == "meetings"}
        for folder in self._folders(records.NEIGHBOURHOODS) if spoiled else ():
            self.broken[folder] |= spoiled

    def _workspace(
        self, catalogue: Catalogue, province: ProvinceDossier, register: Register, places: Mapping[str, PlaceReading]
    ) -> Workspace:
        rows = {zone.id: row for row, zone in enumerate(catalogue.zones.zones)}
        known = [place.case.dossier.neighbourhood for place in places.values() if place.case]
        sound = [each for each in known if records.IDENTITY not in self.broken.get(each.id, ())]
        sound.sort(key=lambda each: (rows[each.zone], each.rank))
        broken = {name: frozenset(found) for name, found in self.broken.items()}
        shares = joining.shares(province)

        def load(name: str) -> Dossier:
            whole = self.loaded.get(name) or self.kept.dossier(places[name], shares.get(name, _NOTHING))
            return whole.without(broken.get(name, ()))

        dossiers = Dossiers([each.id for each in sound], load)
        left = province.without(self.broken.get(PROVINCE, ()))
        return Workspace(catalogue=catalogue, province=left, dossiers=dossiers, finals=register)

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


def _order(found: Problem) -> tuple[str, int, int]:
    place = found.place or Place(Path())
    return str(place.file), place.line, place.column
