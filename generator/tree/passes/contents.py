"""Fill tables of contents and lists of tables and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, assert_never

from generator.tree.nodes import (
    Blank,
    Block,
    Cards,
    Clause,
    Contents,
    ContentsEntry,
    Copies,
    Document,
    Figure,
    Heading,
    Inline,
    Keep,
    Letterhead,
    LetterReference,
    ListBlock,
    Map,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Signatures,
    Table,
)
from generator.tree.passes.tidy import merged
from generator.tree.registered import is_code
from generator.tree.walk import every, is_block, plain, rebuild_blocks

ARTICLE_LEVEL = 2
"""An article is one level below the first-level headings."""


def run(document: Document) -> Document:
    """Return the document with its tables of contents filled; numbers, keys and digits are final by then."""
    if not any(isinstance(node, Contents) for node in every(document)):
        return document
    found = [line for section in document.sections for line in _lines(section)]

    def fill(node: Any) -> Any:
        if not isinstance(node, Contents):
            return rebuild_blocks(node, fill)
        return replace(node, entries=tuple(_chosen(node, found)))

    filled: Document = fill(document)
    return filled


def _lines(section: Section) -> Iterator[ContentsEntry]:
    """Yield the lines of a section; what lies in an annex names it, but not its title, which begins with its name."""
    title = section.blocks[0] if section.annex else None
    for node in every(section):
        if is_block(node) and (line := entry(node)) is not None:
            yield line if node is title else replace(line, annex=section.label)


def entry(block: Block) -> ContentsEntry | None:
    """Return the line of a block in a table of contents; None for a block that is never listed."""
    match block:
        case Heading():
            return ContentsEntry(block.key, "heading", block.level, block.number, _plain(block.children))
        case Clause():
            article = block.kind == "article"
            return ContentsEntry(block.key, "article", ARTICLE_LEVEL, block.label, _plain(block.title)) if article else None
        case Table():
            return ContentsEntry(block.key, "table", 1, block.number, _plain(block.caption)) if block.caption else None
        case Picture() if is_code(block):
            return None
        case Figure() | Picture() | Map():
            return ContentsEntry(block.key, "figure", 1, block.number, _plain(block.caption))
        case Paragraph() | ListBlock() | Keep() | PageBreak() | Contents():
            return None
        case Letterhead() | LetterReference() | Signatures() | Copies() | Cards():
            return None
        case _:  # pragma: no cover
            assert_never(block)


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
    """Return inline content as one line of a list; its blanks are no targets."""
    return merged(tuple(Blank(node.prompt, width=node.width) if isinstance(node, Blank) else node for node in plain(inlines)))
