"""Parts words that are longer than their line, which Typst would set out of the margin.

A break opportunity is a zero width space (U+200B); it joins no letters and parts none.
"""

from __future__ import annotations

import re

from generator.style import faces
from generator.style.style import Style

_BREAK = "\u200b"
_AFTER = re.compile(r"(?<=[/?&=._\-@:])(?=\w)")
_EVERYWHERE = re.compile(r"(?<=[^\s\u200b])(?=[^\s\u200b\u200c\u0300-\u036f\u064b-\u065f\u0670])")
_WORD = re.compile(r"[^\s\u00a0\u200b]+")

_WIDEST = 1.1
"""The advance of a wide letter, in em: a word of few letters is not measured."""


class Longwords:
    """Measures words with the faces of a look."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def parted(self, text: str, role: str, width: float, *, bold: bool) -> str:
        """Return a text with break opportunities in the words that are wider than a line."""
        fitting = width / (self._style.roles[role].size * _WIDEST)
        if len(text) <= fitting:
            return text

        def part(found: re.Match[str]) -> str:
            word = found[0]
            if len(word) <= fitting or not self.is_too_wide(word, role, width, bold=bold):
                return word
            pieces = _AFTER.split(word)
            return _BREAK.join(
                self.everywhere(piece) if self.is_too_wide(piece, role, width, bold=bold) else piece for piece in pieces
            )

        return _WORD.sub(part, text)

    def is_too_wide(self, word: str, role: str, width: float, *, bold: bool) -> bool:
        """Return whether a word is wider than a line."""
        look = self._style.roles[role]
        return faces.advance(word, self._style.stacks[look.stack].faces, look.size, look.bold or bold) > width

    @staticmethod
    def everywhere(word: str) -> str:
        """Return a word that may be broken at any letter."""
        return _EVERYWHERE.sub(_BREAK, word)
