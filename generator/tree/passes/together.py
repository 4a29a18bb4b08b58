"""Put no-break spaces where a line must not end: «۱۲ نفر», «ماده ۵», «امام خمینی (ره)», «شناسهٔ ملی ………».

Runs after the column shares: a cell must not grow because its words are joined, nor may they stick out of it. So in a cell only
what is narrower than its lines is joined. A blank stands in one line, in a cell with no more dots than fit into it. Where it
takes its label along into the next line, spreading what is left would tear a line apart: such a paragraph is not justified.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.persian import NBSP, with_no_break_spaces, with_plain_spaces
from generator.style.faces.glyphs import Advance
from generator.style.style import Style
from generator.tree import grid
from generator.tree.facts import BLANK, across, around_blanks
from generator.tree.nodes import Blank, Cell, Document, Paragraph, Reference, Table, Text
from generator.tree.passes.shares import WHOLE, Measure
from generator.tree.walk import every, rebuild

_FILLING = 0.9
"""The share of a cell's line that joined words may take; a bracket or a full stop next to them needs the rest."""

_WORD = re.compile(rf"[^\s{BLANK}]+ (?={BLANK})")
_LABEL = re.compile(rf"(?:(?<![^\s(«])[\w\u200c\u0654]+ )?[^\s{BLANK}]+ (?={BLANK})")
"""The last word before a blank, and what with it is a label: «شناسهٔ ملی ………»."""


def run(document: Document, look: Style, advance: Advance) -> Document:
    """Return the document with no-break spaces; its digits are Persian and its columns have their shares."""

    @cache
    def measure(text: str, role: str) -> float:
        return advance(text, look.stack(role).faces, look.roles[role].size, look.roles[role].bold)

    joining = _Joining(look, measure)
    sections = tuple(joining.joined(section, _Lines(look.pages[section.page].text_width)) for section in document.sections)
    return replace(document, sections=sections, furniture=joining.joined(document.furniture, _Lines(0)))


@dataclass(frozen=True, slots=True)
class _Lines:
    """How wide the lines are, in points; `role` is that of the text in a cell, and empty outside of tables."""

    width: float
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Joining:
    look: Style
    measure: Measure

    def joined(self, node: Any, lines: _Lines) -> Any:
        """Return the node with the words of its texts joined."""
        match node:
            case Text(text) | Reference(_, text):
                joined = self._text(text, lines)
                return node if joined == text else replace(node, text=joined)
            case Table():
                return self._table(node, lines)
            case Blank() if lines.role:
                return self._fitted(node, lines)
            case Paragraph(role=role) if lines.role:
                lines = lines if role == "body" else replace(lines, role=role)
            case Paragraph(align=None) if self._is_justified(node) and _has_blank(node):
                node = replace(node, align="start")
        whole = across(rebuild(node, lambda child: self.joined(child, lines)), lambda text: self._text(text, lines))
        return around_blanks(whole, lambda text: self._labelled(text, lines, whole))

    def _is_justified(self, paragraph: Paragraph) -> bool:
        look = self.look.roles.get(paragraph.role)
        return look is not None and look.align == "justify"

    def _fitted(self, blank: Blank, lines: _Lines) -> Blank:
        """Return a blank with no more dots than a line of its cell has room for."""
        most = int(lines.width * _FILLING / self.measure(".", lines.role))
        return replace(blank, width=most) if 0 < most < blank.width else blank

    def _labelled(self, text: str, lines: _Lines, node: Any) -> str:
        """Join each blank of a node to its label: in a cell, whose lines are short, to the last word of it, where both fit."""
        if not lines.role:
            return _LABEL.sub(lambda found: found[0].replace(" ", NBSP), text)
        dots = "." * max(blank.width for blank in every(node) if isinstance(blank, Blank))
        room = lines.width * _FILLING
        fits = {word: self.measure(word + dots, lines.role) <= room for word in _WORD.findall(text)}
        return _WORD.sub(lambda found: found[0][:-1] + NBSP if fits[found[0]] else found[0], text)

    def _text(self, text: str, lines: _Lines) -> str:
        joined = with_no_break_spaces(text)
        if not lines.role or NBSP not in joined:
            return joined
        room = lines.width * _FILLING
        words = joined.split(" ")
        return " ".join(
            with_plain_spaces(word) if NBSP in word and self.measure(word, lines.role) > room else word for word in words
        )

    def _table(self, table: Table, lines: _Lines) -> Table:
        above = replace(lines, role="")
        caption = tuple(self.joined(inline, above) for inline in table.caption)
        changed = table if caption == table.caption else replace(table, caption=caption)
        changed = across(changed, lambda text: self._text(text, above))
        return grid.rebuild_cells(changed, lambda cell, first, in_head: self._cell(cell, table, first, lines.width, in_head))

    def _cell(self, cell: Cell, table: Table, first: int, width: float, in_head: bool) -> Cell:
        look = self.look.tables[table.role]
        share = sum(column.share for column in table.columns[first : first + cell.colspan])
        role = look.head_role if in_head or cell.header else look.cell_role
        lines = _Lines(width * share / WHOLE - 2 * look.padding - look.rule, role)
        return rebuild(cell, lambda block: self.joined(block, lines))


def _has_blank(paragraph: Paragraph) -> bool:
    return any(isinstance(node, Blank) for node in every(paragraph))
