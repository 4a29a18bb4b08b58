"""Figures of the tree as Typst: the picture with what it shows in words, its caption below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tree import nodes
from generator.writing import drawing, wording
from generator.writing.typst.literals import joined, string

if TYPE_CHECKING:
    from generator.writing.typst.blocks import Blocks
    from generator.writing.typst.setting import Setting

PICTURE, CAPTION = "figure", "figure-caption"


def write_figure(figure: nodes.Figure, blocks: Blocks, setting: Setting) -> str:
    """Write a figure that stays on one page with its caption; the key names both together."""
    name = blocks.file(drawing.asset(figure.key, "svg"))
    around = blocks.around(CAPTION, setting, figure.place)
    number = blocks.inlines.text(wording.caption_number(figure.number), around)
    text = blocks.inlines.write(figure.caption, around)
    caption = blocks.paragraph(CAPTION, joined([number, text]))
    picture = f"picture({blocks.roles.name(PICTURE)}, {string(name)})"
    return (
        f"[#figure(kind: image, alt: {string(figure.summary)}, caption: {caption}, {picture}){blocks.labels.take(figure.key)}]"
    )
