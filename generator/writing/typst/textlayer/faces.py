"""The faces that Typst embeds: what their glyphs are said to mean, how wide they are, and the glyphs that are added."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Name

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.writing.pdf.textlayer import embedding
from generator.writing.pdf.textlayer.glyphs import Component, Composite
from generator.writing.typst.textlayer.shown import strength_of

if TYPE_CHECKING:
    from generator.writing.typst.textlayer.pieces import Piece
    from generator.writing.typst.textlayer.shown import Shown

_NAMED = re.compile(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", re.MULTILINE)
_SAYS = "beginbfchar"
_AT_ONCE = 100
"""Entries that one section of a table of letters may have."""

_FASTEST = 1
"""The level of compression: a content is half as large as with the next ones and takes a third of their time."""

_LETTERS = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Simple:
    """A glyph that is drawn as it is, alone and before another, and how much wider readers are told that it is."""

    letter: str
    shows: bytes
    followed: bytes
    step: float


class Face:
    """A face as Typst embeds it; widths and places are thousandths of its size."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._font = font
        self._below = font.DescendantFonts[0]
        self._texts = _texts(font.ToUnicode.read_bytes())
        self._widths = _widths(self._below.W)
        self._told: dict[int, int] = {}
        self._program = self._below.FontDescriptor.get("/FontFile2")
        self._read_program()
        self._letters: dict[int, str] = {}
        self._composites: dict[int, Composite] = {}
        self._numbers: dict[tuple[Composite, str], int] = {}
        self.shown: dict[tuple[bytes, str | None], Shown] = {}
        """What was read of the operators that show glyphs, by what they show and what is said of it."""
        self.simple: dict[bool, dict[int, Simple]] = {True: {}, False: {}}
        """What is known of glyphs that are drawn as they are, in a text from the right or not."""
        self._strengths: dict[int, int] = {}
        self.clusters: dict[object, Piece] = {}
        """What is drawn for clusters that raised marks had divided."""

    def _read_program(self) -> None:
        self._em, self._count, self._inked = 1000, 0, frozenset[int]()
        if self._program is None:
            return
        with TTFont(io.BytesIO(self._program.read_bytes()), lazy=True) as file:
            self._em, self._count = file["head"].unitsPerEm, file["maxp"].numGlyphs
            places = file["loca"]
            self._inked = frozenset(number for number in range(self._count) if places[number] != places[number + 1])

    @property
    def family(self) -> str:
        """The name of the face."""
        return str(self._below.BaseFont)[1:].partition("+")[2]

    def same(self, other: object) -> bool:
        """Whether the other is this face; all of a row have one size."""
        return self is other

    def em(self, thousandths: float) -> int:
        """Turn thousandths of the size into units of the face."""
        return round(thousandths / 1000 * self._em)

    def thousandths(self, units: int) -> float:
        """Turn units of the face into thousandths of the size."""
        return units * 1000 / self._em

    def text(self, number: int) -> str:
        """Return what Typst says that a glyph means, where it does not say otherwise beside it."""
        return self._texts.get(number, "")

    def strength(self, number: int) -> int:
        """Return which directions the letters of that have."""
        if number not in self._strengths:
            self._strengths[number] = strength_of(self.text(number))
        return self._strengths[number]

    def width(self, number: int) -> float:
        """Return the width of a glyph in thousandths of its size."""
        return self._widths.get(number, 0.0)

    def told(self, number: int) -> int:
        """Return the width that readers are told, whole since pdfium knows no other."""
        width = self._told.get(number)
        if width is None:
            width = self._told[number] = round(self.width(number))
        return width

    def has_ink(self, number: int) -> bool:
        """Whether a glyph draws anything, as far as is known."""
        glyph = self._composites.get(number)
        if glyph is not None:
            return bool(glyph.components)
        return self._program is None or number in self._inked

    def named(self, number: int, letter: str) -> int:
        """Return a glyph that looks like this one and means a letter: itself, or a twin where it means another."""
        if number in self._composites or self._letters.setdefault(number, letter) == letter:
            return number
        return self.composite(((number, 0, 0),), (number,), letter)

    def silent(self, letter: str) -> int:
        """Return a glyph without ink and width that means a letter."""
        return self.composite((), (), letter)

    def composite(self, components: tuple[Component, ...], widths: tuple[int, ...], letter: str) -> int:
        """Return a glyph that draws others and means a letter; raises MachineError for a face that cannot grow."""
        key = Composite(components, widths), letter
        if key not in self._numbers:
            if self._program is None:
                raise MachineError([problem("face-not-truetype", family=self.family)])
            self._numbers[key] = number = self._count + len(self._composites)
            self._composites[number] = key[0]
            self._letters[number] = letter
            self._widths[number] = sum(map(self.width, widths))
        return self._numbers[key]

    def finish(self) -> None:
        """Write into the file what the glyphs mean now, and the added ones."""
        lines = [f"<{number:04X}> <{letter.encode('utf-16-be').hex()}>\n" for number, letter in sorted(self._letters.items())]
        sections = (lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE))
        told = "".join(f"{len(section)} beginbfchar\n{''.join(section)}endbfchar\n" for section in sections)
        write(self._font.ToUnicode, _LETTERS.format(told).encode())
        if "/CIDSet" in self._below.FontDescriptor:
            del self._below.FontDescriptor["/CIDSet"]
        last = self._count + len(self._composites)
        self._below.W = Array([0, Array([self.told(number) for number in range(last)])])
        if self._program is not None and self._composites:
            grown = embedding.grown(self._program.read_bytes(), self._composites)
            write(self._program, grown)
            self._program["/Length1"] = len(grown)


def write(stream: pikepdf.Object, data: bytes) -> None:
    """Put data into a stream, compressed at the level that costs little."""
    stream.write(zlib.compress(data, _FASTEST), filter=Name.FlateDecode)


def _texts(table: bytes) -> dict[int, str]:
    told = table.partition(_SAYS.encode())[2]
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _NAMED.findall(told)}


def _widths(row: pikepdf.Object) -> dict[int, float]:
    """Read the widths of glyphs, in both of the forms that a PDF may have."""
    widths: dict[int, float] = {}
    values = [*row]
    place = 0
    while place < len(values):
        first, second = int(values[place]), values[place + 1]
        if isinstance(second, pikepdf.Object):
            widths.update({first + number: float(width) for number, width in enumerate(second)})
            place += 2
        else:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(values[place + 2])))
            place += 3
    return widths
