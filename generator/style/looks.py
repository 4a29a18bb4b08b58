"""The looks: `style.yaml`, and every file of `looks/`, which says only in what it differs from that one.

A look of the project's own templates goes before a packaged one of the same name.

The names of its roles, tables, pages, colours and stacks are those of `style.yaml`, so that every template can be set in every
look; a list (the faces of a stack) takes the place of the whole list.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from generator.problems.errors import Place, Problem, UsageError
from generator.problems.messages import meant, problem
from generator.problems.outcome import Outcome
from generator.reading import yamltext
from generator.reading.yamltext import Entry, Mapping, Node, Null, Scalar, Sequence, typed
from generator.style import style
from generator.style.faces import recorded
from generator.style.faces.files import Family
from generator.style.style import Style

DEFAULT = "style"
"""The look of a build that names none."""

FOLDER = "looks"


def find(templates: Path, packaged: Path | None = None) -> dict[str, Path]:
    """Return the file of each look by its name, the default one first, then the others by name."""
    folders = (packaged, templates) if packaged else (templates,)
    others = {file.stem: file for folder in folders for file in (folder / FOLDER).glob("*.yaml") if file.stem != DEFAULT}
    defaults = [folder / f"{DEFAULT}.yaml" for folder in reversed(folders)]
    default = next((file for file in defaults if os.path.lexists(file)), defaults[-1])
    return {DEFAULT: default, **{name: others[name] for name in sorted(others)}}


def load(templates: Path, name: str = DEFAULT, packaged: Path | None = None) -> Outcome[Style]:
    """Read a look by its name; UsageError when there is none."""
    known = find(templates, packaged)
    if name not in known:
        raise UsageError([problem("unknown-look", None, given=name, near=meant(name, known), allowed="، ".join(known))])
    default = style.load(known[DEFAULT])
    return default if name == DEFAULT or default.value is None else _changed(known[DEFAULT], known[name])


def _changed(default: Path, file: Path) -> Outcome[Style]:
    """Read the look of a file that says in what it differs from the default one."""
    base, parsed = yamltext.read(default), yamltext.read(file)
    if parsed.node is None:
        return Outcome.of(None, parsed.problems)
    if not isinstance(base.node, Mapping) or not isinstance(parsed.node, Mapping):
        return typed.load(parsed.node, Style, file)
    unknown = list(_unknown(base.node, parsed.node, file))
    look, problems = typed.load(_over(base.node, parsed.node), Style, file)
    return Outcome.of(None if unknown else look, [*parsed.problems, *unknown, *problems])


def families(templates: Path, packaged: Path | None = None) -> dict[str, tuple[Family, ...]]:
    """Return the families of each look that can be read, by its name."""
    read = ((name, load(templates, name, packaged).value) for name in find(templates, packaged))
    return {name: look.families() for name, look in read if look is not None}


def unmeasured(templates: Path, name: str, packaged: Path | None = None) -> list[Problem]:
    """Return a warning for each family of a look whose widths and characters nothing is known of, where the look names it."""
    look = load(templates, name, packaged).value
    known = find(templates, packaged)
    families = [] if look is None else recorded.unmeasured(family.name for family in look.families())
    return [problem("face-unmeasured", _named(family, (known[name], known[DEFAULT])), family=family) for family in families]


def _named(family: str, files: Iterable[Path]) -> Place | None:
    """Return the place where the first of these files names a family among its stacks."""
    for file in files:
        node = yamltext.read(file).node
        stacks = node.get("stacks") if isinstance(node, Mapping) else None
        for scalar in _scalars(stacks) if stacks else ():
            if scalar.text == family:
                return Place(file, scalar.line, scalar.column)
    return None


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Null():
            return
        case Sequence():
            yield from chain.from_iterable(map(_scalars, node.items))
        case Mapping():
            yield from chain.from_iterable(_scalars(entry.value) for entry in node.entries)


def _unknown(base: Mapping, changes: Mapping, file: Path) -> Iterator[Problem]:
    """Yield a problem for each role, table, page, colour or stack that the default look does not have."""
    for group in changes.entries:
        names = base.get(group.key.text)
        if isinstance(names, Mapping) and isinstance(group.value, Mapping):
            known = [entry.key.text for entry in names.entries]
            for key in (entry.key for entry in group.value.entries if entry.key.text not in known):
                place, near = Place(file, key.line, key.column), meant(key.text, known)
                yield problem("look-unknown-name", place, where=group.key.text, given=key.text, near=near)


def _over(base: Mapping, changes: Mapping, depth: int = 0) -> Mapping:
    """Merge the changes into the base; what comes from the base takes the place of the changes.

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
    """Return the node with its places changed to one place, where a message about it can point into the file of the look."""
    match node:
        case Scalar() | Null():
            return dataclasses.replace(node, line=place.line, column=place.column)
        case Sequence():
            return Sequence(tuple(_node_moved(item, place) for item in node.items), place.line, place.column)
        case Mapping():
            return Mapping(tuple(_moved(entry, place) for entry in node.entries), place.line, place.column)
