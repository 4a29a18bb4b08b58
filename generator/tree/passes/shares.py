"""Give each column of a table its share of 1000, from its text measured in the face that prints it.

A share written in the template wins. Of the rest, each column is at least as wide as its longest word; what is left goes to
the columns that would need more to print their text in one line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, assert_never

from generator.persian import numeral
from generator.problems.errors import Problem
from generator.problems.messages import problem
from generator.style.faces.glyphs import Advance
from generator.style.style import Style
from generator.tree import grid, nodes
from generator.tree.walk import Substitutes, rebuild_blocks, text

WHOLE = 1000

Measure = Callable[[str, str], float]
"""Width in points of a text in a role."""


def run(document: nodes.Document, look: Style, advance: Advance) -> tuple[nodes.Document, list[Problem]]:
    """Return the document with a share for every column, 1000 for each table, and warnings of tables too wide."""

    @cache
    def measure(text: str, role: str) -> float:
        return advance(text, look.stack(role).faces, look.roles[role].size, look.roles[role].bold)

    sharing = _Sharing(look, measure)
    sections = tuple(sharing.section(section) for section in document.sections)
    return replace(document, sections=sections), sharing.problems


@dataclass(frozen=True, slots=True)
class _Need:
    """Widths in points: the narrowest that breaks no word, and that of the text in one line."""

    least: float = 0.0
    full: float = 0.0


@dataclass
class _Sharing:
    look: Style
    measure: Measure
    problems: list[Problem] = field(default_factory=list)
    known: dict[tuple[str, str], _Need] = field(default_factory=dict)
    """The needs of the texts met so far, by their roles: cells say the same again and again."""

    def section(self, section: nodes.Section) -> nodes.Section:
        """Return a section in which every table has its shares."""
        width = self.look.pages[section.page].text_width
        return rebuild_blocks(section, lambda block: self.visit(block, width))

    def visit(self, node: Any, width: float) -> Any:
        """Return a block in which every table has its shares; `width` is that of the lines around it, in points."""
        if not isinstance(node, nodes.Table):
            return rebuild_blocks(node, lambda child: self.visit(child, width))
        needs = self._needs(node)
        shares = self._shares(node, needs, width)
        columns = tuple(replace(column, share=share) for column, share in zip(node.columns, shares, strict=True))
        shared = replace(node, columns=columns)
        return grid.rebuild_cells(shared, lambda cell, first, _: self._inner(cell, shared, first, width))

    def _inner(self, cell: nodes.Cell, table: nodes.Table, first: int, width: float) -> nodes.Cell:
        if all(isinstance(block, nodes.Paragraph) for block in cell.blocks):
            return cell
        share = sum(column.share for column in table.columns[first : first + cell.colspan])
        inner_width = width * share / WHOLE - 2 * self.look.tables[table.role].padding
        return rebuild_blocks(cell, lambda block: self.visit(block, inner_width))

    # --- what columns need

    def _needs(self, table: nodes.Table) -> list[_Need]:
        """Return the need of each column; a cell over several columns widens them together."""
        look = self.look.tables[table.role]
        edges = 2 * look.padding + look.rule
        least = [edges] * len(table.columns)
        full = [edges] * len(table.columns)
        spanning = []
        for rows in (table.head, table.body, table.foot):
            for row, firsts in zip(rows, grid.of(rows).columns, strict=True):
                for cell, first in zip(row.cells, firsts, strict=True):
                    # Bold as a head is.
                    head = cell.header or rows is table.head or cell.tone in ("total", "label")
                    need = self._blocks(cell.blocks, look.head_role if head else look.cell_role)
                    if cell.colspan == 1:
                        least[first] = max(least[first], need.least + edges)
                        full[first] = max(full[first], need.full + edges)
                    else:
                        spanning.append((range(first, first + cell.colspan), need))
        for columns, need in spanning:
            _widen(least, columns, need.least + edges)
            _widen(full, columns, need.full + edges)
        return [_Need(low, max(low, high)) for low, high in zip(least, full, strict=True)]

    def _blocks(self, blocks: tuple[nodes.Block, ...], body: str) -> _Need:
        """Return the need of the blocks of a cell; `body` is the role that a `body` paragraph takes there."""
        needs = [self._block(block, body) for block in blocks]
        return _Need(max((need.least for need in needs), default=0.0), max((need.full for need in needs), default=0.0))

    def _block(self, block: nodes.Block, body: str) -> _Need:
        match block:
            case nodes.Paragraph(children, role):
                return self._inlines(children, body if role == "body" else role)
            case nodes.Heading():
                return self._inlines(block.children, f"heading-{block.level}")
            case nodes.ListBlock():
                indent = self.measure(_LIST_INDENT, body)
                inner = self._blocks(tuple(inner for item in block.items for inner in item.blocks), body)
                return _Need(inner.least + indent, inner.full + indent)
            case nodes.Keep(blocks):
                return self._blocks(blocks, body)
            case nodes.Table():
                needs = self._needs(block)
                return _Need(sum(need.least for need in needs), sum(need.full for need in needs))
            case nodes.Signatures() | nodes.PageBreak():
                return _Need()
            case nodes.Clause() | nodes.Figure() | nodes.Picture() | nodes.Map() | nodes.Contents():  # stand in no cell
                return _Need()
            case nodes.Letterhead() | nodes.LetterReference() | nodes.Copies() | nodes.Cards():
                return _Need()
            case _:  # pragma: no cover
                assert_never(block)

    def _inlines(self, inlines: tuple[nodes.Inline, ...], role: str) -> _Need:
        whole = text(inlines, _blank, _SUBSTITUTES)
        need = self.known.get((whole, role))
        if need is None:
            lines = whole.split("\n")
            least = max((self.measure(word, role) for line in lines for word in line.split(" ") if word), default=0.0)
            need = self.known[whole, role] = _Need(least, max(self.measure(line, role) for line in lines))
        return need

    # --- what they get

    def _shares(self, table: nodes.Table, needs: list[_Need], width: float) -> list[int]:
        written = [column.share for column in table.columns]
        for position, share in enumerate(written, start=1):
            if share and needs[position - 1].least > width * share / WHOLE + _TOLERANCE:
                nth = numeral(position)
                self.problems.append(problem("column-too-narrow", table.place, column=nth))
        free = [position for position, share in enumerate(written) if not share]
        if not free:
            return written
        room = width * (WHOLE - sum(written)) / WHOLE
        widths = _fit([needs[position] for position in free], room)
        if sum(needs[position].least for position in free) > room + _TOLERANCE:
            self.problems.append(problem("table-too-wide", table.place))
        shares = apportion(widths, WHOLE - sum(written), [needs[position].least * WHOLE / width for position in free])
        for position, share in zip(free, shares, strict=True):
            written[position] = share
        return written


_LIST_INDENT = "۱۲-"
_TOLERANCE = 0.5
_DOTS_THAT_STAY = 12
_SUBSTITUTES = Substitutes(line_end="\n", page="۱۰۰", note="۱۲")


def _blank(blank: nodes.Blank) -> str:
    """Return the dots that a blank takes of a line; those of a long one may break."""
    return "." * min(blank.width, _DOTS_THAT_STAY)


def _widen(widths: list[float], columns: range, needed: float) -> None:
    missing = needed - sum(widths[column] for column in columns)
    if missing > 0:
        for column in columns:
            widths[column] += missing / len(columns)


def _fit(needs: list[_Need], room: float) -> list[float]:
    """Return the width of each column in a room, in points.

    Text in one line everywhere, when that fits, the rest of the room spread in proportion; else the longest word of each
    column, and the room beyond that in proportion to what each lacks for one line. Where the longest words do not fit either,
    only the columns with the longest have to break them.
    """
    least = sum(need.least for need in needs)
    full = sum(need.full for need in needs)
    if full <= room:
        return [need.full * room / full for need in needs] if full else [room / len(needs)] * len(needs)
    if least >= room:
        return _shared([need.least for need in needs], room)
    # A text of many lines must not starve the short ones beside it: none asks for more than the whole room.
    wishes = [min(need.full, room) - need.least for need in needs]
    return [need.least + (room - least) * wish / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]


def _shared(least: Sequence[float], room: float) -> list[float]:
    """Share a room that is too small: a column that needs less than an equal part gets it, the others divide the rest."""
    widths = [0.0] * len(least)
    waiting = sorted(range(len(least)), key=least.__getitem__)
    for done, at in enumerate(waiting):
        widths[at] = min(least[at], room / (len(waiting) - done))
        room -= widths[at]
    return widths


def apportion(widths: Sequence[float], total: int, least: Sequence[float] = ()) -> list[int]:
    """Return whole shares in proportion to widths; they add up to `total`, each at least 1 and, where all can, its `least`.

    `least` is of the same scale as the shares. What rounding leaves goes by largest remainder.
    """
    exact = [width * total / sum(widths) for width in widths]
    floors = [max(math.ceil(low), 1) for low in least] or [1] * len(exact)
    if sum(floors) > total:
        floors = [1] * len(exact)
    shares = [max(int(part), floor) for part, floor in zip(exact, floors, strict=True)]
    while sum(shares) < total:
        neediest = max(range(len(shares)), key=lambda at: (exact[at] - shares[at], -at))
        shares[neediest] += 1
    while sum(shares) > total:
        spare = [at for at in range(len(shares)) if shares[at] > floors[at]]
        richest = max(spare, key=lambda at: (shares[at] - exact[at], -at))
        shares[richest] -= 1
    return shares
