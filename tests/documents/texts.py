"""The words of a document as each format holds them, made comparable.

A PDF is read back with poppler, which in one that LibreOffice lays out puts lam-alef ligatures around, moves hamzas and drops
half-spaces, so letters and digits are compared with these folded; the DOCX and the HTML behind the PDF are compared exactly.
How much of the text of the project's own PDFs is found, `tests.textlayer` measures.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from types import MappingProxyType

from lxml import etree, html

from generator.inspection.pdf import family

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
_CONTROLS = re.compile("[\u200c-\u200f\u202a-\u202e\u2066-\u2069]")
_HAMZA = re.compile(" ?\u0654")
_WORD = re.compile(r"[^\W\d_]+")
_COMPUTED = re.compile("PAGE|NUMPAGES|SECTIONPAGES|STYLEREF")
"""Fields whose result each format finds for itself: page numbers and the running title of a chapter."""
_BLOCKS = ("p", "h1", "h2", "h3", "td", "th", "li", "br", "header", "footer")


def docx_part(file: Path, name: str) -> etree._Element:
    """The root of a part of a Word file."""
    with zipfile.ZipFile(file) as archive:
        return etree.fromstring(archive.read(name))


def docx_parts(file: Path, pattern: str) -> list[etree._Element]:
    """The roots of the parts whose names match."""
    with zipfile.ZipFile(file) as archive:
        return [etree.fromstring(archive.read(name)) for name in sorted(archive.namelist()) if re.fullmatch(pattern, name)]


def docx_body(file: Path) -> str:
    """The text of a Word document, each footnote where its mark stands, without what parts it from its number."""
    notes = {
        note.get(W + "id", ""): docx_text(note).strip().removeprefix("-").lstrip()
        for root in docx_parts(file, r"word/footnotes\.xml")
        for note in root.iter(W + "footnote")
    }
    return docx_text(docx_part(file, "word/document.xml"), notes)


def docx_text(root: etree._Element, notes: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text of a Word part: paragraphs and line ends as line ends, nothing that the format computes, no marks of lists.

    `notes` are the texts of the footnotes, by id.
    """
    pieces: list[str] = []
    fields: list[str] = []
    for node in root.iter(*(W + name for name in ("p", "t", "tab", "br", "fldChar", "instrText", "footnoteReference"))):
        if node.tag == W + "fldChar":
            _follow(fields, node.get(W + "fldCharType", ""))
        elif node.tag == W + "instrText":
            fields[-1] += (node.text or "").strip()
        elif node.tag == W + "t":
            pieces.append("" if _is_mark(node.getparent()) or (fields and _COMPUTED.match(fields[-1])) else node.text or "")
        elif node.tag in (W + "p", W + "br"):
            pieces.append("\n")
        elif node.tag == W + "footnoteReference":
            pieces.append(notes.get(node.get(W + "id", ""), ""))
        elif node.tag == W + "tab" and node.getparent().tag == W + "r":
            pieces.append(" ")
    return _MARKS.sub("", "".join(pieces))


def _follow(fields: list[str], kind: str) -> None:
    """Keeps the instructions of the fields around: one begins, one ends."""
    if kind == "begin":
        fields.append("")
    elif kind == "end":
        fields.pop()


def _is_mark(run: etree._Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(W + "val") == "ListMark"


def docx_tables(root: etree._Element) -> list[list[int]]:
    """How many cells each row of each table has; what only continues a cell above is none."""
    return [
        [sum(not _continues(cell) for cell in row.iterchildren(W + "tc")) for row in table.iterchildren(W + "tr")]
        for table in root.iter(W + "tbl")
    ]


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val") != "restart"


def page_tables(*roots: html.HtmlElement) -> list[list[int]]:
    """How many cells each row of each table has in the HTML behind a PDF."""
    tables = [table for root in roots for table in root.iter("table")]
    return [[len(row) for row in table.xpath("./tr | ./*[self::thead or self::tbody or self::tfoot]/tr")] for table in tables]


def docx_marks(root: etree._Element) -> int:
    """How many items of lists have their mark, as a list of Word or as text."""
    listed = sum(paragraph.find(f"{W}pPr/{W}numPr") is not None for paragraph in root.iter(W + "p"))
    return listed + sum(_is_mark(run) for run in root.iter(W + "r"))


def page_text(*roots: html.HtmlElement) -> str:
    """The text of elements of the HTML behind a PDF: blocks and line ends as line ends, no marks of lists."""
    return _MARKS.sub("", "".join(piece for root in roots for piece in _pieces(root)))


def _pieces(node: html.HtmlElement) -> Iterator[str]:
    block = node.tag in _BLOCKS
    if block:
        yield "\n"
    if node.get("class") == "mark":
        return
    yield node.text or ""
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    if block:
        yield "\n"


def pdf_pages(file: Path) -> list[str]:
    """The text of each page as poppler reads it."""
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True, timeout=120).stdout
    return text.split("\f")[:-1]


def families(file: Path) -> set[str]:
    """The families of the faces of a PDF, all of them embedded; without spaces, which not every program keeps."""
    command = ["pdffonts", str(file)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.splitlines()[2:]
    # The columns from the right: object (two), whether it has a text table, is a subset, is embedded.
    assert [line for line in listed if line.split()[-5:-2] != ["yes", "yes", "yes"]] == []
    return unspaced(family(line.split()[0]) for line in listed)


def unspaced(names: Iterable[str]) -> set[str]:
    """Names of faces without their spaces."""
    return {name.replace(" ", "") for name in names}


def readable(text: str) -> str:
    """A text without the controls and the hamza that poppler moves or drops; spaces stay."""
    return _HAMZA.sub("", _CONTROLS.sub("", text))


def folded(text: str) -> str:
    """Letters and digits alone, lam and alef as one sign in whatever order."""
    kept = "".join(character for character in readable(text).replace("هللا", "الله") if character.isalnum())
    return kept.replace("لا", "ﻻ").replace("ال", "ﻻ")


def words(text: str) -> list[str]:
    """The words of a text, folded; numbers are no words."""
    return [folded(word) for word in _WORD.findall(readable(text))]


def squeezed(text: str) -> str:
    """Letters, digits and half-spaces alone, to look for a sentence wherever its lines end."""
    return "".join(character for character in text if character.isalnum())


def difference(expected: list[str], given: list[str]) -> str:
    """The first places where two lists of words part, short enough to read."""
    return "\n".join(list(unified_diff(expected, given, lineterm="", n=4))[:40])
