"""Why a neighbourhood, or the province, gets no document of a kind: records that are missing, or that have an error."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from generator.build.kinds import Kind
from generator.model.records.workspace import Dossier

PROVINCE = "province"
"""The place of documents that are about the whole province."""

PROVINCE_NAME = "استان"
"""What that place is called."""

IDENTITY = "neighbourhood"
"""The record of a neighbourhood without which it has no dossier."""


class LeftOut(NamedTuple):
    """A kind of which a neighbourhood, or the province, gets no document: the records missing, and those in error."""

    place: str
    """The id of the neighbourhood, or `province`."""
    name: str
    """What the place is called."""
    kind: Kind
    missing: tuple[str, ...]
    broken: tuple[str, ...]
    reason: str = ""
    """Why some of its subjects get none, though the records are there; empty where that is not why."""
    about: tuple[str, ...] = ()
    """The ids of these subjects."""

    @property
    def of_province(self) -> bool:
        """Whether the place is the province."""
        return self.place == PROVINCE


Broken = Mapping[str, frozenset[str]]
"""By the id of a neighbourhood, or `province`, the records with an error, which none holds (`plan`, `evaluations/1404-h1`)."""


def left_out(kind: Kind, dossier: Dossier, broken: Broken) -> LeftOut | None:
    """Say why a neighbourhood gets no document of a kind; None when it gets one, or when the kind is about the province."""
    if kind.of_province:
        return None
    faulty = broken.get(dossier.id, frozenset())
    absent = [name for name in kind.needed if not getattr(dossier, name)]
    stopping = tuple(sorted(key for key in faulty if stops(key, kind) or key.partition("/")[0] in absent))
    names = {key.partition("/")[0] for key in stopping}
    missing = tuple(name for name in absent if name not in names)
    return LeftOut(dossier.id, dossier.neighbourhood.name, kind, missing, stopping) if missing or stopping else None


def province_left_out(kind: Kind, broken: Broken, places: Collection[str] = ()) -> LeftOut | None:
    """Say why the province gets no document of a kind: a report on all neighbourhoods would lose one without a word.

    Only errors in `places` count where some are given.
    """
    faulty = {
        key if place == PROVINCE else f"{place}/{key}"
        for place in (places or broken)
        for key in _stopping(kind, broken.get(place, ()))
    }
    return LeftOut(PROVINCE, PROVINCE_NAME, kind, (), tuple(sorted(faulty))) if kind.of_province and faulty else None


def _stopping(kind: Kind, keys: Iterable[str]) -> list[str]:
    return [key for key in keys if key == IDENTITY or stops(key, kind)]


def stops(key: str, kind: Kind, entry_id: str | None = None) -> bool:
    """Return whether an error in a record stops a document of a kind: it reads that record.

    Of the series that its subjects come from it reads the subject's own entry, and of evaluations those before it, with which
    they are compared; all of it where the kind names the series in `requires` or `reads`.
    """
    name, _, entry = key.partition("/")
    if name not in kind.records:
        return False
    if name != kind.subject.record or not kind.subject.is_series or not entry or name in (*kind.requires, *kind.reads):
        return True
    if entry_id is None:
        return False
    return entry <= entry_id if name == "evaluations" else entry == entry_id
