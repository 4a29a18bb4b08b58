"""What has a number in a contract, as it stands in the file: articles, clauses, notes, annexes, tables, figures, list items.

A paragraph is what its style says, by the style's name (LibreOffice gives styles other ids) or by what that is based on; one in
plain text that was typed with the label of an article, a clause or a note in its place counts as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.inspection.package import Element, Part, W, value
from generator.renumbering import spelling
from generator.renumbering.lines import HIDDEN, Line
from generator.renumbering.text import Text

Kind = Literal["article", "clause", "note", "annex", "table", "figure", "item"]

_ROLES = {
    "ماده": "article", "بند": "clause", "تبصره": "note", "فهرست": "list", "متن": "body",
    "article": "article", "clause": "clause", "note": "note", "list": "list", "body": "body",
    "heading 1": "heading", "heading1": "heading", "caption": "caption", "عنوان شکل": "caption",
}  # fmt: skip
"""What a paragraph is, by the name or the id of its style; names do not differ by case."""
_OTHER = "other"
_LONGEST_TITLE = 120


@dataclass(slots=True)
class Numbered:
    """Something with a number: that in the file (`old`, empty for none, None where it was left open), and the right one.

    `start` and `end` are those of the number in its line, `tail` the end of «مکرر» after it, `label` that of the whole label.
    """

    kind: Kind
    line: Line
    old: tuple[int, ...] | None = None
    bis: bool = False
    start: int = 0
    end: int = 0
    tail: int = 0
    label: int = 0
    annex: Numbered | None = None
    article: Numbered | None = None
    clause: Numbered | None = None
    new: tuple[int, ...] = ()
    letter: str = ""
    order: tuple[str, ...] = ()
    """The letters that count the items of its list."""
    typed: bool = True
    """Whether its number is typed, so that it can be written; a field of Word counts for itself."""


@dataclass(slots=True)
class Contract:
    """The numbered things of a document in their order, and the paragraphs of clauses and notes that have no number."""

    text: Text
    things: list[Numbered] = field(default_factory=list)
    unnumbered: list[Line] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """The lines of plain text between lists, by their numbers."""

    def of(self, kind: Kind) -> Iterator[Numbered]:
        """Yield the things of a kind."""
        return (each for each in self.things if each.kind == kind)

    def around(self, line: Line) -> tuple[Numbered | None, Numbered | None]:
        """Return the annex and the article that a line stands in."""
        count = bisect_right(self.things, line.number, key=lambda each: each.line.number)
        if not count:
            return None, None
        last = self.things[count - 1]
        if last.kind == "annex":
            return last, None
        return last.annex, last if last.kind == "article" else last.article


class Styles:
    """What paragraphs are by their styles."""

    def __init__(self, part: Part | None) -> None:
        self._by_id = {} if part is None else {value(each, "styleId"): each for each in part.iter("style")}
        self._known: dict[str, str] = {}

    def role(self, paragraph: Element) -> str:
        """Return what a paragraph is: «article», «clause» …, «other» for what holds nothing that is counted."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        identifier = value(style)
        if identifier not in self._known:
            self._known[identifier] = self._role(identifier) if identifier else "body"
        return self._known[identifier]

    def _role(self, identifier: str) -> str:
        asked: set[str] = set()
        while identifier and identifier not in asked:
            asked.add(identifier)
            style = self._by_id.get(identifier)
            name = value(None if style is None else style.find(W + "name")).casefold()
            if name.startswith("toc"):
                return _OTHER
            if role := _ROLES.get(name) or _ROLES.get(identifier.casefold()):
                return role
            identifier = value(None if style is None else style.find(W + "basedOn"))
        return "body"


def read(text: Text, styles: Styles) -> Contract:
    """Find what has a number in a document."""
    return _Reading(text, styles).read()


class _Reading:
    def __init__(self, text: Text, styles: Styles) -> None:
        self._contract = Contract(text)
        self._styles = styles
        self._annex: Numbered | None = None
        self._article: Numbered | None = None
        self._clause: Numbered | None = None

    def read(self) -> Contract:
        joined = False
        for line in self._contract.text.lines:
            if line.text.strip() and not joined:
                role = self._styles.role(line.paragraph)
                thing = self._thing(line, role)
                if thing is not None:
                    self._add(thing)
                elif role != "list" and not line.in_table:
                    self._contract.breaks.append(line.number)
            # Where the end of a paragraph is deleted the next one goes on in its line.
            ending = line.paragraph.find(f"{W}pPr/{W}rPr/{W}del")
            joined = ending is not None and (joined or bool(line.text.strip()))
        return self._contract

    def _add(self, thing: Numbered) -> None:
        thing.annex, thing.article = self._annex, self._article
        if thing.kind == "annex":
            thing.annex = thing.article = None
            self._annex, self._article, self._clause = thing, None, None
        elif thing.kind == "article":
            thing.article, self._article, self._clause = None, thing, None
        elif thing.kind in ("clause", "note", "item"):
            thing.clause = self._clause
            if thing.kind == "clause":
                self._clause = thing
        self._contract.things.append(thing)

    def _thing(self, line: Line, role: str) -> Numbered | None:
        match role:
            case "article":
                return self._styled_article(line)
            case "clause":
                return self._labelled("clause", line, spelling.STYLED_CLAUSE) or self._note_or_nothing(line)
            case "note":
                return self._labelled("note", line, spelling.NOTE_LABEL) or self._note_or_nothing(line)
            case "heading":
                return self._labelled("annex", line, spelling.ANNEX_LABEL)
            case "caption":
                return self._caption(line)
            case "list" | "body" if not line.in_table:
                return self._item(line) or self._loose(line)
            case _:
                return None

    def _note_or_nothing(self, line: Line) -> Numbered | None:
        """Return the item or note that a paragraph in the style of clauses begins; else it goes on with what is before it."""
        found = self._item(line) or self._labelled("note", line, spelling.NOTE_LABEL)
        if found is None:
            self._contract.unnumbered.append(line)
        return found

    def _styled_article(self, line: Line) -> Numbered | None:
        found = self._labelled("article", line, spelling.STYLED_ARTICLE)
        if found is not None:
            return found
        return Numbered("article", line, None, label=0, typed=not counted(line) and HIDDEN not in line.text[:12])

    def _labelled(self, kind: Kind, line: Line, label: spelling.Label) -> Numbered | None:
        found = label.match(line.text)
        if not found:
            return None
        number = found["n"]
        word_end = found.end("word") if "word" in label.groupindex else found.start("n")
        start, end = found.span("n") if number else (word_end, word_end)
        tail = found.end("bis") if found["bis"] else end
        if number is None:
            old: tuple[int, ...] | None = ()
        elif kind == "clause":
            old = spelling.path(number)
        else:
            given = spelling.number(number)
            old = None if given is None else (given,)
        bis = "مکرر" in line.text[start:tail]
        return Numbered(kind, line, old, bis, start, end, tail, found.end())

    def _caption(self, line: Line) -> Numbered | None:
        hidden = spelling.HIDDEN_CAPTION.match(line.text)
        found = hidden or spelling.CAPTION_LABEL.match(line.text)
        if not found:
            return None
        kind: Kind = "table" if found["word"] == "جدول" else "figure"
        if hidden:
            return Numbered(kind, line, None, typed=False)
        return self._labelled(kind, line, spelling.CAPTION_LABEL)

    def _item(self, line: Line) -> Numbered | None:
        if line.in_table:
            return None
        if counted(line):
            return Numbered("item", line, typed=False)
        if found := spelling.ITEM_LABEL.match(line.text):
            return Numbered("item", line, None, False, *found.span("n"), found.end("n"), found.end(), letter=found["n"])
        if found := spelling.TYPED_ITEM.match(line.text):
            number = (int(found["n"]),)
            return Numbered("item", line, number, False, *found.span("n"), found.end("n"), found.end())
        return None

    def _loose(self, line: Line) -> Numbered | None:
        """Return the article, clause or note that was typed in plain text: one that is next in its place, no quotation."""
        if found := self._labelled("article", line, spelling.LOOSE_ARTICLE):
            before = self._article.old if self._article else ()
            follows = before is None or found.old is None or found.bis or found.old[0] - sum(before[:1]) in (0, 1)
            return found if follows and len(line.text) <= _LONGEST_TITLE else None
        if self._article is None:
            return None
        found = self._labelled("clause", line, spelling.LOOSE_CLAUSE)
        if found and found.old:
            return found if found.old[:1] == self._article.old else None
        return self._labelled("note", line, spelling.NOTE_LABEL)


def counted(line: Line) -> tuple[str, str] | None:
    """Return the list and the level in which Word counts a paragraph by itself."""
    number = line.paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if value(number) in ("", "0"):
        return None
    return value(number), value(line.paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl"))
