"""The looks: `style.yaml`, and every file of `looks/`, which says only in what it differs from that one.

The names of its roles, tables, pages, colours and stacks are those of `style.yaml`, so that every template can be set in every
look; a list (the faces of a stack) takes the place of the whole list.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from generator.problems.errors import Place, Problem, UsageError
from generator.problems.messages import meant, problem
from generator.reading import yamltext
from generator.reading.yamltext import Entry, Mapping, Node, Null, Scalar, Sequence, typed
from generator.style import style
from generator.style.style import Style

DEFAULT = "style"
"""The look of a build that names none."""

_FOLDER = "looks"


def find(templates: Path) -> dict[str, Path]:
    """The file of each look by its name, the default one first."""
    others = {file.stem: file for file in sorted((templates / _FOLDER).glob("*.yaml")) if file.stem != DEFAULT}
    return {DEFAULT: templates / f"{DEFAULT}.yaml", **others}


def load(templates: Path, name: str = DEFAULT) -> tuple[Style | None, list[Problem]]:
    """Read a look by its name; returns it, or None with the problems and their places. UsageError when there is none."""
    known = find(templates)
    if name not in known:
        raise UsageError([problem("unknown-look", None, given=name, near=meant(name, known), allowed="، ".join(known))])
    default, problems = style.load(known[DEFAULT])
    if name == DEFAULT or default is None:
        return default, problems
    base, parsed = yamltext.read(known[DEFAULT]), yamltext.read(known[name])
    if parsed.node is None or not isinstance(base.node, Mapping) or not isinstance(parsed.node, Mapping):
        look, more = (None, parsed.problems) if parsed.node is None else typed.load(parsed.node, Style, known[name])
        return look, list(more)
    unknown = list(_unknown(base.node, parsed.node, known[name]))
    look, more = typed.load(_over(base.node, parsed.node), Style, known[name])
    found = [*parsed.problems, *unknown, *more]
    return (None if unknown else look), found


def families(templates: Path) -> dict[str, tuple[str, ...]]:
    """The faces of each look that can be read, by its name."""
    read = ((name, load(templates, name)[0]) for name in find(templates))
    return {name: look.families() for name, look in read if look is not None}


def _unknown(base: Mapping, changes: Mapping, file: Path) -> Iterator[Problem]:
    """A problem for each role, table, page, colour or stack that the default look does not have."""
    for group in changes.entries:
        names = base.get(group.key.text)
        if isinstance(names, Mapping) and isinstance(group.value, Mapping):
            known = [entry.key.text for entry in names.entries]
            for key in (entry.key for entry in group.value.entries if entry.key.text not in known):
                place, near = Place(file, key.line, key.column), meant(key.text, known)
                yield problem("look-unknown-name", place, where=group.key.text, given=key.text, near=near)


def _over(base: Mapping, changes: Mapping, depth: int = 0) -> Mapping:
    """The base with the changes laid over it; what comes from the base takes the place of what it was laid under.

    A name that the base lacks is left out; a group or a key that it lacks stays, for the model to judge.
    """
    entries = []
    for entry in base.entries:
        new = next((change for change in changes.entries if change.key.text == entry.key.text), None)
        if new is None:
            entries.append(_moved(entry, changes))
        elif isinstance(entry.value, Mapping) and isinstance(new.value, Mapping):
            entries.append(Entry(new.key, _over(entry.value, new.value, depth + 1)))
        else:
            entries.append(new)
    named = [entry.key.text for entry in base.entries]
    entries += [change for change in changes.entries if depth != 1 and change.key.text not in named]
    return Mapping(tuple(entries), changes.line, changes.column)


def _moved(entry: Entry, place: Mapping) -> Entry:
    key = dataclasses.replace(entry.key, line=place.line, column=place.column)
    return Entry(key, _node_moved(entry.value, place))


def _node_moved(node: Node, place: Mapping) -> Node:
    """The node with its places changed to one place, where a message about it can point into the file of the look."""
    match node:
        case Scalar() | Null():
            return dataclasses.replace(node, line=place.line, column=place.column)
        case Sequence():
            return Sequence(tuple(_node_moved(item, place) for item in node.items), place.line, place.column)
        case Mapping():
            return Mapping(tuple(_moved(entry, place) for entry in node.entries), place.line, place.column)
