"""Mends the structure of a PDF of Typst: says what things are that Typst cannot be told, from the tree beside it.

Typst names most things right. The rest is found by its order: the tables, lists and links of a structure come as those of the
tree do. Where they do not, the file is no good, and a problem says so.
"""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from generator.problems.errors import MachineError
from generator.problems.messages import problem
from generator.tree.nodes import Document
from generator.writing.typst.tagging import expected, languages
from generator.writing.typst.tagging.meaning import Mender
from generator.writing.typst.tagging.pages import Pages


def mend(file: pikepdf.Pdf, document: Document, starts: Sequence[int]) -> None:
    """Mend the structure of a file; `starts` is the page, from 0, on which each section of the document begins.

    Raises MachineError for a structure that is not that of the document.
    """
    root = file.Root.StructTreeRoot
    top = root.K[0]
    pages = Pages(file)
    mender = Mender(file, pages, expected.of(document))
    if not mender.mends(top):
        raise MachineError([problem("pdf-structure-unknown")])
    languages.mend(file, top, pages)
    _part(file, top, pages, starts)
    # Inherited by all below it (ISO 32000-1, 14.8.5.4.3): a screen reader turns the columns of a table round by it.
    top.A = Dictionary(O=Name.Layout, WritingMode=Name.RlTb)
    _name(root, mender.notes)


def _part(file: pikepdf.Pdf, top: Object, pages: Pages, starts: Sequence[int]) -> None:
    """Put what stands in each section of the document into an element of its own."""
    sections = [file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=top, K=Array())) for _ in starts]
    at = 0
    for kid in top.K:
        page = pages.first(kid)
        while page is not None and at + 1 < len(starts) and page >= starts[at + 1]:
            at += 1
        kid.P = sections[at]
        sections[at].K.append(kid)
    if sections:
        top.K = Array(section for section in sections if len(section.K))


def _name(root: Object, notes: Sequence[Object]) -> None:
    """Give the notes names; those of cells, which say themselves what they head, go."""
    names: list[Object] = []
    for number, note in enumerate(notes, 1):
        note.ID = String(f"note-{number:04}")
        names += [note.ID, note]
    if names:
        root.IDTree = Dictionary(Names=Array(names))
    elif "/IDTree" in root:
        del root["/IDTree"]
