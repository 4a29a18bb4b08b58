"""The paragraphs of a Word document as lines of text that can be searched and written in, however their runs are split.

A line has what a reader sees if all tracked changes are accepted: inserted text is there, deleted and moved-away text is not.
Text boxes, headers, notes and comments are no lines. What programs put into text without anybody seeing it (direction marks,
no-break spaces, Western digits) is one spelling in `Line.text`, and stays as it is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.inspection.package import MC, Element, W, value
from generator.persian import to_western

HIDDEN = "\ufffc"
"""Stands in a line for what a field computes, which nobody types."""

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

_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPELLINGS = {**dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")}
_SPELLINGS |= {"ي": "ی", "ى": "ی", "ك": "ک", "\u2010": "-", "\u2011": "-"}
_OWN_MARK = re.compile(r"c_(?!.* Copy \d+$)", re.DOTALL)
"""Bookmarks of this program; LibreOffice calls those of what is pasted «c_… Copy 1»."""
_KASHIDA = "\u0640"


class Link(NamedTuple):
    """What leads from a part of a line to a bookmark; each link of a document is an object of its own."""

    anchor: str
    number: int


class Char(NamedTuple):
    """A character that is seen: the element that holds it, where in its text (-1: the element is the character)."""

    node: Element
    at: int
    text: str
    link: Link | None
    added: bool


class Edit(NamedTuple):
    """Characters of a line, from one up to another, and what takes their place."""

    start: int
    end: int
    new: str


@dataclass(slots=True)
class Line:
    """A paragraph; `text` is its spelling for searches, `origin` the character of each letter of that."""

    paragraph: Element
    number: int
    in_table: bool
    chars: list[Char] = field(default_factory=list)
    text: str = ""
    origin: list[int] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    def spell(self) -> None:
        """Make `text` of the characters."""
        raw = [char.text for char in self.chars]
        spelled: list[str] = []
        for at, character in enumerate(raw):
            if _UNSEEN.match(character):
                continue
            if character == _KASHIDA:
                inside = 0 < at < len(raw) - 1 and raw[at - 1].isalpha() and raw[at + 1].isalpha()
                if inside:
                    continue
                character = "–"
            spelled.append(_SPELLINGS.get(character, to_western(character)))
            self.origin.append(at)
        self.text = "".join(spelled)

    def shown(self, start: int, end: int) -> str:
        """Return a part as it stands in the file, without what nobody sees."""
        if start >= end:
            return ""
        found = "".join(char.text for char in self.chars[self.origin[start] : self.origin[end - 1] + 1])
        return _UNSEEN.sub("", found)

    def link_of(self, start: int, end: int) -> Link | None:
        """Return the link that the whole of a part is in."""
        links = {self.chars[self.origin[at]].link for at in range(start, end)}
        return links.pop() if len(links) == 1 else None

    def apart(self, one: int, other: int) -> bool:
        """Return whether two letters are not of one link, or not both of none."""
        return self.chars[self.origin[one]].link is not self.chars[self.origin[other]].link

    def replace(self, start: int, end: int, new: str) -> None:
        """Note that a part of `text` is to be written anew; an empty part is a place to write at."""
        if start < end:
            self.edits.append(Edit(self.origin[start], self.origin[end - 1] + 1, new))
        else:
            place = self.origin[start - 1] + 1 if start else 0
            self.edits.append(Edit(place, place, new))


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

    @property
    def alive(self) -> dict[str, Mark]:
        """The bookmarks that embrace something; an empty one is what a deletion left, and names nothing."""
        return {name: mark for name, mark in self.marks.items() if mark.embraces}

    @cached_property
    def named(self) -> frozenset[int]:
        """The lines that a bookmark of this program names."""
        return frozenset(mark.place for name, mark in self.alive.items() if _OWN_MARK.match(name))

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


def runs_of(line: Line, start: int, end: int) -> Iterator[tuple[Element, int, int]]:
    """Yield the elements that hold characters of a line, from one up to another, with the part of the text of each."""
    at = start
    while at < end:
        node = line.chars[at].node
        last = at
        while last + 1 < end and line.chars[last + 1].node is node:
            last += 1
        yield node, line.chars[at].at, line.chars[last].at + 1
        at = last + 1
