"""Walk through a tree and rebuild it: the one place, besides the nodes, that knows which node has which children."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar, assert_never

from generator.persian import with_plain_spaces
from generator.problems.errors import Place
from generator.tree import nodes
from generator.tree.nodes import Block, Document, Inline

N = TypeVar("N")

_INLINE_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.Strong: ("children",),
    nodes.Footnote: ("children",),
    nodes.Term: ("children",),
    nodes.Paragraph: ("children",),
    nodes.Heading: ("children",),
    nodes.Clause: ("title",),
    nodes.Table: ("caption",),
    nodes.Figure: ("caption",),
    nodes.ContentsEntry: ("children",),
    nodes.LetterField: ("value",),
    nodes.Signer: ("capacity", "name", "post"),
    nodes.Furniture: ("header_start", "header_end", "footer"),
}

_BLOCK_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.ListItem: ("blocks",),
    nodes.Clause: ("blocks",),
    nodes.Cell: ("blocks",),
    nodes.Keep: ("blocks",),
    nodes.Section: ("blocks",),
}

_PART_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.ListBlock: ("items",),
    nodes.Table: ("head", "body", "foot"),
    nodes.Row: ("cells",),
    nodes.Contents: ("entries",),
    nodes.Letterhead: ("fields",),
    nodes.Signatures: ("signers",),
    nodes.Document: ("furniture", "sections"),
}

_STRING_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.Blank: ("prompt",),
    nodes.Cell: ("label",),
    nodes.Table: ("summary",),
    nodes.Figure: ("summary", "unit"),
    nodes.LetterField: ("label",),
    nodes.Letterhead: ("organisation", "centre"),
    nodes.Furniture: ("marks", "initials"),
    nodes.Properties: ("title", "subject"),
}


def _child_fields(kind: type) -> tuple[str, ...]:
    return (*_INLINE_FIELDS.get(kind, ()), *_BLOCK_FIELDS.get(kind, ()), *_PART_FIELDS.get(kind, ()))


_KINDS = {*_INLINE_FIELDS, *_BLOCK_FIELDS, *_PART_FIELDS}
_CHILD_FIELDS = {kind: _child_fields(kind) for kind in _KINDS}


class Visit(NamedTuple):
    """A node and those around it, the outermost first."""

    node: Any
    ancestors: tuple[Any, ...]


def walk(node: Any, ancestors: tuple[Any, ...] = ()) -> Iterator[Visit]:
    """Yield every node from this one down, in reading order, each with its ancestors."""
    yield Visit(node, ancestors)
    inner = (*ancestors, node)
    for name in _CHILD_FIELDS.get(type(node), ()):
        value = getattr(node, name)
        for child in value if isinstance(value, tuple) else (value,):
            yield from walk(child, inner)


class Printed(NamedTuple):
    """A text that is read as one, and the template lines of the nodes around it, the innermost first."""

    text: str
    places: tuple[Place, ...]


def texts(document: Document) -> Iterator[Printed]:
    """Yield every text of a document as a reader meets it: inline content whole, then labels, marks and prompts."""
    for node, ancestors in walk(document):
        if isinstance(node, (nodes.Strong, nodes.Term)):
            continue
        around = (getattr(each, "place", None) for each in (node, *reversed(ancestors)))
        places = tuple(place for place in around if place is not None)
        for name in _INLINE_FIELDS.get(type(node), ()):
            yield Printed(plain_text(getattr(node, name)), places)
        for name in _STRING_FIELDS.get(type(node), ()):
            value = getattr(node, name)
            yield from (Printed(text, places) for text in ((value,) if isinstance(value, str) else value))


def rebuild(node: N, change: Callable[[Any], Any]) -> N:
    """Return the node with each child replaced by `change(child)`; children in place of their tuple's members.

    The very node comes back when no child changed.
    """
    changed: dict[str, Any] = {}
    for name in _CHILD_FIELDS.get(type(node), ()):
        value = getattr(node, name)
        if isinstance(value, tuple):
            new = tuple([change(child) for child in value])
            if any(map(operator.is_not, new, value)):
                changed[name] = new
        elif (other := change(value)) is not value:
            changed[name] = other
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


def map_blocks(document: Document, change: Callable[[Block], Block]) -> Document:
    """Return the document with each block replaced by `change(block)`, inner blocks first."""

    def visit(node: Any) -> Any:
        rebuilt = rebuild(node, visit)
        return change(rebuilt) if isinstance(rebuilt, Block) else rebuilt

    mapped: Document = visit(document)
    return mapped


def map_inlines(node: N, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]], *, whole: bool = False) -> N:
    """Return the node with each run of inline content replaced by `change(run)`, inner runs (of a `Strong`) first.

    With `whole` only whole runs are given to it, with what is emphasised in them.
    """

    def visit(inner: Any) -> Any:
        if whole and isinstance(inner, nodes.Strong):
            return rebuild(inner, visit)
        rebuilt = rebuild(inner, visit)
        changed = {}
        for name in _INLINE_FIELDS.get(type(rebuilt), ()):
            value = getattr(rebuilt, name)
            if (new := change(value)) != value:
                changed[name] = new
        return replace(rebuilt, **changed) if changed else rebuilt

    mapped: N = visit(node)
    return mapped


def map_strings(document: Document, change: Callable[[str], str]) -> Document:
    """Return the document with each text for readers that is no inline content (labels, marks, prompts) replaced."""

    def visit(node: Any) -> Any:
        rebuilt = rebuild(node, visit)
        changed: dict[str, Any] = {}
        for name in _STRING_FIELDS.get(type(rebuilt), ()):
            value = getattr(rebuilt, name)
            changed[name] = tuple(change(text) for text in value) if isinstance(value, tuple) else change(value)
        return replace(rebuilt, **changed) if changed else rebuilt

    mapped: Document = visit(document)
    return replace(mapped, properties=visit(mapped.properties))


def ends_from_left(node: Inline) -> bool:
    """Return whether a node ends in a stretch from the left; a text after it may need a mark."""
    match node:
        case nodes.Ltr():
            return True
        case nodes.Strong(children) | nodes.Term(children):
            return ends_from_left(children[-1])
        case nodes.Text() | nodes.LineBreak() | nodes.Blank() | nodes.Reference():
            return False
        case nodes.PageField() | nodes.Footnote() | nodes.SectionTitle():
            return False
        case _:  # pragma: no cover
            assert_never(node)


def emphasised(node: nodes.Ltr) -> list[tuple[str, bool]]:
    """Return the text of a stretch in parts, each with whether it is emphasised."""
    edges = [0, *(edge for span in node.strong for edge in span), len(node.text)]
    parts = [(node.text[start:end], bool(number % 2)) for number, (start, end) in enumerate(pairwise(edges))]
    return [part for part in parts if part[0]]


class Substitutes(NamedTuple):
    """The texts for nodes that have none of their own: each format counts pages and notes, and finds titles, itself."""

    line_end: str = " "
    page: str = ""
    note: str = ""
    title: str = ""


NO_SUBSTITUTES = Substitutes()


def plain(inlines: Iterable[Inline], given: Substitutes = NO_SUBSTITUTES) -> Iterator[nodes.Text | nodes.Ltr | nodes.Blank]:
    """Flatten inline content to texts and blanks: no emphasis, no links, and the given texts for the rest."""
    for node in inlines:
        match node:
            case nodes.Text() | nodes.Ltr() | nodes.Blank():
                yield node
            case nodes.Strong(children) | nodes.Term(children):
                yield from plain(children, given)
            case nodes.Reference(_, text):
                yield nodes.Text(text)
            case nodes.LineBreak():
                yield nodes.Text(given.line_end)
            case nodes.PageField():
                yield nodes.Text(given.page)
            case nodes.Footnote():
                yield nodes.Text(given.note)
            case nodes.SectionTitle():
                yield nodes.Text(given.title)
            case _:  # pragma: no cover
                assert_never(node)


def text(inlines: Iterable[Inline], blank: Callable[[nodes.Blank], str], given: Substitutes = NO_SUBSTITUTES) -> str:
    """Return the text of inline content, with a text for each blank."""
    return "".join(blank(node) if isinstance(node, nodes.Blank) else node.text for node in plain(inlines, given))


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return inline content as read aloud: line ends and no-break spaces as spaces, blanks as their prompts, no fields."""
    return with_plain_spaces(text(inlines, lambda blank: blank.prompt))
