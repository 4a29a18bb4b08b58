"""Figures, maps and pictures of the tree as HTML: the picture by its address among the assets, its caption below."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import drawing, pictures, wording
from generator.writing.drawing import ROLE
from generator.writing.weasyprint import assets
from generator.writing.weasyprint.body.inlines import identifier

if TYPE_CHECKING:
    from generator.writing.weasyprint.body.blocks import Blocks

PICTURE, CAPTION = "figure", "figure-caption"


def write_figure(figure: nodes.Drawn, blocks: Blocks) -> str:
    """Write a figure that stays on one page with its caption; the key is the id of both together."""
    picture = blocks.paragraph(PICTURE, f'<img src="{_source(figure, blocks)}" alt="{escape(figure.summary)}">')
    number = blocks.inlines.text(wording.caption_number(figure.number), CAPTION, figure.place)
    caption = blocks.paragraph(CAPTION, number + blocks.inlines.write(figure.caption, CAPTION, figure.place))
    return f"<div class=keep{identifier(figure.key)}>\n{picture}{caption}</div>\n"


def _source(figure: nodes.Drawn, blocks: Blocks) -> str:
    """Return the address of the picture; that of a file with the size that it is shown in."""
    if isinstance(figure, nodes.Picture):
        size = f"width: {figure.wide:g}pt; height: {figure.high:g}pt"
        return f'{assets.address(pictures.asset(figure))}" style="{size}'
    if isinstance(figure, nodes.Map):
        for feature in figure.features:  # noted for the faces, as no text of the document has the names on a map
            blocks.inlines.text(feature.name, ROLE, figure.place)
    return assets.address(drawing.asset(figure.key, "svg"))
