"""Reads the body of a document into lines, and its bookmarks by the lines that they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.inspection.package import MC, Element, W, value
from generator.renumbering.lines import HIDDEN, Char, Line, Link

_UNREAD = frozenset(
    (
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        W + "sdtEndPr",
        W + "txbxContent",
        W + "drawing",
        W + "pict",
        W + "object",
        MC + "Fallback",
    )
)
_GONE = frozenset((W + "del", W + "moveFrom"))
_ADDED = frozenset((W + "ins", W + "moveTo"))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_LEADING = re.compile(r'HYPERLINK\b.*\\l\s+"?([^"\s]+)')
_TRANSPARENT = re.compile(r"\s*(?:HYPERLINK|TOC)\b")

_OWN_MARK = re.compile(r"c_(?!.*[ _]Copy[ _]\d+$)", re.DOTALL)
"""Bookmarks of this program; LibreOffice calls those of what is pasted «c_… Copy 1», and saves them as `c_…_Copy_1`."""


@dataclass(slots=True)
class Mark:
    """A bookmark: the lines of its start and of its end, of the first text that it embraces, and whether it embraces any."""

    name: str
    start: int
    end: int = -1
    first: int = -1
    embraces: bool = False

    @property
    def place(self) -> int:
        """The line that it names: that of its first text, or of its start where all of that is deleted."""
        return self.first if self.first >= 0 else self.start


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    link: Link | None = None


class Text:
    """All lines of the body of a document, and its bookmarks by name."""

    def __init__(self, body: Element) -> None:
        self.lines: list[Line] = []
        self.marks: dict[str, Mark] = {}
        self._open: dict[str, Mark] = {}
        self._fields: list[_Field] = []
        self._links = 0
        self._read(body, None, None, _Around())
        for mark in self._open.values():
            mark.end = len(self.lines) - 1
        for line in self.lines:
            line.spell()

    @cached_property
    def alive(self) -> dict[str, Mark]:
        """The bookmarks that name something.

        One that embraces nothing is what a deletion left beside a text that has its own, or what LibreOffice left of one that
        went on over a table.
        """
        full = {name: mark for name, mark in self.marks.items() if mark.embraces}
        taken = _named(full)
        return full | {name: mark for name, mark in self.marks.items() if name not in full and mark.place not in taken}

    @cached_property
    def named(self) -> frozenset[int]:
        """The lines that a bookmark of this program names."""
        return _named(self.alive)

    def _read(self, element: Element, line: Line | None, link: Link | None, around: _Around) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _UNREAD:
                continue
            if tag == W + "p":
                self._paragraph(child, around)
            elif tag == W + "bookmarkStart":
                self._begin(child, len(self.lines) - 1 if line else len(self.lines))
            elif tag == W + "bookmarkEnd":
                self._close(child, len(self.lines) - 1)
            elif line is not None and tag in (W + "t", W + "delText", W + "instrText", W + "fldChar", *_SIGNS):
                self._sign(child, line, link, around)
            elif tag in (W + "hyperlink", W + "fldSimple"):
                self._read(child, line, self._link(child) or link, around.in_field(child))
            else:
                self._read(child, line, link, around.inside(tag))

    def _paragraph(self, paragraph: Element, around: _Around) -> None:
        line = Line(paragraph, len(self.lines), around.table)
        self.lines.append(line)
        self._read(paragraph, line, None, around)

    def _sign(self, node: Element, line: Line, link: Link | None, around: _Around) -> None:
        tag = node.tag
        if tag == W + "fldChar":
            self._field(value(node, "fldCharType"))
            return
        if tag == W + "instrText":
            if self._fields and not around.gone:
                self._fields[-1].instruction += node.text or ""
            return
        text = _SIGNS.get(tag, node.text or "")
        if text:
            self._embrace(len(self.lines) - 1, seen=not around.gone and tag != W + "delText")
        if around.gone or tag == W + "delText":
            return
        link = next((each.link for each in reversed(self._fields) if each.link), link)
        hidden = around.computed or any(not _TRANSPARENT.match(each.instruction) for each in self._fields)
        whole = tag in _SIGNS
        for at, character in enumerate(text):
            line.chars.append(Char(node, -1 if whole else at, HIDDEN if hidden else character, link, around.added))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            found = _LEADING.search(self._fields[-1].instruction)
            self._fields[-1].link = self._numbered(found[1]) if found else None
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _link(self, element: Element) -> Link | None:
        anchor = value(element, "anchor")
        if not anchor and (found := _LEADING.search(value(element, "instr"))):
            anchor = found[1]
        return self._numbered(anchor) if anchor else None

    def _numbered(self, anchor: str) -> Link:
        self._links += 1
        return Link(anchor, self._links)

    def _begin(self, start: Element, line: int) -> None:
        name = value(start, "name")
        mark = Mark(name, line)
        self._open[value(start, "id")] = mark
        self.marks.setdefault(name, mark)

    def _close(self, end: Element, line: int) -> None:
        if mark := self._open.pop(value(end, "id"), None):
            mark.end = line
            if mark.embraces and not self.marks[mark.name].embraces and self.marks[mark.name].end >= 0:
                self.marks[mark.name] = mark  # Of several of one name the first that embraces something.

    def _embrace(self, line: int, *, seen: bool) -> None:
        for mark in self._open.values():
            mark.embraces = True
            if seen and mark.first < 0:
                mark.first = line


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around an element: whether it is gone or added by a tracked change, in a table, computed by a simple field."""

    gone: bool = False
    added: bool = False
    table: bool = False
    computed: bool = False

    def inside(self, tag: str) -> _Around:
        """Return what is around the children of an element."""
        if tag in _GONE:
            return _Around(True, self.added, self.table, self.computed)
        if tag in _ADDED:
            return _Around(self.gone, True, self.table, self.computed)
        if tag == W + "tbl":
            return _Around(self.gone, self.added, True, self.computed)
        return self

    def in_field(self, element: Element) -> _Around:
        """Return what is around the children of a link or a simple field."""
        computed = element.tag == W + "fldSimple" and not _TRANSPARENT.match(value(element, "instr"))
        return _Around(self.gone, self.added, self.table, True) if computed else self


def _named(marks: Mapping[str, Mark]) -> frozenset[int]:
    return frozenset(mark.place for name, mark in marks.items() if _OWN_MARK.match(name))
