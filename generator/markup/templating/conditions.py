"""The tests of templates (`x is …`); comparisons among them are those of the operators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined

from generator.markup.templating import faults
from generator.markup.templating.missing import is_missing
from generator.markup.templating.operations import LISTS, NUMBERS, TEXTS, Operations

_COMPARING = {
    "eq": "eq", "equalto": "eq", "ne": "ne", "lt": "lt", "lessthan": "lt", "le": "lteq", "gt": "gt", "greaterthan": "gt",
    "ge": "gteq", "in": "in",
}  # fmt: skip


def conditions(operations: Operations) -> dict[str, Callable[..., bool]]:
    """Return the tests by their names in templates."""

    def comparing(how: str) -> Callable[[Any, Any], bool]:
        return lambda value, other: bool(operations.compare(value, other, how))

    plain: Mapping[str, Callable[..., bool]] = {
        "defined": lambda value: not isinstance(value, Undefined),
        "undefined": lambda value: isinstance(value, Undefined),
        "unknown": is_missing,
        "none": lambda value: value is None,
        "string": lambda value: type(value) in TEXTS,
        "number": lambda value: type(value) in NUMBERS - {bool},
        "sequence": lambda value: type(value) in TEXTS | LISTS,
        "mapping": lambda value: type(value) is dict,
        "even": lambda value: _whole(value) % 2 == 0,
        "odd": lambda value: _whole(value) % 2 == 1,
        "divisibleby": lambda value, number: _whole(value) % _whole(number) == 0,
    }
    return {**plain, **{name: comparing(how) for name, how in _COMPARING.items()}}


def _whole(value: Any) -> int:
    if isinstance(value, Undefined):
        raise faults.undefined(value)
    if type(value) is not int:
        raise TypeError("no whole number")
    return value
