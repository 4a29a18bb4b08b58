"""The paragraphs of a Word document as lines of text that can be searched and written in, however their runs are split.

A line has what a reader sees if all tracked changes are accepted: inserted text is there, deleted and moved-away text is not.
Text boxes, headers, notes and comments are no lines. What programs put into text without anybody seeing it (direction marks,
no-break spaces, Western digits) is one spelling in `Line.text`, and stays as it is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.inspection.package import Element
from generator.persian import to_western

HIDDEN = "\ufffc"
"""Stands in a line for what a field computes, which nobody types."""

_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPELLINGS = {**dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")}
_SPELLINGS |= {"ي": "ی", "ى": "ی", "ك": "ک", "\u2010": "-", "\u2011": "-"}
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
        """Return a part as it stands in the file, without what nobody sees and with plain spaces."""
        if start >= end:
            return ""
        found = "".join(char.text for char in self.chars[self.origin[start] : self.origin[end - 1] + 1])
        return _UNSEEN.sub("", found).replace("\u00a0", " ")

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
