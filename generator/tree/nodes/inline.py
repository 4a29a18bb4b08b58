"""Inline nodes: text, left-to-right stretches, blanks, references, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.problems.errors import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text, never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Ltr:
    """A left-to-right stretch (Latin words, URL, telephone, signed number); made by a pass, never by the reader.

    `strong` are the parts of its text that are emphasised, as (start, end), where they are not the whole.
    """

    text: str
    strong: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised inline text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A value to be filled by hand: dots or a rule on paper, `prompt` says in Persian what belongs there.

    `key` is unique in the document (given, or made by the keys pass). `width` is in average characters.
    """

    prompt: str
    key: str = ""
    width: int = 24
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Check:
    """A box to be ticked by hand, before its label; `key` names it as that of a `Blank` does."""

    label: str
    ticked: bool = False
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Datum:
    """A fact of the data where it is printed: its value, or the blank for it; `path` says which (`contract.employer.name`).

    Stands around everything else in its run, and never in another one. `title` says in Persian what the fact is. On paper it is
    its children; a Word file names it, so that what comes back can be read.
    """

    path: str
    children: tuple[Inline, ...]
    title: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to the element of `target`; the references pass fills `text` («ماده ۶»، «جدول ۲»)."""

    target: str
    text: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PageField:
    """The number of this page (`page`) or of all pages (`pages`), or how many sheets the annexes have (`annex-sheets`).

    Pages are those of the document without its annexes, or of the annex; each format counts for itself.
    """

    what: Literal["page", "pages", "annex-sheets"]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, its mark after the word before; each format counts the marks, through the document."""

    children: tuple[Inline, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A term at the place of its definition, emphasised; a reference to its `key` prints the term."""

    children: tuple[Inline, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """In a header, the first-level heading of the page; each format finds it for itself."""


Inline = Text | Ltr | Strong | LineBreak | Blank | Check | Datum | Reference | PageField | Footnote | Term | SectionTitle
