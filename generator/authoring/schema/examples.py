"""An example of each field and of each record, made of the examples of the models."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.model.paths import is_list, record_in

Example = str | list[Any] | dict[str, Any]


@cache
def example_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the smallest record that says something: its required fields, else its first one."""
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return {name: example_for(model, name) for name in needed or list(model.model_fields)[:1]}


def example_for(model: type[BaseModel], name: str) -> Example:
    """Return the example of a field: its own, or one made of its record's; empty when it has none."""
    field = model.model_fields[name]
    part = record_in(field.annotation)
    if part is None:
        own: Example = (field.examples or [""])[0]
        return own
    return [example_of(part)] if is_list(field.annotation) else example_of(part)
