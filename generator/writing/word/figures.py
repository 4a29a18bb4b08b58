"""Figures, maps and pictures of the tree as Word paragraphs: an inline drawing, its caption below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import drawing, pictures, wording
from generator.writing.word import elements
from generator.writing.word.contents import hidden_entry
from generator.writing.word.runs import text_run
from generator.writing.word.styles import style_id
from generator.writing.word.tables import alternative_text

if TYPE_CHECKING:
    from generator.writing.word.blocks import Blocks


def write_figure(figure: nodes.Drawn, blocks: Blocks) -> list[elements.Element]:
    """Write a figure and its caption, tied to one page."""
    if isinstance(figure, nodes.Picture):
        run = blocks.pictures.photograph(pictures.asset(figure), figure.wide, figure.high, figure.summary)
    else:
        names = drawing.asset(figure.key, "png"), drawing.asset(figure.key, "svg")
        run = blocks.pictures.figure(*names, figure.summary)
    picture = elements.Paragraph(style_id("figure"), [run], keep_next=True, line_auto=True)
    number = wording.caption_number(figure.number)
    content = [text_run(number), blocks.inlines.runs(figure.caption)]
    if "figures" in blocks.gathered:
        content.append(hidden_entry("figures", number + alternative_text(figure.caption)))
    return [picture, elements.Paragraph(style_id("figure-caption"), content, keep_lines=True)]
