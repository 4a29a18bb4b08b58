"""Mends the structure of a PDF of Typst: says what things are that Typst cannot be told, from the tree beside it.

Typst names most things right. The rest is found by its order: the tables, lists and links of a structure come as those of the
tree do. Where they do not, the file is no good, and a problem says so.

    file --> elements.read --> meaning.Mender, languages.mend --> sections, names
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, String

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.tree.nodes import Document
from generator.writing.typst.tagging import elements, expected, languages
from generator.writing.typst.tagging.elements import Element, StructureError
from generator.writing.typst.tagging.meaning import Mender
from generator.writing.typst.tagging.pages import Pages


def mend(file: pikepdf.Pdf, data: bytes, pages: Pages, document: Document, starts: Sequence[int], links: Sequence[str]) -> None:
    """Mend the structure of a file that was opened from `data`.

    `starts` is the page, from 1, on which each section of the document begins, `links` are the texts of its links.
    Raises MachineError for a structure that is not that of the document.
    """
    try:
        top = elements.read(file, data)
        mender = Mender(pages, expected.of(document), links)
        mender.mend(top)
    except StructureError:
        raise MachineError([problem("pdf-structure-unknown")]) from None
    languages.mend(top, pages)
    _part(top, pages, starts)
    # Inherited by all below it (ISO 32000-1, 14.8.5.4.3): a screen reader turns the columns of a table round by it.
    top.attribute("Layout", {"/WritingMode": pikepdf.Name.RlTb})
    _name(file.Root.StructTreeRoot, mender.notes)


def _part(top: Element, pages: Pages, starts: Sequence[int]) -> None:
    """Put what stands in each section of the document into an element of its own."""
    numbers = {page: number for number, page in enumerate(pages.contents, 1)}
    parts: list[list[Element]] = [[] for _ in starts]
    at = 0
    for element in top.elements():
        page = numbers.get(_first_page(element), 0)
        while at + 1 < len(starts) and page >= starts[at + 1]:
            at += 1
        parts[at].append(element)
    sections = []
    for part in filter(None, parts):
        section = top.new("Sect")
        section.adopt(part)
        sections.append(section)
    top.hold(sections)


def _first_page(element: Element) -> int:
    """Return the page on which an element begins; 0 for one without contents."""
    return element.page or next(filter(None, map(_first_page, element.elements())), 0)


def _name(root: pikepdf.Object, notes: Sequence[Element]) -> None:
    """Give the notes names; those of cells, which say themselves what they head, go."""
    names: list[pikepdf.Object] = []
    for number, note in enumerate(notes, 1):
        note.obj.ID = String(f"note-{number:04}")
        names += [note.obj.ID, note.obj]
    if names:
        root.IDTree = Dictionary(Names=Array(names))
    elif "/IDTree" in root:
        del root["/IDTree"]
