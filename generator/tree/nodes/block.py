"""Block nodes: paragraphs, headings, lists, clauses, tables, figures, signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.problems.errors import Place
from generator.tree.nodes.inline import Inline
from generator.tree.nodes.pictures import Map, Picture

Align = Literal["start", "center", "end", "justify"]
"""Logical alignment; `start` is the right side of a Persian page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a role of `style.yaml` (`body`, `title`, `subtitle`, `invocation`, `lead`, `source-note` …).

    The introductions pass fills `keep_next`: it stays on the page of what follows.
    """

    children: tuple[Inline, ...]
    role: str = "body"
    key: str = ""
    align: Align | None = None
    place: Place | None = field(default=None, compare=False)
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1-3; the numbers pass fills `number` («۱», «۱-۱», «پیوست ۱») unless it is `numbered=False`."""

    level: int
    children: tuple[Inline, ...]
    key: str = ""
    number: str = ""
    numbered: bool = True
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; `ordinal` counts from 1 (filled by the numbers pass)."""

    blocks: tuple[Block, ...]
    ordinal: int = 0
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A native list of the format: `bullet`, `decimal` (۱-) or `letters` (الف، ب، پ …).

    `role` is that of its plain paragraphs, where no cell around it says another.
    """

    items: tuple[ListItem, ...]
    marker: Literal["bullet", "decimal", "letters"] = "bullet"
    key: str = ""
    place: Place | None = field(default=None, compare=False)
    role: str = "list"


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered legal unit: `article` (ماده), `clause` (بند) or `note` (تبصره), with the blocks in it.

    The numbers pass fills `label` («ماده ۶», «۶-۲», «تبصره», «تبصره ۱»). A `note` alone under its article has no number.
    """

    kind: Literal["article", "clause", "note"]
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    key: str = ""
    label: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `share` is of 1000 (0: the column-shares pass decides)."""

    share: int = 0
    align: Align | None = None


Tone = Literal[
    "",
    "head",
    "total",
    "bar",
    "done",
    "late",
    "strength",
    "weakness",
    "opportunity",
    "threat",
    "label",
    "band",
    "key",
    "axis-social",
    "axis-economic",
    "axis-environmental",
]
"""What a cell is, by role; `style.yaml` says how it looks. `bar` and `done` fill a cell of a schedule, `band` is the ground of
a cover's title, `key` that of large numbers, and each axis has its own."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `label` says in words what a filled, textless cell means (alternative text and parity)."""

    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    tone: Tone = ""
    align: Align | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; a `key` makes it a target. It is at least `height` millimetres high, where that is given: to write in."""

    cells: tuple[Cell, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)
    height: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table, first column at the right. `head` rows repeat on each page; a row is split over pages only if it is very high.

    `role` names an entry of `tables` in `style.yaml`: `grid`, `dense` (wide tables), `form`, `plain`, `swot`, `schedule`.
    `caption` stands above; the numbers pass fills `number` («جدول ۲») when there is a caption. `summary` is the
    alternative text (the caption, when empty).
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    foot: tuple[Row, ...] = ()
    caption: tuple[Inline, ...] = ()
    role: str = "grid"
    key: str = ""
    number: str = ""
    summary: str = ""
    keep: bool = False
    place: Place | None = field(default=None, compare=False)


ChartKind = Literal["bars", "columns", "progress", "deviation", "indicators", "gantt", "organisation", "zones"]
"""What a figure is drawn as; `tree.figures` says what each takes from its table."""

Order = Literal["", "descending", "ascending"]
"""The order of the rows of a figure by their numbers; empty for that of the table."""


Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees, the last point the first again; clockwise for a hole."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The boundary, on a map, of the row with this key."""

    row: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture drawn from the table whose key is `of`; `columns` (from 1 at the right) name its rows, then the data.

    `caption` stands below; the numbers pass fills `number` («شکل ۲»). `summary` is the alternative text (made from the table,
    when empty), `width` the share of the text's width in percent; `outlines` make a map of zones a true one. The rows whose
    keys `highlight` holds stand out; `axis_of` is the column that names the axis of each row (0: none).
    """

    kind: ChartKind
    of: str
    columns: tuple[int, ...]
    caption: tuple[Inline, ...]
    key: str
    unit: str = ""
    summary: str = ""
    width: int = 100
    number: str = ""
    outlines: tuple[Outline, ...] = ()
    sort: Order = ""
    highlight: tuple[str, ...] = ()
    axis_of: int = 0
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents: the key that it leads to, its level (1-3), number («۱-۲», «جدول ۲») and title.

    `annex` is the label of the annex that it lies in, whose pages are counted apart.
    """

    target: str
    kind: Literal["heading", "article", "table", "figure"]
    level: int
    number: str
    children: tuple[Inline, ...]
    annex: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents with page numbers: of `headings` down to `levels`, and of articles if wished.

    Or of `tables` or `figures`. The contents pass fills `entries`; without any nothing is printed.
    """

    what: Literal["headings", "tables", "figures"] = "headings"
    levels: int = 3
    articles: bool = False
    key: str = ""
    entries: tuple[ContentsEntry, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LetterField:
    """A line at the left of a letterhead: «تاریخ: …»."""

    label: str
    value: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Emblem slot and organisation lines at the right, title lines in the middle, تاریخ/شماره/پیوست at the left."""

    organisation: tuple[str, ...]
    centre: tuple[str, ...]
    fields: tuple[LetterField, ...]
    emblem: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LetterReference:
    """What a letter follows or answers (پیرو، عطف، بازگشت): a line for each of these, of the role `reference`."""

    blocks: tuple[Block, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Copies:
    """Who is given a copy of a letter, and why (رونوشت): a heading, and a list of the role `copies`."""

    blocks: tuple[Block, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign: capacity («کارفرما»), name (blank when unknown), post and body lines."""

    capacity: tuple[Inline, ...]
    name: tuple[Inline, ...]
    post: tuple[Inline, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature block; never alone on a page (kept with the block before it), signers side by side, `columns` a row.

    With `letter` it is that of a letter: one signer at the left of the page, the name over the post.
    """

    signers: tuple[Signer, ...]
    columns: int = 3
    key: str = ""
    place: Place | None = field(default=None, compare=False)
    letter: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page together (an action sheet)."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card or label, with paragraphs; one without any leaves its box empty."""

    blocks: tuple[Block, ...]
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cards:
    """Equal boxes side by side and under each other, `columns` by `rows` on a page; `cut` draws where they are cut apart.

    `width` and `height` of a box are exact, in millimetres; the cards pass fills those not given and parts what is more than a
    page.
    """

    cards: tuple[Card, ...]
    columns: int
    rows: int
    width: float = 0
    height: float = 0
    cut: bool = False
    key: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Drawn = Figure | Picture | Map
"""What is shown as a picture with a number and a caption."""

Block = (
    Paragraph
    | Heading
    | ListBlock
    | Clause
    | Table
    | Drawn
    | Letterhead
    | LetterReference
    | Signatures
    | Copies
    | Cards
    | Keep
    | PageBreak
    | Contents
)
