"""Tables of the tree as Typst: captions, repeated heads, rows that stay together, tones and alignments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.tree.walk import every
from generator.writing import wording
from generator.writing.pagination import lines_of_rows, repeats_head, tied_rows
from generator.writing.typst.cells import Cells, Written, shares
from generator.writing.typst.literals import array, joined, points, truth

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting


def write_table(table: nodes.Table, blocks: Blocks, setting: Setting) -> str:
    """Write a table with its caption before it; the key names both together."""
    if not _count(table):
        return blocks.anchor(table.key, setting)
    look = blocks.style.tables[table.role]
    label = blocks.labels.take(table.key) if setting.anchored else ""
    caption = _caption(table, blocks, setting)
    lines = lines_of_rows(table)
    tied = tied_rows(table, lines)
    whole = table.keep or len(tied) == _count(table) - 1 > 0
    mark = blocks.guards.mark(table.place) if whole else ""
    # A table that is kept whole, or was and is higher than its page, has no rows to be held together.
    cells = Cells(table, blocks, setting, lines)
    rows = _rows(table, cells, frozenset() if whole else tied)
    columns = array(f"{share}fr" for share in shares(table.columns))
    # What stands in a repeated head has its labels once, before the table.
    anchors = "".join(blocks.anchor(key, setting) + "; " for key in blocks.labels.left(table.head))
    written = f"grid-of({cells.dress}, {columns}, {points(look.rule)}, {points(look.padding + look.rule / 2)}, (\n"
    written += ",\n".join(rows) + ",\n))"
    if caption:
        written = f"{{{anchors}{written}}}" if anchors else written
        written = f"[#figure(kind: table, caption: {caption}, {written}){label}]"
    else:
        anchors += f"[#metadata(none){label}]; " if label else ""
        written = f"bare-table({{{anchors}{written}}})"
    return blocks.kept(mark, written, [table], setting) if mark else written


def _count(table: nodes.Table) -> int:
    return len(table.head) + len(table.body) + len(table.foot)


def _caption(table: nodes.Table, blocks: Blocks, setting: Setting) -> str:
    if not (table.caption or table.number):
        return ""
    around = blocks.around("caption", setting, table.place)
    number = blocks.inlines.text(wording.caption_number(table.number), around)
    text = blocks.inlines.write(table.caption, around)
    return blocks.paragraph("caption", joined([number, text]))


def _rows(table: nodes.Table, cells: Cells, tied: frozenset[int]) -> list[str]:
    """Write the rows: a head, the first row with the next one, those between with their titles, and the last ones together.

    Typst keeps rows together only as heads and feet: a head never parts from the row after it, a foot never parts. The
    structure of the finished file has them where the tree has them.
    """
    repeats = repeats_head(table)
    has_notes = any(isinstance(node, nodes.Footnote) for row in table.head for node in every(row))
    head = cells.group(table.head, head=True, repeated=repeats and not has_notes, splits=not repeats)
    rows = [*cells.group(table.body), *cells.group(table.foot)]
    written = []
    if head and repeats:
        written.append(_group("header", f"repeat: {truth(not has_notes)}", head))
    else:
        written += [row.text for row in head]
    first = _first_tied(rows, tied, len(head))
    last = _last_tied(rows, tied, len(head), first)
    titles = {at for at in range(first, last) if len(head) + at in tied and at + 1 < last and _is_apart(rows, at, at + 1)}
    starting = [rows[:first], *([row] if at in titles else row.text for at, row in enumerate(rows[first:last], first))]
    for each in starting:
        if each:
            written.append(each if isinstance(each, str) else _group("header", "repeat: false, level: 2", each))
    if rows[last:]:
        written.append(_group("footer", "repeat: false", rows[last:]))
    return written


def _group(kind: str, about: str, rows: Sequence[Written]) -> str:
    return f"table.{kind}({about},\n" + ",\n".join(row.text for row in rows) + ")"


def _first_tied(rows: Sequence[Written], tied: frozenset[int], head: int) -> int:
    """Return how many rows below the head stay on the page of the next one."""
    count = 0
    while count < len(rows) and head + count in tied:
        count += 1
    return count if count < len(rows) and _is_apart(rows, 0, count) else 0


def _last_tied(rows: Sequence[Written], tied: frozenset[int], head: int, first: int) -> int:
    """Return the row at which the last ones begin that stay together; the number of rows if none do."""
    start = len(rows) - 1
    while start > first and head + start - 1 in tied:
        start -= 1
    return start if start < len(rows) - 1 and _is_apart(rows, start, len(rows)) else len(rows)


def _is_apart(rows: Sequence[Written], start: int, end: int) -> bool:
    """Whether a range of rows can be a group: no cell reaches into it or out of it, and no page may end in a row."""
    reach = max((number + row.span for number, row in enumerate(rows[:start])), default=0)
    inside = max((number + row.span for number, row in enumerate(rows[start:end], start)), default=0)
    return reach <= start and inside <= end and not any(row.split for row in rows[start:end])
