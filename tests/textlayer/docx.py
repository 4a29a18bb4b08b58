"""The words of a Word file: of its body with the footnotes, and of each of its headers and footers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
_COMPUTED = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|STYLEREF|PAGEREF c__end)\b")
"""Fields whose result each format finds for itself; those of references and of contents have their text in both."""

_LINES = (f"{_W}p", f"{_W}br", f"{_W}cr")
_HYPHEN = f"{_W}noBreakHyphen"


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says: its body with the footnotes, and each header and footer that is not the same as another.

    `cover` are those of the first page, where it has its own; else None.
    """

    body: str
    furniture: tuple[str, ...] = ()
    cover: tuple[str, ...] | None = None


def said(file: Path) -> Said:
    """The texts of a Word file.

    A content control says what it holds, be it a placeholder. A text box is said once, though a file has it twice: once for
    programs that know no such box. WordArt (the mark across a page) is a drawing in both formats and says nothing, as do
    charts; hidden text, deleted text and the instructions of fields are no text either.
    """
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".xml.rels"))]
        parts = {name: etree.fromstring(archive.read(name)) for name in names}
    body = "\n".join(_text(parts[name]) for name in ("word/document.xml", "word/footnotes.xml") if name in parts)
    own = _of_cover(parts)
    furniture = {name: _text(root) for name, root in sorted(parts.items()) if _FURNITURE.fullmatch(name)}
    cover = None if own is None else tuple(dict.fromkeys(furniture[name] for name in own))
    return Said(body, tuple(dict.fromkeys(text for name, text in furniture.items() if name not in (own or ()))), cover)


def _of_cover(parts: Mapping[str, etree._Element]) -> list[str] | None:
    """The parts that stand at the head and foot of the first page alone; None where it has those of the others."""
    section = next(parts["word/document.xml"].iter(f"{_W}sectPr"), None)
    if section is None or section.find(f"{_W}titlePg") is None:
        return None
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in parts["word/_rels/document.xml.rels"]}
    references = [each for kind in ("header", "footer") for each in section.iterchildren(f"{_W}{kind}Reference")]
    return [targets[each.get(f"{_R}id")] for each in references if each.get(f"{_W}type") == "first"]


def _text(root: etree._Element) -> str:
    return "".join(_Walker().pieces(root))


class _Walker:
    """Goes through a part and knows in which fields it is."""

    def __init__(self) -> None:
        self._fields: list[str] = []

    def pieces(self, node: etree._Element) -> Iterator[str]:
        if node.tag == _FALLBACK or (node.tag == f"{_W}r" and node.find(f"{_W}rPr/{_W}vanish") is not None):
            return
        if node.tag in _LINES:
            yield "\n"
        elif node.tag == f"{_W}tab" and node.getparent().tag == f"{_W}r":
            yield " "
        elif node.tag == _HYPHEN:
            yield "-"
        elif node.tag == f"{_W}fldChar":
            self._follow(node.get(f"{_W}fldCharType", ""))
        elif node.tag == f"{_W}instrText" and self._fields:
            self._fields[-1] += node.text or ""
        elif node.tag == f"{_W}t" and not any(map(_COMPUTED.match, self._fields)):
            yield node.text or ""
        simple = node.tag == f"{_W}fldSimple"
        if simple:
            self._fields.append(node.get(f"{_W}instr", ""))
        for child in node:
            yield from self.pieces(child)
        if simple:
            self._fields.pop()

    def _follow(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end":
            self._fields.pop()
