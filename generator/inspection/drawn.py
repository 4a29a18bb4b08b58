"""What a PDF page draws: each glyph with its font, its number and the text that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_ENTRY = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_SHOWING = {"Tj": 0, "TJ": 0, "'": 0, '"': 2}
_DEEPEST = 8
"""Forms within forms; a form that draws itself would not end."""


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
class Glyph:
    """One glyph drawn; `text` is what it is read as, empty when the file does not say."""

    font: Font
    code: int
    text: str

    @property
    def missing(self) -> bool:
        """Whether it is the glyph that stands for a character the font lacks (number 0)."""
        if not self.font.wide:
            return False
        if self.font.glyphs is None:
            return self.code == 0
        return not any(self.font.glyphs[2 * self.code : 2 * self.code + 2])


def drawn(page: pikepdf.Page) -> Iterator[Glyph]:
    """Every glyph that a page draws, in the order of drawing, forms included."""
    yield from _stream(page.obj, page.resources, 0)


def _stream(content: pikepdf.Object, resources: pikepdf.Object, depth: int) -> Iterator[Glyph]:
    fonts = {name: _font(entry) for name, entry in _entries(resources, "/Font")}
    forms = dict(_entries(resources, "/XObject"))
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
        elif name == "Do" and depth < _DEEPEST:
            form = forms.get(str(operands[0]))
            if form is not None and form.get("/Subtype") == "/Form":
                yield from _stream(form, form.get("/Resources", resources), depth + 1)
        elif name in _SHOWING and current:
            yield from _shown(operands[_SHOWING[name]], current)


def _entries(resources: pikepdf.Object, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    group = resources.get(kind)
    if group is not None:
        yield from group.items()


def _shown(operand: pikepdf.Object, font: Font) -> Iterator[Glyph]:
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    width = 2 if font.wide else 1
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            codes = bytes(piece)
            for start in range(0, len(codes), width):
                code = int.from_bytes(codes[start : start + width], "big")
                yield Glyph(font, code, font.texts.get(code, ""))


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
    """The table of a ToUnicode CMap: single codes and ranges."""
    texts: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            texts |= {int(code, 16): _decoded(text) for code, text in _ENTRY.findall(body)}
            continue
        for first, last, text, listed in _RANGE.findall(body):
            codes = range(int(first, 16), int(last, 16) + 1)
            if listed:
                texts |= dict(zip(codes, map(_decoded, _HEX.findall(listed)), strict=False))
            elif text:
                start = _decoded(text)
                texts |= {code: start[:-1] + chr(ord(start[-1]) + code - codes[0]) for code in codes}
    return texts


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", errors="replace")
