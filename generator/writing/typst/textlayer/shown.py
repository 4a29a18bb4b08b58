"""What one operator of a text shows, and the glyphs in it with what is said of them.

Words come again and again, so what was read of an operand is kept with its face.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from struct import unpack
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from generator.persian.direction import RLM

if TYPE_CHECKING:
    from generator.writing.typst.textlayer.faces import Face
    from generator.writing.typst.textlayer.pieces import Piece

_PART = re.compile(rb"\(|<([0-9A-F]*)>|(-?[\d.]+)")
_BRACKET = re.compile(rb"[()]|\\.", re.DOTALL)
_DEEPER = {b"(": 1, b")": -1}
_AS_PYTHON = re.compile(rb"(?:[^\\\x80-\xff]|\\[0-7]{3}|\\[nrtbf\\])*")
"""A string that Python reads as a PDF does."""
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

FROM_RIGHT, FROM_LEFT = 1, 2
"""Letters that read from the right, and letters or digits that read from the left."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A glyph as Typst draws it: its place from the origin, what it means (with others of its cluster), how far it is raised.

    All distances are thousandths of the size.
    """

    number: int
    place: float
    text: str
    up: float = 0


Part = bytes | float
"""A part of an operand: the codes of glyphs, or a step to the left."""


@dataclass(slots=True, eq=False)
class Shown:
    """What one operator shows, and where it leaves the pen; one cluster where a text is said of all of it."""

    face: Face
    parts: Sequence[Part]
    said: str | None
    end: float
    strength: int
    pieces: dict[bool, Piece] = field(default_factory=dict)
    """What is drawn for it, in a text from the right or from the left."""
    divided: dict[int, tuple[Shown, Shown]] = field(default_factory=dict)

    @property
    def is_cluster(self) -> bool:
        """Whether all its glyphs mean a text together."""
        return self.said is not None

    @property
    def inks(self) -> list[Ink]:
        """Its glyphs."""
        found: list[Ink] = []
        pen = 0.0
        for part in self.parts:
            if isinstance(part, float):
                pen -= part
                continue
            for number in numbers(part):
                found.append(Ink(number, pen, self.face.text(number) if self.said is None else self.said))
                pen += self.face.width(number)
        return found

    @property
    def first(self) -> str:
        """What its first glyph means."""
        codes = next(part for part in self.parts if isinstance(part, bytes))
        return self.said if self.said is not None else self.face.text(numbers(codes)[0])

    @property
    def last(self) -> str:
        """What its last glyph means."""
        codes = next(part for part in reversed(self.parts) if isinstance(part, bytes))
        return self.said if self.said is not None else self.face.text(numbers(codes)[-1])

    def divide(self, count: int) -> tuple[Shown, Shown]:
        """Return its first glyphs and the others, where they begin is where the first ones end."""
        if count not in self.divided:
            self.divided[count] = self._divide(count)
        return self.divided[count]

    def _divide(self, count: int) -> tuple[Shown, Shown]:
        before: list[Part] = []
        after = [*self.parts]
        while count:
            part = after.pop(0)
            if isinstance(part, float):
                before.append(part)
                continue
            own, others = part[: count * 2], part[count * 2 :]
            before.append(own)
            count -= len(own) // 2
            if others:
                after.insert(0, others)
        if after and isinstance(after[0], float):
            before.append(after.pop(0))
        return made(self.face, before, self.said), made(self.face, after, self.said)


def numbers(codes: bytes) -> tuple[int, ...]:
    """Return the numbers of glyphs from their codes, of two bytes each."""
    return unpack(f">{len(codes) // 2}H", codes)


def made(face: Face, parts: Sequence[Part], said: str | None) -> Shown:
    """Return what shows these parts, with how strongly it shows a direction."""
    end, strength = 0.0, 0 if said is None else strength_of(said)
    for part in parts:
        if isinstance(part, float):
            end -= part
            continue
        for number in numbers(part):
            end += face.width(number)
            if said is None:
                strength |= face.strength(number)
    return Shown(face, parts, said, end, strength)


def strength_of(text: str) -> int:
    """Return which directions the letters of a text have."""
    strength = 0
    for character in text:
        way = bidirectional(character)
        if way in ("R", "AL") and character != RLM:
            strength |= FROM_RIGHT
        elif way in ("L", "EN", "AN"):
            strength |= FROM_LEFT
    return strength


def read(face: Face, operand: bytes, said: str | None) -> Shown:
    """Read what an operator shows, with the text that is said of it, if any."""
    key = operand, said
    known = face.shown.get(key)
    if known is None:
        known = face.shown[key] = made(face, [*_parts(operand)], said)
    return known


def _parts(operand: bytes) -> Iterator[Part]:
    """Yield the strings of an operand, and the numbers between them."""
    place = 0
    while match := _PART.search(operand, place):
        place = match.end()
        if match[2] is not None:
            yield float(match[2])
        elif match[1] is not None:
            yield bytes.fromhex(match[1].decode())
        else:
            start, place = place, _end(operand, place)
            yield unescaped(operand[start : place - 1])


def _end(written: bytes, start: int) -> int:
    """Return the place after a string that begins before `start`; brackets in pairs may stand in it as they are."""
    depth = 1
    for match in _BRACKET.finditer(written, start):
        depth += _DEEPER.get(match[0], 0)
        if not depth:
            return match.end()
    return len(written) + 1


def unescaped(written: bytes) -> bytes:
    """Return what a string of a PDF holds."""
    if b"\\" not in written:
        return written
    if _AS_PYTHON.fullmatch(written):
        return written.decode("unicode_escape").encode("latin-1")
    return _ESCAPE.sub(_unescaped, written)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if code[:1].isdigit() else _ESCAPED.get(code, code)
