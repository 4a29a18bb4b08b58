"""Check that a corrected text reads as the one before, in both readers, with the same comments."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, SequenceNode

from generator.reading.yamltext import parse
from generator.reading.yamltext.nodes import Mapping, Node, Scalar, Sequence

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Original:
    """A file before its correction: its content with places, and what ruamel.yaml's round-trip reader keeps of it.

    `shape` is None when that reader refuses the file, which then cannot be proved unharmed.
    """

    file: Path
    content: tuple[tuple[str, Point], ...]
    shape: tuple[str, ...] | None

    @classmethod
    def of(cls, file: Path, text: str, node: Node) -> Original:
        """Return the original of a text and its nodes."""
        return cls(file, tuple(_content(node)), _shape(text))

    def survives_in(self, text: str, corrected: Table[Point, str]) -> bool:
        """Return whether a text differs only in the corrected values, given by their places in the original."""
        again = parse(text, self.file)
        if again.node is None or again.failed or self.shape is None:
            return False
        expected = [corrected.get(place, value) for value, place in self.content]
        return [value for value, _ in _content(again.node)] == expected and _shape(text) == self.shape


def _content(node: Node) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield keys, values and marks of nesting in order, each with its place."""
    place = (node.line, node.column)
    match node:
        case Scalar():
            yield node.text, place
        case Sequence():
            yield "[", (0, 0)
            for item in node.items:
                yield from _content(item)
            yield "]", (0, 0)
        case Mapping():
            yield "{", (0, 0)
            for entry in node.entries:
                yield entry.key.text, (0, 0)
                yield from _content(entry.value)
            yield "}", (0, 0)
        case _:
            yield "", (0, 0)


def _shape(text: str) -> tuple[str, ...] | None:
    """Return the kinds of nodes with the comments that ruamel.yaml keeps at them, in order; None when it refuses the text."""
    found: list[str] = []

    def walk(node: Any) -> None:
        found.append(f"{type(node).__name__} {_comment(node.comment)}")
        if isinstance(node, MappingNode):
            for pair in node.value:
                for part in pair:
                    walk(part)
        elif isinstance(node, SequenceNode):
            for item in node.value:
                walk(item)

    try:
        # Unlike libyaml this reader refuses a tab within a value without quotes.
        walk(YAML(typ="rt").compose(StringIO(text.replace("\t", " "))))
    except YAMLError:
        return None
    return tuple(found)


def _comment(comment: Any) -> Any:
    """Return the text of a comment, or of each one in a list of comments."""
    if isinstance(comment, list | tuple):
        return [_comment(part) for part in comment]
    return comment.value if comment is not None else None
