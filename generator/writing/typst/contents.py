"""Tables of contents, lists of tables and figures: a line for each entry, dots, and its page at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.persian.direction import RLM
from generator.tree import nodes
from generator.writing import wording
from generator.writing.pagination import staying_with_next
from generator.writing.typst.annexes import NONE
from generator.writing.typst.inlines import DIGITS, ends_from_left
from generator.writing.typst.literals import array, joined, string, truth

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

TITLE_ROLE = "contents-title"


def write_contents(contents: nodes.Contents, blocks: Blocks, setting: Setting) -> str:
    """Write a title and a line for each entry that stands somewhere; nothing without entries."""
    anchor = blocks.labels.anchor(contents.key)
    standing = [entry for entry in contents.entries if blocks.labels.known(entry.target)]
    if not standing:
        return anchor
    words = wording.CONTENTS_TITLES[contents.what]
    title = blocks.inlines.text(words, blocks.around(TITLE_ROLE, setting))
    heading = blocks.paragraph(TITLE_ROLE, joined([blocks.chapter(words, setting, contents.place), anchor, title]))
    entries = (_entry(contents, entry, blocks, setting, keep_next=keep) for entry, keep in staying_with_next(standing))
    lines = ",\n".join(entries)
    return f"contents({heading}, (\n{lines},\n))"


def _entry(contents: nodes.Contents, entry: nodes.ContentsEntry, blocks: Blocks, setting: Setting, *, keep_next: bool) -> str:
    role = wording.entry_role(contents.what, entry)
    around = blocks.around(role, setting, contents.place)._replace(anchored=False)
    number = blocks.inlines.text(wording.entry_number(entry), around)
    text = blocks.inlines.write(entry.children, around)
    blocks.inlines.text(f".{DIGITS}", around)
    part = blocks.inlines.text(wording.entry_part(entry), around) if entry.annex else NONE
    label = blocks.labels.known(entry.target)
    mark = string(RLM) if entry.children and ends_from_left(entry.children[-1]) else ""
    content = joined([number, text, mark])
    annex = blocks.inlines.marks.of_entry(entry)
    return f"{string(label)}: {array([blocks.roles.name(role), truth(keep_next), content, part, annex])}"
