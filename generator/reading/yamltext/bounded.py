"""Validate data with bounded work: a file that is wrong throughout is not read to its end.

A thousand empty items are as many faults as their model has fields, and each costs a kilobyte and a search for what was
meant. So long lists are first looked at in their beginning, and the whole only while that shows few faults.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems.limits import LIMITS
from generator.reading.yamltext.nodes import Plain

M = TypeVar("M", bound=BaseModel)

FIRST = 100
"""Items of a list that are validated first."""
_MORE = 8
"""Factor by which more items are validated next."""
_LOOKED_AT = 3
"""Faults examined for each that is named: some explain others, and they come in the order of the model, not of the file."""


class Faults(NamedTuple):
    """The first faults, the number of the others, and the number of list items that were not validated."""

    first: list[ErrorDetails]
    more: int
    unread: int


def validated(model: type[M], data: Plain, named: int = LIMITS.problems_of_file) -> M | Faults:
    """Validate data as a model; return it, or its faults: enough to name so many problems."""
    most = FIRST
    while True:
        cut, unread = _cut(data, most)
        try:
            record = model.model_validate(cut)
        except ValidationError as error:
            if not unread or error.error_count() > named:
                first = error.errors(include_url=False)[: _LOOKED_AT * named]
                return Faults(first, error.error_count() - len(first), unread)
        else:
            if not unread:
                return record
        most *= _MORE


def _cut(data: Plain, most: int) -> tuple[Plain, int]:
    """Cut each list of the data to at most so many items; return also how many were left out."""
    if isinstance(data, list):
        parts = [_cut(item, most) for item in data[:most]]
        return [part for part, _ in parts], sum(unread for _, unread in parts) + max(0, len(data) - most)
    if isinstance(data, dict):
        named = {key: _cut(value, most) for key, value in data.items()}
        return {key: part for key, (part, _) in named.items()}, sum(unread for _, unread in named.values())
    return data, 0
