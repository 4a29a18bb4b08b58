"""Reads the texts of a page as Typst writes them, and nothing else: another form is an error, not a guess.

A text is glyphs of one face on one line, from left to right, in several operators where something is said of a part of them:

    q 1 0 0 -1 401.0 797.8 cm/c0 cs 0.1 0.2 0.3 scn
    BT/Span<</ActualText<FEFF06470654>>>BDC/ReversedChars BMC 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm[(…)-20(…)]TJ
    EMC
    EMC 0 Tr/f0 10 Tf 1 0 0 -1 20.3 0 Tm(…)Tj
    ET
    Q
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.writing.pdf.textlayer.letters import is_mark, letters
from generator.writing.typst.textlayer import shown
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.faces import Face
from generator.writing.typst.textlayer.shown import Shown, unescaped

_BEGIN, _END = b"\nBT", b"\nET\nQ"
_HEAD = re.compile(rb"q ([-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+) ([-\d.]+) ([-\d.]+) cm[^\n]*\nBT")
# The end of an operator is nowhere in a string: codes have two bytes, and no face has so many glyphs that one begins with «T».
_OPERATOR = re.compile(
    rb"((?:/Span<</ActualText(.*?)>>BDC)?(/ReversedChars BMC)? 0 Tr(/\w+ [\d.]+) Tf 1 0 0 -1 ([-\d.]+) ([-\d.]+) Tm"
    rb"([^T]*(?:T[^Jj][^T]*)*)T[Jj]((?:\nEMC)*))",
    re.DOTALL,
)
# Each of these has a «T» in or beside it; looking for that alone costs nothing where there are only drawings.
_OTHER_TEXT = re.compile(rb"BT(?![^\s/\[(<])|T[JjfmD*](?![^\s/\[(<])|/ActualText|/ReversedChars")
_BETWEEN = re.compile(rb"(?:\s|EMC|BMC|BDC|/\w+|<<[^<>]*(?:<[0-9A-F]*>[^<>]*)*>>)*")
"""What may stand between two parts of one line: marks of the structure."""

_UPRIGHT = b"1 0 0 -1"

_LEAD = b"\nq 1 0 0 -1 "

_EXACT = 0.002
"""Points that a text may be from its place among others at equal distances."""

_CLOSE = 1.5
"""The distance of such ones, in the width of each."""


@dataclass(slots=True, eq=False)
class Body:
    """What a text shows, at places in thousandths of its size; each part may be raised."""

    face: Face
    font: bytes
    """Face and size as they are written."""
    size: float
    parts: list[tuple[float, float, Shown]]
    """Each with its place and how far it is raised."""
    is_mark: bool
    """Whether it is nothing but signs on letters, which move the pen by nothing, whatever their width."""
    strength: int
    """Which directions its letters have."""
    alone: dict[bool, Drawn] = field(default_factory=dict)
    """What is drawn for it where it is whole, from the right or not."""

    @property
    def end(self) -> float:
        """Where the pen is after it."""
        place, _, last = self.parts[-1]
        return place + last.end


@dataclass(slots=True, eq=False)
class Text:
    """A text of a page: where it is in the content, its frame, its origin in that, in points to the right and downwards."""

    start: int
    stop: int
    frame: bytes
    x: float
    y: float
    head: bytes
    """What is written before what it shows."""
    body: Body
    follows: bool
    """Whether nothing is drawn between it and the text before."""

    @property
    def right(self) -> float:
        """Where the pen is after it, in points."""
        return self.x + self.body.end * self.body.size / 1000


class Contents:
    """Reads the contents of pages whose faces have the same names; None is a face that draws pictures.

    What several texts show alike is read once.
    """

    def __init__(self, faces: Mapping[bytes, Face | None]) -> None:
        self._faces = faces
        self._bodies: dict[bytes, Body | None] = {}

    def texts(self, content: bytes) -> Iterator[Text]:
        """Read the texts of a content, but for those of faces that draw pictures.

        Raises MachineError where text is written in another form.
        """
        rest: list[bytes] = []
        stop, follows = 0, False
        while (begin := content.find(_BEGIN, stop)) >= 0:
            start = content.rfind(b"\n", stop, begin) + 1 or stop
            end = content.find(_END, begin)
            match = _HEAD.match(content, start, begin + len(_BEGIN))
            if match is None or end < 0:
                raise unknown(content[start:])
            between = content[stop:start]
            rest.append(between)
            stop = end + len(_END)
            written = content[begin + len(_BEGIN) : end]
            if written not in self._bodies:
                self._bodies[written] = self._read(written)
            body = self._bodies[written]
            if body is not None:
                frame, across, up = match.groups()
                if frame == _UPRIGHT:
                    x, y = float(across), -float(up)
                    if content.startswith(_LEAD, stop) and len(body.parts) == 1:
                        body, stop = _with_equal(content, content[match.end(2) : stop], x, body, stop)
                else:
                    x, y = _turned(frame, float(across), float(up))
                joins = follows and (between == b"\n" or _BETWEEN.fullmatch(between) is not None)
                yield Text(start, stop, frame, x, y, match[0], body, joins)
            follows = body is not None
        rest.append(content[stop:])
        if found := _OTHER_TEXT.search(b"\n".join([part for part in rest if b"T" in part])):
            raise unknown(found[0])

    def _read(self, written: bytes) -> Body | None:
        parts: list[tuple[float, float, Shown]] = []
        length, depth, strength, said, font = 0, 0, 0, None, b""
        face: Face | None = None
        for whole, spanned, turned, set_font, place, down, operand, closed in _OPERATOR.findall(written):
            length += len(whole)
            if set_font != font:
                if font:
                    raise unknown(written)
                font = set_font
                name, _, size = font.partition(b" ")
                face, scale = self._faces.get(name), 1000 / float(size)
            if face is None:
                return None
            if spanned:
                said = _said(spanned)
                depth += 1
            if turned:
                depth += 1
            part = face.shown.get((operand, said)) or shown.read(face, operand, said)
            strength |= part.strength
            parts.append((float(place) * scale, -float(down) * scale, part))
            if closed:
                depth -= len(closed) // 4
            if not depth:
                said = None
        if length != len(written) or depth or face is None:
            raise unknown(written)
        signs = _has_mark(parts[0][2].first) and all(_has_mark(ink.text) for _, _, part in parts for ink in part.inks)
        return Body(face, font, float(size), parts, signs, strength)


@cache
def _has_mark(text: str) -> bool:
    return any(map(is_mark, letters(text)))


def _with_equal(content: bytes, text: bytes, x: float, body: Body, stop: int) -> tuple[Body, int]:
    """Read a text as one with the same ones that follow it at equal distances: the dots of a line of contents.

    `text` is what they have in common, all after the place `x`. Returns what all of them show, and where they stop.
    """
    count, distance = 1, 0.0
    while content.startswith(_LEAD, stop):
        start = stop + len(_LEAD)
        end = content.find(b" ", start)
        if not content.startswith(text, end):
            break
        place = float(content[start:end]) - x
        if count == 1:
            distance = place
            width = body.end * body.size / 1000
            if body.parts[0][2].count > 1 or not 0 < width <= distance < width * _CLOSE:
                break
        if abs(place - count * distance) > _EXACT:
            break
        stop = end + len(text)
        count += 1
    if count > 1:
        step = distance * 1000 / body.size
        (place, up, one), *_ = body.parts
        parts = [(place, up, one), (place + (count - 1) * step, up, one)]
        if count > 2:
            parts.insert(1, (place + step, up, shown.repeated(one, count - 2, step)))
        body = Body(body.face, body.font, body.size, parts, body.is_mark, body.strength)
    return body, stop


def _turned(frame: bytes, x: float, y: float) -> tuple[float, float]:
    """Return the origin of a text in its own frame: along its line, and down."""
    a, b, c, d = map(float, frame.split())
    area = a * d - b * c
    if not area:
        raise unknown(frame)
    return (x * d - y * c) / area, (y * a - x * b) / area


@cache
def _said(written: bytes) -> str:
    """Read the text that is said of glyphs in place of their own."""
    raw = bytes.fromhex(written[1:-1].decode()) if written[:1] == b"<" else unescaped(written[1:-1])
    return raw[2:].decode("utf-16-be") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")


def unknown(written: bytes) -> MachineError:
    """Return the error that the file has a form that this was not made for."""
    return MachineError([problem("text-form-unknown", form=written[:40].decode("latin-1"))])
