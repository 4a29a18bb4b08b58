"""Reads the neighbourhoods: each from a store when nothing that concerns it has changed, else its files, held to the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator import checks
from generator.checks import Case, ProvinceCase
from generator.model.records import joining
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.reading import asked, maps, pictures, records
from generator.reading.places import PlaceReading, outline
from generator.reading.positions import Source
from generator.reading.reader import Reader
from generator.reading.records import SUFFIX
from generator.reading.store import digest, in_order
from generator.reading.yamltext.nodes import texts

_MAP = "map"
"""The dossier's attribute for `maps.FILE`."""
_PLACE = "place"
"""The sort of values in a store that are neighbourhoods, with what their rules asked."""
_NOTHING = ProvinceDossier()


@dataclass(slots=True)
class NeighbourhoodsReader(Reader):
    """Reads the neighbourhoods of a folder of plans."""

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
        fingerprint = digest(common, name, *in_order(files), "", *sorted(wrong), "", *self._bytes_of(share))
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
            place = replace(place, fingerprint=digest(fingerprint, *in_order(place.digests)))
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
            name, found, frozenset(self.broken[name]), files, digests, sources, called, outline(case) if case else None
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
        found, problems = (None, ()) if self.listing.is_reported(key) else self.kept.map(key, self.contents.digest(key))
        self.problems += problems
        if found is None:
            self._spoil(f"{folder}/{_MAP}")
        return found
