"""Figures, maps and pictures of the tree as Typst: what it shows in words too, its caption below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import drawing, pictures, wording
from generator.writing.drawing import ROLE
from generator.writing.typst.literals import joined, points, string

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

PICTURE, CAPTION = "figure", "figure-caption"


def write_figure(figure: nodes.Drawn, blocks: Blocks, setting: Setting) -> str:
    """Write a figure that stays on one page with its caption; the key names both together."""
    around = blocks.around(CAPTION, setting, figure.place)
    number = blocks.inlines.text(wording.caption_number(figure.number), around)
    text = blocks.inlines.write(figure.caption, around)
    caption = blocks.paragraph(CAPTION, joined([number, text]))
    picture = f"picture({blocks.roles.name(PICTURE)}, {_image(figure, blocks, setting)})"
    return (
        f"[#figure(kind: image, alt: {string(figure.summary)}, caption: {caption}, {picture}){blocks.labels.take(figure.key)}]"
    )


def _image(figure: nodes.Drawn, blocks: Blocks, setting: Setting) -> str:
    if isinstance(figure, nodes.Picture):
        name = string(blocks.file(pictures.asset(figure)))
        return f"{name}, width: {points(figure.wide)}, height: {points(figure.high)}"
    if isinstance(figure, nodes.Map):
        for feature in figure.features:  # noted for the faces, as no text of the document has the names on a map
            blocks.inlines.text(feature.name, blocks.around(ROLE, setting, figure.place))
    return string(blocks.file(drawing.asset(figure.key, "svg")))
