"""The glyphs that are added to a face for readers to find its text: silent ones, twins, marks at their place.

They are added to the part of the face that the PDF embeds, under numbers that follow those of the face.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from weasyprint.text.ffi import pango

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.writing.pdf.textlayer.glyphs import Component, Composite


@dataclass(slots=True)
class Additions:
    """The glyphs added to one face."""

    composites: dict[int, Composite] = field(default_factory=dict)
    numbers: dict[tuple[Composite, str], int] = field(default_factory=dict)
    """The number of each glyph, by what it draws and its letter."""
    known: dict[tuple[int, str, bool], tuple[int, str]] = field(default_factory=dict)
    """The number and letter of a glyph that alone draws some characters, to the left or not."""


def additions(font: Any) -> Additions:
    """Return the glyphs added to a font of WeasyPrint's."""
    if not hasattr(font, "additions"):
        font.additions = Additions()
    found: Additions = font.additions
    return found


def share(font: Any, fonts: Iterable[Any]) -> None:
    """Give a font that WeasyPrint embeds under the name of another the same glyphs, letters and widths.

    The PDF has one dictionary and one file for both, those of one of them.
    """
    if hasattr(font, "additions"):
        return
    for other in fonts:
        if other is not font and other.hash == font.hash:
            font.additions, font.to_unicode, font.widths = additions(other), other.to_unicode, other.widths


def next_number(font: Any) -> int:
    """Return the first number that no glyph of a font has, neither its own nor an added or a missing one."""
    count: int = font.glyph_count + len(font.missing) + len(additions(font).composites)
    return count


class EmbeddedFace:
    """A face as WeasyPrint embeds it (`weasyprint.pdf.fonts.Font`), at the size of a run."""

    def __init__(self, font: Any, size: float, pango_font: Any, stream: Any) -> None:
        self._font = font
        self._pango_font = pango_font
        self.size = size
        """In pixels of CSS."""
        self._em: int = font.upem
        self._stream = stream
        self._additions = additions(font)
        self.known = self._additions.known

    @property
    def name(self) -> str:
        """The name of the face in the PDF."""
        name: str = self._font.hash
        return name

    @property
    def has_pictures(self) -> bool:
        """Whether its glyphs are pictures, or letters of several colours."""
        return bool(self._font.bitmap or self._font.png or self._font.svg or self._font.colr)

    @property
    def can_grow(self) -> bool:
        """Whether glyphs can be added to it: its contours are TrueType's."""
        return "glyf" in self._font.tables

    def same(self, other: EmbeddedFace) -> bool:
        """Whether the other is this face at the same size."""
        return self._font is other._font and self.size == other.size

    def em(self, thousandths: float) -> int:
        """Turn thousandths of the size into units of the face."""
        return round(thousandths / 1000 * self._em)

    def units(self, offset: float) -> int:
        """Turn thousandths of a pixel into units of the face."""
        return round(offset / 1000 / self.size * self._em)

    def width(self, number: int) -> int:
        """Return the width of a glyph in thousandths of its size."""
        widths = self._font.widths
        if number not in widths:
            stream = self._stream
            pango.pango_font_get_glyph_extents(self._pango_font, number, stream.ink_rect, stream.logical_rect)
            widths[number] = round(stream.logical_rect.width * 1000 / 1024 / self.size)
        width: int = widths[number]
        return width

    def has_ink(self, number: int) -> bool:
        """Whether a glyph draws anything, as far as is known: a silent one does not."""
        glyph = self._additions.composites.get(number)
        return glyph is None or bool(glyph.components)

    def named(self, number: int, letter: str) -> int:
        """Return a glyph that looks like this one and means a letter: itself, or a twin where it means another."""
        if number in self._additions.composites or self._font.to_unicode.setdefault(number, letter) == letter:
            return number
        return self.composite(((number, 0, 0),), (number,), letter)

    def silent(self, letter: str) -> int:
        """Return a glyph without ink and width that means a letter."""
        return self.composite((), (), letter)

    def composite(self, components: tuple[Component, ...], widths: tuple[int, ...], letter: str) -> int:
        """Return a glyph that draws others and means a letter; raises MachineError for a face that cannot grow."""
        key = Composite(components, widths), letter
        known = self._additions.numbers
        if key not in known:
            if not self.can_grow:
                raise MachineError([problem("face-not-truetype", family=self._font.family)])
            known[key] = number = next_number(self._font)
            self._additions.composites[number] = key[0]
            self._font.to_unicode[number] = letter
            self._font.widths[number] = sum(map(self.width, widths))
        return known[key]
