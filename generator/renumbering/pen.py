"""Writes the edits of lines into their runs: as plain text, or as tracked changes where the document tracks them.

Only the letters that change are touched, so their runs keep face, weight and direction. A document that records changes is
one in which somebody wants to see, and to refuse, every change of the other side: there a number is written as one deletion
and one insertion by «sanad», without a date, since nothing here reads a clock. In text that is itself a tracked insertion
numbers are simply put right.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from generator.inspection.package import Element, W
from generator.renumbering.lines import Line, runs_of

AUTHOR = "sanad"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NUMBERED = ("ins", "del", "moveFrom", "moveTo", "bookmarkStart", "commentRangeStart", "moveFromRangeStart", "moveToRangeStart")


class Pen:
    """Writes into one document; `tracked` says whether as tracked changes."""

    def __init__(self, root: Element, *, tracked: bool) -> None:
        self._tracked = tracked
        taken = [int(found) for node in root.iter(*(W + name for name in _NUMBERED)) if (found := _id(node)).isdecimal()]
        self._next = max([each for each in taken if each < 2**31 - 10_000], default=0) + 1

    def write(self, lines: Iterable[Line]) -> None:
        """Write the edits of all lines, of each the last first, so that places before stay what they are."""
        for line in lines:
            for start, end, new in sorted(line.edits, reverse=True):
                if start == end:
                    self._insert(line, start, new)
                else:
                    self._replace(line, start, end, new)

    def number(self) -> str:
        """Return an id that no annotation of the document has."""
        self._next += 1
        return str(self._next - 1)

    def _replace(self, line: Line, start: int, end: int, new: str) -> None:
        parts = [part for part in runs_of(line, start, end) if part[1] >= 0]
        if not parts:
            return
        added = line.chars[start].added
        if not self._tracked or added:
            for position, (node, first, last) in reversed([*enumerate(parts)]):
                _set(node, first, last, new if position == 0 else "")
            return
        for position, (node, first, last) in reversed([*enumerate(parts)]):
            run = _alone(node, first, last)
            if position == 0:
                self._tracked_run(run, new)
            self._delete(run)

    def _insert(self, line: Line, place: int, new: str) -> None:
        """Write at a place: with the letters of the run before it, at the beginning of a line with those of the first."""
        before = line.chars[place - 1] if place else None
        char = before if before and before.at >= 0 else next((each for each in line.chars[place:] if each.at >= 0), None)
        if char is None:
            return
        at = char.at + 1 if char is before else char.at
        if not self._tracked or char.added:
            _set(char.node, at, at, new)
            return
        run = _alone(char.node, char.at, char.at + 1)
        self._tracked_run(run, new, before=char is not before)

    def _tracked_run(self, model: Element, new: str, *, before: bool = False) -> None:
        """Put a tracked insertion beside a run, with its properties."""
        added = etree.Element(W + "r")
        properties = model.find(W + "rPr")
        if properties is not None:
            added.append(deepcopy(properties))
        text = etree.SubElement(added, W + "t")
        text.text = new
        text.set(_SPACE, "preserve")
        whole = self._change("ins")
        whole.append(added)
        if before:
            model.addprevious(whole)
        else:
            model.addnext(whole)

    def _delete(self, run: Element) -> None:
        whole = self._change("del")
        run.addprevious(whole)
        whole.append(run)
        for text in run.iter(W + "t"):
            text.tag = W + "delText"

    def _change(self, kind: str) -> Element:
        return etree.Element(W + kind, {W + "id": self.number(), W + "author": AUTHOR})


def _id(node: Element) -> str:
    return node.get(W + "id", "")


def _set(node: Element, first: int, last: int, new: str) -> None:
    text = node.text or ""
    node.text = text[:first] + new + text[last:]
    node.set(_SPACE, "preserve")


def _alone(node: Element, first: int, last: int) -> Element:
    """Split a run so that a part of one of its texts is a run of its own, and return that."""
    run = node.getparent()
    if run is None:  # pragma: no cover (a text is in a run)
        raise ValueError("a text outside of a run")
    text = node.text or ""
    middle = _like(run)
    part = etree.SubElement(middle, W + "t")
    part.text = text[first:last]
    part.set(_SPACE, "preserve")
    after = _like(run)
    if text[last:]:
        rest = etree.SubElement(after, W + "t")
        rest.text = text[last:]
        rest.set(_SPACE, "preserve")
    for sibling in [*node.itersiblings()]:
        after.append(sibling)
    node.text = text[:first]
    node.set(_SPACE, "preserve")
    run.addnext(middle)
    if any(child.tag != W + "rPr" for child in after):
        middle.addnext(after)
    if not node.text:
        run.remove(node)
        parent = run.getparent()
        if parent is not None and all(child.tag == W + "rPr" for child in run):
            parent.remove(run)
    return middle


def _like(run: Element) -> Element:
    """Return an empty run with the properties of another."""
    made = etree.Element(W + "r")
    properties = run.find(W + "rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made
