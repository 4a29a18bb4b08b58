"""Parts words that are longer than their line, which Typst would set out of the margin.

A break opportunity is a zero width space (U+200B); it joins no letters and parts none.
"""

from __future__ import annotations

import re

from generator.style import faces
from generator.style.style import Style

_BREAK = "\u200b"
_NO_BREAK = "\u00a0"
_AFTER = re.compile(r"(?<=[/?&=._\-@:])(?=\w)")
_EVERYWHERE = re.compile(r"(?<=[^\s\u200b])(?=[^\s\u200b\u200c\u0300-\u036f\u064b-\u065f\u0670])")
_BEFORE_SLASH = re.compile(r"(?<= )(?=/)")
"""A line ends before a slash neither, though a space stands there (Unicode Standard Annex 14, LB13)."""
_TOGETHER = re.compile(r"[^ \t\n\u200b]+")
"""What Typst does not break: a word, or words with no-break spaces between them."""

_WIDEST = 1.1
"""The advance of a wide letter, in em: a word of few letters is not measured."""

_SURE = 0.98

_GROUP = 4


class Longwords:
    """Measures words with the faces of a look."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def parted(self, text: str, role: str, width: float, *, bold: bool, latin: bool = False) -> str:
        """Return a text with break opportunities in the words that are wider than a line; `latin` if its face draws all."""
        fitting = width / (self._style.roles[role].size * _WIDEST)
        pieces = text.replace(" /", "/").split(" ")
        if len(text) <= fitting or max(map(len, pieces), default=0) <= fitting:
            return text
        text = _BEFORE_SLASH.sub(_BREAK, text)

        def too_wide(word: str) -> bool:
            return len(word) > fitting and self.is_too_wide(word, role, width, bold=bold, latin=latin)

        def part(word: str) -> str:
            if not too_wide(word):
                return word
            return _BREAK.join(everywhere(piece) if too_wide(piece) else piece for piece in _AFTER.split(word))

        def part_together(found: re.Match[str]) -> str:
            if not too_wide(found[0]):
                return found[0]
            return f"{_NO_BREAK}{_BREAK}".join(map(part, found[0].split(_NO_BREAK)))

        return _TOGETHER.sub(part_together, text)

    def is_too_wide(self, word: str, role: str, width: float, *, bold: bool, latin: bool = False) -> bool:
        """Return whether a word is wider than a line, or nearly so: kerning is left out of its measure."""
        look = self._style.roles[role]
        stack = self._style.stacks[look.stack]
        families = (stack.latin, *stack.faces) if latin else stack.faces
        return faces.advance(word, families, look.size, look.bold or bold) > width * _SURE


def in_groups(dots: str) -> str:
    """Return dots that may be broken after each few of them: a place to break at takes Typst longer than a dot."""
    return _BREAK.join(dots[at : at + _GROUP] for at in range(0, len(dots), _GROUP))


def everywhere(word: str) -> str:
    """Return a word that may be broken at any letter."""
    return _EVERYWHERE.sub(_BREAK, word)
