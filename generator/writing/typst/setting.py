"""What the surroundings of blocks make of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.tree import nodes


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of blocks.

    `width` is that of a line in points; `body` the role that a `body` paragraph takes, `align` its alignment; `level` the depth
    of lists; `bold` and `ink` are what the tone of a cell makes of its paragraphs. `anchored` is false in what repeats on other
    pages; `signing` are the signatures right after them.
    """

    width: float
    body: str = "body"
    in_cell: bool = False
    level: int = 0
    align: str = ""
    bold: bool = False
    ink: str = ""
    anchored: bool = True
    signing: nodes.Signatures | None = None
