"""Tables of contents, lists of tables and figures: Word's own fields, already filled with the pages of the PDF.

Word and LibreOffice show the stored entries, and Word makes them anew when a person asks it to; nothing is marked for updating,
since Word would ask about that at every opening. Headings are found by their styles, articles by the outline level of theirs.
Captions carry their number as text and no `SEQ` field, so each holds a hidden `TC` entry, by which the list finds it; the level
of these entries is one that no heading has, and its style that of the list's lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.persian import numeral
from generator.tree import nodes
from generator.writing import wording
from generator.writing.pagination import staying_with_next
from generator.writing.word import elements
from generator.writing.word.runs import HIDDEN, field_begin, field_end, field_runs, tab_run, text_run
from generator.writing.word.styles import DIGIT_STYLE, GAP_STYLE, style_id

if TYPE_CHECKING:
    from generator.writing.word.blocks import Blocks, Setting

_ENTRIES, _LEVEL = {"tables": "T", "figures": "F"}, 4
"""The type identifiers and the level of the entries of captions."""


def hidden_entry(what: str, caption: str) -> str:
    """Return the hidden field by which a list of tables or figures finds a caption, with the text of its line."""
    quoted = caption.replace("\\", "\\\\").replace('"', '\\"')
    return field_runs(f'TC "{quoted}" \\f {_ENTRIES[what]} \\l {_LEVEL}', "", HIDDEN)


def write_contents(contents: nodes.Contents, blocks: Blocks, setting: Setting) -> list[elements.Element]:
    """Write a title and a line for each entry, headings in a block that Word offers to update; nothing without entries."""
    if not contents.entries:
        return []
    title = elements.Paragraph(style_id("contents-title"), [text_run(wording.CONTENTS_TITLES[contents.what])])
    lines = [_line(contents, entry, blocks, setting, keep) for entry, keep in staying_with_next(contents.entries)]
    lines[0].content.insert(0, field_begin(_instruction(contents)))
    last = elements.Paragraph(GAP_STYLE)
    last.content.append(field_end())
    if contents.what == "headings":
        title.before = (
            f'<w:sdt><w:sdtPr><w:id w:val="{blocks.inlines.controls.identifier("contents")}"/><w:docPartObj>'
            '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
        )
        last.after = "</w:sdtContent></w:sdt>"
    # A section may end after the block, never in it.
    return [title, *lines, last, elements.Paragraph(GAP_STYLE)]


def _instruction(contents: nodes.Contents) -> str:
    if contents.what in _ENTRIES:
        return f'TOC \\f {_ENTRIES[contents.what]} \\l "{_LEVEL}-{_LEVEL}" \\h \\z'
    return f'TOC \\o "1-{contents.levels}" \\h \\z' + (" \\u" if contents.articles else "")


def _line(
    contents: nodes.Contents, entry: nodes.ContentsEntry, blocks: Blocks, setting: Setting, keep_next: bool
) -> elements.Paragraph:
    anchor = blocks.bookmarks.name(entry.target)
    text = text_run(number) if (number := wording.entry_number(entry)) else ""
    text += blocks.inlines.runs(entry.children, anchored=False) + tab_run()
    page = text_run(_page(entry.target, blocks.pages), character_style=DIGIT_STYLE)
    if entry.annex:
        text += text_run(wording.entry_part(entry))
    text += field_runs(f"PAGEREF {anchor} \\h", page, character_style=DIGIT_STYLE)
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{text}</w:hyperlink>'
    role = wording.entry_role(contents.what, entry)
    return elements.Paragraph(style_id(role), [link], keep_next=keep_next, leader=setting.width)


def _page(target: str, pages: Mapping[str, int]) -> str:
    """Return the page of a key; a question mark where it is not known, as Word shows it."""
    return numeral(pages[target]) if target in pages else "؟"
