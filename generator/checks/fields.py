"""Walk the fields of a record and of the records inside it, with their paths."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.scope import FieldPath
from generator.model.known import Unknown
from generator.model.records.maps import NeighbourhoodMap
from generator.model.records.workspace import Dossier


def fields(record: BaseModel, path: FieldPath = ()) -> Iterator[tuple[FieldPath, object]]:
    """Yield the path and value of each field, depth first in the order of the model."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        here = (*path, name)
        yield here, value
        if isinstance(value, BaseModel) and not isinstance(value, Unknown):
            yield from fields(value, here)
        elif isinstance(value, tuple):
            for at, entry in enumerate(value):
                if isinstance(entry, BaseModel):
                    yield from fields(entry, (*here, at))


def records_of(dossier: Dossier) -> Iterator[tuple[str, BaseModel]]:
    """Yield each record of a dossier with its name, such as `plan` or `evaluations/1404-h1`."""
    for name in Dossier.model_fields:
        record = getattr(dossier, name)
        if isinstance(record, tuple):
            yield from ((f"{name}/{entry.id}", entry) for entry in record)
        elif record is not None and not isinstance(record, NeighbourhoodMap):  # which has a file, but no fields in it
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
