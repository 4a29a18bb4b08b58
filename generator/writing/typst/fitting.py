"""Finds what lies outside the text of its page, which Typst lets happen without a word.

A kept thing that is higher than its page is let loose, and the document compiled again. What cannot be mended so is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems.errors import DataError, Place
from generator.problems.messages import problem
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.tree.walk import walk
from generator.writing.pdf.margins import margins
from generator.writing.typst.guards import LABEL
from generator.writing.typst.source import Source
from generator.writing.typst.tagging.pages import Pages

if TYPE_CHECKING:
    from generator.writing.typst.compiling import Compilation

_SLACK = 1.0
"""Points by which the sums of lengths, and letters that reach out of their place, may be off."""

_POINTS = 72 / 25.4
_N = rb"(-?[\d.]+)"
# What is text or picture of the document, as its structure has it: its place is where it begins to be drawn.
_DRAWN = re.compile(
    rb"/MCID \d+[^\n]*\nq (?:1 0 0 -1 %b %b cm|%b %b m %b %b l %b %b l)" % ((_N,) * 8),
)


@dataclass(frozen=True, slots=True)
class Outside:
    """A page, from 1, with something outside its text: how far from the upper edge, and whether under it or beside it."""

    page: int
    depth: float
    below: bool


def outside(pages: Pages, starts: Sequence[int], document: Document, style: Style) -> list[Outside]:
    """Find what lies outside the text of its page, one thing for each page; `starts` are the first pages of the sections."""
    forms = {section.page: style.pages[section.page] for section in document.sections}
    rooms = {name: margins(form, style, document) for name, form in forms.items()}
    found: list[Outside] = []
    section = 0
    for number, content in enumerate(pages.contents.values(), 1):
        while section + 1 < len(starts) and starts[section + 1] <= number:
            section += 1
        form, room = forms[document.sections[section].page], rooms[document.sections[section].page]
        bottom, side = room.bottom * _POINTS - _SLACK, min(form.left, form.right) * _POINTS - _SLACK
        height, right = form.height * _POINTS, form.width * _POINTS - side
        places = list(_places(content))
        low = min((y for _, y in places), default=bottom)
        if low < bottom:
            found.append(Outside(number, height - low, below=True))
        elif beside := [y for x, y in places if not side <= x <= right]:
            found.append(Outside(number, height - beside[0], below=False))
    return found


def _places(content: bytes) -> Iterator[tuple[float, float]]:
    for found in _DRAWN.finditer(content):
        numbers = [float(number) for number in found.groups() if number is not None]
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def too_high(found: Collection[Outside], compilation: Compilation) -> frozenset[str]:
    """Return the outermost kept thing that begins on each page where something lies below the text."""
    pages = {each.page for each in found if each.below}
    if not pages:
        return frozenset()
    first: dict[int, str] = {}
    for name, page in compilation.ask(f"query(<{LABEL}>).map(mark => (mark.value, mark.location().page()))"):
        if page in pages:
            first.setdefault(page, name)
    return frozenset(first.values())


def refuse(found: Collection[Outside], compilation: Compilation, document: Document, source: Source) -> None:
    """Raise DataError for what lies outside, at the template's line of the last key before it; nothing if nothing does."""
    if not found:
        return
    labels = "".join(f'"{label}", ' for label in source.labels.values())
    asked = f"({labels}).map(key => query(label(key)).first().location()).map(at => (at.page(), at.position().y.pt()))"
    keys = dict(zip(source.labels, compilation.ask(asked), strict=True)) if labels else {}
    places = _places_of(document)

    def place(of: Outside) -> Place | None:
        before = [key for key, (page, y) in keys.items() if (page, y) <= (of.page, of.depth) and key in places]
        return places[max(before, key=lambda key: tuple(keys[key]))] if before else None

    raise DataError(
        [problem("content-too-high" if each.below else "content-too-wide", place(each), page=each.page) for each in found]
    )


def _places_of(document: Document) -> dict[str, Place]:
    """Return the template's place of each key."""
    found: dict[str, Place] = {}
    for node, ancestors in walk(document):
        key = getattr(node, "key", "")
        place = next((at for each in (node, *reversed(ancestors)) if (at := getattr(each, "place", None))), None)
        if key and place:
            found.setdefault(key, place)
    return found
