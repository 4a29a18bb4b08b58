"""The elements of `docs/markup.md` as a table: what each may hold, where, and with which attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from generator.markup.reader.letters import KINDS, RELATIONS
from generator.style.style import Style
from generator.tree.nodes import Align, BoundaryState, ChartKind, FeatureRole, Order, Tone

FACT = r"[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)+"
"""The path of a fact, from a name that templates see: `contract.instalments.p1.share`."""

KEY = r"[a-z0-9][a-z0-9/-]{0,80}"

_POINT = r"-?[0-9]{1,3}(?:\.[0-9]{1,9})?,-?[0-9]{1,2}(?:\.[0-9]{1,9})?"


def points_form(least: int) -> str:
    """Return the pattern of rows of at least so many points, longitude and latitude, with semicolons between the rows."""
    row = rf"{_POINT}(?: {_POINT}){{{least - 1},}}"
    return rf"{row}(?:; {row})*"


MOST_COLUMNS = 64
MOST_ROWS_SPANNED = 500
MOST_BLANK_ROWS = 500
MOST_CELLS = 20_000
"""Of one table; 30 000 cells take half a minute and 600 MB to lay out."""

ContentKind = Literal["blocks", "inline", "either", "text", "elements", "nothing"]
"""`either`: inline content or blocks, not both. `elements`: the listed children only, no text."""


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number between two bounds, in Western digits."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Millimetres:
    """A length in millimetres up to a bound, in Western digits, with tenths: `63.5`."""

    most: int


@dataclass(frozen=True, slots=True)
class Free:
    """A text; an empty one is refused unless `may_be_empty`."""

    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """The name of an element."""


@dataclass(frozen=True, slots=True)
class FactPath:
    """The path of a fact of the data."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a list of values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table by number, the first at the right, with a space between: `2 4 5`."""

    most: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Names of elements, with a space between: `actions/a10 actions/a25`."""


@dataclass(frozen=True, slots=True)
class Rings:
    """Rows of points, longitude and latitude: `59.6,36.2 59.7,36.2 59.7,36.3 59.6,36.2; …`; those of a ring at least."""

    least: int = 4


@dataclass(frozen=True, slots=True)
class FromLook:
    """The name of an entry of a part of the look."""

    part: Literal["roles", "tables", "pages"]

    def names(self, look: Style) -> tuple[str, ...]:
        """Return the names that the look has."""
        entries: dict[str, object] = getattr(look, self.part)
        return tuple(entries)


Value = WholeNumber | Millimetres | Free | Key | FactPath | OneOf | Columns | Keys | Rings | FromLook


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element is: its content, the children it may have, its attributes; `required` names attributes."""

    content: ContentKind
    children: tuple[str, ...] = ()
    attributes: tuple[tuple[str, Value], ...] = ()
    required: tuple[str, ...] = ()


BLOCKS = (
    *("p", "h1", "h2", "h3", "ul", "ol", "article", "clause", "note"),
    *("table", "chart", "picture", "map", "letterhead", "reference", "signatures", "letter-signature", "copies", "cards"),
    *("keep", "page-break"),
    *("contents", "tables-list", "figures-list"),
)
EVERYWHERE = ("b", "br", "blank", "datum", "ref")
"""Inline elements that are also allowed in what repeats (headers), is gathered elsewhere (headings, captions), or is a note."""

ONCE = ("footnote", "term", "check")
"""Inline elements of running text, which is printed once."""

INLINES = (*EVERYWHERE, *ONCE)
COUNTED = ("annex-sheets",)
"""What the letter says that annexes follow: in a field of its head, or in a paragraph."""

FIELDS = ("page", "pages", "section-title")

IN_ARTICLE_ONLY = ("clause", "note")
_ON_PAGE = tuple(name for name in BLOCKS if name not in IN_ARTICLE_ONLY)
_LISTS = ("contents", "tables-list", "figures-list")
_OF_LETTER = ("letterhead", "reference", "letter-signature", "copies")
_IN_ANNEX = tuple(name for name in _ON_PAGE if name not in ("h1", *_LISTS))
_IN_KEEP = tuple(name for name in BLOCKS if name not in ("cards", "page-break", *_OF_LETTER, *_LISTS))
_IN_ARTICLE = tuple(name for name in BLOCKS if name not in ("article", "cards", *_OF_LETTER, *_LISTS))
_IN_CLAUSE = ("p", "ul", "ol", "table", "clause", "note", "keep")
_IN_NOTE = ("p", "ul", "ol", "table", "keep")
_IN_CELL = ("p", "h1", "h2", "h3", "ul", "ol", "table", "signatures", "keep")

_OF_CITED = ("cited-number", "cited-date", "cited-by")

_YES = OneOf(("yes",))
_HEIGHT = WholeNumber(4, 100)
"""Millimetres of a row to write in."""
_KEY = ("key", Key())
_ALIGN = ("align", OneOf(get_args(Align)))
_TONE = ("tone", OneOf(tuple(tone for tone in get_args(Tone) if tone not in ("", "head"))))
_ORDER = OneOf(tuple(order for order in get_args(Order) if order))
_STATE = OneOf(tuple(state for state in get_args(BoundaryState) if state))
_SPANS = (("colspan", WholeNumber(1, MOST_COLUMNS)), ("rowspan", WholeNumber(1, MOST_ROWS_SPANNED)))
_CELL = Rule("either", _IN_CELL, (*_SPANS, _TONE, _ALIGN, ("label", Free())))
_HEADING = Rule("inline", EVERYWHERE, (_KEY, ("numbered", OneOf(("no",)))))
_INLINE = Rule("inline", EVERYWHERE)
_FURNITURE = Rule("inline", EVERYWHERE + FIELDS)
_TEXT = Rule("text")
_ROWS = Rule("elements", ("tr",))
_TABLE_PARTS = ("caption", "columns", "thead", "tbody", "tfoot")

RULES: dict[str, Rule] = {
    "document": Rule(
        "elements",
        ("furniture", "section", "annex"),
        (("title", Free()), ("subject", Free(may_be_empty=True)), ("cover", _YES)),
        ("title",),
    ),
    "furniture": Rule("elements", ("header-start", "header-end", "footer", "initial")),
    "header-start": _FURNITURE,
    "header-end": _FURNITURE,
    "footer": _FURNITURE,
    "initial": _TEXT,
    "section": Rule("blocks", _ON_PAGE, (("page", FromLook("pages")),)),
    "annex": Rule("blocks", _IN_ANNEX, (("title", Free()), _KEY, ("page", FromLook("pages"))), ("title",)),
    "letterhead": Rule("elements", ("organisation", "centre", "field"), (("emblem", Free()),)),
    "organisation": _TEXT,
    "centre": _TEXT,
    "field": Rule("inline", EVERYWHERE + COUNTED, (("label", Free()),), ("label",)),
    "reference": Rule("elements", ("cited",), (_KEY,)),
    "cited": Rule(
        "elements",
        _OF_CITED,
        (("relation", OneOf(tuple(RELATIONS))), ("kind", OneOf(tuple(KINDS)))),
        ("relation",),
    ),
    "cited-number": _INLINE,
    "cited-date": _INLINE,
    "cited-by": _INLINE,
    "letter-signature": Rule("elements", ("name", "post"), (_KEY,)),
    "copies": Rule("elements", ("copy",), (_KEY,)),
    "copy": Rule("inline", EVERYWHERE, (_KEY, ("purpose", Free()))),
    "h1": _HEADING,
    "h2": _HEADING,
    "h3": _HEADING,
    "p": Rule("inline", INLINES + COUNTED, (_KEY, ("role", FromLook("roles")), _ALIGN)),
    "ul": Rule("elements", ("li",), (_KEY,)),
    "ol": Rule("elements", ("li",), (_KEY, ("marker", OneOf(("decimal", "letters"))))),
    "li": Rule("either", _IN_CELL, (_KEY,)),
    "article": Rule("blocks", _IN_ARTICLE, (_KEY, ("title", Free()))),
    "clause": Rule("either", _IN_CLAUSE, (_KEY, ("title", Free()))),
    "note": Rule("either", _IN_NOTE, (_KEY,)),
    "table": Rule("elements", _TABLE_PARTS, (_KEY, ("role", FromLook("tables")), ("summary", Free()), ("keep", _YES))),
    "chart": Rule(
        "elements",
        ("caption", "outline"),
        (
            *(_KEY, ("kind", OneOf(get_args(ChartKind))), ("of", Free()), ("columns", Columns(MOST_COLUMNS))),
            *(("unit", Free()), ("summary", Free()), ("width", WholeNumber(30, 100))),
            *(("sort", _ORDER), ("highlight", Keys()), ("axis-of", WholeNumber(1, MOST_COLUMNS))),
        ),
        ("key", "kind", "of", "columns"),
    ),
    "outline": Rule("nothing", (), (("row", Key()), ("points", Rings())), ("row", "points")),
    "picture": Rule(
        "elements",
        ("caption",),
        (_KEY, ("src", Free()), ("alt", Free()), ("folder", Key()), ("width", WholeNumber(20, 100))),
        ("src", "alt"),
    ),
    "map": Rule(
        "elements",
        ("caption", "feature"),
        (_KEY, ("summary", Free()), ("width", WholeNumber(30, 100)), ("sample", _YES)),
        ("key",),
    ),
    "feature": Rule(
        "nothing",
        (),
        (
            *(("role", OneOf(get_args(FeatureRole))), ("name", Free()), ("points", Rings(1))),
            *(("state", _STATE), ("source", Free(may_be_empty=True))),
        ),
        ("role", "name", "points"),
    ),
    "caption": _INLINE,
    "columns": Rule("elements", ("column",)),
    "column": Rule("nothing", (), (("share", WholeNumber(1, 1000)), _ALIGN)),
    "thead": _ROWS,
    "tbody": Rule("elements", ("tr", "rows")),
    "tfoot": _ROWS,
    "tr": Rule("elements", ("th", "td"), (_KEY, ("height", _HEIGHT))),
    "rows": Rule(
        "nothing",
        (),
        (("count", WholeNumber(1, MOST_BLANK_ROWS)), ("height", _HEIGHT), ("from", WholeNumber(1, 9999))),
        ("count", "height"),
    ),
    "th": _CELL,
    "td": _CELL,
    "signatures": Rule("elements", ("signer",), (_KEY, ("columns", WholeNumber(1, 6)))),
    "signer": Rule("elements", ("name", "post"), (_KEY, ("capacity", Free())), ("capacity",)),
    "name": _INLINE,
    "post": _INLINE,
    "cards": Rule(
        "elements",
        ("card",),
        (
            *(_KEY, ("columns", WholeNumber(1, 8)), ("rows", WholeNumber(1, 40))),
            *(("width", Millimetres(420)), ("height", Millimetres(420)), ("cut", _YES)),
        ),
        ("columns", "rows"),
    ),
    "card": Rule("blocks", ("p",), (_KEY,)),
    "keep": Rule("blocks", _IN_KEEP),
    "page-break": Rule("nothing"),
    "contents": Rule("nothing", (), (_KEY, ("levels", WholeNumber(1, 3)), ("articles", _YES))),
    "tables-list": Rule("nothing", (), (_KEY,)),
    "figures-list": Rule("nothing", (), (_KEY,)),
    "b": Rule("inline", EVERYWHERE + FIELDS),
    "br": Rule("nothing"),
    "check": Rule("nothing", (), (("label", Free()), ("ticked", _YES), _KEY), ("label",)),
    "blank": Rule(
        "nothing", (), (("prompt", Free()), _KEY, ("width", WholeNumber(1, 200)), ("datum", FactPath())), ("prompt",)
    ),
    "datum": Rule("inline", ("b", "br", "blank"), (("path", FactPath()),), ("path",)),
    "ref": Rule("nothing", (), (("to", Free()),), ("to",)),
    "footnote": Rule("inline", EVERYWHERE, (_KEY,)),
    "term": Rule("text", (), (_KEY,)),
    "page": Rule("nothing"),
    "pages": Rule("nothing"),
    "section-title": Rule("nothing"),
    "annex-sheets": Rule("nothing"),
}

NEVER_EMPTY = (
    *("p", "h1", "h2", "h3", "li", "caption", "note", "clause"),
    *("organisation", "centre", "initial", "b", "section", "keep", "footnote", "term", "datum"),
    *("copy", *_OF_CITED),
)
"""Elements that would print as nothing, or as a mark with nothing after it."""

ROLES = {
    "reference": ("reference",),
    "letter-signature": ("letter-signature",),
    "copies": ("copies-title", "copies"),
}
"""The roles of elements that came after the first looks of projects, which may lack them."""

REQUIRED_CHILDREN = {
    "document": ("section",),
    "ul": ("li",),
    "ol": ("li",),
    "table": ("tbody",),
    "chart": ("caption",),
    "picture": ("caption",),
    "map": ("caption",),
    "columns": ("column",),
    "tr": ("th", "td"),
    "signatures": ("signer",),
    "cards": ("card",),
    "letterhead": ("organisation",),
    "reference": ("cited",),
    "cited": ("cited-number", "cited-date"),
    "letter-signature": ("name", "post"),
    "copies": ("copy",),
}
"""Elements that must have a child of one of these names."""

ORDERED = {
    "document": ("furniture", "section", "annex"),
    "table": _TABLE_PARTS,
}
"""Elements whose children stand in this order."""

SINGLE = {
    "document": ("furniture",),
    "furniture": ("header-start", "header-end", "footer"),
    "table": _TABLE_PARTS,
    "chart": ("caption",),
    "picture": ("caption",),
    "map": ("caption",),
    "signer": ("name", "post"),
    "cited": _OF_CITED,
    "letter-signature": ("name", "post"),
}
"""Children that stand once."""
