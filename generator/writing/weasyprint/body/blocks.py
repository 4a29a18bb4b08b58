"""Writes block nodes as HTML. Blocks are not nested: what must stay together are always neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from generator.style.style import Style
from generator.tree import nodes
from generator.tree.passes.keys import is_made
from generator.writing import wording
from generator.writing.weasyprint.body.cards import write_cards
from generator.writing.weasyprint.body.contents import write_contents
from generator.writing.weasyprint.body.figures import write_figure
from generator.writing.weasyprint.body.forms import write_letterhead, write_signatures
from generator.writing.weasyprint.body.inlines import Inlines, identifier
from generator.writing.weasyprint.body.tables import write_table


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of blocks: the role that a `body` paragraph takes, its alignment, and the depth of lists."""

    body: str = "body"
    in_cell: bool = False
    level: int = 0
    align: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What begins the first paragraph of a clause or list item: HTML before its text, classes, an id for each key."""

    html: str = ""
    classes: str = ""
    keys: tuple[str, ...] = ()


NOTHING = Opening()


class Blocks:
    """Writes the block nodes of one document."""

    def __init__(self, style: Style, inlines: Inlines) -> None:
        self.style = style
        self.inlines = inlines

    def write(self, blocks: Sequence[nodes.Block], setting: Setting, opening: Opening = NOTHING, *, begun: bool = False) -> str:
        """Write blocks; `opening` goes into the first one, which is then a paragraph.

        A page break with nothing before it or after it would only make an empty page; `begun` says that something stands
        before the blocks.
        """
        written: list[str] = []
        break_next = False
        for block in blocks:
            if isinstance(block, nodes.PageBreak):
                break_next = begun or bool(written)
                continue
            further = self._block(block, setting, NOTHING if written else opening)
            if break_next and further:
                written.append("<div class=page-break></div>\n")
                break_next = False
            written.append(further)
        return "".join(written)

    def paragraph(
        self, role: str, html: str, *, align: str = "", opening: Opening = NOTHING, tag: str = "p", keep_next: bool = False
    ) -> str:
        """Write a paragraph of a role; an empty one is as high as a line, as in Word."""
        own_classes = (f"role-{role}", f"align-{align}" if align else "", opening.classes, "keep-next" if keep_next else "")
        classes = " ".join(filter(None, own_classes))
        # An element has one id: further keys of the same place stand on empty spans before the text.
        own, *others = (*opening.keys, "")
        anchors = "".join(f"<span{identifier(key)}></span>" for key in others if key)
        content = anchors + opening.html + html
        return f'<{tag} class="{classes}"{identifier(own)}>{content or "<br>"}</{tag}>\n'

    def _block(self, block: nodes.Block, setting: Setting, opening: Opening) -> str:
        match block:
            case nodes.Paragraph():
                return self._paragraph(block, setting, opening)
            case nodes.Heading():
                role = f"heading-{block.level}"
                number = self.inlines.text(wording.heading_number(block.number), role, block.place)
                html = number + self.inlines.write(block.children, role, block.place)
                return self.paragraph(role, html, opening=Opening(keys=_keys(block.key)), tag=f"h{block.level}")
            case nodes.ListBlock():
                return self._list(block, setting)
            case nodes.Clause():
                return self._clause(block, setting)
            case nodes.Table():
                return write_table(block, self, setting)
            case nodes.Figure() | nodes.Map() | nodes.Picture():
                return write_figure(block, self)
            case nodes.Letterhead():
                return write_letterhead(block, self)
            case nodes.Signatures():
                return write_signatures(block, self)
            case nodes.LetterReference() | nodes.Copies():
                return f"<div{identifier(block.key)}>\n{self.write(block.blocks, setting)}</div>\n"
            case nodes.Cards():
                return write_cards(block, self, setting)
            case nodes.Keep():
                return f"<div class=keep>\n{self.write(block.blocks, setting)}</div>\n"
            case nodes.Contents():
                return write_contents(block, self)
            case nodes.PageBreak():
                return ""
            case _:  # pragma: no cover
                assert_never(block)

    def _paragraph(self, block: nodes.Paragraph, setting: Setting, opening: Opening) -> str:
        role = wording.role_within(setting.body, block)
        align = block.align or (setting.align if block.role == "body" else "")
        html = self.inlines.write(block.children, role, block.place)
        keys = (*opening.keys, *_keys(block.key))
        classes = opening.classes
        if setting.level and not classes:
            classes = _depth(setting.level - 1, setting)
        opening = replace(opening, classes=classes, keys=keys)
        return self.paragraph(role, html, align=align, opening=opening, keep_next=block.keep_next)

    def _list(self, block: nodes.ListBlock, setting: Setting) -> str:
        role = setting.body if setting.in_cell else block.role
        inside = replace(setting, body=role, level=setting.level + 1)
        written: list[str] = []
        keys = _keys(block.key)
        for item in block.items:
            opening = self._mark(block, item, setting, role, (*keys, *_keys(item.key)))
            keys = ()
            if item.blocks and isinstance(item.blocks[0], nodes.Paragraph):
                inner = self.write(item.blocks, inside, opening)
            else:
                inner = self.paragraph(role, "", opening=opening) + self.write(item.blocks, inside)
            written.append(f"<li>{inner}</li>\n")
        tag = "ul" if block.marker == "bullet" else "ol"
        lettered = " class=letters" if block.marker == "letters" else ""
        return f"<{tag}{lettered}>\n{''.join(written)}</{tag}>\n"

    def _mark(
        self, block: nodes.ListBlock, item: nodes.ListItem, setting: Setting, role: str, keys: tuple[str, ...]
    ) -> Opening:
        """Return what begins an item: the style sheet draws a bullet, a number or letter is text."""
        depth = _depth(setting.level, setting)
        if block.marker == "bullet":
            bullet = setting.level % len(wording.BULLETS)
            self.inlines.text(wording.BULLETS[bullet], role, block.place)  # noted for the faces
            return Opening(classes=f"{depth} bullet-{bullet}", keys=keys)
        mark = self.inlines.text(wording.list_mark(block.marker, item.ordinal), role, block.place)
        return Opening(f"<span class=mark>{mark} </span>", depth, keys)

    def _clause(self, clause: nodes.Clause, setting: Setting) -> str:
        if clause.kind == "article":
            return self._article(clause, setting)
        role = setting.body if setting.in_cell else clause.kind
        inside = replace(setting, body=role)
        runs_on = wording.runs_on(clause)
        content = self.inlines.text(wording.clause_label(clause.kind, clause.label), role, clause.place)
        content += self.inlines.write(clause.title, role, clause.place)
        if clause.title and runs_on:
            content += self.inlines.text(wording.TITLE_END, role)
        opening = Opening(f"<b>{content}</b>" if content else "", keys=_keys(clause.key))
        if runs_on:
            return self.write(clause.blocks, inside, opening, begun=True)
        alone = replace(opening, classes="keep-next" if clause.blocks else "")
        return self.paragraph(role, "", opening=alone) + self.write(clause.blocks, inside, begun=True)

    def _article(self, clause: nodes.Clause, setting: Setting) -> str:
        label = wording.clause_label("article", clause.label, alone=not clause.title)
        html = self.inlines.text(label, "article", clause.place)
        html += self.inlines.write(clause.title, "article", clause.place)
        heading = self.paragraph("article", html, opening=Opening(keys=_keys(clause.key)), tag="h2")
        return heading + self.write(clause.blocks, setting, begun=True)


def _keys(key: str) -> tuple[str, ...]:
    return (key,) if key and not is_made(key) else ()


def _depth(level: int, setting: Setting) -> str:
    return f"{'cell-' if setting.in_cell else ''}depth-{min(level, DEEPEST)}"


DEEPEST = 8
"""Lists deeper than this are indented no further (Word knows nine depths, from 0)."""
