"""A built DOCX as its parts, for assertions on the XML."""

from __future__ import annotations

import re
import zipfile
from functools import cached_property
from io import BytesIO
from pathlib import Path

from lxml import etree

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import Document
from generator.writing import word
from generator.writing.writers import Supplies

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
MARKS = re.compile("[\u200e\u200f]")


def load_look() -> Style:
    """The look that the templates ship."""
    look, problems = style.load(Path(__file__).parents[3] / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


LOOK = load_look()


class Opened:
    """The parts of a document written with the shipped look."""

    def __init__(
        self,
        document: Document,
        look: Style = LOOK,
        pages: dict[str, int] | None = None,
        assets: dict[str, bytes] | None = None,
    ) -> None:
        self.data = word.write(document, look, Supplies(assets or {}, pages or {})).data
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            self.parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> etree._Element:
        return self.part("word/document.xml")[0]

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        return {entry.get(W + "styleId"): entry for entry in self.part("word/styles.xml").iter(W + "style")}

    def furniture(self, kind: str) -> list[etree._Element]:
        return [self.part(name) for name in sorted(self.parts) if re.fullmatch(rf"word/{kind}\d+\.xml", name)]

    def find(self, path: str, root: etree._Element | None = None) -> list[etree._Element]:
        return find(self.body if root is None else root, path)

    def paragraph(self, beginning: str) -> etree._Element:
        """The first paragraph of the body whose text begins so."""
        return next(p for p in self.body.iter(W + "p") if words(p).startswith(beginning))


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """XPath with the usual prefixes."""
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return found


def words(element: etree._Element, *, marks: bool = False) -> str:
    """The text of runs, without direction marks unless `marks`; tabs and line ends as such, fields as their result."""
    parts = {W + "tab": "\t", W + "br": "\n"}
    text = "".join(parts.get(node.tag, node.text or "") for node in element.iter(W + "t", W + "tab", W + "br") if _in_run(node))
    return text if marks else MARKS.sub("", text)


def _in_run(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == W + "r"


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    """An attribute of the first element at a path under another."""
    found = find(element, path)
    return found[0].get(W + attribute) if found else None
