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
from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine
from tests.documents.texts import pdf_pages
from tests.torture import PLACE, LaidOut, build, lay_out, read


@dataclass(frozen=True)
class Torture:
    """The built document, and what it was built from."""

    docx: Path
    pdf: Path
    root: Element
    tree: Document
    look: Style

    @property
    def project(self) -> Path:
        """The folder of its project."""
        return self.docx.parents[2]


@dataclass(frozen=True)
class Laid:
    """Its PDF by an engine, and the Word file with the page numbers of that engine."""

    docx: Path
    pdf: Path
    pages: list[str]
    """What poppler reads on each page."""


@pytest.fixture(scope="session")
def torture(once: Callable[[str, Callable[[Path], None]], Path]) -> Torture:
    """The document in both formats, and what it was built from."""

    def fill(folder: Path) -> None:
        build(folder)
        (folder / "read").write_bytes(pickle.dumps(read(Folders.under(folder))))

    folder = once("torture", fill)
    docx, pdf = (folder / "output" / PLACE / f"torture-draft.{suffix}" for suffix in ("docx", "pdf"))
    return Torture(docx, pdf, *pickle.loads((folder / "read").read_bytes()))


@pytest.fixture(scope="session")
def laid_by(torture: Torture, once: Callable[[str, Callable[[Path], None]], Path]) -> Callable[[Engine], Laid]:
    """Its PDF by an engine: the one that was built, or one that another engine makes of the same tree."""

    def of(engine: Engine) -> Laid:
        def fill(folder: Path) -> None:
            files = LaidOut(torture.docx, torture.pdf)
            if engine != DEFAULT_ENGINE:
                files = lay_out(torture.project, engine, torture.tree, torture.look)
            (folder / "laid").write_bytes(pickle.dumps((files.docx, files.pdf, pdf_pages(files.pdf))))

        return Laid(*pickle.loads((once(f"torture-{engine}", fill) / "laid").read_bytes()))

    return of


OTHERS = [pytest.param(each, marks=pytest.mark.proof) for each in ENGINES if each != DEFAULT_ENGINE]
"""The engines that documents are not made with by default; two hundred pages by them are among the long proofs."""


@pytest.fixture(scope="session", params=[DEFAULT_ENGINE, *OTHERS])
def laid(request: pytest.FixtureRequest, laid_by: Callable[[Engine], Laid]) -> Laid:
    """Its PDF by each engine in turn."""
    return laid_by(request.param)
