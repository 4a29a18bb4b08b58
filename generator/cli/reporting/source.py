"""The source line of a problem, with the wrong part in brackets.

A row of carets under the line is of no use here: in text of both directions the column of a character in the file is not
its column on the screen, and a terminal may or may not reorder. So the part is bracketed in its line, `⟦…⟧`: the
brackets travel with it however the line is set, mirror with its direction, are in every face that has Persian letters
for terminals (DejaVu Sans Mono), and occur neither in YAML nor in the data, as «…» and […] do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.persian import visible
from generator.problems.errors import Place, Problem
from generator.reading import plainfiles

OPENING, CLOSING = "⟦", "⟧"

# What is pointed at is the nearest thing that exists; marking it would say that it is wrong itself.
_ABSENCES = frozenset(
    {
        "missing-key",
        "missing-keys",
        "record-needed",
        "actions-not-evaluated",
        "committee-incomplete",
        "approval-absent",
        "fact-absent",
    }
)

# With marks, frame and indent a line of 80 cells, since a row that is ordered here must not be broken by the terminal.
_MOST = 70
_MOST_BYTES = 2**20
_MOST_BEFORE = 26
_WORD = re.compile(r"[\w/.@+\-\u200c\u0654٬٫٪%]+")
_KEY = re.compile(r"[^\s:#\[\]{},]+(?=:(?:\s|$))")
_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line in three parts, of which `marked` is wrong; empty when only the line is to be shown."""

    before: str
    marked: str
    after: str

    def text(self) -> str:
        """Return the line with its brackets."""
        marked = f"{OPENING}{self.marked}{CLOSING}" if self.marked else ""
        return f"{self.before}{marked}{self.after}"


def excerpts() -> Callable[[Problem], Excerpt | None]:
    """Make a function from a problem to its excerpt that reads each file once; None when there is no line to show."""

    @cache
    def lines(file: Path) -> list[str]:
        try:
            text = plainfiles.read(file, _MOST_BYTES).decode("utf-8-sig", errors="replace")
        except OSError:
            return []
        # A built file that an inspection speaks of has no lines to show.
        return [] if "\0" in text else text.split("\n")

    def excerpt(found: Problem) -> Excerpt | None:
        place = found.place
        if place is None or not 1 <= place.line <= len(lines(place.file)):
            return None
        return _cut(lines(place.file)[place.line - 1].rstrip("\r"), place, marks=found.code not in _ABSENCES)

    return excerpt


def _cut(line: str, place: Place, *, marks: bool) -> Excerpt | None:
    start = place.column - 1
    is_data = place.file.suffix == ".yaml"
    whole_file = is_data and place.column == 1 and line.startswith("#")
    if not line.strip() or whole_file or start > len(line):
        return None
    # Of a template only the line is known: its first column stands for all of it.
    marks = marks and (is_data or place.column > 1)
    end = start + _length(line[start:], is_data=is_data)
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:].rstrip()
    if not marks:
        return Excerpt("", "", visible(_shortened(line.strip(), _MOST)))
    if len(before) > _MOST_BEFORE:
        before = "…" + before[1 - _MOST_BEFORE :]
    marked = _shortened(marked, _MOST - len(before))
    after = _shortened(after, max(_MOST - len(before) - len(marked), 1))
    return Excerpt(visible(before), visible(marked), visible(after))


def _length(rest: str, *, is_data: bool) -> int:
    """Count the characters that are wrong from the place on: a key, a value, a word, or one character."""
    if not rest.strip():
        return len(rest)
    first = rest[0]
    if first in "\"'" and is_data:
        closing = rest.find(first, 1)
        return closing + 1 if closing > 0 else len(rest.rstrip())
    if first == "#" and is_data:
        return len(rest.rstrip())
    if first in "*&!%<":
        run = _RUN.match(rest)
        return run.end() if run else 1
    word = _WORD.match(rest)
    if word is None:
        return 1
    if not is_data:
        return word.end()
    key = _KEY.match(rest)
    return key.end() if key else _value_length(rest)


def _value_length(rest: str) -> int:
    """Count the characters of a plain value: to a comment, the next entry of a list in brackets, or the end of the line."""
    comment = re.search(r"\s+#", rest)
    end = comment.start() if comment else len(rest.rstrip())
    closing = re.search(r"\s*(?:,\s|[\]}])", rest[:end])
    return closing.start() if closing else end


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
