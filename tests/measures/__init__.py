"""How large the letters of a document are, and how long its sentences: counted over the finished tree and the look.

    found = measured(tree, look)
    found.share(below=10)                    # of the letters of the body, set smaller than ten points
    found.mean(), found.longest()            # words a sentence
    found.over(25)                           # the sentences that are longer

`python -m tests.measures` prints the table of the documents of a project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, assert_never

from generator.style.style import Style
from generator.tree import nodes
from generator.tree.nodes import Block, Document, Inline
from generator.tree.walk import Substitutes, every, plain
from generator.writing import drawing, wording
from generator.writing.measures import CARD_LOOK

Where = Literal["running", "item", "cell", "title", "caption", "contents", "remark", "signing", "drawn", "furniture"]
"""Where a text stands. A `remark` is a footnote or the source of a table.

`drawn` are the words in charts and maps, `furniture` are headers, footers and marks: neither is of the body.
"""

SENTENCES: tuple[Where, ...] = ("running", "item", "remark")
"""Where people read sentences; a cell, title or caption is mostly a part of one."""

_END = re.compile(r"(?<=[.؟?!])[»”)\]]*\s+|\n+")
"""A sentence ends here; «؛» and «:» go on with the same one."""

_GIVEN = Substitutes(line_end="\n")


class Run(NamedTuple):
    """A text that is set in one role, the role of the table in which it stands, and the number or mark before it."""

    text: str
    role: str
    where: Where
    table: str = ""
    label: str = ""

    @property
    def letters(self) -> int:
        """Letters and digits: neither signs nor the dots of a blank."""
        return letters(self.label + self.text)


class Sentence(NamedTuple):
    """A sentence: the whole of a cell, a title or a caption that has no full stop is one too."""

    text: str
    where: Where

    @property
    def words(self) -> int:
        """Words, as spaces part them; a half-space does not, and what has no letter is none."""
        return sum(any(map(str.isalnum, word)) or word == _BLANK for word in self.text.split())


@dataclass(frozen=True)
class Measure:
    """What was counted of a document."""

    runs: tuple[Run, ...]
    look: Style

    @cached_property
    def by_role(self) -> Counter[tuple[str, str]]:
        """The letters of the body by role, and by the role of the table around them (empty outside of tables)."""
        counted: Counter[tuple[str, str]] = Counter()
        for run in self.body:
            counted[run.role, run.table] += run.letters
        return counted

    @cached_property
    def by_size(self) -> Counter[float]:
        """The letters of the body by their size in points."""
        counted: Counter[float] = Counter()
        for (role, _), count in self.by_role.items():
            counted[self.look.roles[role].size] += count
        return +counted

    @cached_property
    def body(self) -> tuple[Run, ...]:
        """What stands in the body."""
        return tuple(run for run in self.runs if run.where not in ("drawn", "furniture"))

    @property
    def letters(self) -> int:
        """The letters of the body."""
        return self.by_size.total()

    def share(self, *, least: float = 0.0, below: float = float("inf")) -> float:
        """Return the part of the letters of the body whose size is at least the one and smaller than the other."""
        return sum(count for size, count in self.by_size.items() if least <= size < below) / max(1, self.letters)

    def sizes(self, *where: Where) -> set[float]:
        """Return the sizes of the letters that stand there; anywhere in the body, when nothing is named."""
        return {self.look.roles[run.role].size for run in self.body if run.letters and (not where or run.where in where)}

    @property
    def smallest(self) -> float:
        """The smallest size in the body."""
        return min(self.by_size, default=0.0)

    @property
    def running(self) -> float:
        """The smallest size of running text: paragraphs, clauses, notes and items that stand in no table."""
        return min(self.sizes("running", "item"), default=0.0)

    @property
    def drawn(self) -> float | None:
        """The size of the letters in charts and maps, which are drawn and no text of the file; None without any."""
        return min((self.look.roles[run.role].size for run in self.runs if run.where == "drawn"), default=None)

    def sentences(self, *where: Where) -> list[Sentence]:
        """Return the sentences that stand there; where people read sentences, when nothing is named."""
        chosen = where or SENTENCES
        return [sentence for run in self.body if run.where in chosen for sentence in divided(run)]

    def mean(self, *where: Where) -> float:
        """Return the words of a sentence on average."""
        found = self.sentences(*where)
        return sum(sentence.words for sentence in found) / max(1, len(found))

    def longest(self, *where: Where) -> int:
        """Return the words of the longest sentence."""
        return max((sentence.words for sentence in self.sentences(*where)), default=0)

    def over(self, limit: int, *where: Where) -> list[Sentence]:
        """Return the sentences of more words than that, anywhere in the body when nothing is named."""
        chosen = where or tuple({run.where for run in self.body})
        return [sentence for sentence in self.sentences(*chosen) if sentence.words > limit]


_BLANK = "…"
"""What stands for a blank in a sentence: the word that will be written there."""


def measured(document: Document, look: Style) -> Measure:
    """Return the measure of a finished tree."""
    return Measure((*_furniture(document.furniture), *_in_sections(document, look)), look)


def letters(text: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def divided(run: Run) -> Iterator[Sentence]:
    """Yield the sentences of a text."""
    for part in _END.split(run.text):
        sentence = Sentence(part.strip(), run.where)
        if sentence.words:
            yield sentence


class _Around(NamedTuple):
    """What plain text takes from what is around it."""

    look: Style
    role: str
    where: Where = "running"
    table: str = ""


def _in_sections(document: Document, look: Style) -> Iterator[Run]:
    for section in document.sections:
        yield from _blocks(section.blocks, _Around(look, "body"))
    for node in every(document):
        if isinstance(node, nodes.Footnote):
            yield Run(_text(node.children), "footnote", "remark")


def _blocks(blocks: Iterable[Block], around: _Around, label: str = "") -> Iterator[Run]:
    """Yield the texts of blocks, the first with what stands before it in its line."""
    for block in blocks:
        for run in _block(block, around):
            yield run._replace(label=label + run.label) if label else run
            label = ""


def _block(block: Block, around: _Around) -> Iterator[Run]:
    match block:
        case nodes.Paragraph():
            role = wording.role_within(around.role, block)
            where = _where(role) if around.where == "running" else around.where
            yield Run(_text(block.children), role, where, around.table)
        case nodes.Heading():
            number = wording.heading_number(block.number)
            yield Run(_text(block.children), f"heading-{block.level}", "title", around.table, number)
        case nodes.Clause():
            yield from _clause(block, around)
        case nodes.ListBlock():
            inside = around if around.table else around._replace(role=block.role, where="item")
            for item in block.items:
                mark = "" if block.marker == "bullet" else wording.list_mark(block.marker, item.ordinal)
                yield from _blocks(item.blocks, inside, mark)
        case nodes.Table():
            yield from _table(block, around)
        case nodes.Figure() | nodes.Map() | nodes.Picture():
            if not isinstance(block, nodes.Picture):
                yield Run("", drawing.ROLE, "drawn")
            yield _caption(block, "figure-caption", around)
        case nodes.Letterhead() | nodes.Signatures():
            yield from _signing(block)
        case nodes.LetterReference() | nodes.Copies() | nodes.Keep():
            yield from _blocks(block.blocks, around)
        case nodes.Cards():
            look = around.look.tables[CARD_LOOK]
            for card in block.cards:
                yield from _blocks(card.blocks, _Around(around.look, look.cell_role, "cell", CARD_LOOK))
        case nodes.Contents():
            yield from _contents(block)
        case nodes.PageBreak():
            pass
        case _:  # pragma: no cover
            assert_never(block)


def _clause(clause: nodes.Clause, around: _Around) -> Iterator[Run]:
    label, title = wording.clause_label(clause.kind, clause.label, alone=not clause.title), _text(clause.title)
    if clause.kind == "article":
        yield Run(title, "article", "title", around.table, label)
        yield from _blocks(clause.blocks, around)
        return
    inside = around if around.table else around._replace(role=clause.kind)
    if wording.runs_on(clause):
        yield from _blocks(clause.blocks, inside, label + (title + wording.TITLE_END if title else ""))
        return
    yield Run(title, inside.role, "title", around.table, label)
    yield from _blocks(clause.blocks, inside)


def _table(table: nodes.Table, around: _Around) -> Iterator[Run]:
    look = around.look.tables[table.role]
    if table.caption or table.number:
        yield _caption(table, "caption", around)
    for rows, of_head in ((table.head, True), (table.body, False), (table.foot, False)):
        for cell in (cell for row in rows for cell in row.cells):
            role = look.head_role if of_head or cell.header else look.cell_role
            yield from _blocks(cell.blocks, _Around(around.look, role, "cell", table.role))


def _caption(block: nodes.Table | nodes.Drawn, role: str, around: _Around) -> Run:
    return Run(_text(block.caption), role, "caption", around.table, wording.caption_number(block.number))


def _signing(block: nodes.Letterhead | nodes.Signatures) -> Iterator[Run]:
    if isinstance(block, nodes.Signatures):
        for signer in block.signers:
            for role, children in wording.signer_lines(block, signer):
                yield Run(_text(children), role, "signing")
        return
    yield from (Run(line, "letterhead-organisation", "signing") for line in block.organisation)
    yield from (Run(line, "letterhead-centre", "signing") for line in block.centre)
    for field in block.fields:
        yield Run(_text(field.value), "letterhead-field", "signing", label=wording.field_label(field.label))


def _contents(contents: nodes.Contents) -> Iterator[Run]:
    if contents.entries:
        yield Run(wording.CONTENTS_TITLES[contents.what], "contents-title", "title")
    for entry in contents.entries:
        label = wording.entry_number(entry) + wording.entry_part(entry)
        yield Run(_text(entry.children), wording.entry_role(contents.what, entry), "contents", label=label)


def _furniture(furniture: nodes.Furniture) -> Iterator[Run]:
    yield from (Run(_text(part), "header", "furniture") for part in (furniture.header_start, furniture.header_end))
    yield Run(_text(furniture.footer), "footer", "furniture")
    yield from (Run(wording.initials(label), "footer", "furniture") for label in furniture.initials)
    yield from (Run(line, "mark", "furniture") for line in wording.mark_lines(furniture.marks))


def _where(role: str) -> Where:
    if role == "source-note":
        return "remark"
    return "title" if any(part in role for part in ("title", "cover", "invocation", "notice", "signature")) else "running"


def _text(inlines: Iterable[Inline]) -> str:
    return "".join(f" {_BLANK} " if isinstance(part, nodes.Blank) else part.text for part in plain(inlines, _GIVEN))
