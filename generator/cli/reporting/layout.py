"""Lines of mixed direction as text for a terminal, in logical or in visual order.

A terminal that reorders is given the text as it is written. One that does not is given each line as it must look from
left to right: wrapped first, then its letters joined (arabic-reshaper), then reordered (python-bidi), since joining and
order depend on where a line ends.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from generator.cli.reporting.source import CLOSING, OPENING
from generator.persian.direction import LRM, RLM


class Direction(StrEnum):
    """The direction in which text is read."""

    LTR = "L"
    RTL = "R"


class LineType(StrEnum):
    """The type of a line, which decides its colour."""

    ERROR = "error"
    GAP = "gap"
    WARNING = "warning"
    PLACE = "place"
    SOURCE = "source"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a left-to-right head (a place, a command), then text in its own direction; `indent` in cells."""

    text: str = ""
    head: str = ""
    direction: Direction = Direction.RTL
    type: LineType = LineType.TEXT
    indent: int = 0


_INVISIBLE = re.compile("[\u200b-\u200f]")
_MARKS_BEFORE_LETTER = re.compile(r"([\u064b-\u065f\u0670]+)([^\u064b-\u065f\u0670])")
_LATIN = re.compile(r"(?<![\w./+-])[-./0-9]+[A-Za-z][A-Za-z0-9_./:-]*", re.ASCII)
_MARKED = re.compile(f"{OPENING}([^{CLOSING}]*){CLOSING}")


@dataclass(frozen=True, slots=True)
class TerminalRow:
    """A row of the terminal and its direction."""

    text: str
    direction: Direction = Direction.LTR


def logical(line: Line, width: int | None) -> Iterator[TerminalRow]:
    """Yield a line in the order of writing, for a terminal of `width` cells that reorders, or (None) whole for a file.

    Such a terminal takes the direction of a row from its first letter. So a row of Persian that begins with a Latin word
    gets a right-to-left mark, and a sentence that a Latin word interrupts is not in the row of a head.
    """
    if width is None:
        yield TerminalRow(" " * line.indent + line.head + line.text)
        return
    for head, text in _rows(line, width, together=_turns(line.text) < 2):
        direction = Direction.LTR if head else line.direction
        mark = RLM if direction is Direction.RTL and _first(text) == "L" else ""
        yield TerminalRow(f"{' ' * line.indent}{head}{mark}{_with_marks(text)}", direction)


def visual(line: Line, width: int) -> Iterator[TerminalRow]:
    """Yield a line as it must look from left to right, in rows of `width` cells; right-to-left rows are set flush right."""
    for head, text in _rows(line, width, together=True):
        ordered = _ordered(text, line.direction)
        if head or line.direction is Direction.LTR:
            yield TerminalRow(" " * line.indent + _ordered(head, Direction.LTR) + ordered)
        else:
            yield TerminalRow(" " * (width - line.indent - cells(ordered)) + ordered)


def _rows(line: Line, width: int, *, together: bool) -> Iterator[tuple[str, str]]:
    """Yield head and text of each row; left-to-right text (a path, a line of a file) is never broken."""
    room = width - line.indent
    if line.direction is Direction.LTR or not line.text or (together and line.head and cells(line.head + line.text) <= room):
        yield line.head, line.text
        return
    if line.head:
        yield line.head.rstrip(), ""
    for row in textwrap.wrap(line.text, room, break_on_hyphens=False):
        yield "", row


def _turns(text: str) -> int:
    """Count how often the direction of the letters changes along a text."""
    strong = [found for found in map(_strong, text) if found]
    return sum(one != other for one, other in pairwise(strong))


def _first(text: str) -> str:
    return next((found for found in map(_strong, text) if found), "")


def _strong(character: str) -> str:
    """Return `L` or `R` for a letter, nothing for a character without a direction of its own."""
    found = unicodedata.bidirectional(character)
    return "R" if found == "AL" else found if found in ("L", "R") else ""


def cells(text: str) -> int:
    """Count the cells of a terminal that a text takes."""
    return sum(_cells(character) for character in text)


@cache
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _ordered(text: str, direction: Direction) -> str:
    from bidi.algorithm import get_display

    shown = get_display(_reshaper().reshape(_with_marks(text)), base_dir=direction.value)
    # A half-space has done its work once the letters are joined; a terminal might draw it.
    return _INVISIBLE.sub("", _MARKS_BEFORE_LETTER.sub(r"\2\1", shown))


def _with_marks(text: str) -> str:
    """Put direction marks around Latin words such as `1404-h1` and `--json`, and around a Persian value in brackets."""
    text = _LATIN.sub(lambda found: f"{LRM}{found[0]}{LRM}", text)
    return _MARKED.sub(lambda found: f"{OPENING}{RLM}{found[1]}{RLM}{CLOSING}" if _first(found[1]) == "R" else found[0], text)


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # Vowel signs and the hamza of «محلهٔ» stay; of the ligatures only لا, which faces for terminals have.
    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
