"""An example of each field and of each record, put together from the texts."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.authoring.schema.texts import text_of
from generator.model.known import Unknown

Example = str | list[Any] | dict[str, Any]


@cache
def example_of(model: type[BaseModel]) -> dict[str, Any]:
    """The smallest record that says something: the fields that it cannot lack, else its first one."""
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return {name: example_for(model, name) for name in needed or list(model.model_fields)[:1]}


def example_for(model: type[BaseModel], name: str) -> Example:
    """The example of a field: its own, or one made of its record's."""
    written = text_of(model, name).example
    field = model.model_fields[name]
    part = record_in(field.annotation)
    if part is None:
        return written
    return [example_of(part)] if _is_list(field.annotation) else example_of(part)


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, alone or in a list; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Unknown:
        return annotation
    inner = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    return next((found for part in inner if (found := record_in(part))), None)


def _is_list(annotation: Any) -> bool:
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        return any(_is_list(part) for part in get_args(annotation))
    return get_origin(annotation) is tuple
