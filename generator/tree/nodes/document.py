"""The document: its sections, the headers and footers of every page, its properties."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.persian import JalaliDate
from generator.problems.errors import Place
from generator.tree.nodes.block import Block
from generator.tree.nodes.inline import Inline


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one form: `page` names an entry of `pages` in `style.yaml` (`portrait`, `landscape`, `landscape-a3` …).

    An `annex` counts its pages for itself and begins with a heading, its title; the numbers pass fills `label` («پیوست ۱»).
    """

    blocks: tuple[Block, ...]
    page: str = "portrait"
    annex: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed on every page: header at its right (`header_start`) and left (`header_end`), footer centre with the page
    field, `marks` («نمونه», «پیش‌نویس») in the header, and `initials`, the labels of short signatures («پاراف کارفرما»)."""

    header_start: tuple[Inline, ...] = ()
    header_end: tuple[Inline, ...] = ()
    footer: tuple[Inline, ...] = ()
    marks: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties; `identifier` is kind and subject, `source_hash` the content hash of the records."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    identifier: str = ""
    source_hash: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """What the register says of a final: its number, its version, its day, and the digest of its text without this."""

    number: str
    version: int
    date: JalaliDate
    digest: str

    @property
    def code(self) -> str:
        """What identifies the final in a few characters: number, version, the first 16 digits of the digest."""
        return f"sanad:{self.number}:{self.version}:{self.digest[:16]}"


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready for either writer once the passes have run. `cover`: first page without header and footer.

    `protected`: in Word only the blanks can be filled. `registration` has a registered final alone.
    """

    properties: Properties
    sections: tuple[Section, ...]
    furniture: Furniture = Furniture()
    cover: bool = False
    protected: bool = False
    registration: Registration | None = None
