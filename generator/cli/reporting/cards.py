"""Problems for people, as lines: a card each (a gap one line), under a heading for each severity; for programs, as rows.

A card begins `path:line:column:` in every case, so that an editor can jump there. On a terminal the sentence has lines of
its own: in a line that begins with a Latin path many terminals set right-to-left text in a left-to-right frame, which
tears a sentence with Latin words apart. In a file or a pipe it follows the place, so that programs read both in one line.

The gravest come last, nearest to where the eye is when the command ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.cli.reporting.excess import bounded
from generator.cli.reporting.layout import Direction, Line, LineType
from generator.cli.reporting.source import Excerpt, excerpts
from generator.cli.reporting.terminal import Screen
from generator.persian import numeral
from generator.problems.errors import SEVERITY_NAMES, Place, Problem, Severity
from generator.problems.limits import LIMITS, RunLimits

HEADINGS = {
    Severity.GAP: "کمبودها؛ آنچه هنوز معلوم نیست",
    Severity.WARNING: "هشدارها",
    Severity.ERROR: "خطاها",
}
"""The severities in the order of the cards, with their headings."""

LINE_TYPES = {Severity.GAP: LineType.GAP, Severity.WARNING: LineType.WARNING, Severity.ERROR: LineType.ERROR}

ARROW = " ← "

_INDENT = 4
_AFTER_QUESTION = re.compile(r"(?<=بود؟) ")


def show(problems: Sequence[Problem], screen: Screen, *, limits: RunLimits = LIMITS) -> None:
    """Print problems as cards; of very many the first ones and how many remain."""
    screen.show(cards(bounded(problems, limits), joined=screen.width is None))


def cards(problems: Sequence[Problem], *, joined: bool) -> Iterator[Line]:
    """Yield the lines of a whole run; `joined` keeps place and sentence in one line, for files and pipes.

    Problems without a place (of the command line, of the machine) need no headings: they are few and of one kind.
    """
    excerpt = excerpts()
    headed = any(found.place for found in problems)
    for severity, heading in HEADINGS.items():
        files = by_file(found for found in problems if found.severity is severity)
        if files and headed:
            count = numeral(sum(map(len, files)))
            yield Line(f"{heading} ({count})", type=LINE_TYPES[severity])
            yield Line()
        for group in files:
            if severity is Severity.GAP:
                yield from (_short(found, joined=joined) for found in group)
                yield Line()
                continue
            for found in group:
                yield from _card(found, excerpt(found), joined=joined)
                yield Line()


def by_file(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Group problems by file, files in the order met, problems by line and column."""
    files: dict[str, list[Problem]] = {}
    for found in problems:
        files.setdefault(str(found.place.file) if found.place else "", []).append(found)
    return [sorted(group, key=lambda found: _point(found.place)) for group in files.values()]


def counted(problems: Sequence[Problem]) -> str:
    """Count the problems of each severity in words: «۲ خطا و ۱ هشدار»."""
    counts = {severity: sum(found.severity is severity for found in problems) for severity in Severity}
    parts = [f"{numeral(count)} {SEVERITY_NAMES[severity]}" for severity, count in counts.items() if count]
    return " و ".join(parts) if parts else "مشکلی دیده نشد"


def hints(hint: str) -> list[str]:
    """Split a hint into its lines: «منظورتان … بود؟», and what is allowed."""
    return [part for part in _AFTER_QUESTION.split(hint, 1) if part]


def as_rows(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Return the problems for programs; `file`, `line` and `column` are null where there is no place."""
    return [_row(found) for found in problems]


def _row(found: Problem) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "file": str(found.place.file) if found.place else None,
        "line": found.place.line if found.place else None,
        "column": found.place.column if found.place else None,
        "where": found.where,
        "message": found.message,
        "hint": found.hint,
    }


def _point(place: Place | None) -> tuple[int, int]:
    return (place.line, place.column) if place else (0, 0)


def _head(place: Place | None) -> str:
    return f"{place}: " if place else ""


def _short(found: Problem, *, joined: bool) -> Line:
    """Write a gap as its field, in a file or a pipe with the whole sentence."""
    around, _, field = found.where.rpartition(ARROW)
    if field and not joined:
        return Line(found.where, _head(found.place))
    text = f"{around}: {found.message}" if around else found.message
    return Line(f"{SEVERITY_NAMES[found.severity]}: {text}", _head(found.place))


def _card(found: Problem, excerpt: Excerpt | None, *, joined: bool) -> Iterator[Line]:
    name, code = SEVERITY_NAMES[found.severity], f"[{found.code}]"
    field = found.where.rpartition(ARROW)[2]
    if joined or not found.place:
        yield Line(f"{name}: {found.message} {code}", _head(found.place), type=LineType.PLACE)
    else:
        # An id beside the code would be two Latin words, whose order a frame of unknown direction decides.
        text = f"{name}: {field} {code}" if field and not field.isascii() else f"{name}: {code}"
        yield Line(text, _head(found.place), type=LineType.PLACE)
    if found.where and (joined or field != found.where):
        yield Line(found.where, indent=_INDENT)
    if excerpt:
        yield Line(excerpt.text(), "│ ", Direction.LTR, LineType.SOURCE, _INDENT)
    if found.place and not joined:
        yield Line(found.message, indent=_INDENT)
    for part in hints(found.hint):
        yield Line(part, indent=_INDENT)
