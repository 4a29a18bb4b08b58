"""Amounts without a unit that are too small to be rials: who writes «۵۰۰۰» most often means millions of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import get_args

from pydantic import BaseModel

from generator.model.fields import Named, Rials
from generator.model.paths import is_list, record_in, value_name
from generator.persian import Refused, group, parse_rials, quotable
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem
from generator.reading.yamltext import Mapping, Node, Scalar, Sequence
from generator.reading.yamltext.spots import titles_of
from generator.reading.yamltext.typed import ARROW

LEAST = 1_000_000
"""Rials below which an amount without a unit is asked about; nothing that is planned or paid here costs less."""

_FRACTION = 1000
_FEW = 3
"""Amounts of one list that have a median to compare with."""

_NAME = next(mark.name for mark in get_args(Rials) if isinstance(mark, Named))

Step = str | None
Found = tuple[tuple[str | int, ...], Scalar]


def bare(node: Node, file: Path, model: type[BaseModel]) -> list[Problem]:
    """Return a warning for each amount of a record that has no unit and is below a million, or a thousandth of its like."""
    return [found for steps in _paths(model) for found in _of_one_field(list(_along(node, steps)), node, file, model)]


def _of_one_field(found: list[Found], node: Node, file: Path, model: type[BaseModel]) -> Iterator[Problem]:
    if all(_has_unit(scalar.text) for _, scalar in found):
        return
    amounts = [_amount(scalar.text) for _, scalar in found]
    known = [amount for amount in amounts if amount]
    usual = median(known) if len(known) >= _FEW else 0
    for (path, scalar), amount in zip(found, amounts, strict=True):
        if amount and not _has_unit(scalar.text) and (amount < LEAST or amount * _FRACTION <= usual):
            where = ARROW.join(titles_of(model, node, path))
            values = {"text": quotable(scalar.text), "key": path[-1], "rials": group(amount), "millions": group(amount)}
            yield problem("amount-bare", Place(file, scalar.line, scalar.column), where=where, **values)


def _has_unit(text: str) -> bool:
    return any(character.isalpha() or character == "﷼" for character in text)


def _amount(text: str) -> int:
    """Return an amount in rials; 0 for what is none, which is reported elsewhere."""
    try:
        return parse_rials(text)
    except Refused:
        return 0


def _along(node: Node, steps: tuple[Step, ...], path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    """Yield the values that a path of keys leads to, through every item of the lists on the way (None)."""
    if not steps:
        if isinstance(node, Scalar):
            yield path, node
    elif (name := steps[0]) is None:
        for at, item in enumerate(node.items if isinstance(node, Sequence) else ()):
            yield from _along(item, steps[1:], (*path, at))
    elif isinstance(node, Mapping) and (value := node.get(name)) is not None:
        yield from _along(value, steps[1:], (*path, name))


@cache
def _paths(model: type[BaseModel]) -> tuple[tuple[Step, ...], ...]:
    """Return the paths to the amounts of a record, lists on the way as None."""
    found: list[tuple[Step, ...]] = []
    for name, field in model.model_fields.items():
        if value_name(field) == _NAME:
            found.append((name,))
        elif inner := record_in(field.annotation):
            through: tuple[Step, ...] = (name, None) if is_list(field.annotation) else (name,)
            found += [(*through, *rest) for rest in _paths(inner)]
    return tuple(found)
