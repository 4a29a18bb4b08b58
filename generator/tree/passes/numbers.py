"""Number annexes, headings, articles, clauses, notes, tables, figures and list items, as Persian text.

Parents stand first: «۲-۱» is the first section of chapter two, «۶-۲» the second clause of article six. Headings and articles
of an annex are counted from one; what refers to them names the annex. Tables and figures are counted through the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from generator.persian import numeral
from generator.tree import annexes
from generator.tree.nodes import Clause, Document, Figure, Heading, ListBlock, ListItem, Map, Picture, Section, Table
from generator.tree.registered import is_code
from generator.tree.walk import every, rebuild_blocks

ARTICLE, NOTE, TABLE, FIGURE, ANNEX = "ماده", "تبصره", "جدول", "شکل", "پیوست"


def run(document: Document) -> Document:
    """Return the document with every number filled in."""
    numbered: Document = _Numbering().visit(document)
    return numbered


@dataclass
class _Legal:
    """The counters of an article or clause."""

    path: tuple[int, ...] = ()
    clauses: int = 0


@dataclass
class _Numbering:
    headings: list[int] = field(default_factory=lambda: [0, 0, 0])
    annexes: int = 0
    articles: int = 0
    tables: int = 0
    figures: int = 0
    notes: int = 0
    notes_in_article: int = 0
    legal: _Legal = field(default_factory=_Legal)

    def visit(self, node: Any) -> Any:
        match node:
            case Section(annex=True):
                return self._annex(node)
            case Heading(numbered=True):
                return replace(node, number=self._heading(node.level))
            case Clause():
                return self._clause(node)
            case Table():
                return self._table(node)
            case Picture() if is_code(node):
                return node
            case Figure() | Picture() | Map():
                self.figures += 1
                return replace(node, number=f"{FIGURE} {_persian(self.figures)}")
            case ListBlock():
                items = tuple(self._item(item, ordinal) for ordinal, item in enumerate(node.items, start=1))
                return replace(node, items=items)
            case _:
                return rebuild_blocks(node, self.visit)

    def _annex(self, annex: Section) -> Section:
        self.annexes += 1
        label = f"{ANNEX} {_persian(self.annexes)}"
        self.headings, self.articles = [0, 0, 0], 0
        title, inner = replace(annexes.title(annex), number=label), annex.blocks[1:]
        return replace(annex, blocks=(title, *(self.visit(block) for block in inner)), label=label)

    def _item(self, item: ListItem, ordinal: int) -> ListItem:
        return replace(rebuild_blocks(item, self.visit), ordinal=ordinal)

    def _heading(self, level: int) -> str:
        self.headings[level - 1] += 1
        self.headings[level:] = [0] * (len(self.headings) - level)
        # A heading that skips a level is numbered from the levels that exist.
        return _hierarchy(tuple(count for count in self.headings[:level] if count))

    def _table(self, table: Table) -> Table:
        number = ""
        if table.caption:
            self.tables += 1
            number = f"{TABLE} {_persian(self.tables)}"
        return replace(rebuild_blocks(table, self.visit), number=number)

    def _clause(self, clause: Clause) -> Clause:
        match clause.kind:
            case "article":
                self.articles += 1
                self.notes, self.notes_in_article = 0, _notes(clause)
                return self._inside(clause, f"{ARTICLE} {_persian(self.articles)}", (self.articles,))
            case "clause":
                self.legal.clauses += 1
                path = (*self.legal.path, self.legal.clauses)
                return self._inside(clause, _hierarchy(path), path)
            case "note":
                self.notes += 1
                label = f"{NOTE} {_persian(self.notes)}" if self.notes_in_article > 1 else NOTE
                return replace(rebuild_blocks(clause, self.visit), label=label)

    def _inside(self, clause: Clause, label: str, path: tuple[int, ...]) -> Clause:
        outer, self.legal = self.legal, _Legal(path)
        inner = rebuild_blocks(clause, self.visit)
        self.legal = outer
        return replace(inner, label=label)


def _notes(article: Clause) -> int:
    """Count the notes of an article, those of its clauses too."""
    return sum(isinstance(node, Clause) and node.kind == "note" for node in every(article))


def _hierarchy(path: tuple[int, ...]) -> str:
    return "-".join(_persian(part) for part in path)


def _persian(number: int) -> str:
    return numeral(number)
