"""A record to fill in, as commented YAML, drawn from its model: each field with its description and a value to start from.

A value that is given is written. Without one, a fact that may be unknown is left empty, a required text begins with «…» until
somebody writes it, another required value is the field's example, and what may be left out is there as a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from textwrap import wrap
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.authoring.schema.examples import example_for
from generator.model.fields import TEXT
from generator.model.known import Record, Unknown
from generator.model.paths import is_list, record_in, types_of, value_name
from generator.model.records.neighbourhood import Sampled

Given = Mapping[str, Any]
Value = str | Sequence[Any] | Given

HEADING = "#"
"""The key of a given record for the comment above it."""

_WIDTH = 118
_PLAIN = re.compile(r"(?:… )?[^\W_][^:#\[\]{},\"'&*!|>%@`\n]*(?<! )")


def skeleton(model: type[BaseModel], given: Given) -> str:
    """Return the file of a record in which these values are given."""
    return "".join(f"{line}\n" for line in _record(model, given, explained=True))


def quoted(text: str) -> str:
    """Return the text as a YAML value: in quotes when a mark in it would mean something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def comment(text: str) -> list[str]:
    """Return the text as lines of comment."""
    lines = (wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return [f"# {line}" for line in chain.from_iterable(lines)]


def _record(model: type[BaseModel], given: Given, *, explained: bool) -> Iterator[str]:
    """Yield the lines of a record, with comments if it is to be explained."""
    # The id comes first as people expect it, and last what every record has.
    for name in sorted(model.model_fields, key=lambda name: (name != "id", name in Sampled.model_fields)):
        field, example = model.model_fields[name], example_for(model, name)
        left_empty = name not in given and Unknown in types_of(field)
        if explained:
            yield from comment(f"{field.description} مانند «{example}»." if left_empty else field.description or "")
        if left_empty:
            yield f"{name}:"
        elif name in given or field.is_required() or isinstance(field.default, Record):
            value = given[name] if name in given else _start(field, example)
            yield from _entry(name, value, record_in(field.annotation), explained=explained)
        elif explained:
            yield from (f"# {line}" for line in _entry(name, example, None, explained=False))


def _start(field: FieldInfo, example: Value) -> Value:
    """Return the value that a field begins with where none is given."""
    several = is_list(field.annotation)
    if record_in(field.annotation) is not None:
        return [{}] if several else {}
    if value_name(field).endswith(TEXT.name):
        prompt = f"… {field.title} را بنویسید"
        return [prompt] if several else prompt
    may_be_empty = several and not any(getattr(rule, "min_length", 0) for rule in field.metadata)
    return [] if may_be_empty else example


def _entry(name: str, value: Value, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
    """Yield the lines of a key and its value, which is a record if `part` is its model."""
    if isinstance(value, str):
        yield f"{name}: {quoted(value)}"
    elif isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {line}" for line in _fields(value, part, explained=explained))
    elif not value:
        yield f"{name}: []"
    else:
        yield f"{name}:"
        for position, item in enumerate(value):
            yield from (f"  {line}" for line in _item(item, part, explained=explained and position == 0))


def _fields(value: Given, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
    if part is not None:
        yield from _record(part, value, explained=explained)
    else:
        for name, inner in value.items():
            yield from _entry(name, inner, None, explained=False)


def _item(value: Value, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
    """Yield the lines of an item of a list: the dash is at its first key, below the comments of that."""
    if not isinstance(value, Mapping):
        yield f"- {quoted(str(value))}"
        return
    yield from comment(str(value.get(HEADING, "")))
    begun = False
    for line in _fields({name: inner for name, inner in value.items() if name != HEADING}, part, explained=explained):
        if begun:
            yield f"  {line}"
        else:
            begun = not line.startswith("#")
            yield f"- {line}" if begun else line
