"""The room on its page of a figure that is not alone there: on a cover, and under a heading and sentences that introduce it.

All of a cover stands on one page, whatever its title and facts say; and a heading that had to leave its page with a figure as
high as a whole one would find no room on the next either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from math import ceil
from typing import assert_never

from generator.style import faces
from generator.style.style import PageForm, Style
from generator.tree import grid, nodes
from generator.tree.walk import text
from generator.writing import wording
from generator.writing.measures import (
    EMBLEM_HEIGHT,
    LETTERHEAD_SHARES,
    MILLIMETRE,
    TABLE_GAP,
    padding_in_row,
    room_of,
)

_SAFETY = 12.0
"""Points to spare, as lines are counted by the widths of their letters alone."""

_LEAST = 0.25
"""The least share of a page's room that a picture is left; one lower than this would be of no use."""

_LAYOUT = "plain"
_CAPTION = "figure-caption"


def of(document: nodes.Document, style: Style) -> dict[str, float]:
    """Return the greatest height, in points, of each figure that shares its page with what is not to leave it, by its key.

    That is the one on a cover, and each that a heading or an introducing sentence stands over; others have `room_of`.
    """
    rooms: dict[str, float] = {}
    for section in document.sections:
        page = style.pages[section.page]
        for figure, others in _bound(section.blocks):
            rooms[figure.key] = _left([*others, figure], page, style)
    cover = _cover(document)
    if cover:
        page = style.pages[document.sections[0].page]
        rooms |= {block.key: _left(cover, page, style) for block in cover if isinstance(block, nodes.Drawn)}
    rooms.pop("", None)
    return rooms


def _cover(document: nodes.Document) -> tuple[nodes.Block, ...]:
    """Return the blocks of a document's cover; none where it has no cover, or not one figure on it."""
    if not (document.cover and document.sections):
        return ()
    blocks = tuple(takewhile(lambda block: not isinstance(block, nodes.PageBreak), document.sections[0].blocks))
    return blocks if sum(isinstance(block, nodes.Drawn) for block in blocks) == 1 else ()


def _bound(blocks: Sequence[nodes.Block]) -> Iterator[tuple[nodes.Drawn, list[nodes.Block]]]:
    """Yield each figure with the headings and sentences over it that stay on its page."""
    over: list[nodes.Block] = []
    for block in blocks:
        if isinstance(block, nodes.Heading) or (isinstance(block, nodes.Paragraph) and block.keep_next):
            over.append(block)
            continue
        if isinstance(block, nodes.Drawn) and over:
            yield block, over
        over = []


def _left(blocks: Sequence[nodes.Block], page: PageForm, style: Style) -> float:
    """Return what blocks leave of a page to the figure among them."""
    others = sum(_height(block, page.text_width, style) for block in blocks)
    return max(room_of(page) - others - _SAFETY, room_of(page) * _LEAST)


def _height(block: nodes.Block, width: float, style: Style) -> float:
    match block:
        case nodes.Paragraph() | nodes.Heading():
            return _paragraph(block, width, style)
        case nodes.Letterhead():
            return _letterhead(block, width, style)
        case nodes.Table():
            return _table(block, width, style)
        case nodes.Keep():
            return sum(_height(inner, width, style) for inner in block.blocks)
        case nodes.Figure() | nodes.Map() | nodes.Picture():
            # The first line of its caption is no part of `room_of`.
            words = wording.caption_number(block.number) + text(block.caption, lambda blank: wording.blank(blank.width))
            return _lines(words, _CAPTION, width, style) - style.roles[_CAPTION].line
        case nodes.PageBreak():
            return 0.0
        case nodes.ListBlock() | nodes.Clause() | nodes.LetterReference() | nodes.Signatures() | nodes.Copies():
            return 0.0  # stand on no cover
        case nodes.Cards() | nodes.Contents():
            return 0.0
        case _:  # pragma: no cover
            assert_never(block)


def _paragraph(block: nodes.Paragraph | nodes.Heading, width: float, style: Style, body: str = "body") -> float:
    role = f"heading-{block.level}" if isinstance(block, nodes.Heading) else wording.role_within(body, block)
    look = style.roles[role]
    return look.before + _lines(text(block.children, lambda blank: wording.blank(blank.width)), role, width, style) + look.after


def _lines(words: str, role: str, width: float, style: Style) -> float:
    """Return the height of the lines of a text."""
    look = style.roles[role]
    wide = faces.advance(words, style.stack(role).faces, look.size, look.bold)
    return look.line * max(1, ceil(wide / max(width, 1.0)))


def _letterhead(head: nodes.Letterhead, width: float, style: Style) -> float:
    padding = 2 * style.tables[_LAYOUT].padding
    right, middle, left = (width * share / sum(LETTERHEAD_SHARES) - padding for share in LETTERHEAD_SHARES)
    fields = [
        wording.field_label(each.label) + text(each.value, lambda blank: wording.blank(blank.width)) for each in head.fields
    ]
    heights = (
        _sum(head.organisation, "letterhead-organisation", right, style) + (EMBLEM_HEIGHT if head.emblem else 0.0),
        _sum(head.centre, "letterhead-centre", middle, style),
        _sum(fields, "letterhead-field", left, style),
    )
    return max(heights) + padding + TABLE_GAP


def _sum(lines: Iterable[str], role: str, width: float, style: Style) -> float:
    return sum(_lines(line, role, width, style) for line in lines)


def _table(table: nodes.Table, width: float, style: Style) -> float:
    look = style.tables[table.role]
    shares = [column.share for column in table.columns]
    whole = sum(shares) if all(shares) else len(shares)
    rows = (*table.head, *table.body, *table.foot)

    def cell(each: nodes.Cell, first: int) -> float:
        taken = sum(shares[first : first + each.colspan]) if all(shares) else each.colspan
        return _blocks(each.blocks, width * taken / whole - 2 * look.padding - look.rule, table, style)

    height = look.rule + TABLE_GAP
    for row, places in zip(rows, grid.of(rows).columns, strict=True):
        padding = padding_in_row(row.height, table.role, style) if row.height else look.padding
        inner = max((cell(each, first) for each, first in zip(row.cells, places, strict=True)), default=0.0)
        height += max(row.height * MILLIMETRE, inner + 2 * padding + look.rule)
    return height


def _blocks(blocks: Sequence[nodes.Block], width: float, table: nodes.Table, style: Style) -> float:
    role = style.tables[table.role].cell_role
    return sum(
        _paragraph(block, width, style, role) if isinstance(block, nodes.Paragraph) else _height(block, width, style)
        for block in blocks
    )
