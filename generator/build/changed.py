"""The table of changes with which a new version of a final ends."""

from __future__ import annotations

from collections.abc import Sequence

from generator.build.changes import Change
from generator.build.intended import Since
from generator.persian import numeral, to_persian
from generator.tree.nodes import Block, Cell, Column, Paragraph, Row, Table, Text

KEY = "registration-changes"
"""The key of the table."""
_HEAD = ("ردیف", "موضوع", "نسخهٔ پیشین", "این نسخه")
_SHARES = (80, 380, 270, 270)
_MOST = 60
"""Rows on paper; of more the first ones and how many more there are."""


def blocks(since: Since) -> tuple[Block, ...]:
    """Return the table, or the sentence that nothing in the records is another."""
    last = f"نسخهٔ {numeral(since.version)} (شمارهٔ {to_persian(since.number)}، {since.date})"
    if not since.changes:
        said = f"داده‌های این سند همان داده‌های {last} است؛ متن آن از نو نوشته شده است."
        return (Paragraph((Text(said),), role="source-note", key=KEY),)
    shown = since.changes[:_MOST]
    table = Table(
        columns=tuple(Column(share) for share in _SHARES),
        head=(Row(tuple(_cell(title, header=True) for title in _HEAD)),),
        body=tuple(_row(at, change) for at, change in enumerate(shown, 1)),
        caption=(Text(f"تغییرها نسبت به {last}"),),
        key=KEY,
    )
    more = len(since.changes) - len(shown)
    note = Paragraph((Text(f"{numeral(more)} تغییر دیگر با «sanad diff» دیده می‌شود."),), role="source-note", key=f"{KEY}-more")
    return (table, note) if more else (table,)


def _row(at: int, change: Change) -> Row:
    subject = "، ".join(filter(None, (change.record, change.what)))
    texts: Sequence[str] = (numeral(at), subject, change.before, change.after)
    return Row(tuple(map(_cell, texts)), key=f"{KEY}/{at}")


def _cell(text: str, *, header: bool = False) -> Cell:
    return Cell((Paragraph((Text(text),)),), header=header)
