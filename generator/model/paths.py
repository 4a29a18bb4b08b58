"""Fields of records by a path of their names: what types they may have, and what they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def fields_at(record: type[BaseModel], path: Sequence[str]) -> Iterator[FieldInfo]:
    """The fields that a path of names leads to, positions in lists left out; none when a name on the way does not exist."""
    head, *rest = path
    field = record.model_fields.get(head)
    if field is not None and not rest:
        yield field
    for kind in types_of(field) if field is not None and rest else ():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from fields_at(kind, rest)


def types_of(field: FieldInfo) -> frozenset[object]:
    """The plain types of a field, those inside its unions, tuples and annotations."""
    return frozenset(_plain(field.annotation))


def _plain(annotation: object) -> Iterator[object]:
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if not parts:
        yield annotation
    for part in parts:
        yield from _plain(part)
