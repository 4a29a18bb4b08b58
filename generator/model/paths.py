"""Find fields and records from a record: by a path of names, by the type of a field, and all below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.fields import Named
from generator.model.known import Unknown


def fields_at(record: type[BaseModel], path: Sequence[str]) -> Iterator[FieldInfo]:
    """Yield the fields that a path of names leads to, positions in lists left out; none when a name does not exist."""
    head, *rest = path
    field = record.model_fields.get(head)
    if field is not None and not rest:
        yield field
    for kind in types_of(field) if field is not None and rest else ():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from fields_at(kind, rest)


def types_of(field: FieldInfo) -> frozenset[object]:
    """Return the plain types of a field, those inside its unions, tuples and annotations."""
    return frozenset(_plain(field.annotation))


def _plain(annotation: object) -> Iterator[object]:
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if not parts:
        yield annotation
    for part in parts:
        yield from _plain(part)


def record_in(annotation: Any) -> type[BaseModel] | None:
    """Return the record that is the value of a field, alone or in a list; None for plain values."""
    kinds = (kind for kind in _plain(annotation) if isinstance(kind, type) and issubclass(kind, BaseModel))
    return next((kind for kind in kinds if kind is not Unknown), None)


def is_list(annotation: Any) -> bool:
    """Return whether the value of a field is a list."""
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return any(is_list(part) for part in get_args(annotation))
    return get_origin(annotation) is tuple


def value_name(field: FieldInfo) -> str:
    """Return what the value of a field is called: its type, its choices, or its record by the field's title."""
    return _value_name(field.annotation, field.metadata, f"«{field.title}»")


def _value_name(annotation: Any, metadata: list[Any], record: str) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value_name(arguments[0], [*arguments[1:], *metadata], record)
    if origin in (Union, UnionType):
        return next(filter(None, (_value_name(option, [], record) for option in arguments)), "")
    if origin is tuple:
        return f"فهرست {_value_name(arguments[0], [], record)}"
    if origin is Literal:
        return f"یکی از: {'، '.join(arguments)}"
    if record_in(annotation) is not None:
        return record
    return next((each.name for each in metadata if isinstance(each, Named)), "")


def records_in(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return a record and every record below it, level by level, each once."""
    found = [model]
    for each in found:
        inner = (record_in(field.annotation) for field in each.model_fields.values())
        found += dict.fromkeys(kind for kind in inner if kind is not None and kind not in found)
    return found
