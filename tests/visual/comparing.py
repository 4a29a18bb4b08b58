"""Pages against their golden fingerprints: which differ, and how those of now take their place.

The golden file of a document has a line for each page of each format: `docx 12 331x468 …`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tests.visual import GOLDEN, Format, formats
from tests.visual.drawing import pages, small
from tests.visual.fingerprints import Fingerprint


@dataclass(frozen=True, slots=True)
class Compared:
    """One document in one format: numbers of the pages that differ, have no golden, or are no more; and how many there are."""

    document: str
    format: Format
    count: int
    changed: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """All pages that are not as they were."""
        return (*self.changed, *self.added, *self.gone)

    @property
    def same(self) -> bool:
        """Whether every page is as it was."""
        return not self.numbers

    def told(self) -> str:
        """What differs, in one line."""
        parts = [
            f"{what} {_ranges(numbers)}"
            for what, numbers in (("changed", self.changed), ("new", self.added), ("gone", self.gone))
            if numbers
        ]
        return f"{self.document}.{self.format}, {self.count} pages: {'; '.join(parts) or 'as they were'}"


def file_of(document: str) -> Path:
    """The golden file of a document."""
    return GOLDEN / f"{document}.txt"


def golden(document: str, suffix: Format) -> list[Fingerprint]:
    """The golden fingerprints of a document's pages; none of a document that was never approved."""
    if not file_of(document).exists():
        return []
    lines = (line.split(maxsplit=2) for line in file_of(document).read_text(encoding="ascii").splitlines())
    return [Fingerprint.read(text) for of, _, text in lines if of == suffix]


def fingerprints(pdf: Path) -> list[Fingerprint]:
    """The fingerprint of every page of a PDF."""
    return [Fingerprint.of(small(page)) for page in pages(pdf)]


def compare(document: str, suffix: Format, now: Sequence[Fingerprint]) -> Compared:
    """Compare the pages of a document with the golden ones."""
    known = golden(document, suffix)
    both = min(len(known), len(now))
    changed = tuple(number for number in range(1, both + 1) if not known[number - 1].like(now[number - 1]))
    added, gone = (tuple(range(both + 1, len(all_of) + 1)) for all_of in (now, known))
    return Compared(document, suffix, len(now), changed, added, gone)


def approve(document: str, suffix: Format, now: Sequence[Fingerprint]) -> None:
    """Put the pages of now in place of the golden ones from which they differ; the lines of others keep every byte."""
    kept = {of: golden(document, of) for of in formats(document)}
    like = zip(kept[suffix], now, strict=False)
    same = {number for number, (old, new) in enumerate(like) if old.like(new)}
    kept[suffix] = [kept[suffix][number] if number in same else page for number, page in enumerate(now)]
    lines = [f"{of} {number} {page}\n" for of in kept for number, page in enumerate(kept[of], 1)]
    file_of(document).parent.mkdir(parents=True, exist_ok=True)
    file_of(document).write_text("".join(lines), encoding="ascii")


def _ranges(numbers: tuple[int, ...]) -> str:
    """1, 2, 3, 7 as «1-3, 7»."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
