"""Follow a path through a model and the nodes of a file together: titles, types and the records on the way."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from generator import persian
from generator.problems.messages import nth
from generator.reading.yamltext.nodes import Mapping, Node, Scalar, find


def titles_of(model: type[BaseModel], node: Node, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the Persian titles along a field path; an item of a list is named by its own id."""
    return walk(model, node, path).titles


def owner_of(model: type[BaseModel], node: Node, path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model whose field a path leads to; None when it leads to none."""
    return walk(model, node, path).owner


class Spot(NamedTuple):
    """A position in the data: path in the data, titles along it, the type there, and the model around it."""

    path: tuple[str | int, ...]
    titles: tuple[str, ...]
    annotation: Any
    owner: type[BaseModel] | None


def walk(model: type[BaseModel], root: Node, location: tuple[str | int, ...]) -> Spot:
    """Follow a location of pydantic through a model and the nodes of a file together."""
    annotation: Any = model
    owner: type[BaseModel] | None = None
    path: list[str | int] = []
    titles: list[str] = []
    for step in location:
        tagged = _tagged(annotation)
        if step in tagged:
            # The tag that pydantic puts into the location of a union is no part of the data.
            annotation = tagged[str(step)]
            continue
        path.append(step)
        owner = record_of(annotation)
        title, annotation = _into(annotation, step, root, path)
        titles += [title] if title else []
    return Spot(tuple(path), tuple(titles), annotation, owner)


def _into(annotation: Any, step: str | int, root: Node, path: list[str | int]) -> tuple[str, Any]:
    """Return the title of a step and the type after it."""
    if record := record_of(annotation):
        field = record.model_fields.get(str(step))
        return (field.title or str(step), field.annotation) if field else (str(step), None)
    arguments = get_args(next(kinds_of(annotation), None))
    if isinstance(step, int):
        inner = arguments[0] if arguments else None
        return _item_name(inner, find(root, path).node, step), inner
    return str(step), arguments[-1] if arguments else None


def _item_name(annotation: Any, node: Node, position: int) -> str:
    """Return the name of a list item: its id, else its first field; nothing when it is a plain value."""
    record = record_of(annotation)
    if record is None:
        return ""
    for name in ("id", next(iter(record.model_fields), "id")):
        value = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(value, Scalar) and value.text.strip():
            return persian.quotable(value.text)
    return nth(position + 1)


def record_of(annotation: Any) -> type[BaseModel] | None:
    """Return the model that an annotation names, if it is one."""
    kind = next(kinds_of(annotation), None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def kinds_of(annotation: Any) -> Iterator[Any]:
    """Return the types in an annotation: `Annotated` and unions split, None left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from kinds_of(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from kinds_of(member)
    elif annotation is not None and annotation is not type(None):
        yield annotation


def _tagged(annotation: Any) -> dict[str, Any]:
    if get_origin(annotation) is Annotated:
        return _tagged(get_args(annotation)[0])
    return {
        str(mark.tag): member
        for member in get_args(annotation)
        for mark in getattr(member, "__metadata__", ())
        if isinstance(mark, Tag)
    }
