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
from generator.writing.pdf.textlayer.letters import is_mark
from generator.writing.typst.textlayer import shown
from generator.writing.typst.textlayer.drawn import Drawn
from generator.writing.typst.textlayer.faces import Face
from generator.writing.typst.textlayer.shown import Shown, unescaped

_BEGIN, _END = b"\nBT", b"\nET\nQ"
_HEAD = re.compile(rb"q ([-\d.]+ [-\d.]+ [-\d.]+ [-\d.]+) ([-\d.]+) ([-\d.]+) cm[^\n]*\nBT")
# The end of an operator is nowhere in a string: codes have two bytes, and no face has so many glyphs that one begins with «T».
_OPERATOR = re.compile(
    rb"((?:/Span<</ActualText(.*?)>>BDC)?(/ReversedChars BMC)? 0 Tr(/\w+ [\d.]+) Tf 1 0 0 -1 ([-\d.]+) ([-\d.]+) Tm"
    rb"(.*?[\])>])T[Jj]((?:\nEMC)*))",
    re.DOTALL,
)
_OTHER_TEXT = re.compile(rb"BT(?![^\s/\[(<])|T[JjfmD*](?![^\s/\[(<])|/ActualText|/ReversedChars")
_BETWEEN = re.compile(rb"(?:\s|EMC|BMC|BDC|/\w+|<<[^<>]*(?:<[0-9A-F]*>[^<>]*)*>>)*")
"""What may stand between two parts of one line: marks of the structure."""

_UPRIGHT = b"1 0 0 -1"


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
    alone: Drawn | None = field(default=None)
    """What is drawn for it where it is whole."""

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
            body = self._body(content[begin + len(_BEGIN) : end])
            if body is not None:
                frame, across, up = match.groups()
                x, y = (float(across), -float(up)) if frame == _UPRIGHT else _turned(frame, float(across), float(up))
                joins = follows and (between == b"\n" or _BETWEEN.fullmatch(between) is not None)
                yield Text(start, stop, frame, x, y, match[0], body, joins)
            follows = body is not None
        rest.append(content[stop:])
        if found := _OTHER_TEXT.search(b"\n".join(rest)):
            raise unknown(found[0])

    def _body(self, written: bytes) -> Body | None:
        if written not in self._bodies:
            self._bodies[written] = self._read(written)
        return self._bodies[written]

    def _read(self, written: bytes) -> Body | None:
        parts: list[tuple[float, float, Shown]] = []
        length, depth, said, font = 0, 0, None, b""
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
            depth += bool(spanned) + bool(turned) - len(closed) // 4
            parts.append((float(place) * scale, -float(down) * scale, shown.read(face, operand, said)))
            if not depth:
                said = None
        if length != len(written) or depth or face is None:
            raise unknown(written)
        signs = all(_has_mark(part.first) and all(_has_mark(ink.text) for ink in part.inks) for _, _, part in parts)
        return Body(face, font, float(size), parts, signs)


@cache
def _has_mark(text: str) -> bool:
    return any(map(is_mark, text))


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
