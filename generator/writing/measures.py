"""Lengths in points that the formats share and that no role of the look names."""

from __future__ import annotations

from generator.style.style import PageForm, Style

MILLIMETRE = 72 / 25.4
"""Points in one."""

LIST_STEP = 24.0
"""Indent from one depth of a list to the next; the mark hangs in this room."""

CELL_LIST_STEP = 20.0
"""The same within a table cell; «الف)» still fits."""

TABLE_GAP = 6.0
"""White space after every table."""

NOTE_RULE = 144.0
"""Length of the rule above footnotes; Word's own is as long."""

PAGE_TOP = 140.0
"""What begins above this, from the edge of the paper, is the first of its page, on pages of every form."""

SIGNING_ROOM = 54.0
"""Height under the lines of a signer for hand and seal."""

LETTER_SIGNATURE_SHARES = (55, 45)
"""Widths of what is free beside the signature of a letter, and of the signature at the left, of 100."""

EMBLEM_HEIGHT = 45.0
EMBLEM_WIDTH = 90.0
"""Height of the emblem in a letterhead, and the greatest width of a long one, which is lower then."""

LETTERHEAD_SHARES = (35, 35, 30)
"""Widths of a letterhead's organisation, title and field columns, of 100."""

HEADER_SHARES = (40, 20, 40)
"""Widths of a page header's right, middle and left part, of 100."""

_CAPTION_ROOM = 46.0
"""Points that a caption, and the white space of a figure, take of a page's height."""

CARD_LOOK = "card"
"""The entry of the look's tables that the boxes of cards have."""

CUT_LINE = 0.25
"""Thickness of the dashed lines along which cards are cut apart."""


def room_of(page: PageForm) -> float:
    """Return the greatest height of a figure on a page, in points."""
    return (page.height - page.top - page.bottom) * MILLIMETRE - _CAPTION_ROOM


def padding_in_row(height: int, table: str, style: Style) -> float:
    """Return the padding above and below the text of a row of a height in millimetres: what a line and a rule leave of it.

    It is never more than that of the table; a row lower than a line has none.
    """
    look = style.tables[table]
    line = max(style.roles[role].line for role in (look.cell_role, look.head_role))
    return max(0.0, min(look.padding, (height * MILLIMETRE - look.rule - line) / 2))
