"""Find the values of a file that its model takes as free text: no ids, numbers, dates, closed lists or published text."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from generator.model.fields import Code, Note, Text
from generator.model.known import Unknown
from generator.model.records.bodies import Alias
from generator.reading.yamltext.nodes import Mapping, Node, Scalar, Sequence

# Sentences and names exactly as published: their damage is part of the record.
_AS_PUBLISHED: dict[type[BaseModel], frozenset[str]] = {Alias: frozenset(("name",))}
_ALWAYS_AS_PUBLISHED = frozenset(("text",))

_NAMES = frozenset(("name", "short_name", "aliases"))

_TEXT_METADATA = tuple(rule for kind in (Text, Code, Note) for rule in get_args(kind)[1:])


def prose(node: Node, model: type[BaseModel]) -> Iterator[Scalar]:
    """Yield the values of free text below a node, in the order of the file; what the model does not know is left out."""
    yield from _of(node, model, [])


def names(node: Node) -> Iterator[Node]:
    """Yield the values that name something, whose words no list needs to have."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.text in _NAMES:
                yield from entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
            yield from names(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from names(item)


def _of(node: Node, annotation: Any, metadata: list[Any]) -> Iterator[Scalar]:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _of(node, inner, [*more, *metadata])
    elif get_origin(annotation) in (Union, UnionType):
        for option in get_args(annotation):
            if _fits(node, option):
                yield from _of(node, option, [])
    elif isinstance(node, Sequence) and get_origin(annotation) in (tuple, list):
        for item in node.items:
            yield from _of(item, get_args(annotation)[0], [])
    elif isinstance(node, Mapping) and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _of_record(node, annotation)
    elif isinstance(node, Scalar) and annotation is str and _is_text(metadata):
        yield node


def _of_record(node: Mapping, model: type[BaseModel]) -> Iterator[Scalar]:
    published = _AS_PUBLISHED.get(model, _ALWAYS_AS_PUBLISHED)
    for entry in node.entries:
        name = entry.key.text
        if model is Unknown or (name in ("unknown", "who") and "unknown" not in model.model_fields):
            yield from [entry.value] if isinstance(entry.value, Scalar) else []
        elif name in model.model_fields and name not in published:
            field = model.model_fields[name]
            yield from _of(entry.value, field.annotation, field.metadata)


def _fits(node: Node, option: Any) -> bool:
    """Return whether a node is of one option of a union: a mapping with `unknown` is a fact not yet known, nothing else is."""
    while get_origin(option) is Annotated:
        option = get_args(option)[0]
    unknown = isinstance(node, Mapping) and node.get("unknown") is not None
    return unknown == (option is Unknown)


def _is_text(metadata: list[Any]) -> bool:
    """Return whether a text has no other rule than that of a text, as an id or a closed list has."""
    return all(rule in _TEXT_METADATA for rule in metadata if isinstance(rule, BeforeValidator))
