"""The text of a help: how a command is written, what it does, and sections of two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.cli.reporting.layout import cells

Rows = Sequence[tuple[str, str]]
"""The rows of a section: a command or an option, and what it does."""

_WIDEST = 44
"""A first column wider than this would push what is said far to the side."""


def text(usage: str, said: str, sections: Iterable[tuple[str, Rows]], closing: str) -> str:
    """Return the whole help; a section without rows is left out."""
    lines = [usage, "", *said.splitlines()]
    for heading, rows in sections:
        lines += ["", heading, *_aligned(rows)] if rows else []
    lines += ["", *closing.splitlines()] if closing else []
    return "\n".join(lines) + "\n"


def _aligned(rows: Rows) -> Iterator[str]:
    """Yield the rows with their second column aligned; after a very wide first one it is two blanks away."""
    widths = [cells(head) for head, _ in rows]
    column = max((width for width in widths if width <= _WIDEST), default=0)
    for (head, said), width in zip(rows, widths, strict=True):
        yield f"  {head}{' ' * (max(column - width, 0) + 2)}{said}".rstrip()
