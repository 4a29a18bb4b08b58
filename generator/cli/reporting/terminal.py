"""The abilities of a terminal, and printing to it.

Order. Terminals differ in who puts right-to-left text in order. Those that do it themselves, as far as they can be told by
their environment:

- VTE from 0.58 on (GNOME Terminal, Xfce, Tilix, …), `VTE_VERSION` ≥ 5800: terminal-wg.pages.freedesktop.org/bidi
- Konsole, `KONSOLE_VERSION`: bugs.kde.org 198169
- mlterm, `MLTERM`: its manual, option `--bidi`, on by default
- mintty, `TERM_PROGRAM=mintty`: github.com/mintty/mintty, issue 814 and wiki CtrlSeqs "bidirectional rendering"
- Terminal of macOS, `TERM_PROGRAM=Apple_Terminal`: github.com/warpdotdev/warp, issue 3589; raphamorim/rio, issue 1257
- Emacs, `INSIDE_EMACS`: its manual, "Bidirectional Editing"

Those that do not: xterm, Windows Terminal and the console of Windows (github.com/microsoft/terminal, issues 538, 17904, 20302),
VS Code and everything on xterm.js (issue 701 there), kitty (issue 1105), Alacritty (issue 663), foot, st, the Linux console.
PuTTY does, but cannot be told from xterm: `--terminal logical` is for that.

A variable outlives the terminal that set it (an xterm started from GNOME Terminal has both), so what names the innermost
terminal is asked first. Over ssh no variable may have come along: then the text is ordered here and the terminal is told
not to (ECMA-48 BDSM, `CSI 8 l`), which VTE and mintty obey and others ignore. In logical order these two are told the
direction of each line (ECMA-48 SCP, `CSI 2 SP k`), since by default they take every line for a left-to-right one.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from generator.build import windows
from generator.cli.reporting.layout import Direction, Line, LineType, logical, visual
from generator.cli.reporting.source import CLOSING, OPENING
from generator.persian import visible


class Order(StrEnum):
    """The order in which text is printed; `auto`: the terminal decides."""

    AUTO = "auto"
    LOGICAL = "logical"
    VISUAL = "visual"


_VTE_WITH_BIDI = 5800
_PROGRAMS_WITH_BIDI = frozenset({"Apple_Terminal", "mintty"})
_DIRECTED_PROGRAMS = frozenset({"mintty"})
_KINDS_WITHOUT_BIDI = ("linux", "alacritty", "xterm-kitty", "xterm-ghostty", "foot", "rxvt", "st-", "dumb")

_WIDEST = 100
"""Right-to-left rows flush with the edge of a very wide window would be far from their places."""

_COLOURS = {
    LineType.ERROR: "1;31",
    LineType.WARNING: "1;35",
    LineType.GAP: "1",
    LineType.PLACE: "1",
}
_MARK_COLOUR = "1;31"

_ENTRY = re.compile(r"( +[!-~](?:\S| (?! ))*(?: {2,}|$))(.*)")

_USUAL_KIND = "console" if sys.platform == "win32" else ""
_KEPT_FREE = 1 if sys.platform == "win32" else 0
"""Cells at the end of a row: the console of Windows begins the next one when the last cell is written, and then once more."""

_EXPLICIT, _IMPLICIT = "\x1b[8l", "\x1b[8h"
_PATHS = {Direction.LTR: "\x1b[1 k", Direction.RTL: "\x1b[2 k"}
_ERASE = "\x1b[2K"
_PATH_RESET = "\x1b[0 k"


def does_bidi(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal of this environment orders right-to-left text itself, as far as that can be known."""
    kind = environment.get("TERM", "")
    program = environment.get("TERM_PROGRAM", "")
    if "INSIDE_EMACS" in environment or kind == "mlterm" or "MLTERM" in environment:
        return True
    if kind.startswith(_KINDS_WITHOUT_BIDI):
        return False
    if program and program != "tmux":
        return program in _PROGRAMS_WITH_BIDI
    if "XTERM_VERSION" in environment:
        return False
    return _is_new_vte(environment) or "KONSOLE_VERSION" in environment


def _is_new_vte(environment: Mapping[str, str]) -> bool:
    version = environment.get("VTE_VERSION", "")
    return version.isdecimal() and int(version) >= _VTE_WITH_BIDI


@dataclass(frozen=True, slots=True)
class Screen:
    """A stream to print lines to, with the order, width and colours of the print.

    `width` is in cells, None when the text goes to a file or a pipe: then every sentence stays in one line. `directed`:
    the terminal obeys the control sequences about direction; `steered`: those about the cursor, so a row can be written over.
    On Windows the console says whether it obeys any; elsewhere TERM says it.
    """

    stream: TextIO
    order: Order
    width: int | None
    colours: bool = False
    directed: bool = False
    steered: bool = False

    @classmethod
    def of(cls, stream: TextIO, order: Order = Order.AUTO, environment: Mapping[str, str] = os.environ) -> Screen:
        """Make the screen of a stream; logical order without colours when it is no terminal."""
        seen = stream.isatty()
        if order is Order.AUTO:
            order = Order.LOGICAL if not seen or does_bidi(environment) else Order.VISUAL
        width = min(_columns(stream, environment), _WIDEST) if seen or order is Order.VISUAL else None
        steered = seen and environment.get("TERM", _USUAL_KIND) not in ("", "dumb") and windows.obeys_sequences(stream)
        directed = steered and (
            order is Order.VISUAL or _is_new_vte(environment) or environment.get("TERM_PROGRAM") in _DIRECTED_PROGRAMS
        )
        return cls(stream, order, width, steered and not environment.get("NO_COLOR"), directed, steered)

    def show(self, lines: Iterable[Line]) -> None:
        """Print the lines; control characters in them are shown, not obeyed."""
        for line in lines:
            clean = Line(visible(line.text), visible(line.head), line.direction, line.type, line.indent)
            for row in self._rows(clean):
                self.stream.write(row + "\n")
        self.stream.flush()

    def say(self, text: str) -> None:
        """Print Persian text, line by line."""
        self.show(Line(line) for line in text.split("\n"))

    def write_over(self, line: Line | None) -> None:
        """Write one row in the place of the row that was written so before; None takes it away."""
        row = next(iter(self._rows(line)), "") if line else ""
        self.stream.write(f"\r{_ERASE}{row}")
        self.stream.flush()

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        """Print names with their Persian titles, in a file or a pipe with a tab between them."""
        if self.width is None:
            self.stream.writelines(f"{name}\t{title}\n" if title else f"{name}\n" for name, title in rows)
            return
        longest = max((len(name) for name, _ in rows), default=0)
        self.show(Line(title, f"{name:{longest}}  " if title else name) for name, title in rows)

    def manual(self, text: str) -> None:
        """Print the manual, whose lines may be a command or an option, two blanks or more, and what it does."""
        if self.order is not Order.VISUAL:
            self.stream.write(text)
            return
        for line in text.rstrip("\n").split("\n"):
            found = _ENTRY.fullmatch(line)
            self.show([Line(found[2], found[1]) if found else Line(line.strip())])

    def _rows(self, line: Line) -> Iterable[str]:
        rows = visual(line, self.width or _WIDEST) if self.order is Order.VISUAL else logical(line, self.width)
        for row in rows:
            before, after = self._controls(row.direction)
            yield f"{before}{self._coloured(row.text, line.type)}{after}"

    def _controls(self, direction: Direction) -> tuple[str, str]:
        if not self.directed:
            return "", ""
        if self.order is Order.VISUAL:
            return _EXPLICIT, _IMPLICIT
        return _PATHS[direction], _PATH_RESET

    def _coloured(self, row: str, line_type: LineType) -> str:
        if not self.colours:
            return row
        if line_type is LineType.SOURCE:
            for mark in (OPENING, CLOSING):
                row = row.replace(mark, f"\x1b[{_MARK_COLOUR}m{mark}\x1b[0m")
            return row
        return f"\x1b[{_COLOURS[line_type]}m{row}\x1b[0m" if line_type in _COLOURS and row else row


def _columns(stream: TextIO, environment: Mapping[str, str]) -> int:
    given = environment.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return (os.get_terminal_size(stream.fileno()).columns or 80) - _KEPT_FREE
    except (OSError, ValueError):
        return shutil.get_terminal_size().columns
