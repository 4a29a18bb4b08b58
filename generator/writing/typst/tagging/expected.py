"""What a tree has of the things that Typst cannot be told about, in the order in which its structure has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.tree import nodes
from generator.tree.nodes import Document
from generator.tree.walk import plain_text, walk
from generator.writing import wording


@dataclass(frozen=True, slots=True)
class Expected:
    """The tables and lists of a document; of each table of contents the text of its lines."""

    tables: list[nodes.Table] = field(default_factory=list)
    lists: list[nodes.ListBlock] = field(default_factory=list)
    contents: list[list[str]] = field(default_factory=list)


def of(document: Document) -> Expected:
    """Collect them from the sections of a finished tree."""
    found = Expected()
    for section in document.sections:
        for node, _ in walk(section):
            match node:
                case nodes.Table():
                    found.tables.append(node)
                case nodes.ListBlock():
                    found.lists.append(node)
                case nodes.Contents() if node.entries:
                    found.contents.append([*_lines(node)])
                case _:
                    pass
    return found


def _lines(contents: nodes.Contents) -> Iterator[str]:
    for entry in contents.entries:
        yield wording.entry_number(entry) + plain_text(entry.children)
