"""Lay out grids of cards: the size of a box, a grid for each page, and whether each text fits its box.

A card is cut out or is a label that has its size, so nothing gives way: what does not fit is a problem, at the card's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import floor

from generator.persian import with_plain_spaces
from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.style.faces.glyphs import Advance
from generator.style.style import PageForm, RoleLook, Style
from generator.tree.nodes import Block, Card, Cards, Document, PageBreak, Paragraph, Strong
from generator.tree.walk import Substitutes, every, text

LOOK = "card"
"""The entry of `tables` of the look that the boxes have."""

AFTER = 2.5
"""Millimetres below the boxes that they leave free: Word has a line after every table."""

_POINTS = 72 / 25.4
_GIVEN = Substitutes(line_end="\n", page="۰۰۰")


def run(document: Document, look: Style, advance: Advance) -> tuple[Document, list[Problem]]:
    """Return the document with each grid of cards on pages of its own, and the problems of what does not fit."""
    if not any(isinstance(block, Cards) for section in document.sections for block in section.blocks):
        return document, []
    problems: list[Problem] = []
    sections = []
    for section in document.sections:
        form = look.pages[section.page]
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, Cards):
                sized = _sized(block, form)
                problems += _too_large(sized, form)
                problems += (found for card in sized.cards for found in _too_full(card, sized, look, advance))
                blocks += _pages(sized)
            else:
                blocks.append(block)
        sections.append(replace(section, blocks=tuple(blocks)))
    return replace(document, sections=tuple(sections)), problems


def _room(form: PageForm) -> tuple[float, float]:
    """Return the width and the height that boxes have on a page, in millimetres."""
    return form.width - form.left - form.right, form.height - form.top - form.bottom - AFTER


def _sized(cards: Cards, form: PageForm) -> Cards:
    """Return the grid with the sizes that are not given: its share of the page, in whole tenths of a millimetre."""
    width, height = _room(form)
    return replace(
        cards,
        width=cards.width or floor(width / cards.columns * 10) / 10,
        height=cards.height or floor(height / cards.rows * 10) / 10,
    )


def _too_large(cards: Cards, form: PageForm) -> Iterator[Problem]:
    for code, size, count, room in zip(
        ("cards-too-wide", "cards-too-high"),
        (cards.width, cards.height),
        (cards.columns, cards.rows),
        _room(form),
        strict=True,
    ):
        if size * count > room + 0.01:
            yield problem(code, cards.place, size=_written(size), count=count, room=_written(room))


def _written(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0").replace(".", "٫")


def _too_full(card: Card, cards: Cards, look: Style, advance: Advance) -> Iterator[Problem]:
    padding = 2 * look.tables[LOOK].padding
    width, height = cards.width * _POINTS - padding, cards.height * _POINTS - padding
    needed = 0.0
    for block in card.blocks:
        if not isinstance(block, Paragraph):
            raise TypeError(f"a card holds {block!r}")
        role = look.roles[look.tables[LOOK].cell_role if block.role == "body" else block.role]
        lines, wide = _broken(block, role, look, width - role.indent, advance)
        if wide:
            yield problem("card-word-wide", block.place or card.place, text=wide)
        needed += role.before + lines * role.line + role.after
    if needed > height:
        short = (needed - height) / _POINTS
        yield problem("card-too-full", card.place, height=_written(cards.height), short=_written(max(short, 0.1)))


def _broken(block: Paragraph, role: RoleLook, look: Style, width: float, advance: Advance) -> tuple[int, str]:
    """Return how many lines a paragraph has, and the first that is wider than these, as it cannot be broken."""
    bold = role.bold or any(isinstance(node, Strong) for node in every(block))

    def measured(words: str) -> float:
        return advance(words, look.stacks[role.stack].faces, role.size, bold)

    written = with_plain_spaces(text(block.children, lambda blank: "." * blank.width, _GIVEN))
    lines = [line for part in written.split("\n") for line in _lines(part, width, measured)]
    return len(lines), next((line for line in lines if measured(line) > width), "")


def _lines(words: str, width: float, measured: Callable[[str], float]) -> Iterator[str]:
    """Yield the lines of a text as every engine breaks them, each as long as it can be."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measured(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _pages(cards: Cards) -> Iterator[Block]:
    """Yield a grid for each page, with page breaks around; those at the ends of a section make no page."""
    most = cards.columns * cards.rows
    for start in range(0, len(cards.cards), most):
        yield PageBreak()
        yield replace(cards, cards=cards.cards[start : start + most], key="" if start else cards.key)
    yield PageBreak()
