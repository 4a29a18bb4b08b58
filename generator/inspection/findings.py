"""What an inspection finds in a built file: a code of `messages`, the part and the place in it, and the sentence's values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import Place, Problem
from generator.messages import problem
from generator.persian import to_persian


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a file.

    `part` is a part of a Word package (`word/header1.xml`) or a page of a PDF (`page 3`), empty for the whole file; `path` an
    XPath in that part, empty for the whole part; `values` what the sentence of the code names.
    """

    code: str
    part: str = ""
    path: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def told(self, file: Path) -> Problem:
        """The finding in Persian, at its file."""
        where = " ← ".join(name for name in (self.part, self.path) if name)
        values = {name: to_persian(value) if value.isdecimal() else value for name, value in self.values}
        return problem(self.code, Place(file), where=where, **values)


def finding(code: str, part: str = "", path: str = "", /, **values: object) -> Finding:
    """A finding whose values are printed as text."""
    return Finding(code, part, path, tuple((name, str(value)) for name, value in values.items()))
