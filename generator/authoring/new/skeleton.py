"""A record to fill in, as commented YAML, drawn from its model: each field with its description and a value to start from.

A value that is given is written. Without one, a fact that may be unknown is left empty, a required text begins with «…» until
somebody writes it, and what may be left out is there as a comment. Another required value is the field's example, or an id that
exists, and is said to be one; a record with such values is a sample until somebody has put right ones in their place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from textwrap import shorten, wrap
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.authoring.schema.examples import example_for
from generator.model.fields import TEXT
from generator.model.known import Record, Unknown
from generator.model.paths import is_list, record_in, types_of, value_name
from generator.model.records.neighbourhood import Sampled

Given = Mapping[str, Any]
Value = str | Sequence[Any] | Given
Cited = Callable[[type[BaseModel], str], Mapping[str, str]]
"""The ids that a field may cite, with their Persian names; none when it cites nothing."""

HEADING = "#"
"""The key of a given record for the comment above it."""

SAMPLE = "sample"

_WIDTH = 118
_MOST_NAMED = 20
"""The number of ids that are still listed with their names."""
_LONGEST_NAME = 70
_PLAIN = re.compile(r"(?:… )?[^\W_][^:#\[\]{},\"'&*!|>%@`\n]*(?<! )")

_EXAMPLE = "مقدار زیر فقط نمونه است."
_INVENTED = "این پرونده مقدارهای نمونه دارد. هنگامی که مقدار درست هر یک را نوشتید، سطر زیر را پاک کنید."


def skeleton(model: type[BaseModel], given: Given, cited: Cited = lambda _model, _name: {}) -> str:
    """Return the file of a record in which these values are given and these ids may be cited."""
    fields = model.model_fields
    if not given and not any(field.is_required() for field in fields.values()):
        # A file of comments alone would be empty: it begins with its first part.
        first = next(name for name in fields if name not in Sampled.model_fields)
        given = {first: _start(fields[first], example_for(model, first)).value}
    return "".join(f"{line}\n" for line in _Drawing(cited).record(model, given, explained=True))


def quoted(text: str) -> str:
    """Return the text as a YAML value: in quotes when a mark in it would mean something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def comment(text: str) -> list[str]:
    """Return the text as lines of comment."""
    lines = (wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return [f"# {line}" for line in chain.from_iterable(lines)]


class _Start(NamedTuple):
    """The value that a field begins with, and whether it is an example that says something about the world."""

    value: Value
    is_example: bool = False


def _start(field: FieldInfo, example: Value) -> _Start:
    several = is_list(field.annotation)
    if record_in(field.annotation) is not None:
        return _Start([{}] if several else {})
    if value_name(field).endswith(TEXT.name):
        prompt = f"… {field.title} را بنویسید"
        return _Start([prompt] if several else prompt)
    may_be_empty = several and not any(getattr(rule, "min_length", 0) for rule in field.metadata)
    return _Start([]) if may_be_empty else _Start(example, is_example=True)


def _fitting(example: Value, known: Mapping[str, str]) -> Value:
    """Return the example with ids that exist: its own, else the first one."""
    if not known or isinstance(example, Mapping):
        return example
    if isinstance(example, str):
        return example if example in known else next(iter(known))
    return [each for each in example if each in known] or [next(iter(known))]


class _Drawing:
    """The drawing of one file: which lists of ids it has shown, and whether a value in it is an example."""

    def __init__(self, cited: Cited) -> None:
        self.cited = cited
        self.shown: set[tuple[str, ...]] = set()
        self.has_examples = False

    def record(self, model: type[BaseModel], given: Given, *, explained: bool) -> Iterator[str]:
        """Yield the lines of a record, with comments if it is to be explained."""
        # The id comes first as people expect it, and last what every record has, so that all examples are known there.
        for name in sorted(model.model_fields, key=lambda name: (name != "id", name in Sampled.model_fields)):
            if name == SAMPLE and self.has_examples and name not in given:
                yield from comment(_INVENTED)
                yield f"{name}: بله"
            else:
                yield from self._field(model, name, given, explained=explained)

    def _field(self, model: type[BaseModel], name: str, given: Given, *, explained: bool) -> Iterator[str]:
        field, known = model.model_fields[name], self.cited(model, name)
        example = _fitting(example_for(model, name), known)
        left_empty = name not in given and Unknown in types_of(field)
        is_written = name in given or field.is_required() or isinstance(field.default, Record)
        start = _Start(given[name]) if name in given else _start(field, example)
        # An id that only names its own record says nothing about the world.
        is_example = is_written and not left_empty and start.is_example and (bool(known) or not _is_name(field))
        self.has_examples |= is_example
        if explained:
            more = f" مانند «{example}»." if left_empty else f" {_EXAMPLE}" if is_example else ""
            yield from comment(f"{field.description}{more}")
            yield from self._ids(known)
        if left_empty:
            yield f"{name}:"
        elif is_written:
            yield from self._entry(name, start.value, record_in(field.annotation), explained=explained)
        elif explained:
            yield from (f"# {line}" for line in self._entry(name, example, None, explained=False))

    def _ids(self, known: Mapping[str, str]) -> Iterator[str]:
        """Yield the ids that may be written, as comments: with names while they are few, and once in a file."""
        if not known:
            return
        if tuple(known) in self.shown:
            yield from comment("شناسه‌هایی که می‌توان نوشت بالاتر آمده است.")
        elif len(known) > _MOST_NAMED:
            yield from comment(f"شناسه‌هایی که می‌توان نوشت: {'، '.join(known)}")
        else:
            yield from comment("شناسه‌هایی که می‌توان نوشت:")
            yield from (f"#   {id_}  {shorten(text, _LONGEST_NAME, placeholder=' …')}".rstrip() for id_, text in known.items())
        self.shown.add(tuple(known))

    def _entry(self, name: str, value: Value, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
        """Yield the lines of a key and its value, which is a record if `part` is its model."""
        if isinstance(value, str):
            yield f"{name}: {quoted(value)}"
        elif isinstance(value, Mapping):
            yield f"{name}:"
            yield from (f"  {line}" for line in self._fields(value, part, explained=explained))
        elif not value:
            yield f"{name}: []"
        else:
            yield f"{name}:"
            for position, item in enumerate(value):
                yield from (f"  {line}" for line in self._item(item, part, explained=explained and position == 0))

    def _fields(self, value: Given, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
        if part is not None:
            yield from self.record(part, value, explained=explained)
        else:
            for name, inner in value.items():
                yield from self._entry(name, inner, None, explained=False)

    def _item(self, value: Value, part: type[BaseModel] | None, *, explained: bool) -> Iterator[str]:
        """Yield the lines of an item of a list: the dash is at its first key, below the comments of that."""
        if not isinstance(value, Mapping):
            yield f"- {quoted(str(value))}"
            return
        yield from comment(str(value.get(HEADING, "")))
        begun = False
        for line in self._fields({name: inner for name, inner in value.items() if name != HEADING}, part, explained=explained):
            if begun:
                yield f"  {line}"
            else:
                begun = not line.startswith("#")
                yield f"- {line}" if begun else line


def _is_name(field: FieldInfo) -> bool:
    return value_name(field).endswith("شناسه")
