"""Contents: the entries of tables of contents and of lists of tables and figures, from what is numbered and named by then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.tree.nodes import (
    Blank,
    Clause,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    PageField,
    Reference,
    SectionTitle,
    Strong,
    Table,
    Text,
)
from generator.tree.passes.tidy import merged
from generator.tree.walk import map_blocks, walk

ARTICLE_LEVEL = 2
"""An article stands under the first-level headings."""


def run(document: Document) -> Document:
    """The document with its tables of contents filled; numbers, keys and digits are settled by then."""
    if not any(isinstance(visit.node, Contents) for visit in walk(document)):
        return document
    found = [entry for visit in walk(document) if (entry := _entry(visit.node)) is not None]

    def fill(block: Any) -> Any:
        if not isinstance(block, Contents):
            return block
        return Contents(block.what, block.levels, block.articles, block.key, tuple(_chosen(block, found)), block.place)

    return map_blocks(document, fill)


def _entry(node: Any) -> ContentsEntry | None:
    match node:
        case Heading():
            return ContentsEntry(node.key, "heading", node.level, node.number, _plain(node.children))
        case Clause(kind="article"):
            return ContentsEntry(node.key, "article", ARTICLE_LEVEL, node.label, _plain(node.title))
        case Table() if node.number:
            return ContentsEntry(node.key, "table", 1, node.number, _plain(node.caption))
        case Figure():
            return ContentsEntry(node.key, "figure", 1, node.number, _plain(node.caption))
        case _:
            return None


def _chosen(contents: Contents, found: list[ContentsEntry]) -> Iterator[ContentsEntry]:
    for entry in found:
        if contents.what == "headings":
            wanted = entry.kind == "heading" and entry.level <= contents.levels
            wanted = wanted or (entry.kind == "article" and contents.articles)
        else:
            wanted = f"{entry.kind}s" == contents.what
        if wanted:
            yield entry


def _plain(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content as one line of a list: no emphasis, no links, no line ends, and blanks that are no targets."""
    return merged(tuple(_pieces(inlines)))


def _pieces(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in inlines:
        match node:
            case Strong(children):
                yield from _pieces(children)
            case LineBreak():
                yield Text(" ")
            case Reference():
                yield Text(node.text)
            case Blank():
                yield Blank(node.prompt, width=node.width)
            case PageField() | Footnote() | SectionTitle():
                continue
            case _:
                yield node
