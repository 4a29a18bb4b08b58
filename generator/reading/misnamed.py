"""Names where an id belongs: «شهرداری مشهد» is answered with `municipality`, whatever file the name is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from generator.checks.kinds import KINDS
from generator.model.citations import CITES
from generator.persian import fold, near_matches, quotable
from generator.problems.errors import Problem
from generator.problems.messages import problem, remedy
from generator.reading.positions import Positions, Source
from generator.reading.strays import Point, Steps, scalars
from generator.reading.yamltext import Mapping, Node, Scalar, Sequence
from generator.reading.yamltext.spots import owner_of

_MOST_TITLED = 20
"""Ids that a hint names with their names; of more than these the ids alone."""

_REFUSED = frozenset({"bad-id", "bad-duty-id", "bad-duty-part-id"})
_PERSIAN = re.compile("[\u0620-\u06d3]")


class _Holder(NamedTuple):
    """Where the records of a kind are: the files, the list in them (empty: the file is the record), and their names."""

    files: str
    entries: str
    names: tuple[str, ...]


_HOLDERS = {
    "agency": _Holder("agencies/*", "", ("name", "short_name", "text")),
    "body": _Holder("bodies", "bodies", ("name", "aliases")),
    "zone": _Holder("zones", "zones", ("name",)),
    "goal": _Holder("programme", "goals", ("clean", "text")),
    "rate": _Holder("legal", "rates", ("title",)),
    "recipient": _Holder("agencies/*", "recipients", ("name",)),
    "operator": _Holder("operators", "operators", ("name",)),
    "contact": _Holder("contacts", "contacts", ("post", "addressed_as")),
    "statement": _Holder("statements", "statements", ("question",)),
    "priority-indicator": _Holder("indicators", "indicators", ("title",)),
    "duty": _Holder("agencies/*", "duties", ("clean", "text")),
    "neighbourhood": _Holder("neighbourhoods/*/neighbourhood", "", ("name", "text", "aliases")),
    "need": _Holder("needs", "needs", ("title",)),
    "gathering": _Holder("participatory", "gatherings", ("topic",)),
    "survey": _Holder("surveys/*", "", ("title",)),
    "group": _Holder("community", "groups", ("name",)),
    "partner": _Holder("community", "partners", ("name", "support")),
    "action": _Holder("plan", "actions", ("title",)),
    "approval": _Holder("approvals", "approvals", ("subject",)),
    "letter": _Holder("letters/*", "", ("subject",)),
}
_OWN = frozenset({"need", "gathering", "survey", "group", "partner", "action", "approval"})
"""Kinds of which only those of the same neighbourhood can be cited."""


def explained(problems: Iterable[Problem], positions: Positions) -> list[Problem]:
    """Return the problems; a refused id that is Persian gets the id that its name has, or with those there are."""
    values: dict[str, dict[Point, tuple[Steps, str]]] = {}
    found_all = []
    for found in problems:
        key = _key(found, positions)
        if key and key not in values:
            values[key] = dict(scalars(positions.sources[key].node))
        found_all.append(_explained(found, key, values[key], positions) if key else found)
    return found_all


def _key(found: Problem, positions: Positions) -> str:
    """Return the key of the file in which an id is refused; empty for other problems."""
    if found.code not in _REFUSED or found.place is None or not found.place.file.is_relative_to(positions.plans):
        return ""
    key = found.place.file.relative_to(positions.plans).as_posix()
    return key if key in positions.sources else ""


def _explained(found: Problem, key: str, values: dict[Point, tuple[Steps, str]], positions: Positions) -> Problem:
    path, text = values.get((found.place.line, found.place.column), ((), "")) if found.place else ((), "")
    kinds = _cited(positions.sources[key], path) if _PERSIAN.search(text) else ()
    if not kinds:
        return found
    named = [(kind, id_, name) for kind in kinds for id_, name in _named(kind, key, positions)]
    alike = [(kind, id_) for kind, id_, name in named if fold(name) == fold(text)]
    if alike:
        ids = " یا ".join(dict.fromkeys(f"«{id_}»" for _, id_ in alike))
        kind = " یا ".join(dict.fromkeys(_title(kind) for kind, _ in alike))
        return problem("id-is-name", found.place, where=found.where, text=quotable(text), kind=kind, ids=ids)
    shown = {name: f"{id_} ({quotable(name)})" for _, id_, name in reversed(named)}
    known = {id_ for _, id_, _ in named}
    firsts = {id_: f"{id_} ({quotable(name)})" if len(known) <= _MOST_TITLED else id_ for _, id_, name in reversed(named)}
    hint = remedy([shown[name] for name in near_matches(text, shown, 1)], reversed(firsts.values()))
    sort = " یا ".join(map(_title, kinds))
    return problem("id-not-known", found.place, where=found.where, text=quotable(text), kind=sort, remedy=hint)


def _cited(source: Source, path: Steps) -> tuple[str, ...]:
    """Return the kinds of record that the field of a value may name."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    owner = owner_of(source.model, source.node, path)
    return CITES.get((owner.__name__, str(path[-1])), ()) if owner else ()


def _title(kind: str) -> str:
    return KINDS[kind].removesuffix("\u0654")


def _named(kind: str, key: str, positions: Positions) -> Iterator[tuple[str, str]]:
    """Yield the ids of a kind with their names, as the files have them that the record `key` may cite, also wrong ones."""
    holder = _HOLDERS.get(kind)
    if holder is None:
        return
    folder = "/".join(key.split("/")[:2])
    files = f"{folder}/{holder.files}.yaml" if kind in _OWN else f"{holder.files}.yaml"
    for name, source in sorted(positions.sources.items()):
        if fnmatchcase(name, files):
            for record in _records(source.node, holder.entries):
                id_ = record.get("id")
                if isinstance(id_, Scalar):
                    yield from ((id_.text, text) for text in _names(record, holder.names))


def _records(node: Node, entries: str) -> Iterator[Mapping]:
    listed = node.get(entries) if entries and isinstance(node, Mapping) else node
    for item in listed.items if isinstance(listed, Sequence) else (listed,):
        if isinstance(item, Mapping):
            yield item


def _names(record: Mapping, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        value = record.get(key)
        for each in value.items if isinstance(value, Sequence) else (value,):
            named = each.get("name") if isinstance(each, Mapping) else each
            if isinstance(named, Scalar):
                yield named.text
