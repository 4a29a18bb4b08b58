"""What is drawn for a text: its pieces at their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.writing.pdf.textlayer import percent
from generator.writing.typst.textlayer.faces import Face
from generator.writing.typst.textlayer.pieces import Piece

_IN_PARTS = re.compile(r"\d \d")


class Drawn:
    """The pieces of a text of one direction, each at its place from the origin, and where the pen is after them."""

    __slots__ = (
        "alone",
        "end",
        "face",
        "has_percent",
        "is_in_parts",
        "is_moved_by_narrow",
        "kinds",
        "leftwards",
        "letters",
        "narrow_at_left",
        "parts",
        "plain",
    )

    def __init__(self, face: Face, leftwards: bool, parts: Sequence[tuple[float, Piece]], end: float) -> None:
        self.face = face
        self.leftwards = leftwards
        self.parts = parts
        self.end = end
        self.letters = "".join([piece.letters for _, piece in parts])
        self.kinds = "".join([piece.kinds for _, piece in parts])
        self.has_percent = not percent.SIGNS.isdisjoint(self.letters)
        """Whether it has a percent sign, which may stand at another text's number."""
        self.is_in_parts = not leftwards and _IN_PARTS.search(self.letters) is not None
        """Whether there are spaces within its numbers."""
        self.narrow_at_left = parts[0][1].narrow_at_left if parts else 0
        self.is_moved_by_narrow = bool(parts) and parts[-1][1].is_moved_by_narrow
        self.plain: bytes | None = None
        """How it is written without signs of direction, once that is known."""
        self.alone: bytes | None = None
        """How it is written where nothing stands beside it, once that is known."""
