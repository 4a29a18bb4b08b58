"""Writes block nodes as Word paragraphs and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from generator.style.style import Style
from generator.tree import nodes
from generator.writing import wording
from generator.writing.word import elements, numbering
from generator.writing.word.bookmarks import Bookmarks
from generator.writing.word.cards import write_cards
from generator.writing.word.contents import write_contents
from generator.writing.word.figures import write_figure
from generator.writing.word.forms import write_letterhead, write_signatures
from generator.writing.word.pictures import Pictures
from generator.writing.word.runs import PLAIN, Ink, Inlines, tab_run, text_run
from generator.writing.word.styles import MARK_STYLE, style_id
from generator.writing.word.tables import write_table


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of blocks: their width, and what a plain paragraph, a list and a run are there.

    `width` and `indent` are in twips; `body` is the role that a `body` paragraph takes, `level` the depth of lists around.
    """

    width: int
    body: str = "body"
    in_cell: bool = False
    level: int = 0
    indent: int = 0
    align: str = ""
    ink: Ink = PLAIN


class Blocks:
    """Writes the block nodes of one document.

    `pages` is the page of each key, and `gathered` says what tables of contents list (`tables`, `figures`).
    """

    def __init__(
        self,
        style: Style,
        bookmarks: Bookmarks,
        inlines: Inlines,
        pictures: Pictures,
        pages: Mapping[str, int],
        *,
        gathered: frozenset[str],
    ) -> None:
        self.style = style
        self.inlines = inlines
        self.lists = numbering.ListNumbering()
        self.pictures = pictures
        self.bookmarks = bookmarks
        self.pages = pages
        self.gathered = gathered

    def write(self, blocks: Sequence[nodes.Block], setting: Setting, *, begun: bool = False) -> list[elements.Element]:
        """Write blocks; `begun` says that something is before them, which gives a page break its meaning.

        A page break is a property of the paragraph after it: one without such a paragraph would only make an empty page. A list
        stays with what introduces it, as WeasyPrint has it.
        """
        written: list[elements.Element] = []
        break_next = False
        for block in blocks:
            if isinstance(block, nodes.PageBreak):
                break_next = begun or bool(written)
                continue
            further = self._block(block, setting)
            if break_next and further:
                elements.first_paragraph(further[0]).page_break_before = True
                break_next = False
            if _begins_with_signatures(block) or (isinstance(block, nodes.ListBlock) and not setting.in_cell):
                elements.keep_last_with_next(written)
            written += further
        return written

    def anchor(self, key: str, anchored: Sequence[elements.Element]) -> None:
        """Put the bookmark of a key around elements, or in the first paragraph when they begin with a table.

        A bookmark that ends in another cell than it begins in is not kept by every program.
        """
        start, end = self.bookmarks.place(key)
        first, last = elements.first_paragraph(anchored[0]), anchored[-1]
        first.content.insert(0, start)
        closing = last if anchored[0] is first and isinstance(last, elements.Paragraph) else first
        closing.content.append(end)

    def _block(self, block: nodes.Block, setting: Setting) -> list[elements.Element]:
        match block:
            case nodes.Paragraph():
                written = self._paragraph(block, setting)
            case nodes.Heading():
                written = self._heading(block, setting)
            case nodes.ListBlock():
                written = self._list(block, setting)
            case nodes.Clause():
                written = self._clause(block, setting)
            case nodes.Table():
                written = write_table(block, self, setting)
            case nodes.Figure() | nodes.Map() | nodes.Picture():
                written = write_figure(block, self)
            case nodes.Letterhead():
                written = write_letterhead(block, self, setting)
            case nodes.Signatures():
                written = write_signatures(block, self, setting)
            case nodes.LetterReference() | nodes.Copies():
                written = self.write(block.blocks, setting)
            case nodes.Cards():
                written = write_cards(block, self, setting)
            case nodes.Keep():
                written = self.write(block.blocks, setting)
                elements.keep_together(written)
            case nodes.Contents():
                written = write_contents(block, self, setting)
            case nodes.PageBreak():
                written = []
            case _:  # pragma: no cover
                assert_never(block)
        key = getattr(block, "key", "")
        if key and written:
            self.anchor(key, written)
        return written

    def _paragraph(self, paragraph: nodes.Paragraph, setting: Setting) -> list[elements.Element]:
        align = paragraph.align or (setting.align if paragraph.role == "body" else "")
        runs = self.inlines.runs(paragraph.children, setting.ink)
        indent = (setting.indent, 0) if setting.indent else None
        style = style_id(wording.role_within(setting.body, paragraph))
        return [elements.Paragraph(style, [runs], indent=indent, align=align, keep_next=paragraph.keep_next)]

    def _heading(self, heading: nodes.Heading, setting: Setting) -> list[elements.Element]:
        number = wording.heading_number(heading.number)
        content = [text_run(number, setting.ink)] if number else []
        content.append(self.inlines.title(heading.children, heading.level, setting.ink))
        return [elements.Paragraph(style_id(f"heading-{heading.level}"), content)]

    def _list(self, block: nodes.ListBlock, setting: Setting) -> list[elements.Element]:
        level = min(setting.level, numbering.LEVELS - 1)
        number, typed = 0, None
        # Word knows no deeper level: there the list around would go on counting where the inner one ends.
        if block.marker == "letters" or (block.marker == "decimal" and setting.level > level):
            typed = block.marker
        else:
            number = self.lists.new(block.marker, level)
        leading, hanging = numbering.indent(block.marker, setting.level, in_cell=setting.in_cell)
        body = setting.body if setting.in_cell else block.role
        inside = replace(setting, body=body, level=setting.level + 1, indent=leading)
        written: list[elements.Element] = []
        for item in block.items:
            if item is block.items[-1] and written and not setting.in_cell:
                # The last item never stands alone on a page.
                elements.keep_last_with_next(written)
            further = self.write(item.blocks, inside)
            if not (item.blocks and isinstance(item.blocks[0], nodes.Paragraph)):
                further.insert(0, elements.Paragraph(style_id(body)))
            first = elements.first_paragraph(further[0])
            first.indent = (leading, hanging)
            if typed:
                mark = wording.list_mark(typed, item.ordinal)
                first.content.insert(0, text_run(mark, setting.ink, character_style=MARK_STYLE) + tab_run())
            else:
                first.list_number, first.list_level = number, level
            if item.key:
                self.anchor(item.key, further)
            written += further
        return written

    def _clause(self, clause: nodes.Clause, setting: Setting) -> list[elements.Element]:
        if clause.kind == "article":
            return self._article(clause, setting)
        role = setting.body if setting.in_cell else clause.kind
        inside = replace(setting, body=role)
        runs_on = wording.runs_on(clause)
        bold = replace(setting.ink, bold=True)
        label = wording.clause_label(clause.kind, clause.label)
        content = text_run(label, bold) if label else ""
        if clause.title:
            content += self.inlines.runs(clause.title, bold)
            content += text_run(wording.TITLE_END, bold) if runs_on else ""
        written = self.write(clause.blocks, inside, begun=True)
        if not runs_on:
            return [elements.Paragraph(style_id(role), [content], keep_next=bool(written)), *written]
        elements.first_paragraph(written[0]).content.insert(0, content)
        return written

    def _article(self, clause: nodes.Clause, setting: Setting) -> list[elements.Element]:
        label = wording.clause_label("article", clause.label, alone=not clause.title)
        content = [text_run(label, setting.ink)] if label else []
        content.append(self.inlines.runs(clause.title, setting.ink))
        heading = elements.Paragraph(style_id("article"), content)
        return [heading, *self.write(clause.blocks, setting, begun=True)]


def _begins_with_signatures(block: nodes.Block) -> bool:
    """Whether a signature block is the first thing that a block prints."""
    while isinstance(block, nodes.Keep) and block.blocks:
        block = block.blocks[0]
    return isinstance(block, nodes.Signatures)
