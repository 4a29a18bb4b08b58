"""The nodes of a read YAML file. Every scalar is text: the model decides what it means.

Lines and columns count from 1, columns in characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems.errors import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, after YAML's own unfolding; `quoted` when in quotes or a block (`|`, `>`)."""

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Null:
    """A value left empty, or `~`, or `null`."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, at the place of its first dash or its bracket."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file, no key twice; at the place of its first key or its brace."""

    entries: tuple[Entry, ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None when the key is absent."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Null | Sequence | Mapping
Plain = str | None | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Convert a node to text, None, lists and dicts, without positions."""
    match node:
        case Scalar():
            return node.text
        case Null():
            return None
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}


@dataclass(frozen=True, slots=True)
class Found:
    """The result of following a path: the node at its longest existing prefix, and the missing rest.

    `key` is the key that the node is the value of (None for the root and for an item of a list).
    """

    node: Node
    key: Scalar | None
    missing: tuple[str | int, ...]

    @property
    def is_key(self) -> bool:
        """Whether a message should point at the key: something is missing in the value, or it is not one text."""
        return self.key is not None and (bool(self.missing) or not isinstance(self.node, Scalar))

    @property
    def line(self) -> int:
        """The line to point at."""
        return self._pointed.line

    @property
    def column(self) -> int:
        """The column to point at."""
        return self._pointed.column

    @property
    def _pointed(self) -> Node:
        return self.key if self.key is not None and self.is_key else self.node

    def place(self, file: Path) -> Place:
        """Return the place that a message about the path should name."""
        return Place(file, self.line, self.column)

    def key_place(self, file: Path) -> Place:
        """Return the place of the key itself, for a key that should not be there; the node's when it has none."""
        pointed = self.key or self.node
        return Place(file, pointed.line, pointed.column)


def find(node: Node, path: Iterable[str | int]) -> Found:
    """Follow keys and positions (from 0) as far as they exist."""
    steps = tuple(path)
    key: Scalar | None = None
    for taken, step in enumerate(steps):
        match node:
            case Mapping():
                entry = next((entry for entry in node.entries if entry.key.text == step), None)
                if entry is None:
                    return Found(node, key, steps[taken:])
                node, key = entry.value, entry.key
            case Sequence() if isinstance(step, int) and 0 <= step < len(node.items):
                node, key = node.items[step], None
            case _:
                return Found(node, key, steps[taken:])
    return Found(node, key, ())


def texts(node: Node, *keys: str) -> Iterator[str]:
    """Yield the texts of some keys of a mapping, and of the lists that they hold, however wrong the rest of it is."""
    for key in keys:
        match node.get(key) if isinstance(node, Mapping) else None:
            case Scalar(text=text):
                yield text
            case Sequence(items=items):
                yield from (item.text for item in items if isinstance(item, Scalar))
