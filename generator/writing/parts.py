"""The pages of the parts of a laid out document, each counted from one: of the document itself, and of each annex."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.style.style import Style
from generator.tree import annexes
from generator.tree.nodes import Document


@dataclass(frozen=True, slots=True)
class Counts:
    """The page, of all pages, on which each part begins, and how many pages all have."""

    starts: tuple[int, ...]
    pages: int

    def of(self, part: int) -> int:
        """Return how many pages a part has."""
        return max(1, (*self.starts[1:], self.pages + 1)[part] - self.starts[part])

    def within(self, page: int) -> int:
        """Return the number that a page has in its part."""
        return page - max((start for start in self.starts if start <= page), default=1) + 1


def counts(document: Document, pages: Mapping[str, int], page_count: int) -> Counts:
    """Return where the parts begin, as the page of each key tells it; one page each where it is not known."""
    parts = annexes.parts(document)
    starts = tuple(pages.get(part.key, number) if part.key else 1 for number, part in enumerate(parts, 1))
    return Counts(starts, max(page_count, *starts))


def sheets(document: Document, style: Style, found: Counts) -> int:
    """Return on how many sheets the annexes are printed: half as many as pages where their form is printed on both sides."""
    total = 0
    for number, part in enumerate(annexes.parts(document)):
        if part.label:
            duplex = style.pages[document.sections[part.first].page].duplex
            total += -(-found.of(number) // (2 if duplex else 1))
    return total
