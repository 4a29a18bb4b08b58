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

_SURE = 0.98


class Longwords:
    """Measures words with the faces of a look."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def parted(self, text: str, role: str, width: float, *, bold: bool, latin: bool = False) -> str:
        """Return a text with break opportunities in the words that are wider than a line; `latin` if its face draws all."""
        fitting = width / (self._style.roles[role].size * _WIDEST)
        if len(text) <= fitting:
            return text

        def too_wide(word: str) -> bool:
            return len(word) > fitting and self.is_too_wide(word, role, width, bold=bold, latin=latin)

        def part(found: re.Match[str]) -> str:
            if not too_wide(found[0]):
                return found[0]
            return _BREAK.join(everywhere(piece) if too_wide(piece) else piece for piece in _AFTER.split(found[0]))

        return _WORD.sub(part, text)

    def is_too_wide(self, word: str, role: str, width: float, *, bold: bool, latin: bool = False) -> bool:
        """Return whether a word is wider than a line, or nearly so: kerning is left out of its measure."""
        look = self._style.roles[role]
        stack = self._style.stacks[look.stack]
        families = (stack.latin, *stack.faces) if latin else stack.faces
        return faces.advance(word, families, look.size, look.bold or bold) > width * _SURE


def everywhere(word: str) -> str:
    """Return a word that may be broken at any letter."""
    return _EVERYWHERE.sub(_BREAK, word)
