"""Walk through a tree and rebuild it: the one place, besides the nodes, that knows which node has which children."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple, TypeGuard, TypeVar, assert_never, get_args

from generator.persian import NBSP, with_plain_spaces
from generator.problems.errors import Place
from generator.tree import nodes
from generator.tree.nodes import Block, Document, Inline

N = TypeVar("N")

_INLINE_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.Strong: ("children",),
    nodes.Datum: ("children",),
    nodes.Footnote: ("children",),
    nodes.Term: ("children",),
    nodes.Paragraph: ("children",),
    nodes.Heading: ("children",),
    nodes.Clause: ("title",),
    nodes.Table: ("caption",),
    nodes.Figure: ("caption",),
    nodes.Picture: ("caption",),
    nodes.Map: ("caption",),
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
    nodes.LetterReference: ("blocks",),
    nodes.Copies: ("blocks",),
    nodes.Card: ("blocks",),
    nodes.Section: ("blocks",),
}

_PART_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.ListBlock: ("items",),
    nodes.Table: ("head", "body", "foot"),
    nodes.Row: ("cells",),
    nodes.Contents: ("entries",),
    nodes.Map: ("features",),
    nodes.Letterhead: ("fields",),
    nodes.Signatures: ("signers",),
    nodes.Cards: ("cards",),
    nodes.Document: ("furniture", "sections"),
}

_STRING_FIELDS: dict[type, tuple[str, ...]] = {
    nodes.Blank: ("prompt",),
    nodes.Check: ("label",),
    nodes.Datum: ("title",),
    nodes.Cell: ("label",),
    nodes.Table: ("summary",),
    nodes.Figure: ("summary", "unit"),
    nodes.Picture: ("summary",),
    nodes.Map: ("summary",),
    nodes.Feature: ("name", "state", "source"),
    nodes.LetterField: ("label",),
    nodes.Letterhead: ("organisation", "centre"),
    nodes.Furniture: ("marks", "initials"),
    nodes.Properties: ("title", "subject"),
}


_INSIDE_A_RUN = (nodes.Strong, nodes.Datum, nodes.Term)
"""Nodes whose text is a part of that around them."""


def _together(*tables: dict[type, tuple[str, ...]]) -> dict[type, tuple[str, ...]]:
    kinds = {kind for table in tables for kind in table}
    return {kind: tuple(name for table in tables for name in table.get(kind, ())) for kind in kinds}


_CHILD_FIELDS = _together(_INLINE_FIELDS, _BLOCK_FIELDS, _PART_FIELDS)
_BACKWARDS = {kind: names[::-1] for kind, names in _CHILD_FIELDS.items()}
_HOLDING_BLOCKS = _together(_BLOCK_FIELDS, _PART_FIELDS)
_BLOCKS_BACKWARDS = {kind: names[::-1] for kind, names in _HOLDING_BLOCKS.items()}


_BLOCKS = frozenset(get_args(Block))


def is_block(node: object) -> TypeGuard[Block]:
    """Return whether a node is a block; `isinstance` would try one type after another."""
    return type(node) in _BLOCKS


class Visit(NamedTuple):
    """A node and those around it, the outermost first."""

    node: Any
    ancestors: tuple[Any, ...]


def every(node: Any) -> Iterator[Any]:
    """Yield every node from this one down, in reading order."""
    return _down(node, _BACKWARDS)


def every_block(node: Any) -> Iterator[Any]:
    """Yield every node from this one down that is a block or holds blocks, in reading order; quicker than `every`."""
    return _down(node, _BLOCKS_BACKWARDS)


def _down(node: Any, fields: Mapping[type, tuple[str, ...]]) -> Iterator[Any]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        for name in fields.get(type(node), ()):
            value = getattr(node, name)
            waiting += reversed(value) if isinstance(value, tuple) else (value,)


def walk(node: Any, ancestors: tuple[Any, ...] = ()) -> Iterator[Visit]:
    """Yield every node from this one down, in reading order, each with its ancestors."""
    waiting = [Visit(node, ancestors)]
    while waiting:
        visit = waiting.pop()
        yield visit
        node, ancestors = visit
        names = _BACKWARDS.get(type(node), ())
        inner = (*ancestors, node) if names else ()
        for name in names:
            value = getattr(node, name)
            waiting += [Visit(child, inner) for child in (reversed(value) if isinstance(value, tuple) else (value,))]


class Printed(NamedTuple):
    """A text that is read as one, and the template lines of the nodes around it, the innermost first."""

    text: str
    places: tuple[Place, ...]


def texts(document: Document) -> Iterator[Printed]:
    """Yield every text of a document as a reader meets it: inline content whole, then labels, marks and prompts."""
    waiting: list[tuple[Any, tuple[Place, ...]]] = [(document, ())]
    while waiting:
        node, places = waiting.pop()
        kind = type(node)
        if place := getattr(node, "place", None):
            places = (place, *places)
        for name in _INLINE_FIELDS.get(kind, ()) if kind not in _INSIDE_A_RUN else ():
            yield Printed(plain_text(getattr(node, name)), places)
        for name in _STRING_FIELDS.get(kind, ()):
            value = getattr(node, name)
            yield from (Printed(text, places) for text in ((value,) if isinstance(value, str) else value))
        for name in _BACKWARDS.get(kind, ()):
            value = getattr(node, name)
            waiting += [(child, places) for child in (reversed(value) if isinstance(value, tuple) else (value,))]


def own_runs(node: Any) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """Yield the runs of inline content of a node, which are parts of no other run, by the names of their fields."""
    kind = type(node)
    if kind not in _INSIDE_A_RUN:
        yield from ((name, getattr(node, name)) for name in _INLINE_FIELDS.get(kind, ()))


def rebuild(node: N, change: Callable[[Any], Any]) -> N:
    """Return the node with each child replaced by `change(child)`; children in place of their tuple's members.

    The very node comes back when no child changed.
    """
    return _with(node, _rebuilt(node, change, _CHILD_FIELDS.get(type(node), ())))


def rebuild_blocks(node: N, change: Callable[[Any], Any]) -> N:
    """Return the node with its blocks and parts replaced as by `rebuild`, but for paragraphs, which hold none."""
    if isinstance(node, nodes.Row) and all(type(block) is nodes.Paragraph for cell in node.cells for block in cell.blocks):
        return node  # as most rows are
    return _with(node, _rebuilt(node, change, _HOLDING_BLOCKS.get(type(node), ())))


def _rebuilt(node: Any, change: Callable[[Any], Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of these whose children are others after `change`."""
    changed: dict[str, Any] = {}
    for name in names:
        value = getattr(node, name)
        if not isinstance(value, tuple):
            if (other := change(value)) is not value:
                changed[name] = other
        elif value:
            new = tuple([change(child) for child in value])
            if any(map(operator.is_not, new, value)):
                changed[name] = new
    return changed


def _with(node: N, changed: dict[str, Any]) -> N:
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


Runs = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""Makes another run of inline content of one."""


def map_inlines(node: N, change: Runs, *, whole: bool = False) -> N:
    """Return the node with each run of inline content replaced by `change(run)`, inner runs (of a `Strong` or `Datum`) first.

    With `whole` only whole runs are given to it, with what is emphasised or a fact in them.
    """
    fields = {kind: names for kind, names in _INLINE_FIELDS.items() if not (whole and kind in (nodes.Strong, nodes.Datum))}
    return _mapped(node, {kind: [(name, change) for name in names] for kind, names in fields.items()})


def map_texts(document: Document, change: Runs, change_string: Callable[[str], str], *, whole: bool = False) -> Document:
    """Return the document with each run of inline content, and each other text for readers (labels, marks, prompts), replaced.

    An empty text stays empty. With `whole` only whole runs are replaced, as by `map_inlines`.
    """
    parts = (nodes.Strong, nodes.Datum) if whole else ()

    def change_strings(value: Any) -> Any:
        return tuple([change_string(text) for text in value]) if isinstance(value, tuple) else change_string(value)

    changes = {
        kind: [(name, change) for name in _INLINE_FIELDS.get(kind, ()) if kind not in parts]
        + [(name, change_strings) for name in _STRING_FIELDS.get(kind, ())]
        for kind in (*_INLINE_FIELDS, *_STRING_FIELDS)
    }
    mapped = _mapped(document, changes)
    properties = _mapped(mapped.properties, changes)
    return mapped if properties is mapped.properties else replace(mapped, properties=properties)


def _mapped(node: N, changes: Mapping[type, Sequence[tuple[str, Callable[[Any], Any]]]]) -> N:
    """Return the node with the named fields of it and of what it holds replaced by what a function makes, inner ones first."""

    def visit(inner: Any) -> Any:
        kind = type(inner)
        if kind is nodes.Text:
            return inner
        changed = _rebuilt(inner, visit, _CHILD_FIELDS.get(kind, ()))
        for name, change in changes.get(kind, ()):
            value = changed.get(name) or getattr(inner, name)
            if value and (new := change(value)) is not value and new != value:
                changed[name] = new
        return _with(inner, changed)

    mapped: N = visit(node)
    return mapped


def ends_from_left(node: Inline) -> bool:
    """Return whether a node ends in a stretch from the left; a text after it may need a mark."""
    match node:
        case nodes.Ltr():
            return True
        case nodes.Strong(children) | nodes.Datum(_, children) | nodes.Term(children):
            return ends_from_left(children[-1])
        case nodes.Text() | nodes.LineBreak() | nodes.Blank() | nodes.Check() | nodes.Reference():
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


def box(node: nodes.Check) -> str:
    """Return the box before the label of a check, which stays in its line."""
    return (TICKED if node.ticked else UNTICKED) + NBSP


UNTICKED, TICKED = "☐", "☒"


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
            case nodes.Strong(children) | nodes.Datum(_, children) | nodes.Term(children):
                yield from plain(children, given)
            case nodes.Check(label):
                yield nodes.Text(box(node) + label)
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
    match inlines:
        case (nodes.Text(only),):  # as in most cells
            return only
    return "".join(blank(node) if isinstance(node, nodes.Blank) else node.text for node in plain(inlines, given))


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return inline content as read aloud: line ends and no-break spaces as spaces, blanks as their prompts, no fields."""
    return with_plain_spaces(text(inlines, lambda blank: blank.prompt))
