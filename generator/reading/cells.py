"""Cells of a spreadsheet that were pasted into one value, and the fields of the record where each of them belongs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ValidationError

from generator.model.paths import is_list, record_in
from generator.persian import quotable

_LONGEST_CELL = 200
_ANY_WORDS = "متن دلخواه"


def of_row(text: str, model: type[BaseModel]) -> list[str]:
    """Return the lines to write for a row that was pasted in the place of a whole record, its id left out."""
    first = next((name for name in model.model_fields if _accepts(model, name, _ANY_WORDS)), "")
    return placed(text, model, first)


def placed(text: str, model: type[BaseModel], field: str) -> list[str]:
    """Return the lines to write for a value with tabs, «key: cell» each; none when its parts are no cells of the record.

    A part that a field of a narrow type accepts (a date, an amount, a closed list) says that a row was pasted.
    """
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    narrow, wide = _after(model, field)
    if not 2 <= len(cells) <= len(model.model_fields) or any(len(cell) > _LONGEST_CELL for cell in cells):
        return []
    lines = [f"{field}: {quotable(cells[0])}"]
    rows = 0
    for cell in cells[1:]:
        found = next((name for name in narrow if _accepts(model, name, cell)), None)
        rows += found is not None
        found = found or next(iter(wide), None)
        narrow, wide = _without(found, narrow), _without(found, wide)
        lines.append(f"{found}: {quotable(cell)}" if found else f"…: {quotable(cell)}")
    return lines if rows else []


@cache
def _after(model: type[BaseModel], field: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields after one that take a cell: those of narrow types, and those that take any words.

    Of the latter those come first that no record lacks: tables have what is asked for, and seldom what may be left out.
    """
    fields = list(model.model_fields)
    later = fields[fields.index(field) + 1 :] if field in fields else []
    narrow = tuple(name for name in later if _is_narrow(model, name))
    wide = [name for name in later if name not in narrow and _accepts(model, name, _ANY_WORDS)]
    return narrow, tuple(sorted(wide, key=lambda name: not model.model_fields[name].is_required()))


def _without(found: str | None, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name != found)


def _is_narrow(model: type[BaseModel], name: str) -> bool:
    annotation = model.model_fields[name].annotation
    return record_in(annotation) is None and not is_list(annotation) and not _accepts(model, name, _ANY_WORDS)


def _accepts(model: type[BaseModel], name: str, text: str) -> bool:
    """Return whether a field takes a text, whatever the rest of the record lacks."""
    return all(name not in places for places in _refused(model, {name: text}))


def _refused(model: type[BaseModel], data: dict[str, str]) -> Iterator[tuple[str | int, ...]]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        yield from (detail["loc"][:1] for detail in error.errors(include_url=False))
