"""The torture document, built once a run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build.project import Folders
from generator.markup.reader.xml import Element
from generator.style.style import Style
from generator.tree.nodes import Document
from tests.documents.texts import pdf_pages
from tests.torture import PLACE, build, read


@dataclass(frozen=True)
class Torture:
    """The built document, and what it was built from."""

    docx: Path
    pdf: Path
    root: Element
    tree: Document
    look: Style
    pages: list[str]
    """What poppler reads on each page of the PDF."""


@pytest.fixture(scope="session")
def torture(once: Callable[[str, Callable[[Path], None]], Path]) -> Torture:
    """The document in both formats, and what it was built from."""

    def fill(folder: Path) -> None:
        _, pdf = build(folder)
        (folder / "read").write_bytes(pickle.dumps((*read(Folders.under(folder)), pdf_pages(pdf))))

    folder = once("torture", fill)
    docx, pdf = (folder / "output" / PLACE / f"torture-draft.{suffix}" for suffix in ("docx", "pdf"))
    return Torture(docx, pdf, *pickle.loads((folder / "read").read_bytes()))
