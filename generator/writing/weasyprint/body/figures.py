"""Figures of the tree as HTML: the picture by its address among the assets, its caption below."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import drawing, wording
from generator.writing.weasyprint import assets
from generator.writing.weasyprint.body.inlines import identifier

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks

PICTURE, CAPTION = "figure", "figure-caption"


def write_figure(figure: nodes.Figure, blocks: Blocks) -> str:
    """Write a figure that stays on one page with its caption; the key is the id of both together."""
    address = assets.address(drawing.asset(figure.key, "svg"))
    picture = blocks.paragraph(PICTURE, f'<img src="{address}" alt="{escape(figure.summary)}">')
    number = blocks.inlines.text(wording.caption_number(figure.number), CAPTION, figure.place)
    caption = blocks.paragraph(CAPTION, number + blocks.inlines.write(figure.caption, CAPTION, figure.place))
    return f"<div class=keep{identifier(figure.key)}>\n{picture}{caption}</div>\n"
