"""What three readers find on each page of a PDF, line by line: poppler, pdfium (Chrome, Edge) and MuPDF."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree

_ENOUGH = 300
"""Seconds that a program may take for a document."""

_ADJOINING = 0.3
"""How far from each other two characters of one word stand at most, in the size of the face."""

_LEFT_TO_RIGHT = re.compile("[0-9۰-۹A-Za-z٬٫/:.٪@_+±−-]+")
_NEXT_PIECE = re.compile("\u202c\u200f?\u202a(?=[۰-۹])")
_HUGE = etree.XMLParser(huge_tree=True)

_FORWARD = re.compile(r"\b(?:در|از|به|که|را|این)\b")
_BACKWARD = re.compile(r"\b(?:رد|زا|هب|هک|ار|نیا)\b")


def poppler(file: Path) -> list[str]:
    """The text of each page as poppler finds it.

    What runs from the left it puts between marks. Where two such pieces follow each other they are two on the page as well: a
    bracket between them, which it takes to the other side of a number, parts them.
    """
    return _NEXT_PIECE.sub(" ", _run("pdftotext", str(file), "-")).split("\f")[:-1]


def pdfium(file: Path) -> list[str]:
    """The text of each page as pdfium finds it; a hyphen that it takes for one at a line's end is one."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [text.replace("\r\n", "\n").replace("\ufffe", "-") for text in texts]


def mupdf(file: Path) -> list[str]:
    """The text of each page as MuPDF finds it.

    Its releases up to that of Debian 12 at least give what is drawn on one height in the order of drawing, each piece from the
    left, all cells of a row in one line. Then a piece is turned around, its numbers and Latin words apart, and room between two
    is the end of a line, as later releases do by themselves.
    """
    text = _run("mutool", "draw", "-q", "-F", "txt", "-o", "-", str(file))
    if len(_FORWARD.findall(text)) >= len(_BACKWARD.findall(text)):
        return text.split("\f")[:-1]
    root = etree.fromstring(_run("mutool", "draw", "-q", "-F", "stext", "-o", "-", str(file)).encode(), _HUGE)
    return ["\n".join(line_text(line) for line in page.iter("line")) for page in root.iter("page")]


def line_text(line: etree._Element) -> str:
    """What MuPDF found on one height, piece after piece."""
    text, before = "", None
    for piece in _pieces(line):
        if before is not None and abs(before.left - piece.right) > _ADJOINING * piece.size:
            text += "\n"
        text += _turned(piece.text)
        before = piece
    return text


def _turned(text: str) -> str:
    """A piece in the order of reading, from that of drawing."""
    return _LEFT_TO_RIGHT.sub(lambda run: run[0][::-1], text[::-1])


@dataclass
class _Piece:
    """Characters drawn one after the other to the right; positions and size in points."""

    text: str
    left: float
    right: float
    size: float


def _pieces(line: etree._Element) -> Iterator[_Piece]:
    piece: _Piece | None = None
    for font in line.iter("font"):
        size = float(font.get("size", ""))
        for char in font.iter("char"):
            left, right = (float(char.get("quad", "").split()[corner]) for corner in (0, 2))
            text = char.get("c", "")
            if piece is not None:
                step = left - piece.right
                # The spaces of a justified line are wider than what the face gives them.
                widest = 2.0 if piece.text.endswith(" ") else _ADJOINING
                if -size / 2 < step < widest * size:
                    piece.text, piece.right = piece.text + text, max(piece.right, right)
                    continue
                yield piece
            piece = _Piece(text, left, right, size)
    if piece is not None:
        yield piece


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=_ENOUGH)
    return done.stdout.decode("utf-8", "replace")


READERS: dict[str, Callable[[Path], list[str]]] = {"poppler": poppler, "pdfium": pdfium, "MuPDF": mupdf}
