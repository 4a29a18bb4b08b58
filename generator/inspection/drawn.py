"""The glyphs that a PDF page draws, each with its font, its number and its text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_SECTION = re.compile(rb"begin(bfchar|bfrange)")
_ENTRY = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_SHOWING = {"Tj": 0, "TJ": 0, "'": 0, '"': 2}
_MOST_FORMS = 500
"""Forms of a page; forms within forms deeper than this would exhaust the stack."""
_CODES = 2**16
"""Codes of a font: one or two bytes."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a page; equal by its name."""

    name: str
    embedded: bool = field(compare=False)
    wide: bool = field(compare=False)
    """Whether a code is two bytes (a composite font) or one."""
    texts: dict[int, str] = field(compare=False, repr=False)
    """The text of each code, from ToUnicode."""
    glyphs: bytes | None = field(compare=False, repr=False)
    """The glyph of each character id, two bytes each; None where they are the same."""


@dataclass(frozen=True, slots=True)
class DrawnGlyph:
    """One glyph drawn; `text` is what it is read as, empty when the file does not say."""

    font: Font
    code: int
    text: str

    @property
    def missing(self) -> bool:
        """Whether it is glyph number 0, which a font draws for a character that it does not have."""
        if not self.font.wide:
            return False
        if self.font.glyphs is None:
            return self.code == 0
        return not any(self.font.glyphs[2 * self.code : 2 * self.code + 2])


class PageReader:
    """A reader of the glyphs on the pages of one file; each font of the file is read once."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], Font] = {}

    def drawn(self, page: pikepdf.Page) -> Iterator[DrawnGlyph]:
        """Yield the glyphs of a page in the order of drawing, forms included, each form once."""
        yield from self._stream(page.obj, page.resources, set())

    def _stream(self, content: pikepdf.Object, resources: pikepdf.Object, forms: set[tuple[int, int]]) -> Iterator[DrawnGlyph]:
        fonts = {name: self._font(entry) for name, entry in _entries(resources, "/Font")}
        named = dict(_entries(resources, "/XObject"))
        current: Font | None = None
        saved: list[Font | None] = []
        for instruction in pikepdf.parse_content_stream(content):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "Tf":
                current = fonts.get(str(operands[0]))
            elif name == "q":
                saved.append(current)
            elif name == "Q" and saved:
                current = saved.pop()
            elif name == "Do":
                form = named.get(str(operands[0]))
                # A stream is always an object of its own, with a number; one that is drawn again says nothing new.
                if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and form.objgen not in forms:
                    forms.add(form.objgen)
                    if len(forms) > _MOST_FORMS:
                        raise ValueError("forms without end")
                    yield from self._stream(form, form.get("/Resources", resources), forms)
            elif name in _SHOWING and current:
                yield from _shown(operands[_SHOWING[name]], current)

    def _font(self, entry: pikepdf.Object) -> Font:
        key = entry.objgen
        if key == (0, 0):  # written where it is used
            return _font(entry)
        if key not in self._fonts:
            self._fonts[key] = _font(entry)
        return self._fonts[key]


def _entries(resources: pikepdf.Object, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    group = resources.get(kind)
    if group is not None:
        yield from group.items()


def _shown(operand: pikepdf.Object, font: Font) -> Iterator[DrawnGlyph]:
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    width = 2 if font.wide else 1
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            codes = bytes(piece)
            for start in range(0, len(codes), width):
                code = int.from_bytes(codes[start : start + width], "big")
                yield DrawnGlyph(font, code, font.texts.get(code, ""))


def _font(entry: pikepdf.Object) -> Font:
    wide = entry.get("/Subtype") == "/Type0"
    described = entry["/DescendantFonts"][0] if wide else entry
    descriptor = described.get("/FontDescriptor", pikepdf.Dictionary())
    mapped = described.get("/CIDToGIDMap")
    unicode = entry.get("/ToUnicode")
    return Font(
        str(entry.get("/BaseFont", "/")).removeprefix("/"),
        embedded=any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")) or entry.get("/Subtype") == "/Type3",
        wide=wide,
        texts=_texts(unicode.read_bytes()) if isinstance(unicode, pikepdf.Stream) else {},
        glyphs=mapped.read_bytes() if isinstance(mapped, pikepdf.Stream) else None,
    )


def _texts(cmap: bytes) -> dict[int, str]:
    """Read the table of a ToUnicode CMap: single codes and ranges."""
    texts: dict[int, str] = {}
    for kind, body in _sections(cmap):
        if kind == b"bfchar":
            texts |= {int(code, 16): _decoded(text) for code, text in _ENTRY.findall(body) if code.strip()}
            continue
        for first, last, text, listed in _RANGE.findall(body):
            if first.strip() and last.strip():
                texts |= _range(int(first, 16), int(last, 16), text, listed)
    return texts


def _sections(cmap: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the sections with their kinds; a section without an end is skipped."""
    at = 0
    while begin := _SECTION.search(cmap, at):
        at = cmap.find(b"end" + begin[1], begin.end())
        if at < 0:
            return
        yield begin[1], cmap[begin.end() : at]


def _range(first: int, last: int, text: bytes, listed: bytes) -> dict[int, str]:
    codes = range(first, min(last + 1, _CODES))
    if listed:
        return dict(zip(codes, map(_decoded, _HEX.findall(listed)), strict=False))
    start = _decoded(text)
    if not start:
        return {}
    letters = range(ord(start[-1]), sys.maxunicode + 1)
    return {code: start[:-1] + chr(letter) for code, letter in zip(codes, letters, strict=False)}


def _decoded(digits: bytes) -> str:
    """Decode hexadecimal digits as text; a zero is added to an odd last digit, as in every string of a PDF."""
    whole = b"".join(digits.split())
    return bytes.fromhex((whole + b"0" * (len(whole) % 2)).decode("ascii")).decode("utf-16-be", errors="replace")
