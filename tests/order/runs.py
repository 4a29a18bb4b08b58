"""The lines of a Word file as Word orders them: by the direction of each run first, then by the bidirectional algorithm.

Word itself cannot be run here. It is taken at its word: a run without `w:rtl` is a left-to-right embedding in a right-to-left
paragraph, and the marks U+200E and U+200F count.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import bidi
from lxml import etree

from tests.order.cases import BRACKETS, MIRRORED, visible
from tests.order.glyphs import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LRE, _PDF = "\u202a", "\u202c"
_LEADER = "...."
"""What stands for a tab, as in a table of contents."""
_OVER = "\u0300"
_BRACKET = re.compile(f"[{re.escape(''.join(BRACKETS))}]")
_TURNED = re.compile(f"{_OVER}({_BRACKET.pattern})")
_PARTS = re.compile(r"word/(?:document|footnotes|header\d+|footer\d+)\.xml")


def lines(file: Path) -> list[Line]:
    """The lines of the text, its notes, headers and footers; a line ends with its paragraph or at a line break."""
    with zipfile.ZipFile(file) as archive:
        roots = [etree.fromstring(archive.read(part)) for part in archive.namelist() if _PARTS.fullmatch(part)]
    found = [line for root in roots for paragraph in root.iter(W + "p") for line in _lines(paragraph)]
    return [Line(line) for line in found if line]


def _lines(paragraph: etree._Element) -> Iterator[str]:
    line = ""
    for run in paragraph.iter(W + "r"):
        left_to_right = run.find(f"{W}rPr/{W}rtl") is None
        for node in run.iter(W + "t", W + "br", W + "tab"):
            if node.tag == W + "br":
                yield ordered(line)
                line = ""
            else:
                text = "\t" if node.tag == W + "tab" else node.text or ""
                line += f"{_LRE}{text}{_PDF}" if left_to_right else text
    yield ordered(line)


def ordered(line: str) -> str:
    """A line of a right-to-left paragraph from left to right, its brackets as they are drawn.

    The library does not say which brackets are mirrored: a mark over a bracket, which turns with it, does.
    """
    shown = bidi.get_display(_BRACKET.sub(rf"\g<0>{_OVER}", line), base_dir="R")
    return visible(_TURNED.sub(lambda found: found[1].translate(MIRRORED), shown).replace("\t", _LEADER))
