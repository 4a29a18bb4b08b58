"""Walk the fields of a record and of the records inside it, with their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

from generator.checks.scope import Case, FieldPath, ProvinceCase
from generator.model.identity import Same
from generator.model.known import Unknown
from generator.model.records.neighbourhood import Approvals
from generator.model.records.workspace import Dossier, ProvinceDossier

T = TypeVar("T")

_KEPT = 64
"""Records: more than a neighbourhood has."""


def once_a_record(find: Callable[[str, BaseModel], Iterable[T]]) -> Callable[[str, BaseModel], tuple[T, ...]]:
    """Keep what a function finds in a record of a name: many documents of a neighbourhood ask it of the same records."""

    @lru_cache(maxsize=_KEPT)
    def kept(name: str, same: Same[BaseModel]) -> tuple[T, ...]:
        return tuple(find(name, same.value))

    return lambda name, record: kept(name, Same(record))


def fields(record: BaseModel, path: FieldPath = ()) -> Iterable[tuple[FieldPath, object]]:
    """Return the path and value of each field, depth first in the order of the model."""
    return _fields(record, path) if path else _of_record(Same(record))


@lru_cache(maxsize=_KEPT)
def _of_record(same: Same[BaseModel]) -> tuple[tuple[FieldPath, object], ...]:
    """Walk a record once for all the rules that ask for its fields."""
    return tuple(_fields(same.value, ()))


def _fields(record: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        here = (*path, name)
        yield here, value
        if isinstance(value, BaseModel) and not isinstance(value, Unknown):
            yield from _fields(value, here)
        elif isinstance(value, tuple):
            for at, entry in enumerate(value):
                if isinstance(entry, BaseModel):
                    yield from _fields(entry, (*here, at))


def records_of(dossier: Dossier | ProvinceDossier) -> Iterator[tuple[str, BaseModel]]:
    """Yield each record of a dossier with its name, such as `plan` or `evaluations/1404-h1`."""
    for name in type(dossier).model_fields:
        record = getattr(dossier, name)
        if isinstance(record, tuple):
            yield from ((f"{name}/{entry.id}", entry) for entry in record)
        elif record is not None:
            yield name, record


def own_records(case: Case | ProvinceCase) -> Iterator[tuple[str, BaseModel]]:
    """Yield each record whose file is the case's own: one of the province is told once, not in each of its neighbourhoods."""
    if isinstance(case, ProvinceCase):
        yield from records_of(case.province)
        return
    for name, record in records_of(case.dossier):
        if isinstance(record, Approvals):
            yield name, record.model_copy(update={"approvals": tuple(each for each in record.approvals if not each.derived)})
        elif case.dossier.file(name).startswith("neighbourhoods/"):
            yield name, record


def repeated_ids(record: BaseModel) -> Iterator[tuple[FieldPath, str]]:
    """Yield the path and id of each entry whose id an earlier entry of the same list has."""
    for path, value in fields(record):
        if not isinstance(value, tuple):
            continue
        seen: set[str] = set()
        for at, entry in enumerate(value):
            entry_id = getattr(entry, "id", None)
            if isinstance(entry_id, str) and entry_id in seen:
                yield (*path, at, "id"), entry_id
            seen |= {entry_id} if isinstance(entry_id, str) else set()
