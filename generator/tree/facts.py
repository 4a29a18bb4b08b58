"""Runs of inline content in which facts of the data stand: seen as one text, whatever is a fact in it.

A fact changes nothing on paper. Who looks at a run (what belongs on one line, which order it has) must not see its edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from generator.tree.nodes import Blank, Datum, Inline, Ltr, Strong, Text
from generator.tree.walk import own_runs

N = TypeVar("N")

_NO_TEXT = "\ufffc"
"""What a node without text of its own is in the text of a run."""

BLANK = "\ufffd"
"""What a blank is there."""


def has_facts(run: Iterable[Inline]) -> bool:
    """Return whether a fact stands in a run."""
    return any(type(node) is Datum for node in run)


def dissolved(run: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a run as it is without any facts in it: their content, each text and each stretch from the left whole again."""
    if not has_facts(run):
        return run
    flat: list[Inline] = []
    for node in run:
        flat += node.children if isinstance(node, Datum) else (node,)
    return _merged(flat)


def _merged(nodes: Iterable[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for kind, group in groupby(nodes, key=type):
        if kind is Text:
            merged.append(Text("".join(node.text for node in group if isinstance(node, Text))))
        elif kind is Ltr:
            merged.append(_one_stretch([node for node in group if isinstance(node, Ltr)]))
        elif kind is Strong:
            children = (child for node in group if isinstance(node, Strong) for child in node.children)
            merged.append(Strong(_merged(children)))
        else:
            merged += group
    return tuple(merged)


def _one_stretch(pieces: list[Ltr]) -> Ltr:
    if len(pieces) == 1:
        return pieces[0]
    strong: list[tuple[int, int]] = []
    start = 0
    for piece in pieces:
        strong += [(start + first, start + last) for first, last in piece.strong]
        start += len(piece.text)
    return Ltr("".join(piece.text for piece in pieces), tuple(strong))


def across(node: N, change: Callable[[str], str]) -> N:
    """Return a node with the texts of each of its own runs that has a fact changed as one text; the length stays the same."""
    changed = {name: _changed(run, change) for name, run in own_runs(node) if has_facts(run)}
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


def around_blanks(node: N, change: Callable[[str], str]) -> N:
    """Return a node with the texts of each of its own runs with a blank changed as one text, in which `BLANK` is a blank."""
    runs = {name: run for name, run in own_runs(node) if any(map(_has_blank, run))}
    changed = {name: new for name, run in runs.items() if (new := _changed(run, change)) is not run}
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


def _has_blank(node: Inline) -> bool:
    return isinstance(node, Blank) or (isinstance(node, Strong | Datum) and any(map(_has_blank, node.children)))


def _changed(run: tuple[Inline, ...], change: Callable[[str], str]) -> tuple[Inline, ...]:
    whole = "".join(_texts(run))
    new = change(whole)
    if new == whole or len(new) != len(whole):
        return run
    rest = iter(new)

    def taken(node: Inline) -> Inline:
        match node:
            case Text(text):
                return Text("".join(next(rest) for _ in text))
            case Strong() | Datum():
                return replace(node, children=tuple([taken(child) for child in node.children]))
            case _:
                next(rest)
                return node

    return tuple([taken(node) for node in run])


def _texts(run: Iterable[Inline]) -> Iterator[str]:
    for node in run:
        match node:
            case Text(text):
                yield text
            case Strong(children) | Datum(_, children):
                yield from _texts(children)
            case Blank():
                yield BLANK
            case _:
                yield _NO_TEXT
