"""Tables of contents, lists of tables and figures: a line for each entry, dots, and its page at the left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import wording
from generator.writing.typst.inlines import DIGITS
from generator.writing.typst.literals import array, joined, string

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

TITLE_ROLE = "contents-title"


def write_contents(contents: nodes.Contents, blocks: Blocks, setting: Setting) -> str:
    """Write a title and a line for each entry that stands somewhere; nothing without entries."""
    anchor = blocks.labels.anchor(contents.key)
    if not contents.entries:
        return anchor
    title = blocks.inlines.text(wording.CONTENTS_TITLES[contents.what], blocks.around(TITLE_ROLE, setting))
    heading = blocks.paragraph(TITLE_ROLE, joined([anchor, title]))
    entries = (_entry(contents, entry, blocks, setting) for entry in contents.entries)
    lines = ",\n".join(entry for entry in entries if entry)
    return f"contents({heading}, (\n{lines},\n))"


def _entry(contents: nodes.Contents, entry: nodes.ContentsEntry, blocks: Blocks, setting: Setting) -> str:
    role = wording.entry_role(contents.what, entry)
    around = replace(blocks.around(role, setting, contents.place), anchored=False)
    number = blocks.inlines.text(wording.entry_number(entry), around)
    text = blocks.inlines.write(entry.children, around)
    blocks.inlines.text(f".{DIGITS}", around)
    label = blocks.labels.known(entry.target)
    content = joined([number, text])
    return f"{string(label)}: {array([blocks.roles.name(role), content])}" if label else ""
