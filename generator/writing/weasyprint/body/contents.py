"""Tables of contents, lists of tables and figures: a line for each entry, dots, and its page at the left."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.pagination import staying_with_next
from generator.writing.weasyprint.body.inlines import DIGITS, identifier

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks

TITLE_ROLE = "contents-title"


def write_contents(contents: nodes.Contents, blocks: Blocks) -> str:
    """Write a title and a line for each entry; the style sheet draws dots and pages. Nothing without entries."""
    if not contents.entries:
        return ""
    title = blocks.paragraph(TITLE_ROLE, blocks.inlines.text(wording.CONTENTS_TITLES[contents.what], TITLE_ROLE))
    lines = "".join(_line(contents, entry, blocks, keep) for entry, keep in staying_with_next(contents.entries))
    return f"<nav class=contents{identifier(contents.key)}>\n{title}{lines}</nav>\n"


def _line(contents: nodes.Contents, entry: nodes.ContentsEntry, blocks: Blocks, keep_next: bool) -> str:
    role = wording.entry_role(contents.what, entry)
    text = blocks.inlines.text(wording.entry_number(entry), role, contents.place)
    text += blocks.inlines.write(entry.children, role, contents.place, anchored=False)
    blocks.inlines.text(f".{DIGITS}", role, contents.place)
    kind = ""
    if entry.annex:
        kind = " class=of-annex"
        text += "<span class=leader></span>" + blocks.inlines.text(wording.entry_part(entry), role, contents.place)
    return blocks.paragraph(role, f'<a href="#{escape(entry.target)}"{kind}>{text}</a>', keep_next=keep_next)
