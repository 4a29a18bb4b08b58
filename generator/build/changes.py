"""What is another in the records that a document is made from: between two finals of it, or a final and today.

Records are compared as they are meant, not as they are typed: another way to write an amount, a comment, an order of keys is no
change. Entries of a list are the same by their id, or by what names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from generator.model.fields import Named
from generator.model.known import Record, Unknown, title_of
from generator.persian import decimal_text, group
from generator.reading.records import AGENCIES, model_of
from generator.reading.yamltext import parse, typed

ARROW = " ← "
NOTHING = "—"
UNKNOWN = "نامعلوم"
_LONGEST = 160
"""Letters of a value that are shown; of a longer one what is around the first difference."""
_BEFORE = 50
"""Letters shown before the first difference."""
_MOST = 500
"""Changes that are told; so many are another document."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is another: in which record, which (a path of titles), what it was and what it is."""

    record: str
    what: str
    before: str
    after: str


def between(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Return the changes between the records of two states, by the keys of their files under `plans/`, record by record.

    Catalogues and agencies count for nothing: they are of the whole programme, and a document quotes little of them.
    """
    found: list[Change] = []
    for key in sorted({*old, *new}):
        model = model_of(key)
        if model is None or "/" not in key or key.startswith(f"{AGENCIES}/"):
            continue
        one, other = (_record(state.get(key), key, model) for state in (old, new))
        name = _named(key, model, other or one)
        if one is None and other is None:
            continue
        if one is None or other is None:
            found.append(Change(name, "", NOTHING if one is None else "بود", NOTHING if other is None else "افزوده شد"))
        else:
            found += [Change(name, ARROW.join(path), before, after) for path, before, after in _records(one, other, ())]
    return tuple(found[:_MOST])


def _record(data: bytes | None, key: str, model: type[Record]) -> Record | None:
    if data is None:
        return None
    parsed = parse(data, Path(key))
    return None if parsed.node is None else typed.load(parsed.node, model, Path(key)).value


def _named(key: str, model: type[Record], record: Record | None) -> str:
    """Return the title of a record, with what tells it from others of its sort."""
    parts = key.removesuffix(".yaml").split("/")
    several = len(parts) == 4 or parts[0] != "neighbourhoods"
    name = _name_of(record) if several and record is not None else ""
    return f"{title_of(model)} «{name}»" if name else title_of(model)


_Path = tuple[str, ...]
_Found = Iterator[tuple[_Path, str, str]]


def _records(one: BaseModel, other: BaseModel, path: _Path) -> _Found:
    for name, field in type(one).model_fields.items():
        if name != "sample":
            unit = _unit(field.annotation, field.metadata)
            yield from _values(getattr(one, name), getattr(other, name, None), (*path, field.title or name), unit)


def _values(one: Any, other: Any, path: _Path, unit: str) -> _Found:
    if one == other:
        return
    if isinstance(one, BaseModel) and isinstance(other, BaseModel) and not _is_plain(one) and not _is_plain(other):
        yield from _records(one, other, path)
    elif isinstance(one, tuple) and isinstance(other, tuple) and any(isinstance(each, BaseModel) for each in (*one, *other)):
        yield from _entries(one, other, path)
    else:
        before, after = _shown(one, unit), _shown(other, unit)
        if before != after:
            yield (path, *_around(before, after))


def _entries(one: Sequence[Any], other: Sequence[Any], path: _Path) -> _Found:
    """Yield what changed in a list: entries that were added or taken out, then what is another in those that stayed."""
    before, after = _by_name(one), _by_name(other)
    *above, title = path
    for name in {**before, **after}:
        place = (*above, f"{title} «{_name_of(after.get(name) or before[name])}»")
        if name not in after:
            yield place, "بود", "برداشته شد"
        elif name not in before:
            yield place, NOTHING, "افزوده شد"
        else:
            yield from _values(before[name], after[name], place, "")


def _by_name(entries: Sequence[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for at, each in enumerate(entries):
        name = str(getattr(each, "id", "") or _name_of(each) or at)
        found[name if name not in found else f"{name}/{at}"] = each
    return found


def _name_of(entry: Any) -> str:
    """Return what an entry is called: by its title, name, subject or text, else its id."""
    for name in ("title", "name", "subject", "topic", "text", "id", *type(entry).model_fields):
        value = getattr(entry, name, None)
        if isinstance(value, str) and value:
            return _short(value, 60)
    return ""


def _is_plain(value: BaseModel) -> bool:
    return isinstance(value, Unknown)


def _unit(annotation: Any, metadata: Sequence[Any]) -> str:
    """Return what stands behind a number of a field."""
    named = {mark.name for mark in _marks(annotation, metadata) if isinstance(mark, Named)}
    if any("ریال" in name for name in named):
        return " ریال"
    return "٪" if any("درصد" in name for name in named) else ""


def _marks(annotation: Any, metadata: Sequence[Any]) -> Iterator[Any]:
    yield from metadata
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part, ())


def _shown(value: Any, unit: str) -> str:
    match value:
        case None | "" | ():
            return NOTHING
        case Unknown():
            return UNKNOWN
        case bool():
            return "بله" if value else "خیر"
        case int():
            return f"{group(value)}{unit}"
        case Decimal():
            return f"{decimal_text(value)}{unit}"
        case tuple():
            return "، ".join(_shown(each, unit) for each in value)
        case BaseModel():
            return _name_of(value)
        case _:
            return str(value)


def _around(before: str, after: str) -> tuple[str, str]:
    """Return two long texts cut to what is around their first difference."""
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    first = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    start = max(first - _BEFORE, 0)

    def cut(text: str) -> str:
        whole = text[start : start + _LONGEST]
        return f"{'…' if start else ''}{whole}{'…' if start + _LONGEST < len(text) else ''}"

    return cut(before), cut(after)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
