"""What was read of the folder `plans/`, as a whole and of each neighbourhood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.checks import Case, Names
from generator.model.records.workspace import Dossier, Workspace
from generator.problems.errors import Problem
from generator.reading.positions import Positions


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
    files: Mapping[str, str] = field(default_factory=dict)
    """The digests of the files that are of no neighbourhood, by their keys."""

    def digest(self, key: str) -> str | None:
        """Return the digest of a file as it was read; None when it was not."""
        part = key.split("/")
        place = self.places.get(part[1]) if part[0] == "neighbourhoods" and len(part) > 1 else None
        return (place.files if place else self.files).get(key)


def outline(case: Case) -> Case:
    """Return of a case what the rules over all neighbourhoods see: its identity and its office."""
    dossier = Dossier(neighbourhood=case.dossier.neighbourhood, office=case.dossier.office)
    return Case(dossier, Names({}, {}), case.unread)
