"""The records that a store keeps of files, loaded when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.records import joining
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.problems.outcome import Outcome
from generator.reading import maps, records
from generator.reading.places import PlaceReading
from generator.reading.positions import Positions
from generator.reading.records import SUFFIX
from generator.reading.store import Store

_MAP = "map"
"""The sort of values in a store that are maps with their problems; also the dossier's attribute."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The records of a folder of plans, as a store keeps them."""

    plans: Path
    most: int
    store: Store

    def dossier(self, place: PlaceReading, share: ProvinceDossier) -> Dossier:
        """Return the dossier of a neighbourhood as it was read; a file of which nothing is kept is read as it is now."""
        folder = f"{records.NEIGHBOURHOODS}/{place.id}/"
        parts: dict[str, Any] = {name: [] for name in records.SERIES}
        for key, content in sorted(place.files.items()):
            name, _, entry = key.removeprefix(folder).removesuffix(SUFFIX).partition("/")
            if key == f"{folder}{maps.FILE}":
                parts[_MAP] = self.map(key, content).value
            elif records.model_of(key) is not None:
                record = self._record(key, content)
                if not entry:
                    parts[name] = record
                elif record is not None and record.id == entry:
                    parts[name].append(record)
        series = {name: tuple(parts[name]) for name in records.SERIES}
        return joining.joined(Dossier(**{**parts, **series}), share)

    def _record(self, key: str, content: str) -> Any:
        kept = self.store.get(records.SORT, records.kept_as(self.plans / key, content, self.most))
        if kept is not None:
            return kept[0][0]
        model = records.model_of(key)
        return records.load(self.plans, key, model, Positions(self.plans), self.most).value if model else None

    def map(self, key: str, content: str) -> Outcome[NeighbourhoodMap]:
        """Return the map of a file whose bytes have a digest, or every problem of it."""
        name = records.kept_as(self.plans / key, content, self.most)
        kept = self.store.get(_MAP, name)
        if kept is not None:
            return Outcome(*kept)
        outcome = maps.read(self.plans / key, self.most)
        self.store.put(_MAP, name, tuple(outcome), key)
        return outcome
