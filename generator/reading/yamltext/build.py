"""Build nodes from YAML events, with the project's own rules: no aliases, tags, second documents, equal keys.

The nodes are built from events and not by PyYAML's `compose`: reading stops at the first event past the depth
limit, an alias is never expanded, and a wrong key or value is reported and left out while the rest is read on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.persian import numeral
from generator.persian.invisible import name_of
from generator.persian.letters import fold
from generator.persian.refusal import quotable
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import problem
from generator.reading.yamltext import characters, misreadings, spaces, strays
from generator.reading.yamltext.nodes import Entry, Mapping, Node, Null, Scalar, Sequence
from generator.reading.yamltext.strays import Stray
from generator.reading.yamltext.syntax import MAX_DEPTH, diagnose

# After a mistake whose extent is plain, reading starts again behind it, so that several are reported in one run.
_MAX_REPAIRS = 10
_MAX_REPAIRED_LENGTH = 200_000

# The C parser is some ten times faster; the Python one reads the same where libyaml is absent. (Its events are
# untyped below: the stubs allow every mark to be None, which no parsed event has.)
LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

MAX_PROBLEMS = LIMITS.problems_of_file

_folded = lru_cache(maxsize=4096)(fold)
_PLAIN_KEY = re.compile("[a-z][a-z0-9_]*")


class _Point(NamedTuple):
    line: int
    column: int


class _Stop(Exception):  # noqa: N818
    """Raised when reading cannot go on; the problems say why."""


class Built(NamedTuple):
    """The root node (None when the text is empty or could not be read to its end), the problems, and what is not seen."""

    node: Node | None
    problems: list[Problem]
    strays: list[Stray]


def build(text: str, file: Path, most: int = MAX_PROBLEMS) -> Built:
    """Read the nodes of a text, with up to `most` problems."""
    broken: dict[tuple[str, Place | None], Problem] = {}
    for repairs_left in range(_MAX_REPAIRS, -1, -1):
        reader = _NodeReader(text, file, most)
        try:
            node = reader.read()
        except yaml.MarkedYAMLError as error:
            diagnosis = diagnose(error, text, file)
            broken |= {(found.code, found.place): found for found in diagnosis.problems}
            if diagnosis.repaired is None or not repairs_left or len(text) > _MAX_REPAIRED_LENGTH:
                return Built(None, [*broken.values(), *reader.problems], reader.strays)
            text = diagnosis.repaired
        except _Stop:
            return Built(None, [*broken.values(), *reader.problems], reader.strays)
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError, MemoryError) as error:
            unreadable = problem("yaml-unreadable", Place(file), reason=" ".join(str(error).split()))
            return Built(None, [*broken.values(), *reader.problems, unreadable], reader.strays)
        else:
            return Built(None if broken else node, [*broken.values(), *reader.problems], reader.strays)
    raise AssertionError("the last round always returns")


class _NodeReader:
    """A reader of one text."""

    def __init__(self, text: str, file: Path, most: int) -> None:
        self.problems: list[Problem] = []
        self.strays: list[Stray] = []
        self._text = text
        self._file = file
        self._most = most
        self._has_odd_spaces = spaces.are_odd(text)
        self._suspects = strays.indexes(text)
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=LOADER))

    def read(self) -> Node | None:
        """Return the root node. Raises what PyYAML raises, and `_Stop`."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report("yaml-many-documents", _start(event))
                    raise _Stop
                if event.version or event.tags:
                    self._report("yaml-directive", _start(event))
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1, in_list=False)
        return None if isinstance(root, Null) else root

    def _report(self, code: str, at: _Point, **values: str) -> None:
        quoted = {name: quotable(value) for name, value in values.items()}
        self.problems.append(problem(code, Place(self._file, at.line, at.column), where="", **quoted))
        if len(self.problems) >= self._most:
            raise _Stop

    def _report_space(self, index: int) -> None:
        character = self._text[index]
        self._report("yaml-odd-space", _point(self._text, index), character=name_of(character))

    def _report_key(self, event: Any, character: str, clean: str) -> None:
        start = event.start_mark.index
        index = max(self._text.find(character, start, event.end_mark.index), start)
        name = name_of(character)
        self._report("yaml-key-unseen", _point(self._text, index), character=name, key=clean)

    def _refuse_space(self, key: Any, at: int) -> None:
        """Report the odd space of a key; stop when it is in the place of an indent, since all that follows makes no sense."""
        if key.index + at in spaces.of_structure(self._text, key.index):
            raise yaml.MarkedYAMLError(problem_mark=key)
        self._report_space(key.index + at)

    def _note_strays(self, event: Any) -> None:
        """Note the characters of a value that are not seen, each kind once, at its first place."""
        start, end = event.start_mark.index, event.end_mark.index
        found: dict[str, list[int]] = {}
        for index in self._suspects[bisect_left(self._suspects, start) : bisect_left(self._suspects, end)]:
            # An indent of a later line is no part of the value.
            if self._text[index] in event.value:
                found.setdefault(self._text[index], []).append(index)
        for character, index in strays.escaped(self._text, start, end) if event.style == '"' else ():
            found.setdefault(character, []).append(index)
        for character, places in found.items():
            self.strays.append(Stray(character, *_point(self._text, min(places)), len(places), _start(event)))

    def _node(self, event: Any, depth: int, in_list: bool, is_key: bool = False) -> Node:
        mark = _start(event)
        if depth > MAX_DEPTH:
            self._report("yaml-too-deep", mark, limit=numeral(MAX_DEPTH))
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._report("yaml-alias", mark, name=str(event.anchor))
            return Null(mark.line, mark.column)
        if event.anchor is not None:
            self._report("yaml-anchor", mark, name=event.anchor)
        if event.tag is not None:
            self._report("yaml-tag", mark, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, in_list, is_key)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: Any, in_list: bool, is_key: bool) -> Scalar | Null:
        mark = _start(event)
        plain = not event.style
        if plain:
            start, end = event.start_mark.index, event.end_mark.index
            for code, index in misreadings.of_plain(self._text, start, end, in_list):
                self._report(code, _point(self._text, index), **misreadings.named(code, self._text[index], event.value))
            for index in spaces.of_plain(self._text, start, end) if self._has_odd_spaces else ():
                self._report_space(index)
            if event.value in _NULLS:
                return Null(mark.line, mark.column)
        text = event.value
        if event.style == '"' and (found := characters.ESCAPED.search(text)):
            self._report(characters.code_of(found[0]), mark, character=name_of(found[0]))
            text = characters.ESCAPED.sub("", text)
        if not is_key and (self._suspects or event.style == '"'):
            self._note_strays(event)
        return Scalar(text, mark.line, mark.column, not plain)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        mark = _start(event)
        items: list[Node] = []
        for child in self._events:
            if isinstance(child, yaml.SequenceEndEvent):
                break
            items.append(self._node(child, depth + 1, in_list=bool(event.flow_style)))
        return Sequence(tuple(items), mark.line, mark.column)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        mark = _start(event)
        entries: list[Entry] = []
        seen: dict[str, Scalar] = {}
        for child in self._events:
            if isinstance(child, yaml.MappingEndEvent):
                break
            key = self._key(child, depth, seen)
            value = self._node(next(self._events), depth + 1, in_list=False)
            if key is not None:
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), mark.line, mark.column)

    def _plain_key(self, event: Any, depth: int) -> Scalar | None:
        """Return a key as nearly all are, in which nothing can be wrong but that it stands twice; None for any other."""
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style and event.anchor is None and event.tag is None
        if not is_plain or depth >= MAX_DEPTH or event.value in _NULLS or not _PLAIN_KEY.fullmatch(event.value):
            return None
        if self._text[event.end_mark.index : event.end_mark.index + 1] != ":":
            return None
        start = event.start_mark
        return Scalar(event.value, start.line + 1, start.column + 1, False)

    def _key(self, event: Any, depth: int, seen: dict[str, Scalar]) -> Scalar | None:
        """Return the key that an event begins, None when it is refused; `seen` has the mapping's earlier keys by fold."""
        if (plain := self._plain_key(event, depth)) is not None:
            return self._once(plain, event, seen)
        key = self._node(event, depth + 1, in_list=False, is_key=True)
        if isinstance(key, Null):
            self._report("yaml-key-empty", _start(event))
            return None
        if not isinstance(key, Scalar):
            self._report("yaml-key-not-text", _start(event))
            return None
        if key.text == "<<" and not key.quoted:
            self._report("yaml-merge", _start(event))
            return None
        if not key.quoted and key.text[:1] in misreadings.CURLY:
            # The text after the colon was meant to be in the quotes too; `diagnose` says so and reads on.
            raise yaml.MarkedYAMLError(problem="mapping values are not allowed", problem_mark=event.end_mark)
        if found := strays.of_key(key.text):
            self._report_key(event, key.text[found[0]], found[1])
            key = replace(key, text=found[1])
        elif not key.quoted and (at := spaces.of_key(key.text)) is not None:
            self._refuse_space(event.start_mark, at)
            key = replace(key, text=spaces.without(key.text))
        return self._once(key, event, seen)

    def _once(self, key: Scalar, event: Any, seen: dict[str, Scalar]) -> Scalar | None:
        """Return a key where no earlier one reads the same."""
        first = seen.setdefault(_folded(key.text), key)
        if first is not key:
            code = "yaml-duplicate-key" if first.text == key.text else "yaml-duplicate-key-spelling"
            line = numeral(first.line)
            self._report(code, _start(event), key=key.text, first=first.text, line=line)
            return None
        return key


def _start(event: Any) -> _Point:
    return _Point(event.start_mark.line + 1, event.start_mark.column + 1)


def _point(text: str, index: int) -> _Point:
    return _Point(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
