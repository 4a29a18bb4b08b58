"""The marks at the start of annexes, from which their pages are counted."""

from __future__ import annotations

from generator.style.style import Style
from generator.tree import annexes
from generator.tree.annexes import Part
from generator.tree.nodes import ContentsEntry, Document
from generator.writing.typst.literals import array

NONE = "none"


def ending(part: Part) -> str:
    """Return what ends the names of what belongs to an annex."""
    return f"-{part.first}" if part.label else ""


class Marks:
    """The parts of a document that count their pages for themselves, and the calls of the prelude that count them."""

    def __init__(self, document: Document, style: Style) -> None:
        self.parts = annexes.parts(document)
        forms = [style.pages[document.sections[part.first].page] for part in self.parts[1:]]
        self._sides = [2 if form.duplex else 1 for form in forms]
        self._keys = {part.key: part for part in self.parts[1:]}
        self._labels = {part.label: part for part in self.parts[1:]}

    def part_of(self, section: int) -> Part:
        """Return the part of a section."""
        return next(part for part in reversed(self.parts) if part.first <= section)

    def put(self, part: Part) -> str:
        """Write the mark at the start of an annex."""
        return f"\n[#metadata(none){_mark(part)}]" if part.label else ""

    def page(self, part: Part) -> str:
        """Write the number of the page."""
        return f"page-from({_mark(part)})" if part.label else "page-number()"

    def pages(self, part: Part) -> str:
        """Write the number of pages of a part."""
        if part.label:
            return f"pages-from({_mark(part)}, {self._next(part)})"
        return f"pages-before({_mark(self.parts[1])})" if len(self.parts) > 1 else "page-count()"

    def sheets(self) -> str:
        """Write the number of sheets of all annexes; nothing without any."""
        if not self._sides:
            return ""
        counted = zip(self.parts[1:], self._sides, strict=True)
        return f"annex-sheets({array(array((_mark(part), self._next(part), str(sides))) for part, sides in counted)})"

    def of_entry(self, entry: ContentsEntry) -> str:
        """Return the mark of the annex that a line of a table of contents leads to."""
        part = self._labels.get(entry.annex) or self._keys.get(entry.target)
        return _mark(part) if part else NONE

    def _next(self, part: Part) -> str:
        following = self.parts[self.parts.index(part) + 1 :]
        return _mark(following[0]) if following else NONE


def _mark(part: Part) -> str:
    return f"<annex-{part.first}>"
