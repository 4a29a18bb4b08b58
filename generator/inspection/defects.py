"""A defect of a built file: a code of `messages`, the part and the place in it, and the sentence's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.persian import to_persian
from generator.problems.errors import Place, Problem, Severity
from generator.problems.messages import SENTENCES, problem

_LONGEST = 120
"""Characters of a value: a name in a file may be as long as its writer likes."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of a file.

    `part` is a part of a Word package (`word/header1.xml`) or a page of a PDF (`page 3`), empty for the whole file; `path` an
    XPath in that part, empty for the whole part; `values` what the sentence of the code names.
    """

    code: str
    part: str = ""
    path: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def problem(self, file: Path) -> Problem:
        """Return the defect in Persian, at its file."""
        where = " ← ".join(name for name in (self.part, self.path) if name)
        values = {name: to_persian(value) if value.isdecimal() else value for name, value in self.values}
        return problem(self.code, Place(file), where=where, **values)


def defect(code: str, part: str = "", path: str = "", /, **values: object) -> Defect:
    """Make a defect whose values are printed as text."""
    texts = ((name, shortened(str(value), _LONGEST)) for name, value in values.items())
    return Defect(code, shortened(part, _LONGEST), path, tuple(texts))


def first(found: Iterable[Defect], most: int) -> list[Defect]:
    """Return the first defects and the number of the others: of errors, then of warnings."""
    kept: list[Defect] = []
    more: Counter[Severity] = Counter()
    for each in found:
        if len(kept) < most:
            kept.append(each)
        else:
            more[SENTENCES[each.code].severity] += 1
    rest = {"file-more-errors": more[Severity.ERROR], "file-more-warnings": more[Severity.WARNING]}
    return [*kept, *(defect(code, count=count) for code, count in rest.items() if count)]


def shortened(text: str, most: int = 40) -> str:
    """Cut a text to a length by which it can still be found."""
    return text if len(text) <= most else text[: most - 1] + "…"
