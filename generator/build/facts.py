"""The facts that a document names by their paths: each is a field of a record that its template sees, and has its title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.fields import is_id
from generator.model.paths import is_list, record_in
from generator.persian import near_matches, quotable
from generator.problems.errors import Problem
from generator.problems.messages import problem, remedy
from generator.tree.nodes import Datum, Document, Text
from generator.tree.walk import rebuild


class _UnknownName(Exception):  # noqa: N818
    """A path has a name that leads nowhere; `known` are the names that would."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = [*known]


def titled(document: Document, context: Mapping[str, Any]) -> tuple[Document, list[Problem]]:
    """Return the document with the Persian title of each fact, and a problem for each whose path leads to no field.

    `context` is what the template sees by name.
    """
    problems: list[Problem] = []

    def visit(node: Any) -> Any:
        if isinstance(node, Text):
            return node
        if not isinstance(node, Datum):
            return rebuild(node, visit)
        try:
            return replace(node, title=_field(node.path, context).title or "")
        except _UnknownName as unknown:
            hint = remedy(near_matches(unknown.name, unknown.known, 2), unknown.known)
            problems.append(problem("datum-unknown", node.place, path=node.path, name=quotable(unknown.name), remedy=hint))
            return node

    return visit(document), problems


def _field(path: str, context: Mapping[str, Any]) -> FieldInfo:
    """Return the field that a path leads to; a member of a list of records is named by its id."""
    first, *names = path.split(".")
    named = context.get(first)
    if not isinstance(named, BaseModel):
        raise _UnknownName(first, _records(context))
    record: type[BaseModel] | None = type(named)
    found: FieldInfo | None = None
    in_list = False
    for name in names:
        if in_list and is_id(name):
            in_list = False
            continue
        known = record.model_fields if record is not None and not in_list else {}
        if name not in known:
            raise _UnknownName(name, known)
        found = known[name]
        record, in_list = record_in(found.annotation), is_list(found.annotation)
    if found is None:  # pragma: no cover  # the reader refuses a path of one name
        raise _UnknownName(first, _records(context))
    return found


def _records(context: Mapping[str, Any]) -> list[str]:
    return [name for name, value in context.items() if isinstance(value, BaseModel)]
